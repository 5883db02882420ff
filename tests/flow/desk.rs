//! A lobby without a window: the walk, a book in memory, and a clock that the test turns.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::Duration;

use buku_pengunjung::domain::card::{CardNumber, CardPattern};
use buku_pengunjung::domain::demographics::{Education, Occupation, Sex};
use buku_pengunjung::domain::form::{GroupLimits, NonMemberForm};
use buku_pengunjung::domain::internet::{Placed, WeekHours};
use buku_pengunjung::domain::lang::Lang;
use buku_pengunjung::domain::lookup::{CardAnswer, Listing};
use buku_pengunjung::domain::member::{Member, MemberStatus};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::policy::{ExpiredCard, OutsideHours, RepeatRule};
use buku_pengunjung::domain::purpose::{Purpose, PurposeId, Tint};
use buku_pengunjung::domain::visit::{MembershipType, NewVisit, Receipt, VisitId};
use buku_pengunjung::flow::{Effect, Event, Moment, Rules, Screen, State, Strip, update};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use uuid::Uuid;

use super::room_book::RoomBook;

pub const WULAN: &str = "0024118736";
pub const EXPIRED: &str = "0024110001";
pub const BLOCKED: &str = "0024110002";
pub const OTHER: &str = "0024117001";
pub const THIRD: &str = "0024117002";
pub const UNLISTED: &str = "0024119999";

pub fn id(purpose: &str) -> PurposeId {
    PurposeId::new(purpose).unwrap()
}

fn purpose(id_: &str) -> Purpose {
    Purpose {
        id: id(id_),
        label_id: id_.into(),
        label_en: id_.into(),
        icon: "books".into(),
        tint: Tint::Blue,
        audience: MembershipType::ALL.to_vec(),
        active: true,
    }
}

pub fn rules() -> Rules {
    let ids = ["read", "borrow_return", "internet", "reference", "children", "archive", "education_visit", "other"];
    Rules {
        kiosk: "lobi".into(),
        timezone: chrono_tz::Asia::Jakarta,
        language: Lang::Id,
        card: CardPattern::default(),
        debounce: Duration::from_secs(3),
        repeat: RepeatRule::Within(Duration::from_mins(30)),
        purposes: ids.map(purpose).to_vec(),
        internet: Some(id("internet")),
        has_room: true,
        hours: WeekHours::default(),
        outside_hours: OutsideHours::Refuse,
        longest_session: None,
        internet_needs_card: true,
        expired_card: ExpiredCard::Refuse,
        form: NonMemberForm::default(),
        group: GroupLimits::default(),
        idle: Duration::from_secs(45),
        idle_warning: Duration::from_secs(20),
        thank_you: Duration::from_secs(10),
    }
}

fn member(number: &str, name: &str, status: MemberStatus, valid_until: Option<NaiveDate>) -> Member {
    Member {
        card_number: CardNumber::from_store(number),
        name: Name::from_list(name).unwrap(),
        sex: Some(Sex::Female),
        birth_date: NaiveDate::from_ymd_opt(2001, 5, 6),
        education: Some(Education::Sma),
        occupation: Some(Occupation::Student),
        address: None,
        valid_until,
        status,
    }
}

/// How the book in memory behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Book {
    /// Writes and answers at once.
    Works,
    /// Refuses every write and lookup.
    Fails,
    /// Takes writes and never answers.
    Hangs,
}

pub struct Desk {
    pub state: State,
    pub rules: Rules,
    pub book: Book,
    pub list_loaded: bool,
    pub visits: Vec<NewVisit>,
    /// Where in `visits` an id stands.
    pub written: HashMap<VisitId, usize>,
    latest: HashMap<CardNumber, Vec<usize>>,
    pub voided: HashSet<VisitId>,
    placed: HashMap<VisitId, Placed>,
    pub unanswered: VecDeque<Effect>,
    pub room: RoomBook,
    /// Staff were asked for permission so often.
    pub asked_staff: usize,
    pub now: Duration,
    pub utc: DateTime<Utc>,
    members: HashMap<CardNumber, Member>,
    minted: u128,
}

