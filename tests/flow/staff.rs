//! The staff's side without a window: the pad, its lock, the panel, one-act permissions, and random walks.

use std::time::Duration;

use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::pin::{Pin, WeakPin};
use buku_pengunjung::domain::staff::{Figures, Role, Staff, StaffId};
use buku_pengunjung::flow::staff::{
    Desk, Effect, Event, Goal, Locked, Notice, Permission, Refusal, Rules, Side, Tab, Verdict, update,
};
use buku_pengunjung::security::lockout::{LOCKS, Lockout, Stored, TRIES};

use super::random::Dice;

const PIN: &str = "739154";
const CODE: &str = "905172";

/// How the thread behind the pad behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Book {
    Works,
    Fails,
    Hangs,
}

/// The staff's side with a lock, one PIN, perhaps a code, and a clock that the test turns.
struct Office {
    desk: Desk,
    rules: Rules,
    lock: Lockout,
    book: Book,
    administrator: Option<Figures>,
    now: Duration,
    unanswered: Vec<Effect>,
    /// What was done, oldest first.
    permits: Vec<(Permission, StaffId)>,
    locked: Vec<Locked>,
    looked_up: usize,
    exits: usize,
    role: Role,
}

fn sri() -> Staff {
    Staff { id: StaffId(1), name: Name::new("Sri Uji").unwrap(), role: Role::Administrator }
}

impl Office {
    fn new() -> Self {
        Self {
            desk: Desk::default(),
            rules: Rules {
                panel_lock: Duration::from_mins(2),
                tabs: vec![Tab::Statistics, Tab::Health],
                system_dialogs: false,
            },
            lock: Lockout::restored(Stored::default(), Duration::ZERO),
            book: Book::Works,
            administrator: Figures::six(PIN),
            now: Duration::from_secs(50),
            unanswered: Vec::new(),
            permits: Vec::new(),
            locked: Vec::new(),
            looked_up: 0,
            exits: 0,
            role: Role::Administrator,
        }
    }

    fn on(&mut self, event: Event) -> &mut Self {
        let mut queue = vec![event];
        while let Some(event) = queue.pop() {
            for effect in update(&mut self.desk, &self.rules, event, self.now) {
                match self.book {
                    Book::Hangs => self.unanswered.push(effect),
                    _ => queue.extend(self.answer(effect)),
                }
            }
        }
        self
    }

    fn answer(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::CheckPin { ticket, figures, .. } => {
                self.looked_up += 1;
                Some(Event::Checked { ticket, verdict: self.verdict(&figures) })
            }
            Effect::SetFirstPin { ticket, .. } if self.book == Book::Fails => {
                Some(Event::FirstPin { ticket, outcome: Err(Refusal::Failed) })
            }
            Effect::SetFirstPin { ticket, pin } => {
                let outcome = if self.administrator.is_some() { Err(Refusal::NotFirst) } else { Ok(sri()) };
                if outcome.is_ok() {
                    self.administrator = Some(pin.figures().clone());
                }
                Some(Event::FirstPin { ticket, outcome })
            }
            Effect::Permit { permission, by } => {
                self.permits.push((permission, by));
                None
            }
            Effect::Exit { by } => {
                assert_eq!(by, sri().id);
                self.exits += 1;
                None
            }
            Effect::LogLock { staff, why } => {
                assert_eq!(staff, sri().id);
                self.locked.push(why);
                None
            }
            // The pages have tests of their own.
            Effect::Ask { .. } => None,
        }
    }

    fn verdict(&mut self, figures: &Figures) -> Verdict {
        if self.book == Book::Fails {
            return Verdict::Failed;
        }
        if let Err(remaining) = self.lock.charge(self.now) {
            return Verdict::Closed(remaining);
        }
        let code = self.administrator.is_none() && Figures::six(CODE).as_ref() == Some(figures);
        if code || self.administrator.as_ref() == Some(figures) {
            self.lock.forgive();
            return if code { Verdict::Code } else { Verdict::Right(Staff { role: self.role, ..sri() }) };
        }
        match self.lock.remaining(self.now) {
            Some(remaining) => Verdict::Closed(remaining),
            None => Verdict::Wrong(self.lock.tries_left()),
        }
    }

    fn catch_up(&mut self) -> &mut Self {
        self.book = Book::Works;
        for effect in std::mem::take(&mut self.unanswered) {
            if let Some(event) = self.answer(effect) {
                self.on(event);
            }
        }
        self
    }

    fn open(&mut self) -> &mut Self {
        self.on(Event::Open { welcome: true })
    }

    fn types(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.on(Event::Typed(c));
        }
        self
    }

    /// Lets time pass, and every deadline in it, one by one.
    fn wait(&mut self, time: Duration) -> &mut Self {
        let end = self.now + time;
        while let Some(due) = self.desk.next_deadline(&self.rules, self.now).filter(|due| *due <= end) {
            assert!(due > self.now || self.desk.next_deadline(&self.rules, due).is_some_and(|d| d > self.now), "stuck");
            self.now = due.max(self.now);
            self.on(Event::Tick);
        }
        self.now = end;
        self.on(Event::Tick)
    }

    fn secs(&mut self, secs: u64) -> &mut Self {
        self.wait(Duration::from_secs(secs))
    }

    fn at(&mut self, name: &str) -> &mut Self {
        assert_eq!(self.desk.name().unwrap_or("visitor"), name);
        self
    }

    fn notice(&self) -> Option<Notice> {
        match &self.desk.side {
            Side::Pad(pad) => pad.notice,
            _ => None,
        }
    }

    fn figures(&self) -> usize {
        match &self.desk.side {
            Side::Pad(pad) => pad.figures.len(),
            _ => 0,
        }
    }
}

