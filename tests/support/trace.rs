//! What the kiosk says of itself on stderr under `BUKU_TRACE=layout`, read as it comes.
//!
//! | line | meaning |
//! | --- | --- |
//! | `screen NAME` | that screen is painted now |
//! | `dialog NAME` | that dialog is painted over the screen |
//! | `control ROLE\|LABEL\|X Y W H` | a control of what is painted, in physical pixels of the window |

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::display::PATIENCE;

/// A control that can be touched.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    /// Its accessibility role, as the kiosk writes it.
    pub role: String,
    /// Its accessible name.
    pub label: String,
    /// Left, top, width and height in pixels.
    pub bounds: [f32; 4],
}

impl Control {
    /// Where a finger would touch it.
    pub fn centre(&self) -> (f32, f32) {
        let [x, y, w, h] = self.bounds;
        (x + w / 2.0, y + h / 2.0)
    }

    fn parse(line: &str) -> Option<Self> {
        let (role, rest) = line.split_once('|')?;
        let (label, bounds) = rest.rsplit_once('|')?;
        let bounds: Vec<f32> = bounds.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
        Some(Self { role: role.to_owned(), label: label.to_owned(), bounds: bounds.try_into().ok()? })
    }
}

/// What was seen last.
#[derive(Debug, Default)]
pub struct Seen {
    /// `screen NAME` or `dialog NAME`, whichever came last.
    pub painted: String,
    /// How often anything was announced as painted.
    pub changes: usize,
    /// Controls since then; a later line of the same label counts.
    pub controls: Vec<Control>,
    /// The last lines, for the message of a failing test.
    pub tail: VecDeque<String>,
    /// The kiosk has closed its stderr.
    pub ended: bool,
}

impl Seen {
    /// The control of that name, or else the latest whose name begins with it.
    pub fn control(&self, label: &str) -> Option<&Control> {
        let latest = |fits: &dyn Fn(&str) -> bool| self.controls.iter().rev().find(|c| fits(&c.label));
        latest(&|l| l == label).or_else(|| latest(&|l| l.starts_with(label)))
    }

    fn take(&mut self, line: String) {
        if line.starts_with("screen ") || line.starts_with("dialog ") {
            self.painted.clone_from(&line);
            self.changes += 1;
            self.controls.clear();
        } else if let Some(control) = line.strip_prefix("control ").and_then(Control::parse) {
            self.controls.push(control);
        }
        if self.tail.len() == 200 {
            self.tail.pop_front();
        }
        self.tail.push_back(line);
    }
}

/// The trace of one running kiosk.
#[derive(Clone, Default)]
pub struct Trace(Arc<(Mutex<Seen>, Condvar)>);

impl Trace {
    /// Reads `stderr` to its end on a thread of its own.
    pub fn follow(stderr: impl Read + Send + 'static) -> Self {
        let trace = Self::default();
        let reader = trace.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                reader.seen().take(line);
                reader.0.1.notify_all();
            }
            reader.seen().ended = true;
            reader.0.1.notify_all();
        });
        trace
    }

    /// What stands now.
    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `answer` finds what it looks for; fails with `wanted` and what was seen instead.
    pub fn wait<T>(&self, wanted: &str, answer: impl FnMut(&Seen) -> Option<T>) -> T {
        self.wait_for(PATIENCE, answer).unwrap_or_else(|| panic!("waited for {wanted}; {}", self.picture()))
    }

    /// Waits for at most `patience`.
    pub fn wait_for<T>(&self, patience: Duration, mut answer: impl FnMut(&Seen) -> Option<T>) -> Option<T> {
        let until = Instant::now() + patience;
        let mut seen = self.seen();
        loop {
            if let Some(found) = answer(&seen) {
                return Some(found);
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.ended {
                return None;
            }
            seen = self.0.1.wait_timeout(seen, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// What was seen, for people.
    pub fn picture(&self) -> String {
        let seen = self.seen();
        let labels: Vec<&str> = seen.controls.iter().map(|c| c.label.as_str()).collect();
        let other: Vec<&String> = seen.tail.iter().filter(|l| !l.starts_with("control ")).collect();
        let ended = if seen.ended { "the kiosk had ended; " } else { "" };
        format!("{ended}painted: {:?}; controls: {labels:?}; said: {other:#?}", seen.painted)
    }
}

#[test]
fn the_latest_control_of_a_name_counts_and_a_new_screen_forgets_all() {
    let mut seen = Seen::default();
    for line in [
        "screen welcome",
        "control Button|Anggota. Punya KTA|10 20 30 40",
        "control Button|Lanjut|1 2 3 4",
        "control Button|Lanjut|5 6 8 8",
        "noise | with bars",
    ] {
        seen.take(line.to_owned());
    }
    assert_eq!(seen.control("Lanjut").unwrap().centre(), (9.0, 10.0));
    assert_eq!(seen.control("Anggota").unwrap().bounds, [10.0, 20.0, 30.0, 40.0]);
    assert!(seen.control("noise ").is_none());
    seen.take("dialog idle".to_owned());
    assert!(seen.controls.is_empty());
    assert_eq!((seen.painted.as_str(), seen.changes), ("dialog idle", 2));
}
