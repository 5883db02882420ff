//! One section of the file while it is read. Every key is asked for by name; what was not asked for is an
//! unknown key and is reported when the section is dropped, so that it cannot be forgotten.

use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::time::Duration;

use toml::de::{DeTable, DeValue};

use super::problem::{ProblemKind, Shape, Wanted};
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

    fn wrong_type(&self, at: usize, key: &str, wanted: Wanted) {
        self.source.report(at, ProblemKind::WrongType { key: self.named(key), wanted });
    }

    /// Says that `key` is missing.
    pub(super) fn missing(&self, key: &str) {
        if !self.broken {
            let kind = ProblemKind::MissingKey { key: self.named(key), section: self.name.clone() };
            self.source.report(self.at, kind);
        }
    }

    /// A line of text, spaces at both ends left out; it may be empty.
    pub(super) fn text(&self, key: &'static str, most: usize) -> Option<Placed<&'a str>> {
        let Placed { at, value } = self.value(key)?;
        self.text_of(key, Placed { at, value }, most)
    }

    /// The same of a list's item.
    pub(super) fn text_of(
        &self,
        key: &str,
        Placed { at, value }: Placed<&'a DeValue<'a>>,
        most: usize,
    ) -> Option<Placed<&'a str>> {
        let DeValue::String(text) = value else {
            self.wrong_type(at, key, Wanted::Text);
            return None;
        };
        let text = text.trim();
        if text.chars().any(char::is_control) {
            self.source.report(at, ProblemKind::Control { key: self.named(key) });
            return None;
        }
        if text.chars().count() > most {
            self.source.report(at, ProblemKind::TooLong { key: self.named(key), most });
            return None;
        }
        Some(Placed { at, value: text })
    }

    /// A text that may be left out or empty.
    pub(super) fn optional(&self, key: &'static str, most: usize) -> Option<String> {
        self.text(key, most).map(|t| t.value.to_owned()).filter(|t| !t.is_empty())
    }

    /// A text that may be left out but not empty; `None` when left out or wrong.
    pub(super) fn filled(&self, key: &'static str, most: usize) -> Option<Placed<&'a str>> {
        let text = self.text(key, most)?;
        if text.value.is_empty() {
            self.source.report(text.at, ProblemKind::Empty { key: self.named(key) });
            return None;
        }
        Some(text)
    }

    /// A text that must be there.
    pub(super) fn required(&self, key: &'static str, most: usize) -> Option<Placed<&'a str>> {
        let text = self.filled(key, most);
        if !self.has(key) {
            self.missing(key);
        }
        text
    }

    /// A whole number within bounds.
    pub(super) fn whole(&self, key: &'static str, default: u64, bounds: RangeInclusive<u64>) -> u64 {
        let Some(Placed { at, value }) = self.value(key) else { return default };
        let DeValue::Integer(number) = value else {
            self.wrong_type(at, key, Wanted::Whole);
            return default;
        };
        match u64::from_str_radix(number.as_str(), number.radix()) {
            Ok(n) if bounds.contains(&n) => n,
            _ => {
                let (key, found) = (self.named(key), number.to_string());
                let kind = ProblemKind::OutOfRange { key, found, least: *bounds.start(), most: *bounds.end() };
                self.source.report(at, kind);
                default
            }
        }
    }

    /// A whole number of seconds.
    pub(super) fn seconds(&self, key: &'static str, default: u64, bounds: RangeInclusive<u64>) -> Duration {
        Duration::from_secs(self.whole(key, default, bounds))
    }

    /// A whole number of minutes.
    pub(super) fn minutes(&self, key: &'static str, default: u64, bounds: RangeInclusive<u64>) -> Duration {
        Duration::from_secs(60 * self.whole(key, default, bounds))
    }

    /// A number that fits 32 bits, as every bound here does.
    pub(super) fn count(&self, key: &'static str, default: u32, bounds: RangeInclusive<u32>) -> u32 {
        let n = self.whole(key, default.into(), u64::from(*bounds.start())..=u64::from(*bounds.end()));
        u32::try_from(n).unwrap_or(default)
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, key: &'static str, default: bool) -> bool {
        match self.value(key) {
            Some(Placed { value: DeValue::Boolean(flag), .. }) => *flag,
            Some(Placed { at, .. }) => {
                self.wrong_type(at, key, Wanted::Flag);
                default
            }
            None => default,
        }
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&self, key: &'static str, default: T, all: &[T], id: fn(T) -> &'static str) -> T {
        self.text(key, 200).and_then(|text| self.choice_of(key, text, all, id)).unwrap_or(default)
    }

    /// The same of a text already read.
    pub(super) fn choice_of<T: Copy>(
        &self,
        key: &str,
        text: Placed<&str>,
        all: &[T],
        id: fn(T) -> &'static str,
    ) -> Option<T> {
        let found = all.iter().copied().find(|v| id(*v) == text.value);
        if found.is_none() {
            let allowed: Vec<&'static str> = all.iter().map(|v| id(*v)).collect();
            let suggestion = nearest(text.value, allowed.iter().copied());
            let kind = ProblemKind::NotOneOf { key: self.named(key), found: text.value.to_owned(), allowed };
            self.source.report_with(text.at, kind, suggestion);
        }
        found
    }

    /// A text of a certain shape that may not be empty; `None` when left out or wrong.
    pub(super) fn shaped<T>(&self, key: &'static str, shape: Shape, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.filled(key, 300).and_then(|text| self.shape_of(key, text, shape, read))
    }

    /// A text of a certain shape; `None` when left out, empty or wrong.
    pub(super) fn optional_shaped<T>(
        &self,
        key: &'static str,
        shape: Shape,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.text(key, 300).filter(|t| !t.value.is_empty()).and_then(|text| self.shape_of(key, text, shape, read))
    }

    fn shape_of<T>(&self, key: &str, text: Placed<&str>, shape: Shape, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = read(text.value);
        if value.is_none() {
            self.malformed(key, text, shape, None);
        }
        value
    }

    /// Says that a text has another shape.
    pub(super) fn malformed(&self, key: &str, text: Placed<&str>, shape: Shape, suggestion: Option<String>) {
        let kind = ProblemKind::Malformed { key: self.named(key), found: text.value.to_owned(), shape };
        self.source.report_with(text.at, kind, suggestion);
    }

    /// The items of a list of at least one and at most `most`.
    pub(super) fn list(&self, key: &'static str, most: usize) -> Option<Vec<Placed<&'a DeValue<'a>>>> {
        let Placed { at, value } = self.value(key)?;
        let DeValue::Array(items) = value else {
            self.wrong_type(at, key, Wanted::List);
            return None;
        };
        if items.is_empty() {
            self.source.report(at, ProblemKind::EmptyList { key: self.named(key) });
            return None;
        }
        if items.len() > most {
            self.source.report(at, ProblemKind::TooMany { key: self.named(key), most });
            return None;
        }
        Some(items.iter().map(|v| Placed { at: v.span().start, value: v.get_ref() }).collect())
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
            let suggestion = nearest(key.get_ref(), asked.iter().copied()).map(|s| self.named(&s));
            let of_sections = matches!(value.get_ref(), DeValue::Table(_) | DeValue::Array(_));
            let kind = if of_sections && self.source.in_header(key.span().start) {
                let section = match self.name.as_str() {
                    "" => key.get_ref().clone().into_owned(),
                    name => format!("{name}.{}", key.get_ref()),
                };
                ProblemKind::UnknownSection { section }
            } else {
                ProblemKind::UnknownKey { key: self.named(key.get_ref()) }
            };
            self.source.report_with(key.span().start, kind, suggestion);
        }
    }
}
