//! The visitor's screens as a visitor meets them: painted, touched, and read by assistive software.

mod covered;
mod driven;
mod forms_driven;
mod forms_scenes;
mod gallery;
mod kept;
mod kit_touch;
mod layout;
mod painted;
mod pictures;
mod purposes_driven;
mod scenes;
mod support;
