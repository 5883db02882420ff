//! Ruang internet in the panel: the map by accessible names, every act as an ask, its layout at every size, its picture.

use buku_pengunjung::config;
use buku_pengunjung::domain::internet::{
    Proof, Refusal, RepairReason, Room, RoomNote, SeatNow, SeatUse, SessionId, SessionPerson, Taken, Ticket, TicketId,
    TicketState, TidyPoint, TidyReason,
};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::flow::staff::page::{Ask as AnyAsk, Reply as AnyReply, Unanswered};
use buku_pengunjung::flow::staff::room::{Ask, Reply, Shown};
use buku_pengunjung::flow::staff::{Effect, Event, Tab};
use buku_pengunjung::i18n::Lang;
use chrono::{DateTime, TimeDelta, Utc};
use egui::accesskit::Role;
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::layout;
use crate::staff_support::{Office, SMALLEST, Window, clock, window};
use crate::support::SIZES;

/// A target of the panel is as large as this at least, in du.
const TARGET: f32 = 64.0;

fn now() -> DateTime<Utc> {
    "2026-11-25T06:47:00Z".parse().unwrap()
}

fn taken(session: i64, initial: char, minutes: i64) -> SeatUse {
    SeatUse::Taken(Taken {
        session: SessionId(session),
        since: now() - TimeDelta::minutes(minutes),
        initial: Some(initial),
        proof: Proof::CardEnd,
        over_long: minutes > 120,
        closes_for_repair: false,
    })
}

/// The room of the shipped configuration: some free, one held, some in use, two broken, a queue, reports.
fn shown() -> Shown {
    let config = config::parse(config::SHIPPED, "kiosk-config.toml").unwrap();
    let usage = |at: usize| match at {
        1 => SeatUse::Held { number: 14 },
        2 => taken(3, 'W', 42),
        5 => taken(6, 'S', 131),
        6 => SeatUse::Broken { reason: Some(RepairReason::Network) },
        8 => taken(9, 'B', 7),
        10 => SeatUse::Broken { reason: None },
        _ => SeatUse::Free { since: None },
    };
    let seats = config.internet.seats.into_iter().enumerate();
    let ticket = |id: i64, number, minutes, state| Ticket {
        id: TicketId(id),
        number,
        taken: now() - TimeDelta::minutes(minutes),
        state,
    };
    let called = TicketState::Called { seat: "PC 02".into(), until: now() + TimeDelta::minutes(3) };
    let note = |n, seat: &str, points: &[TidyPoint], reason| RoomNote {
        n,
        at: clock() - TimeDelta::minutes(20 * n),
        seat: seat.into(),
        points: points.to_vec(),
        reason,
    };
    Shown {
        room: Room {
            at: now(),
            seats: seats.map(|(at, seat)| SeatNow { seat, usage: usage(at) }).collect(),
            queue: vec![
                ticket(1, 13, 31, TicketState::Missed),
                ticket(2, 14, 25, called),
                ticket(3, 15, 4, TicketState::Waiting),
            ],
            likely_free: None,
            notes: 2,
        },
        notes: vec![
            note(2, "PC 04", &[TidyPoint::Tidied, TidyPoint::Clean], TidyReason::Forgotten),
            note(1, "PC 09", TidyPoint::ALL, TidyReason::Broken),
        ],
    }
}

fn office() -> Office {
    let mut office = Office::new(Lang::Id).in_tab(Tab::Room);
    assert_eq!(asked(&office), Some(Ask::Load), "the page asks for the room when it is opened");
    reply(&mut office, Ok(Reply::Room(Box::new(shown()))));
    office
}

/// The latest ask of the page.
fn asked(office: &Office) -> Option<Ask> {
    match office.effects.last() {
        Some(Effect::Ask { ask: AnyAsk::Room(ask), .. }) => Some(ask.clone()),
        _ => None,
    }
}

