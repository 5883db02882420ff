//! Reports in a real window: a visitor checks in, staff take the month's report away on a flash drive. The first drive is
//! full, the second has room; both are small file systems of their own, seen by this kiosk alone.

use std::path::PathBuf;
use std::process::Command;

use crate::staff::{PIN, acts, first_page, staffed};
use crate::support::display::Display;
use crate::support::kiosk::Kiosk;
use crate::support::library::WULAN;

/// Mounts two drives where no other program sees them, then becomes the kiosk.
const DRIVES: &str = "mount -t tmpfs tmpfs /media && mkdir /media/A-PENUH /media/B-LEGA \
    && mount -t tmpfs -o size=8k tmpfs /media/A-PENUH && mount -t tmpfs -o size=8m tmpfs /media/B-LEGA && exec \"$@\"";
const ALONE: [&str; 6] = ["unshare", "--mount", "--propagation", "private", "sh", "-c"];

/// Whether this user may mount file systems for one program alone; else why not.
fn may_mount() -> Result<(), String> {
    let tried = Command::new("unshare").args(&ALONE[1..]).args([DRIVES, "sh", "true"]).output();
    match tried {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

fn text_of(pdf: &PathBuf) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output();
    let output = output.expect("pdftotext (poppler-utils) is needed to read the PDF back");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn files(folder: &PathBuf) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn the_months_report_goes_onto_a_drive_with_room_after_a_full_one() {
    if let Err(why) = may_mount() {
        println!("skipped: this user may not mount drives for a test ({why})");
        return;
    }
    let wrapper = [&ALONE[..], &[DRIVES, "sh"]].concat();
    let kiosk = Kiosk::start_behind(&wrapper, Display::start(1366, 768), staffed(), "layout");
    kiosk.screen("welcome");
    kiosk.display.wait_for_focus();
    kiosk.scan_until(WULAN, "purpose");
    kiosk.touch("Membaca di tempat");
    kiosk.screen("done");
    kiosk.touch("Selesai");
    kiosk.screen("welcome");

    kiosk.hold_the_emblem();
    kiosk.touch_figures(PIN);
    kiosk.screen(&first_page());
    kiosk.touch("Laporan");
    kiosk.screen("staff_reports");
    kiosk.control("Flashdisk A-PENUH");
    kiosk.picture("staff-reports");
    kiosk.touch("Buat laporan PDF");
    // "Ruang flashdisk tidak cukup."
    kiosk.control("Tutup");
    kiosk.picture("staff-reports-full");
    kiosk.touch("Tutup");
    kiosk.gone("Tutup");

    kiosk.touch("Flashdisk A-PENUH");
    kiosk.touch("Flashdisk B-LEGA");
    kiosk.gone("Folder laporan");
    kiosk.touch("Buat laporan PDF");
    // "Tersimpan di flashdisk."
    kiosk.control("Lepas dengan aman");
    let drive = |name: &str| PathBuf::from(format!("/proc/{}/root/media/{name}", kiosk.pid()));
    let month = chrono::Utc::now().with_timezone(&chrono_tz::Asia::Jakarta).format("%Y-%m");
    let name = format!("laporan-kunjungan-{month}.pdf");
    assert_eq!(files(&drive("B-LEGA")), [name.as_str()]);
    assert!(files(&drive("A-PENUH")).is_empty(), "nothing half is left on the full drive");
    let text = text_of(&drive("B-LEGA").join(&name));
    assert!(text.contains("1 orang dalam 1 pencatatan"), "{text}");
    assert!(!text.contains("Wulan"), "no name stands in it");
    // What did not fit on the first drive was kept.
    assert_eq!(files(&kiosk.library.data().join("reports")), [name.as_str()]);

    kiosk.touch("Lepas dengan aman");
    // Nobody can unmount a file system that has no device; the sentence says what to do instead.
    kiosk.gone("Lepas dengan aman");
    kiosk.touch("Tutup");
    kiosk.gone("Tutup");
    kiosk.touch("Kunci panel");
    kiosk.screen("welcome");
    let library = kiosk.close();
    let made: Vec<String> = acts(&library).into_iter().filter(|act| act.starts_with("report_made")).collect();
    assert_eq!(made, ["report_made pdf", "report_made pdf"]);
    assert!(library.done(&["verify"]).contains("hang together"));
}
