//! Every path from Welcome to Welcome.

use buku_pengunjung::domain::internet::RefusedFor;
use buku_pengunjung::domain::lang::Lang;
use buku_pengunjung::domain::policy::ExpiredCard;
use buku_pengunjung::domain::visit::{Entry, MembershipType, Visitor};
use buku_pengunjung::flow::{Badge, Event, InternetTile, Screen, Strip};

use super::desk::{BLOCKED, Desk, EXPIRED, UNLISTED, WULAN, rules};

#[test]
fn a_member_needs_one_scan_and_one_tap() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).at("purpose");
    let Screen::Purpose(p) = &desk.state.screen else { panic!() };
    assert_eq!((p.greeting.as_str(), p.badge, &p.internet), ("Wulan", Badge::Active, &InternetTile::Open));
    desk.wait(12).purpose("read").at("done");
    let visit = &desk.visits[0];
    assert_eq!((visit.entry, visit.walk_millis, visit.clock_suspect), (Entry::Scanned, 12_000, false));
    assert_eq!(visit.local_date.to_string(), "2026-11-25");
    assert!(matches!(&visit.visitor, Visitor::Member { expired: false, unverified: false, .. }));
    desk.wait(9).at("done");
    desk.wait(1).at("welcome");
}

#[test]
fn a_typed_number_asks_who_before_it_says_anything() {
    let mut desk = Desk::lobby();
    desk.on(Event::Choose(MembershipType::Member)).type_text(EXPIRED).on(Event::Next).at("confirm_identity");
    assert_eq!(desk.state.screen, Screen::ConfirmIdentity { masked: "H.••• S•••".into() });
    desk.on(Event::Identity(false)).at("card_entry");
    assert!(!desk.state.has_entries(), "nothing of somebody else's number stays");
    desk.type_text(WULAN).on(Event::Next).on(Event::Identity(true)).at("purpose");
    desk.purpose("archive").at("done");
    assert_eq!(desk.visits[0].entry, Entry::Typed);
}

#[test]
fn spaces_around_a_scan_do_not_matter() {
    Desk::lobby().scan(&format!("  {WULAN} ")).at("purpose");
}

#[test]
fn an_expired_card_is_told_recorded_and_marked() {
    let mut desk = Desk::lobby();
    desk.scan(EXPIRED).at("card_expired");
    desk.on(Event::Next).at("purpose");
    let Screen::Purpose(p) = &desk.state.screen else { panic!() };
    assert_eq!(
        (p.greeting.as_str(), p.badge, &p.internet),
        ("Slamet", Badge::Expired, &InternetTile::Refused(RefusedFor::Expired))
    );
    desk.purpose("internet").at("internet_gate");
    desk.on(Event::Back).purpose("read").at("done");
    assert!(matches!(&desk.visits[0].visitor, Visitor::Member { expired: true, .. }));
}

#[test]
fn an_expired_card_may_use_the_internet_where_the_library_says_so() {
    let mut desk = Desk::new(buku_pengunjung::flow::Rules { expired_card: ExpiredCard::Warn, ..rules() });
    desk.scan(EXPIRED).on(Event::Next).purpose("internet").at("seat");
    desk.on(Event::Next).at("done");
    let mut desk = Desk::new(buku_pengunjung::flow::Rules { expired_card: ExpiredCard::Warn, ..rules() });
    desk.scan(BLOCKED).on(Event::Next).purpose("internet").at("internet_gate");
}

#[test]
fn a_blocked_card_is_sent_to_staff_without_a_reason_and_may_visit() {
    let mut desk = Desk::lobby();
    desk.scan(BLOCKED).at("card_blocked");
    desk.on(Event::CallStaff);
    assert_eq!(desk.dialog(), Some("call_staff"));
    desk.on(Event::Dialog(true)).on(Event::Next).purpose("read").at("done");
}

#[test]
fn an_unlisted_card_leads_on_in_three_ways() {
    let mut desk = Desk::lobby();
    desk.scan(UNLISTED).at("card_unknown");
    desk.on(Event::WithoutCard).at("non_member");
    desk.on(Event::Back).at("card_unknown");
    desk.on(Event::CorrectNumber).at("card_entry");
    desk.on(Event::Backspace).on(Event::Typed('8')).on(Event::Next).at("card_unknown");
    desk.on(Event::Typed('1')).at("card_entry");
    desk.on(Event::CallStaff);
    assert_eq!(desk.dialog(), Some("call_staff"));
    assert!(desk.visits.is_empty());
}

