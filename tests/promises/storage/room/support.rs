//! A book with a small internet room.

use std::time::{Duration, Instant};

use buku_pengunjung::domain::audit::Actor;
use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::demographics::Demographics;
use buku_pengunjung::domain::internet::{
    Ask, CheckOut, NewSession, OpenHours, Place, Placed, Queued, Refusal, Reply, RoomRules, Seat, SeatGroup, SeatState,
    Seated, SessionId, Tidy, WeekHours,
};
use buku_pengunjung::domain::pin::Pin;
use buku_pengunjung::domain::staff::{Figures, Role, StaffId};
use buku_pengunjung::domain::visit::{NewVisit, Visitor};
use buku_pengunjung::storage::{Book, BookSettings, DataFolder, StorageError};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use tempfile::TempDir;

use super::super::support::{ZONE, folder, id, name, visit};

/// A Tuesday morning; the room is open every day from 08:00 to 15:00.
pub const MORNING: &str = "2026-11-24T09:00:00+07:00";

pub fn at(text: &str) -> DateTime<Utc> {
    super::super::support::utc(text)
}

pub fn hours() -> WeekHours {
    let time = |h| NaiveTime::from_hms_opt(h, 0, 0).unwrap();
    WeekHours::new([Some(OpenHours { opens: time(8), closes: time(15) }); 7])
}

/// Rules of a room with the computers PC 01 to PC `count`, for adults.
pub fn rules(count: u8) -> RoomRules {
    let seat = |n: u8| Seat {
        name: format!("PC {n:02}"),
        group: SeatGroup::Adult,
        column: n,
        row: 1,
        state: SeatState::Ready,
    };
    RoomRules {
        seats: (1..=count).map(seat).collect(),
        hours: hours(),
        max_session: Some(Duration::from_hours(1)),
        queue_hold: Duration::from_mins(5),
    }
}

pub fn settings(room: RoomRules) -> BookSettings {
    BookSettings { zone: ZONE, room, ..BookSettings::default() }
}

/// A room in use.
pub struct Office {
    pub folder: DataFolder,
    pub book: Book,
    pub now: DateTime<Utc>,
    pub staff: StaffId,
    visits: u128,
    _dir: TempDir,
}

impl Office {
    /// With so many computers, this morning.
    pub fn with(computers: u8) -> Self {
        let (dir, folder) = folder();
        let mut book = Book::open(&folder, settings(rules(computers))).unwrap();
        let staff = librarian(&mut book);
        Self { folder, book, now: at(MORNING), staff, visits: 0, _dir: dir }
    }

    /// Time passes.
    pub fn pass(&mut self, minutes: i64) {
        self.now += TimeDelta::minutes(minutes);
    }

    /// The kiosk is started anew, with these rules.
    pub fn restart(&mut self, room: RoomRules) {
        self.book = Book::open(&self.folder, settings(room)).unwrap();
        self.book.tend_room(self.now).unwrap();
    }

    /// A visit that asks for a place; without a card somebody whom staff allowed.
    pub fn visit(&mut self, card: Option<&str>, place: Place) -> NewVisit {
        self.visits += 1;
        let allowed = card.is_none().then_some(self.staff);
        let mut one = visit(id(self.visits), self.now, visitor(card), "internet");
        one.session = Some(NewSession { place, allowed });
        one
    }

    /// How many visits there were; the number of the last one.
    pub fn visits(&self) -> u128 {
        self.visits
    }

    /// Records it.
    pub fn arrive(&mut self, card: Option<&str>, place: Place) -> Result<Placed, Refusal> {
        let one = self.visit(card, place);
        match self.book.record(&one, Instant::now()) {
            Ok(receipt) => Ok(receipt.placed.unwrap()),
            Err(StorageError::NotSeated(refusal)) => Err(refusal),
            Err(other) => panic!("{other}"),
        }
    }

    pub fn sit(&mut self, card: &str, seat: &str) -> Seated {
        match self.arrive(Some(card), Place::Seat(seat.to_owned())).unwrap() {
            Placed::Seated(seated) => seated,
            Placed::Queued(_) => panic!("a queue number instead of a computer"),
        }
    }

    pub fn queue(&mut self, card: &str) -> Queued {
        match self.arrive(Some(card), Place::Queue).unwrap() {
            Placed::Queued(queued) => queued,
            Placed::Seated(_) => panic!("a computer instead of a queue number"),
        }
    }

    pub fn ask(&mut self, ask: &Ask) -> Reply {
        self.book.answer(ask).unwrap()
    }

    /// Leaves tidily, two minutes after "Selesai internet".
    pub fn leave(&mut self, session: SessionId) -> Reply {
        let out = self.tidy(session);
        self.ask(&Ask::CheckOut(Box::new(out)))
    }

    pub fn tidy(&self, session: SessionId) -> CheckOut {
        let tidy = Tidy::new([true; 3], None).unwrap();
        CheckOut { session, tidy, rating: None, since: self.now - TimeDelta::minutes(2), at: self.now }
    }

    /// Every check of the book holds.
    pub fn verified(&self) {
        for check in self.book.verify().unwrap() {
            assert!(check.ok, "{}: {}", check.name, check.detail);
        }
    }
}

pub fn visitor(card: Option<&str>) -> Visitor {
    match card {
        Some(card) => Visitor::Member {
            card: CardNumber::from_store(card),
            name: name("Wulan Contoh"),
            demographics: Demographics::default(),
            expired: false,
            unverified: false,
        },
        None => Visitor::NonMember { name: name("Siti Misalan"), demographics: Demographics::default(), origin: None },
    }
}

/// A member of staff with a PIN.
pub fn librarian(book: &mut Book) -> StaffId {
    let pin = Pin::choose(Figures::six("739154").unwrap()).unwrap();
    book.set_pin(&name("Sri Uji"), Some(Role::Administrator), &pin, Actor::Console, at(MORNING)).unwrap();
    book.staff().unwrap()[0].staff.id
}
