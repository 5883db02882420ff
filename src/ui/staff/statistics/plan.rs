//! Where everything stands, in the three shapes of screens. Pure.

use egui::{Rect, pos2, vec2};

use crate::ui::layout::Shape;

const MARGIN: f32 = 36.0;
const GAP: f32 = 16.0;
const CONTROL: f32 = 64.0;

/// The head of the page, and the room below it.
pub(super) struct Plan {
    pub title: Rect,
    pub sub: Rect,
    /// The row of the range's controls; they stand at its right end.
    pub controls: Rect,
    /// The switch between the sheets, and beside it the line that tells.
    pub sheets: Rect,
    /// Where the line that tells has a row of its own.
    pub line: Option<Rect>,
    /// Everything below.
    pub body: Rect,
    shape: Shape,
}

/// The summary.
pub(super) struct Summary {
    pub cards: Rect,
    pub hours: Rect,
    pub types: Rect,
    pub sop: Rect,
    pub purposes: Rect,
    pub busy: Rect,
    pub room: Rect,
}

/// The people.
pub(super) struct People {
    pub age: Rect,
    pub education: Rect,
    pub occupation: Rect,
    pub origins: Rect,
    pub regulars: Rect,
    pub trend: Rect,
}

/// The internet room.
pub(super) struct Sessions {
    pub hours: Rect,
    pub trend: Rect,
    pub seats: Rect,
    pub times: Rect,
    pub tidy: Rect,
    pub ratings: Rect,
    pub ended: Rect,
    pub refused: Rect,
}

impl Plan {
    pub(super) fn of(room: Rect, shape: Shape) -> Self {
        let page = Rect::from_min_max(
            pos2(room.left() + MARGIN, room.top() + 28.0),
            pos2(room.right() - MARGIN, room.bottom() - 28.0),
        );
        let title = Rect::from_min_size(page.min, vec2(page.width(), 44.0));
        let sub = Rect::from_min_size(pos2(page.left(), title.bottom()), vec2(page.width(), 28.0));
        let at = |top: f32| Rect::from_min_size(pos2(page.left(), top), vec2(page.width(), CONTROL));
        // On a narrow screen the controls have a row of their own.
        let (controls, next) = if shape == Shape::Portrait {
            (at(sub.bottom() + GAP), sub.bottom() + 2.0 * GAP + CONTROL)
        } else {
            (at(page.top() + 2.0), sub.bottom() + GAP)
        };
        let narrow = |rect: Rect| match shape {
            Shape::Portrait => rect,
            // Beside the title stand the controls.
            Shape::Wide | Shape::Classic => Rect::from_min_size(rect.min, vec2(rect.width() * 0.36, rect.height())),
        };
        let sheets = at(next);
        let line = (shape == Shape::Portrait).then(|| at(sheets.bottom() + GAP / 2.0));
        let top = line.unwrap_or(sheets).bottom() + GAP;
        let body = Rect::from_min_max(pos2(page.left(), top), page.max);
        Self { title: narrow(title), sub: narrow(sub), controls, sheets, line, body, shape }
    }

    pub(super) fn summary(&self) -> Summary {
        if self.shape == Shape::Portrait {
            let [cards, hours, middle, purposes, busy] = rows(self.body, [280.0, 276.0, 346.0, 345.0, 350.0]);
            let [types, sop] = columns(middle, [1.0, 1.0]);
            let [purposes, room] = columns(purposes, [1.3, 1.0]);
            return Summary { cards, hours, types, sop, purposes, busy, room };
        }
        // Five cards stand in one row only on a wide screen.
        let (high, shares) = match self.shape {
            Shape::Classic => (280.0, [1.45, 1.55, 1.0]),
            Shape::Wide | Shape::Portrait => (132.0, [1.15, 1.4, 1.0]),
        };
        let [cards, middle, bottom] = rows(self.body, [high, 332.0, 384.0]);
        let [hours, types, sop] = columns(middle, [2.05, 1.0, 1.0]);
        let [purposes, busy, room] = columns(bottom, shares);
        Summary { cards, hours, types, sop, purposes, busy, room }
    }

