//! Every widget of the kiosk, painted by hand.

pub mod accordion;
pub mod button;
pub mod chip;
pub mod field;
pub mod paint;
pub mod pill;
pub mod purpose_tile;
pub mod text;
pub mod tile;
pub mod touch;