fn reply(office: &mut Office, reply: Result<Reply, Unanswered>) {
    let Some(Effect::Ask { ticket, .. }) = office.effects.last() else { panic!("nothing was asked") };
    let ticket = *ticket;
    office.effects.clear();
    office.send(Event::Replied { ticket, reply: reply.map(AnyReply::Room) });
}

fn open() -> Window {
    window(office(), SIZES[0].1)
}

fn press(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_steps(3);
}

fn sees(window: &Window, text: &str) -> bool {
    window.query_all_by_label(text).next().is_some()
}

/// The ask of the last touch, answered with the room.
fn did(window: &mut Window) -> Ask {
    let ask = asked(window.state()).expect("nothing was asked");
    reply(window.state_mut(), Ok(Reply::Room(Box::new(shown()))));
    window.run_steps(3);
    ask
}

#[test]
fn the_map_tells_every_computer() {
    let window = open();
    assert!(sees(&window, "Kosong 6 · Dipakai 4 · Rusak 2"));
    for seat in [
        "PC 01, Kosong",
        "PC 02, Untuk nomor 14",
        "PC 03, W. · 42 mnt",
        "PC 06, S. · 2 j 11 mnt, Lewat batas",
        "PC 07, Rusak",
    ] {
        assert!(window.query_by_role_and_label(Role::Button, seat).is_some(), "{seat}");
    }
    assert!(sees(&window, "Nomor 15, Menunggu 4 mnt") && sees(&window, "Nomor 14, Dipanggil ke PC 02"));
    assert!(sees(&window, "PC 04: belum rapi, belum bersih, Lupa · Rabu, 25 Nov pukul 13.07"));
}

#[test]
fn a_name_is_shown_only_when_it_is_asked_for() {
    let mut window = open();
    press(&mut window, "PC 03, W. · 42 mnt");
    assert!(sees(&window, "W•••") && sees(&window, "Dipakai selama 42 mnt"));
    press(&mut window, "Tampilkan nama");
    assert_eq!(asked(window.state()), Some(Ask::Who(SessionId(3))));
    let person = SessionPerson {
        name: Some(Name::new("Wulan Contoh").unwrap()),
        allowed_by: Some(Name::new("Sri Uji").unwrap()),
    };
    reply(window.state_mut(), Ok(Reply::Person(SessionId(3), person)));
    window.run_steps(3);
    assert!(sees(&window, "Wulan Contoh") && sees(&window, "Diizinkan oleh Sri Uji"));
    // Another computer, and it is masked again.
    press(&mut window, "PC 09, B. · 7 mnt");
    press(&mut window, "PC 03, W. · 42 mnt");
    assert!(sees(&window, "W•••") && !sees(&window, "Wulan Contoh"));
}

#[test]
fn a_session_is_moved_to_a_free_computer_and_to_no_other() {
    let mut window = open();
    press(&mut window, "PC 03, W. · 42 mnt");
    press(&mut window, "Pindahkan");
    window.state_mut().effects.clear();
    for taken in ["PC 09, B. · 7 mnt", "PC 02, Untuk nomor 14", "PC 07, Rusak"] {
        press(&mut window, taken);
        assert_eq!(asked(window.state()), None, "{taken}");
    }
    press(&mut window, "PC 05, Kosong");
    assert_eq!(did(&mut window), Ask::Move { session: SessionId(3), to: "PC 05".into() });
    assert!(!sees(&window, "Sentuh komputer kosong di denah untuk memindahkan."));
}

#[test]
fn a_session_is_ended_once_it_is_sure() {
    let mut window = open();
    press(&mut window, "PC 03, W. · 42 mnt");
    press(&mut window, "Tutup sesi");
    assert!(sees(&window, "Tutup sesi di PC 03?"));
    window.state_mut().effects.clear();
    press(&mut window, "Kembali");
    assert_eq!(asked(window.state()), None);
    press(&mut window, "Tutup sesi");
    press(&mut window, "Ya, tutup");
    assert_eq!(did(&mut window), Ask::Free(SessionId(3)));
}

