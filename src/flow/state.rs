//! What the kiosk shows: the screen, what lies over it, and what the visitor has entered so far.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use zeroize::Zeroizing;

pub use super::end::{Done, Recording, RecordingPhase, Repeated, UndoPhase};
pub use super::entries::{CardEntry, Field, GroupEntry, NameOnly, NonMemberEntry, NoteEntry, Question};
use super::event::Event;
pub use super::over::{Dialog, Strip};
use super::room::{
    CheckOut, Closed, Gate, Leaver, LeaverCode, Queue, SeatChoice, StillSeated, TurnEntry, Wants, WordsEntry,
};
use super::rules::Rules;
use crate::domain::card::CardNumber;
use crate::domain::demographics::Demographics;
use crate::domain::internet::{OpenSession, RefusedFor, Room, Ticket};
use crate::domain::lang::Lang;
use crate::domain::member::{Member, Standing};
use crate::domain::staff::StaffId;
use crate::domain::visit::{Entry, MembershipType, Visitor};

/// Text that a visitor typed. It is overwritten in memory when it is dropped.
pub type Typed = Zeroizing<String>;

/// The whole state of the visitor's side.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Language of the screen.
    pub lang: Lang,
    /// Large text and high contrast.
    pub aa: bool,
    /// What is shown.
    pub screen: Screen,
    /// A question over the screen.
    pub dialog: Option<Dialog>,
    /// A message that goes by itself, with the time when.
    pub strip: Option<(Strip, Duration)>,
    /// When the visit ends by itself; set while the idle warning stands.
    pub idle_ends: Option<Duration>,
    /// The card reader.
    pub reader: Reader,
    /// The internet room, as the book last told it.
    pub room: Box<Room>,
    pub(super) walk: Walk,
    pub(super) touched: Duration,
    pub(super) last_card: Option<(CardNumber, Duration)>,
    pub(super) looking: Option<Looking>,
    pub(super) waiting_scan: Option<CardNumber>,
    pub(super) unreadable: u8,
    /// The ask about the internet room whose answer a screen waits for.
    pub(super) asking: Option<u64>,
    pub(super) ticket: u64,
}

/// What belongs to the present visitor and is dropped on Welcome.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Walk {
    /// First touch or scan: monotonic and wall clock.
    pub started: Option<(Duration, DateTime<Utc>)>,
    /// Screens that "Kembali" leads back to.
    pub trail: Vec<Screen>,
    /// Who checks in, once known.
    pub guest: Option<Guest>,
    /// The card behind "Apakah ini Anda?" and "Sudah tercatat".
    pub found: Option<Found>,
    /// Who of staff allowed the internet room for this visit.
    pub allowed: Option<StaffId>,
    /// It was counted that this walk was turned away from the internet room.
    pub turned_away: bool,
    /// The first "Selesai internet" of this walk.
    pub leaving: Option<DateTime<Utc>>,
    /// The card that said who leaves.
    pub leaver: Option<CardNumber>,
}

/// A visitor who may choose a purpose.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Guest {
    pub visitor: Visitor,
    pub entry: Entry,
    pub standing: Standing,
}

/// A card as looked up; no member: no list is loaded.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub card: CardNumber,
    pub member: Option<Member>,
    pub last_visit: Option<DateTime<Utc>>,
    pub session: Option<OpenSession>,
    pub ticket: Option<Ticket>,
    pub entry: Entry,
}

/// A lookup under way.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Looking {
    pub ticket: u64,
    pub card: CardNumber,
    pub entry: Entry,
    pub since: Duration,
}

/// The card reader as the visitor sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// "Alat pembaca siap".
    Ready,
    /// "Membaca kartu…".
    Reading,
    /// "Alat pembaca tidak tersambung".
    Missing,
}

