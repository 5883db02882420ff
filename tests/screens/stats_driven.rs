//! Statistik as staff use it: read by assistive software, touched with a finger.

use buku_pengunjung::domain::span::SpanKind;
use buku_pengunjung::flow::staff::page::Ask;
use buku_pengunjung::flow::staff::statistics::{Ask as Asked, Choice, Told};
use buku_pengunjung::flow::staff::{Effect, Event, Side};
use buku_pengunjung::i18n::Lang;
use egui::accesskit::Role;
use egui::{PointerButton, Pos2, Rect};
use egui_kittest::kittest::{NodeT, Queryable as _};

use crate::staff_support::{Office, Window, window};
use crate::stats_support::Seed;
use crate::support::SIZES;

fn open(seed: Seed) -> Window {
    let mut office = Office::new(Lang::Id);
    office.seed = seed;
    window(office.in_the_panel(), SIZES[0].1)
}

pub fn press(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_steps(3);
}

pub fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label(text).next().is_some()
}

fn begins(window: &Window, start: &str) -> Option<String> {
    let nodes = crate::layout::reachable(window.root());
    nodes
        .iter()
        .filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value()))
        .find(|label| label.starts_with(start))
}

pub fn touch(window: &mut Window, pos: Pos2) {
    for pressed in [true, false] {
        window.event(egui::Event::PointerMoved(pos));
        let button = PointerButton::Primary;
        window.event(egui::Event::PointerButton { pos, button, pressed, modifiers: egui::Modifiers::NONE });
        window.step();
    }
    window.run_steps(2);
}

pub fn place(window: &Window, label: &str) -> Rect {
    window.get_by_label(label).rect()
}

#[test]
fn today_is_told_in_people_and_entries() {
    let window = open(Seed::Busy);
    for text in [
        "Statistik kunjungan",
        "Rabu, 25 November 2026 · diperbarui 13.47",
        "148",
        "2.964",
        "31.208",
        "108,4",
        "13.00–13.59: 40 orang, 20 pencatatan; biasanya 30 orang",
        "14.00–14.59: 0 orang, 0 pencatatan; biasanya 25 orang",
        "Anggota: 79 orang, 79 pencatatan",
        "Rombongan: 34 orang, 1 pencatatan",
        "Membaca di tempat: 46 orang, 23 pencatatan",
        "Sabtu 10.00–10.59: rata-rata 22,0 orang; 88 orang, 44 pencatatan dalam 4 hari",
        "Tercatat dalam 60 detik",
        "96%",
        "dari 115 pencatatan",
        "Waktu tengah: 24 detik",
        "95% tercatat dalam: 58 detik",
    ] {
        assert!(says(&window, text), "{text}");
    }
    let card = begins(&window, "Pengunjung hari ini").unwrap();
    assert!(card.contains("118 pencatatan") && card.contains("12 dari Rabu lalu"), "{card}");
    assert!(begins(&window, "Bulan ini:").unwrap().contains("9% dari 1–25 Oktober"));
}

#[test]
fn what_is_touched_is_told_exactly() {
    let mut window = open(Seed::Busy);
    let bar = place(&window, "09.00–09.59: 27 orang, 14 pencatatan; biasanya 24 orang");
    touch(&mut window, bar.center());
    let shown = "09.00–09.59: 27 orang, 14 pencatatan; biasanya 24 orang";
    assert_eq!(window.query_all_by_label(shown).count(), 2, "on the bar and in the line of the card");
    let cell = "Jumat 13.00–13.59: rata-rata 9,0 orang; 36 orang, 18 pencatatan dalam 4 hari";
    let at = place(&window, cell).center();
    touch(&mut window, at);
    assert_eq!(window.query_all_by_label(cell).count(), 2);
    assert_eq!(window.query_all_by_label(shown).count(), 1, "one thing at a time");
    let card = begins(&window, "Rata-rata harian").unwrap();
    press(&mut window, &card);
    assert!(begins(&window, "31.208 orang ÷ 288 hari buka = 108,4 orang per hari").is_some());
    press(&mut window, &card);
    assert!(begins(&window, "31.208 orang ÷").is_none(), "touched again: gone");
}

/// What Kunjungan says that it lists, in the order of its filters: days, column, purpose, pace.
fn listed(window: &Window) -> [String; 4] {
    assert!(says(window, "Daftar kunjungan"));
    ["Tanggal: ", "Jenis: ", "Keperluan: ", "Waktu isi: "]
        .map(|name| begins(window, name).unwrap()[name.len()..].to_owned())
}

