//! What stands around the rows: title, tabs, what hinders writing, and the bar with "Simpan".

use egui::accesskit::Live;
use egui::{Rect, Ui, pos2, vec2};

use super::Scene;
use super::plan::Plan;
use crate::domain::settings::Section;
use crate::domain::staff::Role;
use crate::flow::staff::settings::{Doing, Event, Hindrance, Notice, Outside};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::staff::controls::{HIGH, Look, button, choice, width};
use crate::ui::theme::{Tint, Type, Weight, radius};
use crate::ui::widgets::{Face, Text, icon};

/// Paints them and says what was touched.
pub(super) fn show(ui: &Ui, scene: &Scene<'_>, plan: &Plan) -> Vec<Event> {
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    Text::new(&scene.word("settings-title"), kit.font(Type::StaffTitle), p.ink).show(ui, plan.title);
    Text::new(&scene.word("settings-sub"), kit.font(Type::StaffBody), p.ink2).show(ui, plan.sub);
    let mut acts = Vec::new();
    for (section, place) in Section::ALL.iter().zip(&plan.tabs) {
        let name = scene.word(&format!("settings-tab-{}", section.id()));
        if choice(ui, kit, *place, &name, *section == scene.page.section).clicked() {
            acts.push(Event::Section(*section));
        }
    }
    if let (Some(place), Some(warning)) = (plan.strip, warning(scene)) {
        acts.extend(strip(ui, scene, place, &warning));
    }
    acts.extend(foot(ui, scene, plan.foot));
    acts
}

/// What hinders writing: a sentence, and whether a file that was changed outside is behind it.
pub(super) fn warning(scene: &Scene<'_>) -> Option<(String, bool)> {
    let key = match (&scene.page.outside, scene.page.hindrance) {
        (Some(Outside::Differences(_)), _) => return Some((scene.word("settings-outside"), true)),
        (Some(Outside::Faulty(_)), _) => return Some((scene.word("settings-outside-faulty"), true)),
        (None, Some(Hindrance::Missing)) => "settings-missing",
        (None, Some(Hindrance::Protected)) => "settings-protected",
        (None, Some(Hindrance::Owner)) => "settings-owner",
        (None, Some(Hindrance::Folder)) => "settings-folder",
        (None, None) if scene.panel.staff.role != Role::Administrator => "settings-librarian",
        (None, None) => return None,
    };
    Some((scene.word(key), false))
}

fn strip(ui: &Ui, scene: &Scene<'_>, place: Rect, (text, outside): &(String, bool)) -> Option<Event> {
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    Face::filled(p.amber_tint, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, p.amber_ink).paint(
        ui.painter(),
        place,
        0.0,
    );
    let square = Rect::from_center_size(pos2(place.left() + 40.0, place.center().y), vec2(36.0, 36.0));
    icon(ui.painter(), square, fill::WARNING, 36.0, p.amber_ink);
    let mut right = place.right() - 12.0;
    let mut act = None;
    if *outside {
        let faulty = matches!(scene.page.outside, Some(Outside::Faulty(_)));
        let look = if scene.page.looking { "settings-look-close" } else { "settings-look" };
        let mut buttons = vec![(look, bold::MAGNIFYING_GLASS, Event::Look(!scene.page.looking))];
        if !faulty && scene.panel.staff.role == Role::Administrator {
            buttons.push(("settings-reload", bold::ARROW_COUNTER_CLOCKWISE, Event::Reload));
        }
        for (key, glyph, event) in buttons.into_iter().rev() {
            let name = scene.word(key);
            let wide = width(ui.painter(), kit, &name, Some(glyph));
            let at = Rect::from_min_size(pos2(right - wide, place.center().y - HIGH / 2.0), vec2(wide, HIGH));
            if button(ui, kit, at, &name, Some(glyph), Look::Plain).clicked() {
                act = Some(event);
            }
            right -= wide + 12.0;
        }
    }
    let room = Rect::from_min_max(pos2(square.right() + 16.0, place.top() + 6.0), pos2(right, place.bottom() - 6.0));
    let shown = Text::new(text, kit.font(Type::StaffBody).weighted(Weight::Bold), p.ink).lines(3).show(ui, room);
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
    act
}

