//! The walk in motion: events in, effects out to the book, answers back. No window; tests drive it as it is.

use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use super::clock::Clock;
use crate::flow::staff::Permission;
use crate::flow::{Effect, Event, Rules, State, adopt, update};
use crate::storage::BookSettings;

/// Where effects are carried out. Must not block: the window's thread calls it.
pub trait Port {
    /// Starts the effect; its answer comes as an event through the inbox. Given back: an answer that is
    /// known at once, such as a refusal because the queue is full.
    fn perform(&mut self, effect: Effect) -> Option<Event>;

    /// Uses the book by other settings from now on. False: it does not take them at the moment.
    fn adopt(&mut self, _settings: &BookSettings) -> bool {
        true
    }
}

/// The walk with its clock and its book.
pub struct Engine {
    state: State,
    rules: Rules,
    clock: Box<dyn Clock>,
    port: Box<dyn Port>,
    inbox: Receiver<Event>,
    /// The walk asks staff for one act.
    asked: Option<Permission>,
    /// The book was given something that it has not answered yet.
    awaits: bool,
}

impl Engine {
    /// A kiosk that stands on Welcome.
    #[must_use]
    pub fn new(rules: Rules, clock: Box<dyn Clock>, port: Box<dyn Port>, inbox: Receiver<Event>) -> Self {
        Self { state: State::new(&rules), rules, clock, port, inbox, asked: None, awaits: false }
    }

    /// What is shown.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// By which rules.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// Goes on by other rules.
    pub fn adopt(&mut self, rules: Rules) {
        adopt(&mut self.state, &self.rules, &rules, self.clock.moment());
        self.rules = rules;
    }

    /// Uses the book by other settings from now on. False: it does not take them at the moment.
    pub fn adopt_book(&mut self, settings: &BookSettings) -> bool {
        self.port.adopt(settings)
    }

    /// Applies an event and everything that follows from it at once.
    pub fn handle(&mut self, event: Event) {
        let mut queue = std::collections::VecDeque::from([event]);
        while let Some(event) = queue.pop_front() {
            let effects = update(&mut self.state, &self.rules, event, self.clock.moment());
            for effect in effects {
                match effect {
                    Effect::AskStaff(permission) => self.asked = Some(permission),
                    effect => {
                        let refusal = self.port.perform(effect);
                        self.awaits |= refusal.is_none();
                        queue.extend(refusal);
                    }
                }
            }
        }
    }

    /// The act that the walk asks staff to allow, told once.
    pub fn take_asked(&mut self) -> Option<Permission> {
        self.asked.take()
    }

    /// Takes the answers that have come and lets due deadlines pass.
    pub fn pump(&mut self) {
        while let Ok(event) = self.inbox.try_recv() {
            self.take(event);
        }
        if self.sleep() == Some(Duration::ZERO) {
            self.handle(Event::Tick);
        }
    }

    /// Gives the book that long to answer what it was given, so that the next frame shows the answer and not only that
    /// one is awaited.
    pub fn await_answer(&mut self, at_most: Duration) {
        let until = Instant::now() + at_most;
        while self.awaits {
            let Ok(event) = self.inbox.recv_timeout(until.saturating_duration_since(Instant::now())) else { break };
            self.take(event);
        }
    }

    fn take(&mut self, event: Event) {
        // These two come unasked.
        self.awaits &= matches!(event, Event::Tick | Event::Room(_));
        self.handle(event);
    }

    /// How long nothing changes by itself; `None`: until somebody does something.
    #[must_use]
    pub fn sleep(&self) -> Option<Duration> {
        self.state.next_deadline(&self.rules).map(|due| due.saturating_sub(self.clock.mono()))
    }
}
