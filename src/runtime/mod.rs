//! The only place that knows all: runs the effects of the flow, clock, window, logging.

pub mod clock;
pub mod engine;
pub mod keyboard;
pub mod trace;
