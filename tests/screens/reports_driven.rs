//! Laporan, driven by role and name: what is chosen stands in the order, and every end of it is told.

use std::path::PathBuf;

use buku_pengunjung::domain::report::{Content, FileForm, Held, Item, Order, Place, Saved, Stored, Trouble, Wanted};
use buku_pengunjung::domain::span::SpanKind;
use buku_pengunjung::domain::staff::Role as StaffRole;
use buku_pengunjung::exchange::report::lay_out;
use buku_pengunjung::flow::staff::Event;
use buku_pengunjung::flow::staff::reports::{Ask, Reply};
use buku_pengunjung::i18n::{Lang, Words};
use chrono::NaiveDate;
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::reports_support::{answer, document, done, ordered, page, reports, saving, stick, tell};
use crate::staff_support::{Office, Window, window};
use crate::support::SIZES;

pub fn office() -> Office {
    reports(Office::new(Lang::Id), &[stick()])
}

fn open(office: Office) -> Window {
    window(office, SIZES[0].1)
}

/// Touches the button and answers what is asked then.
pub fn press(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    settle(window);
}

fn settle(window: &mut Window) {
    window.run_steps(2);
    answer(window.state_mut(), &[stick()]);
    window.run_steps(2);
}

fn switch(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Switch, name).click();
    settle(window);
}

fn is_on(window: &Window, name: &str) -> bool {
    let node = window.get_by_role_and_label(Role::Switch, name);
    node.accesskit_node().toggled() == Some(Toggled::True) || node.accesskit_node().is_selected() == Some(true)
}

fn told(window: &Window, text: &str) -> bool {
    window.query_all_by_label(text).next().is_some()
}

fn order(window: &Window) -> Order {
    page(window.state()).desk.as_ref().unwrap().effective()
}

/// Touches the button that makes the file; given back are ticket and order.
pub fn made(window: &mut Window, name: &str) -> (u64, Order, Place) {
    press(window, name);
    let (ticket, Ask::Make(what, place)) = ordered(window.state_mut()).unwrap() else { panic!("another ask") };
    let Wanted::Order(order) = *what else { panic!("no report") };
    (ticket, order, place)
}

pub fn ends(window: &mut Window, ticket: u64, saved: Saved) {
    tell(window.state_mut(), ticket, Reply::Made(saved, Vec::new()));
    settle(window);
}

#[test]
fn the_list_of_reports_decides_content_and_shape_of_the_period() {
    let mut window = open(office());
    for (name, content, kind) in [
        ("Rekap harian", Content::Visits, SpanKind::Day),
        ("Rekap bulanan", Content::Visits, SpanKind::Month),
        ("Rekap tahunan", Content::Visits, SpanKind::Year),
        ("Rekap periode lain", Content::Visits, SpanKind::Quarter),
        ("Layanan internet", Content::Internet, SpanKind::Quarter),
        ("Kepatuhan SOP", Content::Sop, SpanKind::Quarter),
        ("Rombongan", Content::Groups, SpanKind::Quarter),
    ] {
        press(&mut window, name);
        assert_eq!((order(&window).content, order(&window).span.kind()), (content, kind), "{name}");
        let line = window.get_by_role_and_label(Role::Button, name);
        assert!(
            line.accesskit_node().is_selected() == Some(true) || line.accesskit_node().toggled().is_some(),
            "{name}"
        );
    }
    // Rows of the book are no paper.
    press(&mut window, "Buku pengunjung");
    assert_eq!((order(&window).content, order(&window).form), (Content::Book, FileForm::Xlsx));
    press(&mut window, "PDF");
    assert_eq!(order(&window).form, FileForm::Xlsx);
    assert!(told(&window, "Buat berkas XLSX"));
}

#[test]
fn the_period_goes_back_and_forth_but_not_into_the_future() {
    let mut window = open(office());
    assert!(told(&window, "November 2026"));
    press(&mut window, "Periode berikutnya");
    assert!(told(&window, "November 2026"), "December has not begun");
    press(&mut window, "Periode sebelumnya");
    assert!(told(&window, "Oktober 2026"));
    press(&mut window, "Periode berikutnya");
    assert!(told(&window, "November 2026"));
}

