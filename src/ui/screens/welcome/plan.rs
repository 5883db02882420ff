//! Where everything stands on Welcome, in each of the three shapes of a screen.

use egui::{Align2, Rect, vec2};

use crate::ui::layout::{Canvas, Shape};
use crate::ui::widgets::language_rect;

/// The places of Welcome. Rectangles are in du of the window.
#[expect(clippy::struct_excessive_bools, reason = "each says how one part stands, independent of the others")]
pub(super) struct Plan {
    /// The night side, up to the window's edges.
    pub hero: Rect,
    /// The illustration within it.
    pub scene: Rect,
    pub emblem: Rect,
    pub app: Rect,
    pub office: Rect,
    pub heading: Rect,
    pub heading_size: f32,
    pub help: Rect,
    pub help_lines: usize,
    pub card: Rect,
    /// The room of the reader's pill; the pill itself is as wide as its words.
    pub pill: Rect,
    pub pill_align: Align2,
    pub clock: Rect,
    pub date: Rect,
    pub clock_align: Align2,
    pub clock_on_night: bool,
    pub contrast: Rect,
    pub language: Rect,
    pub title: Rect,
    pub title_size: f32,
    pub sub: Rect,
    /// The sentence stands beside the title instead of below it.
    pub sub_beside: bool,
    pub short_sub: bool,
    pub tiles: [Rect; 3],
    /// Tiles are rows instead of columns.
    pub rows: bool,
    /// Selesai internet and Informasi layanan, the latter alone without an internet room.
    pub secondary: Rect,
    /// "Giliran: 14 → PC 03", while a number is called.
    pub turn: Rect,
    /// What stands above the line goes up, what stands below it goes down.
    up: f32,
    down: f32,
    pub address: Rect,
}

impl Plan {
    /// The places on this canvas.
    pub fn of(canvas: &Canvas) -> Self {
        match canvas.shape {
            Shape::Wide => Self::wide(canvas),
            Shape::Classic => Self::classic(canvas),
            Shape::Portrait => Self::portrait(canvas),
        }
    }

    /// The same places with room for the number that is called, which takes that of the sentence.
    pub fn calling(self) -> Self {
        let clock = if self.rows { vec2(0.0, -self.up - 8.0) } else { vec2(0.0, 0.0) };
        Self {
            title: self.title.translate(vec2(0.0, -self.up)),
            clock: self.clock.translate(clock),
            date: self.date.translate(clock),
            tiles: self.tiles.map(|tile| tile.translate(vec2(0.0, self.down))),
            ..self
        }
    }

    /// The hero on the left, 800 du; what a very wide screen has more goes to the right column.
    fn wide(canvas: &Canvas) -> Self {
        let at = |x, y, w, h| canvas.rect(x, y, w, h);
        let scene = at(0.0, 0.0, 800.0, 1080.0);
        let (left, right) = (860.0, canvas.width() - 60.0);
        let width = right - left;
        let tile = (width - 2.0 * 24.5) / 3.0;
        let language = language_rect(canvas.pos(right, 0.0).x, canvas.pos(0.0, 52.0).y);
        Self {
            hero: Rect::from_min_max(canvas.window.min, egui::pos2(scene.right(), canvas.window.bottom())),
            scene,
            emblem: at(56.0, 53.0, 96.0, 96.0),
            app: at(174.0, 48.0, 570.0, 44.0),
            office: at(174.0, 92.0, 470.0, 64.0),
            heading: at(56.0, 190.0, 700.0, 100.0),
            heading_size: 76.0,
            help: at(56.0, 294.0, 700.0, 96.0),
            help_lines: 2,
            card: at(170.0, 420.0, 460.0, 290.0),
            pill: at(40.0, 930.0, 720.0, 124.0),
            pill_align: Align2::CENTER_CENTER,
            clock: at(left, 62.0, 500.0, 48.0),
            date: at(left, 102.0, 500.0, 32.0),
            clock_align: Align2::LEFT_CENTER,
            clock_on_night: false,
            contrast: contrast_rect(language, 22.0),
            language,
            title: at(left, 188.0, width, 84.0),
            title_size: 64.0,
            sub: at(left, 274.0, width, 48.0),
            sub_beside: false,
            short_sub: false,
            tiles: [0.0, 1.0, 2.0].map(|n| at(left + n * (tile + 24.5), 352.0, tile, 410.0)),
            rows: false,
            secondary: at(left, 794.0, width, 136.0),
            turn: at(left, 248.0, width, 90.0),
            up: 32.0,
            down: 0.0,
            address: at(left, 1006.0, width, 40.0),
        }
    }

