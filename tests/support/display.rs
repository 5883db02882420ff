//! A virtual X display with a window manager, for one test alone.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Programs that window tests run, and the Debian package of each.
const PROGRAMS: &[(&str, &str)] = &[
    ("Xvfb", "xvfb"),
    ("openbox", "openbox"),
    ("xdotool", "xdotool"),
    ("import", "imagemagick"),
    ("xprop", "x11-utils"),
];

/// How long anything may take before a test gives up. Generous: only failing tests wait for it.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// One display at a time: drawing without a graphics card takes every core, and a kiosk that is starved of them shows
/// nothing of what a visitor sees.
static ALONE: Mutex<()> = Mutex::new(());

/// An Xvfb with openbox on a display number that was free. Both end with this value.
pub struct Display {
    number: String,
    children: Vec<Child>,
    _alone: MutexGuard<'static, ()>,
}

impl Display {
    /// Starts a display of `width` x `height` pixels, 24 bits deep.
    pub fn start(width: u32, height: u32) -> Self {
        require_programs();
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24"), "-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        // Xvfb chooses a free number, and says it once clients may connect.
        let mut number = String::new();
        let said = server.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
        let mut display = Self { number: format!(":{}", number.trim()), children: vec![server], _alone: alone };
        assert!(matches!(said, Some(Ok(1..))), "Xvfb names its display");
        let manager = display.command("openbox").spawn().expect("openbox starts");
        display.children.push(manager);
        display.wait_for_root("_NET_SUPPORTING_WM_CHECK", |said| said.contains("window id"));
        display
    }

    /// A command whose window or eyes are on this display; it says nothing and hears nothing unless told to.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.number)
            .env("LC_ALL", "C.UTF-8") // xdotool types beyond ASCII only in a UTF-8 locale
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    /// Saves what stands on the whole screen as a PNG.
    pub fn screenshot(&self, to: &Path) -> bool {
        self.command("import").args(["-window", "root"]).arg(to).status().is_ok_and(|s| s.success())
    }

    /// Waits until a window has the keyboard.
    pub fn wait_for_focus(&self) {
        self.wait_for_root("_NET_ACTIVE_WINDOW", |said| said.contains("window id #") && !said.contains("# 0x0"));
    }

    /// Width and height of the window that has the keyboard.
    pub fn active_window_size(&self) -> (u32, u32) {
        let asked = self
            .command("xdotool")
            .args(["getactivewindow", "getwindowgeometry", "--shell"])
            .stdout(Stdio::piped())
            .output()
            .expect("xdotool runs");
        let said = String::from_utf8_lossy(&asked.stdout).into_owned();
        let value = |name: &str| said.lines().find_map(|l| l.strip_prefix(name)?.parse().ok());
        let size = value("WIDTH=").zip(value("HEIGHT="));
        size.unwrap_or_else(|| panic!("no size of the window in {said:?}"))
    }

    /// Asks for a property of the root window until its value is as wanted; X tells nobody without a client of its own.
    fn wait_for_root(&self, property: &str, wanted: impl Fn(&str) -> bool) {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            let asked = self.command("xprop").args(["-root", property]).stdout(Stdio::piped()).output();
            if asked.is_ok_and(|asked| wanted(&String::from_utf8_lossy(&asked.stdout))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("{property} of the display {} did not come", self.number);
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Fails with one sentence that names the packages to install.
fn require_programs() {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let there = |program: &str| std::env::split_paths(&path).any(|folder| folder.join(program).is_file());
    let missing: Vec<&str> = PROGRAMS.iter().filter(|(p, _)| !there(p)).map(|(_, package)| *package).collect();
    assert!(
        missing.is_empty(),
        "window tests need the Debian packages {}: run scripts/test, which installs them",
        missing.join(" ")
    );
}
