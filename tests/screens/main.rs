//! The visitor's screens as a visitor meets them: painted, touched, and read by assistive software.

mod forms_driven;
mod forms_scenes;
mod gallery;
mod kit_touch;
mod pictures;
mod purposes_driven;
mod scenes;
mod staff_driven;
mod staff_support;
mod support;
