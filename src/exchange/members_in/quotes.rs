//! Watches the quotation marks of a CSV text on its way to the parser, which itself would take everything below a
//! mark that is never closed for one cell, and be silent about it.

use std::io::{self, Read};

/// The most bytes between two quotation marks: more than any cell of a list has, and few enough to be held.
const MOST_QUOTED: usize = 1 << 20;

/// A quotation mark that is opened and not closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a quotation mark in line {line} is never closed")]
pub(super) struct OpenQuote {
    /// The line on which it stands, from 1.
    pub line: u64,
}

impl OpenQuote {
    /// The fault that [`Quotes`] has put into an error of reading.
    pub(super) fn within(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// A cell begins here; only here does a mark open one.
    Start,
    /// Within a cell without marks, or behind its closing one.
    Plain,
    /// Behind the mark of this line, and so many bytes.
    Quoted { line: u64, bytes: usize },
    /// Behind a mark in a quoted cell: its end, or the first half of a doubled one.
    Closing { line: u64, bytes: usize },
}

/// A reader that hands on what it reads, and fails where a quotation mark is left open.
pub(super) struct Quotes<R> {
    inner: R,
    separator: u8,
    at: At,
    line: u64,
}

impl<R> Quotes<R> {
    /// Watches `inner`, whose lines end by plain line feeds.
    pub(super) fn new(inner: R, separator: u8) -> Self {
        Self { inner, separator, at: At::Start, line: 1 }
    }

    pub(super) fn get_ref(&self) -> &R {
        &self.inner
    }

    fn step(&mut self, byte: u8) {
        let ends_cell = byte == self.separator || byte == b'\n';
        self.at = match self.at {
            At::Start if byte == b'"' => At::Quoted { line: self.line, bytes: 0 },
            At::Quoted { line, bytes } if byte == b'"' => At::Closing { line, bytes },
            At::Quoted { line, bytes } => At::Quoted { line, bytes: bytes + 1 },
            At::Closing { line, bytes } if byte == b'"' => At::Quoted { line, bytes: bytes + 1 },
            _ if ends_cell => At::Start,
            _ => At::Plain,
        };
        self.line += u64::from(byte == b'\n');
    }
}

impl<R: Read> Read for Quotes<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        for byte in buf.get(..n).unwrap_or_default() {
            self.step(*byte);
        }
        let ended = n == 0 && !buf.is_empty();
        match self.at {
            At::Quoted { line, bytes } if ended || bytes > MOST_QUOTED => {
                Err(io::Error::new(io::ErrorKind::InvalidData, OpenQuote { line }))
            }
            _ => Ok(n),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> Option<u64> {
        let mut out = Vec::new();
        let error = Quotes::new(text.as_bytes(), b';').read_to_end(&mut out).err()?;
        OpenQuote::within(&error).map(|o| o.line)
    }

    #[test]
    fn a_mark_that_is_closed_is_handed_on() {
        for text in ["", "a;b\n", "a;\"b\nc\"\n", "\"a \"\"b\"\" c\";\"\"\n", "Budi \"Boy\" Contoh\n", "\"a\"b\"c\n"] {
            assert_eq!(open(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_mark_that_is_left_open_is_told_with_its_line() {
        assert_eq!(open("a;b\n1;\"c\n2;d\n"), Some(2));
        assert_eq!(open("a;b\n1;\"c\"\"\n2;d\n"), Some(2), "a doubled mark closes nothing");
        assert_eq!(open("a;\"b\nc\"\n\"d"), Some(3));
        let endless = format!("a;b\n1;\"{}\"\n", "x\n".repeat(MOST_QUOTED));
        assert_eq!(open(&endless), Some(2), "a list is not held whole for the sake of one mark");
    }
}
