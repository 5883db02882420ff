//! The internet room in a real window: a seat, the gate, the queue, leaving, and a power cut in between.

use crate::cards::assert_row;
use crate::forms::fill_non_member;
use crate::staff::{PIN, acts, staffed};
use crate::support::kiosk::Kiosk;
use crate::support::library::{BAYU, EXPIRED, Library, WULAN, field};

const INTERNET: &str = "Layanan internet gratis";
const POINTS: [&str; 3] = ["Komputer sudah dimatikan", "Perangkat sudah dirapikan", "Ruangan bersih dan tertib"];

/// A member is seated at the suggested computer, and Welcome stands again.
fn seat(kiosk: &Kiosk, card: &str) {
    kiosk.display.scan(card);
    kiosk.screen("purpose");
    kiosk.touch(INTERNET);
    kiosk.screen("seat");
    kiosk.touch("Pakai");
    kiosk.screen("done");
    kiosk.touch("Selesai");
    kiosk.screen("welcome");
}

fn tick(kiosk: &Kiosk, points: &[&str]) {
    for point in points {
        kiosk.touch(point);
    }
}

#[test]
fn a_member_takes_pc_03_and_leaves_it_tidy() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.display.scan(WULAN);
    kiosk.screen("purpose");
    kiosk.touch(INTERNET);
    kiosk.screen("seat");
    assert!(kiosk.library.visits().is_empty(), "the tile records nothing by itself");
    // PC 01 and PC 02 are for children; the first of the others is suggested.
    kiosk.control("Pakai PC 03");
    kiosk.touch("PC 05");
    kiosk.control("Pakai PC 05");
    kiosk.touch("PC 03");
    kiosk.picture("seat");
    kiosk.touch("Pakai PC 03");
    kiosk.screen("done");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    let open = [("purpose", "internet"), ("seat", "PC 03"), ("session_ended_at", ""), ("session_end", "")];
    assert_row(&rows[0], &open);
    assert!(!field(&rows[0], "session_started_at").is_empty());
    kiosk.touch("Selesai");
    kiosk.screen("welcome");

    kiosk.scan_until(WULAN, "still_seated");
    kiosk.touch("Selesai internet");
    kiosk.screen("check_out");
    tick(&kiosk, &POINTS);
    kiosk.touch("Puas");
    kiosk.picture("check-out");
    kiosk.touch("Selesai dan pulang");
    kiosk.screen("done");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1, "leaving is no visit");
    let left =
        [("seat", "PC 03"), ("session_end", "self"), ("shut_down", "true"), ("tidied", "true"), ("clean", "true")];
    assert_row(&rows[0], &left);
    assert!(field(&rows[0], "session_ended_at") >= field(&rows[0], "session_started_at"));
}

#[test]
fn a_non_member_is_told_what_is_needed_and_a_pin_allows_this_visit() {
    let kiosk = Kiosk::open(staffed());
    fill_non_member(&kiosk);
    kiosk.screen("purpose");
    kiosk.touch(INTERNET);
    kiosk.screen("internet_gate");
    kiosk.picture("internet-gate");
    kiosk.touch("Minta izin petugas");
    kiosk.screen("staff_permission");
    kiosk.touch("Kembali ke layar pengunjung");
    kiosk.screen("internet_gate");
    kiosk.touch("Minta izin petugas");
    kiosk.screen("staff_permission");
    kiosk.touch_figures(PIN);
    kiosk.screen("seat");
    kiosk.touch("Pakai PC 03");
    kiosk.screen("done");
    kiosk.picture("done-with-exit-code");
    assert_row(&kiosk.library.visits()[0], &[("membership_type", "non_member"), ("seat", "PC 03")]);
    let library = kiosk.close();
    let expected = ["members_imported", "staff_added administrator", "permission_given internet", "internet_allowed"];
    assert_eq!(acts(&library), expected);
}

