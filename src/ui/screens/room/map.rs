//! Where the parts of the seat screen stand on each of the three shapes, in du. Pure.

use egui::{Rect, Vec2, pos2, vec2};

use crate::ui::layout::{Canvas, Shape};

/// A seat is never larger than drawn.
const SEAT: Vec2 = vec2(257.0, 168.0);

/// The places of the seat screen.
pub(super) struct Map {
    pub title: Rect,
    /// The counts; right-aligned beside the title, or left-aligned below it.
    pub legend: Rect,
    pub legend_right: bool,
    pub tray: Rect,
    pub door: Rect,
    /// The dark card with the visitor's computer.
    pub card: Rect,
    /// The card is a band below the map: its facts stand beside the number.
    pub band: bool,
    pub hint: Rect,
    grid: Rect,
    columns: u8,
    rows: u8,
    seat: Vec2,
    gap: Vec2,
}

impl Map {
    /// The map of a room whose seats stand in that many columns and rows.
    pub(super) fn of(canvas: &Canvas, columns: u8, rows: u8) -> Self {
        let at = |x, y, w, h| canvas.rect(x, y, w, h);
        let dense = rows > 5;
        let right = canvas.width() - 56.0;
        let (title, legend, legend_right, tray, card, band, hint) = match canvas.shape {
            Shape::Wide => {
                let tray = at(56.0, 240.0, 1160.0, if dense { 686.0 } else { 646.0 });
                let width = right - 1264.0;
                (
                    at(56.0, 140.0, 520.0, 92.0),
                    at(590.0, 146.0, 626.0, 80.0),
                    true,
                    tray,
                    at(1264.0, 156.0, width, 440.0),
                    false,
                    at(1264.0, 620.0, width, 240.0),
                )
            }
            Shape::Classic => (
                at(56.0, 136.0, 640.0, 84.0),
                at(700.0, 140.0, right - 700.0, 76.0),
                true,
                at(56.0, 230.0, right - 56.0, 650.0),
                at(56.0, 896.0, right - 56.0, 228.0),
                true,
                at(1040.0, 908.0, right - 1040.0 - 32.0, 204.0),
            ),
            Shape::Portrait => (
                at(48.0, 256.0, 984.0, 84.0),
                at(48.0, 344.0, 984.0, 60.0),
                false,
                at(48.0, 416.0, 984.0, 700.0),
                at(48.0, 1144.0, 984.0, 440.0),
                false,
                at(48.0, 1608.0, 984.0, 150.0),
            ),
        };
        let (top, door_high, above_door) = if dense { (16.0, 44.0, 12.0) } else { (28.0, 52.0, 26.0) };
        let grid = Rect::from_min_max(
            tray.min + vec2(30.0, top),
            pos2(tray.right() - 30.0, tray.bottom() - door_high - above_door),
        );
        let gap = vec2(if columns > 5 { 12.0 } else { 24.0 }, if rows > 3 { 10.0 } else { 18.0 });
        let share = |room: f32, count: u8, gap: f32| {
            let count = f32::from(count.max(1));
            (room - (count - 1.0) * gap) / count
        };
        let seat = vec2(share(grid.width(), columns, gap.x), share(grid.height(), rows, gap.y)).min(SEAT);
        let door =
            Rect::from_min_size(pos2(tray.center().x - 122.0, tray.bottom() - door_high), vec2(244.0, door_high));
        Self {
            title,
            legend,
            legend_right,
            tray,
            door,
            card,
            band,
            hint,
            grid,
            columns: columns.max(1),
            rows: rows.max(1),
            seat,
            gap,
        }
    }

    /// The place of the seat in that column and row, each from 1. What the room leaves free is spread around the seats.
    pub(super) fn place(&self, column: u8, row: u8) -> Rect {
        let count = vec2(f32::from(self.columns), f32::from(self.rows));
        let all = count * self.seat + (count - Vec2::splat(1.0)) * self.gap;
        let first = pos2(self.grid.center().x - all.x / 2.0, self.grid.center().y - all.y / 2.0);
        let step = vec2(f32::from(column.saturating_sub(1)), f32::from(row.saturating_sub(1)));
        Rect::from_min_size(first + step * (self.seat + self.gap), self.seat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::TARGET;

    #[test]
    fn however_many_seats_there_are_each_has_its_place_and_is_large_enough() {
        for size in [vec2(1920.0, 1080.0), vec2(1366.0, 768.0), vec2(1280.0, 1024.0), vec2(1080.0, 1920.0)] {
            let canvas = Canvas::of(size);
            for (columns, rows) in (1..=8).flat_map(|c| (1..=6).map(move |r| (c, r))) {
                let map = Map::of(&canvas, columns, rows);
                let places: Vec<Rect> =
                    (1..=columns).flat_map(|c| (1..=rows).map(move |r| (c, r))).map(|(c, r)| map.place(c, r)).collect();
                for (index, place) in places.iter().enumerate() {
                    let free = map.tray.with_max_y(map.door.top());
                    assert!(free.contains_rect(*place), "{size} {columns}x{rows}: {place} leaves {free}");
                    assert!(place.width() >= TARGET - 0.5 && place.height() >= TARGET - 0.5, "{size} {rows}: {place}");
                    assert!(places[..index].iter().all(|p| !p.expand(4.0).intersects(*place)), "{size}: {place}");
                }
                assert!(!map.tray.intersects(map.card) && !map.tray.intersects(map.legend), "{size}");
            }
        }
    }

    #[test]
    fn twelve_seats_stand_as_drawn() {
        let map = Map::of(&Canvas::of(vec2(1920.0, 1080.0)), 4, 3);
        let first = map.place(1, 1);
        assert!((first.width() - 257.0).abs() < 0.5 && (first.height() - 168.0).abs() < 1.0, "{first}");
        assert!((first.left() - 86.0).abs() < 1.0 && (first.top() - 268.0).abs() < 1.0, "{first}");
    }
}
