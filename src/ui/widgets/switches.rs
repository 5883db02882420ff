//! The two switches of every screen: language, and large text with high contrast. And the emblem's secret.

use std::time::Duration;

use egui::{CornerRadius, Rect, Sense, Ui, pos2, vec2};

use super::paint::{Face, corner, icon};
use super::text::Text;
use super::touch::{Target, Touch, focus_ring};
use crate::i18n::Lang;
use crate::ui::icons::bold;
use crate::ui::kit::Kit;
use crate::ui::theme::{Type, radius};

/// What the language switch says.
#[derive(Debug, Clone, Copy)]
pub struct LanguageNames<'a> {
    /// What assistive software calls "ID".
    pub id: &'a str,
    /// What assistive software calls "EN".
    pub en: &'a str,
}

/// ID and EN side by side (180 × 88 du as drawn). Returns the language touched, unless it is worn already.
pub fn language_switch(ui: &Ui, kit: &Kit, rect: Rect, now: Lang, names: &LanguageNames<'_>) -> Option<Lang> {
    let p = &kit.theme.palette;
    let high = kit.theme.is_high_contrast();
    let (left, right) = rect.split_left_right_at_fraction(0.5);
    let mut chosen = None;
    Face::filled(p.surface, radius::BUTTON).paint(ui.painter(), rect, 0.0);
    let halves = [(Lang::Id, "ID", names.id, left), (Lang::En, "EN", names.en, right)];
    let touches = halves.map(|(lang, code, name, half)| {
        let touch = Target::choice(name, lang == now).sense(ui, kit, half);
        let worn = lang == now;
        if worn {
            let round = corner(radius::BUTTON);
            let round = if lang == Lang::Id {
                CornerRadius { ne: 0, se: 0, ..round }
            } else {
                CornerRadius { nw: 0, sw: 0, ..round }
            };
            ui.painter().rect_filled(half, round, p.blue);
        }
        let ink = if worn { p.on_blue } else { p.ink };
        Text::new(code, kit.font(Type::BodyStrong), ink).centered().paint(ui.painter(), half);
        if touch.clicked() && !worn {
            chosen = Some(lang);
        }
        (touch, half)
    });
    let edge = if high { (4.0, p.ink) } else { (2.0, p.edge) };
    let outline = egui::Stroke::new(edge.0, edge.1);
    ui.painter().rect_stroke(rect, corner(radius::BUTTON), outline, egui::StrokeKind::Inside);
    for (touch, half) in &touches {
        focus_ring(ui, kit, *half, radius::BUTTON, touch);
    }
    chosen
}

/// "Aa": large text with high contrast, on and off (88 × 88 du; when on, at least 150 wide, with a tick).
pub fn contrast_switch(ui: &Ui, kit: &Kit, rect: Rect, name: &str) -> Touch {
    let p = &kit.theme.palette;
    let on = kit.theme.is_high_contrast();
    let touch = Target::choice(name, on).sense(ui, kit, rect);
    if on {
        Face::filled(p.blue, radius::BUTTON).paint(ui.painter(), rect, 0.0);
        let (letters, tick) = rect.shrink2(vec2(20.0, 0.0)).split_left_right_at_fraction(0.55);
        icon(ui.painter(), letters, bold::TEXT_AA, 56.0, p.on_blue);
        icon(ui.painter(), tick, bold::CHECK, 40.0, p.on_blue);
    } else {
        let fill = if touch.held() { p.blue_tint } else { p.surface };
        Face::filled(fill, radius::BUTTON).outlined(2.0, p.edge).paint(ui.painter(), rect, 0.0);
        icon(ui.painter(), rect, bold::TEXT_AA, 46.0, p.ink);
    }
    focus_ring(ui, kit, rect, radius::BUTTON, &touch);
    touch
}

/// Has the emblem in `rect` been held for `hold`? True in one frame of a press. Nothing shows, nothing is named.
#[must_use]
pub fn emblem_held(ui: &Ui, rect: Rect, hold: Duration) -> bool {
    let id = ui.scope_id().with("emblem");
    let response = ui.interact(rect, id, Sense::CLICK);
    let began = ui.input(|i| i.pointer.press_start_time());
    let (true, Some(began)) = (response.is_pointer_button_down_on(), began) else {
        ui.data_mut(|data| data.remove::<bool>(id));
        return false;
    };
    let left = hold.as_secs_f64() - (ui.input(|i| i.time) - began);
    if left > 0.0 {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
        return false;
    }
    let told = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<bool>(id), true));
    !told
}

/// The rectangle of the language switch whose right edge is at `right`.
#[must_use]
pub fn language_rect(right: f32, top: f32) -> Rect {
    Rect::from_min_size(pos2(right - 180.0, top), vec2(180.0, 88.0))
}
