//! What Pengaturan asks: the settings file as it is, checked, and written.

use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use super::people;
use crate::config::settings::file::{self, KeepError, NotWritable};
use crate::config::settings::{read, revise, spot};
use crate::config::{self, Config, LoadError, Problem};
use crate::domain::audit::{Act, Actor, Deed};
use crate::domain::settings::{List, Settings, Spot, Value};
use crate::domain::staff::StaffId;
use crate::flow::staff::settings::{Ask, Copied, Copy, Difference, Hindrance, Loaded, NotSaved, Outside, Reply, Told};
use crate::i18n::{Lang, Words};
use crate::runtime::copies::Copies;
use crate::runtime::setup;
use crate::runtime::staff::shelf::Shelf;
use crate::storage::StorageError;

/// The settings file, the text by which the kiosk runs, and where a new configuration goes.
pub(in crate::runtime) struct SettingsFile {
    path: PathBuf,
    text: String,
    config: Config,
    give: Give,
    /// Size and time of the file when it was last looked at.
    seen: Option<Mark>,
}

type Mark = (u64, Option<SystemTime>);
/// Takes a new configuration to where the kiosk runs by it; it must not wait.
pub(in crate::runtime) type Give = Box<dyn Fn(Box<Config>) + Send>;

impl fmt::Debug for SettingsFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SettingsFile({})", self.path.display())
    }
}

impl SettingsFile {
    /// `text` is what `config` was read from.
    pub(in crate::runtime) fn new(path: PathBuf, text: String, config: Config, give: Give) -> Self {
        Self { path, text, config, give, seen: None }
    }

    /// Answers the page.
    pub(super) fn answer(&mut self, shelf: &mut Shelf, by: StaffId, ask: Ask) -> Result<Reply, StorageError> {
        Ok(match ask {
            Ask::Load => Reply::Loaded(Box::new(self.load())),
            Ask::Check(draft) => Reply::Checked(self.check(&draft)),
            Ask::Save(draft) => self.save(shelf, by, &draft)?,
            Ask::Reload => Reply::Loaded(Box::new(self.reload(shelf, by)?)),
            Ask::Copies => Reply::Copies(self.copies(shelf)),
            Ask::BackUp => self.back_up(shelf, by),
            Ask::People(ask) => Reply::People(people::answer(shelf, by, ask)?),
        })
    }

    /// Whether the file looks another one than at the last look. The first look only takes it down.
    pub(super) fn looks_changed(&mut self) -> bool {
        let now = self.mark();
        self.seen.replace(now).is_some_and(|before| before != now)
    }

    /// Nobody looks any more.
    pub(super) fn forget(&mut self) {
        self.seen = None;
    }

    fn mark(&self) -> Mark {
        fs::metadata(&self.path).map_or((0, None), |m| (m.len(), m.modified().ok()))
    }

    fn settings(&self) -> Settings {
        read(&self.text, &self.config).unwrap_or_default()
    }

    fn load(&self) -> Loaded {
        let outside = match fs::read(&self.path) {
            Ok(bytes) if bytes == self.text.as_bytes() => None,
            _ => self.outside(),
        };
        Loaded { settings: self.settings(), hindrance: file::writable(&self.path).err().map(hindrance), outside }
    }

    /// What somebody else made of the file. A file that is gone hinders writing and is told so; the kiosk runs on.
    fn outside(&self) -> Option<Outside> {
        match config::load_with_text(&self.path) {
            Ok((config, text)) => {
                let written = read(&text, &config).unwrap_or_default();
                Some(Outside::Differences(differences(&self.settings(), &written)))
            }
            Err(LoadError::Missing { .. }) => None,
            Err(error) => Some(Outside::Faulty(error.lines(Words::of(Lang::Id)))),
        }
    }

    fn check(&self, draft: &Settings) -> Vec<Told> {
        match revise(&self.text, &self.settings(), draft, config::FILE_NAME) {
            Ok(_) => Vec::new(),
            Err(refused) => told(&refused.text, &refused.problems),
        }
    }

    fn save(&mut self, shelf: &mut Shelf, by: StaffId, draft: &Settings) -> Result<Reply, StorageError> {
        let before = self.settings();
        let text = match revise(&self.text, &before, draft, config::FILE_NAME) {
            Ok(text) => text,
            Err(refused) => return Ok(Reply::NotSaved(NotSaved::Wrong(told(&refused.text, &refused.problems)))),
        };
        let fields = draft.changed(&before);
        let deed = Deed::of(Actor::Staff(by), Act::SettingsChanged).fields(&fields);
        let (path, old) = (&self.path, &self.text);
        let kept = shelf.with(|book, clock| {
            let mut logged = false;
            let kept = file::keep::<SaveError>(path, old, &text, || {
                book.log(&deed, clock.utc()).map_err(SaveError::Book)?;
                logged = true;
                Ok(())
            });
            if logged && kept.is_err() {
                // The log stays true: what it says was done was not.
                book.log(&deed.clone().because("not_written"), clock.utc())?;
            }
            match kept {
                Err(SaveError::Book(error)) => Err(error),
                Err(SaveError::Keep(error)) => Ok(Err(error)),
                Ok(()) => Ok(Ok(())),
            }
        })?;
        Ok(match kept {
            Ok(()) => self.kept(shelf, text),
            Err(KeepError::Changed) => {
                Reply::NotSaved(self.outside().map_or(NotSaved::Hindered(Hindrance::Missing), NotSaved::Outside))
            }
            Err(KeepError::NotWritable(why)) => Reply::NotSaved(NotSaved::Hindered(hindrance(why))),
            Err(KeepError::Io(error)) => {
                tracing::error!(%error, "the settings file cannot be written");
                Reply::NotSaved(NotSaved::Failed)
            }
        })
    }

