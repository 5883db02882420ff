//! Kunjungan: the book in pages, with search and filters above it and the menus of its rows over it.

mod cells;
mod control;
mod details;
mod export;
mod foot;
mod form;
mod head;
mod lists;
mod plan;
mod table;
mod void;

use std::time::Duration;

use egui::{Rect, Ui, pos2, vec2};

use self::plan::Plan;
use super::view::StaffView;
use super::{keys, saving};
use crate::flow::staff::page::{PageEvent, Unanswered};
use crate::flow::staff::visits::{Deed, Event, Notice, Page, Refused, Sheet, Shown};
use crate::flow::staff::{Event as DeskEvent, Panel, Side};
use crate::i18n::Words;
use crate::ui::icons::bold;
use crate::ui::layout::Canvas;
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{StaffLook, Text, staff_button, staff_button_width};

/// An answer that takes longer than this is waited for visibly.
const SLOW: Duration = Duration::from_millis(150);
/// The keyboard of the search, as drawn.
const KEYBOARD: egui::Vec2 = vec2(1010.0, 440.0);

/// Paints the page and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &StaffView<'_>, room: Rect) -> Vec<DeskEvent> {
    let Side::Panel(panel) = &view.desk.side else { return Vec::new() };
    let page = &panel.pages.visits;
    let plan = Plan::of(room, view.canvas.shape);
    let mut events: Vec<DeskEvent> = head::title(ui, view, page, &plan).map(event).into_iter().collect();
    let (touched, bottom) = head::filters(ui, view, page, &plan);
    events.extend(touched.map(event));
    let Some(shown) = page.shown.as_deref() else {
        events.extend(unread(ui, view, page, plan.table(bottom + 14.0)));
        return events;
    };
    let (touched, bottom) = head::quick(ui, view, page, shown, &plan, bottom + 14.0);
    events.extend(touched.map(event));
    let mut table = plan.table(bottom + 16.0);
    if page.typing {
        let keys = Rect::from_min_size(
            pos2(room.center().x - KEYBOARD.x.min(room.width()) / 2.0, room.bottom() - KEYBOARD.y - 8.0),
            vec2(KEYBOARD.x.min(room.width()), KEYBOARD.y),
        );
        table.max.y = table.max.y.min(keys.top() - 80.0);
        events.extend(rows(ui, view, page, shown, &plan, table));
        events.extend(keyboard(ui, view, page, keys));
    } else {
        events.extend(rows(ui, view, page, shown, &plan, table));
        events.extend(foot::show(ui, view, &plan, &shown.page).map(event));
    }
    if let Some(notice) = page.notice.filter(|_| !matches!(page.sheet, Some(Sheet::Form(_)))) {
        // In the place of the table's head, so that no row has to give way.
        let (text, good) = told(view.words, notice);
        let strip = Rect::from_min_size(table.min, vec2(table.width(), plan::HEAD));
        control::sentence(ui, view, strip, &text, good);
    }
    waiting(ui, view, page, table);
    let over_all = panel.pages.saving.over.is_some();
    if page.sheet.is_some() || over_all {
        // Nothing of the page can be reached below what stands over it.
        ui.ctx().accesskit_node_builder(ui.unique_id(), egui::accesskit::Node::set_hidden);
    }
    // What stands over the page stands over its middle and leaves the sidebar free.
    let over = StaffView { canvas: Canvas { area: room, ..view.canvas }, ..*view };
    if over_all {
        let touched = saving::over(ui, &over, &panel.pages.saving);
        events.extend(touched.into_iter().map(|event| DeskEvent::Page(PageEvent::Saving(event))));
    } else {
        events.extend(sheet(ui, &over, panel, page, shown));
    }
    events
}

/// An event of this page.
fn event(event: Event) -> DeskEvent {
    DeskEvent::Page(PageEvent::Visits(event))
}

/// Nothing was read yet: it is on its way, or could not be read.
fn unread(ui: &Ui, view: &StaffView<'_>, page: &Page, table: Rect) -> Option<DeskEvent> {
    let words = view.words;
    page.fault?;
    let place = table::empty(ui, view, table, &words.get("visits-unread"), "");
    again(ui, view, place, "visits-try-again").then(|| event(Event::ClearAll))
}

fn again(ui: &Ui, view: &StaffView<'_>, place: Rect, key: &str) -> bool {
    let text = view.words.get(key);
    let wide = staff_button_width(ui.painter(), view.kit, &text, true);
    let place = Rect::from_center_size(place.center(), vec2(wide, place.height()));
    staff_button(ui, view.kit, place, &text, Some(bold::ARROW_COUNTER_CLOCKWISE), StaffLook::Plain).clicked()
}