#[test]
fn any_period_is_chosen_and_a_backward_range_is_told() {
    let mut window = open(office());
    press(&mut window, "November 2026");
    press(&mut window, "Sebelumnya");
    press(&mut window, "Februari");
    assert!(told(&window, "Februari 2025"));
    press(&mut window, "Februari 2025");
    press(&mut window, "Triwulan");
    press(&mut window, "Triwulan III");
    assert!(told(&window, "Triwulan III 2025"));
    press(&mut window, "Triwulan III 2025");
    press(&mut window, "Tahun");
    press(&mut window, "2024");
    assert!(told(&window, "Tahun 2024"));
    press(&mut window, "Tahun 2024");
    press(&mut window, "Hari");
    press(&mut window, "Bulan berikutnya");
    assert!(
        told(&window, "Kamis, 29 Februari 2024") && !told(&window, "Jumat, 30 Februari 2024"),
        "a day that is none cannot be chosen"
    );
    press(&mut window, "Rentang");
    press(&mut window, "Sabtu, 20 Januari 2024");
    press(&mut window, "Rabu, 3 Januari 2024");
    let wrong = "Periode berakhir 3 Januari 2024, sebelum mulai 20 Januari 2024. Tukar kedua tanggalnya.";
    assert!(told(&window, wrong));
    press(&mut window, "Pakai rentang ini");
    assert!(told(&window, wrong), "it is not taken");
    press(&mut window, "Dari 20 Januari 2024");
    press(&mut window, "Senin, 1 Januari 2024");
    press(&mut window, "Pakai rentang ini");
    assert!(told(&window, "1–3 Januari 2024"));
    assert_eq!(order(&window).span.kind(), SpanKind::Range);
}

#[test]
fn csv_turns_chart_and_signatures_off_and_on_again() {
    let mut window = open(office());
    let all = ["Sertakan grafik", "Kolom tanda tangan", "Samarkan nama pengunjung"];
    assert!(all.iter().all(|name| is_on(&window, name)));
    press(&mut window, "CSV");
    assert!(!is_on(&window, all[0]) && !is_on(&window, all[1]) && is_on(&window, all[2]));
    switch(&mut window, all[0]);
    assert!(!order(&window).choices.chart, "it cannot be switched on there");
    press(&mut window, "PDF");
    assert!(all.iter().all(|name| is_on(&window, name)), "as they were before");
    switch(&mut window, all[0]);
    switch(&mut window, all[1]);
    assert!(!order(&window).choices.chart && !order(&window).choices.signatures);
}

#[test]
fn only_an_administrator_may_show_names() {
    let mask = "Samarkan nama pengunjung";
    let mut office = Office::new(Lang::Id);
    office.role = StaffRole::Librarian;
    let mut window = open(reports(office, &[stick()]));
    press(&mut window, "Rombongan");
    switch(&mut window, mask);
    assert!(is_on(&window, mask) && told(&window, "Hanya administrator yang dapat menampilkan nama."));
    assert!(order(&window).choices.mask_names);
    let mut window = open(self::office());
    press(&mut window, "Rombongan");
    switch(&mut window, mask);
    assert!(!is_on(&window, mask) && told(&window, "Nama ditulis lengkap, dan hal ini dicatat."));
    let (_, order, _) = made(&mut window, "Buat laporan PDF");
    assert!(order.names());
    // Of rows it is told what goes with the names.
    let mut window = open(self::office());
    press(&mut window, "Buku pengunjung");
    assert!(told(&window, "Juga asal, instansi, dan catatan."));
    press(&mut window, "Rombongan");
    press(&mut window, "CSV");
    assert!(told(&window, "Juga asal dan catatan."));
}

