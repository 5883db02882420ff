//! What the kiosk shows: the screen, what lies over it, and what the visitor has entered so far.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use zeroize::Zeroizing;

use super::event::Event;
use super::rules::Rules;
use crate::domain::card::CardNumber;
use crate::domain::demographics::{Demographics, Sex};
use crate::domain::form::FieldRule;
use crate::domain::lang::Lang;
use crate::domain::member::{Member, Standing};
use crate::domain::name::{Name, TextError};
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{Entry, MembershipType, NewVisit, VisitId, Visitor};

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
    pub(super) walk: Walk,
    pub(super) touched: Duration,
    pub(super) last_card: Option<(CardNumber, Duration)>,
    pub(super) looking: Option<Looking>,
    pub(super) waiting_scan: Option<CardNumber>,
    pub(super) unreadable: u8,
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
        }
    }
}

/// The number as typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CardEntry {
    /// What was typed, without spaces.
    pub text: Typed,
    /// The visitor has put a hand to it; a number that the reader read is nobody's work to lose.
    pub by_hand: bool,
    /// "Nomor KTA tidak ditemukan" stands.
    pub unknown: bool,
    /// Lanjut can be used: the text is a card number.
    pub complete: bool,
    /// The number is being looked up since then.
    pub searching: Option<Duration>,
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

/// The name of a member while no list is loaded.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NameOnly {
    /// As typed.
    pub name: Typed,
    /// The fault that is told under the field.
    pub fault: Option<TextError>,
}

/// A question of the accordion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Jenis kelamin.
    Sex,
    /// Kelompok usia.
    AgeGroup,
    /// Pendidikan terakhir.
    Education,
    /// Pekerjaan.
    Occupation,
}

/// A field that takes typed text or figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Nama.
    Name,
    /// Asal.
    Origin,
    /// Ketua rombongan.
    Leader,
    /// Asal instansi.
    Institution,
    /// Number of men and boys.
    Male,
    /// Number of women and girls.
    Female,
}

/// The form of a visitor without a card.
#[derive(Debug, Clone, PartialEq)]
pub struct NonMemberEntry {
    /// As typed.
    pub name: Typed,
    /// As typed; asked only where the library wants it.
    pub origin: Typed,
    /// The answers so far.
    pub answers: Demographics,
    /// The questions that are shown, with their rule.
    pub questions: Vec<(Question, FieldRule)>,
    /// The question that is unfolded.
    pub open: Option<Question>,
    /// The field that typing goes to.
    pub focus: Field,
    /// Whether the origin is asked.
    pub origin_rule: FieldRule,
    /// The fault that is told under the name.
    pub name_fault: Option<TextError>,
    /// The fault that is told under the origin.
    pub origin_fault: Option<TextError>,
}

impl NonMemberEntry {
    /// Whether the question has its answer.
    #[must_use]
    pub fn answered(&self, q: Question) -> bool {
        match q {
            Question::Sex => self.answers.sex.is_some(),
            Question::AgeGroup => self.answers.age_group.is_some(),
            Question::Education => self.answers.education.is_some(),
            Question::Occupation => self.answers.occupation.is_some(),
        }
    }

    /// Answered and shown questions: the two numbers of "2 dari 4".
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.questions.iter().filter(|(q, _)| self.answered(*q)).count(), self.questions.len())
    }

    /// Required questions that have no answer yet.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.questions.iter().filter(|(q, rule)| *rule == FieldRule::Required && !self.answered(*q)).count()
    }

    /// Whether the name can be taken as it stands.
    #[must_use]
    pub fn name_fits(&self) -> bool {
        Name::new(&self.name).is_ok()
    }

    /// Whether Lanjut goes on.
    #[must_use]
    pub fn complete(&self) -> bool {
        let origin = match self.origin_rule {
            FieldRule::Required => Name::new(&self.origin).is_ok(),
            FieldRule::Optional => self.origin.trim().is_empty() || Name::new(&self.origin).is_ok(),
            FieldRule::Hidden => true,
        };
        self.name_fits() && origin && self.missing() == 0
    }
}

/// The form of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupEntry {
    /// Ketua rombongan, as typed.
    pub leader: Typed,
    /// Asal instansi, as typed.
    pub institution: Typed,
    /// Laki-laki.
    pub male: u32,
    /// Perempuan.
    pub female: u32,
    /// The field that typing goes to.
    pub focus: Field,
    /// The next digit replaces the number instead of being put behind it.
    pub fresh_number: bool,
    /// The most people of one group.
    pub max_people: u32,
    /// A fault told under the leader's name.
    pub leader_fault: Option<TextError>,
    /// A fault told under the institution.
    pub institution_fault: Option<TextError>,
    /// "Jumlah rombongan minimal 2 orang" (`true`: too few) or "paling banyak" stands.
    pub people_fault: Option<bool>,
}

