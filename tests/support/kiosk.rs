//! The real binary in a real window.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::display::Display;
use super::library::Library;
use super::trace::{Control, Seen, Trace};

/// A running kiosk. It, its display and its library end with this value; a failing test leaves a picture behind.
pub struct Kiosk {
    child: Child,
    trace: Trace,
    /// The display, for hands and eyes.
    pub display: Display,
    /// The library that it serves.
    pub library: Library,
}

impl Kiosk {
    /// Opens the kiosk fullscreen on a display of 1366 x 768, the smallest and so the quickest to draw without a
    /// graphics card, and waits for its welcome.
    pub fn open(library: Library) -> Self {
        Self::open_on(library, 1366, 768)
    }

    /// Opens the kiosk fullscreen on a display of that size and waits for its welcome.
    pub fn open_on(library: Library, width: u32, height: u32) -> Self {
        let kiosk = Self::start(library, width, height);
        kiosk.screen("welcome");
        kiosk.display.wait_for_focus();
        kiosk
    }

    /// Starts the kiosk fullscreen on a display of that size, and waits for nothing.
    pub fn start(library: Library, width: u32, height: u32) -> Self {
        Self::start_on(Display::start(width, height), library, "layout")
    }

    /// Starts the kiosk on that display, telling as much of itself as `trace` says (`BUKU_TRACE`).
    pub fn start_on(display: Display, library: Library, trace: &str) -> Self {
        Self::start_behind(&[], display, library, trace)
    }

    /// The same through another program, which is given the kiosk's command and becomes it.
    pub fn start_behind(wrapper: &[&str], display: Display, library: Library, trace: &str) -> Self {
        let program = library.program();
        let binary = program.get_program().to_string_lossy();
        let mut command = display.command(wrapper.first().unwrap_or(&&*binary));
        if let [_, arguments @ ..] = wrapper {
            command.args(arguments).arg(&*binary);
        }
        for (name, value) in program.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let mut child = command
            .args(program.get_args())
            .env("BUKU_TRACE", trace)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let trace = Trace::follow(child.stderr.take().expect("stderr is a pipe"));
        Self { child, trace, display, library }
    }

    /// Waits until that screen is painted, with no dialog over it.
    pub fn screen(&self, name: &str) {
        self.trace.wait(&format!("the screen {name}"), |seen| (seen.screen == name && !seen.asks()).then_some(()));
    }

    /// Waits for at most that long until that screen is painted: for what itself takes as long as a test is patient.
    pub fn screen_within(&self, name: &str, patience: Duration) {
        let shown = self.trace.wait_for(patience, |seen| (seen.screen == name && !seen.asks()).then_some(()));
        assert!(shown.is_some(), "waited for the screen {name}; {}", self.trace.picture());
    }

    /// Waits until that dialog lies over the screen.
    pub fn dialog(&self, name: &str) {
        self.over(&format!("dialog {name}"));
    }

    /// Waits until something lies over the screen: `dialog NAME`, `strip NAME` or `phase NAME`.
    pub fn over(&self, what: &str) {
        self.trace.wait(what, |seen| seen.over.iter().any(|over| over == what).then_some(()));
    }

    /// The last lines that the kiosk told, the latest at the end.
    pub fn told(&self) -> Vec<String> {
        self.trace.seen().tail.iter().cloned().collect()
    }

    /// The screen that is painted now.
    pub fn now(&self) -> String {
        self.trace.seen().screen.clone()
    }

    /// Waits until a control of that name, or whose name begins so, is painted.
    pub fn control(&self, label: &str) -> Control {
        self.trace.wait(&format!("the control {label:?}"), |seen| seen.control(label).cloned())
    }

    /// Waits until no control of that name is painted.
    pub fn gone(&self, label: &str) {
        let gone = |seen: &Seen| (!seen.controls.is_empty() && seen.control(label).is_none()).then_some(());
        self.trace.wait(&format!("{label:?} to go"), gone);
    }

