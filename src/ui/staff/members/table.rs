//! The rows of the page, and the way to the other pages.

use egui::{Rect, pos2, vec2};

use super::parts::{PageUi, name_of, number_of, source_of, status_of, valid_until};
use super::{CONTROL, GAP};
use crate::domain::member_list::{Found, MemberRow};
use crate::flow::staff::members::{Event, Page, Problem, Turn};
use crate::flow::staff::page::Key;
use crate::ui::icons::bold;
use crate::ui::theme::{Type, radius};
use crate::ui::widgets::{Face, StaffLook, Target, Text, focus_ring, icon, staff_button_width};

/// Height of the names of the columns, and of a row.
const HEAD: f32 = 48.0;
const ROW: f32 = 64.0;

/// From where to where each column reaches.
struct Columns {
    number: (f32, f32),
    name: (f32, f32),
    valid: (f32, f32),
    status: (f32, f32),
    source: Option<(f32, f32)>,
}

impl Columns {
    fn of(rect: Rect, narrow: bool) -> Self {
        let shares: &[f32] = if narrow { &[0.21, 0.34, 0.21, 0.24] } else { &[0.14, 0.27, 0.15, 0.155, 0.285] };
        let (mut left, mut edges) = (rect.left() + 24.0, Vec::new());
        let room = rect.width() - 24.0 - 56.0;
        for share in shares {
            edges.push((left, left + share * room - 16.0));
            left += share * room;
        }
        let at = |n: usize| edges.get(n).copied().unwrap_or_default();
        Self { number: at(0), name: at(1), valid: at(2), status: at(3), source: edges.get(4).copied() }
    }
}

pub(super) fn show(p: &mut PageUi<'_, '_>, page: &Page, room: Rect, narrow: bool) {
    let rows = page.list.page.as_ref().map(|page| page.rows.as_slice()).unwrap_or_default();
    if rows.is_empty() {
        return empty(p, page, room);
    }
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few rows"
    )]
    let (fit, high) = {
        let fit = (((room.height() - HEAD) / ROW).floor().max(0.0) as usize).min(rows.len());
        (fit, HEAD + fit as f32 * ROW)
    };
    let card = Rect::from_min_size(room.min, vec2(room.width(), high));
    p.card(card);
    let columns = Columns::of(card, narrow);
    heads(p, card, &columns);
    for (at, row) in rows.iter().take(fit).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a few rows")]
        let top = card.top() + HEAD + at as f32 * ROW;
        let place = Rect::from_min_size(pos2(card.left(), top), vec2(card.width(), ROW));
        line(p, (page, row, at), place, &columns);
    }
}

fn heads(p: &PageUi<'_, '_>, card: Rect, columns: &Columns) {
    let palette = &p.view.kit.theme.palette;
    // Round above and straight below.
    let band = Rect::from_min_size(card.min, vec2(card.width(), HEAD)).intersect(p.ui.clip_rect());
    let painter = p.ui.painter().with_clip_rect(band);
    Face::filled(palette.well, radius::STAFF_CARD - 2.0).paint(&painter, card.shrink(2.0), 0.0);
    let head = |(from, to): (f32, f32), key: &str| {
        let place = Rect::from_min_max(pos2(from, card.top()), pos2(to, card.top() + HEAD));
        p.strong(place, &p.word(key), Type::StaffCaption, palette.ink2);
    };
    head(columns.number, "members-col-number");
    head(columns.name, "members-col-name");
    head(columns.valid, "members-col-valid");
    head(columns.status, "members-col-status");
    if let Some(source) = columns.source {
        head(source, "members-col-source");
    }
}

/// A row; the whole of it is to be touched.
fn line(p: &mut PageUi<'_, '_>, (page, row, at): (&Page, &MemberRow, usize), rect: Rect, columns: &Columns) {
    let (kit, palette, revealed) = (p.view.kit, &p.view.kit.theme.palette, page.revealed);
    let name = name_of(&row.member, revealed);
    let args = [("n", (at + 1).to_string()), ("name", name.clone())];
    let spoken = p.view.words.with("members-open", &args);
    let touch = Target::button(&spoken).sense(p.ui, kit, rect);
    let inner = rect.shrink2(vec2(3.0, 0.0));
    if touch.held() {
        p.ui.painter().rect_filled(inner, 0.0, palette.blue_tint);
    }
    p.ui.painter().hline(inner.x_range(), rect.top(), egui::Stroke::new(kit.theme.stroke.card, palette.line));
    let cell = |(from, to): (f32, f32)| Rect::from_min_max(pos2(from, rect.top()), pos2(to, rect.bottom()));
    p.text(cell(columns.number), &number_of(&row.member, revealed), Type::StaffBody, palette.ink);
    p.strong(cell(columns.name), &name, Type::StaffBody, palette.ink);
    p.text(cell(columns.valid), &valid_until(p, &row.member), Type::StaffBody, palette.ink);
    let (status, glyph, tint) = status_of(p, &row.member);
    p.pill(cell(columns.status), &status, glyph, tint);
    if let Some(source) = columns.source {
        let text = source_of(p, row);
        Text::new(&text, kit.font(Type::StaffCaption), palette.ink2).lines(2).show(p.ui, cell(source));
    }
    let caret = Rect::from_center_size(pos2(rect.right() - 32.0, rect.center().y), vec2(24.0, 24.0));
    icon(p.ui.painter(), caret, bold::CARET_RIGHT, 24.0, palette.ink2);
    focus_ring(p.ui, kit, inner, radius::STAFF_BUTTON, &touch);
    if touch.clicked() {
        p.events.push(Event::Open(at));
    }
}

