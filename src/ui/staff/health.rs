//! Kesehatan sistem: a row each for the book, its full check, the disk, the copies and the reader; and the way out for
//! administrators.

use egui::{Rect, Ui, pos2, vec2};

use super::view::{Condition, StaffView};
use crate::domain::staff::Role;
use crate::flow::staff::health as page;
use crate::flow::staff::page::PageEvent;
use crate::flow::staff::{Event, Panel, Side as DeskSide};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{Tint, Type, Weight, radius};
use crate::ui::widgets::{
    Dialog, DialogAnswer, DialogButton, DialogKind, Face, Side, Text, button_width, danger_button, dialog, icon,
    icon_box, secondary_button,
};

const MARGIN: f32 = 36.0;
const ROW: f32 = 92.0;

struct Row {
    icon: Icon,
    name: &'static str,
    text: String,
    condition: Condition,
    /// The name of the row's button, and what it does.
    act: Option<(&'static str, page::Event)>,
}

/// Paints the page and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &StaffView<'_>, room: Rect) -> Vec<Event> {
    let DeskSide::Panel(panel) = &view.desk.side else { return Vec::new() };
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let page = room.shrink(MARGIN);
    let title = Rect::from_min_size(page.min, vec2(page.width(), 48.0));
    Text::new(&view.words.get("health-title"), kit.font(Type::StaffTitle), p.ink).show(ui, title);
    let (date, time) = (view.words.long_date(view.clock.date()), view.words.time(view.clock.time()));
    let sub = view.words.with("health-sub", &[("date", date), ("time", time)]);
    let under = Rect::from_min_size(pos2(page.left(), title.bottom()), vec2(page.width(), 32.0));
    Text::new(&sub, kit.font(Type::StaffBody), p.ink2).show(ui, under);

    let rows = rows(view, &panel.pages.health);
    let mut events = Vec::new();
    let mut place = Rect::from_min_size(pos2(page.left(), under.bottom() + 24.0), vec2(page.width(), ROW));
    for row in &rows {
        events.extend(paint(ui, view, place, row).map(|event| Event::Page(PageEvent::Health(event))));
        place = place.translate(vec2(0.0, ROW + 16.0));
    }
    events.extend(exit(ui, view, panel, page));
    events
}

fn rows(view: &StaffView<'_>, page: &page::Page) -> [Row; 6] {
    let (words, health) = (view.words, view.health);
    let book = match health.book {
        None => words.get("health-book-unreadable"),
        Some(_) if !health.writable => words.get("health-book-read-only"),
        Some(book) => {
            let size = words.number(book.bytes.div_ceil(1_000_000));
            words.with("health-book-well", &[("visits", words.number(book.visits)), ("size", size)])
        }
    };
    let disk = match health.book.and_then(|b| b.free) {
        None => words.get("health-disk-unknown"),
        Some(free) => {
            let little = health.disk_condition() != Condition::Well;
            words.with(
                if little { "health-disk-little" } else { "health-disk-free" },
                &[("size", words.decimal(free / 100_000_000, 1))],
            )
        }
    };
    let backup = match health.book.and_then(|b| b.last_backup) {
        None => words.get("health-backup-never"),
        Some(at) => {
            let (date, time) = (words.date(at.date()), words.time(at.time()));
            words.with("health-backup-at", &[("date", date), ("time", time)])
        }
    };
    let reader = words.get(if health.reader { "health-reader-well" } else { "health-reader-missing" });
    let row = |icon, name, text, condition| Row { icon, name, text, condition, act: None };
    let (whole, whole_condition) = full_check(view, page);
    let act = page.checking.is_none().then_some(("health-verify", page::Event::Verify));
    [
        row(fill::BOOK_OPEN_TEXT, "health-book", book, health.book_condition()),
        Row { act, ..row(fill::MAGNIFYING_GLASS, "health-check", whole, whole_condition) },
        row(fill::DESKTOP_TOWER, "health-disk", disk, health.disk_condition()),
        row(fill::ARCHIVE, "health-backup", backup, health.backup_condition(view.clock)),
        row(fill::BARCODE, "health-reader", reader, health.reader_condition()),
        row(fill::INFO, "health-version", health.version.to_owned(), Condition::Well),
    ]
}