impl Desk {
    pub fn new(rules: Rules) -> Self {
        let end = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        let list = [
            member(WULAN, "Wulan Prameswari", MemberStatus::Active, end(2027, 1, 31)),
            member(EXPIRED, "H. Slamet Uji", MemberStatus::Active, end(2026, 3, 14)),
            member(OTHER, "Rini Uji", MemberStatus::Active, end(2027, 1, 31)),
            member(THIRD, "Sari Uji", MemberStatus::Active, end(2027, 1, 31)),
            member(BLOCKED, "Bayu Uji", MemberStatus::Blocked, None),
        ];
        let mut desk = Self {
            state: State::new(&rules),
            rules,
            book: Book::Works,
            list_loaded: true,
            visits: Vec::new(),
            written: HashMap::new(),
            latest: HashMap::new(),
            voided: HashSet::new(),
            placed: HashMap::new(),
            unanswered: VecDeque::new(),
            room: RoomBook::of(3),
            asked_staff: 0,
            now: Duration::from_secs(100),
            utc: Utc.with_ymd_and_hms(2026, 11, 25, 2, 42, 0).unwrap(),
            members: list.into_iter().map(|m| (m.card_number.clone(), m)).collect(),
            minted: 0,
        };
        desk.tell_room();
        desk
    }

    pub fn lobby() -> Self {
        Self::new(rules())
    }

    /// One event, and everything that follows from it.
    pub fn on(&mut self, event: Event) -> &mut Self {
        let mut queue = VecDeque::from([event]);
        while let Some(event) = queue.pop_front() {
            self.minted += 1;
            let fresh = VisitId(Uuid::from_u128(self.minted));
            let now = Moment { mono: self.now, utc: self.utc, fresh };
            for effect in update(&mut self.state, &self.rules, event, now) {
                queue.extend(self.answer(effect));
            }
            queue.extend(self.room_event());
        }
        self
    }

    /// The room as it is now, if the walk does not know it yet.
    fn room_event(&mut self) -> Option<Event> {
        self.room.call(self.utc);
        let room = self.room.snapshot(self.utc);
        let known = &self.state.room;
        let news = known.seats != room.seats || known.queue != room.queue || known.likely_free != room.likely_free;
        (news && self.book == Book::Works).then(|| Event::Room(Box::new(room)))
    }

    /// Tells the walk of the room, as the book does whenever it changes.
    pub fn tell_room(&mut self) -> &mut Self {
        match self.room_event() {
            Some(event) => self.on(event),
            None => self,
        }
    }

    fn answer(&mut self, effect: Effect) -> Option<Event> {
        match (self.book, effect) {
            (_, Effect::AskStaff(_)) => {
                self.asked_staff += 1;
                None
            }
            (Book::Hangs, effect) => {
                self.unanswered.push_back(effect);
                None
            }
            (Book::Works, Effect::LookUp { ticket, card }) => {
                Some(Event::Looked { ticket, answer: self.look_up(&card) })
            }
            (Book::Works, Effect::Record(visit)) => {
                let earlier = self.placed.get(&visit.id).cloned();
                let placed = match (earlier, &visit.session) {
                    (Some(placed), _) => Some(placed),
                    (None, Some(new)) => match self.room.place(&visit, new) {
                        Ok(placed) => Some(placed),
                        Err(refusal) => return Some(Event::NotSeated { id: visit.id, refusal }),
                    },
                    (None, None) => None,
                };
                if let Some(placed) = &placed {
                    self.placed.insert(visit.id, placed.clone());
                }
                let receipt = Receipt { id: visit.id, at: visit.at, placed };
                match self.written.get(&visit.id) {
                    Some(place) => {
                        // A later try of the same visit has taken longer.
                        let first = &self.visits[*place];
                        let again = NewVisit { walk_millis: first.walk_millis, ..*visit };
                        assert_eq!(*first, again, "one id for two different visits");
                    }
                    None => self.write(*visit),
                }
                Some(Event::Recorded(receipt))
            }
            (Book::Works, Effect::Void { id, .. }) => {
                self.voided.insert(id);
                self.room.void(id, self.utc);
                Some(Event::Voided(id))
            }
            (Book::Fails, Effect::LookUp { ticket, .. }) => Some(Event::LookFailed { ticket }),
            (Book::Fails, Effect::Record(visit)) => Some(Event::RecordFailed(visit.id)),
            (Book::Fails, Effect::Void { id, .. }) => Some(Event::VoidFailed(id)),
            (Book::Works, Effect::Ask { ticket, ask }) => {
                let reply = Some(self.room.answer(&ask));
                Some(Event::Replied { ticket, reply })
            }
            (Book::Fails, Effect::Ask { ticket, .. }) => Some(Event::Replied { ticket, reply: None }),
        }
    }

