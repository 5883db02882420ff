//! Tells the bursts of a keyboard-wedge reader from a person's typing. Pure: time comes in with the strokes.
//!
//! Every stroke is held back until it is known what it belongs to, so that a burst never lands in a field and
//! its Enter never presses a button. Windows deliver strokes in batches without times of their own: a batch
//! arrived somewhere between `since` (the previous look at the queue) and `now`, so its strokes are taken as
//! evenly spread over that span. After a rest of the window that span says little: a reader's whole burst may have
//! woken it, or a person's strokes may have waited for a slow picture. Then a text with a digit that ends with the
//! reader's suffix is a scan, anything else is typing.
//!
//! The limits: from 6 strokes at 25 a second it is a scan, up to 12 a second it is typing; in between it is
//! one of both, never both and never lost.
//!
//! A stalled machine hands a person's strokes over in one heap, which looks like a burst. A reader's text has a digit,
//! or the reader's suffix follows it, or it is longer than what a person can write during a stall; a word with nothing
//! of that is typing at any pace.
//!
//! A reader that pauses for longer than the suffix may take (150 ms) in the middle of a card is taken for two cards, of
//! which the list knows neither; the visitor shows the card again. They are not joined: readers that send no suffix end
//! every card like that, and two visitors in quick succession would be read as one number, perhaps a third person's.

use std::time::Duration;

/// A key that carries no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Enter, also that of the keypad.
    Enter,
    /// Tab.
    Tab,
    /// F1 to F12; some readers end with one.
    Function(u8),
    /// Any other key: ends a burst and is passed on.
    Other(u16),
}

/// One stroke, as the window reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// A character.
    Char(char),
    /// A key without text.
    Key(Key),
}

/// What the strokes turned out to be, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A person's stroke: pass it on.
    Stroke(Stroke),
    /// A reader's text, without prefix and suffix.
    Scan(String),
    /// A reader sent what is no text: too much, or control characters only.
    Noise,
}

/// How the reader is set up (`[scan]` of the configuration).
#[derive(Debug, Clone)]
pub struct Setup {
    /// Characters that the reader sends first; left out of the scan.
    pub prefix: String,
    /// What the reader sends last: a key, or a character that no card number holds.
    pub suffix: Option<Stroke>,
    /// The longest pause within a burst.
    pub gap: Duration,
    /// The fewest characters of a burst.
    pub min_length: usize,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            prefix: String::new(),
            suffix: Some(Stroke::Key(Key::Enter)),
            gap: Duration::from_millis(50),
            min_length: 6,
        }
    }
}

/// The suffix belongs to its burst for so long.
const SUFFIX_WAIT: Duration = Duration::from_millis(150);
/// Characters a second from which it is a reader's burst: its own (25), less what a frame's rounding takes. A quick
/// typist (12, in spurts more) stays well below.
const READER_RATE: f64 = 23.0;
/// More than a person (12 a second) writes while the window is stalled (1.5 s).
const MORE_THAN_A_STALL: usize = 18;
/// The most characters of one burst; more is noise.
const LONGEST: usize = 256;
/// After so many held strokes a person's pace is recognised at once.
const ENOUGH_FOR_PACE: usize = 4;

/// The classifier of one keyboard queue.
#[derive(Debug)]
pub struct Wedge {
    setup: Setup,
    held: String,
    first: Duration,
    /// When the first stroke came if the window was at rest before it; else the same as `first`.
    first_at_most: Duration,
    last: Duration,
    count: usize,
    noise: bool,
    /// A burst ended with `last`; its suffix, if it comes in time, is swallowed.
    spent: Option<Duration>,
}

