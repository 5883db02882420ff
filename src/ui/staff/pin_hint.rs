//! The line below the dots: tries that are left, a wrong PIN, a closed pad, a fault.

use std::time::Duration;

use egui::accesskit::Live;
use egui::{Rect, Ui, pos2, vec2};

use super::view::StaffView;
use crate::domain::pin::WeakPin;
use crate::flow::staff::{Notice, Pad};
use crate::ui::icons::{Icon, fill};
use crate::ui::theme::Type;
use crate::ui::widgets::{Text, icon};

const ICON: f32 = 36.0;

/// Paints the line from the top of `room`, if there is something to tell; assistive software reads it out.
pub(super) fn hint(ui: &Ui, view: &StaffView<'_>, pad: &Pad, room: Rect) {
    let Some((glyph, text)) = line(view, pad) else { return };
    let p = &view.kit.theme.palette;
    let font = view.kit.sized(Type::Body, 26.0);
    let square = Rect::from_min_size(room.min, vec2(ICON, font.line_height().max(ICON)));
    icon(ui.painter(), square, glyph, ICON, p.mist);
    let words = Rect::from_min_max(pos2(room.left() + 48.0, room.top()), room.max);
    let shown = Text::new(&text, font, p.mist).lines(4).top().show(ui, words);
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
}

fn line(view: &StaffView<'_>, pad: &Pad) -> Option<(Icon, String)> {
    let words = view.words;
    if let Some(left) = view.desk.closed(view.now) {
        return Some((fill::LOCK_KEY, closed(view, left)));
    }
    if pad.checking.is_some() {
        return Some((fill::HOURGLASS_MEDIUM, words.get("staff-pin-checking")));
    }
    let left = view.desk.warning().map(|left| match left {
        1 => words.get("staff-pin-left-one"),
        n => words.with("staff-pin-left", &[("n", n.to_string())]),
    });
    let Some(notice) = pad.notice else { return left.map(|left| (fill::SHIELD_CHECK, left)) };
    let told = match notice {
        Notice::Wrong => [Some(words.get("staff-pin-wrong")), left].into_iter().flatten().collect::<Vec<_>>().join(" "),
        Notice::Failed => words.get("staff-pin-failed"),
        Notice::Weak(WeakPin::Run) => words.get("staff-new-pin-run"),
        Notice::Weak(_) => words.get("staff-new-pin-repeat"),
        Notice::Taken => words.get("staff-new-pin-taken"),
        Notice::Differs => words.get("staff-new-pin-differs"),
        Notice::NotFirst => words.get("staff-new-pin-not-first"),
    };
    Some((fill::WARNING_CIRCLE, told))
}

/// Seconds while they are few, else minutes, both rounded up.
fn closed(view: &StaffView<'_>, left: Duration) -> String {
    let seconds = left.as_millis().div_ceil(1000);
    if seconds <= 60 {
        view.words.with("staff-pin-closed-seconds", &[("n", seconds.to_string())])
    } else {
        view.words.with("staff-pin-closed-minutes", &[("n", seconds.div_ceil(60).to_string())])
    }
}
