//! The staff's side as a pure state machine beside the visitor's: the PIN pad, and the panel behind it.
//!
//! It has events and effects of its own; the runtime runs both machines and lets the pad open only while the visitor's
//! side stands on Welcome, or asks for one act. The panel is reached through [`Verdict::Right`] alone. A scan never
//! enters a PIN: it is an event of its own, which the pad drops.
//!
//! A tab of the panel has its page here (see [`page`]), its answers in `runtime/staff/panel/`, and its file in
//! `ui/staff/`; the [`Rules`] name the tabs that exist.

mod day_picker;
mod event;
pub mod health;
pub mod members;
mod pad;
pub mod page;
pub mod reports;
pub mod room;
pub mod saving;
pub mod settings;
mod state;
pub mod statistics;
pub mod system;
mod update;
pub mod visits;

pub use day_picker::{DayPicker, End, PickEvent};
pub use event::{Effect, Event, Locked, Refusal, Rules, Verdict};
pub use state::{Desk, Goal, Notice, Pad, Panel, Permission, Side, Tab};
pub use update::update;
