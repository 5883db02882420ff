//! An import on a thread of its own: it reads the file, waits for the answer, and writes; the panel goes on meanwhile.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use chrono::Utc;

use super::{name_of, refused, sentence, words};
use crate::domain::audit::Actor;
use crate::domain::card::CardPattern;
use crate::domain::member_columns::Columns;
use crate::domain::staff::StaffId;
use crate::exchange::members_in::{MemberFile, Outcome, Remarks, Step, not_known};
use crate::flow::staff::members::{Checked, Reply};
use crate::storage::{Book, BookSettings, DataFolder, MemberBatch, StorageError, Takeover};

/// The most reasons that are kept to be shown.
const REASONS: usize = 1000;
/// Word is given after so many thousandths.
const TOLD_EVERY: u64 = 10;

/// What is to be imported.
pub(super) struct Order {
    pub file: PathBuf,
    pub columns: Columns,
    /// Who imports.
    pub by: StaffId,
    /// The ticket of the first answer.
    pub ticket: u64,
}

/// What the thread is told once it has read the file.
enum Word {
    Full { ticket: u64, full: bool },
    Commit { ticket: u64 },
}

/// The thread. When this is dropped it gives up what is not being written, and is waited for.
pub(super) struct Import {
    words: Option<Sender<Word>>,
    /// Somebody gave it up.
    cancelled: Arc<AtomicBool>,
    /// It is being written.
    writing: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Import {
    /// Starts the thread, after an import that was given up before has ended.
    pub(super) fn start(
        folder: DataFolder,
        settings: BookSettings,
        pattern: CardPattern,
        order: Order,
        tell: impl Fn(u64, Reply) + Send + 'static,
        before: Option<Self>,
    ) -> std::io::Result<Self> {
        let (words, inbox) = channel();
        let (cancelled, writing) = (Arc::<AtomicBool>::default(), Arc::<AtomicBool>::default());
        let run = Run {
            folder,
            settings,
            pattern,
            order,
            tell: Box::new(tell),
            cancelled: Arc::clone(&cancelled),
            writing: Arc::clone(&writing),
        };
        let thread = thread::Builder::new().name("member-import".to_owned()).spawn(move || {
            drop(before);
            run.run(&inbox);
        })?;
        Ok(Self { words: Some(words), cancelled, writing, thread: Some(thread) })
    }

    /// Counts again, with or without members missing from the file. False when the thread has ended.
    pub(super) fn full(&self, ticket: u64, full: bool) -> bool {
        self.goes_on() && self.say(Word::Full { ticket, full })
    }

    /// Writes what was read. False when the thread has ended.
    pub(super) fn commit(&self, ticket: u64) -> bool {
        // Said here already: a panel that is locked right now does not give it up any more.
        self.goes_on() && {
            self.writing.store(true, Ordering::SeqCst);
            self.say(Word::Commit { ticket })
        }
    }

    /// Word that is sent is also heard.
    fn goes_on(&self) -> bool {
        !self.cancelled.load(Ordering::SeqCst)
    }

    fn say(&self, word: Word) -> bool {
        self.words.as_ref().is_some_and(|words| words.send(word).is_ok())
    }

    /// Gives the import up, also while it is being written, unless it is too late.
    pub(super) fn cancel(&self) {
        self.cancelled.store(true, Ordering::SeqCst);
        self.wake();
    }

    /// Gives the import up unless it is being written.
    pub(super) fn let_go(&self) {
        if !self.writing.load(Ordering::SeqCst) {
            self.cancel();
        }
    }

    /// Gives the import up, for one that follows.
    pub(super) fn give_up(self) -> Self {
        self.let_go();
        self
    }

    /// A thread that waits for word looks up.
    fn wake(&self) {
        self.say(Word::Full { ticket: 0, full: false });
    }
}

impl Drop for Import {
    fn drop(&mut self) {
        self.let_go();
        self.words = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the thread of an import had panicked");
        }
    }
}

struct Run {
    folder: DataFolder,
    settings: BookSettings,
    pattern: CardPattern,
    order: Order,
    tell: Box<dyn Fn(u64, Reply) + Send>,
    cancelled: Arc<AtomicBool>,
    writing: Arc<AtomicBool>,
}

