//! The characters of a CSV file: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252. Whatever ends its
//! lines, a plain line feed comes out, and one stands at the end.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use encoding_rs::{CoderResult, Decoder, DecoderResult, Encoding, UTF_8, WINDOWS_1252};

use super::fault::FileFault;

const CHUNK: usize = 64 * 1024;

/// The encoding of a text file, found by reading it once from end to end.
///
/// # Errors
/// The file is empty, cannot be read, holds bytes that no text has, or breaks the promise of its mark.
pub(super) fn encoding_of(path: &Path) -> Result<&'static Encoding, FileFault> {
    let mut file = File::open(path).map_err(FileFault::from_io)?;
    let mut bytes = vec![0; CHUNK];
    let mut text = String::with_capacity(CHUNK + 16);
    let mut utf8 = UTF_8.new_decoder_with_bom_removal();
    let (mut first, mut is_utf8, mut marked) = (true, true, false);
    loop {
        let n = file.read(&mut bytes).map_err(FileFault::from_io)?;
        let chunk = bytes.get(..n).unwrap_or_default();
        if first {
            if n == 0 {
                return Err(FileFault::Empty);
            }
            if let Some((encoding, _)) = Encoding::for_bom(chunk) {
                if encoding != UTF_8 {
                    return Ok(encoding);
                }
                marked = true;
            }
            first = false;
        }
        if chunk.iter().any(|b| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a)) {
            return Err(FileFault::NotATable);
        }
        if is_utf8 {
            text.clear();
            text.reserve(n * 3 + 16);
            let (result, _) = utf8.decode_to_string_without_replacement(chunk, &mut text, n == 0);
            is_utf8 = !matches!(result, DecoderResult::Malformed(..));
        }
        if n == 0 {
            break;
        }
    }
    match (is_utf8, marked) {
        (true, _) => Ok(UTF_8),
        (false, true) => Err(FileFault::BrokenUtf8),
        (false, false) => Ok(WINDOWS_1252),
    }
}

/// A reader of UTF-8 text with plain line feeds over a file in `encoding`.
pub(super) struct TextReader<R> {
    inner: R,
    decoder: Decoder,
    bytes: Vec<u8>,
    text: String,
    at: usize,
    after_cr: bool,
    last: u8,
    done: bool,
    taken: u64,
}

impl<R: Read> TextReader<R> {
    /// Reads `inner`, whose mark, if it has one, is left out.
    pub(super) fn new(inner: R, encoding: &'static Encoding) -> Self {
        Self {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            bytes: vec![0; CHUNK],
            text: String::with_capacity(CHUNK * 3 + 16),
            at: 0,
            after_cr: false,
            last: b'\n',
            done: false,
            taken: 0,
        }
    }

    /// Bytes taken from the file so far.
    pub(super) fn taken(&self) -> u64 {
        self.taken
    }

    fn refill(&mut self) -> io::Result<()> {
        let n = self.inner.read(&mut self.bytes)?;
        self.taken += n as u64;
        self.at = 0;
        self.text.clear();
        self.text.reserve(n * 3 + 16);
        let chunk = self.bytes.get(..n).unwrap_or_default();
        let mut from = 0;
        loop {
            let (result, read, _) =
                self.decoder.decode_to_string(chunk.get(from..).unwrap_or_default(), &mut self.text, n == 0);
            from += read;
            match result {
                CoderResult::InputEmpty => break,
                CoderResult::OutputFull => self.text.reserve(CHUNK),
            }
        }
        self.done = n == 0;
        self.even_line_ends();
        if self.done && self.last != b'\n' {
            self.text.push('\n');
        }
        Ok(())
    }

    /// CR LF and a lone CR become LF, also where a chunk ends between the two.
    fn even_line_ends(&mut self) {
        if self.text.contains('\r') || self.after_cr {
            let mut even = String::with_capacity(self.text.len());
            for c in self.text.chars() {
                match c {
                    '\n' if self.after_cr => {}
                    '\r' => even.push('\n'),
                    c => even.push(c),
                }
                self.after_cr = c == '\r';
            }
            self.text = even;
        }
        if let Some(last) = self.text.as_bytes().last() {
            self.last = *last;
        }
    }
}

impl<R: Read> Read for TextReader<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        while self.at >= self.text.len() {
            if self.done {
                return Ok(0);
            }
            self.refill()?;
        }
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let n = rest.len().min(buf.len());
        if let (Some(to), Some(from)) = (buf.get_mut(..n), rest.get(..n)) {
            to.copy_from_slice(from);
        }
        self.at += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{UTF_16BE, UTF_16LE};
    use proptest::prelude::*;
    use std::io::Write;

    fn detect(bytes: &[u8]) -> Result<&'static Encoding, FileFault> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        encoding_of(file.path())
    }

    fn read_all(bytes: &[u8], encoding: &'static Encoding) -> String {
        let mut text = String::new();
        TextReader::new(bytes, encoding).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn finds_the_encoding() {
        assert_eq!(detect("nama\nZoë\n".as_bytes()).unwrap(), UTF_8);
        assert_eq!(detect("\u{feff}nama\n".as_bytes()).unwrap(), UTF_8);
        assert_eq!(detect(b"nama\nZo\xeb\n").unwrap(), WINDOWS_1252);
        assert_eq!(detect(b"\xff\xfen\0a\0").unwrap(), UTF_16LE);
        assert_eq!(detect(b"\xfe\xff\0n\0a").unwrap(), UTF_16BE);
        assert!(matches!(detect(b""), Err(FileFault::Empty)));
        assert!(matches!(detect(b"\x7fELF\0\0"), Err(FileFault::NotATable)));
        assert!(matches!(detect(b"\xef\xbb\xbfZo\xeb\n"), Err(FileFault::BrokenUtf8)));
        let mut late = vec![b'a'; 300_000];
        late.push(0xeb);
        assert_eq!(detect(&late).unwrap(), WINDOWS_1252);
        let mut cut = vec![b'a'; CHUNK - 1];
        cut.extend("ë".as_bytes());
        assert_eq!(detect(&cut).unwrap(), UTF_8);
    }

    #[test]
    fn evens_out_the_ends_of_lines() {
        assert_eq!(read_all(b"a\r\nb\rc\nd", UTF_8), "a\nb\nc\nd\n");
        assert_eq!(read_all(b"a\n", UTF_8), "a\n");
        assert_eq!(read_all(b"Zo\xeb \x93x\x94", WINDOWS_1252), "Zoë “x”\n");
        assert_eq!(read_all(b"\xff\xfeN\0\r\0\n\0", UTF_16LE), "N\n");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_at_the_edge_of_a_chunk(text in "[a-zë€😀\n]{0,40}", pad in 0usize..40) {
            let long = "x".repeat(CHUNK - pad) + &text.replace('\n', "\r\n");
            let mut expected = "x".repeat(CHUNK - pad) + &text;
            if !expected.ends_with('\n') { expected.push('\n') }
            prop_assert_eq!(read_all(long.as_bytes(), UTF_8), expected);
        }
    }
}
