//! The settings file on a real disk, with a real book behind it.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

use chrono::Utc;

use super::*;
use crate::config::SHIPPED;
use crate::domain::name::Name;
use crate::domain::pin::Pin;
use crate::domain::staff::{Figures, Role};
use crate::flow::staff::settings::people;
use crate::runtime::clock::SystemClock;
use crate::storage::{Book, BookSettings, folder};

struct Office {
    dir: tempfile::TempDir,
    shelf: Shelf,
    file: SettingsFile,
    given: Receiver<Box<Config>>,
    by: StaffId,
}

fn figures(text: &str) -> Figures {
    Figures::six(text).unwrap()
}

fn office(text: &str) -> Office {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("kiosk-config.toml");
    fs::write(&path, text).unwrap();
    let data = folder::prepare(&dir.path().join("data")).unwrap();
    let mut book = Book::open(&data, BookSettings::default()).unwrap();
    let name = Name::new("Sri Uji").unwrap();
    let pin = Pin::choose(figures("739154")).unwrap();
    let by = book.set_first_pin(&name, &pin, Utc::now()).unwrap().id;
    let (give, given) = channel();
    let config = config::parse(text, "x").unwrap();
    let give = Box::new(move |config| give.send(config).unwrap());
    let file = SettingsFile::new(path, text.to_owned(), config, give);
    let shelf = Shelf::new(data, BookSettings::default(), Box::new(SystemClock::default()));
    Office { dir, shelf, file, given, by }
}

impl Office {
    fn path(&self) -> std::path::PathBuf {
        self.dir.path().join("kiosk-config.toml")
    }

    fn ask(&mut self, ask: Ask) -> Reply {
        self.file.answer(&mut self.shelf, self.by, ask).unwrap()
    }

    fn draft(&mut self, path: &'static str, value: Value) -> Settings {
        let Reply::Loaded(loaded) = self.ask(Ask::Load) else { panic!("not loaded") };
        let mut draft = loaded.settings;
        draft.put(Spot::Key(path), value);
        draft
    }

    /// The acts of the log but the first one, which sets the administrator.
    fn acts(&mut self) -> Vec<String> {
        let lines = self.shelf.with(|book, _| book.audit_lines(None, 100)).unwrap();
        let told = |l: &crate::domain::audit::AuditLine| format!("{} {} {}", l.act, l.fields.join(" "), l.reason);
        lines.iter().rev().skip(1).map(|l| told(l).trim().to_owned()).collect()
    }
}

fn read_text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn what_is_saved_stands_in_the_file_in_the_log_and_with_the_kiosk() {
    let mut office = office(SHIPPED);
    let draft = office.draft("kiosk.thank_you_seconds", Value::Number(7));
    let Reply::Saved(settings) = office.ask(Ask::Save(Box::new(draft.clone()))) else { panic!("not saved") };
    assert_eq!(*settings, draft);
    assert_eq!(read_text(&office.path()), SHIPPED.replace("thank_you_seconds = 10", "thank_you_seconds = 7"));
    assert_eq!(office.given.try_recv().unwrap().kiosk.thank_you.as_secs(), 7);
    assert_eq!(office.acts(), ["settings_changed kiosk.thank_you_seconds"]);
    assert!(!office.file.looks_changed(), "the page's own change is no news");
    assert!(matches!(office.ask(Ask::Load), Reply::Loaded(loaded) if loaded.outside.is_none()));
}

#[test]
fn what_is_wrong_is_neither_written_nor_logged() {
    let mut office = office(SHIPPED);
    let draft = office.draft("kiosk.thank_you_seconds", Value::Number(99));
    let told = Told {
        spot: Some(Spot::Key("kiosk.thank_you_seconds")),
        sentence: "\"thank_you_seconds\" harus antara 3 dan 60, bukan 99".to_owned(),
    };
    assert_eq!(office.ask(Ask::Check(Box::new(draft.clone()))), Reply::Checked(vec![told.clone()]));
    assert_eq!(office.ask(Ask::Save(Box::new(draft))), Reply::NotSaved(NotSaved::Wrong(vec![told])));
    assert_eq!(read_text(&office.path()), SHIPPED);
    assert!(office.given.try_recv().is_err());
    assert!(office.acts().is_empty());
}

