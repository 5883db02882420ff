//! A plain list of what was recorded, voided, corrected and erased, beside the book itself.

use buku_pengunjung::domain::audit::Actor;
use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::demographics::Demographics;
use buku_pengunjung::domain::form::GroupLimits;
use buku_pengunjung::domain::listing::{Pace, RowKey, Sieve};
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::visit::{
    Correction, Entry, GroupParty, MembershipType, NewVisit, VisitId, Visitor, VoidReason,
};
use buku_pengunjung::storage::Book;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::sample::select;

use super::support::*;

/// Names, and the words by which each is found.
const NAMES: &[(&str, &[&str])] = &[
    ("Wulan Contoh", &["wulan", "contoh"]),
    ("H. M. Wuryanto Teladan, S.Pd", &["h", "m", "wuryanto", "teladan", "s", "pd"]),
    ("Ma'ruf Al-Amin Rekaan", &["maruf", "al", "amin", "rekaan"]),
    ("Désirée Ñusa Umpama", &["desiree", "nusa", "umpama"]),
    ("SITI MISALAN", &["siti", "misalan"]),
];
const SCHOOLS: &[(&str, &[&str])] =
    &[("SDN 2 Contoh", &["sdn", "2", "contoh"]), ("TK Wulandari", &["tk", "wulandari"])];
/// What is typed, and the beginnings that it asks for.
pub const SEARCHES: &[(&str, &[&str])] = &[
    ("wu", &["wu"]),
    ("WULAN", &["wulan"]),
    ("con sdn", &["con", "sdn"]),
    ("désir", &["desir"]),
    ("ma'r", &["mar"]),
    ("al-am", &["al", "am"]),
    ("kta/00", &["kta00"]),
    ("2", &["2"]),
    ("lan", &["lan"]),
];
const PURPOSES: &[&str] = &["read", "internet", "education_visit"];

/// A row of the plain list.
#[derive(Debug, Clone)]
pub struct Plain {
    pub id: VisitId,
    pub key: RowKey,
    pub kind: MembershipType,
    pub purpose: String,
    pub entry: Entry,
    pub tenths: Option<u32>,
    pub people: u64,
    pub voided: bool,
    pub corrects: Option<VisitId>,
    pub words: Vec<String>,
}

#[derive(Debug, Clone, Copy)]
pub enum Act {
    Enter {
        minutes: i64,
        kind: MembershipType,
        name: usize,
        school: usize,
        people: u32,
        purpose: usize,
        entry: Entry,
        walk: u64,
    },
    Void(usize),
    Rename {
        which: usize,
        name: usize,
        purpose: usize,
    },
    Erase(usize),
    /// The book catches up, so many days on.
    CatchUp(i64),
}

pub fn act() -> impl Strategy<Value = Act> {
    let enter = (
        0..60 * 24 * 40_i64,
        select(MembershipType::ALL),
        0..NAMES.len(),
        0..SCHOOLS.len(),
        1..9_u32,
        0..PURPOSES.len(),
        select(Entry::ALL),
        select(vec![9_000_u64, 59_000, 61_000, 90_000]),
    )
        .prop_map(|(minutes, kind, name, school, people, purpose, entry, walk)| Act::Enter {
            minutes,
            kind,
            name,
            school,
            people,
            purpose,
            entry,
            walk,
        });
    prop_oneof![
        12 => enter,
        2 => any::<usize>().prop_map(Act::Void),
        2 => (any::<usize>(), 0..NAMES.len(), 0..PURPOSES.len())
            .prop_map(|(which, name, purpose)| Act::Rename { which, name, purpose }),
        1 => any::<usize>().prop_map(Act::Erase),
        1 => (0..90_i64).prop_map(Act::CatchUp),
    ]
}

