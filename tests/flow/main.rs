//! The visitor's walk without a window: journeys, faults, and a million random events.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod desk;
mod forms;
mod journeys;
mod leaving;
mod pages;
mod random;
mod recording;
mod repeat;
mod room;
mod room_book;
mod staff;
mod staff_visits;
