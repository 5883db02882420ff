//! A screen that tells one thing about a card: a picture of the blank sample on the left (above in portrait), and
//! beside it a title, its sentences and the ways on.

use egui::{Color32, Rect, Ui, pos2, vec2};

use crate::flow::Event;
use crate::ui::art::{SampleCard, sample_card};
use crate::ui::icons::Icon;
use crate::ui::layout::Shape;
use crate::ui::theme::{Font, Tint, Type};
use crate::ui::view::View;
use crate::ui::widgets::{Face, Pill, Side, Text, icon, name_text, pill, pill_width, primary_button, secondary_button};

/// The tray behind the card as drawn, in du.
const TRAY: egui::Vec2 = vec2(581.0, 420.0);

/// What the screen tells.
pub(super) struct Story<'a> {
    /// The colours of the tray and its badge.
    pub tint: Tint,
    /// The badge on the card's corner.
    pub badge: Icon,
    /// Above the title.
    pub pill: Option<Pill<'a>>,
    /// The title.
    pub title: &'a str,
    /// A word that stands out below the title (a masked name); may be empty.
    pub word: &'a str,
    /// The sentence below; may be empty.
    pub text: &'a str,
    /// A line with an icon; may be empty.
    pub line: (Icon, &'a str),
    /// The ways on, the first one primary.
    pub ways: &'a [(&'a str, Side, Event)],
}

