//! The screens of a member's visit, laid out once before anybody comes.
//!
//! A screen that is shown for the first time has its letters and pictures rasterised first, which takes as long as
//! several frames. The first visitor of the day need not wait for that: while the kiosk rests on Welcome, a made-up
//! member walks through it where nobody sees it. What this walk asks of the book is not passed on to anybody.

use std::time::Duration;

use egui::{Context, Ui};

use crate::domain::card::CardNumber;
use crate::domain::lookup::{CardAnswer, Listing};
use crate::domain::member::{Member, MemberStatus};
use crate::domain::name::Name;
use crate::domain::visit::{MembershipType, Receipt};
use crate::flow::{Effect, Event, Moment, Screen, State, update};
use crate::i18n::Lang;
use crate::ui::screens;
use crate::ui::view::View;

/// Nobody has touched anything for so long.
pub const REST: Duration = Duration::from_secs(1);

/// Which looks of the screens were laid out.
#[derive(Debug, Default)]
pub struct Rehearsal {
    /// The scale (its bits) that all of them are for.
    scale: u32,
    played: Vec<(Lang, bool)>,
}

impl Rehearsal {
    /// Whether the kiosk stands on Welcome and this look of the other screens is still to be laid out.
    #[must_use]
    pub fn is_due(&self, ctx: &Context, state: &State) -> bool {
        let scale = ctx.pixels_per_point().to_bits();
        let known = self.scale == scale && self.played.contains(&(state.lang, state.aa));
        !known && state.screen == Screen::Welcome && state.dialog.is_none()
    }

    /// Lays them out. Where these rules take no card, or there is no purpose to choose, the rest is left.
    pub fn play(&mut self, ui: &mut Ui, view: &View<'_>, now: Moment) {
        let scale = ui.ctx().pixels_per_point().to_bits();
        if self.scale != scale {
            self.played.clear();
            self.scale = scale;
        }
        self.played.push((view.state.lang, view.state.aa));
        for state in visit(view, now, &view.words.get("tile-member")) {
            screens::rehearse(ui, &View { state: &state, ..*view });
        }
    }
}

/// The purposes that a member of that name is shown, and the thanks.
fn visit(view: &View<'_>, now: Moment, name: &str) -> Vec<State> {
    let mut state = State::new(view.rules);
    (state.lang, state.aa) = (view.state.lang, view.state.aa);
    let mut shown = Vec::new();
    let _as_far_as_it_goes = walk(state, view, now, name, &mut shown);
    shown
}

/// Scans the card of the house's drawing and chooses the first purpose that asks for nothing more; nothing: it went no
/// further.
fn walk(mut state: State, view: &View<'_>, now: Moment, name: &str, shown: &mut Vec<State>) -> Option<()> {
    let rules = view.rules;
    let number = view.house.card_sample.split_whitespace().collect();
    let effects = update(&mut state, rules, Event::Scanned(number), now);
    let (ticket, card) = effects.into_iter().find_map(|effect| match effect {
        Effect::LookUp { ticket, card } => Some((ticket, card)),
        _ => None,
    })?;
    let listing = Listing::Listed(member(card, name)?);
    let answer = CardAnswer { listing, last_visit: None, open_session: None, ticket: None };
    update(&mut state, rules, Event::Looked { ticket, answer }, now);
    shown.push(state.clone());
    let plain = rules.purposes.iter().find(|purpose| {
        purpose.shown_to(MembershipType::Member)
            && !purpose.id.asks_for_note()
            && rules.internet.as_ref() != Some(&purpose.id)
    })?;
    let effects = update(&mut state, rules, Event::Purpose(plain.id.clone()), now);
    let id = effects.into_iter().find_map(|effect| match effect {
        Effect::Record(visit) => Some(visit.id),
        _ => None,
    })?;
    update(&mut state, rules, Event::Recorded(Receipt { id, at: now.utc, placed: None }), now);
    shown.push(state);
    Some(())
}