    /// The file holds the new text; the kiosk runs by it from now on.
    fn kept(&mut self, shelf: &mut Shelf, text: String) -> Reply {
        // It was read without a fault before it was written.
        let Ok(config) = config::parse(&text, config::FILE_NAME) else { return Reply::NotSaved(NotSaved::Failed) };
        tracing::info!("settings were changed in the panel");
        self.run_by(shelf, config, text);
        self.seen = Some(self.mark());
        Reply::Saved(Box::new(self.settings()))
    }

    fn run_by(&mut self, shelf: &mut Shelf, config: Config, text: String) {
        shelf.adopt(setup::book(&config));
        self.config = config;
        self.text = text;
        (self.give)(Box::new(self.config.clone()));
    }

    fn reload(&mut self, shelf: &mut Shelf, by: StaffId) -> Result<Loaded, StorageError> {
        if let Ok((config, text)) = config::load_with_text(&self.path)
            && text != self.text
        {
            let written = read(&text, &config).unwrap_or_default();
            let fields = written.changed(&self.settings());
            let deed = Deed::of(Actor::Staff(by), Act::SettingsChanged).fields(&fields).because("from_file");
            shelf.with(|book, clock| book.log(&deed, clock.utc()))?;
            tracing::info!("the settings file was read again");
            self.run_by(shelf, config, text);
        }
        Ok(self.load())
    }

    fn copies(&self, shelf: &Shelf) -> Vec<Copy> {
        let found = Copies::of(&self.config, &shelf.folder).list();
        found.into_iter().map(|c| Copy { date: c.date, bytes: c.bytes, second: c.second }).collect()
    }

    fn back_up(&self, shelf: &mut Shelf, by: StaffId) -> Reply {
        let copies = Copies::of(&self.config, &shelf.folder);
        let zone = self.config.library.timezone;
        let made = shelf.with(|book, clock| {
            let now = clock.utc();
            // Before the copy, so that the copy holds it.
            book.log(&Deed::of(Actor::Staff(by), Act::BackupMade), now)?;
            copies.make(book, now.with_timezone(&zone).date_naive(), now)
        });
        match made {
            Ok(second) => Reply::Copied(Copied { second, copies: self.copies(shelf) }),
            Err(_) => Reply::NotCopied,
        }
    }
}

enum SaveError {
    Keep(KeepError),
    Book(StorageError),
}

impl From<KeepError> for SaveError {
    fn from(error: KeepError) -> Self {
        Self::Keep(error)
    }
}

fn hindrance(why: NotWritable) -> Hindrance {
    match why {
        NotWritable::Missing => Hindrance::Missing,
        NotWritable::Protected => Hindrance::Protected,
        NotWritable::Owner => Hindrance::Owner,
        NotWritable::Folder => Hindrance::Folder,
    }
}

/// The sentences of the check, each at its field.
fn told(text: &str, problems: &[Problem]) -> Vec<Told> {
    let words = Words::of(Lang::Id);
    if problems.is_empty() {
        return vec![Told { spot: None, sentence: words.get("settings-not-toml") }];
    }
    problems.iter().map(|p| Told { spot: spot(text, p), sentence: p.sentence(words) }).collect()
}

/// What differs, setting by setting; rows are compared in their order.
fn differences(used: &Settings, written: &Settings) -> Vec<Difference> {
    let pair = |spot, used: Option<&Value>, written: Option<&Value>| {
        (used != written).then(|| Difference { spot, used: used.cloned(), written: written.cloned() })
    };
    let mut all: Vec<Difference> = written
        .values
        .iter()
        .filter_map(|(path, value)| pair(Spot::Key(path), used.values.get(path), Some(value)))
        .collect();
    for list in List::ALL.iter().copied() {
        let (old, new) = (used.rows(list), written.rows(list));
        for row in 0..old.len().max(new.len()) {
            match (old.get(row), new.get(row)) {
                (Some(old), Some(new)) => {
                    let cells = list.settings().iter().filter_map(|s| {
                        pair(Spot::Cell(list, row, s.path), old.values.get(s.path), new.values.get(s.path))
                    });
                    all.extend(cells);
                }
                (old, new) => {
                    let name = |entry: Option<&crate::domain::settings::Entry>| {
                        let first = list.settings().first()?;
                        entry?.values.get(first.path).cloned()
                    };
                    all.push(Difference { spot: Spot::Row(list, row), used: name(old), written: name(new) });
                }
            }
        }
    }
    all
}

#[cfg(test)]
mod tests;
