//! The library's rules on repeated scans and on internet with an expired card.

use std::time::Duration;

use super::id_enum;

/// Whether the same card may be recorded again on the same day (rule 3 of the walk).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepeatRule {
    /// Every visit may be recorded; within this time of the last one the visitor is asked first.
    Every(Duration),
    /// Not within this time of the last one.
    Within(Duration),
    /// Once a library-local day.
    Daily,
}

id_enum! {
    /// What an expired card means for the internet room (rule 2 of the walk).
    ExpiredCard { Warn = "warn", Refuse = "refuse" }
}
