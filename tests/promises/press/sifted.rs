//! "Ekspor hasil saring": the rows in the file are those that an independent filter picks out of the same visits, in the
//! columns and by the code of `visits export`.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use buku_pengunjung::config;
use buku_pengunjung::domain::audit::{Act, Actor, AuditLine, Subject};
use buku_pengunjung::domain::listing::Sieve;
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::pin::Pin;
use buku_pengunjung::domain::report::{Content, FileForm, Place, Saved, Sifted, Stored, Wanted};
use buku_pengunjung::domain::span::Span;
use buku_pengunjung::domain::staff::{Figures, Role, StaffId};
use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::exchange::table_out::{Form, Target};
use buku_pengunjung::exchange::visits_out;
use buku_pengunjung::runtime::reports::{self, Issuer, Job, Press, Progress};
use buku_pengunjung::storage::{Book, PinChange};
use calamine::Data;
use chrono::Utc;
use proptest::prelude::*;

use super::{Sticks, cells, csv_rows, drive, names, shop, stick};
use crate::storage::plain_list::{Both, act, sieve};

/// Makes one file of `book`'s rows on a drive at `to`.
fn export(book: &Book, to: &Path, sifted: Sifted, by: StaffId) -> Saved {
    let config = config::parse(config::SHIPPED, "kiosk-config.toml").unwrap();
    let (send, told) = channel();
    let drives = Arc::new(Sticks(Mutex::new(VecDeque::from([vec![stick(to)]]))));
    let tell = Arc::new(move |_, progress| drop(send.send(progress)));
    let mut press = Press::new(book.folder().clone(), Issuer::of(&config), drives, tell);
    let place = Place::On { drive: to.to_owned(), folder: to.to_owned() };
    press.begin(1, Job::Make { what: Wanted::Sifted(sifted), place, by, at: Utc::now() }).unwrap();
    loop {
        if let Progress::Made(saved, _) = told.recv_timeout(Duration::from_mins(1)).unwrap() {
            return saved;
        }
    }
}

/// Everything, as `visits export` writes it.
fn whole(book: &Book, to: &Path) -> Vec<Vec<String>> {
    let target = Target::File(to.to_owned());
    reports::rows(book, Period::ALL, Form::Csv, &target, |row| Ok(Some(visits_out::cells(row)))).unwrap();
    csv_rows(&std::fs::read_to_string(to).unwrap())
}

fn administrator(book: &mut Book) -> StaffId {
    let pin = Pin::choose(Figures::six("739154").unwrap()).unwrap();
    let name = Name::new("Sri Uji").unwrap();
    let change = book.set_pin(&name, Some(Role::Administrator), &pin, Actor::Console, Utc::now()).unwrap();
    let PinChange::Added(id) = change else { panic!("known already") };
    id
}

fn made(book: &Book) -> Vec<AuditLine> {
    book.audit_lines_of(Act::ReportMade, 100).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.min(24), ..ProptestConfig::default() })]

    #[test]
    fn the_exported_rows_equal_an_independent_filter(
        acts in prop::collection::vec(act(), 1..60),
        sieves in prop::collection::vec((sieve(), any::<bool>()), 4),
    ) {
        let mut both = Both::new();
        for act in acts {
            both.act(act);
        }
        let by = administrator(&mut both.book);
        let dir = tempfile::tempdir().unwrap();
        let all = whole(&both.book, &dir.path().join("all.csv"));
        let header = std::fs::read_to_string(dir.path().join("all.csv")).unwrap().lines().next().unwrap().to_owned();
        for (at, ((sieve, beginnings), workbook)) in sieves.into_iter().enumerate() {
            let to = dir.path().join(at.to_string());
            std::fs::create_dir(&to).unwrap();
            let expected: Vec<Vec<String>> = both
                .sifted(&sieve, beginnings)
                .into_iter()
                .rev()
                .map(|plain| all.iter().find(|row| row[0] == plain.id.to_string()).unwrap().clone())
                .collect();
            let form = if workbook { FileForm::Xlsx } else { FileForm::Csv };
            let saved = export(&both.book, &to, Sifted { sieve, form, mask_names: false }, by);
            let Saved::Done(Stored { name, until: None }) = saved else { panic!("not saved: {saved:?}") };
            prop_assert_eq!(&names(&to), std::slice::from_ref(&name));
            let bytes = std::fs::read(to.join(name)).unwrap();
            if workbook {
                let sheets = cells(&bytes);
                let ids: Vec<String> = sheets[0].1.iter().skip(1).map(|row| row[0].to_string()).collect();
                let should: Vec<String> = expected.iter().map(|row| row[0].clone()).collect();
                prop_assert_eq!(ids, should);
                prop_assert_eq!(&sheets[0].1[0], &header.split(',').map(|c| Data::String(c.into())).collect::<Vec<_>>());
            } else {
                let text = String::from_utf8(bytes).unwrap();
                prop_assert_eq!(text.lines().next(), Some(header.as_str()));
                prop_assert_eq!(csv_rows(&text), expected);
            }
        }
    }
}

