//! Ruang internet of the panel in a real window: who sits is seen, a session is ended, a computer is closed and opened
//! again, and the book and its log say so.

use crate::cards::assert_row;
use crate::staff::{PIN, acts, first_page, staffed};
use crate::support::kiosk::Kiosk;
use crate::support::library::{BAYU, WULAN, field};

/// A member is seated at that computer, and Welcome stands again.
fn seat(kiosk: &Kiosk, card: &str, computer: &str) {
    kiosk.scan_until(card, "purpose");
    kiosk.touch("Layanan internet gratis");
    kiosk.screen("seat");
    kiosk.touch(computer);
    kiosk.touch(&format!("Pakai {computer}"));
    kiosk.screen("done");
    kiosk.touch("Selesai");
    kiosk.screen("welcome");
}

#[test]
fn staff_see_who_sits_end_a_session_and_close_a_computer() {
    let kiosk = Kiosk::open(staffed());
    seat(&kiosk, WULAN, "PC 05");
    seat(&kiosk, BAYU, "PC 09");
    kiosk.hold_the_emblem();
    kiosk.touch_figures(PIN);
    kiosk.screen(&first_page());
    kiosk.touch("Ruang internet");
    kiosk.screen("staff_room");
    kiosk.control("PC 05, W.");
    kiosk.control("PC 09, B.");
    kiosk.picture("staff-room");

    // The name stands there only when it is asked for.
    kiosk.touch("PC 05, W.");
    kiosk.touch("Tampilkan nama");
    kiosk.gone("Tampilkan nama");
    kiosk.picture("staff-room-name");
    kiosk.touch("Tutup sesi");
    kiosk.touch("Ya, tutup");
    kiosk.control("PC 05, Kosong");

    // A free computer is closed at once, with a reason, and opened again.
    kiosk.touch("PC 03, Kosong");
    kiosk.touch("Tandai rusak");
    kiosk.touch("Tidak ada internet");
    kiosk.control("PC 03, Rusak");
    kiosk.touch("Tandai baik");
    kiosk.control("PC 03, Kosong");
    kiosk.touch("PC 04, Kosong");
    kiosk.touch("Tandai rusak");
    kiosk.touch("Tidak menyala");
    kiosk.control("PC 04, Rusak");
    kiosk.picture("staff-room-closed");

    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 2);
    assert_row(&rows[0], &[("card_number", WULAN), ("seat", "PC 05"), ("session_end", "staff"), ("voided", "false")]);
    assert!(field(&rows[0], "session_ended_at") >= field(&rows[0], "session_started_at"));
    assert_row(&rows[1], &[("card_number", BAYU), ("seat", "PC 09"), ("session_end", ""), ("session_ended_at", "")]);

    // A visitor meets the room as staff left it.
    kiosk.touch("Kunci panel");
    kiosk.screen("welcome");
    kiosk.scan_until(WULAN, "repeated");
    kiosk.touch("Selesai");
    kiosk.screen("welcome");
    let library = kiosk.close();
    let expected = [
        "members_imported",
        "staff_added administrator",
        "panel_opened",
        "name_shown",
        "seat_freed",
        "seat_closed network",
        "seat_reopened",
        "seat_closed dead",
        "panel_locked by_hand",
    ];
    assert_eq!(acts(&library), expected);
    assert!(library.done(&["verify"]).contains("entries of the audit log hang together"));
}
