//! The purposes, the few words of "Lainnya", and the wait for the book, driven in both languages.

use std::time::Duration;

use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::{Effect, Event, RecordingPhase, Screen};
use buku_pengunjung::i18n::{Lang, Words};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::forms_driven::{Window, open, says, touch, touch_word, type_on_keys, value, written};
use crate::forms_scenes;
use crate::support::{Kiosk, SIZES, expired_member, member, window};

fn label(window: &Window, index: usize) -> String {
    let purpose = &window.state().rules.purposes[index];
    match window.state().state.lang {
        Lang::Id => purpose.label_id.clone(),
        Lang::En => purpose.label_en.clone(),
    }
}

fn member_in(lang: Lang) -> Window {
    open(lang, |k| {
        k.scan(member());
        k.state.lang = lang;
    })
}

#[test]
fn one_touch_on_any_tile_asks_the_book_to_write_it() {
    for lang in [Lang::Id, Lang::En] {
        for index in 0..7 {
            let mut window = member_in(lang);
            if window.state().rules.internet.as_ref() == Some(&window.state().rules.purposes[index].id) {
                // It leads to a computer first (rule 1 of the walk).
                continue;
            }
            let name = label(&window, index);
            touch(&mut window, &name);
            assert_eq!(written(&window).purpose, window.state().rules.purposes[index].id);
            let writes = window.state().effects.iter().filter(|e| matches!(e, Effect::Record(_))).count();
            assert_eq!(writes, 1, "{name}");
        }
    }
}

/// What brings a visitor to the purposes, and the words that they must read there.
type Case = (fn(&mut Kiosk), [&'static str; 4]);

#[test]
fn the_visitor_is_greeted_and_told_the_standing() {
    let told = |lang, set: fn(&mut Kiosk)| {
        open(lang, |k| {
            set(k);
            k.state.lang = lang;
        })
    };
    let group = |k: &mut Kiosk| {
        (forms_scenes::FORMS.iter().find(|s| s.name == "purpose-group").unwrap().set)(k);
    };
    let expired = |k: &mut Kiosk| {
        k.scan(expired_member());
        k.send(Event::Next);
    };
    let stranger = |k: &mut Kiosk| {
        forms_scenes::full(k);
        k.send(Event::Next);
    };
    let cases: [Case; 4] = [
        (|k| k.scan(member()), ["Halo, Wulan!", "Anggota aktif", "Hello, Wulan!", "Active member"]),
        (expired, ["Halo, Wulan!", "KTA habis masa berlaku", "Hello, Wulan!", "KTA expired"]),
        (stranger, ["Halo, Bagus!", "Non Anggota", "Hello, Bagus!", "Non-member"]),
        (group, ["Halo, rombongan SDN 2 Penganjuran!", "Rombongan", "Hello, SDN 2 Penganjuran group!", "Group"]),
    ];
    for (set, words) in cases {
        let indonesian = told(Lang::Id, set);
        assert!(says(&indonesian, words[0]) && says(&indonesian, words[1]), "{words:?}");
        assert!(says(&indonesian, "Apa keperluan Anda hari ini? Sentuh satu pilihan."));
        let english = told(Lang::En, set);
        assert!(says(&english, words[2]) && says(&english, words[3]), "{words:?}");
    }
}

#[test]
fn the_internet_tile_explains_itself_without_a_valid_card() {
    let mut window = open(Lang::Id, |k| {
        forms_scenes::full(k);
        k.send(Event::Next);
    });
    touch(&mut window, "Layanan internet gratis");
    assert_eq!(window.state().state.screen.name(), "internet_gate");
    assert!(says(&window, "Layanan internet perlu KTA yang masih berlaku."));
    assert!(says(&window, "KTA dapat dibuat di meja layanan."), "how to get a card, as configured");
    let mut window = open(Lang::En, |k| {
        (forms_scenes::FORMS.iter().find(|s| s.name == "purpose-group").unwrap().set)(k);
        k.state.lang = Lang::En;
    });
    touch(&mut window, "Free internet");
    assert_eq!(window.state().state.screen.name(), "internet_gate");
    assert!(says(&window, "Free internet needs a valid KTA.") && says(&window, "Please ask staff."));
}

#[test]
fn a_tile_for_members_only_is_not_shown_to_others() {
    let window = open(Lang::Id, |k| {
        k.rules.purposes[5].audience = vec![MembershipType::Member];
        k.rules.purposes[6].active = false;
        forms_scenes::full(k);
        k.send(Event::Next);
    });
    assert!(window.query_by_role_and_label(Role::Button, "Layanan anak").is_some());
    assert!(window.query_by_role_and_label(Role::Button, "Layanan arsip").is_none());
    assert!(window.query_by_role_and_label(Role::Button, "Kunjungan atau wisata edukasi").is_none());
}

#[test]
fn more_purposes_than_fit_are_reached_by_turning_pages() {
    let mut window = open(Lang::Id, |k| forms_scenes::purposes(k, 13));
    assert!(says(&window, "Lainnya") && !says(&window, "Layanan arsip 12"));
    touch(&mut window, "Naik");
    assert!(says(&window, "Lainnya"), "there is no page before the first");
    touch(&mut window, "Turun");
    assert!(!says(&window, "Lainnya") && says(&window, "Referensi atau penelitian 11"));
    touch(&mut window, "Naik");
    assert!(says(&window, "Lainnya"));
    touch(&mut window, "Turun");
    touch(&mut window, "Layanan anak 12");
    assert_eq!(written(&window).purpose, window.state().rules.purposes[12].id);
    let chosen = window.get_by_role_and_label(Role::Button, "Layanan anak 12");
    assert!(chosen.rect().is_positive(), "the chosen tile stays in sight");
    // The next visitor begins on the first page.
    window.state_mut().record();
    window.run_steps(2);
    window.state_mut().send(Event::Finish);
    window.run_steps(2);
    window.state_mut().now += Duration::from_mins(10);
    window.state_mut().scan(member());
    window.run_steps(3);
    assert!(says(&window, "Lainnya") && !says(&window, "Layanan anak 12"));
}

#[test]
fn large_text_shows_one_column_with_pages_on_narrow_screens() {
    for (size, pixels) in [SIZES[2], SIZES[3]] {
        let mut kiosk = Kiosk::new().wearing(Lang::Id, true);
        kiosk.scan(member());
        let mut window = window(kiosk, pixels);
        assert!(!says(&window, "Lainnya"), "{size}");
        touch(&mut window, "Turun");
        assert!(says(&window, "Lainnya"), "{size}");
        let down = window.get_by_role_and_label(Role::Button, "Turun").rect();
        assert!(down.width() > 111.9 && down.height() > 111.9, "{size}: {down}");
    }
}

#[test]
fn a_few_words_are_stored_as_typed() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::of(lang);
        let mut window = member_in(lang);
        let other = label(&window, 7);
        touch(&mut window, &other);
        assert!(says(&window, &words.get("note-title")) && says(&window, &words.get("note-missing")));
        touch_word(&mut window, "save");
        assert_eq!(window.state().state.screen.name(), "note", "nothing is saved without words");
        type_on_keys(&mut window, "Rapat kecil");
        assert_eq!(value(&window, "note-field"), "Rapat kecil");
        touch_word(&mut window, "save");
        assert_eq!(written(&window).note.map(|n| n.as_str().to_owned()).as_deref(), Some("Rapat kecil"));
    }
}

