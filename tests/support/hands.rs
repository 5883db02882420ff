//! A visitor's hands and a card reader, as real X events.

use super::display::Display;

impl Display {
    fn xdotool(&self, arguments: &[&str]) {
        let status = self.command("xdotool").args(arguments).status().expect("xdotool runs");
        assert!(status.success(), "xdotool {arguments:?} ended with {status}");
    }

    /// Touches a place for a moment, at a person's pace: the kiosk takes a second touch within 250 ms for a slip, and a
    /// busy machine brings two touches nearer to each other.
    pub fn touch(&self, at: (f32, f32)) {
        self.touch_after("0.5", at);
    }

    /// Touches the next key of a keyboard, where fingers are quicker.
    pub fn touch_key(&self, at: (f32, f32)) {
        self.touch_after("0.12", at);
    }

    fn touch_after(&self, seconds: &str, (x, y): (f32, f32)) {
        self.xdotool(&["sleep", seconds, "mousemove", &pixel(x), &pixel(y), "click", "1"]);
    }

    /// Touches places one after the other, three a second.
    pub fn touches(&self, places: &[(f32, f32)]) {
        for place in places {
            self.touch_after("0.33", *place);
        }
    }

    /// Presses a place for `seconds`, with a finger that drifts by `drift` pixels meanwhile.
    pub fn press(&self, (x, y): (f32, f32), seconds: f32, drift: f32) {
        let (pause, half) = (format!("{}", seconds / 2.0), pixel(drift));
        self.xdotool(&["mousemove", &pixel(x), &pixel(y), "mousedown", "1", "sleep", &pause]);
        self.xdotool(&["mousemove_relative", "--", &half, "0", "sleep", &pause, "mouseup", "1"]);
    }

    /// Puts a finger down and leaves it there.
    pub fn down(&self, (x, y): (f32, f32)) {
        self.xdotool(&["mousemove", &pixel(x), &pixel(y), "mousedown", "1"]);
    }

    /// Lifts the finger.
    pub fn up(&self) {
        self.xdotool(&["mouseup", "1"]);
    }

    /// Types as a person does: eight letters a second, and a pause before the hand does something else. `xdotool` waits
    /// half of its delay after each letter.
    pub fn typing(&self, text: &str) {
        self.xdotool(&["type", "--delay", "240", "--args", "1", text, "sleep", "0.5"]);
    }

    /// Presses a key by its X name, such as `Return` or `shift+Tab`.
    pub fn key(&self, name: &str) {
        self.xdotool(&["key", "--", name]);
    }

    /// Presses keys by their X names, one every so many milliseconds.
    pub fn keys(&self, names: &[&str], every: u32) {
        self.xdotool(&[&["key", "--delay", &every.to_string(), "--"], names].concat());
    }

    /// What a keyboard-wedge reader sends for a card: all at once, Enter at the end.
    pub fn scan(&self, card: &str) {
        self.xdotool(&["type", "--delay", "0", "--args", "1", card, "key", "--delay", "0", "Return"]);
    }
}

fn pixel(at: f32) -> String {
    format!("{at:.0}")
}
