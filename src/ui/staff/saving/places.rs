//! "Simpan ke mana?": the drives by name, the report folder, and the folders of a drive.

use egui::{Rect, Ui, pos2, vec2};

use super::outcome;
use crate::domain::report::Drive;
use crate::flow::staff::saving::{Inside, PlaceEvent, PlacePicker, SaveEvent as Event, Saving};
use crate::flow::staff::system::Waiting;
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::staff::controls::{ASIDE, arrow, split_x, unchosen};
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{
    Face, Side, Target, Text, focus_ring, icon, modal, name_text, paint_pair, primary_button, secondary_button,
};

const PADDING: f32 = 40.0;
/// Height of a line and of what stands below them.
const LINE: f32 = 84.0;
const GAP: f32 = 12.0;
const BUTTON: f32 = 88.0;
/// Folders that are shown at once.
const SHOWN: usize = 6;

/// What is chosen.
#[derive(Clone, Copy)]
pub(super) struct Choice<'a> {
    pub picker: &'a PlacePicker,
    /// The dialog of the system beside it.
    pub system: Waiting,
    /// It is the folder of the second copies of the book, not of a file.
    pub second: bool,
}

/// Paints the card over the page.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, saving: &Saving, choice: Choice<'_>, events: &mut Vec<Event>) {
    let Choice { picker, second, .. } = choice;
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let lines = if picker.inside.is_some() {
        SHOWN
    } else {
        saving.drives.len().clamp(1, SHOWN) + usize::from(!second) + usize::from(choice.system.is_unchosen())
    } as f32;
    let parts = if picker.inside.is_some() { 76.0 } else { 0.0 };
    let high = 2.0 * PADDING + 68.0 + lines * (LINE + GAP) + parts + 20.0 + BUTTON;
    let size = vec2(920.0_f32.min(view.canvas.width() - ASIDE), high);
    let name = view.words.get(if second { "settings-pick-second" } else { "reports-pick-place" });
    let asked = modal(ui, view.kit, &view.canvas, &name, size, |ui, card| {
        let inner = card.shrink(PADDING);
        let (kit, p) = (view.kit, &view.kit.theme.palette);
        let head = Rect::from_min_size(inner.min, vec2(inner.width(), 48.0));
        let body = Rect::from_min_max(pos2(inner.left(), head.bottom() + 20.0), inner.max);
        let mut touched = Vec::new();
        match &picker.inside {
            None => {
                Text::new(&name, kit.font(Type::StaffTitle).sized(32.0), p.ink).show(ui, head);
                drives(ui, view, saving, choice, body, &mut touched);
            }
            Some(inside) => {
                Text::new(&inside.name(), kit.font(Type::StaffTitle).sized(32.0), p.ink).show(ui, head);
                folders(ui, view, inside, second, body, &mut touched);
            }
        }
        touched
    });
    events.extend(asked.inner);
    if asked.escape || asked.outside {
        events.push(Event::Close);
    }
}

fn row(body: Rect, at: usize) -> Rect {
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let top = body.top() + at as f32 * (LINE + GAP);
    Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), LINE))
}

fn foot(body: Rect) -> Rect {
    Rect::from_min_max(pos2(body.left(), body.bottom() - BUTTON - 6.0), pos2(body.right(), body.bottom() - 6.0))
}

fn drives(
    ui: &Ui,
    view: &StaffView<'_>,
    saving: &Saving,
    Choice { system: dialog, second, .. }: Choice<'_>,
    body: Rect,
    events: &mut Vec<Event>,
) {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    if !second {
        let text = outcome::free_here(view, saving.free);
        if line(ui, view, row(body, 0), fill::ARCHIVE, &words.get("reports-folder"), &text, true) {
            events.push(Event::Place(PlaceEvent::Folder));
        }
    }
    let first = usize::from(!second);
    for (at, drive) in saving.drives.iter().take(SHOWN).enumerate() {
        drive_line(ui, view, drive, row(body, at + first), events);
    }
    if saving.drives.is_empty() {
        let text = words.get("reports-drive-none");
        Text::new(&text, kit.font(Type::StaffBody), p.ink2).lines(2).show(ui, row(body, first));
    }
    if dialog.is_unchosen() {
        let below = row(body, saving.drives.len().clamp(1, SHOWN) + first);
        unchosen(ui, view, Type::StaffBody, 2, below);
    }
    let foot = foot(body);
    let [close, system] = split_x(foot, if view.system_dialogs() { 220.0 } else { foot.width() });
    if secondary_button(ui, kit, close, &words.get("reports-close"), Side::None).clicked() {
        events.push(Event::Close);
    }
    if view.system_dialogs() {
        let waits = dialog.is_open();
        let text = words.get(if waits { "system-waits" } else { "system-pick" });
        if secondary_button(ui, kit, system, &text, Side::None).clicked() && !waits {
            events.push(Event::System);
        }
    }
}

/// A drive, and beside it the way into its folders.
fn drive_line(ui: &Ui, view: &StaffView<'_>, drive: &Drive, rect: Rect, events: &mut Vec<Event>) {
    let words = view.words;
    let name = words.with("reports-drive", &[("name", drive.name.clone())]);
    let text = if drive.read_only { words.get("reports-drive-read-only") } else { outcome::free_on(view, drive.free) };
    let [place, into] = split_x(rect, rect.width() - 24.0 - 250.0);
    if line(ui, view, place, fill::USB, &name, &text, !drive.read_only) {
        events.push(Event::Place(PlaceEvent::Drive(drive.path.clone())));
    }
    if !drive.read_only {
        let spoken = words.with("reports-into-name", &[("name", drive.name.clone())]);
        if small(ui, view, into, &words.get("reports-into"), &spoken) {
            events.push(Event::Place(PlaceEvent::Into(drive.path.clone())));
        }
    }
}

