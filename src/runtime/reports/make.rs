//! One file, from the order to its name on the drive.

use std::io;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tempfile::TempDir;

use super::{Issuer, folder, scratch};
use crate::domain::audit::{Act, Actor, Deed, Subject};
use crate::domain::report::{Content, FileForm, Order, Place, ReportKind, Saved, Stored, Trouble, Wanted};
use crate::domain::staff::{Role, StaffId};
use crate::exchange::drives::{self, Drives, SaveFault, Source};
use crate::exchange::report::{file_name, sifted_name};
use crate::exchange::table_out::OutFault;
use crate::flow::staff::reports::Recent;
use crate::storage::{Book, DataFolder, StorageError};

/// How many files are told that were made last.
const RECENT: u32 = 6;
/// Hundredths at which the parts of the work are done.
const FIGURES: u8 = 25;
pub(super) const WRITTEN: u8 = 80;
/// The name of rows on their way, within a folder of their own.
const ROWS: &str = "rows";

/// What making a file takes.
pub(super) struct Maker {
    pub folder: DataFolder,
    pub issuer: Issuer,
    pub drives: Arc<dyn Drives>,
}

/// Told how far it is, answers whether to go on.
pub(super) type GoesOn<'a> = &'a dyn Fn(u8) -> bool;

/// Why there is no file.
pub(super) enum End {
    Cancelled,
    Trouble(Trouble),
    Save(SaveFault),
}

impl From<StorageError> for End {
    fn from(error: StorageError) -> Self {
        tracing::warn!(%error, "a report cannot be made");
        Self::Trouble(Trouble::Book)
    }
}

impl From<SaveFault> for End {
    fn from(fault: SaveFault) -> Self {
        Self::Save(fault)
    }
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> Self {
        Self::from(OutFault::from(error))
    }
}

impl From<OutFault> for End {
    /// A fault of the kiosk's own disk.
    fn from(fault: OutFault) -> Self {
        tracing::warn!(error = %fault, "a report cannot be written");
        Self::Trouble(match fault {
            OutFault::TooManyRows => Trouble::TooManyRows,
            OutFault::Full => Trouble::Full { needed: 0, free: None },
            _ => Trouble::Failed,
        })
    }
}

impl Maker {
    /// Makes the file and says what became of it.
    pub(super) fn make(
        &self,
        what: &Wanted,
        place: &Place,
        by: StaffId,
        at: DateTime<Utc>,
        goes_on: GoesOn<'_>,
    ) -> Saved {
        match self.made(what, place, by, at, goes_on) {
            Ok(saved) => saved,
            Err(End::Cancelled) => Saved::Cancelled,
            Err(End::Trouble(trouble)) => Saved::Failed(trouble),
            Err(End::Save(fault)) => {
                tracing::warn!(error = %fault, "a report cannot be saved");
                Saved::Failed(Trouble::from(&fault))
            }
        }
    }

    fn made(
        &self,
        what: &Wanted,
        place: &Place,
        by: StaffId,
        at: DateTime<Utc>,
        goes_on: GoesOn<'_>,
    ) -> Result<Saved, End> {
        self.is_there(place)?;
        if !self.folder.book_path().is_file() {
            return Err(StorageError::NoBook.into());
        }
        let mut book = Book::open(&self.folder, self.issuer.book())?;
        let what = &allowed(&book, what.clone(), by)?;
        let own = folder::prepare(&self.folder)?;
        let (product, order) = self.produce(&book, what, &own, at, goes_on)?;
        let name = match what {
            Wanted::Order(_) => file_name(&order),
            Wanted::Sifted(_) => sifted_name(&order, book.wall_clock(at).time()),
        };
        let deed = Deed::of(Actor::Staff(by), Act::ReportMade)
            .to(Subject::File(order.content, order.span))
            .fields(&fields(what, &order))
            .because(order.form.id());
        // It is written down when the file is whole, before it has its name: no file of which the log knows nothing.
        let mut logged = false;
        let mut log = |book: &mut Book| {
            if !logged {
                book.log(&deed, at)?;
                logged = true;
            }
            Ok::<_, End>(())
        };
        product.with(|source, size| {
            let step = |done: u64| goes_on(part(WRITTEN, 99, done, size));
            let trouble = match place {
                Place::Folder => None,
                Place::On { folder: there, .. } | Place::At(there) => {
                    // Once more: an empty folder may be left where the drive was.
                    let on_drive =
                        self.is_there(place).and_then(|()| drives::save(source, there, &name, step, || log(&mut book)));
                    match on_drive {
                        Ok(Some(_)) => return Ok(Saved::Done(Stored { name, until: None })),
                        Ok(None) => return Err(End::Cancelled),
                        Err(End::Save(fault)) => {
                            tracing::warn!(error = %fault, "a report cannot be saved on the drive");
                            Some(Trouble::from(&fault))
                        }
                        Err(other) => return Err(other),
                    }
                }
            };
            let until = folder::until(&order, self.issuer.day(at), self.issuer.keep_days);
            let name = folder::kept_name(&name, until);
            let here = drives::save(source, &own, &name, step, || log(&mut book))?;
            let stored = Stored { name, until };
            match (here, trouble) {
                (None, _) => Err(End::Cancelled),
                (Some(_), None) => Ok(Saved::Done(stored)),
                (Some(_), Some(trouble)) => Ok(Saved::Kept(trouble, stored)),
            }
        })
    }

