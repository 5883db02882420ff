//! The thread that answers lookups and statistics on a connection of its own.

use std::sync::mpsc::Receiver;

use super::{Answer, Answers, Job};
use crate::storage::book::{Book, BookSettings};
use crate::storage::error::{Fault, StorageError};
use crate::storage::folder::DataFolder;

/// The reading half of the worker.
pub(super) struct Reader {
    folder: DataFolder,
    settings: BookSettings,
    answers: Answers,
    book: Option<Book>,
}

impl Reader {
    pub(super) fn new(folder: DataFolder, settings: BookSettings, answers: Answers) -> Self {
        Self { folder, settings, answers, book: None }
    }

    pub(super) fn run(mut self, jobs: &Receiver<Job>) {
        // Opened and warm before the first card is shown; a fault is the writer's to tell.
        self.book = Book::open_read_only(&self.folder, self.settings.clone()).ok();
        while let Ok(job) = jobs.recv() {
            match job {
                Job::LookUp { ticket, card } => {
                    let answer = match self.ask(|book| book.look_up(&card)) {
                        Ok(answer) => Answer::Looked { ticket, answer },
                        Err(fault) => Answer::LookFailed { ticket, fault },
                    };
                    self.answers.give(answer);
                }
                Job::Statistics { ticket, dimension, period } => {
                    let answer = match self.ask(|book| book.statistics(dimension, period)) {
                        Ok(counts) => Answer::Counted { ticket, counts },
                        Err(fault) => Answer::CountFailed { ticket, fault },
                    };
                    self.answers.give(answer);
                }
                Job::Settings(settings) => {
                    self.settings = *settings;
                    self.book = None;
                }
                Job::Shutdown => return,
                // Not sent here.
                Job::Record { .. } | Job::Ask { .. } | Job::Void { .. } | Job::Checkpoint => {}
            }
        }
    }

    /// Asks the book, opening it when need be or when its file was replaced.
    fn ask<T>(&mut self, question: impl FnOnce(&Book) -> Result<T, StorageError>) -> Result<T, Fault> {
        let open = self.book.take().filter(|book| book.in_place().is_ok());
        let asked = open
            .map_or_else(|| Book::open_read_only(&self.folder, self.settings.clone()), Ok)
            .and_then(|book| question(&book).map(|answer| (book, answer)));
        match asked {
            Ok((book, answer)) => {
                self.book = Some(book);
                Ok(answer)
            }
            Err(error) => {
                let fault = error.fault(self.folder.path());
                tracing::warn!(?fault, %error, "the book could not be read");
                Err(fault)
            }
        }
    }
}
