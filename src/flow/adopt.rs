//! Other rules while the kiosk runs: a walk that has begun goes on by them.

use super::event::Moment;
use super::rules::Rules;
use super::state::{Screen, State, Strip};
use super::update::show_strip;

/// Goes on by `new` rules. The language of a visit that has not begun follows them; whoever looks at a purpose that is
/// no longer offered is told so and chooses another one, with everything that was entered.
pub fn adopt(state: &mut State, old: &Rules, new: &Rules, now: Moment) {
    if state.screen == Screen::Welcome && state.lang == old.language {
        state.lang = new.language;
    }
    let Some(kind) = state.walk.guest.as_ref().map(|guest| guest.visitor.membership_type()) else { return };
    let offered = |rules: &Rules, id| rules.purpose(id).is_some_and(|purpose| purpose.shown_to(kind));
    let gone = |id| offered(old, id) && !offered(new, id);
    match &state.screen {
        Screen::Purpose(_) if old.purposes.iter().any(|purpose| gone(&purpose.id)) => {}
        Screen::Note(entry) if gone(&entry.purpose) => {
            if let Some(purposes) = state.walk.trail.pop() {
                state.screen = purposes;
            }
        }
        _ => return,
    }
    show_strip(state, Strip::PurposeGone, now);
}
