//! The visitor's screens as a visitor meets them: painted, touched, and read by assistive software.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod calendar;
mod card_driven;
mod covered;
mod driven;
mod end_driven;
mod forms_driven;
mod forms_scenes;
mod forms_snapshots;
mod gallery;
mod kept;
mod kit_touch;
mod large;
mod layout;
mod motion;
mod painted;
mod pictures;
mod purposes_driven;
mod room_driven;
mod room_scenes;
mod room_ways;
mod scenes;
mod service_info;
mod staff_driven;
mod staff_layout;
mod staff_room;
mod staff_support;
mod staff_visits;
mod staff_visits_scenes;
mod support;
