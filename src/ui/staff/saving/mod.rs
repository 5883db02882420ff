//! How a file is taken away, on Laporan and on Kunjungan: its form, the place, the button that makes it with its progress,
//! and what becomes of it.

mod outcome;
mod places;

use std::path::Path;

use egui::{Rect, Ui, pos2, vec2};

use super::view::StaffView;
use crate::domain::report::{FileForm, Place};
use crate::flow::staff::saving::{SaveEvent, SaveOver, Saving, named};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::staff::controls::split_x;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{
    Face, Side, Target, Text, focus_ring, icon, name_text, paint_pair, primary_button, secondary_button,
};

/// What was touched of the button that makes a file.
pub(super) enum Made {
    /// The file is to be made.
    Begin,
    /// It is given up.
    Cancel(SaveEvent),
}

/// Paints what lies over the page.
pub(super) fn over(ui: &Ui, view: &StaffView<'_>, saving: &Saving) -> Vec<SaveEvent> {
    let mut events = Vec::new();
    match &saving.over {
        None => {}
        Some(SaveOver::Places(picker)) => {
            let choice = places::Choice { picker, system: saving.system, second: false };
            places::show(ui, view, saving, choice, &mut events);
        }
        Some(SaveOver::Saved { saved, place }) => outcome::saved(ui, view, saved, place, &mut events),
        Some(SaveOver::Released(released)) => outcome::released(ui, view, *released, &mut events),
    }
    events
}

/// Paints the choice of a folder for the second copies of the book, over Pengaturan.
pub(super) fn second(ui: &Ui, view: &StaffView<'_>, saving: &Saving) -> Vec<SaveEvent> {
    let mut events = Vec::new();
    if let Some(second) = &saving.second {
        let choice = places::Choice { picker: &second.picker, system: second.system, second: true };
        places::show(ui, view, saving, choice, &mut events);
    }
    events
}

/// The picture of a form.
pub(super) fn form_glyph(form: FileForm) -> Icon {
    match form {
        FileForm::Xlsx => fill::FILE_XLS,
        FileForm::Pdf => fill::FILE_PDF,
        FileForm::Csv => fill::FILE_CSV,
    }
}

/// A form of the file, as a tile that is chosen.
pub(super) fn form_tile(
    ui: &Ui,
    view: &StaffView<'_>,
    rect: Rect,
    form: FileForm,
    chosen: bool,
    possible: bool,
) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let name = view.words.get(&format!("reports-form-{}", form.id()));
    let text = view.words.get(&format!("reports-form-{}-text", form.id()));
    let touch = Target::choice(&name, chosen).sense(ui, kit, rect);
    let (ground, edge, ink) = match (possible, chosen || touch.held()) {
        (false, _) => (p.key_fn, p.line, p.ink2),
        (true, true) => (p.blue_tint, p.blue, p.blue),
        (true, false) => (p.surface, p.line, p.ink),
    };
    Face::filled(ground, radius::STAFF_CARD).outlined(kit.theme.stroke.tile, edge).paint(ui.painter(), rect, 0.0);
    let part = |top: f32, high: f32| {
        Rect::from_min_size(pos2(rect.left() + 6.0, rect.top() + top), vec2(rect.width() - 12.0, high))
    };
    icon(ui.painter(), part(12.0, 48.0), form_glyph(form), 46.0, ink);
    let font = kit.font(Type::StaffCard).weighted(Weight::Bold);
    Text::new(&name, font, if possible { p.ink } else { p.ink2 }).centered().paint(ui.painter(), part(62.0, 28.0));
    Text::new(&text, kit.font(Type::StaffCaption), p.ink2).centered().paint(ui.painter(), part(92.0, 24.0));
    focus_ring(ui, kit, rect, radius::STAFF_CARD, &touch);
    touch.clicked() && possible
}

