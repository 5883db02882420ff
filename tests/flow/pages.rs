//! What all pages of the panel keep to: asks under tickets, late answers, and nothing left after the panel is locked.

use std::time::Duration;

use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::staff::{Role, Staff, StaffId};
use buku_pengunjung::flow::staff::page::{Ask, PageEvent, Pages, Reply, Unanswered};
use buku_pengunjung::flow::staff::{Desk, Effect, Event, Rules, Side, Tab, Verdict, health, update};
use chrono::DateTime;

const NOW: Duration = Duration::from_secs(5);
const VERIFY: Event = Event::Page(PageEvent::Health(health::Event::Verify));

fn rules() -> Rules {
    Rules { panel_lock: Duration::from_mins(2), tabs: vec![Tab::Health], system_dialogs: false }
}

fn send(desk: &mut Desk, event: Event) -> Vec<Effect> {
    update(desk, &rules(), event, NOW)
}

fn open_panel(desk: &mut Desk) {
    send(desk, Event::Open { welcome: true });
    let figures = "739154".chars().flat_map(|c| send(desk, Event::Typed(c))).collect::<Vec<_>>();
    let [Effect::CheckPin { ticket, .. }] = figures[..] else { panic!("{figures:?}") };
    let staff = Staff { id: StaffId(3), name: Name::new("Sri Uji").unwrap(), role: Role::Librarian };
    send(desk, Event::Checked { ticket, verdict: Verdict::Right(staff) });
}

fn pages(desk: &Desk) -> &Pages {
    let Side::Panel(panel) = &desk.side else { panic!("no panel") };
    &panel.pages
}

fn ask(desk: &mut Desk) -> u64 {
    let asked = send(desk, VERIFY);
    let [Effect::Ask { ticket, by: StaffId(3), ask: Ask::Health(health::Ask::Verify) }] = asked[..] else {
        panic!("{asked:?}")
    };
    ticket
}

fn whole() -> health::Checked {
    health::Checked { at: DateTime::UNIX_EPOCH, failed: Vec::new() }
}

fn reply(desk: &mut Desk, ticket: u64) {
    send(desk, Event::Replied { ticket, reply: Ok(Reply::Health(health::Reply::Verified(whole()))) });
}

#[test]
fn a_page_asks_once_and_takes_the_answer_to_its_own_ticket() {
    let mut desk = Desk::default();
    open_panel(&mut desk);
    let ticket = ask(&mut desk);
    assert_eq!(send(&mut desk, VERIFY), [], "it is under way");
    reply(&mut desk, ticket + 1);
    assert_eq!(pages(&desk).health.checked, None, "an answer to somebody else");
    reply(&mut desk, ticket);
    assert_eq!(pages(&desk).health.checked, Some(Ok(whole())));
    assert_eq!(pages(&desk).health.checking, None);
}

#[test]
fn an_ask_without_answer_can_be_repeated() {
    let mut desk = Desk::default();
    open_panel(&mut desk);
    let ticket = ask(&mut desk);
    send(&mut desk, Event::Replied { ticket, reply: Err(Unanswered::Busy) });
    assert_eq!(pages(&desk).health.checked, Some(Err(Unanswered::Busy)));
    assert!(ask(&mut desk) > ticket);
}

#[test]
fn nothing_of_a_page_outlives_the_panel() {
    let mut desk = Desk::default();
    open_panel(&mut desk);
    let ticket = ask(&mut desk);
    send(&mut desk, Event::Lock);
    reply(&mut desk, ticket);
    open_panel(&mut desk);
    reply(&mut desk, ticket);
    assert_eq!((pages(&desk).health.checking, &pages(&desk).health.checked), (None, &None));
}
