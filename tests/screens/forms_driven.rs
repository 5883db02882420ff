//! The forms, driven by the names and roles that a visitor sees or hears, in both languages: what is recorded is
//! what was touched.

use buku_pengunjung::domain::demographics::{AgeGroup, Demographics, Education, Occupation, Sex};
use buku_pengunjung::domain::form::FieldRule;
use buku_pengunjung::domain::visit::{NewVisit, Visitor};
use buku_pengunjung::flow::{Dialog, Effect, Event, Field, Question, Screen};
use buku_pengunjung::i18n::{Lang, Words};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::forms_scenes;
use crate::support::{Kiosk, SIZES, window};

pub type Window = Harness<'static, Kiosk>;

pub fn open(lang: Lang, set: impl FnOnce(&mut Kiosk)) -> Window {
    let mut kiosk = Kiosk::new().wearing(lang, false);
    set(&mut kiosk);
    window(kiosk, SIZES[0].1)
}

/// Touches the button of that name.
pub fn touch(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_steps(3);
}

/// Touches the button that has this word.
pub fn touch_word(window: &mut Window, key: &str) {
    let name = Words::of(window.state().state.lang).get(key);
    touch(window, &name);
}

/// Types on the on-screen keyboard.
pub fn type_on_keys(window: &mut Window, text: &str) {
    for c in text.chars() {
        match c {
            ' ' => touch_word(window, "key-space"),
            c => touch(window, &c.to_uppercase().to_string()),
        }
    }
}

pub fn touch_field(window: &mut Window, key: &str) {
    let name = Words::of(window.state().state.lang).get(key);
    window.get_by_role_and_label(Role::TextInput, &name).click();
    window.run_steps(3);
}

/// What stands in the field of that name.
pub fn value(window: &Window, key: &str) -> String {
    let name = Words::of(window.state().state.lang).get(key);
    window.get_by_role_and_label(Role::TextInput, &name).value().unwrap_or_default()
}

pub fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label(text).next().is_some()
}

/// The visit that the book was asked to write last.
pub fn written(window: &Window) -> NewVisit {
    let visit = window.state().effects.iter().rev().find_map(|e| match e {
        Effect::Record(visit) => Some(visit.as_ref().clone()),
        _ => None,
    });
    visit.expect("nothing is being written")
}

pub fn non_member(window: &Window) -> &buku_pengunjung::flow::NonMemberEntry {
    match &window.state().state.screen {
        Screen::NonMember(entry) => entry,
        other => panic!("{} instead of the form", other.name()),
    }
}

pub fn group(window: &Window) -> &buku_pengunjung::flow::GroupEntry {
    match &window.state().state.screen {
        Screen::Group(entry) => entry,
        other => panic!("{} instead of the form", other.name()),
    }
}

#[test]
fn a_visitor_without_a_card_is_recorded_as_touched() {
    let answers = [
        (Lang::Id, ["Perempuan", "Remaja, 13–17", "SMA / SMK", "Pelajar"], "Layanan anak"),
        (Lang::En, ["Female", "Teen, 13–17", "Senior high", "Pupil"], "Children's services"),
    ];
    for (lang, answers, purpose) in answers {
        let mut window = open(lang, |_| {});
        touch_word(&mut window, "tile-non-member");
        type_on_keys(&mut window, "Rara Wira'i");
        for answer in answers {
            touch(&mut window, answer);
        }
        touch_word(&mut window, "next");
        touch(&mut window, purpose);
        let visit = written(&window);
        let Visitor::NonMember { name, demographics, origin } = &visit.visitor else { panic!("no non-member") };
        assert_eq!(name.as_str(), "Rara Wira'i");
        let expected = Demographics {
            sex: Some(Sex::Female),
            age_group: Some(AgeGroup::Teen),
            education: Some(Education::Sma),
            occupation: Some(Occupation::Pupil),
        };
        assert_eq!((*demographics, origin.is_none()), (expected, true));
        assert_eq!(visit.purpose.as_str(), "children");
    }
}

