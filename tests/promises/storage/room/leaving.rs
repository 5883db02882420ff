//! Leaving: who it is, three wrong tries, the points, the note for staff, the rating, and the five minutes.

use buku_pengunjung::domain::internet::{
    Ask, CheckOut, Identified, Leaving, Place, Placed, Proof, Rating, RefusedFor, Reply, SeatUse, SessionEnd,
    SessionId, Tidy, TidyPoint, TidyReason,
};
use buku_pengunjung::domain::lang::Lang;
use buku_pengunjung::domain::name::Note;
use buku_pengunjung::domain::report::{InternetFigures, ReportKind, Request, TidyFigures, Timely};
use buku_pengunjung::domain::span::Span;
use buku_pengunjung::domain::visit::VoidReason;
use chrono::TimeDelta;

use super::super::support::id;
use super::support::*;

fn by_seat(seat: &str, typed: &str) -> Ask {
    Ask::Identify(Leaving::Seat { seat: seat.to_owned(), typed: typed.to_owned() })
}

fn figures(office: &Office) -> InternetFigures {
    let day = "2026-11-24".parse().unwrap();
    let request = Request {
        kind: ReportKind::Internet,
        span: Span::day(day).unwrap(),
        check_in_seconds: 60,
        check_out_seconds: 300,
    };
    office.book.report_figures(&request, &[], Lang::Id).unwrap().internet
}

#[test]
fn a_card_or_the_computer_with_its_last_three_characters_says_who_leaves() {
    let mut office = Office::with(2);
    let seated = office.sit("KTA-00ab7", "PC 01");
    let own = |reply| matches!(reply, Reply::Identified(Identified::Session(s)) if s.id == seated.session);
    assert!(own(office.ask(&Ask::Identify(Leaving::Card(visitor(Some("KTA-00ab7")).card().unwrap().clone())))));
    assert!(own(office.ask(&by_seat("PC 01", "AB7"))), "in large or small letters");
    let nobody = Reply::Identified(Identified::NoSession);
    assert_eq!(office.ask(&by_seat("PC 02", "ab7")), nobody);
    assert_eq!(office.ask(&Ask::Identify(Leaving::Card(visitor(Some("KTA-2")).card().unwrap().clone()))), nobody);
}

#[test]
fn three_wrong_tries_lead_to_staff_also_after_a_restart() {
    let mut office = Office::with(2);
    let wrong = |left| Reply::Identified(Identified::Wrong { left });
    office.sit("KTA-0017", "PC 01");
    assert_eq!(office.ask(&by_seat("PC 01", "018")), wrong(2));
    assert_eq!(office.ask(&by_seat("PC 01", "")), wrong(1));
    office.restart(rules(2));
    assert_eq!(office.ask(&by_seat("PC 01", "18")), wrong(0));
    assert_eq!(office.ask(&by_seat("PC 01", "017")), wrong(0), "right, and too late");
    let room = office.book.room(office.now).unwrap();
    assert!(matches!(&room.seats[0].usage, SeatUse::Taken(taken) if taken.proof == Proof::Staff));
    let card = visitor(Some("KTA-0017")).card().unwrap().clone();
    let reply = office.ask(&Ask::Identify(Leaving::Card(card)));
    assert!(matches!(reply, Reply::Identified(Identified::Session(_))), "the card itself is always good");
}

#[test]
fn without_a_card_the_exit_code_says_who_leaves() {
    let mut office = Office::with(1);
    let Placed::Seated(seated) = office.arrive(None, Place::Seat("PC 01".to_owned())).unwrap() else {
        panic!("no computer")
    };
    let code = seated.exit_code.unwrap();
    let other = if code.as_str() == "000" { "111" } else { "000" };
    assert_eq!(office.ask(&by_seat("PC 01", other)), Reply::Identified(Identified::Wrong { left: 2 }));
    assert!(matches!(office.ask(&by_seat("PC 01", code.as_str())), Reply::Identified(Identified::Session(_))));
    office.leave(seated.session);
    assert_eq!(office.ask(&by_seat("PC 01", code.as_str())), Reply::Identified(Identified::NoSession));
}

fn unticked(office: &Office, session: SessionId) -> CheckOut {
    let tidy = Tidy::new([true, false, true], Some(TidyReason::Broken)).unwrap();
    let rating = Rating::new(4, Some(Note::new("Cepat sekali").unwrap()));
    CheckOut { session, tidy, rating, since: office.now - TimeDelta::seconds(90), at: office.now }
}

