//! Anggota: the membership list with its search, one member's particulars, and the import with its undoing.
//!
//! Names and numbers are masked by what paints the page until [`Page::revealed`]; showing them is written down first.

mod answers;
mod import;
mod list;
mod picker;

use chrono::NaiveDateTime;

pub use self::import::{Checked, Import, ImportEvent, Step, Table};
pub use self::list::{List, PAGE_ROWS, Turn};
pub use self::picker::{Entry, Folder, Picker, PickerEvent, Place, PlaceKind, SHOWN_ENTRIES};
use super::page::{Ask as AnyAsk, Hands, Key, Unanswered};
use crate::domain::member_columns::Columns;
use crate::domain::member_list::{
    Found, ImportCounts, MemberOrder, MemberPage, MemberRow, MemberSearch, MemberTotals, PageFrom,
};

/// What the page remembers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The list and what is looked for in it.
    pub list: List,
    /// How many members there are and where they came from, once it is known.
    pub summary: Option<Summary>,
    /// "Tampilkan nama" was touched and stands in the log.
    pub revealed: bool,
    /// The keyboard on the screen is open.
    pub typing: bool,
    /// Whose particulars lie over the list.
    pub detail: Option<MemberRow>,
    /// "Batalkan impor terakhir?" lies over the list.
    pub undo_asked: bool,
    /// What is told above the list.
    pub notice: Option<Notice>,
    /// The import that is under way, in place of the list.
    pub import: Option<Import>,
    asked: Asked,
}

/// The tickets under which something is awaited.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Asked {
    summary: Option<u64>,
    names: Option<u64>,
    undo: Option<u64>,
}

/// How many members there are, and the last import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Members by status.
    pub totals: MemberTotals,
    /// The last import that was not undone.
    pub last: Option<LastImport>,
}

/// The last import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastImport {
    /// When, by the library's clock.
    pub at: NaiveDateTime,
    /// The name of the file.
    pub source: String,
    /// What it changed.
    pub counts: ImportCounts,
    /// How many rows of the file were not taken.
    pub rejected: u64,
    /// It can be undone.
    pub can_undo: bool,
}

/// What is told above the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The last import was undone.
    Undone,
    /// Something did not happen, and why.
    Refused(Problem),
}

/// Why something did not happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A sentence in the panel's language that says what to do.
    Said(String),
    /// There was no answer.
    Unanswered(Unanswered),
}

/// What happens on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The search field was touched: the keyboard opens.
    Search,
    /// The keyboard on the screen is put away.
    CloseKeys,
    /// A key of the keyboard on the screen.
    Key(Key),
    /// The order of the whole list.
    Order(MemberOrder),
    /// Another page.
    Turn(Turn),
    /// "Tampilkan nama".
    ShowNames,
    /// "Samarkan nama".
    HideNames,
    /// The row at this place was touched.
    Open(usize),
    /// The particulars are put away.
    Close,
    /// "Batalkan impor terakhir".
    AskUndo,
    /// The answer to it.
    Undo(bool),
    /// The notice is put away.
    Dismiss,
    /// "Impor anggota".
    Begin,
    /// Something of the import.
    Import(ImportEvent),
}

/// What the page asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// A page of the list; `count`: also how many there are.
    List {
        /// What is looked for.
        search: MemberSearch,
        /// Which page.
        from: PageFrom,
        /// Count as well.
        count: bool,
    },
    /// How many there are, and the last import.
    Summary,
    /// Write down that names are shown.
    ShowNames,
    /// Undo the last import.
    Undo,
    /// Where files may be.
    Places,
    /// What stands in a folder.
    Folder(std::path::PathBuf),
    /// Open a file and guess its columns.
    Open(std::path::PathBuf),
    /// Read a file with these columns and say what an import would change.
    Check {
        /// The file.
        file: std::path::PathBuf,
        /// Which column is what.
        columns: Columns,
    },
    /// Say it again, with or without members missing from the file becoming inactive.
    Full(bool),
    /// Import what was checked.
    Commit,
    /// Give the import up.
    Cancel,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A page of the list.
    Listed {
        /// The page.
        page: MemberPage,
        /// How many there are, when it was asked.
        found: Option<Found>,
    },
    /// How many there are, and the last import.
    Summary(Box<Summary>),
    /// It stands in the log that names are shown.
    NamesShown,
    /// The last import is undone.
    Undone,
    /// Where files may be.
    Places(Vec<Place>),
    /// What stands in a folder; `None`: it is gone or cannot be read.
    Folder(Option<Vec<Entry>>),
    /// The file is a table.
    Opened(Box<Table>),
    /// So many thousandths of the file are read; more answers follow.
    Reading(u64),
    /// What the import would change.
    Checked(Box<Checked>),
    /// So many thousandths are written; more answers follow.
    Writing(u64),
    /// The import is committed.
    Imported(ImportCounts),
    /// The import was given up; nothing was changed.
    Cancelled,
    /// It was refused, with a sentence that says what to do.
    Refused(String),
}