#[test]
fn every_answer_of_every_question_can_be_touched() {
    for lang in [Lang::Id, Lang::En] {
        let mut window = open(lang, forms_scenes::start);
        for sex in Sex::ALL {
            answer(&mut window, Question::Sex, &format!("sex-{}", sex.id()));
            assert_eq!(non_member(&window).answers.sex, Some(*sex));
        }
        for age in AgeGroup::ALL {
            answer(&mut window, Question::AgeGroup, &format!("age-{}", age.id()));
            assert_eq!(non_member(&window).answers.age_group, Some(*age));
        }
        for education in Education::ALL {
            answer(&mut window, Question::Education, &format!("education-{}", education.id()));
            assert_eq!(non_member(&window).answers.education, Some(*education));
        }
        for occupation in Occupation::ALL {
            answer(&mut window, Question::Occupation, &format!("occupation-{}", occupation.id()));
            assert_eq!(non_member(&window).answers.occupation, Some(*occupation));
        }
    }
}

/// Opens the question, if another one is open, and touches the answer.
fn answer(window: &mut Window, question: Question, key: &str) {
    window.state_mut().send(Event::Open(question));
    window.run_steps(2);
    touch_word(window, key);
}

#[test]
fn an_answer_is_changed_and_a_waiting_question_is_opened_by_touching_it() {
    for (lang, change, progress, left) in [
        (Lang::Id, "Ubah Jenis kelamin", "2 dari 4", "Masih ada 2 pertanyaan"),
        (Lang::En, "Change Sex", "2 of 4", "2 questions left"),
    ] {
        let mut window = open(lang, forms_scenes::half);
        assert!(says(&window, progress) && says(&window, left));
        touch(&mut window, change);
        assert_eq!(non_member(&window).open, Some(Question::Sex));
        touch_word(&mut window, "sex-female");
        assert_eq!(non_member(&window).answers.sex, Some(Sex::Female));
        touch_word(&mut window, "question-occupation");
        assert_eq!(non_member(&window).open, Some(Question::Occupation));
        touch_word(&mut window, "occupation-lecturer");
        assert_eq!(non_member(&window).open, Some(Question::Education));
        let last = Words::of(lang).get("form-left-one");
        assert!(says(&window, &last));
    }
}

#[test]
fn a_child_is_a_pupil_unless_it_says_otherwise() {
    let mut window = open(Lang::Id, forms_scenes::start);
    touch(&mut window, "Laki-laki");
    touch(&mut window, "Anak, sampai 12");
    assert_eq!(non_member(&window).open, Some(Question::Education));
    assert_eq!(non_member(&window).answers.occupation, Some(Occupation::Pupil));
    touch(&mut window, "Ubah Pekerjaan");
    touch(&mut window, "Lainnya");
    assert_eq!(non_member(&window).answers.occupation, Some(Occupation::Other));
}

#[test]
fn the_grey_button_leads_to_what_is_missing_and_says_so() {
    let mut window = open(Lang::Id, forms_scenes::start);
    assert!(says(&window, "Nama belum diisi"));
    touch_word(&mut window, "next");
    assert!(says(&window, "Nama minimal 2 huruf."));
    type_on_keys(&mut window, "R");
    assert!(!says(&window, "Nama belum diisi") && says(&window, "Nama minimal 2 huruf."));
    type_on_keys(&mut window, "ara");
    assert!(!says(&window, "Nama minimal 2 huruf.") && says(&window, "Masih ada 4 pertanyaan"));
    touch(&mut window, "Pekerjaan");
    touch_word(&mut window, "next");
    assert_eq!(non_member(&window).open, Some(Question::Sex));
    assert_eq!(window.state().state.screen.name(), "non_member");
}

