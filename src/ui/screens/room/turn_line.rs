//! "Giliran: 14 → PC 03" on Welcome: the numbers only. Touching it leads to typing one's number (rule 9).

use egui::{Rect, Ui, pos2, vec2};

use crate::flow::Event;
use crate::ui::icons::{bold, fill};
use crate::ui::theme::{Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon};

/// More called numbers than this do not stand on one line; those behind them are called when these have come.
const SHOWN: usize = 3;

/// The line's words, when a number is called.
pub(in crate::ui::screens) fn words(view: &View<'_>) -> Option<String> {
    let called: Vec<String> =
        view.state.room.called().take(SHOWN).map(|(ticket, seat)| format!("{} → {seat}", ticket.number)).collect();
    (!called.is_empty()).then(|| view.words.with("turn", &[("called", called.join(" · "))]))
}

/// Paints the line, if a number is called, and says whether it was touched.
pub(in crate::ui::screens) fn show(ui: &Ui, view: &View<'_>, rect: Rect) -> Option<Event> {
    let words = words(view)?;
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let touch = Target::button(&words).sense(ui, kit, rect);
    Face::filled(p.amber, radius::BUTTON)
        .outlined(if touch.held() { kit.theme.stroke.selected } else { 0.0 }, p.ink)
        .shadowed(kit.theme.shadow.button, p.amber_shadow)
        .paint(ui.painter(), rect, touch.down());
    let face = rect.translate(vec2(0.0, kit.theme.shadow.button * touch.down()));
    let square = Rect::from_center_size(pos2(face.left() + 52.0, face.center().y), vec2(48.0, 48.0));
    icon(ui.painter(), square, fill::DESKTOP, 48.0, p.on_amber);
    let caret = Rect::from_center_size(pos2(face.right() - 44.0, face.center().y), vec2(40.0, 40.0));
    icon(ui.painter(), caret, bold::CARET_RIGHT, 40.0, p.on_amber);
    let room = Rect::from_min_max(pos2(square.right() + 20.0, face.top()), pos2(caret.left() - 12.0, face.bottom()));
    Text::new(&words, kit.font(Type::LabelStrong), p.on_amber).lines(1).paint(ui.painter(), room);
    focus_ring(ui, kit, rect, radius::BUTTON, &touch);
    touch.clicked().then_some(Event::ClaimTurn)
}