/// Nobody: a member with that card and name.
fn member(card_number: CardNumber, name: &str) -> Option<Member> {
    Some(Member {
        card_number,
        name: Name::new(name).ok()?,
        sex: None,
        birth_date: None,
        education: None,
        occupation: None,
        address: None,
        valid_until: None,
        status: MemberStatus::Active,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use chrono::{NaiveDate, NaiveDateTime};
    use egui::accesskit::NodeId;
    use egui::{FullOutput, Modifiers, PointerButton, RawInput, Rect, vec2};
    use uuid::Uuid;

    use super::*;
    use crate::config;
    use crate::domain::visit::VisitId;
    use crate::flow::Rules;
    use crate::i18n::Words;
    use crate::runtime::setup;
    use crate::runtime::software::PaintOnce;
    use crate::ui::kit::Kit;
    use crate::ui::layout::{self, Canvas};
    use crate::ui::theme::Theme;
    use crate::ui::view::House;

    struct Window {
        ctx: Context,
        kit: Kit,
        rules: Rules,
        house: House,
        rehearsal: Rehearsal,
    }

    impl Window {
        fn new() -> Self {
            let config = config::parse(config::SHIPPED, "kiosk-config.toml").unwrap();
            let ctx = Context::default();
            ctx.enable_accesskit();
            ctx.add_plugin(PaintOnce::default());
            let mut window = Self {
                kit: Kit::install(&ctx, Theme::normal().still()),
                ctx,
                rules: setup::rules(&config),
                house: setup::house(&config, Lang::Id),
                rehearsal: Rehearsal::default(),
            };
            let welcome = State::new(&window.rules);
            for _ in 0..3 {
                window.frame(&welcome, false);
            }
            window
        }

        fn now() -> Moment {
            Moment { mono: Duration::from_secs(100), utc: clock().and_utc(), fresh: VisitId(Uuid::from_u128(7)) }
        }

        /// One frame of that screen, perhaps of a rehearsal beside it, and how many texels it needed anew.
        fn frame(&mut self, state: &State, rehearses: bool) -> (FullOutput, usize) {
            let (output, new, _) = self.touched_frame(state, rehearses, vec![]);
            (output, new)
        }

        /// The same, in which that is done at the window; and what it means to the walk.
        fn touched_frame(
            &mut self,
            state: &State,
            rehearses: bool,
            events: Vec<egui::Event>,
        ) -> (FullOutput, usize, Vec<Event>) {
            let screen_rect = Some(Rect::from_min_size(egui::Pos2::ZERO, vec2(1920.0, 1080.0)));
            let input = RawInput { screen_rect, events, ..RawInput::default() };
            let mut meant = Vec::new();
            let mut rehearsal = std::mem::take(&mut self.rehearsal);
            let mut output = self.ctx.run_ui(input, |ui| {
                let view = self.view(state, layout::apply(ui.ctx()));
                meant.extend(screens::show(ui, &view));
                if rehearses {
                    rehearsal.play(ui, &view, Self::now());
                }
            });
            self.rehearsal = rehearsal;
            let new = std::mem::take(&mut output.textures_delta.set);
            output.textures_delta.clear();
            let new = new.values().flatten().map(|delta| delta.image.width() * delta.image.height()).sum();
            (output, new, meant)
        }

        fn view<'a>(&'a self, state: &'a State, canvas: Canvas) -> View<'a> {
            View {
                state,
                rules: &self.rules,
                words: Words::of(state.lang),
                canvas,
                kit: &self.kit,
                house: &self.house,
                now: Self::now().mono,
                clock: clock(),
            }
        }

        /// The purposes and the thanks.
        fn visit(&self) -> Vec<State> {
            self.visit_of("Anggota")
        }

        fn visit_of(&self, name: &str) -> Vec<State> {
            visit(&self.view(&State::new(&self.rules), Canvas::of(vec2(1920.0, 1080.0))), Self::now(), name)
        }
    }

    fn clock() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 25).unwrap().and_hms_opt(2, 42, 0).unwrap()
    }

    #[test]
    fn what_was_rehearsed_needs_no_new_letters_and_no_pictures() {
        let welcome = |window: &Window| State::new(&window.rules);
        let first_shown = |rehearses: bool| {
            let mut window = Window::new();
            let welcome = welcome(&window);
            window.frame(&welcome, rehearses);
            window.frame(&welcome, false);
            let visit = window.visit();
            assert_eq!(visit.iter().map(|state| state.screen.name()).collect::<Vec<_>>(), ["purpose", "done"]);
            // Corners come with the second frame of a screen.
            let mut needed = |state: &State| [window.frame(state, false).1, window.frame(state, false).1];
            visit.iter().map(&mut needed).collect::<Vec<_>>()
        };
        let without = first_shown(false);
        let least = [[10_000, 1_000], [500_000, 1_000]];
        assert!(without.iter().flatten().zip(least.iter().flatten()).all(|(new, least)| new > least), "{without:?}");
        assert_eq!(first_shown(true), [[0; 2]; 2]);
    }

    #[test]
    fn letters_that_one_name_has_brought_are_not_kept_once_more_for_another() {
        let mut window = Window::new();
        let welcome = State::new(&window.rules);
        window.frame(&welcome, true);
        window.frame(&welcome, false);
        let mut needed =
            |name: &str| -> usize { window.visit_of(name).iter().map(|state| window.frame(state, false).1).sum() };
        assert!(needed("Bukhori") > 0, "its letters are larger than those of any other screen");
        assert_eq!([needed("Bhikuro"), needed("Bruhoki"), needed("Bikhour")], [0; 3]);
    }

    #[test]
    fn each_look_is_rehearsed_once_and_on_welcome_alone() {
        let mut window = Window::new();
        let mut welcome = State::new(&window.rules);
        assert!(window.rehearsal.is_due(&window.ctx, &welcome));
        assert!(!window.rehearsal.is_due(&window.ctx, &window.visit()[0]));
        window.frame(&welcome, true);
        assert!(!window.rehearsal.is_due(&window.ctx, &welcome));
        welcome.aa = true;
        assert!(window.rehearsal.is_due(&window.ctx, &welcome), "another look");
        window.frame(&welcome, true);
        assert!(!window.rehearsal.is_due(&window.ctx, &welcome));
        window.ctx.set_pixels_per_point(0.5);
        window.frame(&welcome, false);
        assert!(window.rehearsal.is_due(&window.ctx, &welcome), "another size");
    }

    #[test]
    fn a_touch_in_that_moment_is_one_of_welcome() {
        let mut window = Window::new();
        let welcome = State::new(&window.rules);
        // On "Anggota", where the rehearsed purposes have a tile as well.
        let pos = egui::pos2(1000.0, 450.0);
        let finger = |pressed| egui::Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        window.frame(&welcome, true);
        let mut meant = Vec::new();
        for events in [vec![egui::Event::PointerMoved(pos)], vec![finger(true)], vec![finger(false)], vec![]] {
            meant.extend(window.touched_frame(&welcome, true, events).2);
        }
        assert_eq!(meant, [Event::Choose(MembershipType::Member)]);
    }

    #[test]
    fn nobody_sees_it_and_assistive_software_is_told_that_it_is_hidden() {
        let mut window = Window::new();
        let welcome = State::new(&window.rules);
        let painted = |window: &Window, output: &FullOutput| {
            let primitives = window.ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
            primitives.iter().map(|part| format!("{part:?}").len()).collect::<Vec<_>>()
        };
        let (alone, _) = window.frame(&welcome, false);
        let alone = painted(&window, &alone);
        let (beside, _) = window.frame(&welcome, true);
        assert_eq!(painted(&window, &beside), alone);

        let tree = beside.platform_output.accesskit_update.unwrap();
        let parents: HashMap<NodeId, NodeId> =
            tree.nodes.iter().flat_map(|(id, node)| node.children().iter().map(|child| (*child, *id))).collect();
        let nodes: HashMap<_, _> = tree.nodes.iter().map(|(id, node)| (*id, node)).collect();
        let hidden = |id: NodeId| {
            std::iter::successors(Some(id), |id| parents.get(id).copied()).any(|id| nodes[&id].is_hidden())
        };
        let purpose = &window.rules.purposes[0].label_id;
        let rehearsed: Vec<_> =
            tree.nodes.iter().filter(|(_, node)| node.label() == Some(purpose)).map(|(id, _)| *id).collect();
        assert!(!rehearsed.is_empty() && rehearsed.iter().all(|id| hidden(*id)), "{rehearsed:?}");
    }
}
