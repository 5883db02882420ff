//! Beside or below the number: where it stands on a card, or what to do when nobody has it.

use egui::{Rect, Ui, pos2, vec2};

use super::super::marked::Marked;
use crate::flow::Event;
use crate::ui::art::{SampleCard, sample_card};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::{Tint, Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{Face, Side, Text, icon, notice, primary_button, secondary_button};

/// The tray of the sample card as drawn, in du.
const TRAY: egui::Vec2 = vec2(462.0, 313.0);
/// From here on there is room for two things beside each other.
const SIDE_BY_SIDE: f32 = 900.0;

/// The sample card with its number marked, and the words beside or below it.
pub(super) fn sample(ui: &Ui, view: &View<'_>, rect: Rect) {
    let beside = rect.width() >= SIDE_BY_SIDE;
    let width = if beside { rect.width() - TRAY.x - 48.0 } else { rect.width() };
    let high = words_high(ui, view, width);
    let room = if beside { rect.height() } else { rect.height() - high - 28.0 };
    let size = TRAY * (room / TRAY.y).min(1.0);
    let top = rect.top() + 16.0_f32.min((room - size.y).max(0.0));
    let tray = Rect::from_min_size(pos2(rect.left(), top), size);
    paint_tray(ui, view, tray);
    let place = if beside {
        Rect::from_min_size(pos2(tray.right() + 48.0, tray.center().y - high / 2.0), vec2(width, high))
    } else {
        Rect::from_min_size(pos2(rect.left(), tray.bottom() + 28.0), vec2(width, high))
    };
    paint_words(ui, view, place);
}

fn paint_tray(ui: &Ui, view: &View<'_>, tray: Rect) {
    let p = &view.kit.theme.palette;
    Face::filled(p.blue_tint, radius::CARD).outlined(view.kit.theme.stroke.card, p.line).paint(ui.painter(), tray, 0.0);
    let width = tray.width() * 390.0 / TRAY.x;
    let size = vec2(width, width * SampleCard::SIZE.y / SampleCard::SIZE.x);
    let card = SampleCard {
        header: &view.words.get("card-header"),
        name: &view.words.get("card-name"),
        number: &view.house.card_sample,
        highlight: true,
        beam: None,
        shadow: p.edge,
    };
    sample_card(ui.painter(), view.kit, Rect::from_center_size(tray.center() - vec2(0.0, 4.0), size), &card);
}

const GAP: f32 = 28.0;
const GLYPH: f32 = 42.0;

fn words_high(ui: &Ui, view: &View<'_>, width: f32) -> f32 {
    let words = Words::of(view);
    let look = words.look().measure(ui.painter(), view.kit, width).y;
    look + GAP + words.scan(view).measure(ui.painter(), width - GLYPH - 20.0).y.max(GLYPH)
}

fn paint_words(ui: &Ui, view: &View<'_>, rect: Rect) {
    let words = Words::of(view);
    let look = words.look();
    look.show(ui, view.kit, rect);
    let top = rect.top() + look.measure(ui.painter(), view.kit, rect.width()).y + GAP;
    let square = Rect::from_min_size(pos2(rect.left(), top), vec2(GLYPH, rect.bottom() - top));
    icon(ui.painter(), square, fill::BARCODE, GLYPH, view.kit.theme.palette.blue);
    words.scan(view).show(ui, Rect::from_min_max(pos2(square.right() + 20.0, top), rect.max));
}

/// The two sentences about the card.
struct Words {
    before: String,
    mark: String,
    after: String,
    scan: String,
}

impl Words {
    fn of(view: &View<'_>) -> Self {
        let get = |key| view.words.get(key);
        Self {
            before: get("card-look-before"),
            mark: get("card-look-mark"),
            after: get("card-look-after"),
            scan: get("card-scan-now"),
        }
    }

    fn look(&self) -> Marked<'_> {
        Marked { before: &self.before, mark: &self.mark, after: &self.after }
    }

    fn scan(&self, view: &View<'_>) -> Text<'_> {
        let font = view.kit.font(Type::BodyStrong);
        Text::new(&self.scan, font, view.kit.theme.palette.blue).lines(3)
    }
}

/// "Nomor KTA tidak ditemukan" with its ways on, below it or in the row `ways`.
pub(super) fn unknown(ui: &Ui, view: &View<'_>, rect: Rect, ways: Option<Rect>) -> Option<Event> {
    let (kit, words) = (view.kit, view.words);
    let (title, text) = (words.get("unknown-title"), words.get("unknown-text"));
    let high = notice_high(ui, view, &title, &text, rect.width());
    let place = Rect::from_min_size(rect.min, vec2(rect.width(), high));
    notice(ui, kit, place, fill::WARNING_CIRCLE, Tint::Red, &title, &text);

    let row = ways.unwrap_or(Rect::from_min_max(pos2(rect.left(), place.bottom() + 26.0), rect.max));
    let beside = row.width() >= SIDE_BY_SIDE;
    let width = if beside { (row.width() - 24.0) / 2.0 } else { row.width() };
    let first = Rect::from_min_size(row.min, vec2(width, 104.0));
    let second = if beside { first.translate(vec2(width + 24.0, 0.0)) } else { first.translate(vec2(0.0, 124.0)) };
    let correct = Side::Left(bold::PENCIL_SIMPLE);
    if primary_button(ui, kit, first, &words.get("unknown-correct"), correct, true).clicked() {
        return Some(Event::CorrectNumber);
    }
    let without = secondary_button(ui, kit, second, &words.get("unknown-without"), Side::Left(bold::USER));
    without.clicked().then_some(Event::WithoutCard)
}

/// How high the notice must be for its words, laid out as the notice does.
fn notice_high(ui: &Ui, view: &View<'_>, title: &str, text: &str, width: f32) -> f32 {
    let kit = view.kit;
    let ink = kit.theme.palette.ink;
    let inner = width - 123.0 - 28.0;
    let heading = kit.font(Type::LabelStrong).sized(kit.font(Type::Label).size);
    let head = Text::new(title, heading, ink).lines(2).measure(ui.painter(), inner).y;
    let body = Text::new(text, kit.font(Type::Body), ink).lines(4).measure(ui.painter(), inner).y;
    28.0 + head + 6.0 + body + 24.0
}
