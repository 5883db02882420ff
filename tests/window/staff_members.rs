//! The membership list in a real window: a new list is taken from a folder, the new card is scanned into the search, and
//! the import is undone.

use crate::staff::{PIN, acts, first_page, staffed};
use crate::support::kiosk::Kiosk;

/// The card of whom the new list brings.
const NEW: &str = "21000000000058";
const LIST: &str = "No. KTA;Nama Lengkap;JK;Berlaku Sampai\n\
    21000000000017;Wulan Teladan;P;31/12/2099\n\
    21000000000058;Ratna Percobaan;P;31/12/2099\n\
    ;Tanpa Nomor;L;\n";

#[test]
fn a_list_is_imported_from_a_folder_the_new_card_is_found_by_a_scan_and_the_import_is_undone() {
    let library = staffed();
    let before = library.done(&["members", "list"]);
    // The home of whom the kiosk runs as.
    let folder = library.config().parent().unwrap().join("Kiriman");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("anggota-baru.csv"), LIST).unwrap();
    let kiosk = Kiosk::open(library);
    kiosk.hold_the_emblem();
    kiosk.touch_figures(PIN);
    kiosk.screen(&first_page());
    kiosk.touch("Anggota");
    kiosk.screen("staff_members");
    kiosk.control("Baris 4: Wu••• P•••");
    kiosk.picture("staff-members");

    kiosk.touch("Impor anggota");
    kiosk.touch("Folder pengguna");
    kiosk.touch("Folder Kiriman");
    kiosk.touch("anggota-baru.csv");
    kiosk.control("Masa berlaku: Berlaku Sampai");
    kiosk.picture("staff-members-columns");
    kiosk.touch("Periksa");
    kiosk.control("Anggota yang tidak ada di berkas menjadi tidak aktif");
    kiosk.picture("staff-members-check");
    let told = kiosk.library.done(&["members", "list"]);
    assert_eq!(told, before, "nothing has changed yet");
    kiosk.touch("Impor");
    kiosk.touch("Selesai");
    kiosk.gone("Selesai");
    kiosk.control("Batalkan impor terakhir");

    kiosk.display.scan(NEW);
    kiosk.touch("Baris 1: Ra••• P•••");
    kiosk.touch("Tampilkan rincian");
    kiosk.gone("Tampilkan rincian");
    kiosk.picture("staff-members-detail");
    kiosk.touch("Tutup");
    kiosk.gone("Tutup");
    let list = kiosk.library.done(&["members", "list"]);
    assert!(list.contains("21000000000058,Ratna Percobaan,female") && list.contains("Wulan Teladan"), "{list}");

    kiosk.touch("Batalkan impor terakhir");
    kiosk.touch("Ya, batalkan impor");
    kiosk.touch("Mengerti");
    kiosk.gone("Mengerti");
    kiosk.gone("Batalkan impor terakhir");
    kiosk.touch("Kunci panel");
    kiosk.screen("welcome");
    let library = kiosk.close();
    assert_eq!(library.done(&["members", "list"]), before);
    assert!(library.visits().is_empty(), "a scan in the panel records nothing");
    let panel = ["panel_opened", "members_imported", "names_shown members", "import_undone", "panel_locked by_hand"];
    assert_eq!(acts(&library)[2..], panel);
    library.done(&["verify"]);
}
