//! When an untouched screen asks "Masih di sana?", and when everything goes back to Welcome.

use std::time::Duration;

use super::rules::Rules;
use super::state::{RecordingPhase, Screen, State, UndoPhase};

/// How long a strip stands.
pub(super) const STRIP: Duration = Duration::from_secs(6);

impl State {
    /// Visitor times are doubled in large text (tokens.md, "Timeouts").
    pub(super) fn stretched(&self, time: Duration) -> Duration {
        if self.aa { time * 2 } else { time }
    }

    /// The idle time of this screen until the warning. Forms take the configured time (45 s), screens with one
    /// thing to do two thirds of it (30 s), and the page to read four thirds (60 s). Waiting for the book never counts as idle.
    fn idle_time(&self, rules: &Rules) -> Option<Duration> {
        let time = match &self.screen {
            Screen::NameOnly(_)
            | Screen::NonMember(_)
            | Screen::Group(_)
            | Screen::Note(_)
            | Screen::Leaver(_)
            | Screen::LeaverCode(_)
            | Screen::Words(_) => rules.idle,
            Screen::CheckOut(c) if c.writing.as_ref().is_none_or(|w| w.phase == RecordingPhase::Failed) => rules.idle,
            Screen::Seat(choice) if choice.saving.is_some() => return None,
            Screen::CardEntry(c) if c.searching.is_some() => return None,
            Screen::CardEntry(_)
            | Screen::ConfirmIdentity { .. }
            | Screen::CardNotice(_)
            | Screen::Purpose(_)
            | Screen::Gate(_)
            | Screen::RoomClosed(_)
            | Screen::Seat(_)
            | Screen::Queue(_)
            | Screen::Turn(_)
            | Screen::StillSeated(_)
            | Screen::Repeated(_) => rules.idle * 2 / 3,
            Screen::ServiceInfo => rules.idle * 4 / 3,
            Screen::Recording(r) if r.phase == RecordingPhase::Failed => rules.idle * 2 / 3,
            Screen::Welcome | Screen::Done(_) | Screen::Recording(_) | Screen::CheckOut(_) => return None,
        };
        Some(self.stretched(time))
    }

    /// When the warning comes, if it can come.
    pub(super) fn warning_due(&self, rules: &Rules) -> Option<Duration> {
        if self.idle_ends.is_some() || self.looking.is_some() || self.asking.is_some() {
            return None;
        }
        Some(self.touched + self.idle_time(rules)?)
    }

    /// How long the warning stands.
    #[must_use]
    pub fn warning_lasts(&self, rules: &Rules) -> Duration {
        self.stretched(rules.idle_warning)
    }

    /// When language and large text of somebody who left Welcome again are reset.
    pub(super) fn reset_due(&self, rules: &Rules) -> Option<Duration> {
        let chosen = self.lang != rules.language || self.aa;
        (chosen && self.screen == Screen::Welcome).then(|| self.touched + self.stretched(rules.idle))
    }

    /// The next time at which [`super::Event::Tick`] changes something; the runtime wakes up then.
    #[must_use]
    pub fn next_deadline(&self, rules: &Rules) -> Option<Duration> {
        let waiting = |phase: RecordingPhase| match phase {
            RecordingPhase::Waiting(until) => Some(until),
            _ => None,
        };
        let phase = match &self.screen {
            Screen::Recording(r) => waiting(r.phase),
            Screen::CheckOut(c) => c.writing.as_ref().and_then(|w| waiting(w.phase)),
            Screen::Done(d) if d.undo != UndoPhase::Voiding => Some(d.ends),
            _ => None,
        };
        let strip = self.strip.as_ref().map(|(_, until)| *until);
        let card = self.last_card.as_ref().map(|(_, at)| *at + rules.debounce);
        [self.idle_ends, self.warning_due(rules), self.reset_due(rules), phase, strip, card].into_iter().flatten().min()
    }
}