impl Story<'_> {
    /// Paints it into the room of its screen and says which way was taken.
    pub fn show(&self, ui: &Ui, view: &View<'_>, room: Rect) -> Option<Event> {
        let portrait = view.canvas.shape == Shape::Portrait;
        let width = if portrait { room.width() } else { (room.width() - 28.0 - TRAY.x - 71.0).min(860.0) };
        let plan = self.plan(ui, view, width);
        let high = plan.iter().map(|(_, high, gap)| high + gap).sum::<f32>();
        let (tray, column) = if portrait {
            let spare = (room.height() - TRAY.y - 56.0 - high).max(0.0);
            let top = room.top() + (spare / 3.0).min(120.0);
            let tray = Rect::from_min_size(pos2(room.center().x - TRAY.x / 2.0, top), TRAY);
            (tray, Rect::from_min_size(pos2(room.left(), tray.bottom() + 56.0), vec2(width, high)))
        } else {
            let tray = Rect::from_min_size(pos2(room.left() + 28.0, room.center().y - TRAY.y / 2.0), TRAY);
            let top = room.center().y - high / 2.0;
            (tray, Rect::from_min_size(pos2(tray.right() + 71.0, top), vec2(width, high)))
        };
        self.paint_card(ui, view, tray);
        self.paint_column(ui, view, column, &plan)
    }

    /// The parts from top to bottom, with their heights and the gaps below them.
    fn plan(&self, ui: &Ui, view: &View<'_>, width: f32) -> Vec<(Part, f32, f32)> {
        let kit = view.kit;
        let painter = ui.painter();
        let mut plan = Vec::new();
        if let Some(what) = &self.pill {
            let high = if pill_width(painter, kit, what) > width { 90.0 } else { 56.0 };
            plan.push((Part::Pill, high, 26.0));
        }
        plan.push((Part::Title, self.title(view).measure(painter, width).y, 16.0));
        if !self.word.is_empty() {
            plan.push((Part::Word, self.word(view).measure(painter, width).y, 32.0));
        }
        if !self.text.is_empty() {
            plan.push((Part::Text, self.text(view).measure(painter, text_width(width, view)).y, 30.0));
        }
        if !self.line.1.is_empty() {
            plan.push((Part::Line, self.line(view).measure(painter, width - LINE_ICON).y, 44.0));
        }
        for way in 0..self.ways.len() {
            let last = way + 1 == self.ways.len();
            plan.push((Part::Way(way), if way == 0 { 116.0 } else { 104.0 }, if last { 0.0 } else { 24.0 }));
        }
        plan
    }

    fn paint_column(&self, ui: &Ui, view: &View<'_>, column: Rect, plan: &[(Part, f32, f32)]) -> Option<Event> {
        let mut taken = None;
        let mut top = column.top();
        for (part, high, gap) in plan {
            let place = Rect::from_min_size(pos2(column.left(), top), vec2(column.width(), *high));
            match part {
                Part::Pill => self.paint_pill(ui, view, place),
                Part::Title => _ = self.title(view).show(ui, place),
                Part::Word => _ = self.word(view).show(ui, place),
                Part::Text => {
                    let place = Rect::from_min_size(place.min, vec2(text_width(place.width(), view), place.height()));
                    self.text(view).show(ui, place);
                }
                Part::Line => self.paint_line(ui, view, place),
                Part::Way(way) => taken = taken.or(self.paint_way(ui, view, place, *way)),
            }
            top += high + gap;
        }
        taken
    }

    fn paint_way(&self, ui: &Ui, view: &View<'_>, place: Rect, way: usize) -> Option<Event> {
        let (text, side, event) = self.ways.get(way)?;
        let place = Rect::from_min_size(place.min, vec2(place.width().min(760.0), place.height()));
        let touch = if way == 0 {
            primary_button(ui, view.kit, place, text, *side, true)
        } else {
            secondary_button(ui, view.kit, place, text, *side)
        };
        touch.clicked().then(|| event.clone())
    }

    fn paint_pill(&self, ui: &Ui, view: &View<'_>, place: Rect) {
        if let Some(what) = &self.pill {
            let width = pill_width(ui.painter(), view.kit, what).min(place.width());
            let rect = Rect::from_min_size(place.min, vec2(width, place.height()));
            pill(ui.painter(), view.kit, rect, what);
            name_text(ui, rect, what.text);
        }
    }

    fn paint_line(&self, ui: &Ui, view: &View<'_>, place: Rect) {
        let square = Rect::from_min_size(place.min, vec2(40.0, place.height()));
        icon(ui.painter(), square, self.line.0, 40.0, view.kit.theme.palette.ink2);
        self.line(view).show(ui, Rect::from_min_max(place.min + vec2(LINE_ICON, 0.0), place.max));
    }

    fn paint_card(&self, ui: &Ui, view: &View<'_>, tray: Rect) {
        let kit = view.kit;
        let p = &kit.theme.palette;
        let high = kit.theme.is_high_contrast();
        let edge = if high { (kit.theme.stroke.card, p.line) } else { (0.0, Color32::TRANSPARENT) };
        Face::filled(self.tint.ground(&kit.theme), 64.0).outlined(edge.0, edge.1).paint(ui.painter(), tray, 0.0);
        let card = SampleCard {
            header: &view.words.get("card-header"),
            name: &view.words.get("card-name"),
            number: &view.house.card_sample,
            highlight: false,
            beam: None,
            shadow: p.edge,
        };
        let place = Rect::from_center_size(tray.center(), SampleCard::SIZE);
        sample_card(ui.painter(), kit, place, &card);
        let center = place.right_top() + vec2(-14.0, 14.0);
        ui.painter().circle_filled(center, 52.0, self.tint.ink(&kit.theme));
        let ink = if high { p.on_blue } else { p.surface };
        icon(ui.painter(), Rect::from_center_size(center, vec2(58.0, 58.0)), self.badge, 58.0, ink);
    }

    fn title(&self, view: &View<'_>) -> Text<'_> {
        Text::new(self.title, view.kit.font(Type::Title), view.kit.theme.palette.ink).lines(2)
    }

    fn word(&self, view: &View<'_>) -> Text<'_> {
        Text::new(self.word, view.kit.font(Type::NumberL), view.kit.theme.palette.blue).lines(1)
    }

    fn text(&self, view: &View<'_>) -> Text<'_> {
        Text::new(self.text, view.kit.font(Type::Lead), view.kit.theme.palette.ink2).lines(4).top()
    }

    fn line(&self, view: &View<'_>) -> Text<'_> {
        let font: Font = view.kit.font(Type::BodyStrong);
        Text::new(self.line.1, font, view.kit.theme.palette.ink2).lines(3)
    }
}

/// One part of the column.
#[derive(Debug, Clone, Copy)]
enum Part {
    Pill,
    Title,
    Word,
    Text,
    Line,
    Way(usize),
}

const LINE_ICON: f32 = 58.0;

/// A sentence is read best in lines that are not too long.
fn text_width(width: f32, view: &View<'_>) -> f32 {
    if view.kit.theme.is_high_contrast() { width } else { width.min(700.0) }
}
