//! The import in three steps: Pilih berkas, Cocokkan kolom, Periksa; then the import itself.

use std::fmt;
use std::path::{Path, PathBuf};

use super::picker::{Picked, Picker, PickerEvent};
use super::{Ask, Problem, Reply};
use crate::domain::member_columns::{Columns, Field};
use crate::domain::member_list::ImportCounts;
use crate::flow::staff::page::{Ask as AnyAsk, Hands};

/// The import that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// How far it is.
    pub step: Step,
    /// Why the last act did not happen.
    pub problem: Option<Problem>,
    waiting: Option<u64>,
}

/// How far an import is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// 1: Pilih berkas.
    File(Picker),
    /// 2: Cocokkan kolom.
    Columns(Table),
    /// The file is being read, so many thousandths of it.
    Reading(Table, u64),
    /// 3: Periksa.
    Check(Table, Checked),
    /// It is being written, so many thousandths of it.
    Writing(Table, Checked, u64),
    /// It is committed.
    Done(Table, ImportCounts),
}

/// A file that is a table.
#[derive(Clone, PartialEq, Eq)]
pub struct Table {
    /// The file.
    pub file: PathBuf,
    /// The name of the file.
    pub name: String,
    /// The names of its columns, as they stand in the file.
    pub header: Vec<String>,
    /// Its first rows.
    pub samples: Vec<Vec<String>>,
    /// Which column is what.
    pub columns: Columns,
    /// The fact whose column is being chosen.
    pub choosing: Option<Field>,
    /// Which part of the columns is offered, from 0.
    pub part: usize,
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Table(…, {} columns)", self.header.len())
    }
}

/// What an import would change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// New, changed and unchanged members; with [`Self::full`] also who becomes inactive.
    pub counts: ImportCounts,
    /// Members missing from the file become inactive.
    pub full: bool,
    /// Rows that are not taken.
    pub rejected: u64,
    /// The first of them: line and reason.
    pub reasons: Vec<(u64, String)>,
    /// What else is to be said, such as facts left out because their words are not known.
    pub remarks: Vec<String>,
    /// Which part of the reasons is shown, from 0.
    pub part: usize,
}

/// What happens during an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportEvent {
    /// The file is chosen.
    File(PickerEvent),
    /// Show which columns there are for this fact.
    Choose(Field),
    /// The fact that is being chosen stands in this column, or in none.
    Column(Option<usize>),
    /// Leave the choice as it is.
    Keep,
    /// "Periksa".
    Check,
    /// Members missing from the file become inactive, or stay as they are.
    Full(bool),
    /// Another part of the columns that are offered, or of the reasons.
    Part(usize),
    /// "Impor".
    Commit,
    /// One step back; out of the import from its first step. What is being read or written is given up.
    Back,
    /// "Batal", or "Selesai": out of the import.
    Leave,
}

impl Import {
    pub(super) fn begin(hands: &mut Hands<'_>) -> Self {
        let (picker, ticket) = Picker::begin(hands);
        Self { step: Step::File(picker), problem: None, waiting: Some(ticket) }
    }

