//! Title, counts and the last import; "Tampilkan nama" and "Impor anggota".

use egui::{Rect, pos2, vec2};

use super::CONTROL;
use super::parts::PageUi;
use crate::flow::staff::members::{Event, Page, Summary};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::Type;
use crate::ui::widgets::StaffLook;

pub(super) fn show(p: &mut PageUi<'_, '_>, page: &Page, rect: Rect, narrow: bool) {
    let palette = &p.view.kit.theme.palette;
    let top = if narrow { rect.bottom() - CONTROL } else { rect.top() + 4.0 };
    let y = (top, top + CONTROL);
    let import = p.word("members-import");
    let left = p.button_from_right(rect.right(), y, &import, Some(bold::PLUS), StaffLook::Primary, Some(Event::Begin));
    let (names, event, look) = if page.revealed {
        ("members-hide-names", Event::HideNames, StaffLook::Chosen)
    } else {
        ("members-show-names", Event::ShowNames, StaffLook::Plain)
    };
    let names = p.word(names);
    let left = p.button_from_right(left - 16.0, y, &names, Some(fill::USER), look, Some(event));
    if narrow {
        undo(p, page, Rect::from_min_max(pos2(rect.left(), y.0), pos2(left - 16.0, y.1)));
    }

    let right = if narrow { rect.right() } else { left - 24.0 };
    let line =
        |y: f32, high: f32| Rect::from_min_max(pos2(rect.left(), rect.top() + y), pos2(right, rect.top() + y + high));
    p.text(line(0.0, 48.0), &p.word("members-title"), Type::StaffTitle, palette.ink);
    let Some(summary) = &page.summary else { return };
    p.text(line(48.0, 28.0), &counts(p, summary), Type::StaffBody, palette.ink2);
    if let Some(text) = last_import(p, page, summary) {
        p.text(line(78.0, 26.0), &text, Type::StaffCaption, palette.ink2);
    }
}

/// "Batalkan impor terakhir", where it can be.
pub(super) fn undo(p: &mut PageUi<'_, '_>, page: &Page, room: Rect) {
    if page.can_undo() {
        let text = p.word("members-undo");
        let event = (!page.undoing()).then_some(Event::AskUndo);
        let glyph = Some(bold::ARROW_COUNTER_CLOCKWISE);
        let right = room.right();
        p.button_from_right(right, (room.top(), room.bottom()), &text, glyph, StaffLook::Plain, event);
    }
}

fn counts(p: &PageUi<'_, '_>, summary: &Summary) -> String {
    let (words, totals) = (p.view.words, summary.totals);
    if totals.all() == 0 && summary.last.is_none() {
        return words.get("members-sub-none");
    }
    let args =
        [("all", totals.all()), ("active", totals.active), ("inactive", totals.inactive), ("blocked", totals.blocked)];
    words.with("members-sub", &args.map(|(name, n)| (name, words.number(n))))
}

fn last_import(p: &PageUi<'_, '_>, page: &Page, summary: &Summary) -> Option<String> {
    let (words, last) = (p.view.words, summary.last.as_ref()?);
    if page.undoing() {
        return Some(words.get("members-undoing"));
    }
    let (date, time) = (words.date(last.at.date()), words.time(last.at.time()));
    let import = words.with("members-last-import", &[("source", last.source.clone()), ("date", date), ("time", time)]);
    let args = [("added", last.counts.added), ("updated", last.counts.updated), ("rejected", last.rejected)];
    let counts = words.with("members-last-import-counts", &args.map(|(name, n)| (name, words.number(n))));
    Some(format!("{import} · {counts}"))
}

/// The page's title and what stands under it while an import is under way.
pub(super) fn of_import(p: &PageUi<'_, '_>, rect: Rect, sub: &str) {
    let palette = &p.view.kit.theme.palette;
    let title = Rect::from_min_size(rect.min, vec2(rect.width(), 48.0));
    p.text(title, &p.word("members-import"), Type::StaffTitle, palette.ink);
    let under = Rect::from_min_size(title.left_bottom(), vec2(rect.width(), 30.0));
    p.text(under, sub, Type::StaffBody, palette.ink2);
}