#[test]
fn while_the_book_writes_nothing_can_be_touched() {
    for lang in [Lang::Id, Lang::En] {
        let mut window = member_in(lang);
        let (first, second) = (label(&window, 1), label(&window, 3));
        touch(&mut window, &first);
        let before = (window.state().state.clone(), window.state().events.len());
        for name in [second, first, Words::of(lang).get("back"), Words::of(lang).get("cancel")] {
            touch(&mut window, &name);
            window.get_by_role_and_label(Role::Button, &name).click_accesskit();
            window.run_steps(2);
        }
        assert_eq!((window.state().state.clone(), window.state().events.len()), before);
    }
}

#[test]
fn a_slow_book_gets_a_quiet_word_and_a_failing_one_a_plain_one() {
    for (lang, quiet, again) in [
        (Lang::Id, "Menyimpan…", "Belum tersimpan. Kami coba lagi…"),
        (Lang::En, "Saving…", "Not saved yet. Trying again…"),
    ] {
        let mut window = member_in(lang);
        let name = label(&window, 0);
        touch(&mut window, &name);
        assert!(!says(&window, quiet));
        window.state_mut().now += Duration::from_millis(299);
        window.run_steps(1);
        assert!(!says(&window, quiet));
        window.state_mut().now += Duration::from_millis(1);
        window.run_steps(1);
        assert!(says(&window, quiet));
        forms_scenes::fail(window.state_mut());
        window.run_steps(1);
        assert!(says(&window, again) && !says(&window, quiet));
    }
}

fn failed_in(lang: Lang) -> Window {
    open(lang, |k| {
        forms_scenes::failed(k);
        k.state.lang = lang;
    })
}

#[test]
fn after_three_failures_the_visitor_may_try_again_with_the_same_visit() {
    for lang in [Lang::Id, Lang::En] {
        let mut window = failed_in(lang);
        let id = written(&window).id;
        let writes = window.state().effects.len();
        assert!(says(&window, &Words::of(lang).get("recording-failed")));
        touch_word(&mut window, "retry");
        assert_eq!((written(&window).id, window.state().effects.len()), (id, writes + 1));
        assert!(matches!(
            &window.state().state.screen,
            Screen::Recording(r) if matches!(r.phase, RecordingPhase::Writing(_))
        ));
    }
}

#[test]
fn after_three_failures_the_visitor_may_call_staff_go_back_or_leave() {
    for lang in [Lang::Id, Lang::En] {
        let mut window = failed_in(lang);
        touch_word(&mut window, "call-staff");
        assert_eq!(window.state().state.dialog, Some(buku_pengunjung::flow::Dialog::CallStaff));
        let mut window = failed_in(lang);
        touch_word(&mut window, "back");
        assert_eq!(window.state().state.screen.name(), "purpose");
        let mut window = failed_in(lang);
        touch_word(&mut window, "cancel");
        assert_eq!(window.state().state.screen.name(), "welcome");
    }
}

#[test]
fn tab_and_enter_alone_answer_the_questions_and_go_on() {
    let mut window = open(Lang::Id, |k| {
        forms_scenes::start(k);
        k.type_text("Rara");
    });
    let chip = |window: &Window, name: &str| window.get_by_role_and_label(Role::Button, name).is_focused();
    for _ in 0..12 {
        if chip(&window, "Laki-laki") {
            break;
        }
        window.key_press(Key::Tab);
        window.run_steps(2);
    }
    assert!(chip(&window, "Laki-laki"), "Tab reaches the first answer");
    window.key_press(Key::Tab);
    window.run_steps(2);
    assert!(chip(&window, "Perempuan"));
    for next in ["Anak, sampai 12", "Belum sekolah", "Lanjut"] {
        window.key_press(Key::Enter);
        window.run_steps(3);
        assert!(chip(&window, next), "the focus goes on to {next}");
    }
    window.key_press(Key::Enter);
    window.run_steps(3);
    assert_eq!(window.state().state.screen.name(), "purpose");
}