#[test]
fn a_right_pin_opens_the_panel_and_kunci_panel_locks_it() {
    let mut office = Office::new();
    office.open().at("staff_pin").types(PIN).at("staff_statistics");
    office.on(Event::Tab(Tab::Health)).at("staff_health");
    office.on(Event::Tab(Tab::Members)).at("staff_health"); // a tab that is not built cannot be reached
    office.on(Event::Lock).at("visitor");
    assert_eq!(office.locked, [Locked::ByHand]);
    office.open().types(PIN).at("staff_statistics"); // nothing is left of the last time
}

#[test]
fn the_pad_opens_only_from_welcome() {
    let mut office = Office::new();
    office.on(Event::Open { welcome: false }).at("visitor");
    office.on(Event::Typed('7')).on(Event::Clear).on(Event::Lock).on(Event::Leave).at("visitor");
    office.open().on(Event::Leave).at("visitor");
    assert!(office.locked.is_empty() && office.permits.is_empty());
}

#[test]
fn figures_are_corrected_and_anything_else_is_no_figure() {
    let mut office = Office::new();
    office.open().types("73x9 1٥");
    assert_eq!(office.figures(), 4);
    office.on(Event::Backspace);
    assert_eq!(office.figures(), 3);
    office.on(Event::Clear).on(Event::Backspace);
    assert_eq!(office.figures(), 0);
    office.types("73916").on(Event::Backspace).types("54").at("staff_statistics");
    assert_eq!(office.looked_up, 1);
}

#[test]
fn a_scan_enters_no_figure() {
    let mut office = Office::new();
    office.open().on(Event::Scanned(PIN.into())).on(Event::Scanned("21000000000017".into())).at("staff_pin");
    assert_eq!((office.figures(), office.looked_up), (0, 0));
    office.types(PIN).on(Event::Scanned("21000000000017".into())).at("staff_statistics");
}

#[test]
fn wrong_pins_are_told_and_close_the_pad_for_longer_each_time() {
    let mut office = Office::new();
    assert_eq!(office.desk.warning(), None);
    for (time, lock) in LOCKS.into_iter().enumerate() {
        for left in (1..TRIES).rev() {
            office.open().types("000000");
            assert_eq!((office.notice(), office.desk.warning()), (Some(Notice::Wrong), Some(left)));
        }
        office.types("000000");
        assert_eq!(office.desk.closed(office.now), Some(lock), "time {time}");
        assert_eq!((office.figures(), office.desk.warning()), (0, None));
        let looked_up = office.looked_up;
        office.types(PIN).at("staff_pin");
        assert_eq!(office.looked_up, looked_up, "a closed pad takes no figures");
        office.on(Event::Leave).wait(lock);
        assert_eq!(office.desk.closed(office.now), None);
    }
    office.open().types(PIN).at("staff_statistics");
    office.on(Event::Lock).open().types("000000");
    assert_eq!(office.desk.warning(), Some(TRIES - 1), "forgiven");
}

#[test]
fn a_lock_that_stands_at_the_start_is_shown() {
    let mut office = Office::new();
    office.on(Event::LockStands { left: 2, closed: Some(Duration::from_secs(30)) });
    office.open().types("7");
    assert_eq!((office.figures(), office.desk.warning()), (0, Some(2)));
    office.secs(15).on(Event::Touched).secs(15).types("7");
    assert_eq!(office.figures(), 1);
}

#[test]
fn an_untouched_pad_goes_away_after_twenty_seconds() {
    let mut office = Office::new();
    office.open().secs(19).types("7").secs(19).at("staff_pin").secs(1).at("visitor");
    office.open();
    assert_eq!(office.figures(), 0, "nothing is left of what was typed");
    office.secs(19).on(Event::Touched).secs(19).at("staff_pin");
    // A card on the reader is no sign of a librarian.
    office.on(Event::Scanned("21000000000017".into())).secs(1).at("visitor");
}

