//! A PIN from whoever sits at the terminal, or as one line of standard input. It is not echoed, and is overwritten in
//! memory once it is read.

use std::fs::File;
use std::io::{IsTerminal, Read, Write};
use std::os::fd::AsFd;

use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

use super::failure::Failure;
use crate::domain::pin::{Pin, WeakPin};
use crate::domain::staff::Figures;

/// More than any PIN; what is longer is none.
const MOST: usize = 64;

/// Asks for a new PIN: twice on a terminal, once where a script gives it.
///
/// # Errors
/// Nothing, or something else than a PIN, was given; the sentence says what one is.
pub(super) fn new_pin() -> Result<Pin, Failure> {
    let input = std::io::stdin();
    let reader = File::from(input.as_fd().try_clone_to_owned()?);
    if !input.is_terminal() {
        return chosen(line(&reader)?);
    }
    let quiet = Quiet::begin(&reader)?;
    let first = asked(&reader, "PIN, 6 figures: ")?;
    let pin = chosen(first.clone())?;
    let again = asked(&reader, "The same once more: ")?;
    drop(quiet);
    if first == again {
        Ok(pin)
    } else {
        Err(Failure::Failed("The two PINs differ, and nothing was changed: try again.".to_owned()))
    }
}

fn chosen(figures: Figures) -> Result<Pin, Failure> {
    Pin::choose(figures).map_err(|weak: WeakPin| Failure::Failed(weak.to_string()))
}

fn asked(reader: &File, question: &str) -> Result<Figures, Failure> {
    let mut terminal = std::io::stderr();
    write!(terminal, "{question}")?;
    terminal.flush()?;
    let figures = line(reader);
    // The Enter that was typed is not echoed either.
    writeln!(terminal)?;
    figures
}

/// One line, as figures; none of them when it is anything but six. Read byte by byte, so that no buffer keeps it.
fn line(mut reader: &File) -> Result<Figures, Failure> {
    let mut bytes = Zeroizing::new([0_u8; MOST]);
    let mut len = 0;
    while len < MOST && reader.read(&mut bytes[len..=len])? == 1 && bytes[len] != b'\n' {
        len += 1;
    }
    let text = std::str::from_utf8(&bytes[..len]).unwrap_or_default();
    Ok(Figures::six(text.trim()).unwrap_or_default())
}

/// A terminal that does not echo, until this is dropped.
struct Quiet<'a> {
    terminal: &'a File,
    before: Termios,
}

impl<'a> Quiet<'a> {
    fn begin(reader: &'a File) -> Result<Self, Failure> {
        let before = tcgetattr(reader).map_err(std::io::Error::from)?;
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ECHO);
        tcsetattr(reader, OptionalActions::Flush, &quiet).map_err(std::io::Error::from)?;
        Ok(Self { terminal: reader, before })
    }
}

impl Drop for Quiet<'_> {
    fn drop(&mut self) {
        if tcsetattr(self.terminal, OptionalActions::Now, &self.before).is_err() {
            tracing::warn!("the terminal could not be given its echo back");
        }
    }
}