    /// Presses Tab until the keyboard stands on the control whose name begins so.
    pub fn tab_to(&self, label: &str) {
        let came = (0..60).any(|_| {
            let before = self.trace.seen().focus.clone();
            self.display.key("Tab");
            let moved = |seen: &Seen| (seen.focus != before).then(|| seen.focus.starts_with(label));
            self.trace.wait("the keyboard to move on", moved)
        });
        assert!(came, "Tab never came to {label}; {}", self.trace.picture());
    }

    /// Presses Enter on the control that has the keyboard, and waits until the keyboard has moved on: a Tab before that
    /// would be counted as the move of another one.
    pub fn answer_focused(&self) {
        let before = self.trace.seen().focus.clone();
        self.display.key("Return");
        self.trace.wait("the keyboard to move on", |seen| (seen.focus != before).then_some(()));
    }

    /// All controls of the screen that is painted, once it stands still.
    pub fn controls(&self) -> Vec<Control> {
        let settled = |seen: &Seen| (!seen.controls.is_empty()).then(|| seen.controls.clone());
        self.trace.wait("a screen that stands still", settled)
    }

    /// Touches a control by its name.
    pub fn touch(&self, label: &str) {
        self.display.touch(self.control(label).centre());
    }

    /// Holds a card to the reader again and again, as a person does, until that screen is painted.
    pub fn scan_until(&self, card: &str, screen: &str) {
        let shown = (0..20).any(|_| {
            self.display.scan(card);
            self.trace.wait_for(Duration::from_millis(700), |seen| (seen.screen == screen).then_some(())).is_some()
        });
        assert!(shown, "scanned {card} in vain for the screen {screen}; {}", self.trace.picture());
    }

    /// Writes a text on the on-screen keyboard, key by key; a key's name is its letter, of either case.
    pub fn touch_keys(&self, text: &str) {
        for (index, letter) in text.chars().enumerate() {
            let name = if letter == ' ' { "spasi".to_owned() } else { letter.to_lowercase().to_string() };
            let key = self.trace.wait(&format!("the key {letter:?}"), |seen| {
                seen.controls.iter().rev().find(|c| c.label.to_lowercase() == name).cloned()
            });
            if index == 0 {
                self.display.touch(key.centre());
            } else {
                self.display.touch_key(key.centre());
            }
        }
    }

    /// Saves a picture of the screen beside the test's other output; answers where.
    pub fn picture(&self, name: &str) -> PathBuf {
        let to = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        assert!(self.display.screenshot(&to), "a picture is taken");
        to
    }

    /// The process id, for measures and signals.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Waits until the kiosk has worked off what it was given: it has said nothing more for two seconds.
    pub fn calm(&self) {
        let said = || self.trace.seen().tail.clone();
        let mut before = said();
        while self.trace.wait_for(Duration::from_secs(2), |seen| (seen.tail != before).then_some(())).is_some() {
            before = said();
        }
    }

    /// Its share of the memory, in kilobytes, without the files that it reads: its share of those changes with whoever
    /// else reads them, another kiosk for one.
    pub fn memory(&self) -> u64 {
        let text = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", self.pid())).expect("it runs");
        let share = |name: &str| -> Option<u64> {
            text.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok())
        };
        let own = share("Pss_Anon:").zip(share("Pss_Shmem:")).map(|(asked_for, shared)| asked_for + shared);
        own.expect("the system tells its share")
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// The exit code with which it has ended.
    pub fn code(&mut self) -> Option<i32> {
        self.child.wait().ok()?.code()
    }

    /// Ends it without warning, as a power cut would, and hands the library back.
    pub fn cut(mut self) -> Library {
        self.end();
        let empty = Library::empty();
        std::mem::replace(&mut self.library, empty)
    }

    /// Ends it in order, and hands the library back.
    pub fn close(mut self) -> Library {
        let told = Command::new("kill").args(["-TERM", &self.pid().to_string()]).status();
        assert!(told.is_ok_and(|s| s.success()), "the kiosk is told to end");
        let _ = self.child.wait();
        let empty = Library::empty();
        std::mem::replace(&mut self.library, empty)
    }

    fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Kiosk {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
            let to = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("failed-{name}.png"));
            if self.display.screenshot(&to) {
                eprintln!("the screen at that moment: {}", to.display());
            }
        }
        self.end();
    }
}
