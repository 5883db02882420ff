//! Settings that change while somebody stands before the kiosk.

use std::time::Duration;

use buku_pengunjung::domain::visit::VisitId;
use buku_pengunjung::flow::{Event, Moment, Rules, Screen, Strip, adopt};
use buku_pengunjung::i18n::Lang;
use uuid::Uuid;

use crate::desk::{Desk, WULAN, id, rules};

fn without(purpose: &str) -> Rules {
    let mut rules = rules();
    rules.purposes.iter_mut().find(|p| p.id == id(purpose)).unwrap().active = false;
    rules
}

impl Desk {
    fn adopt(&mut self, new: Rules) -> &mut Self {
        let now = Moment { mono: self.now, utc: self.utc, fresh: VisitId(Uuid::nil()) };
        adopt(&mut self.state, &self.rules, &new, now);
        self.rules = new;
        self
    }
}

#[test]
fn a_purpose_that_is_retired_while_a_visitor_looks_at_it_is_told() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).at("purpose");
    desk.adopt(without("read")).at("purpose");
    assert_eq!(desk.strip(), Some(Strip::PurposeGone));
    // A touch that was under way records nothing.
    desk.purpose("read").at("purpose");
    assert_eq!(desk.strip(), Some(Strip::PurposeGone));
    assert!(desk.visits.is_empty());
    desk.purpose("reference").at("done");
    assert_eq!(desk.visits.len(), 1);
}

#[test]
fn a_note_for_a_retired_purpose_leads_back_to_the_others() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).purpose("other").at("note");
    desk.type_text("Ikut kelas").adopt(without("read")).at("note");
    assert_eq!(desk.strip(), None, "another purpose is nothing to them");
    desk.adopt(without("other")).at("purpose");
    assert_eq!(desk.strip(), Some(Strip::PurposeGone));
    desk.on(Event::Next);
    assert!(desk.visits.is_empty());
}

#[test]
fn what_was_entered_outlives_new_rules_and_the_language_of_the_next_visit_follows() {
    let mut desk = Desk::lobby();
    desk.adopt(Rules { language: Lang::En, ..rules() });
    assert_eq!(desk.state.lang, Lang::En);
    desk.on(Event::Language(Lang::Id));
    desk.scan(WULAN).at("purpose");
    let before = desk.state.screen.clone();
    desk.adopt(Rules { language: Lang::En, thank_you: Duration::from_secs(3), ..rules() });
    assert_eq!((desk.state.lang, &desk.state.screen), (Lang::Id, &before));
    assert!(matches!(desk.state.screen, Screen::Purpose(_)));
    desk.purpose("read").at("done");
    desk.wait(4).at("welcome");
}
