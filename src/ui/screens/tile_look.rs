//! From a purpose of the configuration to the look of its tile.

use crate::domain::purpose::{Purpose, Tint as Named};
use crate::i18n::{Lang, Words};
use crate::ui::icons::{self, Icon};
use crate::ui::theme::Tint;

/// The purpose in the language shown.
pub(super) fn label(purpose: &Purpose, words: Words) -> &str {
    match words.lang() {
        Lang::Id => &purpose.label_id,
        Lang::En => &purpose.label_en,
    }
}

/// Its icon; three dots for a name that no icon has.
pub(super) fn picture(purpose: &Purpose) -> Icon {
    icons::fill(&purpose.icon).unwrap_or(icons::fill::DOTS_THREE_CIRCLE)
}

/// The colours of its icon box.
pub(super) const fn tint(purpose: &Purpose) -> Tint {
    match purpose.tint {
        Named::Blue => Tint::Blue,
        Named::Teal => Tint::Teal,
        Named::Amber => Tint::Amber,
        Named::Purple => Tint::Purple,
        Named::Grey => Tint::Grey,
    }
}
