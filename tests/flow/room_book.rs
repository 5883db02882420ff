//! An internet room in memory, as a book keeps it: who sits where, who waits, and what is refused.

use std::collections::HashMap;

use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::internet::{
    Ask, CheckOut, ExitCode, Identified, Leaving, Left, MAX_WRONG_PROOFS, NewSession, OpenSession, Place, Placed,
    Proof, Queued, Refusal, RefusedFor, Reply, Room, Seat, SeatGroup, SeatNow, SeatState, SeatUse, Seated, SessionEnd,
    SessionId, Taken, Ticket, TicketId, TicketState,
};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::staff::StaffId;
use buku_pengunjung::domain::visit::{NewVisit, VisitId};
use chrono::{DateTime, TimeDelta, Utc};

/// One use of one computer.
#[derive(Debug, Clone)]
pub struct Session {
    pub id: SessionId,
    pub visit: VisitId,
    pub seat: String,
    pub card: Option<CardNumber>,
    pub name: Name,
    pub started: DateTime<Utc>,
    pub ended: Option<DateTime<Utc>>,
    pub code: Option<ExitCode>,
    pub allowed: Option<StaffId>,
}

/// A queue number and whose it is.
#[derive(Debug, Clone)]
pub struct Waiter {
    pub ticket: Ticket,
    pub visit: VisitId,
    pub card: Option<CardNumber>,
    pub name: Name,
}

#[derive(Debug, Default)]
pub struct RoomBook {
    pub seats: Vec<(Seat, Option<DateTime<Utc>>)>,
    pub sessions: Vec<Session>,
    pub queue: Vec<Waiter>,
    pub left: Vec<CheckOut>,
    pub tidying: HashMap<SessionId, DateTime<Utc>>,
    pub turned_away: Vec<RefusedFor>,
    pub likely: Option<DateTime<Utc>>,
    /// How long a called number is held.
    pub hold: TimeDelta,
    /// Places in `sessions` of those that are open.
    open: Vec<usize>,
    issued: u32,
    wrong: HashMap<SessionId, u32>,
}

/// So many numbers that missed their turn still matter.
const PASSED_OVER: usize = 4;

impl RoomBook {
    /// A room with that many computers for adults, four a row.
    pub fn of(seats: u8) -> Self {
        let seat = |n: u8| Seat {
            name: format!("PC {:02}", n + 1),
            group: SeatGroup::Adult,
            column: n % 4 + 1,
            row: n / 4 + 1,
            state: SeatState::Ready,
        };
        Self { seats: (0..seats).map(|n| (seat(n), None)).collect(), hold: TimeDelta::minutes(5), ..Self::default() }
    }

    pub fn open(&self) -> impl Iterator<Item = &Session> {
        self.open.iter().map(|place| &self.sessions[*place])
    }

    /// The latest number that was given.
    pub fn issued(&self) -> u32 {
        self.issued
    }

    pub fn at(&self, seat: &str) -> Option<&Session> {
        self.open().find(|s| s.seat == seat)
    }

    fn held(&self, seat: &str) -> Option<u32> {
        self.queue.iter().find_map(|w| match &w.ticket.state {
            TicketState::Called { seat: held, .. } if held == seat => Some(w.ticket.number),
            _ => None,
        })
    }

    fn free(&self) -> Vec<String> {
        let names = self.seats.iter().filter(|(s, _)| s.state == SeatState::Ready).map(|(s, _)| s.name.clone());
        names.filter(|n| self.at(n).is_none() && self.held(n).is_none()).collect()
    }

    /// Free computers go to whoever waits, and called numbers are held for a while only.
    pub fn call(&mut self, now: DateTime<Utc>) {
        let hold = self.hold;
        for waiter in &mut self.queue {
            if matches!(waiter.ticket.state, TicketState::Called { until, .. } if now >= until) {
                waiter.ticket.state = TicketState::Missed;
            }
        }
        // Whoever was passed over long ago has gone.
        while self.queue.iter().filter(|w| w.ticket.state == TicketState::Missed).count() > PASSED_OVER {
            let oldest = self.queue.iter().position(|w| w.ticket.state == TicketState::Missed);
            self.queue.remove(oldest.unwrap());
        }
        if !self.queue.iter().any(|w| w.ticket.state == TicketState::Waiting) {
            return;
        }
        for seat in self.free() {
            let next = self.queue.iter_mut().find(|w| w.ticket.state == TicketState::Waiting);
            if let Some(waiter) = next {
                waiter.ticket.state = TicketState::Called { seat, until: now + hold };
            }
        }
    }

