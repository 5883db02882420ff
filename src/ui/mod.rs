//! The windows: egui only. Sees the flow's state, returns events.

pub mod fonts;
pub mod icons;
pub mod layout;
pub mod theme;
