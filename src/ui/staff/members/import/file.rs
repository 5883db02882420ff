//! 1: Pilih berkas. The places first, then what stands in a folder.

use egui::{Rect, pos2, vec2};

use super::{back, event, icon_of, narrow};
use crate::flow::staff::members::{Folder, ImportEvent, Picker, PickerEvent, Place, PlaceKind, SHOWN_ENTRIES};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::staff::controls::unchosen;
use crate::ui::staff::members::CONTROL;
use crate::ui::staff::members::parts::PageUi;
use crate::ui::theme::Type;
use crate::ui::widgets::StaffLook;

const LINE: f32 = 72.0;
const GAP: f32 = 10.0;

pub(super) fn show(p: &mut PageUi<'_, '_>, picker: &Picker, waits: bool, body: Rect, foot: Rect) {
    let room = back(p, foot);
    let reload = p.word("members-file-reload");
    let again = (!waits).then(|| picked(PickerEvent::Reload)).flatten();
    let y = (foot.top(), foot.bottom());
    let left = p.button_from_right(foot.right(), y, &reload, Some(bold::ARROW_CLOCKWISE), StaffLook::Plain, again);
    if p.view.system_dialogs() {
        let open = picker.system.is_open();
        let text = p.word(if open { "system-waits" } else { "system-pick" });
        let event = (!open).then(|| picked(PickerEvent::System)).flatten();
        let left = p.button_from_right(left - 16.0, y, &text, None, StaffLook::Plain, event);
        if picker.system.is_unchosen() {
            // Beside the buttons, or above them where they take the whole width.
            let beside = Rect::from_min_max(room.min, pos2(left - 16.0, room.bottom()));
            let above = Rect::from_min_max(
                body.left_bottom() - vec2(0.0, CONTROL + 76.0),
                body.max - vec2(0.0, CONTROL + 16.0),
            );
            let line = if narrow(p) { above } else { beside };
            unchosen(p.ui, p.view, Type::StaffCaption, 3, line);
        }
    }
    match &picker.folder {
        None => places(p, picker, body),
        Some(folder) => entries(p, folder, body),
    }
}

fn picked(what: PickerEvent) -> Option<crate::flow::staff::members::Event> {
    event(ImportEvent::File(what))
}

/// The line at this place of a list.
fn row(body: Rect, top: f32, at: usize) -> Rect {
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let top = top + at as f32 * (LINE + GAP);
    Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), LINE))
}

fn places(p: &mut PageUi<'_, '_>, picker: &Picker, body: Rect) {
    let palette = &p.view.kit.theme.palette;
    let head = Rect::from_min_size(body.min, vec2(body.width(), 36.0));
    p.strong(head, &p.word("members-file-places"), Type::StaffCard, palette.ink);
    let mut top = head.bottom() + 16.0;
    let Some(places) = &picker.places else { return };
    if places.iter().all(|place| place.kind != PlaceKind::Drive) {
        let line = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), 60.0));
        p.lines(line, &p.word("members-file-no-drive"), 2, palette.ink2);
        top = line.bottom() + 12.0;
    }
    for (at, place) in places.iter().take(SHOWN_ENTRIES).enumerate() {
        let (name, glyph) = named(p, place);
        if p.line(row(body, top, at), glyph, (&name, &name), "") {
            p.events.extend(picked(PickerEvent::Place(at)));
        }
    }
}

fn named(p: &PageUi<'_, '_>, place: &Place) -> (String, Icon) {
    match place.kind {
        PlaceKind::Drive => (p.view.words.with("members-file-drive", &[("name", place.name.clone())]), fill::USB),
        PlaceKind::Documents => (p.word("members-file-documents"), fill::SCROLL),
        PlaceKind::Downloads => (p.word("members-file-downloads"), fill::FILE_ARROW_DOWN),
        PlaceKind::Home => (p.word("members-file-home"), fill::USER),
    }
}

fn entries(p: &mut PageUi<'_, '_>, folder: &Folder, body: Rect) {
    let palette = &p.view.kit.theme.palette;
    let (place, below) = (named(p, &folder.place).0, folder.below());
    let name = if below.is_empty() { place } else { format!("{place} / {below}") };
    let y = (body.top(), body.top() + CONTROL);
    let up = p.word("members-file-up");
    let left =
        p.button_from_right(body.right(), y, &up, Some(bold::ARROW_UP), StaffLook::Plain, picked(PickerEvent::Up));
    let head = Rect::from_min_max(pos2(body.left(), y.0), pos2(left - 16.0, y.1));
    p.strong(head, &name, Type::StaffCard, palette.ink);
    let top = y.1 + 16.0;
    let told = match &folder.entries {
        None => Some("members-loading"),
        Some(_) if folder.unreadable => Some("members-file-unreadable"),
        Some(entries) if entries.is_empty() => Some("members-file-empty"),
        Some(_) => None,
    };
    if let Some(key) = told {
        p.lines(Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), 70.0)), &p.word(key), 2, palette.ink2);
    }
    let all = folder.entries.as_deref().unwrap_or_default();
    let shown = all.iter().skip(folder.part * SHOWN_ENTRIES).take(SHOWN_ENTRIES);
    // In two columns where there is room, so that the lines keep their height.
    let columns = if narrow(p) { 1 } else { 2 };
    let wide = body.width() / if columns == 1 { 1.0 } else { 2.0 } - if columns == 1 { 0.0 } else { 8.0 };
    for (at, entry) in shown.enumerate() {
        let line = row(body, top, at / columns);
        let x = body.left() + if at % columns == 0 { 0.0 } else { wide + 16.0 };
        let place = Rect::from_min_size(pos2(x, line.top()), vec2(wide, LINE));
        let size = entry.bytes.map(|bytes| p.view.words.number(bytes.div_ceil(1024)));
        let text = size.map(|size| p.view.words.with("members-file-size", &[("size", size)])).unwrap_or_default();
        let spoken = match entry.bytes {
            Some(_) => entry.name.clone(),
            None => p.view.words.with("members-file-folder", &[("name", entry.name.clone())]),
        };
        let glyph = if entry.bytes.is_some() { icon_of(&entry.name) } else { fill::ARCHIVE };
        if p.line(place, glyph, (&entry.name, &spoken), &text) {
            p.events.extend(picked(PickerEvent::Entry(entry.name.clone())));
        }
    }
    let parts = Rect::from_min_max(pos2(body.left(), body.bottom() - CONTROL), body.max);
    let turn = |part| crate::flow::staff::members::Event::Import(ImportEvent::File(PickerEvent::Part(part)));
    p.parts(parts, folder.part, SHOWN_ENTRIES, all.len(), turn);
}
