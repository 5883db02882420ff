//! What lies over a screen: questions, and messages that go by themselves.

use crate::domain::card::CardNumber;

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
    /// Another card was shown while somebody checks out. Pakai KTA itu?
    OtherCard(CardNumber),
    /// Ada yang belum rapi?
    Untidy,
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
            Self::OtherCard(_) => "other_card",
            Self::Untidy => "untidy",
            Self::UndoVisit => "undo_visit",
        }
    }
}

/// A message that goes by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// PC 07 baru saja dipakai. Kami pilihkan PC 03.
    SeatTaken {
        /// The one that is gone.
        taken: String,
        /// The one that was chosen instead.
        seat: String,
    },
    /// Semua komputer sedang dipakai.
    RoomFull,
    /// The room could not be changed or asked just now.
    RoomFailed,
    /// Anda masih tercatat di PC 07.
    StillSeated(String),
    /// The queue number is not called any more.
    TurnOver,
    /// The session had ended before.
    LeftAlready,
}

impl Strip {
    /// The name in traces and tests.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::UnreadableOfferKeypad => "unreadable_offer_keypad",
            Self::LookupFailed => "lookup_failed",
            Self::Undone => "undone",
            Self::PurposeGone => "purpose_gone",
            Self::SeatTaken { .. } => "seat_taken",
            Self::RoomFull => "room_full",
            Self::RoomFailed => "room_failed",
            Self::StillSeated(_) => "still_seated",
            Self::TurnOver => "turn_over",
            Self::LeftAlready => "left_already",
        }
    }
}
