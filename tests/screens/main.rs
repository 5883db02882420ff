//! The visitor's screens as a visitor meets them: painted, touched, and read by assistive software.

mod pictures;
mod scenes;
mod support;
