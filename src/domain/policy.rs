//! The library's rules on repeated scans, and on internet with an expired card and outside of the room's hours.

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

id_enum! {
    /// What the kiosk does for the internet room outside of its hours: gives computers as ever, since staff are there to
    /// see who comes, or says when it opens.
    OutsideHours { Serve = "serve", Refuse = "refuse" }
}