impl Wedge {
    /// A classifier for a reader of that setup.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        Self {
            setup,
            held: String::new(),
            first: Duration::ZERO,
            first_at_most: Duration::ZERO,
            last: Duration::ZERO,
            count: 0,
            noise: false,
            spent: None,
        }
    }

    /// Takes the strokes that arrived between `since` and `now`, in their order. `rested`: the window had nothing
    /// to do in between, so that they may all have come just now.
    pub fn feed(&mut self, since: Duration, now: Duration, rested: bool, strokes: &[Stroke]) -> Vec<Heard> {
        let mut heard = Vec::new();
        // What was held is judged by the earliest moment at which the new strokes can have come.
        let since = since.min(now);
        self.settle(since, &mut heard);
        let span = now.saturating_sub(since);
        let total = u32::try_from(strokes.len()).unwrap_or(u32::MAX).max(1);
        for (i, stroke) in strokes.iter().enumerate() {
            let place = u32::try_from(i + 1).unwrap_or(u32::MAX);
            let at = since + span.mul_f64(f64::from(place) / f64::from(total));
            // The first stroke of a batch may have come right after `since`.
            let earliest = match i {
                0 => since,
                _ if rested => self.last,
                _ => at,
            };
            let at_most = if rested { now } else { at };
            self.take(*stroke, earliest, at, at_most, &mut heard);
        }
        self.settle(now, &mut heard);
        heard
    }

    /// When [`Wedge::feed`] must be called at the latest, even without strokes.
    #[must_use]
    pub fn deadline(&self) -> Option<Duration> {
        (self.count > 0).then(|| self.last + self.patience())
    }

    /// Whether strokes are held back at the moment.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.count > 0
    }

    fn take(&mut self, stroke: Stroke, earliest: Duration, at: Duration, at_most: Duration, heard: &mut Vec<Heard>) {
        if self.count > 0 && earliest > self.last + self.setup.gap && !self.is_suffix_in_time(stroke, earliest) {
            self.release(false, heard);
        }
        if self.setup.suffix == Some(stroke) {
            if self.may_be_burst() {
                self.release(true, heard);
                self.spent = None;
                return;
            }
            if self.spent.take_if(|last| earliest <= *last + SUFFIX_WAIT).is_some() {
                return;
            }
        }
        match stroke {
            Stroke::Char(c) => self.hold(c, at, at_most, heard),
            Stroke::Key(_) => {
                self.release(false, heard);
                heard.push(Heard::Stroke(stroke));
            }
        }
    }

    fn is_suffix_in_time(&self, stroke: Stroke, earliest: Duration) -> bool {
        self.setup.suffix == Some(stroke) && self.may_be_burst() && earliest <= self.last + SUFFIX_WAIT
    }

    fn hold(&mut self, c: char, at: Duration, at_most: Duration, heard: &mut Vec<Heard>) {
        if self.count == 0 {
            self.first = at;
            self.first_at_most = at_most;
            self.noise = false;
        }
        self.spent = None;
        self.last = at;
        self.count += 1;
        if c.is_control() || self.count > LONGEST {
            self.noise = true;
        }
        if self.count <= LONGEST && !c.is_control() {
            self.held.push(c);
        }
        if self.count >= ENOUGH_FOR_PACE && !self.is_fast_since(self.first_at_most) && !self.noise {
            self.release(false, heard);
        }
    }

    /// Decides about what is held once its time is over.
    fn settle(&mut self, now: Duration, heard: &mut Vec<Heard>) {
        if self.count > 0 && now > self.last + self.patience() {
            self.release(false, heard);
        }
        if self.spent.is_some_and(|last| now > last + SUFFIX_WAIT) {
            self.spent = None;
        }
    }

    fn patience(&self) -> Duration {
        if self.may_be_burst() && self.setup.suffix.is_some() { SUFFIX_WAIT } else { self.setup.gap }
    }

    fn is_fast_since(&self, first: Duration) -> bool {
        let span = self.last.saturating_sub(first).as_secs_f64();
        #[expect(clippy::cast_precision_loss, reason = "a burst has few strokes")]
        let strokes = self.count.saturating_sub(1) as f64;
        strokes >= READER_RATE * span
    }

    fn is_burst(&self) -> bool {
        self.count >= self.setup.min_length && self.is_fast_since(self.first)
    }

    /// It is a burst, or it is one if its strokes came just before the window was woken by them.
    fn may_be_burst(&self) -> bool {
        self.is_burst()
            || (self.count >= self.setup.min_length && self.is_fast_since(self.first_at_most) && self.has_digit())
    }

    /// What a person may have written while the window was stalled.
    fn may_be_a_word(&self) -> bool {
        !self.noise && !self.has_digit() && self.count <= MORE_THAN_A_STALL
    }

    fn has_digit(&self) -> bool {
        self.held.contains(|c: char| c.is_ascii_digit())
    }

    fn release(&mut self, ended: bool, heard: &mut Vec<Heard>) {
        if self.count == 0 {
            return;
        }
        let burst = if ended { self.may_be_burst() } else { self.is_burst() && !self.may_be_a_word() };
        let text = std::mem::take(&mut self.held);
        let noise = std::mem::take(&mut self.noise);
        self.count = 0;
        if !burst {
            heard.extend(text.chars().map(|c| Heard::Stroke(Stroke::Char(c))));
            return;
        }
        self.spent = Some(self.last);
        let text = text.strip_prefix(&self.setup.prefix).unwrap_or(&text).trim();
        heard.push(if noise || text.is_empty() { Heard::Noise } else { Heard::Scan(text.to_owned()) });
    }
}

#[cfg(test)]
mod tests;