#[test]
fn the_preview_shows_the_pages_that_are_printed_and_turns_them() {
    let mut window = open(office());
    let shown = page(window.state()).preview.sheets.clone().unwrap();
    assert_eq!(*shown.0, *lay_out(&document(&order(&window))), "the very pages of the PDF");
    let pages = shown.0.len();
    assert!(pages > 1 && told(&window, &format!("Pratinjau halaman 1 dari {pages}")));
    for at in 2..=pages {
        press(&mut window, "Halaman berikutnya");
        assert!(told(&window, &format!("Halaman {at} dari {pages}")));
    }
    press(&mut window, "Halaman sebelumnya");
    assert!(told(&window, &format!("Halaman {} dari {pages}", pages - 1)));
    press(&mut window, "Perbesar");
    press(&mut window, "Tutup");
    press(&mut window, "Rombongan");
    let names = |window: &Window| {
        let sheets = page(window.state()).preview.sheets.clone().unwrap();
        let texts = sheets.0.iter().flat_map(|sheet| &sheet.items);
        texts.filter(|item| matches!(item, Item::Text { text, .. } if text.contains("Wulan Percontohan"))).count()
    };
    assert_eq!(names(&window), 0, "masked");
    switch(&mut window, "Samarkan nama pengunjung");
    assert!(names(&window) > 0);
}

#[test]
fn a_report_is_made_with_its_progress_and_the_drive_let_go_of() {
    let mut window = open(office());
    let (ticket, order, place) = made(&mut window, "Buat laporan PDF");
    assert_eq!(place.drive(), Some(&stick().path), "the drive that is there");
    tell(window.state_mut(), ticket, Reply::Progress(40));
    settle(&mut window);
    assert!(told(&window, "Menyusun… 40%"));
    assert!(window.query_by_role_and_label(Role::Button, "Buat laporan PDF").is_none(), "one at a time");
    ends(&mut window, ticket, done(&order));
    assert!(told(&window, "Tersimpan di flashdisk.") && told(&window, "laporan-kunjungan-2026-11.pdf"));
    press(&mut window, "Lepas dengan aman");
    let (ticket, Ask::Release(path)) = ordered(window.state_mut()).unwrap() else { panic!("another ask") };
    assert_eq!(path, stick().path);
    assert!(told(&window, "Melepas flashdisk…"));
    tell(window.state_mut(), ticket, Reply::Released(Ok(())));
    settle(&mut window);
    assert!(told(&window, "Flashdisk aman dicabut."));
    press(&mut window, "Tutup");
    assert!(told(&window, "Buat laporan PDF"));
}

#[test]
fn a_drive_that_cannot_be_let_go_of_is_told_with_what_to_do() {
    for (held, title) in [
        (Held::NoProgram, "Komputer ini tidak bisa melepas flashdisk sendiri."),
        (Held::Busy, "Flashdisk masih dipakai."),
        (Held::Refused, "Flashdisk belum bisa dilepas."),
        (Held::NotWritten, "Flashdisk tidak menerima semua data."),
    ] {
        let mut window = open(office());
        let (ticket, order, _) = made(&mut window, "Buat laporan PDF");
        ends(&mut window, ticket, done(&order));
        press(&mut window, "Lepas dengan aman");
        let (ticket, _) = ordered(window.state_mut()).unwrap();
        tell(window.state_mut(), ticket, Reply::Released(Err(held)));
        settle(&mut window);
        assert!(told(&window, title), "{title}");
    }
}

#[test]
fn making_is_cancelled_and_nothing_is_claimed() {
    let mut window = open(office());
    let (ticket, ..) = made(&mut window, "Buat laporan PDF");
    press(&mut window, "Batalkan");
    assert!(matches!(ordered(window.state_mut()), Some((_, Ask::Cancel))));
    assert!(told(&window, "Membatalkan…"));
    ends(&mut window, ticket, Saved::Cancelled);
    assert!(told(&window, "Buat laporan PDF"));
}

