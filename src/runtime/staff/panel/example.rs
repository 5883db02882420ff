//! A made-up internet room and its visitors, for the tests of the pages on a real book.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::card::CardNumber;
use crate::domain::demographics::Demographics;
use crate::domain::internet::{NewSession, Place, Seat, SeatGroup, SeatState};
use crate::domain::name::Name;
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{Entry, NewVisit, VisitId, Visitor};

/// The computers PC 01 and PC 02, for adults.
pub(super) fn two_seats() -> Vec<Seat> {
    let seat = |n: u8| Seat {
        name: format!("PC {n:02}"),
        group: SeatGroup::Adult,
        column: n,
        row: 1,
        state: SeatState::Ready,
    };
    vec![seat(1), seat(2)]
}

/// The member with the card KTA-`n` comes to the library of Banyuwangi for a computer or a number; the visit has the id `n`.
pub(super) fn member(n: u128, place: Place, at: DateTime<Utc>) -> NewVisit {
    NewVisit {
        id: VisitId(Uuid::from_u128(n)),
        at,
        local_date: at.with_timezone(&chrono_tz::Asia::Jakarta).date_naive(),
        kiosk: "lobi".into(),
        visitor: Visitor::Member {
            card: CardNumber::from_store(format!("KTA-{n}")),
            name: Name::new("Wulan Percontohan").unwrap(),
            demographics: Demographics::default(),
            expired: false,
            unverified: false,
        },
        purpose: PurposeId::new("internet").unwrap(),
        note: None,
        session: Some(NewSession { place, allowed: None }),
        entry: Entry::Scanned,
        walk_millis: 9_000,
        clock_suspect: false,
    }
}
