//! The calendar of the panel, touched as a finger and read as assistive software would.

use std::cell::RefCell;
use std::rc::Rc;

use buku_pengunjung::i18n::{Lang, Words};
use buku_pengunjung::ui::kit::Kit;
use buku_pengunjung::ui::theme::Theme;
use buku_pengunjung::ui::widgets::{CALENDAR, Calendar, CalendarPress, calendar};
use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Rect, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn shown(month: &str, chosen: Option<(&str, &str)>) -> (Harness<'static>, Rc<RefCell<Vec<CalendarPress>>>) {
    let log = Rc::new(RefCell::new(Vec::new()));
    let seen = Rc::clone(&log);
    let mut kit: Option<Kit> = None;
    let model = Calendar {
        month: day(month),
        chosen: chosen.map(|(from, to)| (day(from), day(to))),
        today: day("2026-11-25"),
        among: day("2020-01-01")..=day("2026-11-25"),
    };
    let harness = Harness::builder().with_size([600.0, 620.0]).with_step_dt(0.3).build_ui(move |ui| {
        let kit = kit.get_or_insert_with(|| Kit::install(ui.ctx(), Theme::normal().still()));
        let rect = Rect::from_min_size(pos2(30.0, 30.0), CALENDAR);
        seen.borrow_mut().extend(calendar(ui, kit, Words::of(Lang::Id), rect, &model));
    });
    (harness, log)
}

#[test]
fn days_and_arrows_say_what_they_are_and_act() {
    let (mut harness, log) = shown("2026-11-03", Some(("2026-11-10", "2026-11-12")));
    for name in ["Minggu, 1 November 2026", "Rabu, 25 November 2026", "Bulan sebelumnya", "Bulan berikutnya"] {
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run_steps(2);
    }
    for name in ["Tahun sebelumnya", "Tahun berikutnya"] {
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run_steps(2);
    }
    let wanted = [
        CalendarPress::Day(day("2026-11-01")),
        CalendarPress::Day(day("2026-11-25")),
        CalendarPress::Turn(-1),
        CalendarPress::Turn(1),
        CalendarPress::Turn(-12),
        CalendarPress::Turn(12),
    ];
    assert_eq!(*log.borrow(), wanted);
}

#[test]
fn days_that_may_not_be_chosen_cannot_be_touched() {
    let (harness, _) = shown("2026-11-03", None);
    assert!(harness.query_by_role_and_label(Role::Button, "Kamis, 26 November 2026").is_none());
    assert!(harness.query_by_label("Kamis, 26 November 2026").is_some(), "told all the same");
    assert!(harness.query_by_label("Selasa, 1 Desember 2026").is_none(), "of another month");
}

#[test]
fn every_month_shows_every_day_of_it_within_its_room() {
    for (month, days) in [("2026-02-01", 28), ("2024-02-01", 29), ("2026-08-01", 31), ("2026-06-30", 30)] {
        let (harness, _) = shown(month, None);
        let room = Rect::from_min_size(pos2(30.0, 30.0), CALENDAR).expand(1.0);
        let buttons: Vec<Rect> = harness.get_all_by_role(Role::Button).map(|node| node.rect()).collect();
        assert_eq!(buttons.len(), days + 4, "{month}");
        for (at, one) in buttons.iter().enumerate() {
            assert!(room.contains_rect(*one) && one.width() >= 63.5 && one.height() >= 63.5, "{month}: {one}");
            assert!(buttons[at + 1..].iter().all(|other| !one.shrink(1.0).intersects(*other)), "{month}: {one}");
        }
    }
}