impl Page {
    /// The page is shown from now on: what was asked before does not matter any more.
    pub(super) fn opened(&mut self, hands: &mut Hands<'_>) {
        self.asked.summary = None;
        self.list.forget();
        self.refresh(hands);
    }

    /// The book was changed by somebody else.
    pub(super) fn changed(&mut self, hands: &mut Hands<'_>) {
        self.refresh(hands);
    }

    fn refresh(&mut self, hands: &mut Hands<'_>) {
        if self.asked.summary.is_none() {
            self.asked.summary = Some(hands.ask(AnyAsk::Members(Ask::Summary)));
        }
        self.list.again(hands);
    }

    pub(super) fn on(&mut self, event: Event, hands: &mut Hands<'_>) {
        match event {
            Event::Search => self.typing = true,
            Event::CloseKeys => self.typing = false,
            Event::Key(key) => self.key(key, hands),
            Event::Order(order) => self.list.order(order, hands),
            Event::Turn(turn) => self.list.turn(turn, hands),
            Event::ShowNames if !self.revealed && self.asked.names.is_none() => {
                self.asked.names = Some(hands.ask(AnyAsk::Members(Ask::ShowNames)));
            }
            Event::HideNames => self.revealed = false,
            Event::Open(row) => {
                self.typing = false;
                self.detail = self.list.row(row).cloned();
            }
            Event::Close => self.detail = None,
            Event::AskUndo => self.undo_asked = self.can_undo() && self.asked.undo.is_none(),
            Event::Undo(yes) => {
                if std::mem::take(&mut self.undo_asked) && yes && self.can_undo() {
                    self.notice = None;
                    self.asked.undo = Some(hands.ask(AnyAsk::Members(Ask::Undo)));
                }
            }
            Event::Dismiss => self.notice = None,
            Event::Begin if self.import.is_none() => {
                (self.typing, self.notice, self.detail) = (false, None, None);
                self.import = Some(Import::begin(hands));
            }
            Event::Import(event) => {
                if let Some(import) = &mut self.import
                    && import.on(event, hands)
                {
                    self.import = None;
                    self.refresh(hands);
                }
            }
            Event::ShowNames | Event::Begin => {}
        }
    }

    /// Something that takes its time is under way: the last import is being undone.
    #[must_use]
    pub fn undoing(&self) -> bool {
        self.asked.undo.is_some()
    }

    /// There is a last import that can be undone.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.summary.as_ref().and_then(|s| s.last.as_ref()).is_some_and(|last| last.can_undo)
    }

    /// A key of either keyboard.
    pub(super) fn key(&mut self, key: Key, hands: &mut Hands<'_>) {
        if let Some(import) = &mut self.import {
            if key == Key::Escape && import.on(ImportEvent::Back, hands) {
                self.import = None;
                self.refresh(hands);
            }
        } else if self.undo_asked || self.detail.is_some() {
            if key == Key::Escape {
                (self.undo_asked, self.detail) = (false, None);
            }
        } else if key == Key::Escape && self.typing {
            self.typing = false;
        } else {
            self.list.key(key, hands);
        }
    }

    /// A card was read: it is looked for. False where a scan has no meaning.
    pub(super) fn scanned(&mut self, text: &str, hands: &mut Hands<'_>) -> bool {
        if self.import.is_some() || self.undo_asked {
            return false;
        }
        (self.typing, self.detail) = (false, None);
        self.list.look_for(text, hands);
        true
    }
}