    /// An answer is awaited.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.waiting.is_some()
    }

    /// Applies an event; true when the import is over.
    pub(super) fn on(&mut self, event: ImportEvent, hands: &mut Hands<'_>) -> bool {
        match event {
            ImportEvent::File(event) => {
                if let Step::File(picker) = &mut self.step {
                    self.problem = None;
                    if let Picked::Waits(ticket) = picker.on(event, hands) {
                        self.waiting = Some(ticket);
                    }
                }
            }
            ImportEvent::Choose(field) => {
                if let Step::Columns(table) = &mut self.step {
                    (table.choosing, table.part) = (Some(field), 0);
                }
            }
            ImportEvent::Keep => {
                if let Step::Columns(table) = &mut self.step {
                    table.choosing = None;
                }
            }
            ImportEvent::Column(column) => {
                if let Step::Columns(table) = &mut self.step {
                    self.problem = None;
                    table.choose(column);
                }
            }
            ImportEvent::Check => self.check(hands),
            ImportEvent::Full(full) => {
                if let (Step::Check(_, checked), None) = (&mut self.step, self.waiting) {
                    checked.full = full;
                    self.waiting = Some(hands.ask(AnyAsk::Members(Ask::Full(full))));
                }
            }
            ImportEvent::Part(part) => match &mut self.step {
                Step::Columns(table) => table.part = part,
                Step::Check(_, checked) => checked.part = part,
                _ => {}
            },
            ImportEvent::Commit => {
                if let (Step::Check(table, checked), None) = (&self.step, self.waiting)
                    && checked.changes()
                {
                    self.problem = None;
                    self.step = Step::Writing(table.clone(), checked.clone(), 0);
                    self.waiting = Some(hands.ask(AnyAsk::Members(Ask::Commit)));
                }
            }
            ImportEvent::Back => return self.back(hands),
            ImportEvent::Leave => return self.leave(hands),
        }
        false
    }

    fn check(&mut self, hands: &mut Hands<'_>) {
        if let (Step::Columns(table), None) = (&mut self.step, self.waiting)
            && table.columns.missing().is_empty()
        {
            self.problem = None;
            table.choosing = None;
            let ask = Ask::Check { file: table.file.clone(), columns: table.columns.clone() };
            self.step = Step::Reading(table.clone(), 0);
            self.waiting = Some(hands.ask(AnyAsk::Members(ask)));
        }
    }

    fn back(&mut self, hands: &mut Hands<'_>) -> bool {
        match &mut self.step {
            Step::File(picker) if picker.folder.is_none() => return true,
            Step::File(picker) => {
                self.problem = None;
                if let Picked::Waits(ticket) = picker.on(PickerEvent::Up, hands) {
                    self.waiting = Some(ticket);
                }
            }
            Step::Columns(table) if table.choosing.is_some() => table.choosing = None,
            Step::Columns(_) => *self = Self::begin(hands),
            Step::Reading(table, _) | Step::Check(table, _) => {
                let table = table.clone();
                hands.ask(AnyAsk::Members(Ask::Cancel));
                *self = Self { step: Step::Columns(table), problem: None, waiting: None };
            }
            // It may be too late: the answer tells.
            Step::Writing(..) => {
                hands.ask(AnyAsk::Members(Ask::Cancel));
            }
            Step::Done(..) => return true,
        }
        false
    }

    fn leave(&mut self, hands: &mut Hands<'_>) -> bool {
        match self.step {
            Step::Reading(..) | Step::Check(..) => {
                hands.ask(AnyAsk::Members(Ask::Cancel));
                true
            }
            Step::Writing(..) => {
                hands.ask(AnyAsk::Members(Ask::Cancel));
                false
            }
            _ => true,
        }
    }

    pub(super) fn replied(&mut self, ticket: u64, reply: Reply) {
        if self.waiting != Some(ticket) {
            return;
        }
        if !matches!(reply, Reply::Reading(_) | Reply::Writing(_)) {
            self.waiting = None;
        }
        match (&mut self.step, reply) {
            (Step::File(picker), Reply::Places(places)) => {
                (picker.places, picker.folder) = (Some(places), None);
            }
            (Step::File(picker), Reply::Folder(entries)) => picker.listed(entries),
            (Step::File(_), Reply::Opened(table)) => self.step = Step::Columns(*table),
            (Step::Reading(_, done), Reply::Reading(now)) | (Step::Writing(_, _, done), Reply::Writing(now)) => {
                *done = now;
            }
            (Step::Reading(table, _) | Step::Check(table, _), Reply::Checked(checked)) => {
                self.step = Step::Check(table.clone(), *checked);
            }
            (Step::Writing(table, ..), Reply::Imported(counts)) => self.step = Step::Done(table.clone(), counts),
            (Step::Writing(table, ..), Reply::Cancelled) => self.step = Step::Columns(table.clone()),
            _ => {}
        }
    }

    /// A file was chosen in the dialog of the system, or the dialog was closed.
    pub(super) fn picked(&mut self, ticket: u64, path: Option<&Path>, hands: &mut Hands<'_>) {
        if let Step::File(picker) = &mut self.step
            && let Some(file) = picker.system.picked(ticket, path)
        {
            self.on(ImportEvent::File(PickerEvent::Chosen(file)), hands);
        }
    }

    pub(super) fn refused(&mut self, ticket: u64, why: Problem) {
        if let Step::File(picker) = &mut self.step
            && picker.system.unanswered(ticket)
        {
            self.problem = Some(why);
            return;
        }
        if self.waiting.take_if(|t| *t == ticket).is_none() {
            return;
        }
        self.problem = Some(why);
        if let Step::Reading(table, _) | Step::Check(table, _) | Step::Writing(table, ..) = &self.step {
            // Whatever it was, nothing is staged any more: it is checked again before it is imported.
            self.step = Step::Columns(table.clone());
        }
    }
}

impl Table {
    /// The fact that is being chosen stands in this column; any other fact in it stands nowhere from now on.
    fn choose(&mut self, column: Option<usize>) {
        let Some(field) = self.choosing.take() else { return };
        if column.is_some_and(|at| at >= self.header.len()) {
            return;
        }
        for &other in Field::ALL {
            if column.is_some() && self.columns.get(other) == column {
                self.columns.set(other, None);
            }
        }
        self.columns.set(field, column);
    }
}

impl Checked {
    /// The import would change something.
    #[must_use]
    pub const fn changes(&self) -> bool {
        self.counts.added + self.counts.updated + self.counts.deactivated > 0
    }
}
