//! Kesehatan sistem, driven by role and name: clock, troubles, and the audit log.

use buku_pengunjung::domain::audit::Act;
use buku_pengunjung::flow::staff::health::{Area, Ask, Checked, Found, LogLine, Reply, Trouble, Who};
use buku_pengunjung::flow::staff::page::{Ask as AnyAsk, PageEvent, Reply as AnyReply, Unanswered};
use buku_pengunjung::flow::staff::settings::Ask as SettingsAsk;
use buku_pengunjung::flow::staff::{Effect, Event, Tab, health};
use buku_pengunjung::i18n::{Lang, Words};
use chrono::{DateTime, Utc};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::staff_support::{Office, Window, window};
use crate::support::SIZES;

/// 13.00 on Wednesday, 25 November 2026, in Banyuwangi.
fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_586_400 + 60 * minutes, 0).unwrap()
}

fn answer(office: &mut Office, reply: impl Fn(Ask) -> Reply) {
    for effect in std::mem::take(&mut office.effects) {
        match effect {
            Effect::Ask { ticket, ask: AnyAsk::Health(ask), .. } => {
                let reply = Ok(AnyReply::Health(reply(ask)));
                office.send(Event::Replied { ticket, reply });
            }
            other => office.effects.push(other),
        }
    }
}

fn line(n: u64) -> LogLine {
    let acts = [
        ("panel_opened", Who::Staff("Sri Uji".into()), None, vec![], ""),
        ("staff_added", Who::Console, Some("Budi Uji"), vec![], "librarian"),
        ("settings_changed", Who::Staff("Sri Uji".into()), None, vec!["kiosk.thank_you_seconds", "purposes"], ""),
        ("pin_locked", Who::Kiosk, None, vec![], "minutes_15"),
        ("something_new", Who::Kiosk, None, vec![], ""),
    ];
    let (act, who, whom, fields, reason) = acts[usize::try_from(n).unwrap() % acts.len()].clone();
    let fields = fields.into_iter().map(str::to_owned).collect();
    let (whom, reason) = (whom.map(str::to_owned), reason.to_owned());
    LogLine { n, at: at(-i64::try_from(n).unwrap()), who, act: act.to_owned(), whom, fields, reason }
}

fn reply(ask: Ask) -> Reply {
    match ask {
        Ask::Verify => Reply::Verified(Checked { at: at(0), failed: vec![] }),
        Ask::Look | Ask::TryWriting => Reply::Found(Found {
            at: at(if ask == Ask::Look { 2 } else { 3 }),
            written: (ask == Ask::TryWriting).then_some(true),
            free: Some(118_400_000_000),
            schema: 6,
            checked: Some(Checked { at: at(-60), failed: vec![] }),
            ahead: Some(at(600)),
            troubles: vec![
                Trouble { at: at(-3), error: true, area: Area::Upkeep },
                Trouble { at: at(-90), error: false, area: Area::Visits },
            ],
        }),
        Ask::Log(before) => {
            let first = before.map_or(25, |n| n - 1);
            let lines: Vec<LogLine> = (1..=first).rev().take(10).map(line).collect();
            let older = lines.last().is_some_and(|line| line.n > 1);
            Reply::Log(lines, older)
        }
    }
}

pub fn found() -> Office {
    let mut office = Office::new(Lang::Id).in_tab(Tab::Health);
    answer(&mut office, reply);
    office
}

pub fn log() -> Office {
    let mut office = found();
    office.send(Event::Page(PageEvent::Health(health::Event::OpenLog)));
    answer(&mut office, reply);
    office
}

fn press(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_steps(3);
    answer(window.state_mut(), reply);
    window.run_steps(2);
}

