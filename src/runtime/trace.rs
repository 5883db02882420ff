//! What the window shows, told on standard error for tests and for the demonstration of `scripts/run`.
//!
//! `BUKU_TRACE=1`: `screen NAME` and `dialog NAME` whenever they change on the painted screen.
//! `BUKU_TRACE=layout`: also `control ROLE|LABEL|X Y W H` (physical pixels) for each control of a settled
//! screen, between `controls` and `settled`, and `focus LABEL` for the control that has the keyboard. Nothing that a
//! visitor entered is told: a field's value is not its label.
//! `BUKU_TRACE=times`, for measures: the lines of `BUKU_TRACE=1`, each after `at MICROSECONDS` of the wall clock,
//! `at MICROSECONDS input` as soon as a key is pressed or a finger lifted, and `at MICROSECONDS frame` as soon as a frame
//! is on the screen.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use egui::accesskit::{Node, NodeId, Role, TreeUpdate};
use egui::{Context, FullOutput, Plugin};

use crate::flow::{RecordingPhase, Screen, State};

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Off,
    Screens,
    Layout,
    Times,
}

/// Tells the names of screens. A clone tells for the same window.
#[derive(Debug, Clone)]
pub struct Trace {
    level: Level,
    names: Names,
}

#[derive(Debug, Clone, Default)]
struct Names(Arc<Mutex<Told>>);

#[derive(Debug, Default)]
struct Told {
    /// The screen that was told last.
    last: String,
    /// What is painted, but not on the screen yet.
    frame: Option<Frame>,
}

#[derive(Debug)]
struct Frame {
    /// Its screen, if that is in its place.
    screen: Option<String>,
}

impl Names {
    fn lock(&self) -> MutexGuard<'_, Told> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the screen that is painted now has been told.
    fn are_told(&self) -> bool {
        let told = self.lock();
        let painted = told.frame.as_ref().and_then(|frame| frame.screen.as_ref());
        !told.last.is_empty() && painted.is_none_or(|now| *now == told.last)
    }
}

impl Trace {
    /// As the environment variable `BUKU_TRACE` asks.
    #[must_use]
    pub fn from_environment() -> Self {
        let level = match std::env::var("BUKU_TRACE").as_deref() {
            Ok("layout") => Level::Layout,
            Ok("times") => Level::Times,
            Ok("" | "0") | Err(_) => Level::Off,
            Ok(_) => Level::Screens,
        };
        Self { level, names: Names::default() }
    }

    /// Looks at what is painted there.
    pub fn watch(&self, ctx: &Context) {
        if self.level == Level::Layout {
            ctx.enable_accesskit();
            ctx.add_plugin(Controls { names: self.names.clone(), ..Controls::default() });
        }
    }

    /// Somebody did something: tells it before anything is made of it.
    pub fn input(&self) {
        if self.level == Level::Times {
            eprintln!("at {} input", micros());
        }
    }

    /// Takes note of a frame that is painted, and of its screen, if that is in its place; they are told once they are
    /// shown.
    pub fn painted(&self, screen: Option<String>) {
        self.names.lock().frame = Some(Frame { screen });
    }

    /// What was painted, if anything, is on the screen.
    pub fn shown(&self) {
        let at = micros();
        let mut told = self.names.lock();
        let Some(frame) = told.frame.take() else { return };
        if self.level == Level::Times {
            eprintln!("at {at} frame");
        }
        let Some(now) = frame.screen.filter(|now| *now != told.last) else { return };
        match self.level {
            Level::Off => {}
            Level::Times => eprintln!("at {at} {now}"),
            Level::Screens | Level::Layout => eprintln!("{now}"),
        }
        told.last = now;
    }
}

fn micros() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_micros()
}

/// What is told of the walk: its screen, and what lies over it.
#[must_use]
pub fn walk(state: &State) -> String {
    let mut now = page(state.screen.name());
    if let Screen::Recording(r) = &state.screen {
        now.push_str(match r.phase {
            RecordingPhase::Writing(_) => "",
            RecordingPhase::Waiting(_) => "\nphase waiting",
            RecordingPhase::Failed => "\nphase failed",
        });
    }
    if let Some(dialog) = &state.dialog {
        now = format!("{now}\ndialog {}", dialog.name());
    }
    if state.idle_ends.is_some() {
        now.push_str("\ndialog idle");
    }
    if let Some((strip, _)) = &state.strip {
        now = format!("{now}\nstrip {}", strip.name());
    }
    now
}

/// What is told of a page.
#[must_use]
pub fn page(name: &str) -> String {
    format!("screen {name}")
}

/// Tells where the controls are, once they stand still.
#[derive(Debug, Default)]
struct Controls {
    names: Names,
    seen: String,
    since: Option<Instant>,
    told: String,
    focus: Option<String>,
}

/// A screen that has not changed for so long has settled.
const SETTLED: Duration = Duration::from_millis(60);

impl Plugin for Controls {
    fn debug_name(&self) -> &'static str {
        "controls"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let Some(update) = &output.platform_output.accesskit_update else { return };
        let focus = update.nodes.iter().find(|(id, _)| *id == update.focus).and_then(|(_, node)| node.label());
        if focus != self.focus.as_deref() {
            self.focus = focus.map(str::to_owned);
            eprintln!("focus {}", focus.unwrap_or_default());
        }
        let list = controls(update, ctx.pixels_per_point());
        if list != self.seen {
            self.seen = list;
            self.since = Some(Instant::now());
        }
        if self.seen == self.told {
            return;
        }
        // A reader takes the list for the one of the screen that was told last.
        if self.names.are_told() && self.since.is_some_and(|since| since.elapsed() >= SETTLED) {
            eprintln!("controls\n{}settled", self.seen);
            self.told.clone_from(&self.seen);
        } else {
            ctx.request_repaint_after(SETTLED);
        }
    }
}

fn controls(update: &TreeUpdate, scale: f32) -> String {
    let scale = f64::from(scale);
    let line = |(_, node): &(NodeId, Node)| {
        let (bounds, label) = (node.bounds()?, node.label()?);
        if matches!(node.role(), Role::Label | Role::Unknown | Role::Window | Role::GenericContainer | Role::Pane) {
            return None;
        }
        let [x, y, w, h] = [bounds.x0, bounds.y0, bounds.x1 - bounds.x0, bounds.y1 - bounds.y0].map(|v| v * scale);
        Some(format!("control {:?}|{label}|{x:.0} {y:.0} {w:.0} {h:.0}\n", node.role()))
    };
    update.nodes.iter().filter_map(line).collect()
}