#[test]
fn without_a_membership_list_the_name_is_asked_and_the_card_is_kept() {
    let mut desk = Desk::lobby();
    desk.list_loaded = false;
    desk.scan("BWI-77/1").at("name_only");
    desk.on(Event::Next).at("name_only");
    desk.type_text("Sari Uji").on(Event::Next).at("purpose");
    desk.purpose("internet").on(Event::Next).at("done");
    let Visitor::Member { card, unverified, .. } = &desk.visits[0].visitor else { panic!() };
    assert_eq!((card.as_str(), unverified), ("BWI-77/1", &true));
}

#[test]
fn without_a_card_the_internet_asks_for_one_and_a_scan_brings_it() {
    let mut desk = Desk::lobby();
    fill_non_member(&mut desk);
    desk.purpose("internet").at("internet_gate");
    desk.on(Event::TypeNumber).at("card_entry");
    desk.scan(WULAN).at("purpose");
    desk.purpose("internet").on(Event::Next).at("done");
    assert_eq!(desk.visits.len(), 1);
    assert_eq!(desk.visits[0].visitor.membership_type(), MembershipType::Member);
}

#[test]
fn a_group_is_told_what_the_internet_needs_and_chooses_something_else() {
    let mut desk = Desk::lobby();
    fill_group(&mut desk, 3, 4);
    desk.purpose("internet").at("internet_gate");
    desk.on(Event::Back).purpose("education_visit").at("done");
    assert_eq!(desk.visits[0].visitor.headcount(), 7);
}

#[test]
fn other_asks_for_a_few_words_and_keeps_them() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).purpose("other").at("note");
    desk.on(Event::Next).at("note");
    desk.type_text("  Menjemput adik").on(Event::Next).at("done");
    assert_eq!(desk.visits[0].note.as_ref().unwrap().as_str(), "Menjemput adik");
}

#[test]
fn kembali_walks_the_same_way_back_and_keeps_what_was_entered() {
    let mut desk = Desk::lobby();
    fill_non_member(&mut desk);
    desk.purpose("other").type_text("rapat").on(Event::Back).at("purpose");
    desk.on(Event::Back).at("non_member");
    assert!(desk.state.has_entries());
    desk.on(Event::Next).at("purpose");
    desk.on(Event::Back).on(Event::Back).at("welcome");
    assert!(desk.home());
}

#[test]
fn batal_asks_only_when_something_would_be_lost() {
    let mut desk = Desk::lobby();
    desk.on(Event::Choose(MembershipType::Group)).on(Event::Cancel).at("welcome");
    desk.on(Event::Choose(MembershipType::Group)).type_text("E").on(Event::Cancel);
    assert_eq!(desk.dialog(), Some("cancel_entry"));
    desk.on(Event::Dialog(true)).at("group");
    desk.on(Event::Cancel).on(Event::Dialog(false)).at("welcome");
    assert!(desk.home());
    desk.scan(WULAN).on(Event::Cancel).at("welcome");
}

#[test]
fn batal_does_not_ask_about_a_number_that_the_reader_read() {
    let mut desk = Desk::lobby();
    desk.scan(UNLISTED).on(Event::Cancel).at("welcome");
    assert_eq!(desk.dialog(), None);
    desk.wait(4).scan(UNLISTED).on(Event::WithoutCard).on(Event::Back).on(Event::Cancel).at("welcome");
    assert_eq!(desk.dialog(), None);
    desk.wait(4).scan(UNLISTED).on(Event::WithoutCard).on(Event::Cancel).at("welcome");
    // Corrected by hand, it is the visitor's own.
    desk.wait(4).scan(UNLISTED).on(Event::CorrectNumber).on(Event::Backspace).on(Event::Cancel);
    assert_eq!(desk.dialog(), Some("cancel_entry"));
    desk.on(Event::Dialog(false)).at("welcome");
    desk.on(Event::Choose(MembershipType::Member)).type_text(UNLISTED).on(Event::Next).on(Event::Cancel);
    assert_eq!(desk.dialog(), Some("cancel_entry"));
}

#[test]
fn digits_choose_tiles() {
    let mut desk = Desk::lobby();
    desk.type_text("2").at("non_member");
    desk.on(Event::Back).type_text("3").at("group");
    desk.on(Event::Back).type_text("9x").at("welcome");
    desk.scan(WULAN).type_text("6").at("done");
    assert_eq!(desk.visits[0].purpose.as_str(), "archive");
}

#[test]
fn a_scan_over_a_filled_form_asks_first() {
    let mut desk = Desk::lobby();
    desk.on(Event::Choose(MembershipType::NonMember)).type_text("Bagus").scan(WULAN).at("non_member");
    assert_eq!(desk.dialog(), Some("use_card"));
    desk.on(Event::Dialog(false)).at("non_member");
    assert!(desk.state.has_entries());
    desk.wait(4).scan(WULAN).on(Event::Dialog(true)).at("purpose");
    assert!(!desk.state.has_entries());
}