#[test]
fn a_file_that_somebody_else_changed_is_told_and_taken_over_on_request() {
    let mut office = office(SHIPPED);
    let draft = office.draft("kiosk.thank_you_seconds", Value::Number(7));
    assert!(!office.file.looks_changed());
    let other = SHIPPED.replace("gap_ms = 50", "gap_ms = 80").replace("{ name = \"PC 12\",", "{ name = \"PC 21\",");
    fs::write(office.path(), &other).unwrap();
    assert!(office.file.looks_changed());
    let Reply::NotSaved(NotSaved::Outside(Outside::Differences(differences))) = office.ask(Ask::Save(Box::new(draft)))
    else {
        panic!("it was written over")
    };
    let spots: Vec<Spot> = differences.iter().map(|d| d.spot).collect();
    assert_eq!(spots, [Spot::Key("scan.gap_ms"), Spot::Cell(List::Seats, 11, "name")]);
    assert_eq!(read_text(&office.path()), other);
    assert!(office.acts().is_empty());
    let Reply::Loaded(loaded) = office.ask(Ask::Reload) else { panic!("not loaded") };
    assert_eq!((loaded.settings.values["scan.gap_ms"].clone(), loaded.outside), (Value::Number(80), None));
    assert_eq!(office.given.try_recv().unwrap().scan.gap.as_millis(), 80);
    assert_eq!(office.acts(), ["settings_changed scan.gap_ms internet.seats from_file"]);
}

#[test]
fn a_faulty_or_missing_file_leaves_the_kiosk_as_it_runs() {
    let mut office = office(SHIPPED);
    fs::write(office.path(), SHIPPED.replace("gap_ms = 50", "gap_ms = 5000")).unwrap();
    let Reply::Loaded(loaded) = office.ask(Ask::Reload) else { panic!("not loaded") };
    assert!(matches!(loaded.outside, Some(Outside::Faulty(lines)) if lines.len() == 1 && lines[0].contains("5000")));
    assert_eq!(loaded.settings.values["scan.gap_ms"], Value::Number(50));
    fs::remove_file(office.path()).unwrap();
    let Reply::Loaded(loaded) = office.ask(Ask::Load) else { panic!("not loaded") };
    assert_eq!((loaded.hindrance, loaded.outside), (Some(Hindrance::Missing), None));
    assert!(office.given.try_recv().is_err());
}

#[test]
fn a_file_that_may_not_be_written_is_not() {
    let mut office = office(SHIPPED);
    let draft = office.draft("kiosk.thank_you_seconds", Value::Number(7));
    fs::set_permissions(office.path(), fs::Permissions::from_mode(0o444)).unwrap();
    assert_eq!(office.ask(Ask::Save(Box::new(draft))), Reply::NotSaved(NotSaved::Hindered(Hindrance::Protected)));
    assert_eq!(read_text(&office.path()), SHIPPED);
    assert!(office.acts().is_empty());
}

#[test]
fn copies_are_made_and_listed() {
    let mut office = office(SHIPPED);
    assert_eq!(office.ask(Ask::Copies), Reply::Copies(Vec::new()));
    let Reply::Copied(copied) = office.ask(Ask::BackUp) else { panic!("no copy") };
    assert_eq!((copied.second, copied.copies.len()), (None, 1));
    assert!(copied.copies[0].bytes > 0 && !copied.copies[0].second);
    assert_eq!(office.acts(), ["backup_made"]);
}

#[test]
fn staff_are_changed_in_the_book_and_the_log_and_never_the_last_administrator() {
    let mut office = office(SHIPPED);
    let act = |office: &mut Office, ask| match office.ask(Ask::People(ask)) {
        Reply::People(people::Reply::Done(notice, _) | people::Reply::Refused(notice)) => notice,
        other => panic!("{other:?}"),
    };
    let (budi, sri) = (Name::new("Budi Uji").unwrap(), Name::new("Sri Uji").unwrap());
    let pin = |text| Pin::choose(figures(text)).unwrap();
    let set = |name: &Name, role, text| people::Ask::SetPin {
        whose: people::Whose { name: name.clone(), role },
        pin: pin(text),
    };
    assert_eq!(act(&mut office, set(&budi, None, "264813")), people::Notice::Unknown);
    assert_eq!(act(&mut office, set(&budi, Some(Role::Librarian), "739154")), people::Notice::Taken);
    assert_eq!(act(&mut office, set(&budi, Some(Role::Librarian), "264813")), people::Notice::Added);
    assert_eq!(act(&mut office, set(&budi, None, "905172")), people::Notice::PinSet);
    let role = |name: &Name, role| people::Ask::SetRole { name: name.clone(), role };
    assert_eq!(act(&mut office, role(&sri, Role::Librarian)), people::Notice::LastAdministrator);
    assert_eq!(act(&mut office, people::Ask::Remove { name: sri.clone() }), people::Notice::LastAdministrator);
    assert_eq!(act(&mut office, role(&budi, Role::Administrator)), people::Notice::RoleSet);
    assert_eq!(act(&mut office, people::Ask::Remove { name: budi.clone() }), people::Notice::Removed);
    assert_eq!(act(&mut office, people::Ask::Remove { name: budi }), people::Notice::Unknown);
    let acts = ["staff_added  librarian", "staff_changed pin", "staff_changed role administrator", "staff_removed"];
    assert_eq!(office.acts(), acts);
}