/// What staff may list of it, and the beginnings of words that its text asks for.
pub fn sieve() -> impl Strategy<Value = (Sieve, &'static [&'static str])> {
    let day = |n: i64| day_of(begin() + TimeDelta::days(n));
    (
        prop_oneof![
            2 => Just(Period::ALL),
            1 => (0..40_i64, 0..20_i64).prop_map(move |(from, long)| Period::between(day(from), day(from + long))),
        ],
        prop::option::weighted(0.3, select(MembershipType::ALL)),
        prop::option::weighted(0.2, select(PURPOSES)),
        prop::option::weighted(0.2, select(Entry::ALL)),
        prop::option::weighted(0.2, select(Pace::ALL)),
        prop::option::weighted(0.2, any::<bool>()),
        prop::option::weighted(0.5, select(SEARCHES)),
    )
        .prop_map(|(period, kind, purpose, entry, pace, voided, search)| {
            let (text, beginnings) = search.unwrap_or(("", &[]));
            let purpose = purpose.and_then(PurposeId::new);
            (Sieve { period, kind, purpose, entry, pace, voided, inside: false, text: text.to_owned() }, beginnings)
        })
}

pub fn begin() -> DateTime<Utc> {
    utc("2026-10-10T00:00:00Z")
}

pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&ZONE).date_naive()
}

/// The book and the plain list of the same visits.
pub struct Both {
    _dir: tempfile::TempDir,
    pub book: Book,
    pub plain: Vec<Plain>,
    pub erased: Vec<VisitId>,
    next: u128,
}

impl Both {
    pub fn new() -> Self {
        let (dir, book) = book();
        Self { _dir: dir, book, plain: Vec::new(), erased: Vec::new(), next: 0 }
    }

    fn id(&mut self) -> VisitId {
        self.next += 1;
        id(self.next)
    }

    fn rows(&self) -> i64 {
        i64::try_from(self.plain.len()).unwrap()
    }

    pub fn act(&mut self, act: Act) {
        match act {
            Act::Enter { minutes, kind, name: n, school, people, purpose, entry, walk } => {
                let (who, words) = NAMES[n];
                let mut words: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
                let visitor = match kind {
                    MembershipType::Member => {
                        words.push(format!("kta00{n}"));
                        Visitor::Member {
                            card: CardNumber::from_store(format!("KTA/00-{n}")),
                            name: name(who),
                            demographics: Demographics::default(),
                            expired: false,
                            unverified: false,
                        }
                    }
                    MembershipType::NonMember => {
                        Visitor::NonMember { name: name(who), demographics: Demographics::default(), origin: None }
                    }
                    MembershipType::Group => {
                        words.extend(SCHOOLS[school].1.iter().map(|w| (*w).to_owned()));
                        let limits = GroupLimits::default();
                        let party = GroupParty::new(name(who), name(SCHOOLS[school].0), people, 2, limits);
                        Visitor::Group(party.unwrap())
                    }
                };
                let at = begin() + TimeDelta::minutes(minutes);
                let mut one = visit(self.id(), at, visitor, PURPOSES[purpose]);
                (one.entry, one.walk_millis) = (entry, walk);
                self.enter(&one, words);
            }
            Act::Void(which) => {
                let Some(at) = self.standing(which) else { return };
                self.book.take_back(self.plain[at].id, VoidReason::Mistake, None, Actor::Console, begin()).unwrap();
                self.plain[at].voided = true;
            }
            Act::Rename { which, name: n, purpose } => self.rename(which, n, purpose),
            Act::CatchUp(days) => self.book.catch_up(begin() + TimeDelta::days(days)).unwrap(),
            Act::Erase(which) => {
                let all = self.plain.len();
                if all == 0 {
                    return;
                }
                let id = self.plain[which % all].id;
                if self.erased.contains(&id) {
                    return;
                }
                self.book.erase_on_request(id, Actor::Console, begin()).unwrap();
                let mut chain = vec![id];
                for _ in 0..all {
                    for row in &self.plain {
                        let linked = row.corrects.is_some_and(|c| chain.contains(&c))
                            || self.plain.iter().any(|o| o.corrects == Some(row.id) && chain.contains(&o.id));
                        if linked && !chain.contains(&row.id) {
                            chain.push(row.id);
                        }
                    }
                }
                for row in self.plain.iter_mut().filter(|r| chain.contains(&r.id)) {
                    row.words.clear();
                }
                self.erased.extend(chain);
            }
        }
    }

