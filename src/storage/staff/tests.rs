//! Staff, their PINs, and the lock of the pad, on a real book.

use super::*;
use crate::storage::{BookSettings, DataFolder, folder};

struct Office {
    _dir: tempfile::TempDir,
    folder: DataFolder,
    book: Book,
    lock: Lockout,
    now: Duration,
}

impl Office {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let folder = folder::prepare(dir.path()).unwrap();
        let book = Book::open(&folder, BookSettings::default()).unwrap();
        let lock = Lockout::restored(book.pin_lock().unwrap(), Duration::ZERO);
        Self { _dir: dir, folder, book, lock, now: Duration::ZERO }
    }

    /// The program ends without a word and starts again; its monotonic clock begins anew.
    fn restart(&mut self) {
        self.book = Book::open(&self.folder, BookSettings::default()).unwrap();
        self.now = Duration::ZERO;
        self.lock = Lockout::restored(self.book.pin_lock().unwrap(), self.now);
    }

    fn set(&mut self, name: &str, role: Option<Role>, pin_: &str) -> Result<PinChange, StorageError> {
        self.book.set_pin(&Name::new(name).unwrap(), role, &pin(pin_), Actor::Console, Utc::now())
    }

    fn remove(&mut self, name: &str) -> Result<(), StorageError> {
        self.book.remove_staff(&Name::new(name).unwrap(), Actor::Console, Utc::now())
    }

    fn attempt(&mut self, figures: &str, code: Option<&PinHash>) -> Attempt {
        let figures = Figures::six(figures).unwrap();
        let typed = Typed { figures: &figures, opens: (Act::PanelOpened, ""), code, now: self.now, at: Utc::now() };
        self.book.attempt(&typed, &mut self.lock).unwrap()
    }

    /// The roles and names of the list.
    fn names(&self) -> Vec<(Role, String)> {
        self.book.staff().unwrap().into_iter().map(|r| (r.staff.role, r.staff.name.as_str().to_owned())).collect()
    }

    /// The log, oldest first: act, reason.
    fn log(&self) -> Vec<String> {
        let lines = self.book.audit_lines(None, 100).unwrap();
        lines.iter().rev().map(|l| format!("{} {}", l.act, l.reason).trim().to_owned()).collect()
    }
}

fn pin(text: &str) -> Pin {
    Pin::choose(Figures::six(text).unwrap()).unwrap()
}

const ADMIN: Option<Role> = Some(Role::Administrator);
const LIBRARIAN: Option<Role> = Some(Role::Librarian);
const MINUTE: Duration = Duration::from_mins(1);

#[test]
fn staff_are_added_changed_and_removed() {
    let mut office = Office::new();
    assert!(!office.book.has_administrator().unwrap());
    assert!(matches!(office.set("Sri Uji", None, "739154"), Err(StorageError::RoleNeeded)));
    office.set("Sri Uji", ADMIN, "739154").unwrap();
    office.set("Budi Uji", LIBRARIAN, "264813").unwrap();
    assert_eq!(office.names(), [(Role::Librarian, "Budi Uji".into()), (Role::Administrator, "Sri Uji".into())]);
    assert_eq!(office.set("budi  UJI", None, "905172").unwrap(), PinChange::Changed(StaffId(2)), "one person");
    assert_eq!(office.names().len(), 2);
    assert_eq!(office.attempt("264813", None), Attempt::Wrong { left: 4 }, "the old PIN is gone");
    assert!(matches!(office.attempt("905172", None), Attempt::Right(s) if s.id == StaffId(2)));
    office.remove("BUDI UJI").unwrap();
    assert_eq!(office.attempt("905172", None), Attempt::Wrong { left: 4 });
    assert!(matches!(office.remove("Budi Uji"), Err(StorageError::UnknownStaff)));
    assert_eq!(office.book.staff_name(StaffId(2)).unwrap().unwrap().as_str(), "Budi Uji", "the log still names them");
    office.set("Budi Uji", LIBRARIAN, "905172").unwrap();
    assert_eq!(
        office.log(),
        [
            "staff_added administrator",
            "staff_added librarian",
            "staff_changed",
            "pin_wrong",
            "panel_opened",
            "staff_removed",
            "pin_wrong",
            "staff_added librarian",
        ]
    );
    assert!(office.book.verify().unwrap().iter().all(|c| c.ok));
}

#[test]
fn a_pin_belongs_to_one_person() {
    let mut office = Office::new();
    office.set("Sri Uji", ADMIN, "739154").unwrap();
    assert!(matches!(office.set("Budi Uji", LIBRARIAN, "739154"), Err(StorageError::PinTaken)));
    office.set("Sri Uji", None, "739154").unwrap();
    office.set("Sri Uji", None, "264813").unwrap();
    office.set("Budi Uji", LIBRARIAN, "739154").unwrap();
    assert!(office.names().len() == 2);
}