    /// A single day has no days one by one: its `trend` takes no room.
    pub(super) fn people(&self, trend: bool) -> People {
        if self.shape == Shape::Portrait {
            let [top, middle, regulars, trend] = if trend {
                rows(self.body, [500.0, 480.0, 360.0, 300.0])
            } else {
                let [top, middle, regulars] = rows(self.body, [560.0, 560.0, 460.0]);
                [top, middle, regulars, Rect::NOTHING]
            };
            let [age, education] = columns(top, [1.0, 1.0]);
            let [occupation, origins] = columns(middle, [1.0, 1.0]);
            return People { age, education, occupation, origins, regulars, trend };
        }
        let [top, bottom] = rows(self.body, [490.0, 360.0]);
        let [age, education, occupation] = columns(top, [1.0, 1.0, 1.0]);
        let [trend, origins, regulars] = if trend {
            columns(bottom, [1.0, 1.0, 1.0])
        } else {
            let [origins, regulars] = columns(bottom, [1.0, 1.0]);
            [Rect::NOTHING, origins, regulars]
        };
        People { age, education, occupation, origins, regulars, trend }
    }
}

impl Plan {
    /// A single day has no `trend`.
    pub(super) fn sessions(&self, trend: bool) -> Sessions {
        let beside = |row: Rect| if trend { columns(row, [1.0, 1.0]) } else { [row, Rect::NOTHING] };
        if self.shape == Shape::Wide {
            let [top, bottom] = rows(self.body, [490.0, 350.0]);
            let [along, seats, times] = columns(top, if trend { [2.2, 1.2, 1.1] } else { [1.5, 1.5, 1.1] });
            let [hours, trend] = beside(along);
            let [tidy, ratings, ended, refused] = columns(bottom, [1.0; 4]);
            return Sessions { hours, trend, seats, times, tidy, ratings, ended, refused };
        }
        let [top, middle, third, bottom] = rows(self.body, [300.0, 300.0, 260.0, 260.0]);
        let [hours, trend] = beside(top);
        let [seats, times] = columns(middle, [1.3, 1.0]);
        let ([tidy, ratings], [ended, refused]) = (columns(third, [1.0; 2]), columns(bottom, [1.0; 2]));
        Sessions { hours, trend, seats, times, tidy, ratings, ended, refused }
    }
}

/// The room in rows of these heights, which share what is left over or missing.
fn rows<const N: usize>(room: Rect, heights: [f32; N]) -> [Rect; N] {
    let gaps = GAP * count(N - 1);
    let scale = (room.height() - gaps) / heights.iter().sum::<f32>();
    let mut top = room.top();
    heights.map(|height| {
        let row = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), height * scale));
        top = row.bottom() + GAP;
        row
    })
}

/// The room in columns of these shares.
pub(super) fn columns<const N: usize>(room: Rect, shares: [f32; N]) -> [Rect; N] {
    let gaps = GAP * count(N - 1);
    let unit = (room.width() - gaps) / shares.iter().sum::<f32>();
    let mut left = room.left();
    shares.map(|share| {
        let column = Rect::from_min_size(pos2(left, room.top()), vec2(share * unit, room.height()));
        left = column.right() + GAP;
        column
    })
}

/// The room in so many equal places side by side; a room as high as two of them has two rows of them.
pub(super) fn even(room: Rect, places: usize) -> Vec<Rect> {
    if room.height() > 200.0 && places > 2 {
        let [above, below] = rows(room, [1.0, 1.0]);
        let half = places.div_ceil(2);
        return even(above, half).into_iter().chain(even(below, places - half)).collect();
    }
    side_by_side(room, places)
}

fn side_by_side(room: Rect, columns: usize) -> Vec<Rect> {
    let n = count(columns.max(1));
    let wide = (room.width() - GAP * (n - 1.0)) / n;
    let at = |column: usize| room.left() + count(column) * (wide + GAP);
    (0..columns).map(|column| Rect::from_min_size(pos2(at(column), room.top()), vec2(wide, room.height()))).collect()
}

/// A count as a measure.
#[expect(clippy::cast_precision_loss, reason = "a handful of places")]
pub(super) fn count(n: usize) -> f32 {
    n as f32
}

/// A figure as a measure.
#[expect(clippy::cast_precision_loss, reason = "a bar is some hundred pixels high")]
pub(super) fn measure(n: u64) -> f32 {
    n as f32
}