/// One screen of the walk with what was entered on it.
#[derive(Debug, Clone, PartialEq)]
pub enum Screen {
    /// Selamat datang.
    Welcome,
    /// Ketik nomor KTA, also with "tidak ditemukan".
    CardEntry(CardEntry),
    /// Apakah ini Anda? with the masked name.
    ConfirmIdentity {
        /// `Wu••• P•••`.
        masked: String,
    },
    /// Masa berlaku KTA habis, or perlu dicek petugas.
    CardNotice(CardNotice),
    /// No membership list: the name only.
    NameOnly(NameOnly),
    /// Non Anggota.
    NonMember(NonMemberEntry),
    /// Rombongan.
    Group(GroupEntry),
    /// Maksud kunjungan.
    Purpose(Purposes),
    /// The few words of "Lainnya".
    Note(NoteEntry),
    /// Being written; nothing is promised yet.
    Recording(Box<Recording>),
    /// Sudah tercatat pukul 09.12.
    Repeated(Repeated),
    /// Terima kasih: the row is committed and synced.
    Done(Done),
    /// Informasi layanan: the published service standard.
    ServiceInfo,
    /// Layanan internet perlu KTA: the requirement, and the ways on.
    Gate(Gate),
    /// Ruang internet sedang tutup: when it opens, and other purposes.
    RoomClosed(Closed),
    /// Ruang internet: the map with the suggested seat.
    Seat(SeatChoice),
    /// Semua komputer sedang dipakai, or the visitor's own queue number.
    Queue(Queue),
    /// Ketik nomor antrean.
    Turn(TurnEntry),
    /// Anda masih tercatat di PC 07.
    StillSeated(StillSeated),
    /// Siapa yang selesai?
    Leaver(Leaver),
    /// The last characters of the KTA, or the exit code.
    LeaverCode(LeaverCode),
    /// Sudah dirapikan?
    CheckOut(CheckOut),
    /// A few words to the rating.
    Words(WordsEntry),
}

impl Screen {
    /// The name in traces and tests.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::CardEntry(c) if c.unknown => "card_unknown",
            Self::CardEntry(_) => "card_entry",
            Self::ConfirmIdentity { .. } => "confirm_identity",
            Self::CardNotice(CardNotice { expired: Some(_), .. }) => "card_expired",
            Self::CardNotice(_) => "card_blocked",
            Self::NameOnly(_) => "name_only",
            Self::NonMember(_) => "non_member",
            Self::Group(_) => "group",
            Self::Purpose(_) => "purpose",
            Self::Note(_) => "note",
            Self::Recording(_) => "recording",
            Self::Repeated(_) => "repeated",
            Self::Done(_) => "done",
            Self::ServiceInfo => "service_info",
            Self::Gate(_) => "internet_gate",
            Self::RoomClosed(_) => "room_closed",
            Self::Seat(_) => "seat",
            Self::Queue(Queue::Offered) => "queue",
            Self::Queue(Queue::Waiting { .. }) => "queue_waiting",
            Self::Queue(Queue::Missed { .. }) => "queue_missed",
            Self::Turn(_) => "turn",
            Self::StillSeated(_) => "still_seated",
            Self::Leaver(_) => "leaver",
            Self::LeaverCode(_) => "leaver_code",
            Self::CheckOut(c) if c.writing.is_some() => "checking_out",
            Self::CheckOut(_) => "check_out",
            Self::Words(_) => "rating_words",
        }
    }
}

/// A card that is known but not in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardNotice {
    /// The greeting word.
    pub name: String,
    /// The day it ended; none: blocked.
    pub expired: Option<NaiveDate>,
    /// Whether the internet room refuses this card.
    pub internet_refused: bool,
}

/// The pill beside the greeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Badge {
    /// Anggota aktif.
    Active,
    /// A member whose card could not be checked, or staff need to check.
    Member,
    /// KTA habis masa berlaku.
    Expired,
    /// Non Anggota.
    NonMember,
    /// Rombongan.
    Group,
}

/// How the tile of the internet room behaves for this visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InternetTile {
    /// Like the others, with "Perlu KTA"; with "Penuh" while nothing is free.
    Open,
    /// Grey; a touch tells the requirement and the ways on.
    Refused(RefusedFor),
    /// Grey; the card's session is open at that computer.
    Seated(String),
}

/// Maksud kunjungan.
#[derive(Debug, Clone, PartialEq)]
pub struct Purposes {
    /// "Halo, Wulan!": the greeting word, or the institution of a group.
    pub greeting: String,
    /// The column of the book.
    pub kind: MembershipType,
    /// The pill.
    pub badge: Badge,
    /// The internet tile.
    pub internet: InternetTile,
}

impl State {
    /// The kiosk as it starts: Welcome, nothing entered.
    #[must_use]
    pub fn new(rules: &Rules) -> Self {
        Self {
            lang: rules.language,
            aa: false,
            screen: Screen::Welcome,
            dialog: None,
            strip: None,
            idle_ends: None,
            reader: Reader::Ready,
            room: Box::default(),
            walk: Walk::default(),
            touched: Duration::ZERO,
            last_card: None,
            looking: None,
            waiting_scan: None,
            unreadable: 0,
            asking: None,
            ticket: 0,
        }
    }

