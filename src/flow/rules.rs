//! What the configuration decides of the walk.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;

use crate::domain::card::CardPattern;
use crate::domain::form::{GroupLimits, NonMemberForm};
use crate::domain::internet::WeekHours;
use crate::domain::lang::Lang;
use crate::domain::policy::{ExpiredCard, OutsideHours, RepeatRule};
use crate::domain::purpose::{Purpose, PurposeId};

/// The rules of the walk, fixed until the configuration is read again.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The name of this kiosk in the book.
    pub kiosk: String,
    /// The zone of local dates and times.
    pub timezone: Tz,
    /// The language that Welcome returns to.
    pub language: Lang,
    /// What a card number looks like.
    pub card: CardPattern,
    /// The same card within this time is one showing of the card.
    pub debounce: Duration,
    /// Whether a card is recorded again.
    pub repeat: RepeatRule,
    /// The tiles of the purpose screen.
    pub purposes: Vec<Purpose>,
    /// The purpose that is the internet room, if the library has one.
    pub internet: Option<PurposeId>,
    /// The room has computers, so that its tile leads to one; without them it is a purpose like the others.
    pub has_room: bool,
    /// When the room is open.
    pub hours: WeekHours,
    /// Whether somebody gets a computer or a queue number outside of these hours.
    pub outside_hours: OutsideHours,
    /// The longest session, where there is a limit.
    pub longest_session: Option<Duration>,
    /// Whether the internet room asks for a card.
    pub internet_needs_card: bool,
    /// What an expired card means there.
    pub expired_card: ExpiredCard,
    /// The fields of the form.
    pub form: NonMemberForm,
    /// How large a group may be.
    pub group: GroupLimits,
    /// The idle time of the forms before the warning; other screens take their share of it (see `flow::idle`).
    pub idle: Duration,
    /// How long the warning stands.
    pub idle_warning: Duration,
    /// How long "Terima kasih" stands.
    pub thank_you: Duration,
}

impl Rules {
    /// The library's wall clock at `utc`.
    #[must_use]
    pub fn local(&self, utc: DateTime<Utc>) -> NaiveDateTime {
        utc.with_timezone(&self.timezone).naive_local()
    }

    /// Whether computers and queue numbers are given at `utc`.
    #[must_use]
    pub fn room_is_open(&self, utc: DateTime<Utc>) -> bool {
        self.room_serves(self.local(utc))
    }

    /// The same for a time of the library's wall clock.
    #[must_use]
    pub fn room_serves(&self, at: NaiveDateTime) -> bool {
        self.outside_hours == OutsideHours::Serve || self.hours.is_open(at)
    }

    /// The library's date at `utc`.
    #[must_use]
    pub fn local_date(&self, utc: DateTime<Utc>) -> NaiveDate {
        self.local(utc).date()
    }

    /// The purpose with this id.
    #[must_use]
    pub fn purpose(&self, id: &PurposeId) -> Option<&Purpose> {
        self.purposes.iter().find(|p| &p.id == id)
    }
}
