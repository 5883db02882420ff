//! What somebody else wrote into the file: setting by setting, or the faults of a file that cannot be used.

use egui::{Rect, Ui, pos2, vec2};

use super::{Scene, shown};
use crate::domain::settings::{Value, describe};
use crate::flow::staff::settings::{Difference, Event, Outside};
use crate::ui::icons::bold;
use crate::ui::staff::controls::{HIGH, Look, button, card, width};
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::Text;

/// Paints the list and says what was touched.
pub(super) fn show(ui: &Ui, scene: &Scene<'_>, room: Rect) -> Option<Event> {
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    card(ui, kit, room);
    let inner = room.shrink(24.0);
    let name = scene.word("settings-look-done");
    let wide = width(ui.painter(), kit, &name, Some(bold::X));
    let close = Rect::from_min_size(pos2(inner.right() - wide, inner.top()), vec2(wide, HIGH));
    let closed = button(ui, kit, close, &name, Some(bold::X), Look::Plain).clicked();
    let title = Rect::from_min_max(inner.min, pos2(close.left() - 12.0, close.bottom()));
    Text::new(&scene.word("settings-look-title"), kit.font(Type::StaffCard).sized(26.0), p.ink)
        .lines(2)
        .show(ui, title);
    let lines: Vec<(String, String)> = match &scene.page.outside {
        Some(Outside::Faulty(lines)) => lines.iter().map(|line| (String::new(), line.clone())).collect(),
        Some(Outside::Differences(list)) if list.is_empty() => {
            vec![(String::new(), scene.word("settings-look-same"))]
        }
        Some(Outside::Differences(list)) => list.iter().map(|difference| line(scene, difference)).collect(),
        None => Vec::new(),
    };
    let mut top = close.bottom() + 12.0;
    for (n, (name, text)) in lines.iter().enumerate() {
        let text = Text::new(text, kit.font(Type::StaffBody), p.ink2).lines(3).top();
        let head = if name.is_empty() { 0.0 } else { 28.0 };
        let high = head + text.measure(ui.painter(), inner.width()).y + 14.0;
        if top + high > inner.bottom() - 30.0 {
            let more = scene.view.words.with("settings-look-more", &[("n", (lines.len() - n).to_string())]);
            let place = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), 28.0));
            Text::new(&more, kit.font(Type::StaffBody), p.ink2).show(ui, place);
            break;
        }
        if head > 0.0 {
            let place = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), head));
            Text::new(name, kit.font(Type::StaffBody).weighted(Weight::Bold), p.ink).show(ui, place);
        }
        text.show(ui, Rect::from_min_max(pos2(inner.left(), top + head), pos2(inner.right(), top + high)));
        top += high;
    }
    closed.then_some(Event::Look(false))
}

/// "Nama: dipakai …, di berkas …".
fn line(scene: &Scene<'_>, difference: &Difference) -> (String, String) {
    let words = scene.view.words;
    let told = |value: Option<&Value>| match (value, describe(difference.spot)) {
        (None, _) => words.get("settings-absent"),
        (value, Some(setting)) => shown::value(words, scene.page, setting, value),
        (Some(value), None) => value.text().unwrap_or_default().to_owned(),
    };
    let args = [("used", told(difference.used.as_ref())), ("written", told(difference.written.as_ref()))];
    (shown::spot(words, scene.page, difference.spot), words.with("settings-look-line", &args))
}
