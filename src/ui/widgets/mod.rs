//! Every widget of the kiosk, painted by hand: flat shapes, one hard shadow, nothing of egui's own look.
//!
//! # How they are used
//!
//! A screen is given a [`Ui`](egui::Ui), the [`Kit`](crate::ui::kit::Kit) and a
//! [`Canvas`](crate::ui::layout::Canvas), and places everything by coordinates in du, as the drawings do:
//! `canvas.rect(x, y, w, h)`. All words are passed in. Every widget takes `(ui, kit, rect, …)`:
//! `rect` is the face at rest, the shadow lies below it. The kit's type styles are `kit.font(Type::Body)`, or
//! `kit.sized(Type::Body, 26.0)` where a drawing asks for another size; both grow in large-text mode, and colours
//! are `kit.theme.palette`. `kit.theme.is_high_contrast()` tells the looks apart where the layout differs.
//!
//! What can be touched answers with a [`Touch`]; ask [`Touch::clicked`], never egui's `Response::clicked`. It acts on
//! release inside the shape (or up to 12 du beside it, whichever target is nearest), by Enter or Space when focused, and
//! by assistive software. After any act a second touch is ignored for 250 ms, unless Tab came between; keys act at typing
//! speed, and between a key and anything else only a touch on the same spot is ignored.
//! Within one screen no two targets may have the same role and name, since both make the target's id.
//!
//! # Text
//!
//! | call | what it is |
//! | --- | --- |
//! | `Text::new(text, font, color)` | one line, left, vertically centred; `.lines(n)` `.top()` `.centered()` `.right()` `.align(Align2)` |
//! | `.show(ui, rect) -> Response` | paints it and names it for assistive software; `.rect` is where it stands |
//! | `.paint(painter, rect) -> Rect` | paints it within something that has a name already |
//! | `.measure(painter, width) -> Vec2` | how much room it takes |
//! | [`paint_pair`]`(painter, rect, upper, lower, gap) -> [Rect; 2]` | two texts under each other, centred together |
//! | [`figures()`]`(painter, rect, number, font, color)` | a number that changes where it stands, its digits on equal advance |
//! | [`name_text`]`(ui, rect, text) -> Response` | names something painted by hand |
//!
//! A text wraps into at most `n` lines, then shrinks to no less than 22 du, and leaves no single word alone.
//!
//! # Targets
//!
//! | call | drawn at (du) |
//! | --- | --- |
//! | [`primary_button`]`(ui, kit, rect, text, Side, ready) -> Touch` | 104 high; 112 and more for the final thing; not `ready`: grey, and still acts |
//! | [`secondary_button`], [`danger_button`], [`amber_button`], [`night_button`]`(ui, kit, rect, text, Side) -> Touch` | 104 high; `button_width(painter, kit, text, Side)` |
//! | [`tile_column`], [`tile_row`], [`tile_secondary`]`(ui, kit, rect, &Tile) -> Touch` | 317 × 410, 984 × 182, 488 × 136 |
//! | [`purpose_tile_column`], [`purpose_tile_row`]`(ui, kit, rect, &PurposeTile) -> Touch` | 428 × 278, 730 × 180 |
//! | [`chip()`]`(ui, kit, rect, text, selected) -> Touch` | 88 high; [`chip_grid`]`(room, columns, count) -> Vec<Rect>` |
//! | [`question_answered`]`(ui, kit, rect, question, answer, change) -> Touch` | 742 × 100 |
//! | [`question_pending`]`(ui, kit, rect, question) -> Touch` | 742 × 100 |
//! | [`question_open`]`(ui, kit, rect, question, Icon) -> Rect` | returns the room for the chips; 122 du of frame around it |
//! | [`field()`]`(ui, kit, rect, &Field) -> Touch` | 112 high, 136 for numbers; touching it asks for the keys |
//! | [`keyboard()`]`(ui, kit, rect, &KeyboardWords, capital) -> Option<KeyPress>` | 1010 × 462; keeps page and Shift itself |
//! | [`keypad()`]`(ui, kit, rect, &KeypadWords) -> Option<KeyPress>` | 667 × 688 |
//! | [`seat()`]`(ui, kit, rect, &SeatTile) -> Option<Touch>` | 257 × 168; only a free one can be touched |
//! | [`seat_number`]`(ui, kit, rect, name) -> Touch` | 160 × 120 |
//! | [`check_row()`]`(ui, kit, rect, Icon, words, ticked) -> Touch` | 979 × 168; a check box |
//! | [`rating()`]`(ui, kit, rect, &Rated) -> Touch` | 165 × 236 |
//! | [`stepper()`]`(ui, kit, rect, &Stepper) -> Option<StepperPress>` | 742 × 184 |
//! | [`language_switch`]`(ui, kit, rect, Lang, &LanguageNames) -> Option<Lang>` | 180 × 88, [`language_rect`]`(right, top)` |
//! | [`contrast_switch`]`(ui, kit, rect, name) -> Touch` | 88 × 88, at least 150 wide while on |
//! | [`emblem_held`]`(ui, rect, Duration) -> bool` | the way to the staff panel; paints nothing |
//!
//! | [`calendar()`]`(ui, kit, words, rect, &Calendar) -> Option<CalendarPress>` | 520 × 552, staff; a day, or another month |
//! | [`staff_button()`]`(ui, kit, rect, text, Option<Icon>, StaffLook) -> Touch` | 64 high, staff; [`staff_button_width`] |
//! | [`segments`]`(ui, kit, rect, names, chosen) -> Option<usize>` | 64 high, staff; [`segments_width`] |
//!
//! # Bars, messages, dialogs
//!
//! | call | what it is |
//! | --- | --- |
//! | [`top_bar`]`(ui, kit, canvas, &TopBar) -> Option<Lang>` | 120 high; in portrait also [`steps_wide`]`(ui, kit, canvas, &Steps, keep_right)` |
//! | [`bottom_bar`]`(ui, kit, canvas, &BottomBar) -> Option<BottomPress>` | 144 high: Batal, Kembali, hint, onward |
//! | [`main_area`]`(canvas) -> Rect` | what the bars leave |
//! | [`strip()`]`(ui, kit, rect, Icon, Tint, text)` | a message for 6 s, about 100 high; read out |
//! | [`notice`]`(ui, kit, rect, Icon, Tint, title, text)` | what is wrong and what to do, 1044 × 178; read out |
//! | [`pill_at`]`(ui, kit, right, top, &Pill) -> Rect` | status of the visitor; [`pill()`] and [`pill_width`] for other places |
//! | [`countdown_ring`]`(ui, kit, rect, &Ring)` | 220 × 220, or 120 × 120 without a unit |
//! | [`dialog()`]`(ui, kit, canvas, &Dialog) -> Option<DialogAnswer>` | question and answers; call it after the screen is painted |
//! | [`modal`]`(ui, kit, canvas, name, size, \|ui, card\| …) -> Modal<R>` | a card that a screen fills itself, with [`dialog_button`] |
//!
//! # Shapes
//!
//! [`Face`] (rounded rectangle with outline and shadow), [`icon`], [`icon_box`], [`check_disc`], and in
//! [`art`](crate::ui::art): `emblem`, `batik`, `sunrise`, `sample_card`.