    pub fn snapshot(&self, now: DateTime<Utc>) -> Room {
        let usage = |seat: &Seat, since: Option<DateTime<Utc>>| {
            if let Some(session) = self.at(&seat.name) {
                let wrong = self.wrong.get(&session.id).copied().unwrap_or(0);
                return SeatUse::Taken(Taken {
                    session: session.id,
                    since: session.started,
                    initial: session.name.greeting().chars().next(),
                    proof: match &session.code {
                        _ if wrong >= MAX_WRONG_PROOFS => Proof::Staff,
                        Some(_) => Proof::ExitCode,
                        None => Proof::CardEnd,
                    },
                    over_long: false,
                    closes_for_repair: false,
                });
            }
            match (self.held(&seat.name), seat.state) {
                (Some(number), _) => SeatUse::Held { number },
                (None, SeatState::Broken) => SeatUse::Broken { reason: None },
                (None, SeatState::Ready) => SeatUse::Free { since },
            }
        };
        let seats = self.seats.iter().map(|(s, since)| SeatNow { seat: s.clone(), usage: usage(s, *since) }).collect();
        let queue = self.queue.iter().map(|w| w.ticket.clone()).collect();
        Room { at: now, seats, queue, likely_free: self.likely, notes: 0 }
    }

    /// The internet part of a visit that is being written; refused: nothing was written.
    pub fn place(&mut self, visit: &NewVisit, new: &NewSession) -> Result<Placed, Refusal> {
        let card = visit.visitor.card();
        if let Some(open) = self.open().find(|s| card.is_some() && s.card.as_ref() == card) {
            return Err(Refusal::CardSeated { seat: open.seat.clone() });
        }
        let own = |w: &&Waiter| card.is_some() && w.card.as_ref() == card;
        if let Some(waiter) = self.queue.iter().find(own) {
            return Err(Refusal::CardQueued { number: waiter.ticket.number });
        }
        match &new.place {
            Place::Seat(seat) => {
                let free = self.free();
                if !free.contains(seat) {
                    return Err(Refusal::SeatTaken { instead: free.first().cloned() });
                }
                Ok(Placed::Seated(self.begin(
                    visit.id,
                    card.cloned(),
                    visit.visitor.name().clone(),
                    seat,
                    visit.at,
                    new.allowed,
                )))
            }
            Place::Queue => {
                if let Some(seat) = self.free().first() {
                    return Err(Refusal::NotFull { seat: seat.clone() });
                }
                self.issued += 1;
                let number = self.issued;
                let id = TicketId(i64::from(number));
                let ticket = Ticket { id, number, taken: visit.at, state: TicketState::Waiting };
                let name = visit.visitor.name().clone();
                let ahead = self.waiting();
                self.queue.push(Waiter { ticket, visit: visit.id, card: card.cloned(), name });
                Ok(Placed::Queued(Queued { ticket: id, number, ahead, likely: self.likely }))
            }
        }
    }

    fn waiting(&self) -> u32 {
        u32::try_from(self.queue.iter().filter(|w| w.ticket.state == TicketState::Waiting).count()).unwrap()
    }

    fn begin(
        &mut self,
        visit: VisitId,
        card: Option<CardNumber>,
        name: Name,
        seat: &str,
        at: DateTime<Utc>,
        allowed: Option<StaffId>,
    ) -> Seated {
        self.open.push(self.sessions.len());
        let id = SessionId(i64::try_from(self.sessions.len()).unwrap() + 1);
        let code = card.is_none().then(|| ExitCode::of(100 + u32::try_from(id.0).unwrap()));
        let seated = Seated { session: id, seat: seat.to_owned(), started: at, exit_code: code.clone() };
        let seat = seat.to_owned();
        self.sessions.push(Session { id, visit, seat, card, name, started: at, ended: None, code, allowed });
        seated
    }

    /// Ends the session of that computer, as staff do.
    pub fn end(&mut self, seat: &str, at: DateTime<Utc>) {
        let sessions = &mut self.sessions;
        self.open.retain(|place| {
            let session = &mut sessions[*place];
            if session.seat == seat {
                session.ended = Some(at.max(session.started));
            }
            session.seat != seat
        });
        if let Some((_, since)) = self.seats.iter_mut().find(|(s, _)| s.name == seat) {
            *since = Some(at);
        }
    }

    /// A voided visit frees its computer and its number.
    pub fn void(&mut self, visit: VisitId, at: DateTime<Utc>) {
        let seat = self.open().find(|s| s.visit == visit).map(|s| s.seat.clone());
        if let Some(seat) = seat {
            self.end(&seat, at);
        }
        self.queue.retain(|w| w.visit != visit);
    }

    pub fn open_session(&self, card: &CardNumber) -> Option<OpenSession> {
        self.open().find(|s| s.card.as_ref() == Some(card)).map(told)
    }

    pub fn ticket(&self, card: &CardNumber) -> Option<Ticket> {
        self.queue.iter().find(|w| w.card.as_ref() == Some(card)).map(|w| w.ticket.clone())
    }

