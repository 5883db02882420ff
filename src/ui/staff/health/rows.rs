//! The rows: state, last check, and a button to test or mend where that makes sense.

use chrono::NaiveDateTime;
use egui::{Rect, Ui, pos2, vec2};

use crate::domain::settings::Section;
use crate::domain::staff::Role;
use crate::flow::staff::health as page;
use crate::flow::staff::page::PageEvent;
use crate::flow::staff::settings::{Event as Settings, Notice};
use crate::flow::staff::{Event, Panel, Tab};
use crate::ui::icons::{Icon, fill};
use crate::ui::staff::TABS;
use crate::ui::staff::controls::{HIGH as CONTROL, Look, button, width};
use crate::ui::staff::view::{Condition, StaffView, SystemHealth};
use crate::ui::theme::{Tint, Type, Weight, radius};
use crate::ui::widgets::{Face, Text, icon, icon_box};

const ROW: f32 = 92.0;
const GAP: f32 = 12.0;
/// Height of all rows.
pub(super) const HIGH: f32 = 7.0 * (ROW + GAP);

struct Row {
    icon: Icon,
    name: &'static str,
    text: String,
    condition: Condition,
    /// The name of the row's button, and what it does.
    act: Option<(&'static str, Vec<Event>)>,
}

/// Paints the rows and says what was touched.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, panel: &Panel, room: Rect) -> Vec<Event> {
    let rows = rows(view, panel);
    let mut place = Rect::from_min_size(room.min, vec2(room.width(), ROW));
    let mut events = Vec::new();
    for row in rows {
        events.extend(paint(ui, view, place, row));
        place = place.translate(vec2(0.0, ROW + GAP));
    }
    events
}

fn rows(view: &StaffView<'_>, panel: &Panel) -> [Row; 7] {
    let (words, health, page) = (view.words, view.health, &panel.pages.health);
    let row = |icon, name, text, condition| Row { icon, name, text, condition, act: None };
    let look = |key, event| (!page.looks()).then(|| (key, vec![Event::Page(PageEvent::Health(event))]));
    let (book, book_condition) = book(view, page);
    let (disk, disk_condition) = disk(view, page);
    let (whole, whole_condition) = full_check(view, page);
    let verify = vec![Event::Page(PageEvent::Health(page::Event::Verify))];
    let verify = page.checking.is_none().then_some(("health-verify", verify));
    let reader = words.get(if health.reader { "health-reader-well" } else { "health-reader-missing" });
    // It is told whenever it changes.
    let reader = looked_at(view, &reader, view.clock);
    let (clock, clock_condition) = clock(view, page);
    [
        Row {
            act: look("health-try-writing", page::Event::TryWriting),
            ..row(fill::BOOK_OPEN_TEXT, "health-book", book, book_condition)
        },
        Row { act: verify, ..row(fill::MAGNIFYING_GLASS, "health-check", whole, whole_condition) },
        Row {
            act: look("health-look-disk", page::Event::Look),
            ..row(fill::DESKTOP_TOWER, "health-disk", disk, disk_condition)
        },
        backup(view, panel),
        Row { act: try_reader(), ..row(fill::BARCODE, "health-reader", reader, health.reader_condition()) },
        Row {
            act: look("health-look-clock", page::Event::Look),
            ..row(fill::CLOCK, "health-clock", clock, clock_condition)
        },
        Row {
            act: look("health-look-version", page::Event::Look),
            ..row(fill::INFO, "health-version", version(view, page), Condition::Well)
        },
    ]
}

/// A state, and when it was seen last.
fn looked_at(view: &StaffView<'_>, state: &str, at: NaiveDateTime) -> String {
    // A sentence goes on.
    let state = state.trim_end_matches('.').to_owned();
    view.words.with("health-looked", &[("state", state), ("time", view.words.time(at.time()))])
}

/// The same of what the page found; bare until it has.
fn found_at(view: &StaffView<'_>, page: &page::Page, state: String) -> String {
    match &page.found {
        Some(found) => looked_at(view, &state, view.local(found.at)),
        None => state,
    }
}

fn book(view: &StaffView<'_>, page: &page::Page) -> (String, Condition) {
    let (words, health) = (view.words, view.health);
    let tried = page.found.as_ref().and_then(|found| found.written);
    match health.book {
        Some(_) if page.unseen => (words.get("health-book-unreadable"), Condition::Fault),
        None => (words.get("health-book-unreadable"), Condition::Fault),
        Some(_) if !health.writable || tried == Some(false) => {
            (found_at(view, page, words.get("health-book-read-only")), Condition::Fault)
        }
        Some(book) => {
            let size = words.number(book.bytes.div_ceil(1_000_000));
            let key = if tried.is_some() { "health-book-written" } else { "health-book-well" };
            let state = words.with(key, &[("visits", words.number(book.visits)), ("size", size)]);
            (found_at(view, page, state), health.book_condition())
        }
    }
}

/// As it was found last; until then as the health box has it.
fn disk(view: &StaffView<'_>, page: &page::Page) -> (String, Condition) {
    let free = page.found.as_ref().map_or(view.health.book.and_then(|b| b.free), |found| found.free);
    let condition = SystemHealth::space_condition(free);
    let state = match free {
        None => view.words.get("health-disk-unknown"),
        Some(free) => {
            let little = condition != Condition::Well;
            let key = if little { "health-disk-little" } else { "health-disk-free" };
            view.words.with(key, &[("size", view.words.decimal(free / 100_000_000, 1))])
        }
    };
    (found_at(view, page, state), condition)
}

