//! What the windows promise, driven through egui's test harness: no display needed.

mod gallery;
mod kit_touch;
