//! What can be wrong with the file, as data; [`sentence`](super::sentence) puts it into words.

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file as it was named to the program.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What.
    pub kind: ProblemKind,
    /// What was probably meant, ready to be written.
    pub suggestion: Option<String>,
}

/// The type that a value should have had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// Text in quotation marks.
    Text,
    /// A whole number.
    Whole,
    /// `true` or `false`.
    Flag,
    /// A list in square brackets.
    List,
    /// A section or `{ … }`.
    Section,
}

/// The form that a text should have had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// `a-z`, `0-9`, `_`, 1 to 40 characters.
    PurposeId,
    /// Letters, digits, `-`, `_`, 1 to 40 characters.
    KioskId,
    /// `08:00-15:30` or `closed`.
    Hours,
    /// `13:00`.
    Time,
    /// Begins with `https://` or `http://`.
    Website,
    /// Letters, digits, dots, underscores, without `@`.
    Instagram,
    /// Digits, spaces, `+ - ( )`.
    Phone,
    /// `ctrl+alt+p`.
    Chord,
    /// `enter`, `tab`, `none`, `f1` to `f12`, or one sign.
    Suffix,
    /// An absolute path.
    Folder,
    /// `[column, row]`, both within the map.
    Position,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// Not TOML. Alone in the list, since nothing else can be told of such a file.
    Syntax {
        /// The parser's own words, English.
        reason: String,
    },
    /// Bytes that are not UTF-8. Alone in the list.
    NotUtf8,
    /// A key or section that stands twice.
    KeyTwice {
        /// As written.
        key: String,
    },
    /// A key that this program does not know.
    UnknownKey {
        /// As written.
        key: String,
    },
    /// A section that this program does not know.
    UnknownSection {
        /// As written, without brackets.
        section: String,
    },
    /// A key without which there is no kiosk.
    MissingKey {
        /// The key.
        key: String,
        /// Where it belongs, without brackets.
        section: String,
    },
    /// A value of another type.
    WrongType {
        /// The key.
        key: String,
        /// What it should be.
        wanted: Wanted,
    },
    /// A text without a letter.
    Empty {
        /// The key.
        key: String,
    },
    /// A list without an item.
    EmptyList {
        /// The key.
        key: String,
    },
    /// A text with more characters than fit.
    TooLong {
        /// The key.
        key: String,
        /// How many fit.
        most: usize,
    },
    /// A list with more items than fit.
    TooMany {
        /// The key.
        key: String,
        /// How many fit.
        most: usize,
    },
    /// A tab, line break or other control character in a text of one line.
    Control {
        /// The key.
        key: String,
    },
    /// A number outside its bounds.
    OutOfRange {
        /// The key.
        key: String,
        /// As written.
        found: String,
        /// Smallest.
        least: u64,
        /// Largest.
        most: u64,
    },
    /// A word that is not one of a few.
    NotOneOf {
        /// The key.
        key: String,
        /// As written.
        found: String,
        /// The words allowed.
        allowed: Vec<&'static str>,
    },
    /// A text of another form.
    Malformed {
        /// The key.
        key: String,
        /// As written.
        found: String,
        /// What it should look like.
        shape: Shape,
    },
    /// Opening after closing.
    HoursBackwards {
        /// The weekday's key.
        key: String,
    },
    /// No day of the week is open.
    NeverOpen,
    /// Not the name of an icon.
    UnknownIcon {
        /// As written.
        found: String,
    },
    /// Not the name of a time zone.
    UnknownTimezone {
        /// As written.
        found: String,
    },
    /// Not a regular expression.
    BadPattern {
        /// The library's own words, English.
        reason: String,
    },
    /// The sample does not match the pattern.
    SampleUnfit {
        /// The sample.
        sample: String,
    },
    /// The sample is shorter than what the scanner takes.
    SampleTooShort {
        /// Length of the sample without spaces.
        length: usize,
        /// `scan.min_length`.
        least: usize,
    },
    /// The suffix is a character of the sample.
    SuffixInSample {
        /// The suffix.
        suffix: char,
    },
    /// `idle_warning_seconds` above `idle_seconds`.
    WarningTooLong {
        /// `idle_seconds`.
        idle: u64,
    },
    /// `confirm_above` above `max_people`.
    ConfirmAboveMost {
        /// `max_people`.
        most: u64,
    },
    /// The same id, or the same item, twice in a list.
    Duplicate {
        /// The key.
        key: String,
        /// As written.
        found: String,
        /// Line of the first.
        first: usize,
    },
    /// Two seats on one place of the map.
    SamePosition {
        /// The other seat.
        other: String,
        /// Line of the other.
        first: usize,
    },
    /// `internet.purpose` is no purpose of this file.
    NoSuchPurpose {
        /// As written.
        found: String,
    },
    /// A column of the book for which no purpose is active.
    NoPurposeFor {
        /// The membership type's id.
        who: &'static str,
    },
    /// More active purposes for one column of the book than fit the screen.
    TooManyPurposes {
        /// The membership type's id.
        who: &'static str,
        /// How many fit.
        most: usize,
    },
    /// The second backup folder lies in the data folder.
    BackupInData,
}
