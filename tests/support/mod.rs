//! The harness of the window tests: a display of their own, the real binary in a real window, hands that type and
//! touch as a person does, and the book read back through the binary's own commands.
//!
//! It waits for what the kiosk says that it has painted (`BUKU_TRACE`), never for a time.

#![allow(dead_code, reason = "each test binary uses a part of the harness")]

pub mod assistant;
pub mod display;
pub mod hands;
pub mod kiosk;
pub mod library;
pub mod trace;