#[test]
fn waiting_for_the_answer_is_not_idling_and_leaving_meanwhile_opens_nothing() {
    let mut office = Office::new();
    office.book = Book::Hangs;
    office.open().types(PIN).secs(600).at("staff_pin");
    office.types("123").on(Event::Clear);
    assert_eq!(office.figures(), 6, "the dots stay");
    office.catch_up().at("staff_statistics").on(Event::Lock);
    office.book = Book::Hangs;
    office.open().types(PIN).on(Event::Leave).at("visitor").catch_up().at("visitor");
    assert_eq!(office.locked, [Locked::ByHand, Locked::ByHand], "the log says opened, so it says locked as well");
    // An answer that is too late does not open the next pad either.
    office.book = Book::Hangs;
    office.open().types(PIN).on(Event::Leave).open();
    office.catch_up().at("staff_pin");
}

#[test]
fn a_faulty_book_opens_nothing_and_counts_nothing() {
    let mut office = Office::new();
    office.book = Book::Fails;
    office.open().types(PIN).at("staff_pin");
    assert_eq!((office.notice(), office.desk.warning(), office.figures()), (Some(Notice::Failed), None, 0));
    office.book = Book::Works;
    office.types(PIN).at("staff_statistics");
}

#[test]
fn an_untouched_panel_locks_itself_and_counts_down_before() {
    let mut office = Office::new();
    office.open().types(PIN).secs(99);
    let shown = |o: &Office| match &o.desk.side {
        Side::Panel(panel) => panel.counts_down(&o.rules, o.now).map(|d| d.as_secs()),
        _ => None,
    };
    assert_eq!(shown(&office), None);
    office.secs(1);
    assert_eq!(shown(&office), Some(20));
    office.secs(19);
    assert_eq!(shown(&office), Some(1));
    office.on(Event::Touched);
    assert_eq!(shown(&office), None);
    office.secs(119).at("staff_statistics").secs(1).at("visitor");
    assert_eq!(office.locked, [Locked::ByItself]);
}

#[test]
fn a_touch_that_comes_too_late_opens_nothing_again() {
    let mut office = Office::new();
    office.open().types(PIN);
    office.now += Duration::from_secs(121);
    office.on(Event::Tab(Tab::Health)).at("visitor");
    assert_eq!(office.locked, [Locked::ByItself]);
    office.open();
    office.now += Duration::from_secs(21);
    office.on(Event::Typed('7')).at("visitor");
}

#[test]
fn a_permission_is_for_one_act_and_never_the_panel() {
    let mut office = Office::new();
    office.on(Event::Ask(Permission::Internet)).at("staff_permission").types("000000").at("staff_permission");
    assert!(office.permits.is_empty());
    office.types(PIN).at("visitor");
    assert_eq!(office.permits, [(Permission::Internet, StaffId(1))]);
    office.types(PIN).at("visitor");
    office.on(Event::Ask(Permission::Internet)).on(Event::Leave);
    office.on(Event::Ask(Permission::Internet)).secs(20).at("visitor");
    assert_eq!(office.permits.len(), 1);
    assert!(office.locked.is_empty(), "no panel was open");
}

#[test]
fn the_code_leads_to_the_first_pin() {
    let mut office = Office::new();
    office.administrator = None;
    office.open().types(PIN).at("staff_pin");
    assert_eq!(office.notice(), Some(Notice::Wrong));
    office.types(CODE).at("staff_new_pin");
    office.types("123456").at("staff_new_pin");
    assert_eq!(office.notice(), Some(Notice::Weak(WeakPin::Run)));
    office.types("121212");
    assert_eq!(office.notice(), Some(Notice::Weak(WeakPin::Repeat)));
    office.types("264813").at("staff_new_pin_again");
    assert_eq!((office.figures(), office.notice()), (0, None));
    office.types("264814").at("staff_new_pin");
    assert_eq!(office.notice(), Some(Notice::Differs));
    office.types("264813").types("264813").at("staff_statistics").on(Event::Lock);
    office.open().types(CODE).at("staff_pin");
    office.types("264813").at("staff_statistics");
}

#[test]
fn a_code_that_somebody_overtook_counts_no_more() {
    let mut office = Office::new();
    office.administrator = None;
    office.open().types(CODE).types("264813");
    office.administrator = Figures::six(PIN);
    office.types("264813").at("staff_pin");
    assert_eq!(office.notice(), Some(Notice::NotFirst));
    office.types(PIN).at("staff_statistics");
}