#[test]
fn a_librarian_gets_masked_names_and_the_log_says_which_filters_and_never_their_words() {
    let shop = shop(300);
    let book = shop.office.book();
    let to = drive(&shop.office);
    let (from, last) = (super::last_month().from(), super::last_month().to());
    let sieve = Sieve {
        period: Period::between(from, last),
        kind: Some(MembershipType::Member),
        text: "a".into(),
        ..Sieve::default()
    };
    let sifted = Sifted { sieve, form: FileForm::Csv, mask_names: false };
    let Saved::Done(masked) = export(&book, &to, sifted.clone(), shop.librarian) else { panic!("not saved") };
    let rows = csv_rows(&std::fs::read_to_string(to.join(&masked.name)).unwrap());
    assert!(!rows.is_empty(), "the comparison compares something");
    assert!(rows.iter().all(|row| row[3] == "member" && row[4].contains("••••") && row[5].contains("•••")));
    assert!(masked.name.starts_with(&format!("buku-tersaring-{}-pukul-", from.format("%Y-%m"))), "{}", masked.name);
    let Saved::Done(named) = export(&book, &to, sifted, shop.administrator) else { panic!("not saved") };
    assert!(named.name.ends_with("-dengan-nama.csv"), "{}", named.name);
    assert_eq!(names(&to).len(), 2, "one does not take the other's place");
    let plain = csv_rows(&std::fs::read_to_string(to.join(&named.name)).unwrap());
    assert_eq!(plain.len(), rows.len());
    assert!(plain.iter().all(|row| !row[5].contains('•')));

    let lines = made(&book);
    let said: Vec<_> = lines.iter().map(|l| (l.actor, l.fields.join(" "), l.reason.as_str())).collect();
    let filters = "filter.kind filter.text";
    assert_eq!(
        said,
        [
            (Actor::Staff(shop.administrator), format!("names {filters}"), "csv"),
            (Actor::Staff(shop.librarian), filters.to_owned(), "csv"),
        ]
    );
    let span = Span::month_of(from).unwrap();
    assert!(lines.iter().all(|line| Subject::file_of(&line.subject) == Some((Content::Sifted, span))));
    shop.office.done(&["verify"]);
}

#[test]
fn all_dates_are_named_by_the_first_and_the_last_row_and_a_list_without_rows_gives_a_header() {
    let shop = shop(200);
    let book = shop.office.book();
    let to = drive(&shop.office);
    let rows = whole(&book, &shop.office.path().join("all.csv"));
    let day = |row: &Vec<String>| row[1][..10].parse().unwrap();
    let span = Span::recognised(day(&rows[0]), day(rows.last().unwrap())).unwrap();
    let all = |text: &str| Sifted {
        sieve: Sieve { text: text.into(), ..Sieve::default() },
        form: FileForm::Csv,
        mask_names: true,
    };
    assert!(matches!(export(&book, &to, all(""), shop.librarian), Saved::Done(_)));
    assert_eq!(Subject::file_of(&made(&book)[0].subject), Some((Content::Sifted, span)));
    std::fs::remove_dir_all(&to).unwrap();
    let to = drive(&shop.office);
    let Saved::Done(none) = export(&book, &to, all("zzzz"), shop.librarian) else { panic!("not saved") };
    let text = std::fs::read_to_string(to.join(none.name)).unwrap();
    assert_eq!(text.trim_end(), visits_out::COLUMNS.join(","));
}
