//! The free internet room (SOP steps 2 and 3): its computers and hours, sessions, the queue, and leaving it tidy.

mod ask;
mod closing;
mod hours;
mod leave;
mod queue;
mod room;
mod rules;
mod seat;
mod session;
mod staff;
mod wait;

pub use ask::{Ask, RefusedFor, Reply};
pub use closing::{closed_at, closing_after};
pub use hours::{OpenHours, WeekHours};
pub use leave::{
    CheckOut, Identified, Leaving, Left, MAX_WRONG_PROOFS, PROOF_CHARS, Rating, Tidy, TidyPoint, TidyReason,
};
pub use queue::{Queued, Ticket, TicketId, TicketState};
pub use room::{Proof, RepairReason, Room, SeatNow, SeatUse, Taken};
pub use rules::RoomRules;
pub use seat::{Seat, SeatGroup, SeatState, suggest};
pub use session::{ExitCode, NewSession, OpenSession, Place, Placed, Refusal, Seated, SessionEnd, SessionId};
pub use staff::{RoomNote, SessionPerson};
pub use wait::minutes_to_wait;
