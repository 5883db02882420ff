//! The pane while no field is open: a word on the tab, the reader to be tried, or the copies of the book.

use egui::accesskit::Live;
use egui::{Align2, Rect, Ui, pos2, vec2};

use super::Scene;
use crate::domain::settings::Section;
use crate::domain::staff::Role;
use crate::flow::staff::settings::{Event, Heard};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::staff::controls::{HIGH, Look, button, card, width};
use crate::ui::theme::{Tint, Type, Weight, radius};
use crate::ui::widgets::{Face, Text, icon, icon_box};

const PAD: f32 = 24.0;
/// The most copies that are listed.
const COPIES: usize = 7;

/// Paints the pane and says what was touched.
pub(super) fn show(ui: &Ui, scene: &Scene<'_>, room: Rect) -> Option<Event> {
    card(ui, scene.view.kit, room);
    let inner = room.shrink(PAD);
    match scene.page.section {
        Section::Reader => reader(ui, scene, inner),
        Section::Backup => return copies(ui, scene, inner),
        section => about(ui, scene, inner, section),
    }
    None
}

fn title(ui: &Ui, scene: &Scene<'_>, room: Rect, glyph: Icon, key: &str) -> Rect {
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    let square = Rect::from_min_size(room.min, vec2(56.0, 56.0));
    icon_box(ui.painter(), kit, square, glyph, Tint::Blue);
    let words = Rect::from_min_size(pos2(square.right() + 16.0, room.top()), vec2(room.width() - 72.0, 56.0));
    Text::new(&scene.word(key), kit.font(Type::StaffCard).sized(26.0), p.ink).lines(2).show(ui, words);
    Rect::from_min_max(pos2(room.left(), square.bottom() + 16.0), room.max)
}

fn lead(ui: &Ui, scene: &Scene<'_>, room: Rect, text: &str) -> Rect {
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    let text = Text::new(text, kit.font(Type::StaffBody), p.ink2).lines(6).top();
    let high = text.measure(ui.painter(), room.width()).y;
    text.show(ui, Rect::from_min_size(room.min, vec2(room.width(), high)));
    Rect::from_min_max(pos2(room.left(), room.top() + high + 18.0), room.max)
}

/// What the tab is for, and how a row is changed.
fn about(ui: &Ui, scene: &Scene<'_>, room: Rect, section: Section) {
    let glyph = match section {
        Section::General => fill::BOOKS,
        Section::Screen => fill::DESKTOP,
        Section::Purposes => fill::LIST_BULLETS,
        Section::Room => fill::DESKTOP_TOWER,
        Section::Standard => fill::SEAL_CHECK,
        Section::Pin => fill::LOCK_KEY,
        Section::Reader | Section::Backup => fill::GEAR_SIX,
    };
    let below = title(ui, scene, room, glyph, &format!("settings-tab-{}", section.id()));
    let below = lead(ui, scene, below, &scene.word(&format!("settings-about-{}", section.id())));
    if let Some(notice) = scene.page.people.notice.filter(|_| section == Section::Pin) {
        super::people::told(ui, scene, notice, below);
    } else if scene.writable {
        lead(ui, scene, below, &scene.word("settings-how"));
    }
}

/// "Coba pindai": what the reader sends, its middle hidden.
fn reader(ui: &Ui, scene: &Scene<'_>, room: Rect) {
    let (kit, p, words) = (scene.view.kit, &scene.view.kit.theme.palette, scene.view.words);
    let below = title(ui, scene, room, fill::BARCODE, "settings-try");
    let below = lead(ui, scene, below, &scene.word("settings-try-lead"));
    let field = Rect::from_min_size(below.min, vec2(below.width(), 96.0));
    let tray = Face::filled(p.bg, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, p.edge);
    tray.paint(ui.painter(), field, 0.0);
    let inside = field.shrink2(vec2(24.0, 8.0));
    let (text, about) = match &scene.page.heard {
        None => (words.get("settings-try-waits"), None),
        Some(Heard::Scan { masked, characters, fits }) => {
            let told = words.with("settings-try-scan", &[("n", characters.to_string())]);
            let fits = if *fits {
                (fill::CHECK_CIRCLE, Tint::Green, "settings-try-fits")
            } else {
                (fill::WARNING, Tint::Amber, "settings-try-unfit")
            };
            (format!("{masked}  ·  {told}"), Some(fits))
        }
        Some(Heard::Strokes { count, .. }) => (
            words.with("settings-try-strokes", &[("n", count.to_string())]),
            Some((fill::WARNING, Tint::Amber, "settings-try-slow")),
        ),
    };
    let shown = Text::new(&text, kit.font(Type::StaffCard).sized(26.0), p.ink).lines(2).show(ui, inside);
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
    let Some((glyph, tint, key)) = about else { return };
    let line = Rect::from_min_size(pos2(below.left(), field.bottom() + 16.0), vec2(below.width(), 84.0));
    let square = Rect::from_min_size(line.min, vec2(36.0, 36.0));
    icon(ui.painter(), square, glyph, 36.0, tint.ink(&kit.theme));
    let words_room = Rect::from_min_max(pos2(square.right() + 14.0, line.top()), line.max);
    Text::new(&words.get(key), kit.font(Type::StaffBody), p.ink).lines(3).top().show(ui, words_room);
}

/// "Cadangkan sekarang" and the copies that stand.
fn copies(ui: &Ui, scene: &Scene<'_>, room: Rect) -> Option<Event> {
    let (kit, p, words) = (scene.view.kit, &scene.view.kit.theme.palette, scene.view.words);
    let below = title(ui, scene, room, fill::ARCHIVE, "settings-copies");
    let mut below = lead(ui, scene, below, &scene.word("settings-about-backup"));
    let mut act = None;
    if scene.panel.staff.role == Role::Administrator {
        let name = scene.word("settings-copy-now");
        let wide = width(ui.painter(), kit, &name, Some(bold::FILE_ARROW_DOWN));
        let place = Rect::from_min_size(below.min, vec2(wide, HIGH));
        let busy = scene.page.doing().is_some();
        let look = if busy { Look::Off } else { Look::Primary };
        if button(ui, kit, place, &name, Some(bold::FILE_ARROW_DOWN), look).clicked() && !busy {
            act = Some(Event::BackUp);
        }
        below.min.y = place.bottom() + 18.0;
    }
    let Some(list) = &scene.page.copies else { return act };
    if list.is_empty() {
        lead(ui, scene, below, &scene.word("settings-no-copies"));
    }
    let mut place = Rect::from_min_size(below.min, vec2(below.width(), 46.0));
    for copy in list.iter().take(COPIES) {
        if place.bottom() > room.bottom() {
            break;
        }
        let date = words.long_date(copy.date);
        let size = words.decimal(copy.bytes.div_ceil(100_000), 1);
        let key = if copy.second { "settings-copy-both" } else { "settings-copy-one" };
        let aside = words.with(key, &[("size", size)]);
        ui.painter().hline(place.x_range(), place.bottom(), egui::Stroke::new(kit.theme.stroke.card, p.line));
        Text::new(&date, kit.font(Type::StaffBody).weighted(Weight::Bold), p.ink).show(ui, place);
        let end = Rect::from_min_max(pos2(place.center().x, place.top()), place.max);
        Text::new(&aside, kit.font(Type::StaffBody), p.ink2).align(Align2::RIGHT_CENTER).show(ui, end);
        place = place.translate(vec2(0.0, 54.0));
    }
    act
}