const KINDS: &str = "Semua jenis";
const PURPOSES: &str = "Semua keperluan";
const PACES: &str = "Semua waktu isi";

/// Touches the figure of that name, looks at what is listed, and comes back.
fn lists(window: &mut Window, name: &str, filters: [&str; 4]) {
    let at = place(window, name).center();
    touch(window, at);
    assert_eq!(listed(window), filters.map(str::to_owned), "{name}");
    window.get_by_role_and_label(Role::Tab, "Statistik").click();
    window.run_steps(3);
}

#[test]
fn a_touched_card_lists_its_visits() {
    let mut window = open(Seed::Busy);
    let card = |window: &Window, start: &str| begins(window, start).unwrap();
    let day = card(&window, "Pengunjung hari ini");
    lists(&mut window, &day, ["Hari ini", KINDS, PURPOSES, PACES]);
    let told = begins(&window, "Rabu, 25 November 2026 sebelum 13.00: 148 orang").unwrap();
    assert!(told.contains("Rabu, 18 November 2026 sebelum 13.00: 136 orang"), "{told}");
    let month = card(&window, "Bulan ini:");
    lists(&mut window, &month, ["1 Nov 2026 – 30 Nov 2026", KINDS, PURPOSES, PACES]);
    let year = card(&window, "Tahun ini:");
    lists(&mut window, &year, ["Tahun ini", KINDS, PURPOSES, PACES]);
    lists(&mut window, "Kepatuhan SOP: 96%", ["Hari ini", KINDS, PURPOSES, "Sampai 60 detik"]);
    lists(&mut window, "Ruang internet: 18 sesi", ["Hari ini", KINDS, "Layanan internet gratis", PACES]);
    press(&mut window, "Bulan ini");
    press(&mut window, "Sebelumnya");
    let month = card(&window, "Oktober 2026:");
    lists(&mut window, &month, ["1 Okt 2026 – 31 Okt 2026", KINDS, PURPOSES, PACES]);
    lists(
        &mut window,
        "Ruang internet: 18 sesi",
        ["1 Okt 2026 – 31 Okt 2026", KINDS, "Layanan internet gratis", PACES],
    );
}

#[test]
fn a_touched_row_lists_its_visits_and_is_told_exactly() {
    let mut window = open(Seed::Busy);
    for (row, kind) in [
        ("Anggota: 79 orang, 79 pencatatan", "Anggota"),
        ("Non Anggota: 35 orang, 35 pencatatan", "Non Anggota"),
        ("Rombongan: 34 orang, 1 pencatatan", "Rombongan"),
    ] {
        lists(&mut window, row, ["Hari ini", kind, PURPOSES, PACES]);
        assert_eq!(window.query_all_by_label(row).count(), 2, "on the row and in the line of the card");
    }
    let row = "Layanan anak: 9 orang, 5 pencatatan";
    lists(&mut window, row, ["Hari ini", KINDS, "Layanan anak", PACES]);
    assert_eq!(window.query_all_by_label(row).count(), 2);
    press(&mut window, "Sebelumnya");
    lists(&mut window, row, ["Kemarin", KINDS, "Layanan anak", PACES]);
}

#[test]
fn a_list_is_reached_with_the_keyboard_too() {
    let mut window = open(Seed::Busy);
    window.get_by_role_and_label(Role::Button, "Maksud kunjungan").focus();
    for row in ["Membaca di tempat", "Kunjungan atau wisata edukasi"] {
        window.run_steps(2);
        window.key_press(egui::Key::Enter);
        window.run_steps(2);
        let told = begins(&window, &format!("{row}:")).unwrap();
        assert_eq!(window.query_all_by_label(&told).count(), 2, "{told}");
    }
    press(&mut window, "Lihat daftar");
    assert_eq!(listed(&window), ["Hari ini", KINDS, "Kunjungan atau wisata edukasi", PACES].map(str::to_owned));
}

#[test]
fn what_nobody_came_for_is_told_and_not_listed() {
    let mut window = open(Seed::Empty);
    let card = begins(&window, "Pengunjung hari ini").unwrap();
    press(&mut window, &card);
    assert!(says(&window, "Statistik kunjungan") && begins(&window, "Rabu, 25 November 2026: 0 orang").is_some());
    assert!(!says(&window, "Lihat daftar"));
}

