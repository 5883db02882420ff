//! Every widget of the kiosk, painted by hand.

pub mod accordion;
pub mod bars;
pub mod button;
pub mod chip;
pub mod dialog;
pub mod field;
mod key;
pub mod keyboard;
pub mod keypad;
pub mod paint;
pub mod pill;
pub mod purpose_tile;
pub mod ring;
pub mod stepper;
pub mod strip;
pub mod switches;
pub mod text;
pub mod tile;
pub mod touch;

pub use self::accordion::{chip_grid, question_answered, question_open, question_pending};
pub use self::bars::{
    BottomBar, BottomPress, Onward, OnwardKind, Steps, TopBar, bottom_bar, main_area, steps_wide, top_bar,
};
pub use self::button::{Side, amber_button, button_width, danger_button, primary_button, secondary_button};
pub use self::chip::chip;
pub use self::dialog::{
    Dialog, DialogAnswer, DialogButton, DialogKind, Modal, button_id, dialog, dialog_button, modal,
};
pub use self::field::{Field, field};
pub use self::key::KeyPress;
pub use self::keyboard::{KeyboardWords, keyboard};
pub use self::keypad::{KeypadWords, keypad};
pub use self::paint::{Face, check_disc, icon, icon_box};
pub use self::pill::{Pill, pill, pill_at, pill_width};
pub use self::purpose_tile::{PurposeTile, purpose_tile_column, purpose_tile_row};
pub use self::ring::{Ring, countdown_ring};
pub use self::stepper::{Stepper, StepperPress, stepper};
pub use self::strip::{notice, strip};
pub use self::switches::{LanguageNames, contrast_switch, emblem_held, language_rect, language_switch};
pub use self::text::{Text, name_text, paint_pair};
pub use self::tile::{Tile, tile_column, tile_row, tile_secondary};
pub use self::touch::{Target, Touch, focus_ring};