fn folders(ui: &Ui, view: &StaffView<'_>, inside: &Inside, second: bool, body: Rect, events: &mut Vec<Event>) {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    let place = |event| Event::Place(event);
    let told = match &inside.names {
        None => Some("reports-reading"),
        Some(_) if inside.unreadable => Some("reports-unreadable"),
        Some(names) if names.is_empty() => Some("reports-no-folders"),
        Some(_) => None,
    };
    if let Some(key) = told {
        Text::new(&words.get(key), kit.font(Type::StaffBody), p.ink2).lines(2).show(ui, row(body, 0));
    }
    let names = inside.names.as_deref().unwrap_or_default();
    let parts = names.len().div_ceil(SHOWN);
    let part = inside.part.min(parts.saturating_sub(1));
    for (at, name) in names.iter().skip(part * SHOWN).take(SHOWN).enumerate() {
        if line(ui, view, row(body, at), fill::ARCHIVE, name, "", true) {
            events.push(place(PlaceEvent::Down(name.clone())));
        }
    }
    let foot = foot(body);
    if parts > 1 {
        parted(
            ui,
            view,
            Rect::from_min_size(pos2(foot.left(), foot.top() - 76.0), vec2(foot.width(), 64.0)),
            (part, parts),
            events,
        );
    }
    let [up, here] = split_x(foot, 220.0);
    if secondary_button(ui, kit, up, &words.get("reports-back"), Side::Left(bold::ARROW_LEFT)).clicked() {
        events.push(place(PlaceEvent::Up));
    }
    let ready = inside.names.is_some() && !inside.unreadable;
    let take = words.get(if second { "settings-second-here" } else { "reports-here" });
    if primary_button(ui, kit, here, &take, Side::Left(bold::CHECK), ready).clicked() {
        events.push(place(PlaceEvent::Here));
    }
}

/// The way to the other parts of a long list.
fn parted(ui: &Ui, view: &StaffView<'_>, rect: Rect, (part, parts): (usize, usize), events: &mut Vec<Event>) {
    let words = view.words;
    let square = |x: f32| Rect::from_min_size(pos2(x, rect.top()), vec2(64.0, 64.0));
    let turned = |to| Event::Place(PlaceEvent::Part(to));
    if arrow(ui, view, square(rect.left()), &words.get("reports-earlier"), bold::CARET_LEFT, part > 0) {
        events.push(turned(part - 1));
    }
    let later = words.get("reports-later");
    if arrow(ui, view, square(rect.right() - 64.0), &later, bold::CARET_RIGHT, part + 1 < parts) {
        events.push(turned(part + 1));
    }
    let text = words.with("reports-part", &[("n", (part + 1).to_string()), ("all", parts.to_string())]);
    Text::new(&text, view.kit.font(Type::StaffBody), view.kit.theme.palette.ink2).centered().show(ui, rect);
}

/// A line that can be touched: picture, name, and what there is to say of it.
fn line(ui: &Ui, view: &StaffView<'_>, rect: Rect, glyph: Icon, name: &str, text: &str, ready: bool) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let touch = Target::button(name).sense(ui, kit, rect);
    let (ground, ink) = match (ready, touch.held()) {
        (false, _) => (p.key_fn, p.ink2),
        (true, true) => (p.blue_tint, p.blue),
        (true, false) => (p.surface, p.blue),
    };
    let edge = if ready { p.edge } else { p.line };
    Face::filled(ground, radius::STAFF_CARD).outlined(kit.theme.stroke.card, edge).paint(ui.painter(), rect, 0.0);
    let square = Rect::from_center_size(pos2(rect.left() + 46.0, rect.center().y), vec2(42.0, 42.0));
    icon(ui.painter(), square, glyph, 38.0, ink);
    let room = Rect::from_min_max(pos2(rect.left() + 86.0, rect.top()), pos2(rect.right() - 16.0, rect.bottom()));
    let upper = Text::new(name, kit.font(Type::StaffCard).weighted(Weight::Bold), p.ink);
    if text.is_empty() {
        upper.paint(ui.painter(), room);
    } else {
        let lower = Text::new(text, kit.font(Type::StaffCaption), p.ink2);
        let [_, below] = paint_pair(ui.painter(), room, &upper, &lower, 0.0);
        name_text(ui, below, text);
    }
    focus_ring(ui, kit, rect, radius::STAFF_CARD, &touch);
    touch.clicked() && ready
}

/// A small button whose spoken name says more than its words.
fn small(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str, spoken: &str) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let touch = Target::button(spoken).sense(ui, kit, rect);
    let ground = if touch.held() { p.well } else { p.surface };
    Face::filled(ground, radius::STAFF_CARD).outlined(kit.theme.stroke.card, p.edge).paint(ui.painter(), rect, 0.0);
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    Text::new(text, font, p.ink).centered().paint(ui.painter(), rect.shrink(8.0));
    focus_ring(ui, kit, rect, radius::STAFF_CARD, &touch);
    touch.clicked()
}