/// The version of the program and the form of the book, which it knows or it would not have opened it.
fn version(view: &StaffView<'_>, page: &page::Page) -> String {
    let version = view.health.version.to_owned();
    match &page.found {
        None => version,
        Some(found) => {
            let args = [("version", version), ("schema", found.schema.to_string())];
            found_at(view, page, view.words.with("health-version-book", &args))
        }
    }
}

/// The last copy; an administrator can have one made.
fn backup(view: &StaffView<'_>, panel: &Panel) -> Row {
    let words = view.words;
    let settings = &panel.pages.settings;
    let (text, condition) = match (&settings.notice, view.health.book.and_then(|b| b.last_backup)) {
        _ if settings.doing().is_some() => (words.get("settings-copying"), Condition::Well),
        (Some(Notice::NotCopied), _) => (words.get("settings-not-copied"), Condition::Attention),
        (Some(Notice::Copied { second: Some(false) }), _) => (words.get("settings-copied-one"), Condition::Attention),
        (Some(Notice::Copied { .. }), _) => (words.get("settings-copied"), Condition::Well),
        (_, None) => (words.get("health-backup-never"), view.health.backup_condition(view.clock)),
        (_, Some(at)) => {
            let (date, time) = (words.date(at.date()), words.time(at.time()));
            let text = words.with("health-backup-at", &[("date", date), ("time", time)]);
            (text, view.health.backup_condition(view.clock))
        }
    };
    let may = panel.staff.role == Role::Administrator && settings.doing().is_none();
    let act = may.then(|| ("settings-copy-now", vec![Event::Page(PageEvent::Settings(Settings::BackUp))]));
    Row { icon: fill::ARCHIVE, name: "health-backup", text, condition, act }
}

/// The way to "Coba pindai".
fn try_reader() -> Option<(&'static str, Vec<Event>)> {
    let built = TABS.iter().any(|page| page.tab == Tab::Settings);
    let there = Event::Page(PageEvent::Settings(Settings::Section(Section::Reader)));
    built.then(|| ("settings-try", vec![Event::Tab(Tab::Settings), there]))
}

/// Whether the clock goes on from what is known to have happened.
fn clock(view: &StaffView<'_>, page: &page::Page) -> (String, Condition) {
    let words = view.words;
    let (date, time) = (words.date(view.clock.date()), words.time(view.clock.time()));
    match page.found.as_ref().and_then(|found| found.ahead) {
        None => {
            let state = words.with("health-clock-well", &[("date", date), ("time", time)]);
            (found_at(view, page, state), Condition::Well)
        }
        Some(at) => {
            let at = view.local(at);
            let args = [("date", words.date(at.date())), ("time", words.time(at.time()))];
            (words.with("health-clock-behind", &args), Condition::Attention)
        }
    }
}

/// How the last full check ended, and when.
fn full_check(view: &StaffView<'_>, page: &page::Page) -> (String, Condition) {
    let words = view.words;
    if page.checking.is_some() {
        return (words.get("health-check-runs"), Condition::Well);
    }
    let checked = match &page.checked {
        None => return (words.get("health-check-never"), Condition::Well),
        Some(Err(_)) => return (words.get("health-check-impossible"), Condition::Attention),
        Some(Ok(checked)) => checked,
    };
    let at = view.local(checked.at);
    let when = [("date", words.date(at.date())), ("time", words.time(at.time()))];
    if checked.failed.is_empty() {
        return (words.with("health-check-well", &when), Condition::Well);
    }
    let part = |name: &String| {
        let key = format!("health-part-{}", name.replace('_', "-"));
        if words.has(&key) { words.get(&key) } else { name.clone() }
    };
    let parts = checked.failed.iter().map(part).collect::<Vec<_>>().join(", ");
    let [date, time] = when;
    (words.with("health-check-failed", &[("checks", parts), date, time]), Condition::Fault)
}

fn paint(ui: &Ui, view: &StaffView<'_>, rect: Rect, row: Row) -> Vec<Event> {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    Face::filled(p.surface, radius::STAFF_CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
    let square = Rect::from_center_size(pos2(rect.left() + 54.0, rect.center().y), vec2(60.0, 60.0));
    let (tint, mark) = match row.condition {
        Condition::Well => (Tint::Green, fill::CHECK_CIRCLE),
        Condition::Attention => (Tint::Amber, fill::WARNING),
        Condition::Fault => (Tint::Red, fill::WARNING_CIRCLE),
    };
    icon_box(ui.painter(), kit, square, row.icon, if row.condition == Condition::Well { Tint::Blue } else { tint });
    let name = Rect::from_min_max(pos2(rect.left() + 104.0, rect.top()), pos2(rect.left() + 290.0, rect.bottom()));
    Text::new(&view.words.get(row.name), kit.font(Type::StaffCard), p.ink).lines(2).show(ui, name);
    let mut events = Vec::new();
    let mut edge = rect.right() - 76.0;
    if let Some((key, act)) = row.act {
        let text = view.words.get(key);
        let wide = width(ui.painter(), kit, &text, None);
        let place = Rect::from_center_size(pos2(edge - wide / 2.0, rect.center().y), vec2(wide, CONTROL));
        if button(ui, kit, place, &text, None, Look::Plain).clicked() {
            events = act;
        }
        edge -= wide + 16.0;
    }
    let text = Rect::from_min_max(pos2(name.right() + 16.0, rect.top()), pos2(edge, rect.bottom()));
    let weight = if row.condition == Condition::Well { Weight::Medium } else { Weight::Bold };
    Text::new(&row.text, kit.font(Type::StaffBody).weighted(weight), p.ink).lines(3).show(ui, text);
    let end = Rect::from_center_size(pos2(rect.right() - 44.0, rect.center().y), vec2(32.0, 32.0));
    icon(ui.painter(), end, mark, 32.0, tint.ink(&kit.theme));
    events
}
