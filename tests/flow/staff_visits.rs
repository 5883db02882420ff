//! Kunjungan as a state machine: whatever is touched and answered in whatever order, it never shows a name that the log
//! does not know of, never says that something is done before the answer, and asks for no row twice at once.

use std::time::Duration;

use buku_pengunjung::domain::listing::{BookPage, Listed, Place, RowKey};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::staff::{Figures, Role, Staff, StaffId};
use buku_pengunjung::domain::visit::{Entry, MembershipType, VisitId, VoidReason};
use buku_pengunjung::domain::visit_row::VisitRow;
use buku_pengunjung::flow::staff::page::{Ask, PageEvent, Reply, Unanswered};
use buku_pengunjung::flow::staff::visits::{
    self, Ask as VisitsAsk, Choice, Days, Deed, Event, Field, Notice, Pick, Picked, Refused, RowAct, Shown, Turn, When,
    Which,
};
use buku_pengunjung::flow::staff::{Desk, Effect, Event as DeskEvent, Rules, Side, Tab, Verdict, update};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

const NOW: Duration = Duration::from_secs(100);

fn id(n: u128) -> VisitId {
    VisitId(Uuid::from_u128(n))
}

fn row(n: i64, voided: bool, group: bool) -> Listed {
    let at = chrono::DateTime::parse_from_rfc3339("2026-11-25T13:44:00+07:00").unwrap();
    let row = VisitRow {
        id: id(n.unsigned_abs().into()),
        recorded_at: at,
        kiosk: "lobi".into(),
        membership_type: if group { MembershipType::Group } else { MembershipType::NonMember },
        card_number: None,
        name: Some("Wulan Contoh".into()),
        sex: None,
        age_group: None,
        education: None,
        occupation: None,
        origin: None,
        institution: group.then(|| "SDN Contoh 1".to_owned()),
        male: group.then_some(3),
        female: group.then_some(4),
        headcount: if group { 7 } else { 1 },
        purpose: "read".into(),
        purpose_note: None,
        entry: Entry::Form,
        checkin_tenths: Some(300),
        seat: None,
        session_started_at: None,
        session_ended_at: None,
        session_end: None,
        shut_down: None,
        tidied: None,
        clean: None,
        voided,
        void_reason: voided.then(|| "test".to_owned()),
        corrects: None,
        card_expired: false,
        card_unverified: false,
        clock_suspect: false,
    };
    Listed { key: RowKey { day: at.date_naive(), at_ms: at.timestamp_millis(), n }, row, erased: n == 3 }
}

/// The same row, of a visitor who sits in the internet room.
fn inside(mut listed: Listed) -> Listed {
    listed.row.seat = Some("PC 07".to_owned());
    listed.row.session_started_at = Some(listed.row.recorded_at);
    listed
}

fn page() -> Reply {
    let mut rows = vec![row(1, false, false), row(2, true, false), row(3, false, false), row(4, false, true)];
    rows.push(inside(row(5, false, false)));
    let page = BookPage { rows, before: 10, listed: 40, ..BookPage::default() };
    let now = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap().and_hms_opt(14, 0, 0).unwrap();
    let purposes = vec![(PurposeId::new("read").unwrap(), "Membaca".to_owned())];
    let period = When::All.period(now.date());
    Reply::Visits(visits::Reply::Page(Box::new(Shown { page, period, now, purposes, fresh: id(99) })))
}

/// The panel on the tab, and what it has asked and was not answered.
struct Office {
    desk: Desk,
    rules: Rules,
    open: Vec<(u64, VisitsAsk)>,
}

impl Office {
    fn new(role: Role) -> Self {
        let rules = Rules { panel_lock: Duration::from_mins(2), tabs: vec![Tab::Visits], system_dialogs: false };
        let mut office = Self { desk: Desk::default(), rules, open: Vec::new() };
        office.send(DeskEvent::Open { welcome: true });
        for c in "739154".chars() {
            for effect in update(&mut office.desk, &office.rules, DeskEvent::Typed(c), NOW) {
                if let Effect::CheckPin { ticket, figures, .. } = effect {
                    assert_eq!(Some(figures), Figures::six("739154"));
                    let staff = Staff { id: StaffId(1), name: Name::new("Sri Uji").unwrap(), role };
                    office.send(DeskEvent::Checked { ticket, verdict: Verdict::Right(staff) });
                }
            }
        }
        office
    }

    fn send(&mut self, event: DeskEvent) {
        for effect in update(&mut self.desk, &self.rules, event, NOW) {
            if let Effect::Ask { ticket, ask: Ask::Visits(ask), .. } = effect {
                self.open.push((ticket, ask));
            }
        }
    }

