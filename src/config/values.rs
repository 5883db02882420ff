//! The values of a section: each getter checks one value, reports what is wrong, and gives what is right.

use std::ops::RangeInclusive;
use std::time::Duration;

use toml::de::DeValue;

use super::problem::{ProblemKind, Shape, Wanted};
use super::section::{Placed, Section};
use super::suggest::nearest;

impl<'a> Section<'a> {
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
