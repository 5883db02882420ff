//! The line that says what is kept and for how long (rule 16 of the walk).

use egui::{Rect, Ui, pos2, vec2};

use crate::i18n::Words;
use crate::ui::icons::fill;
use crate::ui::theme::{Tint, Type};
use crate::ui::view::View;
use crate::ui::widgets::{Text, icon};

/// "Nama Anda disimpan 12 bulan untuk buku pengunjung, lalu dihapus."
pub(super) fn notice(words: Words, keep_days: u32) -> String {
    words.with("notice-kept", &[("time", span(words, keep_days))])
}

/// Paints the notice as one line with its shield.
pub(super) fn show(ui: &Ui, view: &View<'_>, rect: Rect) {
    let text = notice(view.words, view.house.keep_days);
    let theme = &view.kit.theme;
    let square = Rect::from_center_size(pos2(rect.left() + 15.0, rect.center().y), vec2(28.0, 28.0));
    icon(ui.painter(), square, fill::SHIELD_CHECK, 28.0, Tint::Green.ink(theme));
    let room = Rect::from_min_max(pos2(square.right() + 12.0, rect.top()), rect.max);
    Text::new(&text, view.kit.font(Type::Caption), theme.palette.ink2).show(ui, room);
}

/// A year is twelve months, and what is not whole months is told in days.
fn span(words: Words, days: u32) -> String {
    let (one, many, n) = if days.is_multiple_of(365) {
        ("notice-month", "notice-months", days / 365 * 12)
    } else if days.is_multiple_of(30) {
        ("notice-month", "notice-months", days / 30)
    } else {
        ("notice-day", "notice-days", days)
    };
    if n == 1 { words.get(one) } else { words.with(many, &[("n", n.to_string())]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn tells_the_time_in_months_where_it_is_whole_months() {
        let id = Words::of(Lang::Id);
        let en = Words::of(Lang::En);
        assert_eq!(notice(id, 365), "Nama Anda disimpan 12 bulan untuk buku pengunjung, lalu dihapus.");
        assert_eq!(notice(en, 365), "Your name is kept for 12 months in the visitors' book, then erased.");
        for (days, indonesian, english) in [
            (30, "1 bulan", "1 month"),
            (90, "3 bulan", "3 months"),
            (730, "24 bulan", "24 months"),
            (1, "1 hari", "1 day"),
            (100, "100 hari", "100 days"),
        ] {
            assert_eq!(span(id, days), indonesian);
            assert_eq!(span(en, days), english);
        }
    }
}
