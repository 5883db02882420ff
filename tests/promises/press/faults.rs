//! Drives that are full, can only be read, or are pulled; and making that is cancelled.

use std::process::Command;

use buku_pengunjung::domain::report::{Content, FileForm, Place, Saved, Trouble, Wanted};
use buku_pengunjung::runtime::reports::{Busy, Job, Progress};
use chrono::Utc;

use super::{Shop, drive, names, order, shop, shop_with, stick};
use crate::office::Office;

/// A small tmpfs over the folder that stands for the drive; it goes when this is dropped.
struct Small(std::path::PathBuf);

impl Small {
    /// `None`, and said so, where this user may not mount.
    fn mount(shop: &Shop, options: &str) -> Option<Self> {
        let path = drive(&shop.office);
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&path);
        if mount.output().is_ok_and(|o| o.status.success()) {
            return Some(Self(path));
        }
        println!("skipped: this user may not mount a small drive");
        None
    }

    fn read_only(&self) {
        let remount = Command::new("mount").args(["-o", "remount,ro"]).arg(&self.0).status().unwrap();
        assert!(remount.success());
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

/// The file is in the report folder instead, and nothing is on the drive.
fn kept(shop: &mut Shop, order_of: (Content, FileForm)) -> Trouble {
    let (place, by) = (shop.on_drive(), shop.librarian);
    let Saved::Kept(trouble, stored) = shop.make(order(order_of.0, order_of.1), place, by) else { panic!("not kept") };
    assert_eq!(shop.reports(), [stored.name]);
    assert!(names(&shop.office.path().join("drive")).is_empty(), "nothing half is left on the drive");
    trouble
}

#[test]
fn a_full_drive_is_told_and_the_file_is_kept() {
    for order_of in [(Content::Visits, FileForm::Pdf), (Content::Book, FileForm::Csv)] {
        let mut shop = shop(900);
        let Some(_small) = Small::mount(&shop, "size=8k") else { return };
        let Trouble::Full { needed, free: Some(free) } = kept(&mut shop, order_of) else { panic!("another trouble") };
        assert!(needed > free, "{needed} bytes and {free} free");
    }
}

#[test]
fn a_drive_that_fills_up_meanwhile_leaves_nothing_half() {
    // Room enough by the figures, but only for the file's beginning: the drive has no more files to give.
    let mut shop = shop(300);
    let Some(_small) = Small::mount(&shop, "size=4m,nr_inodes=1") else { return };
    assert!(matches!(kept(&mut shop, (Content::Visits, FileForm::Pdf)), Trouble::Full { .. }));
}

#[test]
fn a_drive_that_can_only_be_read_is_told() {
    let mut shop = shop(100);
    let Some(small) = Small::mount(&shop, "size=4m") else { return };
    small.read_only();
    assert_eq!(kept(&mut shop, (Content::Visits, FileForm::Pdf)), Trouble::ReadOnly);
    // What the system knows already costs no work.
    let office = Office::new();
    let mut drive = stick(&drive(&office));
    drive.read_only = true;
    let mut shop = shop_with(office, 50, vec![vec![drive]]);
    let (place, by) = (shop.on_drive(), shop.librarian);
    let saved = shop.make(order(Content::Visits, FileForm::Pdf), place, by);
    assert_eq!(saved, Saved::Failed(Trouble::ReadOnly));
    assert!(shop.reports().is_empty());
}

#[test]
fn a_drive_that_is_pulled_is_told_and_nothing_is_written_where_it_was() {
    // Pulled while the report is written: there at the first look, gone at the second, its folder left behind.
    let office = Office::new();
    let lists = vec![vec![stick(&drive(&office))], Vec::new()];
    let mut shop = shop_with(office, 100, lists);
    assert_eq!(kept(&mut shop, (Content::Visits, FileForm::Pdf)), Trouble::Gone);

    // Never plugged in.
    let (place, by) = (shop.on_drive(), shop.librarian);
    let saved = shop.make(order(Content::Visits, FileForm::Pdf), place, by);
    assert_eq!(saved, Saved::Failed(Trouble::Gone));
}

#[test]
fn a_folder_that_has_vanished_from_the_drive_is_told() {
    let mut shop = shop(100);
    let drive = drive(&shop.office);
    let place = Place::On { folder: drive.join("2026"), drive };
    let by = shop.librarian;
    let saved = shop.make(order(Content::Visits, FileForm::Pdf), place, by);
    assert!(matches!(saved, Saved::Kept(Trouble::Gone, _)), "{saved:?}");
    assert!(!shop.office.path().join("drive/2026").exists(), "it is not made anew");
}

#[test]
fn making_is_cancelled_and_leaves_nothing() {
    for form in [FileForm::Pdf, FileForm::Csv] {
        let mut shop = shop(600);
        let (place, by) = (shop.on_drive(), shop.librarian);
        shop.press.cancel();
        shop.begin(order(Content::Visits, form), place.clone(), by);
        let busy = shop
            .press
            .begin(99, Job::Make { what: Wanted::Order(order(Content::Sop, form)), place, by, at: Utc::now() });
        assert!(matches!(busy, Err(Busy::Working)), "one thing at a time");
        let first = shop.told.recv().unwrap();
        assert!(matches!(first, (1, Progress::Percent(_))), "{first:?}");
        shop.press.cancel();
        let saved = loop {
            if let (1, Progress::Made(saved, _)) = shop.told.recv().unwrap() {
                break saved;
            }
        };
        // It may have been all but done; whatever it says is so.
        match saved {
            Saved::Cancelled => {
                assert!(names(&shop.office.path().join("drive")).is_empty() && shop.reports().is_empty());
            }
            Saved::Done(stored) => assert_eq!(names(&shop.office.path().join("drive")), [stored.name]),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_book_that_is_gone_is_told() {
    let mut shop = shop(50);
    std::fs::remove_dir_all(shop.office.data()).unwrap();
    let (place, by) = (shop.on_drive(), shop.librarian);
    let saved = shop.make(order(Content::Visits, FileForm::Pdf), place, by);
    assert_eq!(saved, Saved::Failed(Trouble::Book));
    assert!(!shop.office.data().exists());
}
