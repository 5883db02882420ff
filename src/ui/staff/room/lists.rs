//! Who waits, and what visitors reported.

use egui::{Rect, Ui, pos2, vec2};

use super::super::view::StaffView;
use super::leaf::{self, Leaf};
use super::{BUTTON, GAP, length};
use crate::domain::internet::{RoomNote, Ticket, TicketState};
use crate::flow::staff::room::{Event, Leafed, List, Shown};
use crate::ui::icons::fill;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, StaffLook, Target, Text, focus_ring, paint_pair, staff_button, staff_button_width};

const TITLE: f32 = 36.0;
const ROW: f32 = 76.0;
const STEP: f32 = ROW + 8.0;
/// Rows of the queue that are kept free for it however many reports there are.
const QUEUE_ROWS: usize = 3;

/// A row: what it says above and below, and what a touch does.
struct Entry {
    above: String,
    below: String,
    event: Event,
}

/// Paints both lists and says what was touched.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, rect: Rect, shown: &Shown, leafed: Leafed) -> Vec<Event> {
    let queue: Vec<Entry> = shown.room.queue.iter().map(|ticket| waits(view, ticket, shown)).collect();
    let notes: Vec<Entry> = shown.notes.iter().map(|note| reported(view, note)).collect();
    let clear = if queue.is_empty() { 0.0 } else { BUTTON + 12.0 };
    // What the queue does not need, the reports may use.
    let rows = ((rect.height() - 2.0 * (TITLE + 40.0) - GAP - clear) / STEP).max(2.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number of rows")]
    let rows = rows as usize;
    let for_notes = rows.saturating_sub(queue.len().min(QUEUE_ROWS.min(rows / 2))).min(notes.len().max(1));
    let for_queue = rows - for_notes;
    let mut events = Vec::new();
    let hint = if queue.is_empty() { "room-queue-empty" } else { "room-queue-hint" };
    let leaf = Leaf::of(List::Queue, queue.len(), for_queue, leafed);
    let mut y = list(ui, view, rect, ("room-queue", hint), &queue, &leaf, &mut events);
    if !queue.is_empty() {
        let name = view.words.get("room-clear");
        let wide = staff_button_width(ui.painter(), view.kit, &name, true);
        let place = Rect::from_min_size(pos2(rect.left(), y), vec2(wide, BUTTON));
        if staff_button(ui, view.kit, place, &name, Some(fill::USERS_THREE), StaffLook::Plain).clicked() {
            events.push(Event::ClearQueue);
        }
        y += clear;
    }
    let below = rect.with_min_y(y + GAP);
    let hint = if notes.is_empty() { "room-notes-empty" } else { "" };
    let leaf = Leaf::of(List::Notes, notes.len(), for_notes, leafed);
    list(ui, view, below, ("room-notes", hint), &notes, &leaf, &mut events);
    events
}

/// A title, a hint below it (none: ""), the rows of a leaf, and the way to the others. Answers where it ends.
fn list(
    ui: &Ui,
    view: &StaffView<'_>,
    rect: Rect,
    (title, hint): (&str, &str),
    entries: &[Entry],
    leaf: &Leaf,
    events: &mut Vec<Event>,
) -> f32 {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let line = |y: f32, high: f32| Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width(), high));
    let mut y = rect.top();
    Text::new(&view.words.get(title), kit.font(Type::StaffCard), p.ink).show(ui, line(y, TITLE));
    y += TITLE;
    if !hint.is_empty() {
        Text::new(&view.words.get(hint), kit.font(Type::StaffBody), p.ink2).show(ui, line(y, 32.0));
        y += 40.0;
    }
    for entry in &entries[leaf.rows.clone()] {
        if row(ui, view, line(y, ROW), entry) {
            events.push(entry.event.clone());
        }
        y += STEP;
    }
    if leaf.is_part() {
        events.extend(leaf::turns(ui, view, line(y, BUTTON), &view.words.get(title), leaf));
        y += BUTTON + 12.0;
    }
    y
}

fn row(ui: &Ui, view: &StaffView<'_>, rect: Rect, entry: &Entry) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let touch = Target::button(&format!("{}, {}", entry.above, entry.below)).sense(ui, kit, rect);
    let ground = if touch.held() { p.blue_tint } else { p.surface };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, p.edge).paint(ui.painter(), rect, 0.0);
    let above = Text::new(&entry.above, kit.font(Type::StaffBody).weighted(Weight::Bold), p.ink);
    let below = Text::new(&entry.below, kit.font(Type::StaffCaption), p.ink2);
    paint_pair(ui.painter(), rect.shrink2(vec2(20.0, 6.0)), &above, &below, 2.0);
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}

fn waits(view: &StaffView<'_>, ticket: &Ticket, shown: &Shown) -> Entry {
    let words = view.words;
    let below = match &ticket.state {
        TicketState::Waiting => {
            words.with("room-ticket-waiting", &[("time", length(view, shown.room.at - ticket.taken))])
        }
        TicketState::Called { seat, .. } => words.with("room-ticket-called", &[("seat", seat.clone())]),
        TicketState::Missed => words.get("room-ticket-missed"),
    };
    let above = words.with("room-ticket", &[("n", ticket.number.to_string())]);
    Entry { above, below, event: Event::Assign(ticket.id) }
}

fn reported(view: &StaffView<'_>, note: &RoomNote) -> Entry {
    let words = view.words;
    let points: Vec<String> =
        note.points.iter().map(|point| words.get(&format!("room-point-{}", point.id()))).collect();
    let at = [
        ("reason", words.get(&format!("room-reason-{}", note.reason.id()))),
        ("date", words.brief_date(note.at.date())),
        ("time", words.time(note.at.time())),
    ];
    Entry {
        above: format!("{}: {}", note.seat, points.join(", ")),
        below: words.with("room-note-at", &at),
        event: Event::Note(note.n),
    }
}
