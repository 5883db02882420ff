//! The third sheet of Statistik, the internet room, as staff use it.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::staff_support::{Office, Window, window};
use crate::stats_driven::{place, press, says, touch};
use crate::stats_support::Seed;
use crate::support::SIZES;
use buku_pengunjung::i18n::Lang;

fn open(seed: Seed) -> Window {
    let mut office = Office::new(Lang::Id);
    office.seed = seed;
    let mut window = window(office.in_the_panel(), SIZES[0].1);
    press(&mut window, "Sesi internet");
    window.run_steps(3);
    window
}

#[test]
fn the_room_is_told_by_hour_seat_length_waiting_tidiness_end_and_satisfaction() {
    let window = open(Seed::Busy);
    for text in [
        "Sesi menurut jam mulai",
        "18 sesi",
        "09.00–09.59: 5 sesi",
        "12.00–12.59: 0 sesi",
        "Sesi menurut komputer",
        "PC 05: 4 sesi",
        "Lama, nilai tengah: 48 menit",
        "Lama, 90% dalam: 95 menit",
        "Menunggu, nilai tengah: 4 menit",
        "Menunggu, 90% dalam: 17 menit",
        "Keluar dalam 5 menit: 93% dari 15",
        "Dari 12 sesi yang ditanya",
        "Perangkat dirapikan: 11 dari 12 sesi (92%)",
        "Ruangan bersih dan tertib: 12 dari 12 sesi (100%)",
        "Ketiganya: 11 dari 12 sesi (92%)",
        "Masih berjalan: 3 dari 18 sesi (17%)",
        "Lapor keluar sendiri: 12 dari 18 sesi (67%)",
        "indeks 88,64 · mutu A",
        "Sangat puas: 7 dari 11 penilaian (64%)",
        "Tidak puas: 0 dari 11 penilaian (0%)",
        "3 kali pada periode ini",
        "Tanpa KTA: 2 dari 3 kali (67%)",
        "KTA habis masa berlaku: 1 dari 3 kali (33%)",
    ] {
        assert!(says(&window, text), "{text}");
    }
    assert!(!says(&window, "KTA tidak ada di daftar anggota: 0 dari 3 kali (0%)"), "nobody can be told that any more");
    assert!(!says(&window, "Sesi per hari"), "a single day has no days");
}

#[test]
fn what_is_touched_on_the_sheet_is_told_exactly() {
    let mut window = open(Seed::Busy);
    for text in [
        "13.00–13.59: 6 sesi",
        "PC 02: 3 sesi",
        "Perangkat dirapikan: 11 dari 12 sesi (92%)",
        "Puas: 3 dari 11 penilaian (27%)",
        "Ditutup petugas: 2 dari 18 sesi (11%)",
        "Tanpa KTA: 2 dari 3 kali (67%)",
    ] {
        assert_eq!(window.query_all_by_label(text).count(), 1, "{text}");
        let at = place(&window, text).center();
        touch(&mut window, at);
        assert_eq!(window.query_all_by_label(text).count(), 2, "in the line of the card as well: {text}");
    }
    window.get_by_role_and_label(Role::Button, "Kerapian saat selesai").click_accesskit();
    window.run_steps(3);
    assert_eq!(window.query_all_by_label("Komputer dimatikan: 12 dari 12 sesi (100%)").count(), 2, "without a finger");
}

#[test]
fn longer_spans_show_the_sessions_one_by_one() {
    let mut window = open(Seed::Busy);
    press(&mut window, "Bulan ini");
    for text in [
        "Sesi per hari",
        "Rata-rata 1,0 dalam 18 hari",
        "Rabu, 25 November 2026: 0 sesi",
        "Senin, 23 November 2026: 1 sesi",
        "Minggu, 1 November 2026: 0 sesi",
    ] {
        assert!(says(&window, text), "{text}");
    }
}

#[test]
fn a_span_without_sessions_says_so() {
    let window = open(Seed::NoRoom);
    assert!(says(&window, "Belum ada sesi internet pada periode ini."));
    assert!(!says(&window, "Kerapian saat selesai"));
}
