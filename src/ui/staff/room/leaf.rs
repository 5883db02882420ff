//! A list that is longer than its room, leaf by leaf.

use std::ops::Range;

use egui::{Rect, Ui, pos2, vec2};

use super::super::view::StaffView;
use crate::flow::staff::room::{Event, Leafed, List};
use crate::ui::icons::{Icon, bold};
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon};

/// What is shown of a list.
pub(super) struct Leaf {
    list: List,
    all: usize,
    at_once: usize,
    /// The rows that are shown.
    pub rows: Range<usize>,
}

impl Leaf {
    /// The leaf to which a list of `all` rows was leafed, with room for so many; one of them is for the ways on.
    pub(super) fn of(list: List, all: usize, room: usize, leafed: Leafed) -> Self {
        let at_once = if all > room { room.saturating_sub(1).max(1) } else { room.max(1) };
        // The list may have become shorter since it was leafed.
        let last = all.saturating_sub(1) / at_once;
        let first = (leafed.of(list) / at_once).min(last) * at_once;
        Self { list, all, at_once, rows: first..(first + at_once).min(all) }
    }

    /// There are other rows.
    pub(super) const fn is_part(&self) -> bool {
        self.all > self.at_once
    }

    /// How many come after these.
    const fn after(&self) -> usize {
        self.all - self.rows.end
    }
}

/// "Sebelumnya" and "dan 12 lagi", in one line; at either end the other one alone. `title` is the list's.
pub(super) fn turns(ui: &Ui, view: &StaffView<'_>, line: Rect, title: &str, leaf: &Leaf) -> Option<Event> {
    let (left, right) = match (leaf.rows.start, leaf.after()) {
        (0, _) => (None, Some(line)),
        (_, 0) => (Some(line), None),
        _ => {
            let (left, right) = line.split_left_right_at_fraction(0.5);
            (Some(left.with_max_x(left.right() - 6.0)), Some(right.with_min_x(right.left() + 6.0)))
        }
    };
    let mut to = None;
    let name = |key: &str| view.words.with(key, &[("list", title.to_owned())]);
    if let Some(place) = left {
        let words = view.words.get("room-before");
        if turn(ui, view, place, &name("room-turn-before"), &words, (bold::CARET_LEFT, true)) {
            to = Some(leaf.rows.start.saturating_sub(leaf.at_once));
        }
    }
    if let Some(place) = right {
        let words = view.words.with("room-more", &[("n", leaf.after().to_string())]);
        if turn(ui, view, place, &name("room-turn-after"), &words, (bold::CARET_RIGHT, false)) {
            to = Some(leaf.rows.end);
        }
    }
    to.map(|row| Event::Leaf(leaf.list, row))
}

/// A button whose name stays the same from leaf to leaf, so that the keyboard stays on it, whatever it says.
fn turn(ui: &Ui, view: &StaffView<'_>, rect: Rect, name: &str, words: &str, (caret, first): (Icon, bool)) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let touch = Target::button(name).sense(ui, kit, rect);
    let ground = if touch.held() { p.well } else { p.surface };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, p.edge).paint(ui.painter(), rect, 0.0);
    let inner = rect.shrink2(vec2(20.0, 8.0));
    let x = if first { inner.left() + 12.0 } else { inner.right() - 12.0 };
    let square = Rect::from_center_size(pos2(x, inner.center().y), vec2(24.0, 24.0));
    icon(ui.painter(), square, caret, 24.0, p.ink);
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    Text::new(words, font, p.ink).centered().paint(ui.painter(), inner.shrink2(vec2(36.0, 0.0)));
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(all: usize, room: usize, row: usize) -> Leaf {
        Leaf::of(List::Queue, all, room, Leafed { queue: row, notes: 0 })
    }

    #[test]
    fn what_fits_is_one_leaf() {
        for all in 0..=4 {
            let leaf = leaf(all, 4, 0);
            assert_eq!((leaf.rows.clone(), leaf.is_part()), (0..all, false), "{all}");
        }
    }

    #[test]
    fn every_row_is_on_one_leaf_however_little_room_there_is() {
        for (all, room) in (1..30).flat_map(|all| (0..8).map(move |room| (all, room))) {
            let mut seen = Vec::new();
            let mut row = 0;
            loop {
                let leaf = leaf(all, room, row);
                seen.extend(leaf.rows.clone());
                if leaf.after() == 0 {
                    break;
                }
                row = leaf.rows.end;
            }
            assert_eq!(seen, (0..all).collect::<Vec<_>>(), "{all} rows in {room}");
        }
    }

    #[test]
    fn a_list_that_has_become_shorter_shows_its_last_leaf() {
        assert_eq!(leaf(10, 4, 39).rows, 9..10);
        assert_eq!(leaf(2, 4, 39).rows, 0..2);
    }
}