    fn page(&self) -> &visits::Page {
        let Side::Panel(panel) = &self.desk.side else { panic!("the panel is open") };
        &panel.pages.visits
    }

    /// Answers the oldest open ask; `how` chooses among good, refused and none.
    fn answer(&mut self, how: u8) -> Option<VisitsAsk> {
        if self.open.is_empty() {
            return None;
        }
        let (ticket, ask) = self.open.remove(0);
        let reply = match (&ask, how) {
            (_, 0) => Err(Unanswered::Book),
            (VisitsAsk::Page(..), _) => Ok(page()),
            (VisitsAsk::History(_), _) => Ok(Reply::Visits(visits::Reply::History(Vec::new()))),
            (VisitsAsk::ShowNames, _) => Ok(Reply::Visits(visits::Reply::NamesShown)),
            (_, 1) => Ok(Reply::Visits(visits::Reply::Refused(Refused::Already))),
            (VisitsAsk::Void { .. }, _) => Ok(Reply::Visits(visits::Reply::Done(Deed::Voided))),
            (VisitsAsk::Correct { .. }, _) => Ok(Reply::Visits(visits::Reply::Done(Deed::Corrected))),
            (VisitsAsk::Enter { .. }, _) => Ok(Reply::Visits(visits::Reply::Done(Deed::Entered))),
            (VisitsAsk::EndSession(_), _) => Ok(Reply::Visits(visits::Reply::Done(Deed::SessionEnded))),
            (VisitsAsk::Erase(_), _) => Ok(Reply::Visits(visits::Reply::Done(Deed::Erased))),
        };
        let good = reply.is_ok();
        self.send(DeskEvent::Replied { ticket, reply });
        good.then_some(ask)
    }
}

#[derive(Debug, Clone)]
enum Step {
    Touch(Event),
    Key(char),
    Escape,
    Changed,
    Answer(u8),
    Stale,
}

fn touch() -> impl Strategy<Value = Event> {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let purpose = PurposeId::new("internet").unwrap();
    let fixed = vec![
        Event::Search,
        Event::SearchDone,
        Event::ClearSearch,
        Event::Open(Which::Purpose),
        Event::Choose(Choice::When(When::Today)),
        Event::Choose(Choice::Voided(Some(true))),
        Event::ClearAll,
        Event::Turn(Turn::Older),
        Event::Turn(Turn::Newer),
        Event::Turn(Turn::Number(3)),
        Event::Calendar(Days::Jump),
        Event::Calendar(Days::Between(None)),
        Event::Month(day),
        Event::Day(day),
        Event::Names(true),
        Event::Names(false),
        Event::Close,
        Event::NewPurpose(purpose.clone()),
        Event::Reason(VoidReason::Mistake),
        Event::Words,
        Event::WordsDone,
        Event::Void,
        Event::Erase,
        Event::EndSession,
        Event::ByHand,
        Event::Field(Some(Field::Name)),
        Event::Field(Some(Field::Men)),
        Event::Field(None),
        Event::Pick(Some(Pick::Kind)),
        Event::Pick(Some(Pick::Date)),
        Event::Pick(None),
        Event::Picked(Picked::Kind(MembershipType::Group)),
        Event::Picked(Picked::Purpose(purpose)),
        Event::Picked(Picked::Date(day)),
        Event::Save,
    ];
    prop_oneof![
        5 => select(fixed),
        2 => (1..6_u128).prop_map(|n| Event::Row(id(n))),
        3 => select(vec![RowAct::Details, RowAct::Purpose, RowAct::Correct, RowAct::Void, RowAct::EndSession, RowAct::Erase]).prop_map(Event::Act),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => touch().prop_map(Step::Touch),
        2 => select(vec!['W', 'u', '3', ' ']).prop_map(Step::Key),
        1 => Just(Step::Escape),
        1 => Just(Step::Changed),
        6 => (0..4_u8).prop_map(Step::Answer),
        1 => Just(Step::Stale),
    ]
}

