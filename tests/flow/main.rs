//! The visitor's walk without a window: journeys, faults, and a million random events.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod adopting;
mod desk;
mod export;
mod forms;
mod journeys;
mod leaving;
mod members;
mod opening_hours;
mod pages;
mod random;
mod recording;
mod repeat;
mod reports;
mod room;
mod room_book;
mod settings;
mod staff;
mod staff_visits;
mod statistics;
mod system;
