//! "Ekspor hasil saring", by role and name: what is listed is what is ordered, it is saved as Laporan saves, and every end
//! of it is told over the list.

use std::path::PathBuf;

use buku_pengunjung::domain::report::{FileForm, Place, Saved, Sifted, Stored, Trouble, Wanted};
use buku_pengunjung::domain::staff::Role as StaffRole;
use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::staff::reports::{Ask, Reply};
use buku_pengunjung::flow::staff::visits::{Choice, Event, When};
use buku_pengunjung::flow::staff::{Event as DeskEvent, Tab};
use buku_pengunjung::i18n::Lang;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::reports_support::{answer, ordered, stick, tell};
use crate::staff_support::{Office, Window, window};
use crate::staff_visits_scenes as scenes;
use crate::support::SIZES;
use crate::visits_export_scenes as export_scenes;

fn press(window: &mut Window, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).click();
    settle(window);
}

fn settle(window: &mut Window) {
    window.run_steps(2);
    answer(window.state_mut(), &[stick()]);
    window.run_steps(2);
}

fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label(text).next().is_some()
}

fn export(office: Office) -> Window {
    let mut window = window(office, SIZES[0].1);
    press(&mut window, Role::Button, "Ekspor hasil saring");
    window
}

/// What is ordered now.
fn made(window: &mut Window, name: &str) -> (u64, Sifted, Place) {
    press(window, Role::Button, name);
    let (ticket, Ask::Make(what, place)) = ordered(window.state_mut()).unwrap() else { panic!("another ask") };
    let Wanted::Sifted(sifted) = *what else { panic!("a report") };
    (ticket, sifted, place)
}

fn ends(window: &mut Window, ticket: u64, saved: Saved) {
    tell(window.state_mut(), ticket, Reply::Made(saved, Vec::new()));
    settle(window);
}

fn stored() -> Stored {
    Stored { name: "buku-tersaring-2026-11-25-pukul-13-47-05.csv".into(), until: None }
}

#[test]
fn the_filtered_list_is_taken_away_on_a_drive() {
    let mut office = scenes::listed();
    for choice in [Choice::When(When::Today), Choice::Kind(Some(MembershipType::Group))] {
        scenes::on(&mut office, Event::Choose(choice));
        scenes::answer(&mut office, scenes::shown(scenes::first_page(), When::Today));
    }
    let mut window = export(office);
    assert!(says(
        &window,
        "Hari ini: 116 baris dengan saringan ini. Semua baris ikut, juga dari halaman lain; yang dibatalkan bertanda “voided”."
    ));
    assert!(says(&window, "Flashdisk LAPORAN") && says(&window, "Tersisa 12,4 GB"));
    assert!(window.query_by_label("PDF").is_none(), "rows are no paper");
    press(&mut window, Role::Button, "CSV");
    let (ticket, sifted, place) = made(&mut window, "Buat berkas CSV");
    assert_eq!((sifted.form, sifted.mask_names), (FileForm::Csv, true));
    let day = crate::staff_support::clock().date();
    assert_eq!((sifted.sieve.period.from, sifted.sieve.kind), (Some(day), Some(MembershipType::Group)));
    assert_eq!(place.drive(), Some(&stick().path), "the drive that is there");
    tell(window.state_mut(), ticket, Reply::Progress(40));
    settle(&mut window);
    assert!(says(&window, "Menyusun… 40%"));
    ends(&mut window, ticket, Saved::Done(stored()));
    assert!(says(&window, "Tersimpan di flashdisk.") && says(&window, &stored().name));
    press(&mut window, Role::Button, "Lepas dengan aman");
    let (ticket, Ask::Release(path)) = ordered(window.state_mut()).unwrap() else { panic!("another ask") };
    assert_eq!(path, stick().path);
    tell(window.state_mut(), ticket, Reply::Released(Ok(())));
    settle(&mut window);
    assert!(says(&window, "Flashdisk aman dicabut."));
    press(&mut window, Role::Button, "Tutup");
    press(&mut window, Role::Button, "Menu baris 7, pukul 13.05");
    assert!(says(&window, "Lihat rincian"), "the list is back");
}

