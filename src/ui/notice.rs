//! A page for staff over the kiosk: what is wrong and what to do.

use egui::{Rect, Ui, pos2, vec2};

use super::icons::{bold, fill};
use super::kit::Kit;
use super::layout::Canvas;
use super::theme::Type;
use super::widgets::{Side, Text, button_width, icon, primary_button};

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What happened, in a few words.
    pub title: String,
    /// For everybody who stands before it.
    pub lead: String,
    /// For staff, one a line.
    pub lines: Vec<String>,
    /// The word on the button, if there is one.
    pub button: Option<String>,
}

const MARGIN: f32 = 64.0;
const BUTTON_HIGH: f32 = 104.0;
const ICON: f32 = 72.0;

/// Paints the page and says whether its button was touched. Lines that do not fit are counted on the last one.
pub fn show(ui: &Ui, kit: &Kit, canvas: &Canvas, notice: &Notice) -> bool {
    let p = &kit.theme.palette;
    ui.painter().rect_filled(canvas.window, 0.0, p.bg);
    let page = canvas.area.shrink(MARGIN);
    icon(ui.painter(), Rect::from_min_size(page.min, vec2(ICON, ICON)), fill::WARNING, ICON, p.amber_ink);
    let title =
        Rect::from_min_size(pos2(page.left() + ICON + 24.0, page.top()), vec2(page.width() - ICON - 24.0, ICON));
    Text::new(&notice.title, kit.font(Type::TitleForm), p.ink).show(ui, title);
    let lead = Rect::from_min_size(pos2(page.left(), title.bottom() + 24.0), vec2(page.width(), 90.0));
    Text::new(&notice.lead, kit.font(Type::Lead), p.ink2).lines(2).top().show(ui, lead);
    let bottom = page.bottom() - if notice.button.is_some() { BUTTON_HIGH + 32.0 } else { 0.0 };
    lines(
        ui,
        kit,
        Rect::from_min_max(pos2(page.left(), lead.bottom() + 16.0), pos2(page.right(), bottom)),
        &notice.lines,
    );
    let Some(text) = &notice.button else { return false };
    let side = Side::Left(bold::ARROW_COUNTER_CLOCKWISE);
    let wide = (button_width(ui.painter(), kit, text, side) + 96.0).max(320.0);
    let place = Rect::from_min_size(pos2(page.left(), page.bottom() - BUTTON_HIGH), vec2(wide, BUTTON_HIGH));
    primary_button(ui, kit, place, text, side, true).clicked()
}

fn lines(ui: &Ui, kit: &Kit, room: Rect, lines: &[String]) {
    let p = &kit.theme.palette;
    let mut top = room.top();
    for (i, line) in lines.iter().enumerate() {
        let text = Text::new(line, kit.font(Type::Body), p.ink).lines(3).top();
        let high = text.measure(ui.painter(), room.width()).y;
        let left = lines.len() - i;
        let last_fits = left == 1 || top + high + 48.0 <= room.bottom();
        if top + high > room.bottom() || !last_fits {
            let more = format!("… + {left}");
            let place = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), 40.0));
            Text::new(&more, kit.font(Type::Body), p.ink2).top().show(ui, place);
            return;
        }
        text.show(ui, Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), high)));
        top += high + 16.0;
    }
}
