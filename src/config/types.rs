//! The validated configuration: what the rest of the program may rely on. It can only be had from
//! [`parse`](super::parse), so a value that stands here lies within the bounds of the file's comments.

use std::path::PathBuf;
use std::time::Duration;

use chrono::NaiveTime;
use chrono_tz::Tz;

use crate::domain::card::CardPattern;
use crate::domain::form::{GroupLimits, NonMemberForm};
use crate::domain::id_enum;
use crate::domain::policy::RepeatRule;
use crate::domain::purpose::Purpose;
use crate::i18n::Lang;

pub use super::room::{Internet, ServiceStandard, StandardStep};

/// The whole of `kiosk-config.toml`.
#[derive(Debug, Clone)]
pub struct Config {
    /// `[library]`
    pub library: Library,
    /// `[kiosk]`
    pub kiosk: KioskSettings,
    /// `[card]`
    pub card: Card,
    /// `[scan]`
    pub scan: Scan,
    /// `[repeat]`
    pub repeat: RepeatRule,
    /// `[[purposes]]`, in the order of the screen. Never empty; every column of the book has an active one.
    pub purposes: Vec<Purpose>,
    /// `[form.*]`
    pub form: Form,
    /// `[internet]`
    pub internet: Internet,
    /// `[service_standard]`
    pub service_standard: ServiceStandard,
    /// `[privacy]`
    pub privacy: Privacy,
    /// `[staff]`
    pub staff: StaffSettings,
    /// `[storage]`
    pub storage: Storage,
    /// `[backup]`
    pub backup: Backup,
}

/// A text of the library's own in both languages of the screen; neither is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// Bahasa Indonesia.
    pub id: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The text in a language.
    #[must_use]
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}

/// Whose book this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// Full official name; in English the Indonesian one where no other is given.
    pub name: Text,
    /// Name for the top bar; the full name where none is given.
    pub short_name: Text,
    /// Street address.
    pub address: Option<String>,
    /// Place before the date of a report.
    pub city: Option<String>,
    /// Telephone for complaints.
    pub phone: Option<String>,
    /// Website, beginning with `https://` or `http://`.
    pub website: Option<String>,
    /// Instagram account without `@`.
    pub instagram: Option<String>,
    /// Where the library stands: decides which day a visit belongs to.
    pub timezone: Tz,
    /// Lines at the head of reports; at least one.
    pub letterhead: Vec<String>,
    /// Number of the decree that sets the service standard, once there is one.
    pub sk_number: Option<String>,
}

id_enum! {
    /// Where the card reader hangs, seen from the visitor.
    ReaderPosition { Below = "below", Right = "right", Left = "left" }
}

/// How this kiosk behaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KioskSettings {
    /// Name of this kiosk in the book: 1 to 40 letters, digits, `-`, `_`.
    pub id: String,
    /// Language in which every walk begins.
    pub language: Lang,
    /// Whether the window covers the screen.
    pub fullscreen: bool,
    /// Without a touch for so long, the warning comes.
    pub idle: Duration,
    /// How long the warning stands before the walk is erased; at most `idle`.
    pub idle_warning: Duration,
    /// How long "Terima kasih" stands.
    pub thank_you: Duration,
    /// Where the card reader hangs.
    pub reader_position: ReaderPosition,
    /// No motion but the countdowns. On a software renderer motion is reduced in any case.
    pub reduced_motion: bool,
}

/// Numbers on the KTA.
#[derive(Debug, Clone)]
pub struct Card {
    /// What the whole number must match.
    pub pattern: CardPattern,
    /// An invented number for the drawing of the card, grouped by spaces as on the real one. Without its
    /// spaces it matches `pattern` and is long enough for the scanner.
    pub sample: String,
}

/// What the reader sends after the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suffix {
    /// The Enter key.
    Enter,
    /// The Tab key.
    Tab,
    /// Nothing.
    None,
    /// A function key, 1 to 12.
    Function(u8),
    /// One printable character that is neither a letter nor a digit.
    Char(char),
}

/// The keyboard-wedge reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// What the reader sends before the number; often nothing.
    pub prefix: String,
    /// What it sends after the number.
    pub suffix: Suffix,
    /// The longest pause between two characters of one scan.
    pub gap: Duration,
    /// The fewest characters of a scan, prefix and suffix not counted.
    pub min_length: usize,
    /// The same card within this time is ignored.
    pub debounce: Duration,
}

/// What the forms ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// `[form.non_member]`
    pub non_member: NonMemberForm,
    /// `[form.group]`
    pub group: GroupLimits,
}

/// UU 27/2022.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Privacy {
    /// After so many days personal data of an entry is erased.
    pub keep_days: u32,
}

/// A chord of keys that opens the PIN pad; it holds Ctrl or Alt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chord {
    /// Ctrl is held.
    pub ctrl: bool,
    /// Alt is held.
    pub alt: bool,
    /// Shift is held.
    pub shift: bool,
    /// `A` to `Z`, `0` to `9`, `F1` to `F12`.
    pub key: String,
}

/// How staff get in and out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffSettings {
    /// How long the emblem is pressed.
    pub unlock_press: Duration,
    /// Without a touch for so long, the panel locks.
    pub panel_lock: Duration,
    /// Another way to the PIN pad.
    pub unlock_chord: Option<Chord>,
}

/// Where the book is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Storage {
    /// An absolute folder; `None`: the one that the operating system gives to the user.
    pub data_dir: Option<PathBuf>,
}

/// Copies of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When, every day, library time.
    pub time: NaiveTime,
    /// An absolute folder on another disk, if any.
    pub second_folder: Option<PathBuf>,
    /// How many copies are kept.
    pub keep: u32,
}