#[test]
fn the_limit_of_a_name_is_told_and_nothing_is_cut() {
    for (lang, limit) in [(Lang::Id, "Paling banyak 80 huruf."), (Lang::En, "At most 80 letters.")] {
        let mut window = open(lang, |k| {
            forms_scenes::start(k);
            k.type_text(&"Ab".repeat(40));
        });
        assert!(!says(&window, limit));
        touch(&mut window, "Q");
        assert!(says(&window, limit));
        assert_eq!(value(&window, "form-name"), "Ab".repeat(40));
        touch_word(&mut window, "key-delete");
        assert!(!says(&window, limit));
        assert_eq!(value(&window, "form-name").chars().count(), 79);
    }
}

#[test]
fn the_form_asks_what_the_library_asks_and_no_more() {
    let mut window = open(Lang::Id, |k| {
        k.rules.form.education = FieldRule::Hidden;
        k.rules.form.occupation = FieldRule::Optional;
        k.rules.form.origin = FieldRule::Required;
        forms_scenes::start(k);
    });
    assert!(says(&window, "0 dari 3") && says(&window, "Pekerjaan (boleh dilewati)"));
    assert!(!says(&window, "Pendidikan terakhir"));
    type_on_keys(&mut window, "Rara");
    touch(&mut window, "Perempuan");
    touch(&mut window, "Dewasa, 18–59");
    assert!(says(&window, "Asal belum diisi"));
    touch_word(&mut window, "next");
    assert_eq!(non_member(&window).focus, Field::Origin);
    type_on_keys(&mut window, "Genteng");
    touch_word(&mut window, "next");
    touch(&mut window, "Membaca di tempat");
    let Visitor::NonMember { demographics, origin, .. } = written(&window).visitor else { panic!("no non-member") };
    assert_eq!(origin.map(|o| o.as_str().to_owned()).as_deref(), Some("Genteng"));
    assert_eq!((demographics.education, demographics.occupation), (None, None));
}

#[test]
fn a_library_that_asks_nothing_gets_a_name() {
    let mut window = open(Lang::En, |k| {
        k.rules.form.sex = FieldRule::Hidden;
        k.rules.form.age_group = FieldRule::Hidden;
        k.rules.form.education = FieldRule::Hidden;
        k.rules.form.occupation = FieldRule::Hidden;
        forms_scenes::start(k);
    });
    assert!(!says(&window, "Touch one answer"));
    type_on_keys(&mut window, "Rara");
    touch_word(&mut window, "next");
    assert_eq!(window.state().state.screen.name(), "purpose");
}

#[test]
fn a_group_is_recorded_as_typed_and_counted() {
    for (lang, purpose, total) in [
        (Lang::Id, "Kunjungan atau wisata edukasi", "Jumlah seluruhnya 35 orang"),
        (Lang::En, "Educational visit or tour", "Total 35 people"),
    ] {
        let words = Words::of(lang);
        let mut window = open(lang, |_| {});
        touch_word(&mut window, "tile-group");
        type_on_keys(&mut window, "Endah Lestari");
        touch_field(&mut window, "group-institution");
        type_on_keys(&mut window, "Sd");
        touch(&mut window, "123");
        type_on_keys(&mut window, " 2");
        touch_number(&mut window, "sex-male");
        assert!(says(&window, &words.get("key-clear")), "the keypad instead of the keyboard");
        type_on_keys(&mut window, "16");
        touch_number(&mut window, "sex-female");
        type_on_keys(&mut window, "19");
        touch(&mut window, &words.with("group-less", &[("what", words.get("sex-female"))]));
        touch(&mut window, &words.with("group-more", &[("what", words.get("sex-male"))]));
        assert!(says(&window, total), "{total}");
        touch_word(&mut window, "next");
        touch(&mut window, purpose);
        let Visitor::Group(party) = written(&window).visitor else { panic!("no group") };
        assert_eq!((party.leader().as_str(), party.institution().as_str()), ("Endah Lestari", "Sd 2"));
        assert_eq!((party.male(), party.female()), (17, 18));
    }
}