#[test]
fn every_row_tells_its_state_and_last_check_and_has_a_button() {
    let mut window = window(found(), SIZES[0].1);
    let says = |window: &Window, text: &str| assert!(window.query_by_label(text).is_some(), "{text}");
    for text in [
        "31.208 pencatatan, 42 MB · diperiksa pukul 13.02",
        "118,4 GB masih kosong · diperiksa pukul 13.02",
        "Terhubung · diperiksa pukul 13.47",
        "0.1.0 · bentuk buku 6 · diperiksa pukul 13.02",
    ] {
        says(&window, text);
    }
    press(&mut window, "Coba tulis");
    says(&window, "31.208 pencatatan, 42 MB · bisa ditulis · diperiksa pukul 13.03");
    for button in ["Ukur lagi", "Periksa jam", "Periksa versi"] {
        window.get_by_role_and_label(Role::Button, button).click();
        window.run_steps(3);
        let asked = std::mem::take(&mut window.state_mut().effects);
        let [Effect::Ask { ticket, ask: AnyAsk::Health(Ask::Look), .. }] = asked[..] else {
            panic!("{button}: {asked:?}")
        };
        assert!(window.query_by_role_and_label(Role::Button, button).is_none(), "one look at a time");
        let reply = Ok(AnyReply::Health(reply(Ask::Look)));
        window.state_mut().send(Event::Replied { ticket, reply });
        window.run_steps(3);
    }
    // A book that cannot be read any more is told as such.
    window.get_by_role_and_label(Role::Button, "Coba tulis").click();
    window.run_steps(3);
    let Some(Effect::Ask { ticket, .. }) = window.state_mut().effects.pop() else { panic!("nothing was asked") };
    window.state_mut().send(Event::Replied { ticket, reply: Err(Unanswered::Book) });
    window.run_steps(3);
    says(&window, &Words::of(Lang::Id).get("health-book-unreadable"));
}

#[test]
fn the_last_check_the_clock_and_the_troubles_are_told() {
    let mut window = window(found(), SIZES[0].1);
    for text in [
        "Buku utuh · 25 November 2026 pukul 12.00",
        "Jam mundur: ada catatan 25 November 2026 pukul 23.00. Betulkan, atau hubungi petugas TI.",
        "25 November 2026 pukul 12.57",
        "Cadangan atau penghapusan nama tidak selesai.",
        "Satu pencatatan gagal atau diulang.",
    ] {
        assert!(window.query_by_label(text).is_some(), "{text}");
    }
    press(&mut window, "Periksa sekarang");
    assert!(window.query_by_label("Buku utuh · 25 November 2026 pukul 13.00").is_some());
    press(&mut window, "Cadangkan sekarang");
    let asked = &window.state().effects;
    assert!(matches!(asked[..], [Effect::Ask { ask: AnyAsk::Settings(SettingsAsk::BackUp), .. }]), "{asked:?}");
    window.get_by_role_and_label(Role::Button, "Coba pindai").click();
    window.run_steps(3);
    assert_eq!(window.state().desk.name(), Some("staff_settings"));
    assert!(window.query_by_label("Menunggu kartu…").is_some());
}

#[test]
fn the_audit_log_is_read_page_by_page_in_words() {
    let mut window = window(found(), SIZES[0].1);
    press(&mut window, "Catatan kegiatan");
    for text in [
        "Membuka panel",
        "Menambah petugas: Budi Uji (petugas)",
        "Mengubah pengaturan: Lama layar Terima kasih, keperluan",
        "PIN terkunci (15 menit)",
        "Kegiatan lain",
        "Baris perintah",
        "25 November 2026 pukul 12.35",
    ] {
        assert!(window.query_all_by_label(text).next().is_some(), "{text}");
    }
    assert!(window.query_by_label("25 November 2026 pukul 12.45").is_none());
    press(&mut window, "Lebih lama");
    assert!(window.query_by_label("25 November 2026 pukul 12.45").is_some());
    press(&mut window, "Lebih lama");
    assert!(window.query_by_label("25 November 2026 pukul 12.59").is_some(), "the first entry of all");
    press(&mut window, "Lebih lama");
    press(&mut window, "Lebih baru");
    assert!(window.query_by_label("25 November 2026 pukul 12.45").is_some());
    press(&mut window, "Kembali");
    assert!(window.query_by_label("Gangguan terakhir").is_some());
}

#[test]
fn every_act_of_the_log_and_every_part_in_trouble_has_words() {
    for lang in Lang::ALL.iter().copied() {
        let words = Words::of(lang);
        for act in Act::ALL {
            let key = format!("act-{}", act.id().replace('_', "-"));
            assert!(words.has(&key), "{key} in {lang:?}");
        }
        for area in Area::ALL {
            assert!(words.has(&format!("trouble-{}", area.id())), "{area:?} in {lang:?}");
        }
    }
}
