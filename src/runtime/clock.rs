//! Time and fresh ids: the system's own, or a test's.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::visit::VisitId;
use crate::flow::Moment;

/// Where the runtime takes the time from.
pub trait Clock: Send {
    /// Time since the start of the program; never turned back.
    fn mono(&self) -> Duration;
    /// The clock on the wall.
    fn utc(&self) -> DateTime<Utc>;
    /// An id that nobody has used: a UUIDv7.
    fn fresh(&self) -> VisitId;

    /// All of it at once.
    fn moment(&self) -> Moment {
        Moment { mono: self.mono(), utc: self.utc(), fresh: self.fresh() }
    }
}

/// The system's clock.
#[derive(Debug)]
pub struct SystemClock {
    start: Instant,
}

impl Default for SystemClock {
    fn default() -> Self {
        Self { start: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn mono(&self) -> Duration {
        self.start.elapsed()
    }

    fn utc(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn fresh(&self) -> VisitId {
        VisitId(Uuid::now_v7())
    }
}