impl GroupEntry {
    /// People in all.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.male.saturating_add(self.female)
    }

    /// The number beside the word.
    #[must_use]
    pub fn number(&self, sex: Sex) -> u32 {
        match sex {
            Sex::Male => self.male,
            Sex::Female => self.female,
        }
    }
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InternetTile {
    /// Like the others, with "Perlu KTA".
    Open,
    /// Grey; a touch explains that a valid card is needed.
    NeedsCard,
    /// Grey; a group is asked to see staff.
    AskStaff,
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

/// The few words of "Lainnya".
#[derive(Debug, Clone, PartialEq)]
pub struct NoteEntry {
    /// The purpose they belong to.
    pub purpose: PurposeId,
    /// As typed.
    pub text: Typed,
    /// The fault that is told under the field.
    pub fault: Option<TextError>,
}

/// A visit on its way into the book.
#[derive(Debug, Clone, PartialEq)]
pub struct Recording {
    /// What is being written.
    pub visit: NewVisit,
    /// The purpose screen that stays behind it.
    pub purposes: Purposes,
    /// Where the attempt stands.
    pub phase: RecordingPhase,
    pub(super) attempts: u8,
}

/// Where the attempt to write stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordingPhase {
    /// Being written since then.
    Writing(Duration),
    /// "Belum tersimpan. Kami coba lagi…": tried again at that time.
    Waiting(Duration),
    /// Three tries failed: "Panggil petugas" and "Coba lagi".
    Failed,
}

/// The card was recorded a short while ago.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    /// When.
    pub at: DateTime<Utc>,
    /// "Catat lagi" is offered.
    pub again: bool,
}

/// Terima kasih.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The greeting word, or a group's institution.
    pub greeting: String,
    /// The column of the book.
    pub kind: MembershipType,
    /// The visit.
    pub visit: VisitId,
    /// Why they came.
    pub purpose: PurposeId,
    /// Waktu masuk.
    pub at: DateTime<Utc>,
    /// When the screen closes by itself.
    pub ends: Duration,
    /// How long it stands in all.
    pub lasts: Duration,
    /// "Salah? Batalkan".
    pub undo: UndoPhase,
}

/// Where an undo stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoPhase {
    /// Offered.
    Offered,
    /// Being voided.
    Voiding,
    /// It could not be voided; staff can.
    Failed,
}

/// A question over the screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// Batalkan pengisian?
    CancelEntry,
    /// Silakan datang ke meja layanan.
    CallStaff,
    /// KTA terbaca. Pakai KTA ini?
    UseCard(CardNumber),
    /// Benar 240 orang?
    ConfirmPeople(u32),
    /// Layanan internet perlu KTA yang masih berlaku.
    InternetNeedsCard,
    /// Silakan minta bantuan petugas.
    InternetAskStaff,
    /// Batalkan kunjungan ini?
    UndoVisit,
}

impl Dialog {
    /// The name in traces and tests.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::CancelEntry => "cancel_entry",
            Self::CallStaff => "call_staff",
            Self::UseCard(_) => "use_card",
            Self::ConfirmPeople(_) => "confirm_people",
            Self::InternetNeedsCard => "internet_needs_card",
            Self::InternetAskStaff => "internet_ask_staff",
            Self::UndoVisit => "undo_visit",
        }
    }
}

/// A message that goes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strip {
    /// Kartu belum terbaca. Coba sekali lagi.
    Unreadable,
    /// The third time: offers the keypad.
    UnreadableOfferKeypad,
    /// The book cannot be asked just now.
    LookupFailed,
    /// Kunjungan dibatalkan.
    Undone,
    /// The purpose was taken off the list meanwhile.
    PurposeGone,
}

impl Strip {
    /// The name in traces and tests.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::UnreadableOfferKeypad => "unreadable_offer_keypad",
            Self::LookupFailed => "lookup_failed",
            Self::Undone => "undone",
            Self::PurposeGone => "purpose_gone",
        }
    }
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
            walk: Walk::default(),
            touched: Duration::ZERO,
            last_card: None,
            looking: None,
            waiting_scan: None,
            unreadable: 0,
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
            _ => false,
        };
        entered(&self.screen) || self.walk.trail.iter().any(entered)
    }

    /// The step of the walk that is shown, and of how many: "Langkah 1 dari 2".
    #[must_use]
    pub fn step(&self) -> Option<(u8, u8)> {
        match self.screen {
            Screen::Welcome | Screen::Done(_) | Screen::Repeated(_) | Screen::ServiceInfo => None,
            Screen::Purpose(_) | Screen::Note(_) | Screen::Recording(_) => Some((2, 2)),
            _ => Some((1, 2)),
        }
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
                | Event::Voided(_)
                | Event::VoidFailed(_)
                | Event::StayHere(_)
        )
    }
}
