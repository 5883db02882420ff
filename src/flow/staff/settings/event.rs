//! What happens on the page, what it asks of the panel's thread, and what is answered.

use chrono::NaiveDate;

use super::people;
use crate::domain::settings::{List, Section, Settings, Spot, Value};
use crate::flow::staff::page::Key;

/// What happens on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A tab.
    Section(Section),
    /// Another part of its rows.
    Part(usize),
    /// The settings of a row.
    Row(List, usize),
    /// Back to the list.
    LeaveRow,
    /// A new row.
    Add(List),
    /// The row that is shown changes places with its neighbour.
    Move(Way),
    /// "Hapus": asked once.
    Remove,
    /// The answer.
    RemoveSure(bool),
    /// A field is to be changed.
    Open(Spot),
    /// "Selesai": no longer.
    Close,
    /// Yes becomes no, and no yes.
    Flip(Spot),
    /// One of the words of the open field.
    Choose(String),
    /// A place on the map, for the open field.
    Place(u8, u8),
    /// One line of the open field.
    Line(usize),
    /// A further line.
    AddLine,
    /// The line goes.
    RemoveLine,
    /// "Pilih folder": for the open field; the drives and folders are shown.
    Browse,
    /// A key of the keyboard on the screen.
    Key(Key),
    /// "Simpan".
    Save,
    /// The answer, when a shorter time would have names erased sooner.
    ShorterSure(bool),
    /// "Batalkan perubahan".
    Discard,
    /// Show the differences of a file that was changed outside, or no more.
    Look(bool),
    /// Take that file over.
    Reload,
    /// "Cadangkan sekarang".
    BackUp,
    /// Staff and PINs.
    People(people::Event),
}

/// Towards which neighbour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The one before.
    Up,
    /// The one after.
    Down,
}

/// What the thread of the panel is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The settings by which the kiosk runs, and whether the file can be written.
    Load,
    /// What is wrong with a draft.
    Check(Box<Settings>),
    /// Keep a draft, and run by it.
    Save(Box<Settings>),
    /// Run by the file as somebody else left it.
    Reload,
    /// Which copies of the book there are.
    Copies,
    /// Make one.
    BackUp,
    /// Staff and PINs.
    People(people::Ask),
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// To [`Ask::Load`] and [`Ask::Reload`].
    Loaded(Box<Loaded>),
    /// To [`Ask::Check`]: nothing when all is well.
    Checked(Vec<Told>),
    /// The draft is kept: these are the settings from now on.
    Saved(Box<Settings>),
    /// It is not.
    NotSaved(NotSaved),
    /// To [`Ask::Copies`], the newest first.
    Copies(Vec<Copy>),
    /// A copy was made.
    Copied(Copied),
    /// None could be made.
    NotCopied,
    /// Staff and PINs.
    People(people::Reply),
}

/// The settings by which the kiosk runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The settings.
    pub settings: Settings,
    /// Why the file cannot be written.
    pub hindrance: Option<Hindrance>,
    /// What else the file holds by now.
    pub outside: Option<Outside>,
}

/// Why a file cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// It is not there.
    Missing,
    /// It is not to be written, or not by this user.
    Protected,
    /// It is somebody else's.
    Owner,
    /// No new file can be made beside it.
    Folder,
}

/// What somebody else wrote into the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outside {
    /// Good settings: these differ.
    Differences(Vec<Difference>),
    /// Something that cannot be used, in sentences with their places.
    Faulty(Vec<String>),
}

/// One setting of the file that is not the one in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which; of a list the row.
    pub spot: Spot,
    /// In use; `None`: no such row.
    pub used: Option<Value>,
    /// In the file; `None`: no such row.
    pub written: Option<Value>,
}

/// One thing that is wrong with a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Where it stands; `None`: it is about the file as a whole.
    pub spot: Option<Spot>,
    /// What is wrong and what to do.
    pub sentence: String,
}

/// Why a draft is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// Something is wrong with it.
    Wrong(Vec<Told>),
    /// Somebody else changed the file meanwhile.
    Outside(Outside),
    /// The file cannot be written.
    Hindered(Hindrance),
    /// The disk, or the book.
    Failed,
}

/// A copy of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// Of which day.
    pub date: NaiveDate,
    /// Its size in bytes.
    pub bytes: u64,
    /// Whether it stands in the second folder too.
    pub second: bool,
}

/// A copy was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Whether it reached the second folder; `None`: there is none.
    pub second: Option<bool>,
    /// All copies, the newest first.
    pub copies: Vec<Copy>,
}
