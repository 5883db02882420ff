//! The visitor's walk as a pure state machine.
