//! Years of invented visits in the order of time, at plausible hours.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

use super::dice::Dice;
use super::{DemoPlan, people};
use crate::domain::form::GroupLimits;
use crate::domain::name::{Name, Note};
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{Entry, GroupParty, MembershipType, NewVisit, VisitId, Visitor};
use crate::storage::book::{Book, LocalMoment};
use crate::storage::error::StorageError;

/// Visitors of each opening hour, from 8 o'clock; the library closes at 16.
const HOURS: &[(u32, u32)] = &[(8, 10), (9, 18), (10, 20), (11, 13), (12, 8), (13, 14), (14, 12), (15, 5)];
const PURPOSES: &[(&str, u32)] = &[
    ("read", 30),
    ("borrow_return", 25),
    ("internet", 15),
    ("reference", 12),
    ("children", 8),
    ("archive", 3),
    ("education_visit", 2),
    ("other", 5),
];
const GROUP_PURPOSES: &[(&str, u32)] = &[("education_visit", 80), ("children", 15), ("read", 5)];

/// An invented visit, ready to be written.
pub(super) struct Invented {
    pub visit: NewVisit,
    pub local: LocalMoment,
    pub checkin_ds: Option<u32>,
    pub voided_at: Option<DateTime<Utc>>,
}

/// The visits one after the other.
pub(super) struct Visits {
    plan: DemoPlan,
    zone: Tz,
    dice: Dice,
    days: std::vec::IntoIter<(NaiveDate, u64)>,
    today: NaiveDate,
    /// The times of the present day that are still to come, the next one last.
    times: Vec<DateTime<Utc>>,
}

impl Visits {
    pub(super) fn new(book: &Book, plan: DemoPlan) -> Self {
        let zone = book.settings.zone;
        let today = book.local(plan.until).date;
        let mut dice = Dice::new(plan.seed);
        let days = shares(&mut dice, plan, today);
        Self { plan, zone, dice, days: days.into_iter(), today, times: Vec::new() }
    }

    fn next_day(&mut self) -> Option<()> {
        let (day, count) = self.days.next()?;
        for _ in 0..count {
            let hour = *self.dice.weighted(HOURS);
            let seconds = hour * 3600 + self.dice.between(0, 3599);
            let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default();
            let local = self.zone.from_local_datetime(&day.and_time(time)).earliest();
            let at = local.map_or(self.plan.until, |l| l.to_utc());
            // Nothing comes from the future: what would, is squeezed in before the end.
            let squeezed = self.plan.until - TimeDelta::seconds(i64::from(self.dice.between(0, 3600)));
            self.times.push(if at > self.plan.until { squeezed } else { at });
        }
        self.times.sort_unstable_by(|a, b| b.cmp(a));
        Some(())
    }

    fn invent(&mut self, at: DateTime<Utc>) -> Option<Invented> {
        let local = LocalMoment::of(at, self.zone);
        let local_date = local.date;
        let dice = &mut self.dice;
        let kind = *dice.weighted(&[
            (MembershipType::Member, if self.plan.members > 0 { 62 } else { 0 }),
            (MembershipType::NonMember, 34),
            (MembershipType::Group, 4),
        ]);
        let (visitor, entry, seconds) = match kind {
            MembershipType::Member => {
                // Squared chance: some members come often.
                let throw = dice.below(1 << 16);
                let place = (self.plan.members * ((throw * throw) >> 16)) >> 16;
                let member = people::member(place, self.plan.seed, self.today)?;
                let expired = member.valid_until.is_some_and(|end| end < local_date);
                let scanned = dice.percent(80);
                let visitor = Visitor::Member {
                    demographics: member.demographics(local_date),
                    card: member.card_number,
                    name: member.name,
                    expired,
                    unverified: false,
                };
                let (entry, longest) = if scanned { (Entry::Scanned, 25) } else { (Entry::Typed, 45) };
                (visitor, entry, (5, longest))
            }
            MembershipType::NonMember => {
                let (name, demographics) = people::visitor(dice)?;
                (Visitor::NonMember { name, demographics, origin: None }, Entry::Form, (25, 75))
            }
            MembershipType::Group => {
                let (_, leader) = people::person(dice)?;
                let institution = Name::from_list(dice.one::<&str>(people::INSTITUTIONS))?;
                let (male, female) = (dice.between(1, 30), dice.between(1, 30));
                let party = GroupParty::new(leader, institution, male, female, GroupLimits::default()).ok()?;
                (Visitor::Group(party), Entry::Form, (30, 90))
            }
        };
        let purposes = if kind == MembershipType::Group { GROUP_PURPOSES } else { PURPOSES };
        let purpose = match *dice.weighted(purposes) {
            // Non-members are not let into the internet room.
            "internet" if kind == MembershipType::NonMember => PurposeId::new("read")?,
            id => PurposeId::new(id)?,
        };
        let note = purpose.asks_for_note().then(|| Note::new("Keperluan contoh").ok()).flatten();
        // The sum of two throws: most are near the middle, a few take long.
        let (quick, slow) = seconds;
        let tenths = dice.between(quick * 5, slow * 5) + dice.between(quick * 5, slow * 5);
        let mut chance = [0; 10];
        chance[..8].copy_from_slice(&dice.next().to_le_bytes());
        let millis = u64::try_from(local.at_ms).ok()?;
        let visit = NewVisit {
            id: VisitId(uuid::Builder::from_unix_timestamp_millis(millis, &chance).into_uuid()),
            at,
            local_date,
            kiosk: "demo".to_owned(),
            visitor,
            purpose,
            note,
            session: None,
            entry,
            walk_millis: u64::from(tenths) * 100,
            clock_suspect: false,
        };
        let voided_at = (dice.below(200) == 0).then(|| at + TimeDelta::seconds(8));
        Some(Invented { visit, local, checkin_ds: Some(tenths), voided_at })
    }
}

impl Iterator for Visits {
    type Item = Result<Invented, StorageError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.times.is_empty() {
            self.next_day()?;
        }
        let at = self.times.pop()?;
        Some(self.invent(at).ok_or(StorageError::OutOfRange("an invented visit")))
    }
}

/// How many visits each day gets: busy Saturdays, quiet Sundays, and no two days alike. They add up to the plan.
fn shares(dice: &mut Dice, plan: DemoPlan, today: NaiveDate) -> Vec<(NaiveDate, u64)> {
    let length = u64::from(plan.years.max(1)) * 365;
    let first = today.checked_sub_days(Days::new(length - 1)).unwrap_or(today);
    let weighted: Vec<(NaiveDate, u64)> = first
        .iter_days()
        .take_while(|day| *day <= today)
        .map(|day| {
            let usual = match day.weekday() {
                Weekday::Sat => 12,
                Weekday::Sun => 4,
                _ => 10,
            };
            (day, usual * u64::from(dice.between(70, 130)))
        })
        .collect();
    let all: u64 = weighted.iter().map(|d| d.1).sum();
    let (mut before, mut given) = (0, 0);
    weighted
        .into_iter()
        .map(|(day, weight)| {
            before += weight;
            let by_now = u64::try_from(u128::from(plan.visits) * u128::from(before) / u128::from(all)).unwrap_or(given);
            let share = by_now - given;
            given = by_now;
            (day, share)
        })
        .collect()
}