    /// Whether the drive is plugged in and can be written.
    fn is_there(&self, place: &Place) -> Result<(), End> {
        let Some(path) = place.drive() else { return Ok(()) };
        match self.drives.list().into_iter().find(|d| d.path == *path) {
            None => Err(SaveFault::Gone.into()),
            Some(drive) if drive.read_only => Err(SaveFault::ReadOnly.into()),
            Some(_) => Ok(()),
        }
    }

    /// Makes what is to be saved, in memory or in a folder of its own that goes with it; and the order that it fulfils.
    fn produce(
        &self,
        book: &Book,
        what: &Wanted,
        own: &Path,
        at: DateTime<Utc>,
        goes_on: GoesOn<'_>,
    ) -> Result<(Product, Order), End> {
        if let Wanted::Order(order) = what
            && let Some(kind) = order.report()
        {
            return Ok((Product::Bytes(self.report(book, order, kind, at, goes_on)?), *order));
        }
        let scratch = tempfile::Builder::new().prefix(".buku-").suffix(".part").tempdir_in(own)?;
        let to = scratch.path().join(ROWS);
        let order = match what {
            Wanted::Order(order) => scratch::of_order(book, order, &to, goes_on).map(|()| *order)?,
            Wanted::Sifted(sifted) => scratch::of_sieve(book, (&self.issuer, at), sifted, &to, goes_on)?,
        };
        Ok((Product::Rows(scratch), order))
    }

    fn report(
        &self,
        book: &Book,
        order: &Order,
        kind: ReportKind,
        at: DateTime<Utc>,
        goes_on: GoesOn<'_>,
    ) -> Result<Vec<u8>, End> {
        let at_stage = |percent| if goes_on(percent) { Ok(()) } else { Err(End::Cancelled) };
        at_stage(1)?;
        let document = super::document(book, &self.issuer, (kind, order.span), order.choices, at)?;
        at_stage(FIGURES)?;
        let bytes = super::bytes(&document, order.form).map_err(|error| {
            tracing::warn!(%error, "a report cannot be written");
            End::Trouble(Trouble::Failed)
        })?;
        at_stage(WRITTEN)?;
        Ok(bytes)
    }
}

/// What is to be saved.
enum Product {
    Bytes(Vec<u8>),
    /// In a folder that goes with it.
    Rows(TempDir),
}

impl Product {
    /// Hands it over, with its size.
    fn with<T>(&self, act: impl FnOnce(Source<'_>, u64) -> Result<T, End>) -> Result<T, End> {
        match self {
            Self::Bytes(bytes) => act(Source::Bytes(bytes), bytes.len() as u64),
            Self::Rows(folder) => {
                let path = folder.path().join(ROWS);
                act(Source::File(&path), std::fs::metadata(&path)?.len())
            }
        }
    }
}

/// What the log says of a file beside its days: whether names stand in it, and which filters were set.
fn fields(what: &Wanted, order: &Order) -> Vec<&'static str> {
    let names = order.names().then_some("names");
    let set = match what {
        Wanted::Order(_) => Vec::new(),
        Wanted::Sifted(sifted) => sifted.sieve.set(),
    };
    names.into_iter().chain(set).collect()
}

/// What this person may have: names only an administrator, whatever the window sent.
fn allowed(book: &Book, mut what: Wanted, by: StaffId) -> Result<Wanted, StorageError> {
    let administrator = |row: &crate::storage::StaffRow| row.staff.id == by && row.staff.role == Role::Administrator;
    let masks = match &mut what {
        Wanted::Order(order) => &mut order.choices.mask_names,
        Wanted::Sifted(sifted) => &mut sifted.mask_names,
    };
    *masks = *masks || !book.staff()?.iter().any(administrator);
    Ok(what)
}

/// The hundredth between `from` and `to` for `done` of `all`.
pub(super) fn part(from: u8, to: u8, done: u64, all: u64) -> u8 {
    let wide = u64::from(to - from);
    let done = done.min(all).saturating_mul(wide) / all.max(1);
    from + u8::try_from(done).unwrap_or(0)
}

/// The files that were made last, newest first.
///
/// # Errors
/// The book cannot be read.
pub fn recent(book: &Book, issuer: &Issuer) -> Result<Vec<Recent>, StorageError> {
    let lines = book.audit_lines_of(Act::ReportMade, RECENT)?;
    let of = |line: &crate::domain::audit::AuditLine| {
        let (content, span): (Content, _) = Subject::file_of(&line.subject)?;
        Some(Recent { content, span, form: FileForm::from_id(&line.reason), on: issuer.day(line.at) })
    };
    Ok(lines.iter().filter_map(of).collect())
}

/// The same on a connection of its own; none when the book cannot be read.
pub(super) fn recent_in(maker: &Maker) -> Vec<Recent> {
    let book = Book::open_read_only(&maker.folder, maker.issuer.book());
    book.and_then(|book| recent(&book, &maker.issuer)).unwrap_or_default()
}
