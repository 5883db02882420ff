//! How to get to each state of the screens of the internet room.

use std::time::Duration;

use buku_pengunjung::domain::internet::{
    ExitCode, Identified, Proof, Refusal, Reply, Seated, SessionId, TicketState, TidyReason,
};
use buku_pengunjung::domain::staff::StaffId;
use buku_pengunjung::flow::Event;
use chrono::Weekday;

use crate::room_ways::*;
use crate::scenes::{Scene, group};
use crate::support::{CARD, Kiosk, blocked_member, expired_member, member};

/// The scenes of the internet room.
pub const ROOM: &[Scene] = &[
    Scene {
        name: "welcome-turn",
        set: |k| {
            queue(k, &[14]);
        },
    },
    Scene {
        name: "welcome-turns",
        set: |k| {
            queue(k, &[114, 115, 116]);
        },
    },
    Scene {
        name: "purpose-full",
        set: |k| {
            full(k, None);
            k.scan(member());
        },
    },
    Scene { name: "purpose-in-use", set: other_visit },
    Scene { name: "gate", set: gate },
    Scene {
        name: "gate-group",
        set: |k| {
            drawn(k);
            group(k);
            internet(k);
        },
    },
    Scene {
        name: "gate-expired",
        set: |k| {
            drawn(k);
            k.scan(expired_member());
            k.send(Event::Next);
            internet(k);
        },
    },
    Scene {
        name: "gate-blocked",
        set: |k| {
            drawn(k);
            k.scan(blocked_member());
            k.send(Event::Next);
            internet(k);
        },
    },
    Scene { name: "purpose-closed", set: purpose_closed },
    Scene {
        name: "room-closed",
        set: |k| {
            purpose_closed(k);
            internet(k);
        },
    },
    Scene {
        name: "room-closed-turn",
        set: |k| {
            queue(k, &[14]);
            k.rules.hours = hours(&[Weekday::Wed], (7, 9));
            k.send(Event::ClaimTurn);
            k.type_text("14");
            k.send(Event::Next);
        },
    },
    Scene { name: "seat", set: seat },
    Scene {
        name: "seat-saving",
        set: |k| {
            seat(k);
            k.send(Event::Next);
        },
    },
    Scene {
        name: "seat-taken",
        set: |k| {
            seat(k);
            let mut room = (*k.state.room).clone();
            room.seats[6].usage = taken(7, Proof::CardEnd);
            k.send(Event::Room(Box::new(room)));
        },
    },
    Scene {
        name: "seat-permitted",
        set: |k| {
            k.rules.longest_session = Some(Duration::from_mins(90));
            gate(k);
            k.send(Event::Permitted(StaffId(3)));
        },
    },
    Scene {
        name: "seat-group",
        set: |k| {
            drawn(k);
            group(k);
            internet(k);
            k.send(Event::Permitted(StaffId(3)));
        },
    },
    Scene {
        name: "seat-move",
        set: |k| {
            still_seated(k);
            k.send(Event::MoveSeat);
        },
    },
    Scene { name: "seat-claim", set: claim },
    Scene {
        name: "seat-many",
        set: |k| {
            k.send(Event::Room(Box::new(many(false))));
            k.scan(member());
            internet(k);
        },
    },
    Scene {
        name: "seat-two",
        set: |k| {
            let mut room = many(false);
            room.seats.retain(|s| s.seat.row == 1 && s.seat.column <= 2);
            k.send(Event::Room(Box::new(room)));
            k.scan(member());
            internet(k);
        },
    },
    Scene { name: "queue", set: |k| offered(k, None) },
    Scene { name: "queue-likely", set: |k| offered(k, Some(Kiosk::this_morning(10, 15))) },
    Scene {
        name: "queue-waiting",
        set: |k| {
            full(k, None);
            let ticket = ticket(14, TicketState::Waiting);
            known(k, None, Some(ticket));
        },
    },
    Scene {
        name: "queue-missed",
        set: |k| {
            full(k, None);
            let ticket = ticket(14, TicketState::Missed);
            known(k, None, Some(ticket));
        },
    },
    Scene {
        name: "turn",
        set: |k| {
            queue(k, &[14]);
            k.send(Event::ClaimTurn);
        },
    },
    Scene {
        name: "turn-wrong",
        set: |k| {
            queue(k, &[14]);
            k.send(Event::ClaimTurn);
            k.type_text("41");
            k.send(Event::Next);
        },
    },
    Scene { name: "still-seated", set: still_seated },
    Scene {
        name: "leaver",
        set: |k| {
            drawn(k);
            k.send(Event::FinishInternet);
        },
    },
    Scene {
        name: "leaver-nobody",
        set: |k| {
            drawn(k);
            k.send(Event::FinishInternet);
            k.send(Event::Scanned(CARD.to_owned()));
            reply(k, Reply::Identified(Identified::NoSession));
        },
    },
    Scene {
        name: "leaver-empty",
        set: |k| {
            k.send(Event::FinishInternet);
        },
    },
    Scene {
        name: "leaver-many",
        set: |k| {
            k.send(Event::Room(Box::new(many(true))));
            k.send(Event::FinishInternet);
        },
    },
    Scene { name: "leaver-code", set: |k| code(k, "PC 01", "7") },
    Scene { name: "leaver-code-exit", set: |k| code(k, "PC 12", "407") },
    Scene {
        name: "leaver-code-letters",
        set: |k| {
            k.house.card_has_letters = true;
            code(k, "PC 01", "1A");
        },
    },
    Scene { name: "leaver-code-wrong", set: |k| wrong(k, 2) },
    Scene { name: "leaver-staff", set: |k| wrong(k, 0) },
    Scene {
        name: "check-out",
        set: |k| {
            check_out(k);
            two_points(k);
            k.send(Event::Rate(3));
        },
    },
    Scene { name: "check-out-untouched", set: check_out },
    Scene {
        name: "checking-out-again",
        set: |k| {
            check_out(k);
            all_points(k);
            k.send(Event::Next);
            fail(k);
        },
    },
    Scene {
        name: "checking-out-failed",
        set: |k| {
            check_out(k);
            all_points(k);
            k.send(Event::Next);
            for _ in 0..3 {
                fail(k);
                k.pass(Duration::from_secs(2));
            }
        },
    },
    Scene {
        name: "rating-words",
        set: |k| {
            check_out(k);
            k.send(Event::Rate(4));
            k.send(Event::RateWords);
            k.type_text("Internetnya cepat");
        },
    },
    Scene {
        name: "dialog-untidy",
        set: |k| {
            check_out(k);
            two_points(k);
            k.send(Event::Rate(3));
            k.send(Event::Next);
        },
    },
    Scene {
        name: "dialog-other-card",
        set: |k| {
            check_out(k);
            k.send(Event::Scanned("0024117001".to_owned()));
        },
    },
    Scene { name: "done-seat", set: |k| done_seat(k, None) },
    Scene { name: "done-code", set: |k| done_seat(k, Some(ExitCode::of(407))) },
    Scene {
        name: "dialog-undo-seat",
        set: |k| {
            done_seat(k, None);
            k.send(Event::Undo);
        },
    },
    Scene { name: "done-ticket", set: |k| done_ticket(k, None) },
    Scene { name: "done-ticket-likely", set: |k| done_ticket(k, Some(Kiosk::this_morning(10, 15))) },
    Scene {
        name: "done-moved",
        set: |k| {
            still_seated(k);
            k.send(Event::MoveSeat);
            k.send(Event::Next);
            let seated = Seated { session: SessionId(1), seat: "PC 07".into(), started: began(), exit_code: None };
            reply(k, Reply::Seated(seated));
        },
    },
    Scene {
        name: "done-claimed",
        set: |k| {
            claim(k);
            k.send(Event::Next);
            let exit_code = Some(ExitCode::of(215));
            let seated = Seated { session: SessionId(1), seat: "PC 07".into(), started: began(), exit_code };
            reply(k, Reply::Seated(seated));
        },
    },
    Scene {
        name: "done-left",
        set: |k| {
            check_out(k);
            all_points(k);
            k.send(Event::Next);
            left(k);
        },
    },
    Scene {
        name: "done-reported",
        set: |k| {
            check_out(k);
            two_points(k);
            k.send(Event::Next);
            k.send(Event::Untidy(Some(TidyReason::Broken)));
            left(k);
        },
    },
    Scene {
        name: "strip-room-full",
        set: |k| {
            full(k, None);
            known(k, Some(session()), None);
            k.send(Event::MoveSeat);
        },
    },
    Scene {
        name: "strip-still-seated",
        set: |k| {
            other_visit(k);
            internet(k);
        },
    },
    Scene {
        name: "strip-turn-over",
        set: |k| {
            claim(k);
            k.send(Event::Next);
            reply(k, Reply::Refused(Refusal::TicketGone));
        },
    },
];
