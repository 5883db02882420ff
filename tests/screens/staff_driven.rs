//! The PIN pad in both languages and the panel's shell, driven by role and name.

use std::time::Duration;

use buku_pengunjung::domain::staff::Role as StaffRole;
use buku_pengunjung::flow::staff::page::Reply;
use buku_pengunjung::flow::staff::{Effect, Event, Permission, Tab, health};
use buku_pengunjung::i18n::{Lang, Words};
use chrono::DateTime;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::staff_support::{CODE, Office, PIN, Window, window};
use crate::support::SIZES;

const LANGS: [Lang; 2] = [Lang::Id, Lang::En];

fn open(office: Office) -> Window {
    window(office, SIZES[0].1)
}

fn office(lang: Lang, set: impl FnOnce(&mut Office)) -> Office {
    let mut office = Office::new(lang);
    set(&mut office);
    office
}

fn word(window: &Window, lang: Lang, key: &str, n: Option<u64>) -> bool {
    let text = match n {
        Some(n) => Words::of(lang).with(key, &[("n", n.to_string())]),
        None => Words::of(lang).get(key),
    };
    window.query_by_label(&text).is_some()
}

fn press(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_steps(3);
}

fn press_figures(window: &mut Window, figures: &str) {
    for figure in figures.chars() {
        press(window, &figure.to_string());
    }
}

fn at(window: &Window) -> &'static str {
    window.state().desk.name().unwrap_or("visitor")
}

#[test]
fn the_pin_is_touched_figure_by_figure_in_both_languages() {
    for lang in LANGS {
        let mut window = open(Office::new(lang).at_the_pad());
        for key in ["staff-title", "staff-pin-title", "staff-pin-lead"] {
            assert!(word(&window, lang, key, None), "{key} in {lang:?}");
        }
        assert!(word(&window, lang, "staff-pin-dots", Some(0)));
        press_figures(&mut window, "73915");
        assert!(word(&window, lang, "staff-pin-dots", Some(5)));
        press(&mut window, &Words::of(lang).get("staff-pin-backspace"));
        assert!(word(&window, lang, "staff-pin-dots", Some(4)));
        press(&mut window, &Words::of(lang).get("staff-pin-clear"));
        assert!(word(&window, lang, "staff-pin-dots", Some(0)));
        press_figures(&mut window, PIN);
        assert_eq!(at(&window), format!("staff_{}", buku_pengunjung::ui::staff::TABS[0].tab.id()));
    }
}

#[test]
fn every_figure_has_a_key_of_its_own() {
    let mut window = open(office(Lang::Id, |o| o.hangs = true).at_the_pad());
    for figures in ["012345", "678901"] {
        press_figures(&mut window, figures);
        let effects = &window.state().effects;
        let Some(Effect::CheckPin { figures: typed, .. }) = effects.last() else { panic!("{effects:?}") };
        assert_eq!(typed.complete().unwrap().as_slice(), figures.as_bytes());
        assert!(word(&window, Lang::Id, "staff-pin-checking", None));
        window.state_mut().send(Event::Leave);
        window.state_mut().send(Event::Open { welcome: true });
        window.run_steps(2);
    }
}

#[test]
fn a_wrong_pin_is_told_and_the_fifth_closes_the_pad() {
    for lang in LANGS {
        let mut window = open(Office::new(lang).at_the_pad());
        let words = Words::of(lang);
        for left in [4, 3, 2] {
            press_figures(&mut window, "000000");
            let told = format!(
                "{} {}",
                words.get("staff-pin-wrong"),
                words.with("staff-pin-left", &[("n", format!("{left}"))])
            );
            assert!(window.query_by_label(&told).is_some(), "{told}");
            // The first figure of the next try takes the fault away and leaves the count.
            press_figures(&mut window, "0");
            assert!(word(&window, lang, "staff-pin-left", Some(left)));
            press(&mut window, &words.get("staff-pin-clear"));
        }
        press_figures(&mut window, "000000000000");
        assert!(word(&window, lang, "staff-pin-closed-seconds", Some(60)));
        press_figures(&mut window, "7");
        assert!(word(&window, lang, "staff-pin-dots", Some(0)), "a closed pad takes no figures");
        window.state_mut().now += Duration::from_millis(19_100);
        window.run_steps(1);
        assert!(word(&window, lang, "staff-pin-closed-seconds", Some(41)), "rounded up");
        press(&mut window, &words.get("staff-pin-back"));
        assert_eq!(at(&window), "visitor");
    }
}

#[test]
fn a_long_lock_is_told_in_minutes() {
    let mut office = Office::new(Lang::Id);
    office.send(Event::LockStands { left: 5, closed: Some(Duration::from_secs(14 * 60 + 1)) });
    let window = open(office.at_the_pad());
    assert!(word(&window, Lang::Id, "staff-pin-closed-minutes", Some(15)));
}

#[test]
fn a_permission_says_what_it_is_for() {
    for lang in LANGS {
        let mut office = Office::new(lang);
        office.send(Event::Ask(Permission::Internet));
        let mut window = open(office);
        assert!(word(&window, lang, "staff-permission-title", None));
        assert!(word(&window, lang, "staff-permission-lead-internet", None));
        press_figures(&mut window, PIN);
        assert_eq!(at(&window), "visitor");
        assert!(matches!(window.state().effects[..], [Effect::Permit { permission: Permission::Internet, .. }]));
    }
}

