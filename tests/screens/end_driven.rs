//! The end of the walk, and giving up before it, driven by role and name in both languages.

use std::time::Duration;

use buku_pengunjung::domain::policy::RepeatRule;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::flow::{Event, Screen, UndoPhase};
use buku_pengunjung::i18n::Lang;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use crate::covered::press_at;
use crate::driven::{press, says, screen, shown};
use crate::scenes::{done, idle, repeated, typed, visit};

use crate::card_driven::number;

#[test]
fn a_repeated_card_may_be_recorded_again_only_where_the_rule_says_so() {
    let hour = Duration::from_hours(1);
    let mut harness = shown(Lang::Id, |k| repeated(k, RepeatRule::Within(hour)));
    assert!(says(&harness, "Sudah tercatat pukul 09.12"));
    assert!(harness.query_by_label("Catat lagi").is_none());
    press(&mut harness, "Selesai");
    assert_eq!(screen(&harness), "welcome");

    let mut harness = shown(Lang::En, |k| repeated(k, RepeatRule::Every(hour)));
    assert!(says(&harness, "Already recorded at 09:12"));
    press(&mut harness, "Record again");
    assert_eq!(screen(&harness), "purpose");
}

#[test]
fn done_says_what_was_recorded_and_for_how_long_it_stays() {
    let mut harness = shown(Lang::Id, done);
    for text in [
        "Terima kasih, Wulan!",
        "Kunjungan Anda tercatat.",
        "Waktu masuk",
        "09.42",
        "Keperluan",
        "Membaca di tempat",
        "Selamat menikmati layanan kami.",
        "Layar tertutup sendiri dalam 10 detik.",
    ] {
        assert!(says(&harness, text), "{text}");
    }
    harness.state_mut().now += Duration::from_millis(2500);
    harness.run_steps(2);
    assert!(says(&harness, "Layar tertutup sendiri dalam 8 detik."));
    press(&mut harness, "Selesai");
    assert_eq!(screen(&harness), "welcome");

    let english = shown(Lang::En, done);
    assert!(says(&english, "Thank you, Wulan!") && says(&english, "Read here") && says(&english, "09:42"));
}

#[test]
fn a_group_is_thanked_by_its_institution() {
    let harness = shown(Lang::Id, |k| {
        crate::scenes::group(k);
        k.send(Event::Purpose(PurposeId::new("read").unwrap()));
        k.record();
    });
    assert!(says(&harness, "Terima kasih, SDN 2 Penganjuran!"));
}

#[test]
fn a_visit_is_undone_after_one_question() {
    let mut harness = shown(Lang::Id, done);
    press(&mut harness, "Salah? Batalkan");
    assert!(says(&harness, "Batalkan kunjungan ini?"));
    press(&mut harness, "Ya, batalkan");
    assert!(matches!(&harness.state().state.screen, Screen::Done(d) if d.undo == UndoPhase::Voiding));
    let rest = harness.get_by_role_and_label(Role::Button, "Membatalkan…").rect().center();
    let before = harness.state().events.len();
    press_at(&mut harness, rest);
    assert_eq!(harness.state().events.len(), before, "the buttons rest while the book is busy");
    let id = visit(harness.state());
    harness.state_mut().send(Event::Voided(id));
    harness.run_steps(2);
    assert_eq!(screen(&harness), "welcome");
    assert!(says(&harness, "Kunjungan dibatalkan."));
}

#[test]
fn a_visit_that_cannot_be_undone_sends_to_the_desk() {
    let mut harness = shown(Lang::Id, |k| {
        done(k);
        k.send(Event::Undo);
        k.send(Event::Dialog(true));
    });
    let id = visit(harness.state());
    harness.state_mut().send(Event::VoidFailed(id));
    harness.run_steps(2);
    assert!(says(&harness, "Belum bisa dibatalkan. Silakan datang ke meja layanan."));
    assert!(harness.query_by_label("Salah? Batalkan").is_none());
    press(&mut harness, "Selesai");
    assert_eq!(screen(&harness), "welcome");
}

#[test]
fn the_idle_warning_counts_down_and_starts_over_on_demand() {
    for (lang, title, left, over) in [
        (Lang::Id, "Masih di sana?", "15 detik", "Mulai dari awal"),
        (Lang::En, "Are you still there?", "15 seconds", "Start over"),
    ] {
        let mut harness = shown(lang, |k| {
            typed(k, "0024");
            idle(k);
        });
        assert!(says(&harness, title) && says(&harness, left), "{title}");
        press(&mut harness, over);
        assert_eq!(screen(&harness), "welcome");
    }
}

#[test]
fn cancelling_an_entry_asks_first_and_keeping_it_keeps_it() {
    let mut harness = shown(Lang::Id, |k| typed(k, "0024"));
    press(&mut harness, "Batal");
    assert!(says(&harness, "Batalkan pengisian?") && says(&harness, "Isian Anda akan dihapus."));
    press(&mut harness, "Lanjutkan mengisi");
    assert_eq!((screen(&harness), number(&harness)), ("card_entry", "0024"));
    press(&mut harness, "Batal");
    press(&mut harness, "Ya, batalkan");
    assert_eq!(screen(&harness), "welcome");
    press(&mut harness, "Anggota");
    press(&mut harness, "Batal");
    assert_eq!(screen(&harness), "welcome", "nothing entered, nothing asked");
}

#[test]
fn escape_takes_a_question_back() {
    let mut harness = shown(Lang::Id, |k| {
        typed(k, "0024");
        k.send(Event::Cancel);
    });
    harness.key_press(egui::Key::Escape);
    harness.run_steps(2);
    assert!(harness.state().state.dialog.is_none());
    assert_eq!(screen(&harness), "card_entry");
}