pub fn touch_number(window: &mut Window, key: &str) {
    let name = Words::of(window.state().state.lang).get(key);
    window.get_by_role_and_label(Role::SpinButton, &name).click();
    window.run_steps(3);
}

#[test]
fn a_group_says_what_is_missing_and_what_is_too_much() {
    let mut window = open(Lang::Id, |k| {
        k.send(Event::Choose(buku_pengunjung::domain::visit::MembershipType::Group));
    });
    assert!(says(&window, "Ketua rombongan belum diisi"));
    type_on_keys(&mut window, "Endah");
    assert!(says(&window, "Asal instansi belum diisi"));
    touch_word(&mut window, "next");
    assert_eq!(group(&window).focus, Field::Institution);
    type_on_keys(&mut window, "Sanggar");
    assert!(says(&window, "Jumlah rombongan minimal 2 orang."));
    touch(&mut window, "Kurangi Laki-laki");
    assert_eq!(group(&window).male, 0);
    touch_number(&mut window, "sex-male");
    type_on_keys(&mut window, "501");
    assert_eq!(group(&window).male, 50, "the digit that is too much is refused");
    assert!(says(&window, "Jumlah rombongan paling banyak 500 orang."));
    touch_word(&mut window, "key-clear");
    type_on_keys(&mut window, "240");
    touch_word(&mut window, "next");
    assert_eq!(window.state().state.dialog, Some(Dialog::ConfirmPeople(240)));
}

#[test]
fn plus_repeats_while_it_is_held() {
    let mut window = open(Lang::Id, forms_scenes::group);
    let place = window.get_by_role_and_label(Role::Button, "Tambah Perempuan").rect().center();
    let button = |pressed| egui::Event::PointerButton {
        pos: place,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    window.event(egui::Event::PointerMoved(place));
    window.event(button(true));
    // Frames of 0.3 s: after the first one nothing is due yet, then every frame counts once.
    window.run_steps(2);
    assert_eq!(group(&window).female, 18);
    window.run_steps(4);
    assert_eq!(group(&window).female, 22);
    window.event(button(false));
    window.run_steps(2);
    assert_eq!(group(&window).female, 22, "letting go is not one more");
}

#[test]
fn what_is_kept_is_told_on_every_form() {
    for (lang, notice) in [
        (Lang::Id, "Nama Anda disimpan 12 bulan untuk buku pengunjung, lalu dihapus."),
        (Lang::En, "Your name is kept for 12 months in the visitors' book, then erased."),
    ] {
        for name in ["non-member", "group", "name-only", "note", "purpose"] {
            let scene = forms_scenes::FORMS.iter().find(|s| s.name == name).unwrap();
            for (size, pixels) in SIZES {
                let mut kiosk = Kiosk::new().wearing(lang, true);
                (scene.set)(&mut kiosk);
                let window = window(kiosk, pixels);
                assert!(says(&window, notice), "{name} {size}");
            }
        }
    }
}

#[test]
fn a_member_of_no_list_gives_a_name_alone() {
    for (lang, read) in [(Lang::Id, "KTA terbaca"), (Lang::En, "Card read")] {
        let mut window = open(lang, |k| {
            forms_scenes::name_only(k);
            k.state.lang = lang;
        });
        assert!(says(&window, read));
        type_on_keys(&mut window, "R");
        touch_word(&mut window, "next");
        let short = Words::of(lang).get("form-name-short");
        assert!(says(&window, &short));
        type_on_keys(&mut window, "ara");
        touch_word(&mut window, "next");
        let purpose = window.state().rules.purposes[0].clone();
        touch(&mut window, if lang == Lang::Id { &purpose.label_id } else { &purpose.label_en });
        let Visitor::Member { name, unverified, card, .. } = written(&window).visitor else { panic!("no member") };
        assert_eq!((name.as_str(), unverified, card.as_str()), ("Rara", true, crate::support::CARD));
    }
}