impl Run {
    fn run(&self, inbox: &Receiver<Word>) {
        let ticket = self.order.ticket;
        let list = match MemberFile::open(&self.order.file) {
            Ok(list) => list,
            Err(fault) => return (self.tell)(ticket, refused(&self.name(), &fault)),
        };
        let mut last = ticket;
        let done = self.book().and_then(|mut book| self.staged(&list, book.member_batch()?, inbox, &mut last));
        if let Err(error) = done {
            tracing::warn!(%error, "an import of members ended");
            (self.tell)(last, Reply::Refused(sentence(&error, &self.folder)));
        }
        self.writing.store(false, Ordering::SeqCst);
    }

    fn book(&self) -> Result<Book, StorageError> {
        // A book that is gone is not made anew here.
        if self.folder.book_path().is_file() {
            Book::open(&self.folder, self.settings.clone())
        } else {
            Err(StorageError::NoBook)
        }
    }

    /// Reads the file into the batch, tells what would change, and waits for word.
    fn staged(
        &self,
        list: &MemberFile,
        mut batch: MemberBatch<'_>,
        inbox: &Receiver<Word>,
        ticket: &mut u64,
    ) -> Result<(), StorageError> {
        let mut checked = Checked::default();
        let mut failed = None;
        let mut told = 0;
        let remarks = list.read(&self.order.columns, &self.pattern, &mut |step| {
            if step.done_permille >= told + TOLD_EVERY {
                told = step.done_permille;
                (self.tell)(*ticket, Reply::Reading(told));
            }
            match take(step, &mut batch, &mut checked) {
                Ok(()) if self.gave_up() => ControlFlow::Break(()),
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    failed = Some(error);
                    ControlFlow::Break(())
                }
            }
        });
        if let Some(error) = failed {
            return Err(error);
        }
        if self.gave_up() {
            return Ok(());
        }
        let remarks = match remarks {
            Ok(remarks) => remarks,
            Err(fault) => {
                (self.tell)(*ticket, refused(&self.name(), &fault));
                return Ok(());
            }
        };
        checked.rejected = remarks.rejected;
        checked.remarks =
            remarks.not_known.iter().map(|(f, (rows, line))| not_known(words(), *f, *rows, *line)).collect();
        checked.counts = batch.preview(false)?;
        (self.tell)(*ticket, Reply::Checked(Box::new(checked.clone())));
        self.wait(batch, &remarks, checked, inbox, ticket)
    }

    fn wait(
        &self,
        batch: MemberBatch<'_>,
        remarks: &Remarks,
        mut checked: Checked,
        inbox: &Receiver<Word>,
        ticket: &mut u64,
    ) -> Result<(), StorageError> {
        while let Ok(word) = inbox.recv() {
            if self.gave_up() {
                return Ok(());
            }
            match word {
                Word::Full { ticket: asked, full } => {
                    *ticket = asked;
                    if full && remarks.members == 0 {
                        (self.tell)(asked, Reply::Refused(words().get("import-nobody")));
                        return Ok(());
                    }
                    (checked.full, checked.counts) = (full, batch.preview(full)?);
                    (self.tell)(asked, Reply::Checked(Box::new(checked.clone())));
                }
                Word::Commit { ticket: asked } => {
                    *ticket = asked;
                    return self.write(batch, &checked, asked);
                }
            }
        }
        Ok(())
    }

    fn write(&self, batch: MemberBatch<'_>, checked: &Checked, ticket: u64) -> Result<(), StorageError> {
        let source = self.name();
        let takeover = Takeover {
            full: checked.full,
            source: &source,
            rejected: checked.rejected,
            actor: Actor::Staff(self.order.by),
            at: Utc::now(),
        };
        let done = batch.take_over(&takeover, &mut |done| {
            (self.tell)(ticket, Reply::Writing(done));
            if self.gave_up() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        (self.tell)(ticket, done.map_or(Reply::Cancelled, Reply::Imported));
        Ok(())
    }

    fn gave_up(&self) -> bool {
        self.cancelled.load(Ordering::SeqCst)
    }

    /// The name of the file, which the book keeps as the source of the import; not its folder.
    fn name(&self) -> String {
        name_of(&self.order.file)
    }
}

fn take(step: Step, batch: &mut MemberBatch<'_>, checked: &mut Checked) -> Result<(), StorageError> {
    match step.outcome {
        Outcome::Member(member) => {
            batch.put(&member)?;
        }
        Outcome::Rejected { card, fault } => {
            if let Some(card) = card {
                batch.present(&card)?;
            }
            if checked.reasons.len() < REASONS {
                checked.reasons.push((step.line, fault.sentence(words())));
            }
        }
    }
    Ok(())
}
