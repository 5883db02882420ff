//! A session that is ended from Kunjungan, beside one that is ended from Ruang internet.

use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::domain::internet::{OpenHours, Place, Placed, RoomRules, SessionId, WeekHours};
use crate::domain::pin::Pin;
use crate::domain::staff::Figures;
use crate::flow::staff::room::{Ask as RoomAsk, Reply as RoomReply};
use crate::runtime::staff::panel::example::{member, two_seats};
use crate::runtime::staff::panel::room;
use crate::storage::folder;

struct Morning;

fn nine() -> DateTime<Utc> {
    "2026-11-24T09:00:00+07:00".parse::<DateTime<Utc>>().unwrap()
}

impl Clock for Morning {
    fn mono(&self) -> Duration {
        Duration::ZERO
    }

    fn utc(&self) -> DateTime<Utc> {
        nine()
    }

    fn fresh(&self) -> VisitId {
        VisitId(Uuid::from_u128(99))
    }
}

fn settings() -> BookSettings {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let room = RoomRules {
        seats: two_seats(),
        hours: WeekHours::new([Some(OpenHours { opens: time(7), closes: time(15) }); 7]),
        max_session: None,
        queue_hold: Duration::from_mins(5),
    };
    BookSettings { room, ..BookSettings::default() }
}

fn sit(book: &mut Book, n: u128) -> SessionId {
    let visit = member(n, Place::Seat(format!("PC {n:02}")), nine() - TimeDelta::minutes(20));
    match book.record(&visit, Instant::now()).unwrap().placed {
        Some(Placed::Seated(seated)) => seated.session,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_session_ended_from_kunjungan_is_stored_and_logged_like_one_ended_in_the_room() {
    let dir = tempfile::tempdir().unwrap();
    let mut book = Book::open(&folder::prepare(&dir.path().join("data")).unwrap(), settings()).unwrap();
    let pin = Pin::choose(Figures::six("739154").unwrap()).unwrap();
    let by = book.set_first_pin(&Name::new("Sri Uji").unwrap(), &pin, nine()).unwrap().id;
    let (other, _) = (sit(&mut book, 1), sit(&mut book, 2));
    let id = |n| VisitId(Uuid::from_u128(n));
    let end = |book: &mut Book, n| answer(book, &Morning, &settings(), by, Ask::EndSession(id(n))).unwrap();

    assert!(matches!(room::answer(&mut book, &Morning, by, RoomAsk::Free(other)).unwrap(), RoomReply::Room(_)));
    assert_eq!(end(&mut book, 2), Reply::Done(Deed::SessionEnded));
    let (there, here) = (book.visit(id(1)).unwrap(), book.visit(id(2)).unwrap());
    assert_eq!(here.session_ended_at.map(|at| at.to_utc()), Some(nine()));
    assert_eq!(here.session_end.as_deref(), Some("staff"));
    let of = |row: &VisitRow| {
        let ticks = (row.shut_down, row.tidied, row.clean);
        (row.session_started_at, row.session_ended_at, row.session_end.clone(), ticks, row.voided, row.purpose.clone())
    };
    assert_eq!(of(&here), of(&there));
    assert!(!here.is_inside());

    let lines = book.audit_lines(None, 2).unwrap();
    let said: Vec<_> = lines.iter().map(|l| (l.act.as_str(), l.actor, l.subject.clone(), l.reason.as_str())).collect();
    let freed = |n| ("seat_freed", Actor::Staff(by), crate::domain::audit::Subject::Visit(id(n)).id(), "");
    assert_eq!(said, [freed(2), freed(1)]);

    // What has ended, or never was a session, is refused and is no act.
    for n in [1, 2, 7] {
        assert_eq!(end(&mut book, n), Reply::Refused(Refused::SessionOver));
    }
    assert_eq!(book.audit_lines(None, 1).unwrap()[0].n, lines[0].n);
    assert!(book.verify().unwrap().iter().all(|check| check.ok));
}