#[test]
fn a_folder_on_the_drive_is_picked_and_making_is_cancelled() {
    let mut window = export(scenes::listed());
    press(&mut window, Role::Button, "Flashdisk LAPORAN");
    press(&mut window, Role::Button, "Pilih folder di LAPORAN");
    press(&mut window, Role::Button, "2026");
    press(&mut window, Role::Button, "Simpan di folder ini");
    assert!(says(&window, "Flashdisk LAPORAN / 2026"));
    let (ticket, _, place) = made(&mut window, "Buat berkas XLSX");
    assert_eq!(place, Place::On { drive: stick().path, folder: PathBuf::from("/media/petugas/LAPORAN/2026") });
    press(&mut window, Role::Button, "Batalkan");
    assert!(matches!(ordered(window.state_mut()), Some((_, Ask::Cancel))));
    assert!(says(&window, "Membatalkan…"));
    ends(&mut window, ticket, Saved::Cancelled);
    assert!(says(&window, "Buat berkas XLSX"));
}

#[test]
fn a_drive_that_is_full_locked_or_pulled_is_told_and_another_can_be_taken() {
    for (trouble, title) in [
        (Trouble::Gone, "Flashdisk tidak ditemukan. Pasang flashdisk, lalu coba lagi."),
        (Trouble::ReadOnly, "Flashdisk hanya bisa dibaca."),
        (Trouble::TooManyRows, "Terlalu banyak baris untuk XLSX."),
    ] {
        let mut window = export(scenes::listed());
        let (ticket, ..) = made(&mut window, "Buat berkas XLSX");
        ends(&mut window, ticket, Saved::Failed(trouble));
        assert!(says(&window, title), "{title}");
        press(&mut window, Role::Button, "Tutup");
        assert!(says(&window, "Buat berkas XLSX"), "it can be tried again");
    }
    let mut window = export(scenes::listed());
    let (ticket, ..) = made(&mut window, "Buat berkas XLSX");
    ends(&mut window, ticket, Saved::Kept(Trouble::Full { needed: 1_200_000, free: Some(64_000) }, stored()));
    assert!(says(&window, "Ruang flashdisk tidak cukup."));
}

#[test]
fn names_are_for_administrators() {
    let mut office = Office::new(Lang::Id);
    office.role = StaffRole::Librarian;
    let mut office = office.in_the_panel();
    office.send(DeskEvent::Tab(Tab::Visits));
    scenes::answer(&mut office, scenes::shown(scenes::first_page(), When::default()));
    let mut window = export(office);
    press(&mut window, Role::Switch, "Samarkan nama pengunjung");
    assert!(says(&window, "Hanya administrator yang dapat menampilkan nama."));
    assert!(made(&mut window, "Buat berkas XLSX").1.mask_names);

    let mut window = export(scenes::listed());
    assert!(says(&window, "Juga asal, instansi, dan catatan."));
    press(&mut window, Role::Switch, "Samarkan nama pengunjung");
    assert!(says(&window, "Nama ditulis lengkap, dan hal ini dicatat."));
    assert!(!made(&mut window, "Buat berkas XLSX").1.mask_names);
}

#[test]
fn the_dialog_of_the_system_is_offered_where_it_may_open_and_what_is_chosen_there_counts() {
    let mut office = export_scenes::export_system();
    office.rules.system_dialogs = false;
    assert!(!says(&window(office, SIZES[0].1), "Pilih lewat sistem"));

    let mut window = window(export_scenes::export_system(), SIZES[0].1);
    press(&mut window, Role::Button, "Pilih lewat sistem");
    assert!(says(&window, "Menunggu jendela sistem…") && says(&window, "Folder laporan"), "the panel is still there");
    export_scenes::system(window.state_mut(), None);
    settle(&mut window);
    assert!(says(&window, "Pilih lewat sistem") && says(&window, "Folder laporan"), "closed: nothing is changed");
    press(&mut window, Role::Button, "Pilih lewat sistem");
    export_scenes::system(window.state_mut(), Some("/srv/bersama/laporan"));
    settle(&mut window);
    assert!(says(&window, "laporan") && says(&window, "Folder di komputer ini, dipilih lewat sistem"));
    let (ticket, _, place) = made(&mut window, "Buat berkas XLSX");
    assert_eq!(place, Place::At("/srv/bersama/laporan".into()));
    ends(&mut window, ticket, Saved::Done(stored()));
    assert!(says(&window, "Tersimpan di folder yang dipilih.") && !says(&window, "Lepas dengan aman"));
}

#[test]
fn a_picture_of_the_export() {
    let mut window = window(export_scenes::export(), SIZES[0].1);
    window.snapshot("staff-visits-export-1920x1080");
}