#[test]
fn a_room_of_two_fills_and_the_third_waits_by_number() {
    let seats = r#"[{ name = "PC 01", position = [1, 1] }, { name = "PC 02", position = [2, 1] }]"#;
    let seats: toml_edit::Value = seats.parse().unwrap();
    let kiosk =
        Kiosk::open(Library::with_members().set("internet", "seats", seats).set("internet", "expired_card", "warn"));
    seat(&kiosk, WULAN);
    seat(&kiosk, BAYU);
    kiosk.display.scan(EXPIRED);
    kiosk.screen("card_expired");
    kiosk.touch("Lanjut berkunjung");
    kiosk.screen("purpose");
    kiosk.picture("purpose-full");
    kiosk.touch(INTERNET);
    kiosk.screen("queue");
    assert_eq!(kiosk.library.visits().len(), 2);
    kiosk.touch("Ambil nomor antrean");
    kiosk.screen("done");
    kiosk.touch("Selesai");
    kiosk.screen("welcome");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 3);
    assert_row(&rows[2], &[("card_number", EXPIRED), ("purpose", "internet"), ("seat", "")]);

    // The second computer becomes free, and its number is called.
    kiosk.touch("Selesai internet");
    kiosk.screen("leaver");
    kiosk.scan_until(BAYU, "check_out");
    tick(&kiosk, &POINTS);
    kiosk.touch("Selesai dan pulang");
    kiosk.screen("done");
    kiosk.touch("Selesai");
    kiosk.screen("welcome");
    kiosk.control("Giliran: 1 → PC 02");
    kiosk.picture("welcome-turn");
    kiosk.touch("Giliran");
    kiosk.screen("turn");
    kiosk.touch_keys("1");
    kiosk.touch("Lanjut");
    kiosk.screen("seat");
    kiosk.touch("Pakai PC 02");
    kiosk.screen("done");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 3, "the visit stood in the book already");
    assert_row(&rows[2], &[("card_number", EXPIRED), ("seat", "PC 02"), ("session_end", "")]);
}

#[test]
fn a_point_that_is_not_ticked_is_reported_with_its_reason() {
    let kiosk = Kiosk::open(Library::with_members());
    seat(&kiosk, WULAN);
    // By computer and the last characters of the KTA.
    kiosk.touch("Selesai internet");
    kiosk.screen("leaver");
    kiosk.touch("PC 03");
    kiosk.screen("leaver_code");
    kiosk.touch_keys("017");
    kiosk.touch("Lanjut");
    kiosk.screen("check_out");
    tick(&kiosk, &POINTS[..2]);
    kiosk.touch("Selesai dan pulang");
    kiosk.dialog("untidy");
    kiosk.picture("untidy");
    kiosk.touch("Lapor: Lupa");
    kiosk.screen("done");
    let wanted = [("session_end", "self"), ("shut_down", "true"), ("tidied", "true"), ("clean", "false")];
    assert_row(&kiosk.library.visits()[0], &wanted);
}

#[test]
fn whoever_sat_before_a_power_cut_sits_after_it() {
    let kiosk = Kiosk::open(Library::with_members());
    seat(&kiosk, WULAN);
    let kiosk = Kiosk::open(kiosk.cut());
    assert_row(&kiosk.library.visits()[0], &[("seat", "PC 03"), ("session_end", "")]);
    kiosk.display.scan(BAYU);
    kiosk.screen("purpose");
    kiosk.touch(INTERNET);
    kiosk.screen("seat");
    kiosk.touch("Pakai PC 04");
    kiosk.screen("done");
    kiosk.touch("Selesai");
    kiosk.screen("welcome");
    kiosk.scan_until(WULAN, "still_seated");
    kiosk.touch("Pindah komputer");
    kiosk.screen("seat");
    kiosk.touch("Pindah ke PC 05");
    kiosk.screen("done");
    let rows = kiosk.library.visits();
    assert_row(&rows[0], &[("card_number", WULAN), ("seat", "PC 05"), ("session_end", "")]);
    assert_row(&rows[1], &[("card_number", BAYU), ("seat", "PC 04"), ("session_end", "")]);
}
