//! Every widget of the kiosk, painted by hand.

pub mod paint;
pub mod text;
pub mod touch;
pub mod accordion;
pub mod button;
pub mod chip;
pub mod field;
pub mod pill;
pub mod purpose_tile;
pub mod tile;