#[test]
fn an_open_session_is_ended_after_a_question_and_only_where_one_is_open() {
    let offered = |listed: &Listed| visits::Page::offers(listed, Role::Librarian);
    let open = inside(row(5, false, false));
    assert!(offered(&open).contains(&RowAct::EndSession));
    let mut left = open.clone();
    left.row.session_ended_at = Some(left.row.recorded_at);
    for other in [row(1, false, false), left, inside(row(2, true, false))] {
        assert!(!offered(&other).contains(&RowAct::EndSession));
    }

    let mut office = Office::new(Role::Librarian);
    office.answer(2);
    let touch = |office: &mut Office, event| office.send(DeskEvent::Page(PageEvent::Visits(event)));
    let asks = |office: &Office| office.open.iter().any(|(_, ask)| matches!(ask, VisitsAsk::EndSession(_)));
    touch(&mut office, Event::EndSession);
    touch(&mut office, Event::Row(id(5)));
    touch(&mut office, Event::EndSession);
    assert!(!asks(&office), "it is asked before");
    touch(&mut office, Event::Act(RowAct::EndSession));
    assert!(!asks(&office));
    touch(&mut office, Event::Close);
    assert!(office.page().sheet.is_none());
    touch(&mut office, Event::Row(id(5)));
    touch(&mut office, Event::Act(RowAct::EndSession));
    touch(&mut office, Event::EndSession);
    touch(&mut office, Event::EndSession);
    assert_eq!(office.open.iter().map(|(_, ask)| ask).collect::<Vec<_>>(), [&VisitsAsk::EndSession(id(5))], "once");
    let (ticket, _) = office.open.remove(0);
    let reply = Ok(Reply::Visits(visits::Reply::Refused(Refused::SessionOver)));
    office.send(DeskEvent::Replied { ticket, reply });
    assert!(office.page().sheet.is_none());
    assert_eq!(office.page().notice, Some(Notice::Refused(Refused::SessionOver)));
    assert!(matches!(office.open[..], [(_, VisitsAsk::Page(..))]), "the list is read again");
}

proptest! {
    #[test]
    fn nothing_is_shown_before_it_is_so(steps in prop::collection::vec(step(), 1..120), administrator in any::<bool>()) {
        let role = if administrator { Role::Administrator } else { Role::Librarian };
        let mut office = Office::new(role);
        let mut names_logged = false;
        for step in steps {
            let (before, asks) = (office.page().clone(), office.open.len());
            let mut good = None;
            match step {
                Step::Touch(event) => {
                    if event == Event::Names(false) {
                        names_logged = false;
                    }
                    office.send(DeskEvent::Page(PageEvent::Visits(event)));
                }
                Step::Key(c) => office.send(DeskEvent::Typed(c)),
                Step::Escape => office.send(DeskEvent::Leave),
                Step::Changed => office.send(DeskEvent::BookChanged),
                Step::Answer(how) => good = office.answer(how),
                Step::Stale => office.send(DeskEvent::Replied { ticket: 0, reply: Ok(page()) }),
            }
            names_logged |= good == Some(VisitsAsk::ShowNames);
            let page = office.page();
            prop_assert!(!page.names || names_logged, "names without an entry in the log");
            // Done is said only when an act was answered in this very step, or was said before.
            let acted = matches!(
                good,
                Some(
                    VisitsAsk::Void { .. }
                        | VisitsAsk::Correct { .. }
                        | VisitsAsk::Enter { .. }
                        | VisitsAsk::EndSession(_)
                        | VisitsAsk::Erase(_)
                )
            );
            if matches!(page.notice, Some(Notice::Done(_))) {
                prop_assert!(acted || before.notice == page.notice);
            }
            let rows = office.open.iter().filter(|(_, ask)| matches!(ask, VisitsAsk::Page(..))).count();
            prop_assert!(rows <= 1, "one ask for rows at a time");
            let acts = office.open.iter().filter(|(_, ask)| !matches!(ask, VisitsAsk::Page(..) | VisitsAsk::History(_) | VisitsAsk::ShowNames));
            let acts: Vec<_> = acts.map(|(_, ask)| ask.clone()).collect();
            prop_assert!(acts.len() <= 1, "one act at a time");
            prop_assert_eq!(page.acting.is_some(), !acts.is_empty());
            for (_, ask) in office.open.iter().skip(asks) {
                match ask {
                    // Row 2 was taken back and the data of row 3 is erased: neither is asked for again.
                    VisitsAsk::Void { id: of, .. } => prop_assert_ne!(*of, id(2)),
                    VisitsAsk::Correct { id: of, .. } => prop_assert!(*of != id(2) && *of != id(3)),
                    VisitsAsk::Erase(of) => prop_assert!(administrator && *of != id(3)),
                    VisitsAsk::EndSession(of) => prop_assert_eq!(*of, id(5), "only row 5 has an open session"),
                    VisitsAsk::Page(_, Place::Number(n)) => prop_assert_eq!(*n, 3),
                    _ => {}
                }
            }
        }
        // In the end everything is answered, and the page waits for nothing.
        while !office.open.is_empty() {
            office.answer(2);
        }
        prop_assert!(office.page().waiting.is_none() && office.page().acting.is_none());
        office.send(DeskEvent::Lock);
        prop_assert!(!office.desk.is_open());
    }
}