#[test]
fn the_internet_room_and_who_was_satisfied_are_told_beside_the_same_weekday() {
    let mut window = open(Seed::Busy);
    for text in [
        "18 sesi",
        "5 kosong",
        "Kosong 5 · Dipakai 6 · Rusak 1",
        "2 dari Rabu lalu",
        "Lama, nilai tengah: 48 menit",
        "90% selesai dalam: 95 menit",
        "Tertib saat keluar: 92%",
        "Keluar dalam 5 menit: 93%",
        "Ditolak, tanpa KTA berlaku: 3",
        "Di antaranya tanpa KTA: 2",
    ] {
        assert!(says(&window, text), "{text}");
    }
    let card = "Puas atau sangat puas: 91% indeks 88,64 · mutu A, 16,76 dari Rabu lalu";
    press(&mut window, card);
    assert!(says(&window, "Statistik kunjungan"), "nobody can tell whose the ratings are");
    assert!(says(
        &window,
        "Rabu, 25 November 2026: 10 dari 11 penilaian, indeks 88,64 (mutu A); \
         Rabu, 18 November 2026: 6 dari 8 penilaian, indeks 71,88 (mutu C)"
    ));
    press(&mut window, "Tahun ini");
    assert!(says(&window, "15% dari 2025"));
    assert!(begins(&window, "Puas atau sangat puas").unwrap().ends_with("16,76 dari 2025"));
}

#[test]
fn a_room_in_which_nobody_sat_says_so() {
    let mut office = Office::new(Lang::Id);
    office.seed = Seed::NoRoom;
    let mut window = window(office.in_the_panel(), SIZES[0].1);
    assert!(says(&window, "148") && says(&window, "Belum ada sesi internet pada periode ini."));
    let card = "Puas atau sangat puas: – Belum ada penilaian, pada periode ini";
    press(&mut window, card);
    assert!(says(&window, "Rabu, 25 November 2026: belum ada penilaian"));
    assert!(!says(&window, "0%"));
}

#[test]
fn every_bar_can_be_told_with_the_keyboard() {
    let mut window = open(Seed::Busy);
    window.get_by_role_and_label(Role::Button, "Pengunjung per jam").focus();
    for hour in [8, 9] {
        window.run_steps(2);
        window.key_press(egui::Key::Enter);
        window.run_steps(2);
        let Side::Panel(panel) = &window.state().desk.side else { panic!("locked") };
        assert_eq!(panel.pages.statistics.told, Some(Told::Hour(hour)));
    }
}

#[test]
fn the_range_is_stepped_through_back_and_forth() {
    let mut window = open(Seed::Busy);
    assert!(window.query_by_role_and_label(Role::Button, "Berikutnya").is_none(), "nothing comes after today");
    press(&mut window, "Sebelumnya");
    assert!(begins(&window, "Selasa, 24 November 2026 ·").is_some());
    assert!(begins(&window, "Selasa, 24 Nov 2026:").unwrap().contains("dari Selasa sebelumnya"));
    press(&mut window, "Berikutnya");
    assert!(begins(&window, "Rabu, 25 November 2026 ·").is_some());
    press(&mut window, "Bulan ini");
    assert!(begins(&window, "November 2026 ·").is_some());
    press(&mut window, "Sebelumnya");
    assert!(begins(&window, "Oktober 2026:").unwrap().contains("dari September"));
    press(&mut window, "Tahun ini");
    press(&mut window, "Sebelumnya");
    assert!(begins(&window, "Tahun 2025:").unwrap().contains("dari 2024"));
}

#[test]
fn a_range_is_chosen_in_the_calendar_and_a_backward_one_is_told() {
    let mut window = open(Seed::Busy);
    press(&mut window, "Rentang");
    press(&mut window, "Jumat, 20 November 2026");
    press(&mut window, "Selasa, 10 November 2026");
    assert!(begins(&window, "Periode berakhir 10 November 2026").is_some());
    press(&mut window, "Tampilkan");
    assert!(says(&window, "Pilih rentang"), "it stays open until it is right");
    press(&mut window, "Rabu, 25 November 2026");
    press(&mut window, "Tampilkan");
    assert!(begins(&window, "20–25 November 2026 ·").is_some());
    assert!(begins(&window, "Rentang ini:").unwrap().contains("dari 6 hari sebelumnya"));
    press(&mut window, "Rentang");
    press(&mut window, "Batal");
    assert!(!says(&window, "Pilih rentang"));
}

#[test]
fn the_date_is_chosen_in_the_calendar() {
    let mut window = open(Seed::Busy);
    press(&mut window, "25 Nov 2026");
    press(&mut window, "Tahun sebelumnya");
    press(&mut window, "Bulan sebelumnya");
    press(&mut window, "Jumat, 17 Oktober 2025");
    assert!(begins(&window, "Jumat, 17 Oktober 2025 ·").is_some());
}