#[test]
fn the_last_administrator_stays_one() {
    let mut office = Office::new();
    office.set("Sri Uji", ADMIN, "739154").unwrap();
    office.set("Budi Uji", LIBRARIAN, "264813").unwrap();
    assert!(matches!(office.remove("Sri Uji"), Err(StorageError::LastAdministrator)));
    assert!(matches!(office.set("Sri Uji", LIBRARIAN, "905172"), Err(StorageError::LastAdministrator)));
    office.set("Budi Uji", ADMIN, "264813").unwrap();
    office.remove("Sri Uji").unwrap();
    assert_eq!(office.names(), [(Role::Administrator, "Budi Uji".into())]);
}

#[test]
fn two_programs_cannot_give_one_pin_to_two_people() {
    let mut office = Office::new();
    office.set("Sri Uji", ADMIN, "739154").unwrap();
    let mut others: Vec<Book> = (0..4).map(|_| Book::open(&office.folder, BookSettings::default()).unwrap()).collect();
    std::thread::scope(|scope| {
        for (n, book) in others.iter_mut().enumerate() {
            scope.spawn(move || {
                let name = Name::new(&format!("Petugas {}", ["Satu", "Dua", "Tiga", "Empat"][n])).unwrap();
                // All but one are refused; which one is not known.
                let _ = book.set_pin(&name, LIBRARIAN, &pin("905172"), Actor::Console, Utc::now());
            });
        }
    });
    assert_eq!(office.names().len(), 2);
}

#[test]
fn five_wrong_tries_close_the_pad_over_restarts() {
    let mut office = Office::new();
    office.set("Sri Uji", ADMIN, "739154").unwrap();
    assert_eq!(office.attempt("111111", None), Attempt::Wrong { left: 4 });
    assert_eq!(office.attempt("222222", None), Attempt::Wrong { left: 3 });
    office.restart();
    assert_eq!(office.attempt("333333", None), Attempt::Wrong { left: 2 });
    office.restart();
    assert_eq!(office.attempt("444444", None), Attempt::Wrong { left: 1 });
    assert_eq!(office.attempt("555555", None), Attempt::Closed(MINUTE));
    assert_eq!(office.attempt("739154", None), Attempt::Closed(MINUTE), "a right PIN opens no closed pad");
    office.restart();
    office.now = MINUTE / 2;
    assert_eq!(office.attempt("739154", None), Attempt::Closed(MINUTE / 2));
    office.now = MINUTE;
    assert!(matches!(office.attempt("739154", None), Attempt::Right(_)));
    office.restart();
    assert_eq!(office.attempt("111111", None), Attempt::Wrong { left: 4 }, "the right PIN forgave the others");
    let log = office.log();
    let wrong = log.iter().filter(|l| *l == "pin_wrong").count();
    assert_eq!((wrong, log.iter().filter(|l| *l == "pin_locked minutes_1").count()), (5, 1), "{log:?}");
}

#[test]
fn a_try_counts_before_it_is_answered() {
    let mut office = Office::new();
    office.set("Sri Uji", ADMIN, "739154").unwrap();
    // The plug is pulled while the figures are being looked at: what was stored by then is a wrong try.
    office.lock.charge(office.now).unwrap();
    let stored = office.lock.stored(office.now);
    office.book.store_pin_lock(stored).unwrap();
    office.restart();
    assert_eq!(office.attempt("111111", None), Attempt::Wrong { left: 3 });
}

#[test]
fn the_code_counts_only_as_long_as_there_is_no_administrator() {
    let mut office = Office::new();
    let code = PinHash::of(&pin("905172")).unwrap();
    assert_eq!(office.attempt("111111", Some(&code)), Attempt::Wrong { left: 4 });
    assert_eq!(office.attempt("905172", Some(&code)), Attempt::Code);
    let name = Name::new("Administrator").unwrap();
    let first = office.book.set_first_pin(&name, &pin("739154"), Utc::now()).unwrap();
    assert_eq!(first.role, Role::Administrator);
    assert!(matches!(office.attempt("739154", Some(&code)), Attempt::Right(s) if s == first));
    assert_eq!(office.attempt("905172", Some(&code)), Attempt::Wrong { left: 4 }, "the code is used up");
    let again = office.book.set_first_pin(&name, &pin("264813"), Utc::now());
    assert!(matches!(again, Err(StorageError::NotFirst)));
}

#[test]
fn no_pin_stands_anywhere_in_the_data_folder() {
    let mut office = Office::new();
    office.set("Sri Uji", ADMIN, "739154").unwrap();
    office.set("Sri Uji", None, "264813").unwrap();
    office.attempt("264813", None);
    office.attempt("739154", None);
    for entry in std::fs::read_dir(office.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for secret in ["739154", "264813"] {
            assert!(!bytes.windows(6).any(|w| w == secret.as_bytes()), "{secret} in clear");
        }
    }
}