/// How the last full check of this panel ended.
fn full_check(view: &StaffView<'_>, page: &page::Page) -> (String, Condition) {
    let words = view.words;
    if page.checking.is_some() {
        return (words.get("health-check-runs"), Condition::Well);
    }
    match &page.checked {
        None => (words.get("health-check-never"), Condition::Well),
        Some(Err(_)) => (words.get("health-check-impossible"), Condition::Attention),
        Some(Ok(checked)) if checked.failed.is_empty() => (words.get("health-check-well"), Condition::Well),
        Some(Ok(checked)) => {
            (words.with("health-check-failed", &[("checks", checked.failed.join(", "))]), Condition::Fault)
        }
    }
}

fn paint(ui: &Ui, view: &StaffView<'_>, rect: Rect, row: &Row) -> Option<page::Event> {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    Face::filled(p.surface, radius::STAFF_CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
    let square = Rect::from_center_size(pos2(rect.left() + 54.0, rect.center().y), vec2(60.0, 60.0));
    let (tint, mark) = match row.condition {
        Condition::Well => (Tint::Green, fill::CHECK_CIRCLE),
        Condition::Attention => (Tint::Amber, fill::WARNING),
        Condition::Fault => (Tint::Red, fill::WARNING_CIRCLE),
    };
    icon_box(ui.painter(), kit, square, row.icon, if row.condition == Condition::Well { Tint::Blue } else { tint });
    let name = Rect::from_min_max(pos2(rect.left() + 104.0, rect.top()), pos2(rect.left() + 364.0, rect.bottom()));
    Text::new(&view.words.get(row.name), kit.font(Type::StaffCard), p.ink).show(ui, name);
    let mut event = None;
    let mut edge = rect.right() - 76.0;
    if let Some((key, act)) = row.act {
        let text = view.words.get(key);
        let wide = button_width(ui.painter(), kit, &text, Side::None);
        let place = Rect::from_min_max(pos2(edge - wide, rect.top() + 2.0), pos2(edge, rect.bottom() - 2.0));
        event = secondary_button(ui, kit, place, &text, Side::None).clicked().then_some(act);
        edge -= wide + 16.0;
    }
    let text = Rect::from_min_max(pos2(name.right() + 16.0, rect.top()), pos2(edge, rect.bottom()));
    let weight = if row.condition == Condition::Well { Weight::Medium } else { Weight::Bold };
    Text::new(&row.text, kit.font(Type::StaffBody).weighted(weight), p.ink).lines(3).show(ui, text);
    let end = Rect::from_center_size(pos2(rect.right() - 44.0, rect.center().y), vec2(32.0, 32.0));
    icon(ui.painter(), end, mark, 32.0, tint.ink(&kit.theme));
    event
}

/// "Keluar dari kiosk", for administrators; asked once.
fn exit(ui: &Ui, view: &StaffView<'_>, panel: &Panel, page: Rect) -> Vec<Event> {
    if panel.staff.role != Role::Administrator {
        return Vec::new();
    }
    let (kit, words) = (view.kit, view.words);
    let (text, icon) = (words.get("health-exit"), Side::Left(bold::SIGN_OUT));
    let wide = button_width(ui.painter(), kit, &text, icon);
    let place = Rect::from_min_max(page.max - vec2(wide, 88.0), page.max);
    let mut events = Vec::new();
    if danger_button(ui, kit, place, &text, icon).clicked() {
        events.push(Event::AskExit);
    }
    if panel.exit_asked {
        let (yes, no) = (words.get("health-exit-yes"), words.get("health-exit-no"));
        let buttons = [
            DialogButton { text: &yes, icon: Side::Left(bold::SIGN_OUT), kind: DialogKind::Danger },
            DialogButton { text: &no, icon: Side::None, kind: DialogKind::Primary },
        ];
        let asked = Dialog {
            title: &words.get("health-exit-title"),
            text: &words.get("health-exit-text"),
            icon: Some((fill::SIGN_OUT, Tint::Red)),
            buttons: &buttons,
        };
        events.extend(dialog(ui, kit, &view.canvas, &asked).map(|a| Event::Exit(a == DialogAnswer::Button(0))));
    }
    events
}