#[test]
fn a_first_pin_that_could_not_be_written_is_chosen_again() {
    let mut office = Office::new();
    office.administrator = None;
    office.open().types(CODE).types("264813");
    office.book = Book::Fails;
    office.types("264813").at("staff_new_pin");
    assert_eq!(office.notice(), Some(Notice::Failed));
    office.book = Book::Works;
    office.types("264813").types("264813").at("staff_statistics");
}

#[test]
fn choosing_a_pin_may_take_a_minute_and_leaves_nothing_behind() {
    let mut office = Office::new();
    office.administrator = None;
    office.open().types(CODE).secs(59).types("264813").secs(59).at("staff_new_pin_again").secs(1).at("visitor");
    office.open().at("staff_pin");
    assert!(office.administrator.is_none());
}

#[test]
fn only_an_administrator_leaves_the_kiosk_and_is_asked_once() {
    let mut office = Office::new();
    office.on(Event::AskExit).on(Event::Exit(true)).open().on(Event::Exit(true)).types(PIN).on(Event::Exit(true));
    office.on(Event::AskExit).on(Event::Exit(false)).on(Event::Exit(true));
    assert_eq!(office.exits, 0, "not before the question, and not after a no");
    office.on(Event::AskExit).on(Event::Exit(true));
    assert_eq!(office.exits, 1);
    let mut office = Office::new();
    office.role = Role::Librarian;
    office.open().types(PIN).on(Event::AskExit).on(Event::Exit(true));
    assert_eq!(office.exits, 0);
}

#[test]
fn nothing_that_was_typed_is_printed() {
    let mut office = Office::new();
    office.open().types("73915");
    let pin = Pin::choose(Figures::six(PIN).unwrap()).unwrap();
    let printed = format!("{:?} {:?} {:?}", office.desk, Effect::SetFirstPin { ticket: 1, pin }, Goal::NewPin);
    assert!(!printed.contains("7391") && !printed.contains("Sri"), "{printed}");
}

#[test]
fn random_walks_open_nothing_without_a_right_pin() {
    let mut office = Office::new();
    let mut dice = Dice(0x57AF);
    let (mut opened, mut permitted, mut closed, mut locked) = (0, 0, 0, 0);
    for step in 0..300_000 {
        // Every now and then somebody stands there who guesses.
        let guesses = step / 500 % 3 == 0;
        let before = office.desk.clone();
        let permits = office.permits.len();
        if step % 40 == 0 {
            office.book = dice.of(&[Book::Works, Book::Works, Book::Works, Book::Fails, Book::Hangs]);
        }
        let right = match &before.side {
            Side::Pad(pad) => pad.figures.complete().is_some() || PIN.len() == pad.figures.len() + 1,
            _ => false,
        };
        let event = match dice.below(14) {
            0 => Event::Open { welcome: dice.below(3) > 0 },
            1 if dice.below(4) == 0 => Event::Ask(Permission::Internet),
            2 if dice.below(6) == 0 => Event::Leave,
            3 if dice.below(6) == 0 => dice.of(&[Event::Lock, Event::Clear, Event::Backspace, Event::Touched]),
            4 => Event::Scanned(PIN.into()),
            5 => dice.of(&[Event::Tab(Tab::Health), Event::Tab(Tab::Members), Event::Tick]),
            6 => {
                office.wait(Duration::from_millis(dice.below(20_000) as u64));
                continue;
            }
            7 => {
                office.catch_up();
                continue;
            }
            _ => {
                let next = match &before.side {
                    Side::Pad(pad) if !guesses && dice.below(40) > 0 => {
                        PIN.chars().nth(pad.figures.len()).unwrap_or('0')
                    }
                    _ => dice.of(&['0', '5', 'x']),
                };
                Event::Typed(next)
            }
        };
        let open = Event::Open { welcome: true };
        let allowed = event == open || matches!(event, Event::Ask(_));
        office.on(event.clone());
        if !before.is_open() {
            assert!(!office.desk.is_open() || allowed, "step {step}: {event:?} opened {:?}", office.desk);
        }
        if matches!(office.desk.side, Side::Panel(_)) && !matches!(before.side, Side::Panel(_)) {
            assert!(right, "step {step}: {event:?} opened the panel from {before:?}");
            opened += 1;
        }
        if office.permits.len() > permits {
            assert!(matches!(&before.side, Side::Pad(p) if matches!(p.goal, Goal::Permission(_))), "step {step}");
            assert!(!office.desk.is_open(), "step {step}: a permission left something open");
            permitted += 1;
        }
        closed += usize::from(before.closed(office.now).is_none() && office.desk.closed(office.now).is_some());
        locked += usize::from(matches!(before.side, Side::Panel(_)) && !office.desk.is_open());
    }
    assert!(opened > 300 && permitted > 100 && closed > 20 && locked > 300, "{opened} {permitted} {closed} {locked}");
    assert!(office.locked.len() >= locked, "every locking is logged");
}
