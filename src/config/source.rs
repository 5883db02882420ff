//! The text of the file while it is read: turns byte offsets into lines and columns and gathers the problems.

use std::cell::RefCell;

use super::problem::{Problem, ProblemKind};

/// The file being read.
pub(super) struct Source<'a> {
    text: &'a str,
    file: &'a str,
    found: RefCell<Vec<(usize, ProblemKind, Option<String>)>>,
    /// Keys that were asked for and are not written, for the test that the shipped file has them all.
    #[cfg(test)]
    pub(super) absent: RefCell<Vec<String>>,
}

impl<'a> Source<'a> {
    /// `file` is only written into the problems. A byte order mark is not counted as a column.
    pub(super) fn new(text: &'a str, file: &'a str) -> Self {
        Self {
            text,
            file,
            found: RefCell::default(),
            #[cfg(test)]
            absent: RefCell::default(),
        }
    }

    /// Notes a problem at a byte offset.
    pub(super) fn report(&self, at: usize, kind: ProblemKind) {
        self.report_with(at, kind, None);
    }

    /// Notes a problem with what was probably meant.
    pub(super) fn report_with(&self, at: usize, kind: ProblemKind, suggestion: Option<String>) {
        self.found.borrow_mut().push((at, kind, suggestion));
    }

    /// Line and column of a byte offset, both from 1, the column in characters.
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let before = &self.text[..at];
        let line_start = before.rfind('\n').map_or(0, |n| n + 1);
        let line = before.matches('\n').count() + 1;
        let column = before[line_start..].chars().filter(|c| *c != '\u{feff}').count() + 1;
        (line, column)
    }

    /// Whether a byte offset lies in a line like `[section]`.
    pub(super) fn in_header(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default();
        before.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with('['))
    }

    /// All problems in the order of the file; each place and kind once.
    pub(super) fn problems(self) -> Vec<Problem> {
        let mut found = self.found.take();
        found.sort_by_key(|(at, ..)| *at);
        found.dedup_by(|a, b| a.0 == b.0 && a.1 == b.1);
        found
            .into_iter()
            .map(|(at, kind, suggestion)| {
                let (line, column) = self.place(at);
                Problem { file: self.file.to_owned(), line, column, kind, suggestion }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_characters_from_one() {
        let source = Source::new("\u{feff}a = 1\nné = 2\r\n", "x");
        assert_eq!(source.place(0), (1, 1));
        assert_eq!(source.place(3), (1, 1), "after the byte order mark");
        assert_eq!(source.place(9), (2, 1));
        assert_eq!(source.place(12), (2, 3), "é is one character");
        assert_eq!(source.place(11), (2, 2), "inside é");
        assert_eq!(source.place(999), (3, 1));
    }
}