#[test]
fn every_trouble_is_a_sentence_that_says_what_to_do() {
    let stored = || Stored { name: "laporan.pdf".into(), until: None };
    let dated = Stored { until: NaiveDate::from_ymd_opt(2027, 11, 2), ..stored() };
    let full = Trouble::Full { needed: 1_200_000, free: Some(64_000) };
    for (saved, words) in [
        (Saved::Failed(Trouble::Gone), &["Flashdisk tidak ditemukan. Pasang flashdisk, lalu coba lagi."][..]),
        (
            Saved::Kept(full, stored()),
            &[
                "Ruang flashdisk tidak cukup.",
                "Berkas ini perlu 1,2 MB, tersisa 64 KB. Hapus berkas lama di flashdisk, atau pakai flashdisk lain. \
                 Berkas disimpan di folder laporan: laporan.pdf",
            ],
        ),
        (Saved::Kept(Trouble::Gone, stored()), &["Gagal menyimpan. Berkas disimpan di folder laporan.", "laporan.pdf"]),
        (
            Saved::Kept(Trouble::Failed, dated),
            &["laporan.pdf. Berkas ini memuat data pengunjung dan dihapus dari folder laporan pada 2 November 2027."],
        ),
        (Saved::Failed(Trouble::ReadOnly), &["Flashdisk hanya bisa dibaca."]),
        (Saved::Failed(full), &["Ruang di komputer ini tidak cukup."]),
        (Saved::Failed(Trouble::Book), &["Buku tidak dapat dibaca sekarang."]),
        (Saved::Failed(Trouble::TooManyRows), &["Pilih periode yang lebih pendek, atau pilih CSV."]),
        (Saved::Failed(Trouble::Failed), &["Gagal menyimpan."]),
    ] {
        let mut window = open(office());
        let (ticket, ..) = made(&mut window, "Buat laporan PDF");
        ends(&mut window, ticket, saved);
        for text in words {
            assert!(told(&window, text), "{text}");
        }
        assert!(window.query_by_label("Lepas dengan aman").is_none());
        press(&mut window, "Tutup");
        assert!(told(&window, "Buat laporan PDF"), "it can be tried again");
    }
}

#[test]
fn drives_are_offered_by_name_and_their_folders_too() {
    let mut window = open(reports(Office::new(Lang::Id), &[]));
    assert!(told(&window, "Folder laporan") && told(&window, "Di komputer ini, tersisa 118,4 GB"));
    // A drive is plugged in: it is taken, as long as nobody has chosen another place.
    tell(window.state_mut(), 0, Reply::Drives { drives: vec![stick()], free: None });
    settle(&mut window);
    assert!(told(&window, "Flashdisk LAPORAN") && told(&window, "Tersisa 12,4 GB"));
    press(&mut window, "Flashdisk LAPORAN");
    press(&mut window, "Pilih folder di LAPORAN");
    assert!(told(&window, "LAPORAN"));
    press(&mut window, "2026");
    assert!(told(&window, "LAPORAN / 2026") && told(&window, "Tidak ada folder lain di sini."));
    press(&mut window, "Simpan di folder ini");
    assert!(told(&window, "Flashdisk LAPORAN / 2026"));
    let (ticket, order, place) = made(&mut window, "Buat laporan PDF");
    assert_eq!(place, Place::On { drive: stick().path, folder: PathBuf::from("/media/petugas/LAPORAN/2026") });
    ends(&mut window, ticket, done(&order));
    press(&mut window, "Tutup");
    // It is pulled: the page says so and keeps the place for when it comes back.
    tell(window.state_mut(), 0, Reply::Drives { drives: Vec::new(), free: None });
    window.run_steps(2);
    assert!(told(&window, "Flashdisk tidak ditemukan") && told(&window, "Pasang flashdisk, lalu coba lagi."));
    press(&mut window, "Flashdisk tidak ditemukan");
    press(&mut window, "Folder laporan");
    assert_eq!(saving(window.state()).place, Place::Folder);
}

#[test]
fn the_last_files_are_listed() {
    let window = open(office());
    for text in ["Berkas terakhir", "Rekap bulanan, Oktober 2026", "Kepatuhan SOP, Oktober 2026"] {
        assert!(told(&window, text), "{text}");
    }
}

#[test]
fn an_unreadable_book_is_told_and_the_page_opens_later() {
    let mut office = Office::new(Lang::Id).in_the_panel();
    let reopen = |office: &mut Office| {
        office.send(Event::Tab(buku_pengunjung::flow::staff::Tab::Health));
        office.effects.clear();
        office.send(Event::Tab(buku_pengunjung::flow::staff::Tab::Reports));
    };
    reopen(&mut office);
    let (ticket, _) = ordered(&mut office).unwrap();
    let reply = Err(buku_pengunjung::flow::staff::page::Unanswered::Book);
    office.send(Event::Replied { ticket, reply });
    let mut window = open(office);
    assert!(told(&window, &Words::of(Lang::Id).get("reports-preview-failed")));
    reopen(window.state_mut());
    settle(&mut window);
    assert!(told(&window, "Buat laporan PDF"));
}
