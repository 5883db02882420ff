//! What the staff's side shows.

use std::time::Duration;

use super::page::Pages;
use crate::domain::id_enum;
use crate::domain::pin::{Pin, WeakPin};
use crate::domain::staff::{Figures, Staff};

/// The whole state of the staff's side.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    /// What is shown.
    pub side: Side,
    /// Tries until the pad closes.
    pub tries_left: u8,
    /// Until when the pad is closed, on the program's monotonic clock.
    pub closed_until: Option<Duration>,
    pub(super) ticket: u64,
}

/// Which side of the kiosk is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Side {
    /// The visitor's; nothing of this machine is seen.
    Visitor,
    /// The PIN pad.
    Pad(Pad),
    /// The panel.
    Panel(Box<Panel>),
}

/// The PIN pad.
#[derive(Debug, Clone, PartialEq)]
pub struct Pad {
    /// What a right PIN leads to.
    pub goal: Goal,
    /// What was typed so far.
    pub figures: Figures,
    /// Six figures are being looked up.
    pub checking: Option<u64>,
    /// What is told below the dots; goes with the next figure.
    pub notice: Option<Notice>,
    pub(super) touched: Duration,
}

/// What the figures on the pad are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// A PIN that opens the panel.
    Panel,
    /// A PIN that allows one act and never opens the panel.
    Permission(Permission),
    /// The first administrator's new PIN, after the one-time code.
    NewPin,
    /// The new PIN once more.
    NewPinAgain(Pin),
}

/// What is told on the pad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// PIN salah.
    Wrong,
    /// The PIN could not be looked up or set: the book is faulty.
    Failed,
    /// The new PIN is one that everybody would try.
    Weak(WeakPin),
    /// Somebody else has the new PIN.
    Taken,
    /// The repetition is another PIN.
    Differs,
    /// There is an administrator by now, so that the code counts no more.
    NotFirst,
}

id_enum! {
    /// An act of a visitor that staff may allow with a PIN.
    Permission {
        /// The internet room without a card that is valid (rules 2 and 5 of the walk).
        Internet = "internet",
    }
}

id_enum! {
    /// A page of the panel.
    Tab {
        /// Statistik.
        Statistics = "statistics",
        /// Kunjungan.
        Visits = "visits",
        /// Ruang internet.
        Room = "room",
        /// Anggota.
        Members = "members",
        /// Laporan.
        Reports = "reports",
        /// Pengaturan.
        Settings = "settings",
        /// Kesehatan sistem.
        Health = "health",
    }
}

/// The open panel. Dropped whole when it locks, with every name in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Whose.
    pub staff: Staff,
    /// The page that is shown.
    pub tab: Tab,
    /// "Keluar dari kiosk?" stands over the page.
    pub exit_asked: bool,
    /// What the pages remember.
    pub pages: Pages,
    pub(super) touched: Duration,
}

/// No figure on the pad for so long: back to the visitor's side (rule 11 of the walk).
pub(super) const PAD_IDLE: Duration = Duration::from_secs(20);
/// Choosing a PIN takes a thought longer.
pub(super) const NEW_PIN_IDLE: Duration = Duration::from_mins(1);
/// The last part of the panel's time is counted down on the screen.
pub(super) const SHOWN: Duration = Duration::from_secs(20);

impl Default for Desk {
    fn default() -> Self {
        Self { side: Side::Visitor, tries_left: TRIES, closed_until: None, ticket: 0 }
    }
}

/// Tries of a pad that was never mistyped; the lock itself says how many there are.
const TRIES: u8 = 5;

impl Desk {
    /// Whether anything of the staff's side is shown.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.side != Side::Visitor
    }

    /// The name in traces and tests; `None` on the visitor's side.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        match &self.side {
            Side::Visitor => None,
            Side::Pad(pad) => Some(match pad.goal {
                Goal::Panel => "staff_pin",
                Goal::Permission(_) => "staff_permission",
                Goal::NewPin => "staff_new_pin",
                Goal::NewPinAgain(_) => "staff_new_pin_again",
            }),
            Side::Panel(panel) => Some(match panel.tab {
                Tab::Statistics => "staff_statistics",
                Tab::Visits => "staff_visits",
                Tab::Room => "staff_room",
                Tab::Members => "staff_members",
                Tab::Reports => "staff_reports",
                Tab::Settings => "staff_settings",
                Tab::Health => "staff_health",
            }),
        }
    }

    /// How long the pad stays closed.
    #[must_use]
    pub fn closed(&self, now: Duration) -> Option<Duration> {
        self.closed_until.map(|until| until.saturating_sub(now)).filter(|left| !left.is_zero())
    }

    /// Tries until the pad closes, told from the first wrong one on.
    #[must_use]
    pub fn warning(&self) -> Option<u8> {
        (self.tries_left < TRIES).then_some(self.tries_left)
    }

    pub(super) fn next_ticket(&mut self) -> u64 {
        self.ticket += 1;
        self.ticket
    }

    /// The next time at which [`super::Event::Tick`] changes something, or something shown counts down a second.
    #[must_use]
    pub fn next_deadline(&self, rules: &super::Rules, now: Duration) -> Option<Duration> {
        match &self.side {
            Side::Visitor => None,
            Side::Pad(pad) => {
                let second = self.closed(now).map(|left| now + to_next_second(left));
                [pad.idle_ends(), second].into_iter().flatten().min()
            }
            Side::Panel(panel) => {
                let ends = panel.locks_at(rules);
                let left = ends.saturating_sub(now);
                Some(if left > SHOWN { ends.saturating_sub(SHOWN) } else { now + to_next_second(left) })
            }
        }
    }
}

impl Pad {
    pub(super) fn new(goal: Goal, now: Duration) -> Self {
        Self { goal, figures: Figures::default(), checking: None, notice: None, touched: now }
    }

    /// When an untouched pad goes away; waiting for the book never counts as idle.
    pub(super) fn idle_ends(&self) -> Option<Duration> {
        let time = match self.goal {
            Goal::Panel | Goal::Permission(_) => PAD_IDLE,
            Goal::NewPin | Goal::NewPinAgain(_) => NEW_PIN_IDLE,
        };
        self.checking.is_none().then(|| self.touched + time)
    }
}

impl Panel {
    pub(super) fn locks_at(&self, rules: &super::Rules) -> Duration {
        self.touched + rules.panel_lock
    }

    /// The time until the panel locks itself, once it is short enough to be shown.
    #[must_use]
    pub fn counts_down(&self, rules: &super::Rules, now: Duration) -> Option<Duration> {
        Some(self.locks_at(rules).saturating_sub(now)).filter(|left| *left <= SHOWN)
    }
}

/// From a remaining time to when its seconds, rounded up, change.
fn to_next_second(left: Duration) -> Duration {
    let over = Duration::from_nanos(left.subsec_nanos().into());
    if over.is_zero() { left.min(Duration::from_secs(1)) } else { over }
}