#[test]
fn an_unticked_point_ends_the_session_and_leaves_a_note() {
    let mut office = Office::with(1);
    let seated = office.sit("KTA-1", "PC 01");
    office.pass(40);
    let out = Ask::CheckOut(Box::new(unticked(&office, seated.session)));
    let first = office.ask(&out);
    assert!(matches!(&first, Reply::Left(left) if left.end == SessionEnd::Own && left.ended == office.now));
    assert_eq!(office.ask(&out), first, "a repeated check-out answers the same");
    let notes = office.book.room_notes().unwrap();
    assert_eq!(notes.len(), 1);
    assert_eq!(
        (notes[0].seat.as_str(), notes[0].points.as_slice(), notes[0].reason),
        ("PC 01", [TidyPoint::Tidied].as_slice(), TidyReason::Broken)
    );
    assert_eq!(office.book.room(office.now).unwrap().notes, 1);
    let figures = figures(&office);
    assert_eq!(figures.tidy, TidyFigures { asked: 1, shut_down: 1, tidied: 0, clean: 1, all: 0 });
    assert_eq!(figures.ratings.0, [0, 0, 0, 1], "counted once");
    assert_eq!(figures.check_out, Timely { measured: 1, within: 1 });
    office.verified();
}

#[test]
fn the_five_minutes_run_on_while_the_visitor_goes_back_to_tidy() {
    let mut office = Office::with(2);
    let (quick, slow) = (office.sit("KTA-1", "PC 01"), office.sit("KTA-2", "PC 02"));
    office.pass(30);
    let begun = office.now;
    assert_eq!(office.ask(&Ask::KeepTidying { session: slow.session, since: begun }), Reply::Noted);
    office.pass(5);
    office.ask(&Ask::KeepTidying { session: slow.session, since: office.now });
    office.pass(1);
    office.leave(slow.session);
    office.leave(quick.session);
    assert_eq!(figures(&office).check_out, Timely { measured: 2, within: 1 }, "six minutes, and two");
    // A clock that is turned back in between measures nothing.
    let third = office.sit("KTA-3", "PC 01");
    office.ask(&Ask::KeepTidying { session: third.session, since: office.now });
    office.pass(-60);
    office.leave(third.session);
    assert_eq!(figures(&office).check_out.measured, 2);
    office.verified();
}

#[test]
fn staff_free_a_computer_whose_visitor_checks_out() {
    let mut office = Office::with(1);
    let seated = office.sit("KTA-1", "PC 01");
    office.queue("KTA-2");
    office.pass(10);
    office.book.free_seat(seated.session, office.staff, office.now).unwrap();
    office.pass(1);
    let Reply::Left(left) = office.ask(&Ask::CheckOut(Box::new(unticked(&office, seated.session)))) else {
        panic!("the visitor is sent away")
    };
    assert_eq!((left.end, left.ended), (SessionEnd::Staff, office.now - TimeDelta::minutes(1)));
    assert_eq!(office.book.room_notes().unwrap().len(), 1, "what was ticked is written down");
    assert_eq!(office.book.room(office.now).unwrap().called().count(), 1, "one computer, one call");
    let again = office.book.free_seat(seated.session, office.staff, office.now).unwrap();
    assert_eq!(again.ended, left.ended);
    assert_eq!(figures(&office).tidy.asked, 1, "and counted");
    office.verified();
}

#[test]
fn what_is_ticked_after_the_visit_was_taken_back_is_not_counted() {
    let mut office = Office::with(1);
    let seated = office.sit("KTA-1", "PC 01");
    office.pass(10);
    let out = unticked(&office, seated.session);
    office.book.void(id(office.visits()), VoidReason::Visitor, office.now).unwrap();
    assert!(matches!(office.ask(&Ask::CheckOut(Box::new(out))), Reply::Left(_)));
    assert_eq!((figures(&office).sessions(), figures(&office).tidy), (0, TidyFigures::default()));
    office.verified();
}

#[test]
fn ratings_are_kept_apart_and_refusals_are_counted() {
    let mut office = Office::with(3);
    for (n, score) in [(1, 4), (2, 4), (3, 2)] {
        let seated = office.sit(&format!("KTA-{n}"), &format!("PC 0{n}"));
        let rating = Rating::new(score, None);
        let out = CheckOut { rating, ..office.tidy(seated.session) };
        office.ask(&Ask::CheckOut(Box::new(out)));
    }
    for why in [RefusedFor::NoCard, RefusedFor::NoCard, RefusedFor::Expired] {
        assert_eq!(office.ask(&Ask::TurnedAway { why, at: office.now }), Reply::Noted);
    }
    let figures = figures(&office);
    assert_eq!((figures.ratings.0, figures.ratings.index()), ([0, 1, 0, 2], Some(8333)));
    let refused = figures.refused.unwrap();
    let reasons = [RefusedFor::NoCard, RefusedFor::Expired, RefusedFor::Blocked].map(|why| refused.of(why));
    assert_eq!((refused.total(), reasons), (3, [2, 1, 0]));
    office.verified();
}
