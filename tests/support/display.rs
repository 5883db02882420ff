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
    ("dbus-daemon", "dbus"),
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
    /// The address of a message bus of its own, for assistive software.
    bus: Option<String>,
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
        let mut display =
            Self { number: format!(":{}", number.trim()), children: vec![server], bus: None, _alone: alone };
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
        if let Some(bus) = &self.bus {
            command.env("DBUS_SESSION_BUS_ADDRESS", bus);
        }
        command
    }

    /// Starts a message bus of its own with the accessibility bus behind it, as a desktop for blind people has it.
    pub fn with_assistive_software(mut self) -> Self {
        let mut bus = self
            .command("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon starts");
        let mut address = String::new();
        let said = bus.stdout.take().map(|out| BufReader::new(out).read_line(&mut address));
        self.children.push(bus);
        assert!(matches!(said, Some(Ok(1..))), "the message bus names its address");
        self.bus = Some(address.trim().to_owned());
        let launcher = self
            .command("/usr/libexec/at-spi-bus-launcher")
            .args(["--launch-immediately", "--a11y=1", "--screen-reader=1"])
            .spawn()
            .expect("the accessibility bus starts");
        self.children.push(launcher);
        self
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
            // Told to end, the accessibility bus takes the bus behind it along; whoever does not obey is killed.
            let told = Command::new("kill").arg(child.id().to_string()).status().is_ok_and(|s| s.success());
            let patience = Instant::now() + Duration::from_secs(2);
            while told && Instant::now() < patience && matches!(child.try_wait(), Ok(None)) {
                std::thread::sleep(Duration::from_millis(5));
            }
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