#[test]
fn the_code_leads_through_choosing_a_pin() {
    for lang in LANGS {
        let mut window = open(office(lang, |o| o.fresh = true).at_the_pad());
        press_figures(&mut window, CODE);
        assert!(word(&window, lang, "staff-new-pin-title", None));
        press_figures(&mut window, "123456");
        assert!(word(&window, lang, "staff-new-pin-run", None));
        press_figures(&mut window, "264813");
        assert!(word(&window, lang, "staff-new-pin-again-title", None));
        press_figures(&mut window, "264813");
        assert!(matches!(window.state().effects[..], [Effect::SetFirstPin { .. }]));
    }
}

#[test]
fn the_panel_has_the_tabs_that_are_built_and_a_way_to_lock_it() {
    let mut window = open(Office::new(Lang::Id).in_the_panel());
    let tabs: Vec<String> = window.get_all_by_role(Role::Tab).filter_map(|n| n.accesskit_node().label()).collect();
    let built: Vec<String> = buku_pengunjung::ui::staff::TABS
        .iter()
        .map(|page| Words::of(Lang::Id).get(&format!("staff-tab-{}", page.tab.id())))
        .collect();
    assert_eq!(tabs, built, "a tab that is not built is absent");
    for name in &tabs {
        window.get_by_role_and_label(Role::Tab, name).click();
        window.run_steps(2);
    }
    for key in ["staff-health-well", "staff-health-reader"] {
        assert!(word(&window, Lang::Id, key, None), "{key}");
    }
    assert!(window.query_by_label("Cadangan data 13.00").is_some());
    press(&mut window, "Kunci panel");
    assert_eq!(at(&window), "visitor");
}

#[test]
fn the_last_seconds_of_the_panel_are_shown() {
    let mut window = open(Office::new(Lang::Id).in_the_panel());
    window.state_mut().now += Duration::from_secs(99);
    window.run_steps(1);
    assert!(!word(&window, Lang::Id, "staff-locks-in", Some(20)));
    window.state_mut().now += Duration::from_secs(13);
    window.run_steps(1);
    assert!(word(&window, Lang::Id, "staff-locks-in", Some(8)));
}

#[test]
fn only_an_administrator_is_offered_the_way_out() {
    let librarian = open(office(Lang::Id, |o| o.role = StaffRole::Librarian).in_tab(Tab::Health));
    assert!(librarian.query_by_label("Keluar dari kiosk").is_none());
    let mut window = open(Office::new(Lang::Id).in_tab(Tab::Health));
    press(&mut window, "Keluar dari kiosk");
    press(&mut window, "Tetap di sini");
    assert!(!window.state().effects.iter().any(|e| matches!(e, Effect::Exit { .. })));
    press(&mut window, "Keluar dari kiosk");
    press(&mut window, "Ya, keluar");
    assert!(matches!(window.state().effects.last(), Some(Effect::Exit { .. })));
}

#[test]
fn faults_are_told_in_the_panel() {
    let mut office = Office::new(Lang::Id).in_tab(Tab::Health);
    office.health.writable = false;
    office.health.reader = false;
    let window = open(office);
    for key in ["staff-health-fault", "staff-health-no-reader", "health-book-read-only"] {
        assert!(word(&window, Lang::Id, key, None), "{key}");
    }
    assert!(window.query_by_label("Tidak terhubung. Periksa kabelnya · diperiksa pukul 13.47").is_some());
}

/// Paints the staff's side into the folder named by `SCREENS_TO`.
#[test]
#[ignore = "paints pictures for a person to look at"]
fn paint_pictures() {
    let folder = std::env::var("SCREENS_TO").expect("SCREENS_TO names a folder");
    for (size, pixels) in SIZES {
        for (lang, aa) in [(Lang::Id, false), (Lang::En, true), (Lang::Id, true)] {
            let look = if aa { "-aa" } else { "" };
            let save = |name: &str, office: Office| {
                let file = format!("{folder}/{name}-{size}-{}{look}.png", lang.id());
                window(office, pixels).render().unwrap().save(file).unwrap();
            };
            let pad = || Office::new(lang).wearing(aa).at_the_pad();
            let typed = |text: &str| {
                let mut office = pad();
                office.types(text);
                office
            };
            save("pin", typed("0000007391"));
            save("pin-wrong", typed("000000"));
            save("pin-closed", typed(&"0".repeat(30)));
            let mut office = pad();
            office.fresh = true;
            office.types(&format!("{CODE}123456"));
            save("pin-new", office);
            save("panel", Office::new(lang).wearing(aa).in_the_panel());
        }
    }
}

#[test]
fn the_health_page_checks_the_book_and_says_what_it_found() {
    let id = Words::of(Lang::Id);
    let mut window = open(office(Lang::Id, |_| ()).in_tab(Tab::Health));
    press(&mut window, &id.get("health-verify"));
    assert!(word(&window, Lang::Id, "health-check-runs", None));
    assert!(window.query_by_label(&id.get("health-verify")).is_none(), "one check at a time");
    let Some(Effect::Ask { ticket, .. }) = window.state_mut().effects.pop() else { panic!("nothing was asked") };
    let checked =
        health::Checked { at: DateTime::UNIX_EPOCH, failed: vec!["day_totals".to_owned(), "audit_chain".to_owned()] };
    let reply = Ok(Reply::Health(health::Reply::Verified(checked)));
    window.state_mut().send(Event::Replied { ticket, reply });
    window.run_steps(2);
    let told = id.with(
        "health-check-failed",
        &[
            ("checks", "jumlah harian, catatan kegiatan".to_owned()),
            ("date", "1 Januari 1970".to_owned()),
            ("time", "07.00".to_owned()),
        ],
    );
    assert!(window.query_by_label(&told).is_some());
}
