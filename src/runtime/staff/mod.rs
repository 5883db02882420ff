//! The staff's side in motion: its machine, the thread that looks PINs up, and the one behind the panel's pages. It runs
//! beside the visitor's engine.

mod code;
mod desk;
mod panel;
mod service;
mod shelf;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use self::desk::{Answer, Job};
use self::panel::SettingsFile;
use self::service::Service;
use super::clock::SystemClock;
use super::dialogs::DesktopDialogs;
use super::reports::Issuer;
use super::setup;
use crate::config::Config;
use crate::domain::staff::StaffId;
use crate::flow::staff::page::Unanswered;
use crate::flow::staff::{Desk, Effect, Event, Permission, Refusal, Rules, Side, Verdict, update};
use crate::storage::{BookHealth, DataFolder};
use crate::ui::staff::TABS;

/// How often the figures of the book are read while the panel is open.
const LOOK: Duration = Duration::from_secs(30);

/// The staff's side of a kiosk.
pub struct StaffSide {
    desk: Desk,
    rules: Rules,
    worker: Service<Job>,
    panel: Service<panel::Job>,
    /// What the panel's thread was last told of the panel.
    watching: bool,
    inbox: Receiver<Answer>,
    book: Option<BookHealth>,
    looked: Option<Duration>,
    leaving: bool,
    permitted: Option<(Permission, StaffId)>,
    /// A configuration that was changed in the panel and that the kiosk does not run by yet.
    config: Option<Box<Config>>,
}