#[test]
fn a_computer_is_closed_with_a_reason_and_opened_again() {
    let mut window = open();
    press(&mut window, "PC 05, Kosong");
    press(&mut window, "Tandai rusak");
    press(&mut window, "Tidak ada internet");
    assert_eq!(did(&mut window), Ask::Close { seat: "PC 05".into(), reason: RepairReason::Network });
    press(&mut window, "PC 07, Rusak");
    press(&mut window, "Tandai baik");
    assert_eq!(did(&mut window), Ask::Reopen("PC 07".into()));
    // What the configuration closed is opened there alone.
    press(&mut window, "PC 11, Rusak");
    assert!(window.query_by_role_and_label(Role::Button, "Tandai baik").is_none());
    assert!(sees(&window, "Ditutup oleh pengaturan. Ubah di berkas pengaturan."));
}

#[test]
fn a_number_is_given_a_computer_and_the_queue_is_cleared() {
    let mut window = open();
    press(&mut window, "Nomor 14, Dipanggil ke PC 02");
    assert!(sees(&window, "Sentuh komputer di denah untuk nomor 14."));
    press(&mut window, "PC 02, Untuk nomor 14");
    assert_eq!(did(&mut window), Ask::Assign { ticket: TicketId(2), seat: "PC 02".into() });
    press(&mut window, "PC 02, Untuk nomor 14");
    press(&mut window, "Nomor 15, Menunggu 4 mnt");
    press(&mut window, "Batal");
    press(&mut window, "Kosongkan antrean");
    press(&mut window, "Ya, kosongkan");
    assert_eq!(did(&mut window), Ask::ClearQueue);
}

#[test]
fn a_report_is_ticked_off_once_it_is_sure() {
    let mut window = open();
    press(&mut window, "PC 04: belum rapi, belum bersih, Lupa · Rabu, 25 Nov pukul 13.07");
    assert!(sees(&window, "Sudah ditangani?"));
    press(&mut window, "Ya, sudah");
    assert_eq!(did(&mut window), Ask::TickOff(2));
}

#[test]
fn what_changed_meanwhile_and_what_failed_is_told() {
    let mut window = open();
    press(&mut window, "PC 07, Rusak");
    press(&mut window, "Tandai baik");
    reply(window.state_mut(), Ok(Reply::Refused(Refusal::Ended, Box::new(shown()))));
    window.run_steps(3);
    assert!(sees(&window, "Keadaan ruang sudah berubah. Lihat denah, lalu coba lagi."));
    press(&mut window, "Tandai baik");
    assert!(!sees(&window, "Keadaan ruang sudah berubah. Lihat denah, lalu coba lagi."));
    reply(window.state_mut(), Err(Unanswered::Book));
    window.run_steps(3);
    assert!(sees(&window, "Ruang internet tidak bisa dibaca sekarang. Coba lagi sebentar."));
    // Somebody else changes the room: it is asked for again, and what is gone is looked at no more.
    press(&mut window, "PC 03, W. · 42 mnt");
    window.state_mut().send(Event::BookChanged);
    let mut left = shown();
    left.room.seats[2].usage = SeatUse::Free { since: None };
    reply(window.state_mut(), Ok(Reply::Room(Box::new(left))));
    window.run_steps(3);
    assert!(sees(&window, "Bisa dipakai siapa saja."));
}

