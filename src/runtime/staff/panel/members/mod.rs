//! What Anggota asks: pages of the list, where files are, and the import, which has a thread of its own.

mod import;
mod places;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use self::import::{Import, Order};
use super::Tell;
use crate::domain::audit::{Act, Actor, Deed};
use crate::domain::card::CardPattern;
use crate::domain::member_list::{Found, PageFrom};
use crate::domain::staff::StaffId;
use crate::exchange::drives::Drives;
use crate::exchange::members_in::{FileFault, MemberFile};
use crate::flow::staff::Event;
use crate::flow::staff::members::{Ask, LastImport, PAGE_ROWS, Reply, Summary, Table};
use crate::flow::staff::page::Reply as AnyReply;
use crate::i18n::{Lang, Words};
use crate::runtime::staff::shelf::Shelf;
use crate::storage::{Book, BookSettings, DataFolder, Fault, StorageError};

/// What answers Anggota.
pub(super) struct Members {
    folder: DataFolder,
    settings: BookSettings,
    pattern: CardPattern,
    drives: Box<dyn Drives>,
    tell: Arc<Mutex<Tell>>,
    import: Option<Import>,
}

impl Members {
    pub(super) fn new(
        folder: DataFolder,
        settings: BookSettings,
        drives: Box<dyn Drives>,
        tell: Arc<Mutex<Tell>>,
    ) -> Self {
        Self { folder, settings, pattern: CardPattern::default(), drives, tell, import: None }
    }

    /// Card numbers look like this from now on; a check that is under way keeps the shape that it began with.
    pub(super) fn expect_cards(&mut self, pattern: CardPattern) {
        self.pattern = pattern;
    }

    /// Answers, or hands the ask to the thread of the import, which answers itself: `None`.
    pub(super) fn answer(
        &mut self,
        shelf: &mut Shelf,
        ticket: u64,
        by: StaffId,
        ask: Ask,
    ) -> Result<Option<Reply>, StorageError> {
        let reply = match ask {
            Ask::List { search, from, count } => shelf.with(|book, _| {
                let page = book.member_page(&search, &from, PAGE_ROWS)?;
                let found = match (count, &from) {
                    (false, _) => None,
                    // The page is all there is.
                    (true, PageFrom::Start) if !page.after => Some(Found::Exactly(page.rows.len() as u64)),
                    (true, _) => Some(book.members_found(&search)?),
                };
                Ok(Reply::Listed { page, found })
            })?,
            Ask::Summary => Reply::Summary(Box::new(shelf.with(|book, _| summary(book, &self.settings))?)),
            Ask::ShowNames => shelf.with(|book, clock| {
                book.log(&Deed::of(Actor::Staff(by), Act::NamesShown).because("members"), clock.utc())?;
                Ok(Reply::NamesShown)
            })?,
            Ask::Undo => match shelf.with(|book, clock| book.undo_import(Actor::Staff(by), clock.utc())) {
                Ok(_) => Reply::Undone,
                Err(error) => Reply::Refused(sentence(&error, &self.folder)),
            },
            Ask::Places => Reply::Places(places::places(self.drives.as_ref())),
            Ask::Folder(path) => Reply::Folder(places::entries(&path)),
            Ask::Open(path) => opened(&path),
            Ask::Check { file, columns } => {
                let order = Order { file, columns, by, ticket };
                let before = self.import.take().map(Import::give_up);
                let tell = self.teller();
                match Import::start(
                    self.folder.clone(),
                    self.settings.clone(),
                    self.pattern.clone(),
                    order,
                    tell,
                    before,
                ) {
                    Ok(import) => self.import = Some(import),
                    Err(error) => {
                        tracing::error!(%error, "an import has no thread");
                        return Ok(Some(Reply::Refused(words().get("members-busy"))));
                    }
                }
                return Ok(None);
            }
            Ask::Full(full) => return Ok(self.pass_on(|import| import.full(ticket, full))),
            Ask::Commit => return Ok(self.pass_on(|import| import.commit(ticket))),
            Ask::Cancel => {
                if let Some(import) = &self.import {
                    import.cancel();
                }
                Reply::Cancelled
            }
        };
        Ok(Some(reply))
    }

    /// The panel is locked: what is not being written is given up.
    pub(super) fn rest(&mut self) {
        if let Some(import) = &self.import {
            import.let_go();
        }
    }

    fn pass_on(&mut self, order: impl FnOnce(&Import) -> bool) -> Option<Reply> {
        let passed = self.import.as_ref().is_some_and(order);
        (!passed).then(|| Reply::Refused(words().get("import-gone")))
    }

    /// Tells the window of an answer of the import.
    fn teller(&self) -> impl Fn(u64, Reply) + Send + 'static {
        let tell = Arc::clone(&self.tell);
        move |ticket, reply| {
            let event = Event::Replied { ticket, reply: Ok(AnyReply::Members(reply)) };
            tell.lock().unwrap_or_else(PoisonError::into_inner)(event);
        }
    }
}

fn words() -> Words {
    Words::of(Lang::Id)
}

fn summary(book: &Book, settings: &BookSettings) -> Result<Summary, StorageError> {
    let last = book.last_import()?.map(|last| LastImport {
        at: last.at.with_timezone(&settings.zone).naive_local(),
        source: last.source,
        counts: last.counts,
        rejected: last.rejected,
        can_undo: last.can_undo,
    });
    Ok(Summary { totals: book.member_totals()?, last })
}

/// Opens a file and guesses its columns. A file without a line of names cannot be matched: its first line is a person.
fn opened(path: &Path) -> Reply {
    let name = name_of(path);
    let list = match MemberFile::open(path) {
        Ok(list) => list,
        Err(fault) => return refused(&name, &fault),
    };
    if let Err(fault @ FileFault::Header { found: None, .. }) = list.require(list.columns()) {
        return refused(&name, &fault);
    }
    Reply::Opened(Box::new(Table {
        file: path.to_owned(),
        name,
        header: list.header().to_vec(),
        samples: list.samples().to_vec(),
        columns: list.columns().clone(),
        choosing: None,
        part: 0,
    }))
}

/// The name of a file, without its folder.
fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn refused(name: &str, fault: &FileFault) -> Reply {
    let fault = fault.sentence(words());
    Reply::Refused(words().with("import-refused", &[("name", name.to_owned()), ("fault", fault)]))
}

/// A refusal or fault of the book as a sentence for staff.
fn sentence(error: &StorageError, folder: &DataFolder) -> String {
    words().get(match error {
        StorageError::ImportRunning => "import-running",
        StorageError::NothingToUndo => "import-nothing-to-undo",
        error if error.fault(folder.path()) == Fault::Full => "import-book-full",
        _ => "import-book-fault",
    })
}
