//! What the kiosk says of itself on stderr under `BUKU_TRACE=layout`, read as it comes.
//!
//! | line | meaning |
//! | --- | --- |
//! | `screen NAME` | that screen is painted now, and what lay over it is told anew |
//! | `dialog NAME` | that dialog is painted over it |
//! | `strip NAME`, `phase NAME` | a passing message, a phase of the screen |
//! | `controls` | the list of what can be touched begins |
//! | `control ROLE\|LABEL\|X Y W H` | one of them, in physical pixels of the window |
//! | `settled` | the list is whole |
//! | `focus LABEL` | the control that has the keyboard |
//!
//! Under `BUKU_TRACE=times` each line stands after `at MICROSECONDS`, `input` and `frame` among them.

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
    /// The screen that is painted.
    pub screen: String,
    /// What lies over it: `dialog NAME`, `strip NAME`, `phase NAME`.
    pub over: Vec<String>,
    /// The controls of a settled screen; none while it changes.
    pub controls: Vec<Control>,
    /// The name of the control that has the keyboard.
    pub focus: String,
    /// The last lines, for the message of a failing test.
    pub tail: VecDeque<String>,
    /// The kiosk has closed its stderr.
    pub ended: bool,
    listing: Vec<Control>,
}

impl Seen {
    /// The control of that name, or else the latest whose name begins with it.
    pub fn control(&self, label: &str) -> Option<&Control> {
        let latest = |fits: &dyn Fn(&str) -> bool| self.controls.iter().rev().find(|c| fits(&c.label));
        latest(&|l| l == label).or_else(|| latest(&|l| l.starts_with(label)))
    }

    /// Whether a dialog lies over the screen.
    pub fn asks(&self) -> bool {
        self.over.iter().any(|o| o.starts_with("dialog "))
    }

    fn take(&mut self, line: String) {
        let told = line.strip_prefix("at ").and_then(|timed| timed.split_once(' ')).map_or(&*line, |(_, told)| told);
        match told.split_once(' ').unwrap_or((told, "")) {
            ("screen", name) => {
                if self.screen != name {
                    self.controls.clear();
                }
                name.clone_into(&mut self.screen);
                self.over.clear();
            }
            ("dialog", _) => {
                self.controls.clear();
                self.over.push(line.clone());
            }
            ("strip" | "phase", _) => self.over.push(line.clone()),
            ("focus", name) => name.clone_into(&mut self.focus),
            ("controls", "") => self.listing.clear(),
            ("control", control) => self.listing.extend(Control::parse(control)),
            ("settled", "") => self.controls = std::mem::take(&mut self.listing),
            _ => {}
        }
        if self.tail.len() == 400 {
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
        format!("{ended}painted: {:?} {:?}; controls: {labels:?}; said: {other:#?}", seen.screen, seen.over)
    }
}

#[test]
fn a_list_counts_when_it_is_whole_and_a_new_screen_forgets_it() {
    let mut seen = Seen::default();
    let mut say = |lines: &[&str]| {
        for line in lines {
            seen.take((*line).to_owned());
        }
        let lanjut = seen.control("Lanjut").map(Control::centre);
        (lanjut, seen.control("Anggota").map(|c| c.bounds), seen.asks(), seen.over.len())
    };
    let list = ["screen welcome", "controls", "control Button|Anggota. Punya KTA|10 20 30 40", "noise | with bars"];
    assert_eq!(say(&list), (None, None, false, 0));
    let rest = ["control Button|Lanjut|1 2 3 4", "control Button|Lanjut|5 6 8 8", "settled"];
    let whole = (Some((9.0, 10.0)), Some([10.0, 20.0, 30.0, 40.0]), false, 0);
    assert_eq!(say(&rest), whole, "the latest of a name counts; a name may be given by its beginning");
    assert_eq!(say(&["screen welcome", "strip card_not_read"]), (whole.0, whole.1, false, 1), "a strip moves nothing");
    assert_eq!(say(&["screen welcome", "dialog idle"]), (None, None, true, 1));
    assert_eq!(say(&["controls", "control Button|Lanjut|0 0 2 2", "settled"]), (Some((1.0, 1.0)), None, true, 1));
    assert_eq!(say(&["screen done"]), (None, None, false, 0));
}
