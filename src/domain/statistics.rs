//! The shapes of statistics: what is counted along which dimension. Entries and people are always told apart.

use super::id_enum;

id_enum! {
    /// What `stats --by` can break down.
    Dimension {
        Total = "total", Day = "day", Month = "month", Year = "year", Hour = "hour", Weekday = "weekday",
        Type = "type", Purpose = "purpose", Sex = "sex", Age = "age", Education = "education",
        Occupation = "occupation", Seat = "seat", Session = "session",
    }
}

/// One line of a statistic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The id of the dimension's value; "unknown" where the visit does not say.
    pub key: String,
    /// Entries of the book.
    pub entries: u64,
    /// People behind them.
    pub people: u64,
}

/// The key of what a visit does not say.
pub const UNKNOWN: &str = "unknown";
