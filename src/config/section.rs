//! One section of the file while it is read. Every key is asked for by name; what was not asked for is an
//! unknown key and is reported when the section is dropped, so that it cannot be forgotten.

use std::cell::RefCell;

use toml::de::{DeTable, DeValue};

use super::problem::{ProblemKind, Wanted};
use super::source::Source;
use super::suggest::nearest;

/// A value and the byte offset where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<T> {
    pub(super) at: usize,
    pub(super) value: T,
}

/// A section, or an item of a list of sections, or one that is absent and gives defaults.
pub(super) struct Section<'a> {
    pub(super) source: &'a Source<'a>,
    name: String,
    prefix: &'static str,
    pub(super) at: usize,
    table: Option<&'a DeTable<'a>>,
    /// Not a table at all, which was reported; that its keys are missing needs no further word.
    broken: bool,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Section<'a> {
    /// The whole file.
    pub(super) fn root(source: &'a Source<'a>, table: &'a DeTable<'a>) -> Self {
        Self::of(source, String::new(), "", 0, Some(table))
    }

    fn of(
        source: &'a Source<'a>,
        name: String,
        prefix: &'static str,
        at: usize,
        table: Option<&'a DeTable<'a>>,
    ) -> Self {
        Self { source, name, prefix, at, table, broken: false, asked: RefCell::default() }
    }

    /// The section under `key`; absent ones give defaults.
    pub(super) fn section(&self, key: &'static str) -> Self {
        let name = if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) };
        self.child(key, name, "")
    }

    /// The table of a dotted key such as `label.id`, of which problems are named in full.
    pub(super) fn dotted(&self, key: &'static str, prefix: &'static str) -> Self {
        self.child(key, self.name.clone(), prefix)
    }

    fn child(&self, key: &'static str, name: String, prefix: &'static str) -> Self {
        match self.value(key) {
            Some(Placed { at, value: DeValue::Table(table) }) => Self::of(self.source, name, prefix, at, Some(table)),
            Some(Placed { at, .. }) => {
                self.wrong_type(at, key, Wanted::Section);
                let mut section = Self::of(self.source, name, prefix, at, None);
                section.broken = true;
                section
            }
            None => {
                let mut section = Self::of(self.source, name, prefix, self.at, None);
                section.broken = self.broken;
                section
            }
        }
    }

    /// One item of a list of sections.
    pub(super) fn item(&self, key: &'static str, item: Placed<&'a DeValue<'a>>) -> Option<Self> {
        let DeValue::Table(table) = item.value else {
            self.wrong_type(item.at, key, Wanted::Section);
            return None;
        };
        let name = if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) };
        Some(Self::of(self.source, name, "", item.at, Some(table)))
    }

    /// Whether `key` is written, whatever its value.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.is_some_and(|t| t.contains_key(key))
    }

    /// Where the value of `key` stands, or the section's own place.
    pub(super) fn place_of(&self, key: &str) -> usize {
        self.table.and_then(|t| t.get(key)).map_or(self.at, |v| v.span().start)
    }

    /// The value of `key` as it is.
    pub(super) fn value(&self, key: &'static str) -> Option<Placed<&'a DeValue<'a>>> {
        self.asked.borrow_mut().push(key);
        #[cfg(test)]
        if !self.has(key) {
            self.source.absent.borrow_mut().push(format!("{}.{}", self.name, self.named(key)));
        }
        self.table?.get(key).map(|v| Placed { at: v.span().start, value: v.get_ref() })
    }

    /// A problem with the value of `key`.
    pub(super) fn report(&self, key: &str, kind: ProblemKind) {
        self.source.report(self.place_of(key), kind);
    }

    /// The full name of a key.
    pub(super) fn named(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// Says that a value should have another type.
    pub(super) fn wrong_type(&self, at: usize, key: &str, wanted: Wanted) {
        self.source.report(at, ProblemKind::WrongType { key: self.named(key), wanted });
    }

    /// Says that `key` is missing.
    pub(super) fn missing(&self, key: &str) {
        if self.broken {
            return;
        }
        // Of a section that is not there at all, the section is missed, once, and not each of its keys.
        let (key, section) = match self.table {
            Some(_) => (self.named(key), self.name.clone()),
            None => (self.name.clone(), String::new()),
        };
        self.source.report(self.at, ProblemKind::MissingKey { key, section });
    }
}

impl Drop for Section<'_> {
    /// Reports the keys that nobody asked for.
    fn drop(&mut self) {
        let asked = self.asked.take();
        for (key, value) in self.table.into_iter().flat_map(|t| t.iter()) {
            if asked.contains(&key.get_ref().as_ref()) {
                continue;
            }
            let written = key.get_ref();
            let meant = nearest(written, asked.iter().copied());
            let of_sections = matches!(value.get_ref(), DeValue::Table(_) | DeValue::Array(_));
            let (kind, meant) = if of_sections && self.source.in_header(key.span().start) {
                let full = |section: &str| match self.name.as_str() {
                    "" => section.to_owned(),
                    name => format!("{name}.{section}"),
                };
                (ProblemKind::UnknownSection { section: full(written) }, meant.map(|m| full(&m)))
            } else {
                (ProblemKind::UnknownKey { key: self.named(written) }, meant.map(|m| self.named(&m)))
            };
            self.source.report_with(key.span().start, kind, meant);
        }
    }
}