/// The place, as a button that leads to the others.
pub(super) fn place(ui: &Ui, view: &StaffView<'_>, saving: &Saving, rect: Rect) -> Option<SaveEvent> {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    let gone = ("reports-drive-gone", "reports-drive-gone-text");
    let (name, text, well) = match (&saving.place, saving.drive()) {
        (Place::Folder, _) => (words.get("reports-folder"), outcome::free_here(view, saving.free), true),
        (Place::At(folder), _) => (last_of(folder), words.get("reports-at-text"), true),
        (Place::On { .. }, None) => (words.get(gone.0), words.get(gone.1), false),
        (Place::On { drive, folder }, Some(found)) => {
            let name = words.with("reports-drive", &[("name", named(drive, folder))]);
            if found.read_only {
                (name, words.get("reports-drive-read-only"), false)
            } else {
                (name, outcome::free_on(view, found.free), true)
            }
        }
    };
    let touch = Target::button(&name).sense(ui, kit, rect);
    let (ground, edge) = if well { (p.blue_tint, p.blue) } else { (p.red_tint, p.red_edge) };
    Face::filled(ground, radius::STAFF_CARD).outlined(kit.theme.stroke.tile, edge).paint(ui.painter(), rect, 0.0);
    let mark = |x: f32| Rect::from_center_size(pos2(x, rect.center().y), vec2(44.0, 44.0));
    let glyph = if matches!(saving.place, Place::On { .. }) { fill::USB } else { fill::ARCHIVE };
    icon(ui.painter(), mark(rect.left() + 44.0), glyph, 40.0, if well { p.blue } else { p.red_ink });
    let room = Rect::from_min_max(pos2(rect.left() + 80.0, rect.top()), pos2(rect.right() - 64.0, rect.bottom()));
    let upper = Text::new(&name, kit.font(Type::StaffCard).weighted(Weight::Bold), p.ink);
    let lower = Text::new(&text, kit.font(Type::StaffCaption), if well { p.ink2 } else { p.red_ink });
    let [_, below] = paint_pair(ui.painter(), room, &upper, &lower, 0.0);
    name_text(ui, below, &text);
    if well {
        let disc = mark(rect.right() - 38.0);
        ui.painter().circle_filled(disc.center(), 16.0, p.blue);
        icon(ui.painter(), disc, bold::CARET_DOWN, 20.0, p.on_blue);
    } else {
        icon(ui.painter(), mark(rect.right() - 38.0), fill::WARNING_CIRCLE, 32.0, p.red_ink);
    }
    focus_ring(ui, kit, rect, radius::STAFF_CARD, &touch);
    touch.clicked().then_some(SaveEvent::OpenPlaces)
}

/// The name of a folder; of the topmost one its path.
fn last_of(folder: &Path) -> String {
    folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned()
}

/// The button that makes the file, or how far that is.
pub(super) fn make(ui: &Ui, view: &StaffView<'_>, saving: &Saving, rect: Rect, text: &str) -> Option<Made> {
    let (kit, words) = (view.kit, view.words);
    if saving.releasing.is_some() {
        busy(ui, view, rect, &words.get("reports-releasing"), 1.0);
        return None;
    }
    let Some(making) = saving.making else {
        let touch = primary_button(ui, kit, rect, text, Side::Left(fill::FILE_ARROW_DOWN), true);
        return touch.clicked().then_some(Made::Begin);
    };
    let [bar, button] = split_x(rect, rect.width() - 24.0 - 200.0);
    let text = if making.cancelled {
        words.get("reports-cancelling")
    } else {
        words.with("reports-making", &[("percent", making.percent.to_string())])
    };
    busy(ui, view, bar, &text, f32::from(making.percent) / 100.0);
    let touch = secondary_button(ui, kit, button, &words.get("reports-cancel"), Side::None);
    touch.clicked().then_some(Made::Cancel(SaveEvent::Cancel))
}

/// A bar that fills, with words in it.
fn busy(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str, part: f32) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    Face::filled(p.well, radius::BUTTON).paint(ui.painter(), rect, 0.0);
    let done = Rect::from_min_size(rect.min, vec2((rect.width() * part).max(2.0 * radius::BUTTON), rect.height()));
    Face::filled(p.key_shadow, radius::BUTTON).paint(ui.painter(), done, 0.0);
    let shown = Text::new(text, kit.font(Type::StaffCard).weighted(Weight::Bold), p.ink).centered().show(ui, rect);
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(egui::accesskit::Live::Polite));
}
