//! What lies behind every screen, over the whole window.

use egui::Color32;

use crate::flow::{Screen, State};
use crate::ui::theme::Theme;

/// The colour that the window is cleared to before the screen is painted; what the canvas leaves of it keeps this colour.
///
/// It is not painted as a shape: a software renderer spends milliseconds on one that covers the window, and next to
/// nothing on clearing.
#[must_use]
pub fn ground(state: &State, theme: &Theme) -> Color32 {
    if matches!(state.screen, Screen::Done(_)) { theme.palette.night } else { theme.palette.bg }
}
