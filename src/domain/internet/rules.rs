//! What the library decides of its internet room.

use std::time::Duration;

use super::hours::WeekHours;
use super::seat::{Seat, SeatState};

/// The rules of the room, from the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomRules {
    /// The computers, in their order.
    pub seats: Vec<Seat>,
    /// Opening hours.
    pub hours: WeekHours,
    /// The longest session; `None`: as long as needed, the SOP's own rule.
    pub max_session: Option<Duration>,
    /// How long a called queue number is kept.
    pub queue_hold: Duration,
}

impl RoomRules {
    /// The computer of that name, unless the configuration says that it is broken.
    #[must_use]
    pub fn usable(&self, name: &str) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.name == name && seat.state == SeatState::Ready)
    }
}

impl Default for RoomRules {
    /// No computers.
    fn default() -> Self {
        Self { seats: Vec::new(), hours: WeekHours::default(), max_session: None, queue_hold: Duration::from_mins(5) }
    }
}
