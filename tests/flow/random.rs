//! A million random events, biased so that they go somewhere.

use std::collections::HashMap;

use buku_pengunjung::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use buku_pengunjung::domain::lang::Lang;
use buku_pengunjung::domain::policy::RepeatRule;
use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::{Answer, Event, Field, Question, Reader, Rules, Screen};

use super::desk::{BLOCKED, Book, Desk, EXPIRED, UNLISTED, WULAN, id, rules};

/// How many events: `BUKU_WALK_EVENTS`, else a million.
fn events() -> usize {
    std::env::var("BUKU_WALK_EVENTS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000_000).max(1_000_000)
}

/// `SplitMix64`: small, well known, and the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.roll() % n as u64).unwrap()
    }

    pub fn of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }
}

/// An event that makes sense on this screen three times out of four, else any event at all.
fn pick(desk: &Desk, dice: &mut Dice) -> Event {
    if dice.below(4) == 0 {
        return anything(dice);
    }
    if desk.state.dialog.is_some() {
        return Event::Dialog(dice.below(2) == 0);
    }
    match &desk.state.screen {
        Screen::Welcome if dice.below(2) == 0 => Event::Scanned(dice.of(&[WULAN, EXPIRED, BLOCKED, UNLISTED]).into()),
        Screen::Welcome if dice.below(8) == 0 => Event::ServiceInfo,
        Screen::ServiceInfo => dice.of(&[Event::Finish, Event::Back, Event::Touched]),
        Screen::Welcome => Event::Choose(dice.of(MembershipType::ALL)),
        Screen::CardEntry(c) if c.unknown => dice.of(&[Event::CorrectNumber, Event::WithoutCard, Event::Backspace]),
        Screen::CardEntry(c) if c.text.len() >= WULAN.len() => Event::Next,
        Screen::CardEntry(c) => {
            let number = if dice.below(40) == 0 { UNLISTED } else { WULAN };
            Event::Typed(number.chars().nth(c.text.chars().count()).unwrap_or('1'))
        }
        Screen::ConfirmIdentity { .. } => Event::Identity(dice.below(3) > 0),
        Screen::CardNotice(_) => Event::Next,
        Screen::NameOnly(n) if n.name.len() > 2 => Event::Next,
        Screen::NonMember(n) if n.complete() => Event::Next,
        Screen::NonMember(n) if n.name_fits() => match n.open {
            Some(Question::Sex) => Event::Answer(Answer::Sex(dice.of(Sex::ALL))),
            Some(Question::AgeGroup) => Event::Answer(Answer::AgeGroup(dice.of(AgeGroup::ALL))),
            Some(Question::Education) => Event::Answer(Answer::Education(dice.of(Education::ALL))),
            _ => Event::Answer(Answer::Occupation(dice.of(Occupation::ALL))),
        },
        Screen::Group(g) if g.total() < 2 => Event::Step { sex: dice.of(Sex::ALL), up: true },
        Screen::Group(g) if g.leader.len() > 2 && g.institution.len() > 2 => Event::Next,
        Screen::Group(g) if g.leader.len() > 2 && g.focus != Field::Institution => Event::Focus(Field::Institution),
        Screen::Purpose(_) => Event::Purpose(id(dice.of(&["read", "archive", "other", "internet"]))),
        Screen::Note(n) if n.text.len() > 2 => Event::Next,
        Screen::NameOnly(_) | Screen::NonMember(_) | Screen::Group(_) | Screen::Note(_) => {
            Event::Typed(dice.of(&['a', 'B', ' ', '3', '\'']))
        }
        Screen::Recording(_) => Event::Retry,
        Screen::Repeated(_) => dice.of(&[Event::Finish, Event::RecordAgain]),
        Screen::Done(_) => dice.of(&[Event::Finish, Event::Undo, Event::Touched]),
    }
}

