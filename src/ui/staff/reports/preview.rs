//! The preview: the pages as they are printed, one at a time, small beside the order or large over it.

use egui::accesskit::Role;
use egui::{Rect, Ui, WidgetInfo, pos2, vec2};

use super::plan::{self, TURN};
use super::{sheet, title};
use crate::flow::staff::reports::{Event, Page};
use crate::ui::icons::bold;
use crate::ui::staff::controls::arrow;
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, Side, Target, Text, focus_ring, modal, secondary_button};

/// The shadow of a sheet of paper.
const SHADOW: f32 = 4.0;

/// Paints the card.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, page: &Page, card: Rect, events: &mut Vec<Event>) {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    Face::filled(p.well, radius::STAFF_CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), card, 0.0);
    let [heading, _] = plan::headed(card);
    let heading = Rect::from_min_size(heading.min, vec2(heading.width(), TURN));
    title(ui, view, heading, &words.get("reports-preview"));
    turning(ui, view, page, heading, events);
    let room =
        Rect::from_min_max(pos2(heading.left(), heading.bottom() + 12.0), pos2(heading.right(), card.bottom() - 24.0));
    let width = room.width().min(room.height() * room.width() / sheet::height(room.width()));
    let size = vec2(width, sheet::height(width));
    let paper = Rect::from_min_size(pos2(room.center().x - size.x / 2.0, room.top()), size);
    let Some(item) = page.preview.sheets.as_ref().and_then(|s| s.0.get(page.preview.at)) else {
        Face::filled(p.surface, 4.0).shadowed(SHADOW, p.key_shadow).paint(ui.painter(), paper, 0.0);
        let key = if page.preview.failed { "reports-preview-failed" } else { "reports-preview-wait" };
        let text = words.get(key);
        Text::new(&text, kit.font(Type::StaffBody), p.ink2).lines(4).centered().show(ui, paper.shrink(24.0));
        return;
    };
    let name = words.get("reports-preview-large");
    let touch = Target::button(&name).sense(ui, kit, paper);
    Face::filled(p.surface, 4.0).shadowed(SHADOW, p.key_shadow).paint(ui.painter(), paper, 0.0);
    sheet::paint(ui.painter(), kit, paper, item);
    picture(ui, view, page, paper);
    focus_ring(ui, kit, paper, 4.0, &touch);
    if touch.clicked() {
        events.push(Event::Enlarge);
    }
}

fn numbers(page: &Page) -> [(&'static str, String); 2] {
    [("page", (page.preview.at + 1).to_string()), ("pages", page.preview.count().to_string())]
}

/// The name of the picture of a page.
fn picture(ui: &Ui, view: &StaffView<'_>, page: &Page, paper: Rect) {
    let name = view.words.with("reports-preview-sheet", &numbers(page));
    let id = ui.scope_id().with("sheet");
    let response = ui.interact(paper.shrink(1.0), id, egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
}

/// "Halaman 1 dari 3" between one page back and one page on, at the right end of a line.
fn turning(ui: &Ui, view: &StaffView<'_>, page: &Page, rect: Rect, events: &mut Vec<Event>) {
    let (at, count) = (page.preview.at, page.preview.count());
    if count == 0 {
        return;
    }
    let words = view.words;
    let text = words.with("report-page", &numbers(page));
    let text = Text::new(&text, view.kit.font(Type::StaffCaption), view.kit.theme.palette.ink2);
    if count == 1 {
        text.right().show(ui, rect);
        return;
    }
    let square = |x: f32| Rect::from_min_size(pos2(x, rect.top()), vec2(TURN, TURN));
    let forward = square(rect.right() - TURN);
    let wide = text.measure(ui.painter(), f32::INFINITY).x + 20.0;
    let middle = Rect::from_min_max(pos2(forward.left() - wide, rect.top()), forward.left_bottom());
    text.centered().show(ui, middle);
    let back = square(middle.left() - TURN);
    if arrow(ui, view, back, &words.get("reports-sheet-back"), bold::CARET_LEFT, at > 0) {
        events.push(Event::SheetBack);
    }
    if arrow(ui, view, forward, &words.get("reports-sheet-forward"), bold::CARET_RIGHT, at + 1 < count) {
        events.push(Event::SheetForward);
    }
}

/// The page as large as the screen allows.
pub(super) fn large(ui: &Ui, view: &StaffView<'_>, page: &Page, events: &mut Vec<Event>) {
    let Some(item) = page.preview.sheets.as_ref().and_then(|s| s.0.get(page.preview.at)) else { return };
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    let room = view.canvas.area.size() - vec2(super::ASIDE, 64.0);
    let aside = 320.0;
    let high = room.y.min(sheet::height(room.x - aside - 96.0) + 64.0);
    let width = (high - 64.0) * 595.28 / 841.89;
    let size = vec2(width + aside + 96.0, high);
    let asked = modal(ui, kit, &view.canvas, &words.get("reports-preview"), size, |ui, card| {
        let paper = Rect::from_min_size(card.min + vec2(32.0, 32.0), vec2(width, sheet::height(width)));
        Face::filled(p.surface, 0.0).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), paper, 0.0);
        sheet::paint(ui.painter(), kit, paper, item);
        picture(ui, view, page, paper);
        let side = Rect::from_min_max(pos2(paper.right() + 32.0, paper.top()), card.max - vec2(32.0, 32.0));
        let head = Rect::from_min_size(side.min, vec2(side.width(), 40.0));
        let font = kit.font(Type::StaffTitle).sized(30.0).weighted(Weight::Extra);
        Text::new(&words.get("reports-preview"), font, p.ink).show(ui, head);
        let turn = Rect::from_min_size(pos2(side.left(), head.bottom() + 20.0), vec2(side.width(), TURN));
        let mut touched = Vec::new();
        turning(ui, view, page, turn, &mut touched);
        let close = Rect::from_min_max(pos2(side.left(), side.bottom() - 88.0), side.max);
        if secondary_button(ui, kit, close, &words.get("reports-close"), Side::None).clicked() {
            touched.push(Event::Close);
        }
        touched
    });
    events.extend(asked.inner);
    if asked.escape || asked.outside {
        events.push(Event::Close);
    }
}
