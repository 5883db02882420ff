//! Large text and high contrast ("Aa"), beyond what the layout test sees.

use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::{Event, Strip};
use buku_pengunjung::i18n::{Lang, Words};
use egui_kittest::Harness;

use crate::painted::{Painted, Written};
use crate::support::{Kiosk, SIZES, window};

fn painted(harness: &Harness<'_, Kiosk>) -> Painted {
    Painted::of(&harness.output().shapes, harness.ctx.viewport_rect())
}

fn text<'a>(painted: &'a Painted, words: &str) -> &'a Written {
    painted.texts.iter().rev().find(|text| text.text == words).unwrap_or_else(|| panic!("{words:?} is not painted"))
}

#[test]
fn a_strip_on_welcome_covers_no_edge_of_the_banner() {
    for (size, pixels) in SIZES {
        for lang in [Lang::Id, Lang::En] {
            for (times, key) in [(1, "strip-unreadable"), (3, "strip-keypad")] {
                let mut kiosk = Kiosk::new().wearing(lang, true);
                (0..times).for_each(|_| kiosk.send(Event::Unreadable));
                assert!(matches!(kiosk.state.strip, Some((Strip::Unreadable | Strip::UnreadableOfferKeypad, _))));
                let harness = window(kiosk, pixels);
                let painted = painted(&harness);
                let words = Words::of(lang);
                let place = |key: &str| painted.below(text(&painted, &words.get(key))).unwrap().rect;
                let (strip, banner) = (place(key), place("welcome-scan"));
                assert!(!strip.intersects(banner), "{size} {lang:?} {key}: the strip {strip} on the banner {banner}");
            }
        }
    }
}

#[test]
fn what_is_missing_grows_with_everything_else() {
    for (size, pixels) in SIZES {
        let hint = |aa: bool| {
            let mut kiosk = Kiosk::new().wearing(Lang::Id, aa);
            kiosk.send(Event::Choose(MembershipType::NonMember));
            let harness = window(kiosk, pixels);
            text(&painted(&harness), &Words::of(Lang::Id).get("form-name-missing")).size
        };
        let (usual, large) = (hint(false), hint(true));
        assert!(large >= usual * 1.15, "{size}: {usual} du and {large} du");
    }
}
