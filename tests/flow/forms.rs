//! The forms: what they take, what they refuse, and what they say.

use buku_pengunjung::domain::demographics::{AgeGroup, Occupation, Sex};
use buku_pengunjung::domain::form::{FieldRule, NonMemberForm};
use buku_pengunjung::domain::name::TextError;
use buku_pengunjung::domain::visit::{MembershipType, Visitor};
use buku_pengunjung::flow::{Answer, Event, Field, GroupEntry, NonMemberEntry, Question, Rules, Screen};

use super::desk::{Desk, rules};
use super::journeys::{fill_group, fill_non_member};

fn non_member(desk: &Desk) -> &NonMemberEntry {
    match &desk.state.screen {
        Screen::NonMember(form) => form,
        other => panic!("{}", other.name()),
    }
}

fn group(desk: &Desk) -> &GroupEntry {
    match &desk.state.screen {
        Screen::Group(form) => form,
        other => panic!("{}", other.name()),
    }
}

#[test]
fn one_question_opens_after_the_other_and_a_child_is_a_pupil() {
    let mut desk = Desk::lobby();
    desk.on(Event::Choose(MembershipType::NonMember));
    assert_eq!((non_member(&desk).open, non_member(&desk).progress()), (Some(Question::Sex), (0, 4)));
    desk.on(Event::Answer(Answer::Sex(Sex::Female)));
    assert_eq!(non_member(&desk).open, Some(Question::AgeGroup));
    desk.on(Event::Answer(Answer::AgeGroup(AgeGroup::Child)));
    assert_eq!(non_member(&desk).open, Some(Question::Education));
    assert_eq!(non_member(&desk).answers.occupation, Some(Occupation::Pupil));
    assert_eq!(non_member(&desk).progress(), (3, 4));
    desk.on(Event::Open(Question::Sex));
    assert_eq!(non_member(&desk).open, Some(Question::Sex));
}

#[test]
fn lanjut_leads_to_what_is_missing() {
    let mut desk = Desk::lobby();
    desk.on(Event::Choose(MembershipType::NonMember)).type_text("B").on(Event::Next).at("non_member");
    assert_eq!(non_member(&desk).name_fault, Some(TextError::TooShort));
    desk.on(Event::Typed('o'));
    assert_eq!(non_member(&desk).name_fault, None);
    desk.on(Event::Answer(Answer::Sex(Sex::Male))).on(Event::Open(Question::Sex)).on(Event::Next);
    assert_eq!(non_member(&desk).open, Some(Question::AgeGroup));
}

#[test]
fn the_81st_letter_is_refused_and_told() {
    let mut desk = Desk::lobby();
    desk.on(Event::Choose(MembershipType::NonMember)).type_text(&"a".repeat(500));
    assert_eq!(non_member(&desk).name.chars().count(), 80);
    assert_eq!(non_member(&desk).name_fault, Some(TextError::TooLong));
    desk.on(Event::Backspace);
    assert_eq!(non_member(&desk).name_fault, None);
}

#[test]
fn any_name_is_stored_exactly() {
    for name in ["'); DROP TABLE visit;--", "Ni'mah-Sari Jr.", "🙂🙂 Uji", "فاطمة"] {
        let mut desk = Desk::lobby();
        fill_non_member(&mut desk);
        desk.on(Event::Back);
        for _ in 0..20 {
            desk.on(Event::Backspace);
        }
        desk.type_text(name).on(Event::Next).at("purpose");
        desk.purpose("read").at("done");
        assert_eq!(desk.visits[0].visitor.name().as_str(), name);
    }
}

#[test]
fn only_the_configured_questions_are_asked() {
    let form = NonMemberForm {
        sex: FieldRule::Required,
        age_group: FieldRule::Hidden,
        education: FieldRule::Optional,
        occupation: FieldRule::Hidden,
        origin: FieldRule::Required,
    };
    let mut desk = Desk::new(Rules { form, ..rules() });
    desk.on(Event::Choose(MembershipType::NonMember)).type_text("Bagus Uji");
    assert_eq!(non_member(&desk).progress(), (0, 2));
    desk.on(Event::Answer(Answer::Occupation(Occupation::Other)));
    assert_eq!(non_member(&desk).answers.occupation, None, "a hidden question takes no answer");
    desk.on(Event::Answer(Answer::Sex(Sex::Male))).on(Event::Next).at("non_member");
    assert_eq!(non_member(&desk).focus, Field::Origin);
    desk.type_text("Genteng").on(Event::Next).at("purpose");
    desk.purpose("read");
    let Visitor::NonMember { origin, .. } = &desk.visits[0].visitor else { panic!() };
    assert_eq!(origin.as_ref().unwrap().as_str(), "Genteng");
}

#[test]
fn a_group_counts_by_steps_and_by_figures() {
    let mut desk = Desk::lobby();
    desk.on(Event::Choose(MembershipType::Group));
    desk.on(Event::Step { sex: Sex::Male, up: false }).on(Event::Step { sex: Sex::Male, up: true });
    desk.on(Event::Focus(Field::Female)).type_text("501");
    assert_eq!((group(&desk).male, group(&desk).female), (1, 50), "501 is beyond the limit");
    assert_eq!(group(&desk).people_fault, Some(false));
    desk.on(Event::Backspace).on(Event::Backspace);
    assert_eq!(group(&desk).female, 0);
    desk.on(Event::Focus(Field::Male)).type_text("34");
    assert_eq!(group(&desk).male, 34, "the first digit replaces the number");
}

#[test]
fn a_group_has_limits_and_a_very_large_one_is_asked_again() {
    let mut desk = Desk::lobby();
    fill_group(&mut desk, 1, 0);
    assert_eq!(group(&desk).people_fault, Some(true));
    let mut desk = Desk::lobby();
    fill_group(&mut desk, 300, 300);
    assert_eq!(group(&desk).people_fault, Some(false));
    let mut desk = Desk::lobby();
    fill_group(&mut desk, 140, 100);
    assert_eq!(desk.dialog(), Some("confirm_people"));
    desk.on(Event::Dialog(false)).at("group");
    desk.on(Event::Next).on(Event::Dialog(true)).at("purpose");
    desk.purpose("read");
    assert_eq!(desk.visits[0].visitor.headcount(), 240);
}

#[test]
fn a_group_without_leader_or_institution_is_led_there() {
    let mut desk = Desk::lobby();
    desk.on(Event::Choose(MembershipType::Group)).on(Event::Next);
    assert_eq!(group(&desk).leader_fault, Some(TextError::TooShort));
    desk.type_text("Endah").on(Event::Next);
    assert_eq!((group(&desk).focus, group(&desk).institution_fault), (Field::Institution, Some(TextError::TooShort)));
}
