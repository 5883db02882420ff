//! The walk in motion: events in, effects out to the book, answers back. No window; tests drive it as it is.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::clock::Clock;
use crate::flow::staff::Permission;
use crate::flow::{Effect, Event, Rules, State, update};

/// Where effects are carried out. Must not block: the window's thread calls it.
pub trait Port {
    /// Starts the effect; its answer comes as an event through the inbox. Given back: an answer that is
    /// known at once, such as a refusal because the queue is full.
    fn perform(&mut self, effect: Effect) -> Option<Event>;
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
}

impl Engine {
    /// A kiosk that stands on Welcome.
    #[must_use]
    pub fn new(rules: Rules, clock: Box<dyn Clock>, port: Box<dyn Port>, inbox: Receiver<Event>) -> Self {
        Self { state: State::new(&rules), rules, clock, port, inbox, asked: None }
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

    /// Applies an event and everything that follows from it at once.
    pub fn handle(&mut self, event: Event) {
        let mut queue = std::collections::VecDeque::from([event]);
        while let Some(event) = queue.pop_front() {
            let effects = update(&mut self.state, &self.rules, event, self.clock.moment());
            for effect in effects {
                match effect {
                    Effect::AskStaff(permission) => self.asked = Some(permission),
                    effect => queue.extend(self.port.perform(effect)),
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
            self.handle(event);
        }
        if self.sleep() == Some(Duration::ZERO) {
            self.handle(Event::Tick);
        }
    }

    /// How long nothing changes by itself; `None`: until somebody does something.
    #[must_use]
    pub fn sleep(&self) -> Option<Duration> {
        self.state.next_deadline(&self.rules).map(|due| due.saturating_sub(self.clock.mono()))
    }
}
