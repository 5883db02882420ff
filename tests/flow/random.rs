//! More than a million random events, biased so that they go somewhere.

use std::collections::HashMap;

use buku_pengunjung::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use buku_pengunjung::domain::internet::{OpenHours, TidyPoint, TidyReason, WeekHours};
use buku_pengunjung::domain::lang::Lang;
use buku_pengunjung::domain::policy::RepeatRule;
use buku_pengunjung::domain::staff::StaffId;
use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::room::Outcome;
use buku_pengunjung::flow::{Answer, Dialog, Done, Event, Field, Question, Reader, Rules, Screen};
use chrono::NaiveTime;

use super::desk::{BLOCKED, Book, Desk, EXPIRED, OTHER, THIRD, UNLISTED, WULAN, id, rules};
use super::room_book::{RoomBook, Session};

/// How many events: `BUKU_WALK_EVENTS`, else a million.
fn events() -> usize {
    std::env::var("BUKU_WALK_EVENTS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_200_000).max(1_200_000)
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

/// An event that makes sense on this screen four times out of five, else any event at all.
fn pick(desk: &Desk, dice: &mut Dice) -> Event {
    if dice.below(5) == 0 {
        return anything(dice);
    }
    if let Some(dialog) = &desk.state.dialog {
        return match dialog {
            Dialog::Untidy => Event::Untidy(dice.of(&[None, Some(TidyReason::Broken), Some(TidyReason::Forgotten)])),
            _ => Event::Dialog(dice.below(2) == 0),
        };
    }
    match &desk.state.screen {
        Screen::Welcome if dice.below(5) > 1 => {
            Event::Scanned(dice.of(&[WULAN, OTHER, THIRD, WULAN, OTHER, THIRD, EXPIRED, BLOCKED, UNLISTED]).into())
        }
        Screen::Welcome if dice.below(3) == 0 => dice.of(&[Event::FinishInternet, Event::ClaimTurn]),
        Screen::Welcome if dice.below(6) == 0 => Event::ServiceInfo,
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
        Screen::Purpose(_) => Event::Purpose(id(dice.of(&["read", "other", "internet", "internet", "internet"]))),
        Screen::Note(n) if n.text.len() > 2 => Event::Next,
        Screen::NameOnly(_) | Screen::NonMember(_) | Screen::Group(_) | Screen::Note(_) => {
            Event::Typed(dice.of(&['a', 'B', ' ', '3', '\'']))
        }
        Screen::Gate(_) => dice.of(&[Event::Back, Event::AskStaff, Event::Permitted(StaffId(1)), Event::TypeNumber]),
        Screen::RoomClosed(_) => dice.of(&[Event::Back, Event::Back, Event::Finish]),
        Screen::Seat(_) => dice.of(&[Event::Next, Event::Next, Event::Seat("PC 02".into()), Event::Back]),
        Screen::Queue(_) => dice.of(&[Event::TakeNumber, Event::TakeNumber, Event::Finish, Event::OtherVisit]),
        Screen::Turn(t) if !t.text.is_empty() => Event::Next,
        Screen::Turn(_) => match desk.state.room.queue.first() {
            Some(ticket) => Event::Typed(ticket.number.to_string().chars().next().unwrap_or('1')),
            None => Event::Typed('7'),
        },
        Screen::StillSeated(_) => {
            dice.of(&[Event::FinishInternet, Event::FinishInternet, Event::MoveSeat, Event::OtherVisit])
        }
        Screen::Leaver(_) if dice.below(2) == 0 => Event::Scanned(dice.of(&[WULAN, OTHER, THIRD]).into()),
        Screen::Leaver(_) => Event::Seat(dice.of(&["PC 01", "PC 02", "PC 03"]).into()),
        Screen::LeaverCode(c) if c.complete() => Event::Next,
        Screen::LeaverCode(c) => Event::Typed(['7', '3', '6'].get(c.text.len()).copied().unwrap_or('1')),
        Screen::CheckOut(c) if c.missing() == 0 || dice.below(6) == 0 => {
            let rate = if c.score.is_some() { Event::RateWords } else { Event::Rate(4) };
            dice.of(&[Event::Next, Event::Next, Event::Retry, rate.clone(), rate])
        }
        Screen::CheckOut(c) => {
            let open = TidyPoint::ALL.iter().find(|point| !c.is_ticked(**point));
            Event::Point(open.copied().unwrap_or(TidyPoint::Clean))
        }
        Screen::Words(w) if w.text.len() > 2 => Event::Next,
        Screen::Words(_) => Event::Typed('a'),
        Screen::Recording(_) => Event::Retry,
        Screen::Repeated(_) => dice.of(&[Event::Finish, Event::RecordAgain]),
        Screen::Done(_) => dice.of(&[Event::Finish, Event::Undo, Event::Touched]),
    }
}

fn anything(dice: &mut Dice) -> Event {
    match dice.below(36) {
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
        23 => Event::FinishInternet,
        24 => Event::MoveSeat,
        25 => Event::OtherVisit,
        26 => Event::Seat(dice.of(&["PC 01", "PC 03", "nowhere"]).into()),
        27 => Event::TakeNumber,
        28 => Event::ClaimTurn,
        29 => Event::AskStaff,
        30 => Event::Permitted(StaffId(1)),
        31 => Event::Point(dice.of(TidyPoint::ALL)),
        32 => Event::Rate(dice.of(&[0, 1, 4, 5])),
        33 => Event::RateWords,
        34 => Event::Untidy(dice.of(&[None, Some(TidyReason::Other)])),
        _ => Event::Dialog(dice.below(2) == 0),
    }
}

#[test]
fn a_million_events_keep_every_promise() {
    let repeat = RepeatRule::Every(std::time::Duration::from_mins(1));
    let mut desk = Desk::new(Rules { repeat, hours: by_day(), ..rules() });
    // A small room, in which it is often full, and numbers that are soon passed over.
    desk.room = RoomBook::of(2);
    desk.room.hold = chrono::TimeDelta::seconds(3);
    desk.tell_room();
    let mut dice = Dice(0x5EED);
    let mut entered: HashMap<&str, usize> = HashMap::new();
    let mut before = "welcome";
    let mut recorded_in_walk = 0;
    let mut seen = 0;
    for step in 0..events() {
        if step % 50 == 0 {
            desk.book = dice.of(&[Book::Works, Book::Works, Book::Fails, Book::Hangs]);
            desk.list_loaded = dice.below(5) > 0;
        }
        if dice.below(2) == 0 && matches!(&desk.state.screen, Screen::CheckOut(c) if c.missing() == 0) {
            desk.book = Book::Fails;
        }
        match dice.below(60) {
            0 => desk.wait(dice.below(90) as u64),
            1 | 2 => desk.catch_up(),
            4..=10 if matches!(desk.screen(), "recording" | "checking_out") => desk.catch_up(),
            3 if dice.below(12) == 0 => staff_free_a_computer(&mut desk, &mut dice),
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
        if let Screen::Done(done) = &desk.state.screen
            && name != before
        {
            thanks_are_due(&desk, done, step);
        }
        room_is_consistent(&desk, step);
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
        "internet_gate",
        "room_closed",
        "seat",
        "queue",
        "queue_waiting",
        "queue_missed",
        "turn",
        "still_seated",
        "leaver",
        "leaver_code",
        "check_out",
        "checking_out",
        "rating_words",
    ];
    for screen in screens {
        let times = entered.get(screen).copied().unwrap_or_default();
        assert!(times >= 1000, "{screen} was entered {times} times: {entered:?}");
    }
}

/// A room that is closed from nine in the evening until midnight.
fn by_day() -> WeekHours {
    let hours = NaiveTime::from_hms_opt(0, 0, 0).zip(NaiveTime::from_hms_opt(21, 0, 0));
    WeekHours::new([hours.map(|(opens, closes)| OpenHours { opens, closes }); 7])
}

/// Staff end the session of a computer, whoever sits there.
fn staff_free_a_computer<'d>(desk: &'d mut Desk, dice: &mut Dice) -> &'d mut Desk {
    let at = desk.utc;
    desk.room.end(dice.of(&["PC 01", "PC 02", "PC 03"]), at);
    desk.tell_room()
}

/// "Terima kasih" stands only over what the book has.
fn thanks_are_due(desk: &Desk, done: &Done, step: usize) {
    if let Some(visit) = &done.visit {
        assert!(desk.written.contains_key(visit), "step {step}: thanks without a row");
    }
    let session = |fits: &dyn Fn(&Session) -> bool| desk.room.sessions.iter().rev().take(2000).any(fits);
    let due = match &done.outcome {
        Outcome::Visit => done.visit.is_some(),
        Outcome::Seated { seat, .. } => session(&|s| s.seat == *seat && s.started == done.at),
        Outcome::Queued { number, .. } => *number <= desk.room.issued(),
        Outcome::Left { seat, ended, .. } => session(&|s| s.seat == *seat && s.ended == Some(*ended)),
    };
    assert!(due, "step {step}: thanks for nothing: {:?}", done.outcome);
}

/// A computer has at most one session, and a card too.
fn room_is_consistent(desk: &Desk, step: usize) {
    let open: Vec<_> = desk.room.open().collect();
    for (index, one) in open.iter().enumerate() {
        for other in &open[index + 1..] {
            assert_ne!(one.seat, other.seat, "step {step}: two on one seat");
            assert!(one.card.is_none() || one.card != other.card, "step {step}: one card on two seats");
        }
    }
}

/// From anywhere, Kembali and nothing else leads to Welcome, once the book has answered.
fn back_leads_home(desk: &mut Desk, step: usize) {
    desk.catch_up();
    for _ in 0..64 {
        if desk.screen() == "welcome" && desk.state.dialog.is_none() {
            return;
        }
        if matches!(desk.screen(), "recording" | "checking_out") {
            desk.wait(1);
        }
        desk.on(Event::Back);
    }
    panic!("step {step}: {} does not lead home", desk.screen());
}