    pub fn answer(&mut self, ask: &Ask) -> Reply {
        match ask {
            Ask::Identify(Leaving::Card(card)) => Reply::Identified(match self.open_session(card) {
                Some(session) => Identified::Session(session),
                None => Identified::NoSession,
            }),
            Ask::Identify(Leaving::Seat { seat, typed }) => Reply::Identified(self.identify(seat, typed)),
            Ask::CheckOut(leave) => self.check_out(leave),
            Ask::KeepTidying { session, since } => {
                self.tidying.entry(*session).or_insert(*since);
                Reply::Noted
            }
            Ask::Move { session, to, at } => self.moved(*session, to, *at),
            Ask::Claim { ticket, seat, at } => self.claim(*ticket, seat.as_deref(), *at),
            Ask::QueueAnew { ticket, at } => self.queue_anew(*ticket, *at),
            Ask::TurnedAway { why, .. } => {
                self.turned_away.push(*why);
                Reply::Noted
            }
        }
    }

    fn identify(&mut self, seat: &str, typed: &str) -> Identified {
        let Some(session) = self.at(seat).cloned() else { return Identified::NoSession };
        let right = match &session.code {
            Some(code) => code.as_str() == typed,
            None => session.card.as_ref().is_some_and(|card| card.as_str().ends_with(typed)),
        };
        let wrong = self.wrong.entry(session.id).or_default();
        if *wrong >= MAX_WRONG_PROOFS {
            return Identified::Wrong { left: 0 };
        }
        if right {
            *wrong = 0;
            return Identified::Session(told(&session));
        }
        *wrong += 1;
        Identified::Wrong { left: MAX_WRONG_PROOFS - *wrong }
    }

    fn check_out(&mut self, leave: &CheckOut) -> Reply {
        let place = usize::try_from(leave.session.0 - 1).unwrap();
        let session = self.sessions[place].clone();
        if session.ended.is_none() {
            self.end(&session.seat, leave.at);
            self.left.push(leave.clone());
        }
        let ended = self.sessions[place].ended.unwrap();
        Reply::Left(Left {
            visit: session.visit,
            seat: session.seat,
            started: session.started,
            ended,
            end: SessionEnd::Own,
            name: Some(session.name),
        })
    }

    fn moved(&mut self, session: SessionId, to: &str, at: DateTime<Utc>) -> Reply {
        let place = usize::try_from(session.0 - 1).unwrap();
        if self.sessions[place].ended.is_some() {
            return Reply::Refused(Refusal::Ended);
        }
        let free = self.free();
        if !free.contains(&to.to_owned()) {
            return Reply::Refused(Refusal::SeatTaken { instead: free.first().cloned() });
        }
        let from = std::mem::replace(&mut self.sessions[place].seat, to.to_owned());
        if let Some((_, since)) = self.seats.iter_mut().find(|(s, _)| s.name == from) {
            *since = Some(at);
        }
        let session = &self.sessions[place];
        let exit_code = session.code.clone();
        Reply::Seated(Seated { session: session.id, seat: to.to_owned(), started: session.started, exit_code })
    }

    fn claim(&mut self, ticket: TicketId, wanted: Option<&str>, at: DateTime<Utc>) -> Reply {
        let Some(place) = self.queue.iter().position(|w| w.ticket.id == ticket) else {
            return Reply::Refused(Refusal::TicketGone);
        };
        let waiter = self.queue[place].clone();
        let held = match &waiter.ticket.state {
            TicketState::Called { seat, .. } => Some(seat.clone()),
            _ => None,
        };
        let seat = wanted.map(str::to_owned).or(held.clone()).unwrap_or_default();
        if held.as_ref() != Some(&seat) && !self.free().contains(&seat) {
            return Reply::Refused(Refusal::SeatTaken { instead: held.or(self.free().first().cloned()) });
        }
        self.queue.remove(place);
        Reply::Seated(self.begin(waiter.visit, waiter.card, waiter.name, &seat, at, None))
    }

    fn queue_anew(&mut self, ticket: TicketId, at: DateTime<Utc>) -> Reply {
        if let Some(seat) = self.free().first() {
            return Reply::Refused(Refusal::NotFull { seat: seat.clone() });
        }
        let number = self.issued + 1;
        let ahead = self.waiting();
        let Some(place) = self.queue.iter().position(|w| w.ticket.id == ticket) else {
            return Reply::Refused(Refusal::TicketGone);
        };
        let before = self.queue.remove(place);
        self.issued = number;
        let id = TicketId(i64::from(number));
        let state = TicketState::Waiting;
        let waiter = Waiter { ticket: Ticket { id, number, taken: at, state }, ..before };
        self.queue.push(waiter);
        Reply::Queued(Queued { ticket: id, number, ahead, likely: self.likely })
    }
}

fn told(session: &Session) -> OpenSession {
    OpenSession {
        id: session.id,
        visit: session.visit,
        seat: session.seat.clone(),
        started: session.started,
        name: session.name.clone(),
    }
}