    /// The hero on top, 560 du.
    fn classic(canvas: &Canvas) -> Self {
        let at = |x, y, w, h| canvas.rect(x, y, w, h);
        let language = language_rect(canvas.pos(1544.0, 0.0).x, canvas.pos(0.0, 49.0).y);
        Self {
            hero: hero_on_top(canvas, 560.0),
            scene: wide_scene(canvas, 560.0),
            emblem: at(56.0, 46.0, 96.0, 96.0),
            app: at(174.0, 40.0, 540.0, 44.0),
            office: at(174.0, 84.0, 470.0, 62.0),
            heading: at(56.0, 176.0, 900.0, 100.0),
            heading_size: 76.0,
            help: at(56.0, 278.0, 500.0, 96.0),
            help_lines: 2,
            card: at(1030.0, 200.0, 460.0, 290.0),
            pill: at(56.0, 418.0, 900.0, 124.0),
            pill_align: Align2::LEFT_CENTER,
            clock: at(739.0, 56.0, 500.0, 48.0),
            date: at(739.0, 98.0, 500.0, 32.0),
            clock_align: Align2::RIGHT_CENTER,
            clock_on_night: true,
            contrast: contrast_rect(language, 16.0),
            language,
            title: at(56.0, 614.0, 900.0, 72.0),
            title_size: 52.0,
            sub: at(56.0, 617.0, 1488.0, 72.0),
            sub_beside: true,
            short_sub: true,
            tiles: [0.0, 1.0, 2.0].map(|n| at(56.0 + n * 504.0, 706.0, 480.0, 320.0)),
            rows: false,
            secondary: at(56.0, 1056.0, 1488.0, 128.0),
            turn: at(520.0, 604.0, 1024.0, 88.0),
            up: 0.0,
            down: 0.0,
            address: at(56.0, 1214.0, 1488.0, 40.0),
        }
    }

    /// The hero on top, 900 du, and the tiles as rows.
    fn portrait(canvas: &Canvas) -> Self {
        let at = |x, y, w, h| canvas.rect(x, y, w, h);
        let language = language_rect(canvas.pos(1032.0, 0.0).x, canvas.pos(0.0, 50.0).y);
        Self {
            hero: hero_on_top(canvas, 900.0),
            scene: wide_scene(canvas, 900.0),
            emblem: at(48.0, 47.0, 96.0, 96.0),
            app: at(164.0, 44.0, 540.0, 44.0),
            office: at(164.0, 86.0, 440.0, 62.0),
            heading: at(48.0, 196.0, 984.0, 116.0),
            heading_size: 84.0,
            help: at(48.0, 312.0, 984.0, 48.0),
            help_lines: 1,
            card: at(310.0, 420.0, 460.0, 290.0),
            pill: at(48.0, 758.0, 984.0, 124.0),
            pill_align: Align2::CENTER_CENTER,
            clock: at(632.0, 952.0, 400.0, 48.0),
            date: at(632.0, 994.0, 400.0, 32.0),
            clock_align: Align2::RIGHT_CENTER,
            clock_on_night: false,
            contrast: contrast_rect(language, 16.0),
            language,
            title: at(48.0, 928.0, 570.0, 76.0),
            title_size: 56.0,
            sub: at(48.0, 1000.0, 570.0, 44.0),
            sub_beside: false,
            short_sub: true,
            tiles: [0.0, 1.0, 2.0].map(|n| at(48.0, 1068.0 + n * 204.0, 984.0, 180.0)),
            rows: true,
            secondary: at(48.0, 1688.0, 984.0, 136.0),
            turn: at(48.0, 986.0, 984.0, 88.0),
            up: 32.0,
            down: 18.0,
            address: at(48.0, 1863.0, 984.0, 40.0),
        }
    }
}

/// "Aa" beside the languages.
fn contrast_rect(language: Rect, gap: f32) -> Rect {
    Rect::from_min_size(language.min - vec2(gap + 88.0, 0.0), vec2(88.0, 88.0))
}

fn hero_on_top(canvas: &Canvas, high: f32) -> Rect {
    Rect::from_x_y_ranges(canvas.window.x_range(), canvas.window.top()..=canvas.pos(0.0, high).y)
}

/// The illustration over the whole width of the window.
fn wide_scene(canvas: &Canvas, high: f32) -> Rect {
    Rect::from_x_y_ranges(canvas.window.x_range(), canvas.pos(0.0, 0.0).y..=canvas.pos(0.0, high).y)
}