    /// Whether the visitor has entered anything that Batal would lose.
    #[must_use]
    pub fn has_entries(&self) -> bool {
        let typed = |t: &Typed| !t.trim().is_empty();
        let entered = |screen: &Screen| match screen {
            Screen::CardEntry(c) => c.by_hand && typed(&c.text),
            Screen::NameOnly(n) => typed(&n.name),
            Screen::NonMember(n) => typed(&n.name) || typed(&n.origin) || n.answers != Demographics::default(),
            Screen::Group(g) => typed(&g.leader) || typed(&g.institution) || g.total() > 0,
            Screen::Note(n) => typed(&n.text),
            Screen::Words(w) => typed(&w.text),
            Screen::LeaverCode(l) => typed(&l.text),
            Screen::Turn(t) => !t.text.is_empty(),
            Screen::CheckOut(c) => c.missing() < 3 || c.score.is_some(),
            _ => false,
        };
        entered(&self.screen) || self.walk.trail.iter().any(entered)
    }

    /// The step of the walk that is shown, and of how many: "Langkah 1 dari 2"; of three once the visitor has picked
    /// the internet room. Check-out has two of its own (see [`State::is_leaving`]).
    #[must_use]
    pub fn step(&self) -> Option<(u8, u8)> {
        match &self.screen {
            Screen::Welcome
            | Screen::Done(_)
            | Screen::Repeated(_)
            | Screen::ServiceInfo
            | Screen::StillSeated(_)
            | Screen::Turn(_)
            | Screen::Queue(Queue::Waiting { .. } | Queue::Missed { .. }) => None,
            Screen::Seat(choice) => (choice.wants == Wants::Visit).then_some((3, 3)),
            Screen::Queue(Queue::Offered) => Some((3, 3)),
            Screen::Recording(r) if r.visit.session.is_some() => Some((3, 3)),
            Screen::Gate(_) => Some((2, 3)),
            Screen::RoomClosed(_) => self.walk.guest.as_ref().map(|_| (2, 2)),
            Screen::Purpose(_) | Screen::Note(_) | Screen::Recording(_) | Screen::CheckOut(_) | Screen::Words(_) => {
                Some((2, 2))
            }
            _ => Some((1, 2)),
        }
    }

    /// Whether the steps are those of check-out: "Selesai internet · langkah 1 dari 2".
    #[must_use]
    pub fn is_leaving(&self) -> bool {
        matches!(self.screen, Screen::Leaver(_) | Screen::LeaverCode(_) | Screen::CheckOut(_) | Screen::Words(_))
    }

    /// The computer that is being left, on the screens of check-out.
    #[must_use]
    pub fn leaving_seat(&self) -> Option<&str> {
        std::iter::once(&self.screen).chain(self.walk.trail.iter().rev()).find_map(|screen| match screen {
            Screen::CheckOut(leaving) => Some(leaving.session.seat.as_str()),
            _ => None,
        })
    }

    /// Whether this walk began with a card, so that another visit can be recorded for it.
    #[must_use]
    pub fn knows_card(&self) -> bool {
        self.walk.found.is_some()
    }

    /// Whether somebody stands here who may choose a purpose.
    #[must_use]
    pub fn knows_guest(&self) -> bool {
        self.walk.guest.is_some()
    }

    pub(super) fn next_ticket(&mut self) -> u64 {
        self.ticket += 1;
        self.ticket
    }

    /// A card is being looked up since then.
    #[must_use]
    pub fn looking_since(&self) -> Option<Duration> {
        self.looking.as_ref().map(|l| l.since)
    }

    /// Whether "Kembali" has somewhere to go; from the first screen it leads to Welcome.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !matches!(self.screen, Screen::Welcome | Screen::Done(_))
    }

    /// Whether the event is the visitor's own doing, which counts as a sign of life.
    #[must_use]
    pub(super) fn is_touch(event: &Event) -> bool {
        !matches!(
            event,
            Event::Tick
                | Event::Reader(_)
                | Event::Looked { .. }
                | Event::LookFailed { .. }
                | Event::Recorded(_)
                | Event::RecordFailed(_)
                | Event::NotSeated { .. }
                | Event::Room(_)
                | Event::Replied { .. }
                | Event::Voided(_)
                | Event::VoidFailed(_)
                | Event::StayHere(_)
        )
    }
}
