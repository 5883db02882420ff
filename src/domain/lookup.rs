//! What the book knows of a card at the moment it is shown.

use chrono::{DateTime, Utc};

use super::internet::{OpenSession, Ticket};
use super::member::Member;

/// The membership list's answer to an exact lookup of a card number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listing {
    /// No membership list was ever loaded (rule 5 of the walk).
    NoList,
    /// A list is loaded and the card is not in it.
    Unlisted,
    /// The member.
    Listed(Member),
}

/// The answer to a lookup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardAnswer {
    /// What the list says.
    pub listing: Listing,
    /// When this card's latest visit that is not voided was recorded.
    pub last_visit: Option<DateTime<Utc>>,
    /// Its session that has not ended (rule 3: Selesai internet, Pindah komputer, Kunjungan lain).
    pub open_session: Option<OpenSession>,
    /// Its queue number that still matters today.
    pub ticket: Option<Ticket>,
}
