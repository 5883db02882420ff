//! The settings of `kiosk-config.toml` as the panel shows them: one description each, by its key path, and a draft of
//! their values. What a value may be is decided by the configuration's own check, never here.

mod table;

use std::collections::BTreeMap;

use super::id_enum;

pub use table::{PURPOSE, SEAT, describe};

id_enum! {
    /// A tab of the settings.
    Section {
        /// Umum.
        General = "general",
        /// Layar dan bahasa.
        Screen = "screen",
        /// Alat pembaca.
        Reader = "reader",
        /// Keperluan.
        Purposes = "purposes",
        /// Ruang internet.
        Room = "room",
        /// Standar Pelayanan.
        Standard = "standard",
        /// PIN.
        Pin = "pin",
        /// Cadangan data.
        Backup = "backup",
    }
}

impl Section {
    /// The settings of the tab, in the order of the page. Lists of rows stand below them.
    #[must_use]
    pub fn settings(self) -> &'static [Setting] {
        table::of(self)
    }

    /// The list of rows that the tab shows as well.
    #[must_use]
    pub const fn list(self) -> Option<List> {
        match self {
            Self::Purposes => Some(List::Purposes),
            Self::Room => Some(List::Seats),
            _ => None,
        }
    }
}

id_enum! {
    /// A list of rows in the file.
    List {
        /// Keperluan.
        Purposes = "purposes",
        /// Komputer.
        Seats = "internet.seats",
    }
}

impl List {
    /// The settings of one row.
    #[must_use]
    pub const fn settings(self) -> &'static [Setting] {
        match self {
            Self::Purposes => PURPOSE,
            Self::Seats => SEAT,
        }
    }
}

/// What a setting is, and so how it is shown and typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A line of text of at most that many characters.
    Line(usize),
    /// The same with signs that names do not have: addresses, folders, patterns.
    Signs(usize),
    /// So many lines of at most that many characters.
    Lines(usize, usize),
    /// A whole number of these.
    Number(Unit),
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// One of a few words, or another text of at most 40 characters.
    Open(&'static [&'static str]),
    /// Several of a few words.
    Several(&'static [&'static str]),
    /// Yes or no.
    Flag,
    /// Opening hours of a day: `08:00-15:00` or `closed`.
    Hours,
    /// A time of day: `13:00`.
    Time,
    /// The name of an icon.
    Icon,
    /// The id of a purpose, or nothing.
    Purpose,
    /// A place on the map of the room.
    Place,
}

id_enum! {
    /// What a number counts.
    Unit {
        /// Milidetik.
        Milliseconds = "ms",
        /// Detik.
        Seconds = "seconds",
        /// Menit.
        Minutes = "minutes",
        /// Hari.
        Days = "days",
        /// Huruf.
        Characters = "characters",
        /// Orang.
        People = "people",
        /// Salinan.
        Copies = "copies",
    }
}

/// When a changed setting counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// At once.
    AtOnce,
    /// When the kiosk is opened the next time; the panel says so.
    Reopened,
    /// It is shown but not changed in the panel, for the reason under its name.
    NotHere,
}

/// One setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Its path in the file: `kiosk.idle_seconds`; of a row's setting the path within the row: `label.id`.
    pub path: &'static str,
    /// What it is.
    pub kind: Kind,
    /// When a change counts.
    pub takes: Takes,
}

/// A value, as the file holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u64),
    /// Yes or no.
    Flag(bool),
    /// A list of texts.
    List(Vec<String>),
    /// Column and row.
    Place(u8, u8),
}

impl Value {
    /// The text, where it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Values by path.
pub type Values = BTreeMap<&'static str, Value>;

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which row of the file it is; `None`: a new one.
    pub origin: Option<usize>,
    /// Its values by path within the row.
    pub values: Values,
}

impl Entry {
    /// The text under a path, empty where there is none.
    #[must_use]
    pub fn text(&self, path: &str) -> &str {
        self.values.get(path).and_then(Value::text).unwrap_or_default()
    }

    /// Whether the flag under a path is not off.
    #[must_use]
    pub fn is_on(&self, path: &str) -> bool {
        self.values.get(path) != Some(&Value::Flag(false))
    }
}

/// Where a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The setting of that path.
    Key(&'static str),
    /// The setting of a row: list, number of the row from 0, path within it.
    Cell(List, usize, &'static str),
    /// A row as a whole.
    Row(List, usize),
}

/// All values of the file, or of a draft of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The settings that stand once.
    pub values: Values,
    /// The purposes, in the order of the screen.
    pub purposes: Vec<Entry>,
    /// The computers of the internet room.
    pub seats: Vec<Entry>,
}

impl Settings {
    /// The rows of a list.
    #[must_use]
    pub fn rows(&self, list: List) -> &[Entry] {
        match list {
            List::Purposes => &self.purposes,
            List::Seats => &self.seats,
        }
    }

    /// The rows of a list, to be changed.
    pub fn rows_mut(&mut self, list: List) -> &mut Vec<Entry> {
        match list {
            List::Purposes => &mut self.purposes,
            List::Seats => &mut self.seats,
        }
    }

    /// The value at a spot.
    #[must_use]
    pub fn at(&self, spot: Spot) -> Option<&Value> {
        match spot {
            Spot::Key(path) => self.values.get(path),
            Spot::Cell(list, row, path) => self.rows(list).get(row)?.values.get(path),
            Spot::Row(..) => None,
        }
    }

    /// Puts a value; nothing happens where there is no such row.
    pub fn put(&mut self, spot: Spot, value: Value) {
        match spot {
            Spot::Key(path) => {
                self.values.insert(path, value);
            }
            Spot::Cell(list, row, path) => {
                if let Some(entry) = self.rows_mut(list).get_mut(row) {
                    entry.values.insert(path, value);
                }
            }
            Spot::Row(..) => {}
        }
    }

    /// The names of what differs from `before`, for the audit log: paths, and of a list its name alone.
    #[must_use]
    pub fn changed(&self, before: &Self) -> Vec<&'static str> {
        let keys = self.values.iter().filter(|(path, value)| before.values.get(*path) != Some(value));
        let lists = List::ALL.iter().filter(|list| self.rows(**list) != before.rows(**list));
        keys.map(|(path, _)| *path).chain(lists.map(|list| list.id())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_stands_once() {
        let all: Vec<&str> = Section::ALL.iter().flat_map(|s| s.settings()).map(|s| s.path).collect();
        let mut once = all.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(all.len(), once.len());
        for list in List::ALL {
            assert!(Section::ALL.iter().any(|s| s.list() == Some(*list)), "{list:?}");
        }
    }

    #[test]
    fn a_draft_names_what_it_changes() {
        let mut before = Settings::default();
        before.put(Spot::Key("kiosk.idle_seconds"), Value::Number(45));
        before.seats.push(Entry { origin: Some(0), values: Values::new() });
        let mut draft = before.clone();
        assert!(draft.changed(&before).is_empty());
        draft.put(Spot::Key("kiosk.idle_seconds"), Value::Number(60));
        draft.put(Spot::Cell(List::Seats, 0, "name"), Value::Text("PC 01".into()));
        draft.put(Spot::Cell(List::Seats, 7, "name"), Value::Text("PC 08".into()));
        assert_eq!(draft.changed(&before), ["kiosk.idle_seconds", "internet.seats"]);
        assert_eq!(draft.at(Spot::Cell(List::Seats, 0, "name")).and_then(Value::text), Some("PC 01"));
    }
}
