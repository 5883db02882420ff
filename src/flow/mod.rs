//! The visitor's walk as a pure state machine: `update(state, event, moment) -> effects`.
//!
//! It knows neither window nor disk. Time comes in as a [`Moment`], answers come back as [`Event`]s, and what
//! is to be done goes out as [`Effect`]s, which only the runtime carries out. "Thank you" is reached through
//! [`Event::Recorded`] alone.

mod adopt;
mod card;
mod end;
mod entries;
mod event;
mod forms;
mod idle;
mod over;
mod record;
pub mod room;
mod rules;
pub mod staff;
mod state;
mod update;

pub use adopt::adopt;
pub use event::{Answer, Effect, Event, Moment};
pub use record::{PAUSE, TRIES};
pub use rules::Rules;
pub use state::{
    Badge, CardEntry, CardNotice, Dialog, Done, Field, GroupEntry, InternetTile, NameOnly, NonMemberEntry, NoteEntry,
    Purposes, Question, Reader, Recording, RecordingPhase, Repeated, Screen, State, Strip, Typed, UndoPhase,
};
pub use update::update;
