//! What comes into the walk and what goes out of it.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::staff::Permission;
use super::state::{Field, Question, Reader};
use crate::domain::card::CardNumber;
use crate::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use crate::domain::internet::{Ask, Refusal, Reply, Room, TidyPoint, TidyReason};
use crate::domain::lang::Lang;
use crate::domain::lookup::CardAnswer;
use crate::domain::purpose::PurposeId;
use crate::domain::staff::StaffId;
use crate::domain::visit::{MembershipType, NewVisit, Receipt, VisitId, VoidReason};

/// Now, as the runtime sees it.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Time since the program started; never turned back.
    pub mono: Duration,
    /// The clock on the wall, UTC.
    pub utc: DateTime<Utc>,
    /// An id that nobody has used yet.
    pub fresh: VisitId,
}

/// One answer of the accordion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Jenis kelamin.
    Sex(Sex),
    /// Kelompok usia.
    AgeGroup(AgeGroup),
    /// Pendidikan terakhir.
    Education(Education),
    /// Pekerjaan.
    Occupation(Occupation),
}

/// Everything that can happen to the walk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A deadline of [`super::State::next_deadline`] has come, or nothing at all.
    Tick,
    /// The visitor touched the screen or a key without any other meaning.
    Touched,
    /// A reader read this text; personal data.
    Scanned(String),
    /// A reader sent something that is no text.
    Unreadable,
    /// The reader's state changed.
    Reader(Reader),

    /// A tile of Welcome.
    Choose(MembershipType),
    /// Informasi layanan.
    ServiceInfo,
    /// ID or EN.
    Language(Lang),
    /// Large text and high contrast on or off.
    ToggleAa,

    /// A character from the on-screen or the hardware keyboard.
    Typed(char),
    /// Hapus.
    Backspace,
    /// Ulangi.
    Clear,
    /// A field was touched.
    Focus(Field),
    /// An answer was touched.
    Answer(Answer),
    /// An answered or waiting question was touched.
    Open(Question),
    /// Plus (`up`) or minus beside a number of people.
    Step {
        /// Which number.
        sex: Sex,
        /// Plus.
        up: bool,
    },

    /// The primary button: Lanjut, Simpan, Lanjut berkunjung.
    Next,
    /// Kembali.
    Back,
    /// Batal.
    Cancel,
    /// Panggil petugas.
    CallStaff,
    /// Perbaiki nomor.
    CorrectNumber,
    /// Masuk tanpa KTA.
    WithoutCard,
    /// Ketik nomor: from the strip after three unreadable scans, or from Welcome without a reader.
    TypeNumber,
    /// "Ya, ini saya" (`true`) or "Bukan saya".
    Identity(bool),
    /// A tile of the purpose screen.
    Purpose(PurposeId),
    /// "Catat lagi".
    RecordAgain,
    /// "Selesai" on Done and on "Sudah tercatat".
    Finish,
    /// "Salah? Batalkan".
    Undo,
    /// "Coba lagi" after a failure.
    Retry,
    /// The primary (`true`) or the other button of a dialog.
    Dialog(bool),
    /// "Ya, lanjutkan" (`true`) or "Mulai dari awal" of the idle warning.
    StayHere(bool),

    /// "Selesai internet": the tile of Welcome, or the answer to "Mau apa?".
    FinishInternet,
    /// "Pindah komputer".
    MoveSeat,
    /// "Kunjungan lain": the card's session stays open, or its queue number.
    OtherVisit,
    /// A computer was touched: on the map, or as the number of who leaves.
    Seat(String),
    /// "Ambil nomor antrean".
    TakeNumber,
    /// "Giliran: 14 → PC 03" on Welcome.
    ClaimTurn,
    /// "Minta izin petugas".
    AskStaff,
    /// Staff allowed the internet room for this visit.
    Permitted(StaffId),
    /// A point of leaving was touched.
    Point(TidyPoint),
    /// A face was touched, 1 "Tidak puas" to 4 "Sangat puas".
    Rate(u8),
    /// A few words to the rating.
    RateWords,
    /// The answer to "Ada yang belum rapi?": a reason, or none for "Kembali merapikan".
    Untidy(Option<TidyReason>),

    /// The book's answer to a lookup.
    Looked {
        /// Of [`Effect::LookUp`].
        ticket: u64,
        /// What the book knows.
        answer: CardAnswer,
    },
    /// The book could not look up.
    LookFailed {
        /// Of [`Effect::LookUp`].
        ticket: u64,
    },
    /// The row is committed and synced.
    Recorded(Receipt),
    /// The row is not written.
    RecordFailed(VisitId),
    /// The visit is not written, since its computer or queue number cannot be given.
    NotSeated {
        /// Which visit.
        id: VisitId,
        /// Why.
        refusal: Refusal,
    },
    /// The room as it is now; comes whenever it changes.
    Room(Box<Room>),
    /// The book's answer to [`Effect::Ask`]; `None`: the book could not be used.
    Replied {
        /// Of [`Effect::Ask`].
        ticket: u64,
        /// What it says.
        reply: Option<Reply>,
    },
    /// The row is voided.
    Voided(VisitId),
    /// The row is not voided.
    VoidFailed(VisitId),
}

/// What the runtime is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Look the card up and answer with `Looked` or `LookFailed`.
    LookUp {
        /// Comes back with the answer.
        ticket: u64,
        /// The card.
        card: CardNumber,
    },
    /// Ask the book about the internet room and answer with `Replied`.
    Ask {
        /// Comes back with the answer.
        ticket: u64,
        /// What.
        ask: Ask,
    },
    /// Open the staff's pad for this one act; answered with `Permitted`, or not at all.
    AskStaff(Permission),
    /// Write the visit and answer with `Recorded`, `NotSeated` or `RecordFailed`. Safe to repeat.
    Record(Box<NewVisit>),
    /// Void the visit, if it stands in the book, and answer with `Voided` or `VoidFailed`.
    Void {
        /// The visit.
        id: VisitId,
        /// Why.
        reason: VoidReason,
    },
}
