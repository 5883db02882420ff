//! The windows: egui only. Sees the flow's state, returns events.

pub mod art;
pub mod fonts;
pub mod icons;
pub mod kit;
pub mod layout;
pub mod notice;
pub mod screens;
pub mod staff;
pub mod theme;
pub mod view;
pub mod widgets;