/// The states that look different.
fn scenes() -> Vec<(&'static str, Office)> {
    let pressed = |names: &[&str]| {
        let mut window = open();
        for name in names {
            press(&mut window, name);
        }
        std::mem::replace(window.state_mut(), Office::new(Lang::Id)).anew()
    };
    let mut crowded = Office::new(Lang::Id).in_tab(Tab::Room);
    let mut full = shown();
    for seat in &mut full.room.seats {
        seat.usage = taken(50, 'M', 600);
        seat.seat.column *= 2;
    }
    full.room.seats[11].seat.column = 0;
    full.room.queue = (1..40)
        .zip(100..)
        .map(|(n, number)| Ticket { id: TicketId(n), number, taken: now(), state: TicketState::Waiting })
        .collect();
    full.notes = (1..20).map(|n| RoomNote { n, seat: format!("PC {n:02}"), ..full.notes[1].clone() }).collect();
    reply(&mut crowded, Ok(Reply::Room(Box::new(full))));
    vec![
        ("staff-room", office()),
        ("staff-room-used", pressed(&["PC 06, S. · 2 j 11 mnt, Lewat batas"])),
        ("staff-room-closing", pressed(&["PC 05, Kosong", "Tandai rusak"])),
        ("staff-room-moving", pressed(&["PC 03, W. · 42 mnt", "Pindahkan"])),
        ("staff-room-crowded", crowded),
    ]
}

/// The names of the numbers that are shown, and of the ways to others.
fn listed(window: &Window) -> (Vec<u32>, Vec<String>) {
    let nodes = layout::reachable(window.root());
    let names: Vec<String> = nodes.iter().filter_map(|node| node.accesskit_node().label()).collect();
    let number = |name: &String| name.strip_prefix("Nomor ")?.split_once(',')?.0.parse().ok();
    let ways = names.iter().filter(|name| name.ends_with(", berikutnya") || name.ends_with(", sebelumnya"));
    (names.iter().filter_map(number).collect(), ways.cloned().collect())
}

/// Every number of a long queue is come to and back again, at every size, in each of the ways of touching.
#[test]
fn a_long_queue_is_leafed_through_by_touch_by_keyboard_and_by_assistive_software() {
    for (size, pixels) in SIZES {
        for way in 0..3 {
            let mut window = window(scenes().pop().expect("the crowded room").1, pixels);
            let turn = |window: &mut Window, name: &str| {
                let focused = window.get_by_role_and_label(Role::Button, name).is_focused();
                match way {
                    0 => window.get_by_role_and_label(Role::Button, name).click(),
                    1 if !focused => window.get_by_role_and_label(Role::Button, name).focus(),
                    1 => {}
                    _ => window.get_by_role_and_label(Role::Button, name).click_accesskit(),
                }
                if way == 1 {
                    window.run_steps(2);
                    window.key_press(egui::Key::Enter);
                }
                window.run_steps(4);
                let found = layout::faults(window, &[], SMALLEST, TARGET);
                assert!(found.is_empty(), "{size}: {found:?}");
            };
            let first = listed(&window);
            assert_eq!(first.1, ["Antrean, berikutnya", "Laporan pengunjung, berikutnya"], "{size}");
            let mut seen = first.0.clone();
            let mut leaves = 1;
            while listed(&window).1.contains(&"Antrean, berikutnya".to_owned()) {
                turn(&mut window, "Antrean, berikutnya");
                seen.extend(listed(&window).0);
                leaves += 1;
            }
            assert_eq!(seen, (100..139).collect::<Vec<u32>>(), "{size}");
            for _ in 1..leaves {
                turn(&mut window, "Antrean, sebelumnya");
            }
            assert_eq!(listed(&window), first, "{size}");
            turn(&mut window, "Laporan pengunjung, berikutnya");
            assert!(sees(&window, "Nomor 100, Menunggu 0 mnt"), "{size}: the queue stays where it was");
        }
    }
}

#[test]
fn everything_fits_at_every_size() {
    let mut faults = Vec::new();
    for (size, pixels) in SIZES {
        for (name, office) in scenes() {
            let window = window(office, pixels);
            let found = layout::faults(&window, &[], SMALLEST, TARGET);
            faults.extend(found.into_iter().map(|fault| format!("{name} {size}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_room_looks_as_it_is_kept() {
    let mut results = SnapshotResults::new();
    for (name, office) in scenes() {
        let mut window = window(office, SIZES[0].1);
        window.snapshot(format!("{name}-1920x1080"));
        results.extend_harness(&mut window);
    }
}