/// How many changes wait, what became of the last act, "Batalkan perubahan" and "Simpan".
fn foot(ui: &Ui, scene: &Scene<'_>, place: Rect) -> Option<Event> {
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    let changes = scene.page.changes().len();
    let mut right = place.right();
    let mut act = None;
    if changes > 0 && scene.page.doing().is_none() {
        let ready = scene.writable;
        let buttons = [
            ("settings-save", bold::CHECK, if ready { Look::Primary } else { Look::Off }, Event::Save),
            ("settings-discard", bold::ARROW_COUNTER_CLOCKWISE, Look::Plain, Event::Discard),
        ];
        for (key, glyph, look, event) in buttons {
            let name = scene.word(key);
            let wide = width(ui.painter(), kit, &name, Some(glyph)).max(200.0);
            let at = Rect::from_min_size(pos2(right - wide, place.top()), vec2(wide, HIGH));
            if button(ui, kit, at, &name, Some(glyph), look).clicked() {
                act = Some(event);
            }
            right -= wide + 16.0;
        }
    }
    let room = Rect::from_min_max(place.min, pos2(right, place.bottom()));
    if let Some((glyph, tint, text)) = state(scene, changes) {
        let square = Rect::from_min_size(pos2(room.left(), room.center().y - 15.0), vec2(30.0, 30.0));
        icon(ui.painter(), square, glyph, 30.0, tint.ink(&kit.theme));
        let words = Rect::from_min_max(pos2(square.right() + 12.0, room.top()), room.max);
        let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
        let shown = Text::new(&text, font, p.ink).lines(2).show(ui, words);
        ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
    }
    act
}

/// The sentence of the bar.
fn state(scene: &Scene<'_>, changes: usize) -> Option<(Icon, Tint, String)> {
    let told = |glyph, tint, key: &str| Some((glyph, tint, scene.word(key)));
    if let Some(doing) = scene.page.doing() {
        let key = match doing {
            Doing::Saving => "settings-saving",
            Doing::Reloading => "settings-reloading",
            Doing::Copying => "settings-copying",
        };
        return told(fill::HOURGLASS_MEDIUM, Tint::Grey, key);
    }
    match &scene.page.notice {
        Some(Notice::Saved { reopen: false }) => told(fill::CHECK_CIRCLE, Tint::Green, "settings-saved"),
        Some(Notice::Saved { reopen: true }) => told(fill::CHECK_CIRCLE, Tint::Green, "settings-saved-reopen"),
        Some(Notice::Reloaded { reopen: false }) => told(fill::CHECK_CIRCLE, Tint::Green, "settings-reloaded"),
        Some(Notice::Reloaded { reopen: true }) => told(fill::CHECK_CIRCLE, Tint::Green, "settings-reloaded-reopen"),
        Some(Notice::Copied { second: Some(false) }) => told(fill::WARNING, Tint::Amber, "settings-copied-one"),
        Some(Notice::Copied { .. }) => told(fill::CHECK_CIRCLE, Tint::Green, "settings-copied"),
        Some(Notice::NotCopied) => told(fill::WARNING_CIRCLE, Tint::Red, "settings-not-copied"),
        Some(Notice::Failed) => told(fill::WARNING_CIRCLE, Tint::Red, "settings-failed"),
        _ => wrong(scene).or_else(|| {
            let text = match changes {
                0 => return None,
                1 => scene.word("settings-change"),
                n => scene.view.words.with("settings-changes", &[("n", n.to_string())]),
            };
            Some((fill::INFO, Tint::Blue, text))
        }),
    }
}

/// What is wrong with the draft: the sentence about the file as a whole, or how many fields are to be mended.
fn wrong(scene: &Scene<'_>) -> Option<(Icon, Tint, String)> {
    let first = scene.page.told.first()?;
    let whole = scene.page.told.iter().find(|told| told.spot.is_none());
    let text = match (whole, scene.page.told.len()) {
        (Some(told), _) => told.sentence.clone(),
        (None, 1) => {
            let spot = first.spot.map(|spot| super::shown::spot(scene.view.words, scene.page, spot));
            scene.view.words.with("settings-wrong-one", &[("name", spot.unwrap_or_default())])
        }
        (None, n) => scene.view.words.with("settings-wrong", &[("n", n.to_string())]),
    };
    Some((fill::WARNING_CIRCLE, Tint::Red, text))
}