#[test]
fn another_card_on_the_purpose_screen_is_the_next_visitor() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).wait(5).scan(WULAN).at("purpose");
    desk.scan(EXPIRED).at("card_expired");
    assert!(desk.visits.is_empty());
}

#[test]
fn three_unreadable_scans_offer_the_keypad() {
    let mut desk = Desk::lobby();
    desk.scan("?!").scan("?!");
    assert_eq!(desk.strip(), Some(Strip::Unreadable));
    desk.on(Event::Unreadable);
    assert_eq!(desk.strip(), Some(Strip::UnreadableOfferKeypad));
    desk.on(Event::TypeNumber).at("card_entry");
    assert_eq!(desk.state.strip, None);
}

#[test]
fn the_idle_warning_comes_and_then_every_letter_is_gone() {
    let mut desk = Desk::lobby();
    desk.on(Event::Choose(MembershipType::NonMember)).type_text("Bagus");
    desk.wait(44);
    assert_eq!(desk.state.idle_ends, None);
    desk.wait(1);
    assert!(desk.state.idle_ends.is_some());
    desk.on(Event::Typed('x'));
    assert_eq!(desk.state.idle_ends, None, "a touch is a sign of life");
    let Screen::NonMember(form) = &desk.state.screen else { panic!() };
    assert_eq!(form.name.as_str(), "Bagus", "and does nothing else");
    desk.wait(45 + 19).at("non_member");
    desk.wait(1).at("welcome");
    assert!(desk.home());
    assert!(!format!("{:?}", desk.state).contains("Bagus"));
}

#[test]
fn a_scan_during_the_warning_is_a_new_visitor() {
    let mut desk = Desk::lobby();
    desk.on(Event::Choose(MembershipType::NonMember)).type_text("Bagus").wait(50).scan(WULAN).at("purpose");
    assert_eq!(desk.state.idle_ends, None);
    assert!(!desk.state.has_entries());
}

#[test]
fn short_screens_warn_after_thirty_seconds_and_large_text_doubles_all() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).wait(29);
    assert_eq!(desk.state.idle_ends, None);
    desk.wait(1);
    assert!(desk.state.idle_ends.is_some());
    desk.on(Event::StayHere(false)).at("welcome");
    desk.wait(4).on(Event::ToggleAa).scan(WULAN).wait(59);
    assert_eq!(desk.state.idle_ends, None);
    desk.wait(1 + 39).at("purpose");
    desk.wait(1).at("welcome");
    assert!(!desk.state.aa, "large text belongs to the visitor who chose it");
}

#[test]
fn language_keeps_entries_and_returns_on_welcome() {
    let mut desk = Desk::lobby();
    desk.on(Event::Language(Lang::En)).on(Event::Choose(MembershipType::NonMember)).type_text("Bagus");
    desk.on(Event::Language(Lang::Id)).on(Event::Language(Lang::En));
    assert!(desk.state.has_entries());
    desk.on(Event::Cancel).on(Event::Dialog(false)).at("welcome");
    assert_eq!(desk.state.lang, Lang::Id);
    desk.on(Event::Language(Lang::En)).wait(45);
    assert_eq!(desk.state.lang, Lang::Id, "the next visitor reads Indonesian");
}

#[test]
fn a_turned_clock_marks_the_visit() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN);
    desk.utc += chrono::Duration::hours(3);
    desk.purpose("read");
    assert!(desk.visits[0].clock_suspect);
}

pub fn fill_non_member(desk: &mut Desk) {
    use buku_pengunjung::domain::demographics::{AgeGroup, Education, Occupation, Sex};
    use buku_pengunjung::flow::Answer;
    desk.on(Event::Choose(MembershipType::NonMember)).type_text("Bagus Uji");
    for answer in [
        Answer::Sex(Sex::Male),
        Answer::AgeGroup(AgeGroup::Adult),
        Answer::Education(Education::S1),
        Answer::Occupation(Occupation::Teacher),
    ] {
        desk.on(Event::Answer(answer));
    }
    desk.on(Event::Next).at("purpose");
}

pub fn fill_group(desk: &mut Desk, male: u32, female: u32) {
    use buku_pengunjung::flow::Field;
    desk.on(Event::Choose(MembershipType::Group)).type_text("Endah Uji");
    desk.on(Event::Focus(Field::Institution)).type_text("SDN 2 Uji");
    desk.on(Event::Focus(Field::Male)).type_text(&male.to_string());
    desk.on(Event::Focus(Field::Female)).type_text(&female.to_string());
    desk.on(Event::Next);
}
