//! Kunjungan in a real window: the row of a real check-in is found, taken back, carried away and told so by the export.

use std::fs;

use crate::staff::{PIN, in_the_panel, staffed};
use crate::support::kiosk::Kiosk;
use crate::support::library::{BAYU, WULAN, field};

#[test]
fn a_real_check_in_is_found_taken_back_and_exported_so() {
    let kiosk = Kiosk::open(staffed());
    for card in [WULAN, BAYU] {
        kiosk.scan_until(card, "purpose");
        kiosk.touch("Membaca di tempat");
        kiosk.screen("done");
        kiosk.touch("Selesai");
        kiosk.screen("welcome");
    }
    kiosk.hold_the_emblem();
    kiosk.touch_figures(PIN);
    in_the_panel(&kiosk);
    kiosk.touch("Kunjungan");
    kiosk.screen("staff_visits");
    kiosk.control("Menu baris 2");
    kiosk.touch("Tampilkan nama");
    kiosk.control("Samarkan nama");
    kiosk.picture("staff-visits");

    // Found on the keyboard of the screen; the other row is gone from the list.
    kiosk.touch("Cari nama");
    kiosk.touch_keys("wul");
    kiosk.gone("Menu baris 2");
    kiosk.picture("staff-visits-search");
    kiosk.touch("Menu baris 1");
    kiosk.control("Lihat rincian");
    kiosk.touch("Batalkan pencatatan");
    kiosk.touch("Salah catat");
    kiosk.touch("Batalkan pencatatan");
    kiosk.control("Dibatalkan: 1");
    kiosk.picture("staff-visits-voided");
    // What the search found is taken away: her row alone, masked, in the report folder, since no drive is here.
    kiosk.touch("Ekspor hasil saring");
    kiosk.control("Folder laporan");
    kiosk.picture("staff-visits-export");
    kiosk.touch("CSV");
    kiosk.touch("Buat berkas CSV");
    // The card of the export goes when the file stands.
    kiosk.gone("Buat berkas CSV");
    kiosk.touch("Tutup");
    kiosk.gone("Tutup");
    let files: Vec<_> = fs::read_dir(kiosk.library.data().join("reports")).unwrap().map(|e| e.unwrap()).collect();
    let [file] = &files[..] else { panic!("{} files", files.len()) };
    assert!(file.file_name().to_string_lossy().starts_with("buku-tersaring-"), "{:?}", file.file_name());
    let text = fs::read_to_string(file.path()).unwrap();
    let [_, row] = text.lines().collect::<Vec<_>>()[..] else { panic!("{} lines", text.lines().count()) };
    assert!(row.contains("Wu••• P•••") && row.contains("mistake") && !row.contains(WULAN), "{row}");

    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 2);
    let wulan = rows.iter().find(|row| field(row, "card_number") == WULAN).unwrap();
    assert_eq!((field(wulan, "voided").as_str(), field(wulan, "void_reason").as_str()), ("true", "mistake"));
    let bayu = rows.iter().find(|row| field(row, "card_number") == BAYU).unwrap();
    assert_eq!(field(bayu, "voided"), "false");
    assert!(kiosk.library.done(&["verify"]).contains("audit_chain"));
}