fn anything(dice: &mut Dice) -> Event {
    match dice.below(24) {
        0 => Event::Touched,
        1 => Event::Scanned(dice.of(&[WULAN, EXPIRED, BLOCKED, UNLISTED, "", "?", " \u{7} "]).into()),
        2 => Event::Unreadable,
        3 => Event::Reader(dice.of(&[Reader::Ready, Reader::Missing, Reader::Reading])),
        4 => Event::Choose(dice.of(MembershipType::ALL)),
        5 => Event::Language(dice.of(Lang::ALL)),
        6 => Event::ToggleAa,
        7 => Event::Typed(dice.of(&['1', '9', 'x', '\n', '🙂', 'ش'])),
        8 => Event::Backspace,
        9 => Event::Clear,
        10 => Event::Focus(dice.of(&[Field::Name, Field::Origin, Field::Leader, Field::Male, Field::Female])),
        11 => Event::Answer(Answer::Occupation(dice.of(Occupation::ALL))),
        12 => Event::Open(dice.of(&[Question::Sex, Question::Education])),
        13 => Event::Step { sex: dice.of(Sex::ALL), up: dice.below(2) == 0 },
        14 => Event::Next,
        15 => Event::Back,
        16 => Event::Cancel,
        17 => Event::CallStaff,
        18 => Event::TypeNumber,
        19 => Event::Identity(dice.below(2) == 0),
        20 => Event::Purpose(id(dice.of(&["read", "other", "internet", "nowhere"]))),
        21 => Event::Undo,
        22 => Event::StayHere(dice.below(2) == 0),
        _ => Event::Dialog(dice.below(2) == 0),
    }
}

#[test]
fn a_million_events_keep_every_promise() {
    let mut desk = Desk::new(Rules { repeat: RepeatRule::Every(std::time::Duration::from_mins(1)), ..rules() });
    let mut dice = Dice(0x5EED);
    let mut entered: HashMap<&str, usize> = HashMap::new();
    let mut before = "welcome";
    let mut recorded_in_walk = 0;
    let mut seen = 0;
    for step in 0..events() {
        if step % 50 == 0 {
            desk.book = dice.of(&[Book::Works, Book::Works, Book::Works, Book::Fails, Book::Hangs]);
            desk.list_loaded = dice.below(5) > 0;
        }
        match dice.below(60) {
            0 => desk.wait(dice.below(90) as u64),
            1 | 2 => desk.catch_up(),
            _ => {
                let event = pick(&desk, &mut dice);
                desk.now += std::time::Duration::from_millis(dice.below(400) as u64);
                desk.on(event)
            }
        };
        let name = desk.screen();
        if name != before {
            *entered.entry(name).or_default() += 1;
        }
        let new = desk.visits.len() - seen;
        seen = desk.visits.len();
        // A walk ends when Done is left, or at once when the next card was already waiting.
        recorded_in_walk += new;
        assert!(recorded_in_walk <= 1, "step {step}: two rows in one walk");
        if name != "done" {
            recorded_in_walk = 0;
        }
        if let Screen::Done(done) = &desk.state.screen {
            assert!(desk.written.contains_key(&done.visit), "step {step}: thanks without a row");
        }
        if step % 997 == 0 {
            back_leads_home(&mut desk, step);
            recorded_in_walk = 0;
            before = desk.screen();
            continue;
        }
        before = name;
    }
    let ids: std::collections::HashSet<_> = desk.visits.iter().map(|v| v.id).collect();
    assert_eq!(ids.len(), desk.visits.len(), "a visit was written twice");
    assert!(desk.visits.len() >= 1000, "only {} visits", desk.visits.len());
    let screens = [
        "welcome",
        "card_entry",
        "card_unknown",
        "confirm_identity",
        "card_expired",
        "card_blocked",
        "name_only",
        "non_member",
        "group",
        "purpose",
        "note",
        "recording",
        "repeated",
        "done",
        "service_info",
    ];
    for screen in screens {
        let times = entered.get(screen).copied().unwrap_or_default();
        assert!(times >= 1000, "{screen} was entered {times} times: {entered:?}");
    }
}

/// From anywhere, Kembali and nothing else leads to Welcome, once the book has answered.
fn back_leads_home(desk: &mut Desk, step: usize) {
    desk.catch_up();
    for _ in 0..64 {
        if desk.screen() == "welcome" && desk.state.dialog.is_none() {
            return;
        }
        if desk.screen() == "recording" {
            desk.wait(1);
        }
        desk.on(Event::Back);
    }
    panic!("step {step}: {} does not lead home", desk.screen());
}