impl StaffSide {
    /// Starts the threads behind the pad and the panel; `wake` is called whenever an answer has come. `file` and `text`
    /// are what the configuration was read from; `dialogs`: those of the system may open.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(
        config: &Config,
        (file, text): (PathBuf, String),
        folder: DataFolder,
        dialogs: bool,
        wake: impl Fn() + Clone + Send + 'static,
    ) -> std::io::Result<Self> {
        let (answers, inbox) = channel();
        let (kept, adopts) = (wake.clone(), answers.clone());
        let adopt = Box::new(move |config| {
            // As below.
            let _ = adopts.send(Answer::Config(config));
            kept();
        });
        let (woken, told) = (wake.clone(), answers.clone());
        let tell = Box::new(move |event| {
            // As below.
            let _ = told.send(Answer::Event(event));
            woken();
        });
        let panel = panel::spawn(folder.clone(), setup::book(config), Box::new(SystemClock::default()), tell)?;
        let file = Box::new(SettingsFile::new(file, text, config.clone(), adopt));
        if panel.send(panel::Job::File(file)).is_err() {
            tracing::error!("the panel's thread does not take the settings file");
        }
        if panel.send(panel::Job::Issuer(Box::new(Issuer::of(config)))).is_err() {
            tracing::error!("the panel's thread does not take the letterhead");
        }
        if panel.send(panel::Job::Cards(config.card.pattern.clone())).is_err() {
            tracing::error!("the panel's thread does not take the shape of card numbers");
        }
        if dialogs && panel.send(panel::Job::Dialogs(Arc::new(DesktopDialogs))).is_err() {
            tracing::error!("the panel's thread does not take the system's dialogs");
        }
        let give = Box::new(move |answer| {
            // The window is gone when nobody listens any more; there is nobody left to tell.
            let _ = answers.send(answer);
            wake();
        });
        let worker = desk::spawn(folder, setup::book(config), Box::new(SystemClock::default()), give)?;
        let tabs = TABS.iter().map(|page| page.tab).collect();
        let rules = Rules { panel_lock: config.staff.panel_lock, tabs, system_dialogs: dialogs };
        Ok(Self {
            desk: Desk::default(),
            rules,
            worker,
            panel,
            watching: false,
            inbox,
            book: None,
            looked: None,
            leaving: false,
            permitted: None,
            config: None,
        })
    }

    /// What is shown.
    #[must_use]
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// By which rules.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The latest figures of the book, while the panel is open.
    #[must_use]
    pub fn book(&self) -> Option<&BookHealth> {
        self.book.as_ref()
    }

    /// The act that staff allowed, and who; told once.
    pub fn take_permitted(&mut self) -> Option<(Permission, StaffId)> {
        self.permitted.take()
    }

    /// An administrator ended the program.
    #[must_use]
    pub fn leaving(&self) -> bool {
        self.leaving
    }

    /// Applies an event and everything that follows from it at once.
    pub fn handle(&mut self, event: Event, now: Duration) {
        let mut queue = VecDeque::from([event]);
        while let Some(event) = queue.pop_front() {
            for effect in update(&mut self.desk, &self.rules, event, now) {
                queue.extend(self.perform(effect));
            }
        }
    }

    /// Takes the answers that have come and lets due deadlines pass.
    pub fn pump(&mut self, now: Duration) {
        while let Ok(answer) = self.inbox.try_recv() {
            match answer {
                Answer::Event(event) => self.handle(event, now),
                Answer::Health(book) => self.book = book,
                Answer::Config(config) => self.adopt(config),
            }
        }
        if self.desk.is_open() {
            self.handle(Event::Tick, now);
        }
        self.look(now);
        self.watch();
    }

    /// Goes on by a configuration that was changed in the panel, and keeps it for the rest of the kiosk.
    fn adopt(&mut self, config: Box<Config>) {
        self.rules.panel_lock = config.staff.panel_lock;
        if self.worker.send(Job::Settings(Box::new(setup::book(&config)))).is_err() {
            tracing::error!("the staff's desk does not take the new settings");
        }
        let jobs = [panel::Job::Issuer(Box::new(Issuer::of(&config))), panel::Job::Cards(config.card.pattern.clone())];
        for job in jobs {
            if self.panel.send(job).is_err() {
                tracing::error!("the panel's thread does not take the new settings");
            }
        }
        self.config = Some(config);
    }

    /// A configuration by which the rest of the kiosk is to run from now on; given once.
    pub fn new_config(&mut self) -> Option<Box<Config>> {
        self.config.take()
    }

    /// How long nothing changes by itself; `None`: until somebody does something.
    #[must_use]
    pub fn sleep(&self, now: Duration) -> Option<Duration> {
        let due = self.desk.next_deadline(&self.rules, now).map(|due| due.saturating_sub(now));
        let look = self.looked.map(|at| (at + LOOK).saturating_sub(now));
        [due, look].into_iter().flatten().min()
    }

    /// Reads the figures of the book when the panel opens and now and then; they go when it locks.
    fn look(&mut self, now: Duration) {
        if !matches!(self.desk.side, Side::Panel(_)) {
            (self.book, self.looked) = (None, None);
        } else if self.looked.is_none_or(|at| now >= at + LOOK) {
            self.looked = Some(now);
            if self.worker.send(Job::Health).is_err() {
                tracing::warn!("the staff's desk is too busy to look at the book");
            }
        }
    }

    /// The panel's thread looks for changes of the book as long as the panel is open.
    fn watch(&mut self) {
        let open = matches!(self.desk.side, Side::Panel(_));
        if open != self.watching && self.panel.send(panel::Job::Watch(open)).is_ok() {
            self.watching = open;
        }
    }

    /// Starts an effect. Given back: an answer that is known at once, since the thread does not take more.
    fn perform(&mut self, effect: Effect) -> Option<Event> {
        let (job, refusal) = match effect {
            Effect::CheckPin { ticket, figures, permission } => {
                (Job::Check { ticket, figures, permission }, Some(Event::Checked { ticket, verdict: Verdict::Failed }))
            }
            Effect::SetFirstPin { ticket, pin } => {
                (Job::FirstPin { ticket, pin }, Some(Event::FirstPin { ticket, outcome: Err(Refusal::Failed) }))
            }
            Effect::Ask { ticket, by, ask } => {
                let refused = self.panel.send(panel::Job::Ask { ticket, by, ask }).err();
                return refused.map(|_| Event::Replied { ticket, reply: Err(Unanswered::Busy) });
            }
            Effect::LogLock { staff, why } => (Job::LogLock { staff, why }, None),
            Effect::Exit { by } => {
                self.leaving = true;
                (Job::LogExit { by }, None)
            }
            Effect::Permit { permission, by } => {
                // The log of the book has it by now.
                tracing::info!(permission = permission.id(), "staff allow an act");
                self.permitted = Some((permission, by));
                return None;
            }
        };
        self.worker.send(job).err().and(refusal)
    }
}
