//! On every screen, at every size, in both languages and both looks: no text is outside of what it stands on, none is
//! clipped or cut short, none overlaps another, none is too small, and every target is large enough for a finger.

use buku_pengunjung::i18n::Lang;
use egui::accesskit::Role;
use egui::{Rect, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};

use crate::forms_scenes::FORMS;
use crate::painted::{Card, Painted, Written};
use crate::room_scenes::ROOM;
use crate::scenes::{OWN, Scene};
use crate::support::{Kiosk, SIZES, window};

/// Letters are as large as this at least, in du; those on the drawing of a card are a picture.
const SMALLEST: f32 = 22.0;
/// A target is as large as this at least, in du.
const TARGET: f32 = 88.0;
/// Rounding to pixels.
const ROUNDING: f32 = 1.5;

#[test]
fn everything_fits_at_1920x1080() {
    check_size(0);
}

#[test]
fn everything_fits_at_1366x768() {
    check_size(1);
}

#[test]
fn everything_fits_at_1280x1024() {
    check_size(2);
}

#[test]
fn everything_fits_at_1080x1920() {
    check_size(3);
}

fn check_size(index: usize) {
    let (size, pixels) = SIZES[index];
    let mut faults = Vec::new();
    let mut harness = window(Kiosk::new(), pixels);
    for aa in [false, true] {
        for scene in OWN.iter().chain(FORMS).chain(ROOM) {
            for lang in [Lang::Id, Lang::En] {
                enter(&mut harness, scene, lang, aa);
                let place = format!("{} {size} {}{}", scene.name, lang.id(), if aa { " Aa" } else { "" });
                faults.extend(check(&harness).into_iter().map(|fault| format!("{place}: {fault}")));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Puts the window into that scene.
fn enter(harness: &mut Harness<'_, Kiosk>, scene: &Scene, lang: Lang, aa: bool) {
    let mut kiosk = harness.state().another().wearing(lang, aa);
    (scene.set)(&mut kiosk);
    *harness.state_mut() = kiosk;
    harness.run_steps(2);
}

/// Everything that is wrong with the frame shown.
pub fn check(harness: &Harness<'_, Kiosk>) -> Vec<String> {
    faults(harness, &picture_words(harness.state()), SMALLEST, TARGET)
}

/// Everything that is wrong with the frame shown, where letters are `smallest` du large at least, but for the words of
/// pictures, and targets `target` du.
pub fn faults<S>(harness: &Harness<'_, S>, pictures: &[String], smallest: f32, target: f32) -> Vec<String> {
    let shown = harness.ctx.viewport_rect();
    let painted = Painted::of(&harness.output().shapes, shown);
    let mut faults = Vec::new();
    let fields: Vec<String> = harness.query_all_by_role(Role::TextInput).filter_map(|field| field.value()).collect();
    texts(&painted, shown, &fields, pictures, smallest, &mut faults);
    targets(harness.root(), shown, target, &mut faults);
    assert!(painted.texts.len() > 2, "nothing was read of the frame");
    faults
}

/// The words on the drawing of a card, which is a picture.
fn picture_words(kiosk: &Kiosk) -> Vec<String> {
    let words = buku_pengunjung::i18n::Words::of(kiosk.state.lang);
    vec![words.get("card-header"), words.get("card-name"), kiosk.house.card_sample.clone()]
}

/// What is wrong with the texts of a frame; letters are `smallest` du large at least, but for the words of pictures.
pub fn texts(
    painted: &Painted,
    shown: Rect,
    fields: &[String],
    pictures: &[String],
    smallest: f32,
    faults: &mut Vec<String>,
) {
    let seen: Vec<Written> = painted
        .seen()
        .map(|text| if fields.contains(&text.text) { text.scrolled().unwrap_or(text.clone()) } else { text.clone() })
        .collect();
    for text in &seen {
        let Written { text: words, ink, .. } = text;
        let key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if words.len() > 1 && words.contains('-') && words.chars().all(key) {
            faults.push(format!("there is no word for {words:?}"));
        }
        if text.cut_short {
            faults.push(format!("{words:?} is cut short"));
        }
        if !shown.expand(ROUNDING).contains_rect(*ink) {
            faults.push(format!("{words:?} at {ink} is outside of the window"));
        }
        if !text.clip.expand(ROUNDING).contains_rect(*ink) {
            faults.push(format!("{words:?} at {ink} is clipped to {}", text.clip));
        }
        if !text.is_icon() && text.size < smallest - 0.01 && !pictures.contains(words) {
            faults.push(format!("{words:?} is only {} du large", text.size));
        }
        if let Some(card) = painted.below(text).filter(|card| !card.rect.expand(ROUNDING).contains_rect(*ink)) {
            faults.push(format!("{words:?} at {ink} is not within {}", card.rect));
        }
        let over = |card: &&Card| text.lines.iter().any(|line| overlap(*line, card.rect));
        if let Some(card) = painted.above(text).find(over) {
            faults.push(format!("{words:?} at {ink} is half covered by {}", card.rect));
        }
    }
    for (index, one) in seen.iter().enumerate() {
        for other in &seen[index + 1..] {
            if one.lines.iter().any(|a| other.lines.iter().any(|b| overlap(*a, *b))) {
                faults.push(format!("{:?} at {} overlaps {:?} at {}", one.text, one.ink, other.text, other.ink));
            }
        }
    }
}

fn overlap(a: Rect, b: Rect) -> bool {
    let both = a.intersect(b);
    both.width() > ROUNDING && both.height() > ROUNDING
}

/// What is wrong with the targets below a node; they are `target` du large at least.
pub fn targets(root: Node<'_>, shown: Rect, target: f32, faults: &mut Vec<String>) {
    let targets: Vec<(Role, String, Rect)> = reachable(root)
        .into_iter()
        .filter(|node| is_target(node.accesskit_node().role()))
        .map(|node| (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default(), node.rect()))
        .collect();
    for (index, (role, name, rect)) in targets.iter().enumerate() {
        if name.trim().is_empty() {
            faults.push(format!("a {role:?} at {rect} has no name"));
        }
        let least = Vec2::splat(target - 0.5);
        if rect.width() < least.x || rect.height() < least.y {
            faults.push(format!("{name:?} is only {} du large", rect.size()));
        }
        if !shown.expand(ROUNDING).contains_rect(*rect) {
            faults.push(format!("{name:?} at {rect} is outside of the window"));
        }
        for (other_role, other, place) in &targets[index + 1..] {
            if overlap(*rect, *place) {
                faults.push(format!("{name:?} at {rect} overlaps {other:?} at {place}"));
            }
            if (role, name) == (other_role, other) {
                faults.push(format!("two {role:?}s are called {name:?}"));
            }
        }
    }
}

/// What can be touched.
pub fn is_target(role: Role) -> bool {
    matches!(role, Role::Button | Role::TextInput | Role::SpinButton | Role::CheckBox | Role::RadioButton)
}

/// Every node that assistive software can reach: nothing hidden, and nothing in what is hidden.
pub fn reachable(node: Node<'_>) -> Vec<Node<'_>> {
    if node.accesskit_node().is_hidden() {
        return Vec::new();
    }
    let children = node.children().flat_map(reachable).collect::<Vec<_>>();
    std::iter::once(node).chain(children).collect()
}
