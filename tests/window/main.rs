//! The real binary in a real window, worked by real key and pointer events; rows compared with what was tapped.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod assistive;
mod bad_input;
mod cards;
mod demonstration;
mod forms;
mod keyboard;
mod room;
mod settings;
mod sizes;
mod software;
mod staff;
mod staff_members;
mod staff_notices;
mod staff_random;
mod staff_reports;
mod staff_room;
mod staff_statistics;
mod staff_visits;
mod system_dialog;
mod ways_back;