    fn enter(&mut self, one: &NewVisit, words: Vec<String>) {
        if one.entry == Entry::Manual {
            self.book.enter_by_hand(one, Actor::Console, begin()).unwrap();
        } else {
            record(&mut self.book, one);
        }
        let stored = self.book.visit(one.id).unwrap();
        self.plain.push(Plain {
            id: one.id,
            key: RowKey { day: day_of(one.at), at_ms: one.at.timestamp_millis(), n: self.rows() + 1 },
            kind: one.visitor.membership_type(),
            purpose: one.purpose.as_str().to_owned(),
            entry: one.entry,
            tenths: stored.checkin_tenths,
            people: one.visitor.headcount().into(),
            voided: false,
            corrects: None,
            words,
        });
    }

    fn rename(&mut self, which: usize, n: usize, purpose: usize) {
        let Some(at) = self.standing(which) else { return };
        let old = self.plain[at].clone();
        if self.erased.contains(&old.id) {
            return;
        }
        let row = self.book.visit(old.id).unwrap();
        let (who, words) = NAMES[n];
        let mut words: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
        let visitor = match old.kind {
            MembershipType::Member => {
                let card = row.card_number.unwrap();
                words.extend(old.words.iter().filter(|w| w.starts_with("kta00")).cloned());
                Visitor::Member {
                    card: CardNumber::from_store(card),
                    name: name(who),
                    demographics: Demographics::default(),
                    expired: false,
                    unverified: false,
                }
            }
            MembershipType::NonMember => {
                Visitor::NonMember { name: name(who), demographics: Demographics::default(), origin: None }
            }
            MembershipType::Group => {
                let school = row.institution.unwrap();
                words.extend(SCHOOLS.iter().find(|s| s.0 == school).unwrap().1.iter().map(|w| (*w).to_owned()));
                let limits = GroupLimits::default();
                let party = GroupParty::new(name(who), name(&school), row.male.unwrap(), row.female.unwrap(), limits);
                Visitor::Group(party.unwrap())
            }
        };
        let new = self.id();
        let what = Correction { visitor, purpose: PurposeId::new(PURPOSES[purpose]).unwrap(), note: None };
        if row.name.as_deref() == Some(who) && row.purpose == PURPOSES[purpose] {
            assert!(self.book.correct(old.id, new, &what, Actor::Console, begin()).is_err(), "nothing new");
            return;
        }
        for _ in 0..2 {
            self.book.correct(old.id, new, &what, Actor::Console, begin()).unwrap();
        }
        self.plain[at].voided = true;
        let key = RowKey { n: self.rows() + 1, ..old.key };
        let corrects = Some(old.id);
        self.plain.push(Plain { id: new, key, purpose: PURPOSES[purpose].to_owned(), corrects, words, ..old });
    }

    /// A row that is not voided.
    fn standing(&self, which: usize) -> Option<usize> {
        let rows: Vec<usize> = (0..self.plain.len()).filter(|at| !self.plain[*at].voided).collect();
        (!rows.is_empty()).then(|| rows[which % rows.len()])
    }

    /// What the sieve lets through, newest first.
    pub fn sifted(&self, sieve: &Sieve, beginnings: &[&str]) -> Vec<&Plain> {
        let mut rows: Vec<&Plain> = self
            .plain
            .iter()
            .filter(|r| {
                sieve.period.contains(r.key.day)
                    && sieve.kind.is_none_or(|k| k == r.kind)
                    && sieve.purpose.as_ref().is_none_or(|p| p.as_str() == r.purpose)
                    && sieve.entry.is_none_or(|e| e == r.entry)
                    && sieve.pace.is_none_or(|p| match r.tenths {
                        None => p == Pace::None,
                        Some(tenths) => (p == Pace::Over) == (tenths > 600) && p != Pace::None,
                    })
                    && sieve.voided.is_none_or(|v| v == r.voided)
                    && beginnings.iter().all(|b| r.words.iter().any(|w| w.starts_with(b)))
            })
            .collect();
        rows.sort_by_key(|r| std::cmp::Reverse(r.key));
        rows
    }
}
