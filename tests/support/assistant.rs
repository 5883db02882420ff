//! Assistive software that works the kiosk by the names of its controls, without pointer or keyboard.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::display::Display;

/// A helper beside this file that speaks AT-SPI. It ends with this value.
pub struct Assistant {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Assistant {
    /// Starts it on the message bus of that display.
    pub fn start(display: &Display) -> Self {
        let helper = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/assistant.py");
        // The system's own Python, which the Debian packages are for.
        let mut child = display
            .command("/usr/bin/python3")
            .arg(helper)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("python3 starts: install the Debian package gir1.2-atspi-2.0, or run scripts/test");
        let (to, from) = child.stdin.take().zip(child.stdout.take()).expect("both are pipes");
        Self { child, to, from: BufReader::new(from) }
    }

    fn ask(&mut self, command: &str) -> String {
        writeln!(self.to, "{command}").expect("the assistant listens");
        let mut answer = String::new();
        self.from.read_line(&mut answer).expect("the assistant answers");
        answer.trim_end().to_owned()
    }

    /// Does what the control of that name is for, as soon as there is one.
    pub fn press(&mut self, name: &str) {
        assert_eq!(self.ask(&format!("press {name}")), "pressed", "the control {name:?}");
    }

    /// Presses a key of the on-screen keyboard for each letter.
    pub fn type_keys(&mut self, text: &str) {
        for letter in text.chars() {
            self.press(&if letter == ' ' { "spasi".to_owned() } else { letter.to_string() });
        }
    }

    /// Waits until a text or control of that name is shown.
    pub fn read(&mut self, name: &str) {
        assert_eq!(self.ask(&format!("read {name}")), "there", "the text {name:?}");
    }

    /// Waits until that text can be read in the field of that name.
    pub fn holds(&mut self, name: &str, text: &str) {
        assert_eq!(self.ask(&format!("holds {name}|{text}")), "there", "the field {name:?} holds {text:?}");
    }
}

impl Drop for Assistant {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
