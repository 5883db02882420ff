//! "Samarkan nama pengunjung": with the names everything stays behind that somebody wrote freely, in either form of file.

use buku_pengunjung::domain::report::{Content, FileForm, Order, Saved, Stored};
use buku_pengunjung::exchange::visits_out;

use super::{Shop, cells, csv_rows, named, of_all, order, shop};

fn column(name: &str) -> usize {
    visits_out::COLUMNS.iter().position(|column| *column == name).unwrap()
}

/// The rows of a file that the panel makes, as texts.
fn rows(shop: &mut Shop, order: Order) -> Vec<Vec<String>> {
    let saved = shop.make(order, shop.on_drive(), shop.administrator);
    let Saved::Done(Stored { name, until: None }) = saved else { panic!("not saved: {saved:?}") };
    let bytes = shop.taken(&name);
    if order.form == FileForm::Csv {
        return csv_rows(&String::from_utf8(bytes).unwrap());
    }
    let texts = |row: &Vec<calamine::Data>| row.iter().map(ToString::to_string).collect();
    cells(&bytes)[0].1.iter().skip(1).map(texts).collect()
}

/// What a column says, once each, where it says anything.
fn said(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let at = column(name);
    let mut said: Vec<String> = rows.iter().map(|row| row[at].clone()).filter(|text| !text.is_empty()).collect();
    said.sort();
    said.dedup();
    said
}

fn note() -> Vec<String> {
    vec!["Keperluan contoh".to_owned()]
}

fn hidden() -> Vec<String> {
    vec!["•••".to_owned()]
}

#[test]
fn institutions_and_notes_stay_behind_with_the_names_in_both_forms() {
    let mut shop = shop(900);
    for form in [FileForm::Csv, FileForm::Xlsx] {
        let book = of_all(order(Content::Book, form));
        let masked = rows(&mut shop, book);
        let plain = rows(&mut shop, named(book));
        assert_eq!(masked.len(), plain.len());
        assert!(said(&plain, "institution").len() > 1, "the comparison compares something");
        assert_eq!(said(&masked, "institution"), ["•••"], "{form:?}");
        assert_eq!((said(&plain, "purpose_note"), said(&masked, "purpose_note")), (note(), hidden()));
        assert!(said(&masked, "name").iter().all(|name| name.contains("•••")));
        // Whatever is counted stays.
        for name in ["recorded_at", "membership_type", "sex", "headcount", "purpose", "seat", "voided"] {
            assert_eq!(said(&masked, name), said(&plain, name), "{name}");
        }
    }
}

#[test]
fn a_list_of_groups_names_their_institutions_and_masks_their_leaders() {
    let mut shop = shop(900);
    let groups = of_all(order(Content::Groups, FileForm::Csv));
    let masked = rows(&mut shop, groups);
    let plain = rows(&mut shop, named(groups));
    assert!(masked.len() > 1, "the comparison compares something");
    assert_eq!(said(&masked, "institution"), said(&plain, "institution"));
    assert!(said(&masked, "name").iter().all(|name| name.contains("•••")));
}