/// Nobody to show: still loading, nobody found, no list yet, or the book is faulty.
fn empty(p: &mut PageUi<'_, '_>, page: &Page, room: Rect) {
    let palette = &p.view.kit.theme.palette;
    if let Some(why) = page.list.failed {
        let rect = Rect::from_min_size(room.min, vec2(room.width(), 88.0));
        let text = match why {
            crate::flow::staff::page::Unanswered::Busy => p.sentence(&Problem::Unanswered(why)),
            crate::flow::staff::page::Unanswered::Book => p.word("members-failed"),
        };
        return p.told(rect, crate::ui::icons::fill::WARNING_CIRCLE, crate::ui::theme::Tint::Red, &text);
    }
    let card = Rect::from_min_size(room.min, vec2(room.width(), room.height().min(300.0)));
    p.card(card);
    let line = |y: f32, high: f32| {
        Rect::from_min_size(pos2(card.left() + 40.0, card.top() + y), vec2(card.width() - 80.0, high))
    };
    let looked = !page.list.search.text.trim().is_empty();
    let (title, lead) = match (&page.list.page, looked) {
        (None, _) => (p.word("members-loading"), String::new()),
        (Some(_), true) => (p.word("members-none-found"), p.word("members-none-found-lead")),
        (Some(_), false) => (p.word("members-none"), p.word("members-none-lead")),
    };
    p.strong(line(36.0, 40.0), &title, Type::StaffCard, palette.ink);
    if !lead.is_empty() {
        p.lines(line(80.0, 60.0), &lead, 2, palette.ink2);
    }
    if looked && page.list.page.is_some() {
        let text = p.word("members-show-all");
        let wide = staff_button_width(p.ui.painter(), p.view.kit, &text, true);
        let place = Rect::from_min_size(line(160.0, CONTROL).min, vec2(wide, CONTROL));
        p.button(place, &text, Some(bold::X), StaffLook::Plain, Some(Event::Key(Key::Clear)));
    }
}

/// Which rows these are of how many, and the way to the others; with the keyboard open, the way to close it.
pub(super) fn foot(p: &mut PageUi<'_, '_>, page: &Page, rect: Rect, narrow: bool) {
    let palette = &p.view.kit.theme.palette;
    let y = (rect.top(), rect.bottom());
    let Some(shown) = &page.list.page else { return };
    let mut left = rect.right();
    if page.typing {
        let text = p.word("members-keys-done");
        let event = Some(Event::CloseKeys);
        left = p.button_from_right(left, y, &text, Some(bold::CARET_DOWN), StaffLook::Primary, event) - GAP;
    }
    if !page.typing && (shown.before || shown.after) {
        let turns = [
            (Turn::Last, "members-last", shown.after, None),
            (Turn::Next, "members-next", shown.after, Some(bold::CARET_RIGHT)),
            (Turn::Previous, "members-previous", shown.before, Some(bold::CARET_LEFT)),
            (Turn::First, "members-first", shown.before, None),
        ];
        for (turn, key, there, glyph) in turns {
            // Where there is no room for words the ends of the list are reached by its arrows alone.
            if narrow && matches!(turn, Turn::First | Turn::Last) {
                continue;
            }
            let text = p.word(key);
            let event = there.then_some(Event::Turn(turn));
            left = p.button_from_right(left, y, &text, glyph, StaffLook::Plain, event) - 12.0;
        }
    }
    let room = Rect::from_min_max(rect.min, pos2(left - 12.0, rect.bottom()));
    p.lines(room, &range(p, page), 2, palette.ink2);
}

fn range(p: &PageUi<'_, '_>, page: &Page) -> String {
    let (words, list) = (p.view.words, &page.list);
    let rows = list.page.as_ref().map_or(0, |page| page.rows.len() as u64);
    if rows == 0 {
        return String::new();
    }
    let (Some(before), Some(found)) = (list.before, list.found) else { return words.get("members-range-last") };
    let (key, all) = match found {
        Found::Exactly(all) => ("members-range", all),
        Found::MoreThan(all) => ("members-range-more", all),
    };
    words.with(
        key,
        &[("from", words.number(before + 1)), ("to", words.number(before + rows)), ("all", words.number(all))],
    )
}