#![allow(
    clippy::must_use_candidate,
    reason = "a widget is called to be painted; what it returns may be of no interest"
)]

pub mod accordion;
pub mod bars;
pub mod button;
pub mod calendar;
pub mod check_row;
pub mod chip;
pub mod dialog;
pub mod field;
pub mod figures;
mod inert;
mod key;
pub mod keyboard;
pub mod keypad;
pub mod paint;
pub mod pill;
pub mod purpose_tile;
pub mod rating;
pub mod ring;
pub mod seat;
pub mod staff_button;
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
pub use self::button::{
    Side, amber_button, button_width, danger_button, night_button, primary_button, secondary_button,
};
pub use self::calendar::{CALENDAR, Calendar, CalendarPress, calendar};
pub use self::check_row::check_row;
pub use self::chip::chip;
pub use self::dialog::{
    Dialog, DialogAnswer, DialogButton, DialogKind, Modal, button_id, dialog, dialog_button, modal,
};
pub use self::field::{Field, field};
pub use self::figures::figures;
pub use self::inert::{below, inert};
pub use self::key::KeyPress;
pub use self::keyboard::{KeyboardWords, keyboard};
pub use self::keypad::{KeypadWords, keypad};
pub use self::paint::{Face, check_disc, icon, icon_box};
pub use self::pill::{Pill, pill, pill_at, pill_width};
pub use self::purpose_tile::{PurposeTile, purpose_tile_column, purpose_tile_row};
pub use self::rating::{Rated, rating};
pub use self::ring::{Ring, arc, countdown_ring};
pub use self::seat::{SeatLook, SeatTile, seat, seat_number};
pub use self::staff_button::{StaffLook, segments, segments_width, staff_button, staff_button_width};
pub use self::stepper::{Stepper, StepperPress, stepper};
pub use self::strip::{notice, strip};
pub use self::switches::{LanguageNames, contrast_switch, emblem_held, language_rect, language_switch};
pub use self::text::{Text, name_text, paint_pair};
pub use self::tile::{Tile, tile_column, tile_row, tile_secondary};
pub use self::touch::{Target, Touch, focus_ring};