fn rows(ui: &Ui, view: &StaffView<'_>, page: &Page, shown: &Shown, plan: &Plan, table: Rect) -> Option<DeskEvent> {
    let words = view.words;
    if !shown.page.rows.is_empty() {
        return table::show(ui, view, page, shown, plan, table).map(event);
    }
    let narrowed = page.wish.is_narrowed();
    let (title, text) = if narrowed {
        (words.get("visits-none"), words.get("visits-none-text"))
    } else {
        (words.get("visits-none-yet"), String::new())
    };
    let place = table::empty(ui, view, table, &title, &text);
    (narrowed && again(ui, view, place, "visits-clear")).then(|| event(Event::ClearAll))
}

/// The keyboard of the search with the button that puts it away.
fn keyboard(ui: &Ui, view: &StaffView<'_>, page: &Page, place: Rect) -> Option<DeskEvent> {
    let text = view.words.get("visits-search-done");
    let wide = staff_button_width(ui.painter(), view.kit, &text, true);
    let done =
        Rect::from_min_max(pos2(place.right() - wide, place.top() - 72.0), pos2(place.right(), place.top() - 8.0));
    let put_away = staff_button(ui, view.kit, done, &text, Some(bold::CHECK), StaffLook::Primary).clicked();
    let pressed = keys::letters(ui, view, place, &page.wish.sieve.text);
    pressed.or_else(|| put_away.then(|| event(Event::SearchDone)))
}

/// Says that rows are on their way, once that takes longer than a moment.
fn waiting(ui: &Ui, view: &StaffView<'_>, page: &Page, table: Rect) {
    let Some(since) = page.waiting.map(|w| w.since) else { return };
    let waited = view.now.saturating_sub(since);
    if let Some(left) = SLOW.checked_sub(waited).filter(|left| !left.is_zero()) {
        return ui.ctx().request_repaint_after(left);
    }
    let place = Rect::from_min_size(pos2(table.right() - 420.0, table.top() - 40.0), vec2(400.0, 32.0));
    let font = view.kit.font(Type::StaffCaption).weighted(Weight::Bold);
    Text::new(&view.words.get("visits-sub-loading"), font, view.kit.theme.palette.ink2).right().show(ui, place);
}

/// What stands over the page.
fn sheet(ui: &Ui, view: &StaffView<'_>, panel: &Panel, page: &Page, shown: &Shown) -> Vec<DeskEvent> {
    let busy = page.acting.is_some();
    let touched = match &page.sheet {
        None => None,
        Some(Sheet::List(which)) => lists::filter(ui, view, page, shown, *which),
        Some(Sheet::Calendar { days, month }) => lists::days(ui, view, *days, *month),
        Some(Sheet::Menu(listed)) => lists::menu(ui, view, listed, panel.staff.role, page.names),
        Some(Sheet::Details(details)) => details::show(ui, view, shown, details, page.names),
        Some(Sheet::Purpose(listed)) => lists::purposes(ui, view, shown, listed, busy),
        Some(Sheet::EndSession(listed)) => void::end_session(ui, view, listed),
        Some(Sheet::Erase(listed)) => void::erase(ui, view, listed),
        Some(Sheet::Void(voiding)) => return void::show(ui, view, voiding, busy, page.names),
        Some(Sheet::Export(chosen)) => return export::show(ui, view, panel, shown, chosen),
        Some(Sheet::Form(form)) => return form::show(ui, view, shown, form, page.notice, busy),
    };
    touched.map(event).into_iter().collect()
}

/// A sentence about what was done or not, and whether it is a good one.
fn told(words: Words, notice: Notice) -> (String, bool) {
    let (key, good) = match notice {
        Notice::Done(Deed::Voided) => ("visits-done-voided", true),
        Notice::Done(Deed::Corrected) => ("visits-done-corrected", true),
        Notice::Done(Deed::Entered) => ("visits-done-entered", true),
        Notice::Done(Deed::Erased) => ("visits-done-erased", true),
        Notice::Done(Deed::SessionEnded) => ("visits-done-session-ended", true),
        Notice::Refused(Refused::Already) => ("visits-refused-already", false),
        Notice::Refused(Refused::Erased) => ("visits-refused-erased", false),
        Notice::Refused(Refused::NothingNew) => ("visits-refused-nothing", false),
        Notice::Refused(Refused::Gone) => ("visits-refused-gone", false),
        Notice::Refused(Refused::Future) => ("visits-refused-future", false),
        Notice::Refused(Refused::NoSuchTime) => ("visits-refused-no-time", false),
        Notice::Refused(Refused::Card) => ("visits-refused-card", false),
        Notice::Refused(Refused::NameNeeded) => ("visits-refused-name", false),
        Notice::Refused(Refused::TooMany) => ("visits-refused-many", false),
        Notice::Refused(Refused::SessionOver) => ("visits-refused-session-over", false),
        Notice::Unanswered(Unanswered::Busy) => ("visits-unanswered-busy", false),
        Notice::Unanswered(Unanswered::Book) => ("visits-unanswered-book", false),
    };
    (words.get(key), good)
}