    fn look_up(&self, card: &CardNumber) -> CardAnswer {
        let listing = match self.members.get(card) {
            _ if !self.list_loaded => Listing::NoList,
            Some(member) => Listing::Listed(member.clone()),
            None => Listing::Unlisted,
        };
        let places = self.latest.get(card).into_iter().flatten().rev();
        let last = places.map(|p| &self.visits[*p]).find(|v| !self.voided.contains(&v.id));
        CardAnswer {
            listing,
            last_visit: last.map(|v| v.at),
            open_session: self.room.open_session(card),
            ticket: self.room.ticket(card),
        }
    }

    fn write(&mut self, visit: NewVisit) {
        let place = self.visits.len();
        self.written.insert(visit.id, place);
        if let Some(card) = visit.visitor.card() {
            self.latest.entry(card.clone()).or_default().push(place);
        }
        self.visits.push(visit);
    }

    /// Lets the book answer what it was asked while it hung.
    pub fn catch_up(&mut self) -> &mut Self {
        self.book = Book::Works;
        while let Some(effect) = self.unanswered.pop_front() {
            if let Some(event) = self.answer(effect) {
                self.on(event);
            }
        }
        self
    }

    pub fn scan(&mut self, number: &str) -> &mut Self {
        self.on(Event::Scanned(number.into()))
    }

    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.on(Event::Typed(c));
        }
        self
    }

    pub fn purpose(&mut self, purpose: &str) -> &mut Self {
        self.on(Event::Purpose(id(purpose)))
    }

    /// Lets time pass, and every deadline in it, one by one.
    pub fn wait(&mut self, secs: u64) -> &mut Self {
        let end = self.now + Duration::from_secs(secs);
        while let Some(due) = self.state.next_deadline(&self.rules).filter(|due| *due <= end) {
            self.turn(due.max(self.now));
            self.on(Event::Tick);
        }
        self.turn(end);
        self.on(Event::Tick)
    }

    fn turn(&mut self, to: Duration) {
        self.utc += to.saturating_sub(self.now);
        self.now = to;
    }

    pub fn screen(&self) -> &'static str {
        self.state.screen.name()
    }

    pub fn at(&self, name: &str) -> &Self {
        assert_eq!(self.screen(), name);
        self
    }

    pub fn dialog(&self) -> Option<&'static str> {
        self.state.dialog.as_ref().map(buku_pengunjung::flow::Dialog::name)
    }

    pub fn strip(&self) -> Option<Strip> {
        self.state.strip.as_ref().map(|(strip, _)| strip.clone())
    }

    pub fn home(&self) -> bool {
        self.state.screen == Screen::Welcome && !self.state.has_entries()
    }

    /// Visits that count: written and not voided.
    pub fn counted(&self) -> Vec<&NewVisit> {
        self.visits.iter().filter(|v| !self.voided.contains(&v.id)).collect()
    }
}
