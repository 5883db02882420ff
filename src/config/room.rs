//! The free internet room and its published service standard, validated.

use std::time::Duration;

use super::types::Text;
use crate::domain::internet::{Seat, WeekHours};
use crate::domain::policy::{ExpiredCard, OutsideHours};
use crate::domain::purpose::PurposeId;

/// The free internet room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Internet {
    /// The purpose that leads to a seat; `None`: the library has no internet room.
    pub purpose: Option<PurposeId>,
    /// Whether a KTA is needed.
    pub require_card: bool,
    /// What an expired KTA means.
    pub expired_card: ExpiredCard,
    /// The computers; empty only without an internet room.
    pub seats: Vec<Seat>,
    /// The longest session; `None`: as long as needed, the SOP's own rule.
    pub max_session: Option<Duration>,
    /// How long leaving may take (SOP step 3).
    pub tidy: Duration,
    /// How long a called queue number is kept.
    pub queue_hold: Duration,
    /// Opening hours.
    pub hours: WeekHours,
    /// What the kiosk does outside of them.
    pub outside_hours: OutsideHours,
}

/// One of the three steps of the service standard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StandardStep {
    /// A few words.
    pub title: Text,
    /// A sentence.
    pub text: Text,
    /// How long it takes, in words.
    pub time: Text,
}

/// The published service standard of the free internet service, and its times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceStandard {
    /// SOP step 1: from first touch or scan to the recorded row.
    pub check_in: Duration,
    /// SOP step 3: from "Selesai internet" to done.
    pub check_out: Duration,
    /// Heading of the page.
    pub title: Text,
    /// What the visitor needs.
    pub requirement: Text,
    /// How to get a KTA.
    pub getting_card: Text,
    /// Time in all, large.
    pub time: Text,
    /// What that time is.
    pub time_note: Text,
    /// Cost, large.
    pub cost: Text,
    /// What that means.
    pub cost_note: Text,
    /// The procedure.
    pub steps: [StandardStep; 3],
    /// What the service gives.
    pub product: Text,
    /// What happens with complaints.
    pub complaints: Text,
    /// Address behind the QR code; the website where none is given.
    pub complaints_url: Option<String>,
}
