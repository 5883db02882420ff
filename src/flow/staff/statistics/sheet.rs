//! What can be looked at on the page, and what of it can be told.

/// The three sheets of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sheet {
    /// How many, when and why.
    #[default]
    Summary,
    /// Who they were, where they came from, and the days one by one.
    People,
    /// The internet room: how often, when, where, how long, and how it was left.
    Room,
}

/// A bar or cell whose exact figures are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// An hour of the day; on the sheet of the room: sessions that began in it.
    Hour(usize),
    /// An hour of a weekday, both from 0; Monday is the first.
    Busy(usize, usize),
    /// A step along time; on the sheet of the room: sessions that began in it.
    Step(usize),
    /// A card at the head of the page.
    Card(usize),
    /// A row of a list.
    Row(List, usize),
}

/// The lists of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// By column of the book.
    Types,
    /// By purpose.
    Purposes,
    /// By sex.
    Sex,
    /// By age group.
    Age,
    /// By education.
    Education,
    /// By occupation.
    Occupation,
    /// By origin.
    Origins,
    /// Sessions by computer.
    Seats,
    /// Sessions by the point that was ticked.
    Tidy,
    /// Sessions by how they ended.
    Ended,
    /// Ratings by score.
    Ratings,
    /// Visitors turned away, by reason.
    Refused,
}