#[test]
fn people_are_told_by_who_they_are() {
    let mut window = open(Seed::Busy);
    press(&mut window, "Rincian pengunjung");
    for text in [
        "Remaja, 13–17: 48 orang, 48 pencatatan",
        "Perempuan: 82 orang, 82 pencatatan",
        "SMA / SMK: 44 orang, 44 pencatatan",
        "Pelajar: 51 orang, 51 pencatatan",
        "Tidak diketahui: 34 orang, 34 pencatatan",
        "Kecamatan Contoh: 21 orang, 21 pencatatan",
        "34 orang menyebut asalnya",
    ] {
        assert!(says(&window, text), "{text}");
    }
    press(&mut window, "Bulan ini");
    assert!(says(&window, "Minggu, 1 November 2026: 90 orang, 45 pencatatan"));
}

#[test]
fn names_are_masked_until_they_are_asked_for_and_again_after_the_lock() {
    let mut window = open(Seed::Busy);
    press(&mut window, "Rincian pengunjung");
    let masked =
        |window: &Window| says(window, "Wu••• C•••") && !says(window, "Wulan Contoh") && !says(window, "0024000000");
    assert!(masked(&window));
    press(&mut window, "Tampilkan nama");
    assert!(says(&window, "Wulan Contoh") && says(&window, "0024000000"));
    press(&mut window, "Samarkan nama");
    assert!(masked(&window));
    press(&mut window, "Tampilkan nama");
    window.state_mut().send(Event::Lock);
    let office = window.state_mut();
    office.send(Event::Open { welcome: true });
    office.types(crate::staff_support::PIN);
    window.run_steps(2);
    press(&mut window, "Rincian pengunjung");
    assert!(masked(&window));
}

#[test]
fn names_are_shown_only_after_that_stands_in_the_log() {
    let mut window = open(Seed::Busy);
    press(&mut window, "Rincian pengunjung");
    window.state_mut().seed = Seed::Silent;
    press(&mut window, "Tampilkan nama");
    assert!(!says(&window, "Wulan Contoh"));
    let asked =
        window.state().effects.iter().any(|e| matches!(e, Effect::Ask { ask: Ask::Statistics(Asked::ShowNames), .. }));
    assert!(asked);
}

#[test]
fn a_period_without_visits_says_so() {
    let mut window = open(Seed::Empty);
    assert!(says(&window, "Belum ada kunjungan pada periode ini."));
    assert!(says(&window, "0") && begins(&window, "Pengunjung hari ini").unwrap().contains("belum ada pembanding"));
    press(&mut window, "Rincian pengunjung");
    assert!(says(&window, "Belum ada kunjungan pada periode ini."));
    press(&mut window, "Sebelumnya");
    assert!(begins(&window, "Selasa, 24 November 2026 ·").is_some(), "other days can be looked at");
}

#[test]
fn an_answer_that_is_awaited_is_seen_after_a_moment() {
    let mut window = open(Seed::Silent);
    assert!(!says(&window, "Menghitung…"));
    window.state_mut().now += std::time::Duration::from_millis(149);
    window.run_steps(1);
    assert!(!says(&window, "Menghitung…"));
    window.state_mut().now += std::time::Duration::from_millis(1);
    window.run_steps(1);
    assert!(says(&window, "Menghitung…"));
    let asked: Vec<Choice> = window
        .state()
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Ask { ask: Ask::Statistics(Asked::Figures(choice)), .. } => Some(*choice),
            _ => None,
        })
        .collect();
    assert_eq!(asked, [Choice::Running(SpanKind::Day)], "asked once");
}

#[test]
fn a_book_that_cannot_be_read_is_told_with_a_way_to_try_again() {
    use buku_pengunjung::flow::staff::page::Unanswered;
    let mut window = open(Seed::Silent);
    let ticket = window.state().effects.iter().find_map(|effect| match effect {
        Effect::Ask { ticket, .. } => Some(*ticket),
        _ => None,
    });
    window.state_mut().send(Event::Replied { ticket: ticket.unwrap(), reply: Err(Unanswered::Book) });
    window.run_steps(2);
    assert!(begins(&window, "Angka belum bisa dibaca").is_some());
    window.state_mut().seed = Seed::Busy;
    press(&mut window, "Coba lagi");
    assert!(says(&window, "148") && begins(&window, "Angka belum bisa dibaca").is_none());
}
