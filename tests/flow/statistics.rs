//! Statistik's page: figures are asked once at a time, of the days chosen, and nothing of it outlives the panel.

use std::time::Duration;

use buku_pengunjung::domain::dashboard::{
    Busy, Counted, Dashboard, Question, Regulars, RoomStanding, Standing, Step, card_spans,
};
use buku_pengunjung::domain::internet::Room;
use buku_pengunjung::domain::listing::{Pace, Place, Sieve};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::report::Tally;
use buku_pengunjung::domain::span::{Span, SpanKind};
use buku_pengunjung::domain::staff::{Role, Staff, StaffId};
use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::staff::page::{Ask, PageEvent, Reply, Unanswered};
use buku_pengunjung::flow::staff::statistics::{self as stats, Behind, Choice, List, Page, Sheet, Told};
use buku_pengunjung::flow::staff::visits::{self, When, Wish};
use buku_pengunjung::flow::staff::{Desk, Effect, Event, PickEvent, Rules, Side, Tab, Verdict, update};
use chrono::NaiveDate;
use proptest::prelude::*;

const NOW: Duration = Duration::from_secs(5);

struct Panel {
    desk: Desk,
    /// Asked and not answered.
    asked: Vec<(u64, stats::Ask)>,
    /// What Kunjungan was asked to list.
    listed: Vec<Wish>,
    tabs: Vec<Tab>,
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

impl Panel {
    fn open() -> Self {
        let tabs = vec![Tab::Statistics, Tab::Visits, Tab::Health];
        let mut panel = Self { desk: Desk::default(), asked: Vec::new(), listed: Vec::new(), tabs };
        panel.unlock();
        panel
    }

    fn unlock(&mut self) {
        self.send(Event::Open { welcome: true });
        for c in "739154".chars() {
            self.send(Event::Typed(c));
        }
        let Side::Pad(pad) = &self.desk.side else { panic!("no pad") };
        let ticket = pad.checking.unwrap();
        let staff = Staff { id: StaffId(3), name: Name::new("Sri Uji").unwrap(), role: Role::Librarian };
        self.send(Event::Checked { ticket, verdict: Verdict::Right(staff) });
    }

    fn send(&mut self, event: Event) {
        let rules = Rules { panel_lock: Duration::from_mins(2), tabs: self.tabs.clone(), system_dialogs: false };
        for effect in update(&mut self.desk, &rules, event, NOW) {
            match effect {
                Effect::Ask { ticket, ask: Ask::Statistics(ask), .. } => self.asked.push((ticket, ask)),
                Effect::Ask { ask: Ask::Visits(visits::Ask::Page(wish, Place::First)), .. } => self.listed.push(*wish),
                _ => {}
            }
        }
    }

    fn on(&mut self, event: stats::Event) {
        self.send(Event::Page(PageEvent::Statistics(event)));
    }

    fn tab(&self) -> Tab {
        let Side::Panel(panel) = &self.desk.side else { panic!("no panel") };
        panel.tab
    }

    fn page(&self) -> &Page {
        let Side::Panel(panel) = &self.desk.side else { panic!("no panel") };
        &panel.pages.statistics
    }

    /// Answers the oldest ask.
    fn answer(&mut self) {
        let (ticket, ask) = self.asked.remove(0);
        let reply = match ask {
            stats::Ask::Figures(choice) => figures(choice.span(today()).unwrap()),
            stats::Ask::Regulars(span) => stats::Reply::Regulars(span, Regulars::default()),
            stats::Ask::ShowNames => stats::Reply::NamesLogged,
        };
        self.send(Event::Replied { ticket, reply: Ok(Reply::Statistics(reply)) });
    }

    fn answer_all(&mut self) {
        for _ in 0..20 {
            if self.asked.is_empty() {
                return;
            }
            self.answer();
        }
        panic!("it asks without end: {:?}", self.asked);
    }
}

fn figures(span: Span) -> stats::Reply {
    let question = Question { span, today: today(), hour: 13 };
    let dashboard = Dashboard {
        question,
        cards: card_spans(span, today())
            .into_iter()
            .map(|span| Standing { span, counted: Counted::default(), against: None })
            .collect(),
        whole: Counted::default(),
        hours: [Tally::default(); 24],
        usual: None,
        busy: Busy { period: Period::ALL, cells: [[Tally::default(); 24]; 7], days: [0; 7] },
        by_type: [Tally::default(); 3],
        purposes: Vec::new(),
        sex: Vec::new(),
        age: Vec::new(),
        education: Vec::new(),
        occupation: Vec::new(),
        check_in: Default::default(),
        trend: Vec::new(),
        step: Step::Day,
    };
    let at = today().and_hms_opt(13, 47, 0).unwrap();
    stats::Reply::Figures(Box::new(stats::Figures {
        at,
        dashboard,
        room: RoomStanding::default(),
        now: Room::default(),
    }))
}

fn of(kind: SpanKind, day: &str) -> Span {
    Span::holding(kind, day.parse().unwrap()).unwrap()
}

#[test]
fn the_page_asks_when_it_is_opened_and_when_the_book_changes() {
    let mut panel = Panel::open();
    assert_eq!(
        panel.asked.iter().map(|a| a.1).collect::<Vec<_>>(),
        [stats::Ask::Figures(Choice::Running(SpanKind::Day))]
    );
    for _ in 0..3 {
        panel.send(Event::BookChanged);
    }
    assert_eq!(panel.asked.len(), 1, "one at a time");
    panel.answer();
    assert_eq!(panel.asked.len(), 1, "what changed meanwhile is asked once more");
    panel.answer();
    assert_eq!(panel.asked.len(), 0);
    panel.send(Event::BookChanged);
    assert_eq!(panel.asked.len(), 1);
    panel.send(Event::Tab(Tab::Health));
    panel.answer_all();
    panel.send(Event::BookChanged);
    assert_eq!(panel.asked.len(), 0, "nobody looks");
    panel.send(Event::Tab(Tab::Statistics));
    assert_eq!(panel.asked.len(), 1);
}

#[test]
fn an_answer_of_other_days_is_followed_by_the_days_chosen() {
    let mut panel = Panel::open();
    panel.on(stats::Event::Kind(SpanKind::Month));
    panel.answer();
    assert!(!panel.page().is_current(), "the day's figures are not the month's");
    panel.answer_all();
    assert_eq!(panel.page().span(), Some(of(SpanKind::Month, "2026-11-25")));
    assert!(panel.page().is_current());
}

#[test]
fn steps_go_back_and_forth_and_end_with_today() {
    let mut panel = Panel::open();
    panel.answer_all();
    panel.on(stats::Event::Forward);
    assert_eq!(panel.asked.len(), 0, "tomorrow has not come");
    for _ in 0..3 {
        panel.on(stats::Event::Back);
    }
    panel.answer_all();
    assert_eq!(panel.page().span(), Some(of(SpanKind::Day, "2026-11-22")));
    for _ in 0..9 {
        panel.on(stats::Event::Forward);
    }
    panel.answer_all();
    assert_eq!(panel.page().choice, Choice::Running(SpanKind::Day), "today goes on with the clock");
}

#[test]
fn who_came_most_often_is_asked_after_the_figures_and_only_where_it_is_shown() {
    let mut panel = Panel::open();
    panel.answer_all();
    panel.on(stats::Event::Sheet(Sheet::People));
    let day = of(SpanKind::Day, "2026-11-25");
    assert_eq!(panel.asked.iter().map(|a| a.1).collect::<Vec<_>>(), [stats::Ask::Regulars(day)]);
    panel.answer_all();
    assert_eq!(panel.page().regulars.as_ref().map(|r| r.0), Some(day));
    panel.on(stats::Event::Kind(SpanKind::Year));
    assert!(matches!(panel.asked[..], [(_, stats::Ask::Figures(_))]));
    panel.answer_all();
    assert_eq!(panel.page().regulars.as_ref().map(|r| r.0), Some(of(SpanKind::Year, "2026-01-01")));
}

#[test]
fn without_an_answer_the_page_says_so_and_asks_again_when_told_to() {
    let mut panel = Panel::open();
    let (ticket, _) = panel.asked.remove(0);
    panel.send(Event::Replied { ticket, reply: Err(Unanswered::Busy) });
    assert_eq!(panel.page().failed, Some(Unanswered::Busy));
    panel.on(stats::Event::Refresh);
    panel.answer_all();
    assert_eq!(panel.page().failed, None);
}

#[test]
fn names_are_shown_once_it_stands_in_the_log_and_masked_again_at_lock() {
    let mut panel = Panel::open();
    panel.answer_all();
    panel.on(stats::Event::Names(true));
    panel.on(stats::Event::Names(true));
    assert!(!panel.page().names);
    assert_eq!(panel.asked.len(), 1, "logged once");
    panel.answer_all();
    assert!(panel.page().names);
    panel.send(Event::Lock);
    panel.unlock();
    assert!(!panel.page().names);
    panel.answer_all();
    panel.on(stats::Event::Names(true));
    panel.on(stats::Event::Names(false));
    panel.answer_all();
    assert!(!panel.page().names, "masked again before the answer came");
}

#[test]
fn a_touched_figure_is_listed_in_kunjungan_over_the_days_that_it_counts() {
    let card = |at| Behind { told: Some(Told::Card(at)), ..Behind::default() };
    let kind = Some(MembershipType::NonMember);
    let types = Behind { told: Some(Told::Row(List::Types, 1)), kind, ..Behind::default() };
    let purpose = PurposeId::new("read");
    let purposes = Behind { told: Some(Told::Row(List::Purposes, 0)), purpose: purpose.clone(), ..Behind::default() };
    let pace = Some(Pace::Within);
    let sop = Behind { pace, ..Behind::default() };
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let november = When::Between(day("2026-11-01"), day("2026-11-30"));
    let all = Sieve::default();
    let asked = |set: &[stats::Event], behind: &Behind| {
        let mut panel = Panel::open();
        panel.answer_all();
        for event in set {
            panel.on(event.clone());
            panel.answer_all();
        }
        panel.on(stats::Event::List(behind.clone()));
        assert_eq!(panel.tab(), Tab::Visits);
        assert_eq!(panel.listed.len(), 1);
        assert_eq!(panel.page().told, behind.told, "it is still told when one comes back");
        panel.listed.remove(0)
    };
    // The cards have days of their own, whatever is looked at.
    for set in [&[][..], &[stats::Event::Kind(SpanKind::Month)]] {
        assert_eq!(asked(set, &card(0)), Wish { when: When::Today, sieve: all.clone() });
        assert_eq!(asked(set, &card(1)), Wish { when: november, sieve: all.clone() });
        assert_eq!(asked(set, &card(2)), Wish { when: When::Year, sieve: all.clone() });
    }
    let back = [stats::Event::Back];
    assert_eq!(asked(&back, &card(0)).when, When::Yesterday);
    let earlier = [stats::Event::Back, stats::Event::Back];
    assert_eq!(asked(&earlier, &card(0)).when, When::Between(day("2026-11-23"), day("2026-11-23")));
    let year = [stats::Event::Kind(SpanKind::Year), stats::Event::Back];
    assert_eq!(asked(&year, &card(0)).when, When::Between(day("2025-01-01"), day("2025-12-31")));
    // Everything else counts the days that are looked at.
    assert_eq!(asked(&[], &types), Wish { when: When::Today, sieve: Sieve { kind, ..all.clone() } });
    let month = [stats::Event::Kind(SpanKind::Month)];
    assert_eq!(asked(&month, &types), Wish { when: november, sieve: Sieve { kind, ..all.clone() } });
    assert_eq!(asked(&month, &purposes), Wish { when: november, sieve: Sieve { purpose, ..all.clone() } });
    assert_eq!(asked(&back, &sop), Wish { when: When::Yesterday, sieve: Sieve { pace, ..all } });
}

#[test]
fn what_was_filtered_before_does_not_narrow_the_list() {
    let mut panel = Panel::open();
    panel.answer_all();
    panel.send(Event::Tab(Tab::Visits));
    panel.send(Event::Page(PageEvent::Visits(visits::Event::Choose(visits::Choice::Pace(Some(Pace::Over))))));
    panel.send(Event::Page(PageEvent::Visits(visits::Event::Open(visits::Which::Kind))));
    panel.send(Event::Tab(Tab::Statistics));
    panel.answer_all();
    panel.on(stats::Event::List(Behind { told: Some(Told::Card(0)), ..Behind::default() }));
    let Side::Panel(open) = &panel.desk.side else { panic!("no panel") };
    assert_eq!(open.pages.visits.wish, Wish { when: When::Today, sieve: Sieve::default() });
    assert_eq!(open.pages.visits.sheet, None);
}

#[test]
fn without_kunjungan_or_figures_a_touched_figure_is_told_alone() {
    let behind = Behind { told: Some(Told::Card(0)), ..Behind::default() };
    let mut panel = Panel::open();
    panel.on(stats::Event::List(behind.clone()));
    assert_eq!((panel.tab(), panel.listed.len()), (Tab::Statistics, 0), "nothing is counted yet");
    panel.answer_all();
    panel.tabs = vec![Tab::Statistics, Tab::Health];
    panel.on(stats::Event::List(behind));
    assert_eq!((panel.tab(), panel.page().told), (Tab::Statistics, Some(Told::Card(0))));
    assert_eq!(panel.listed, []);
}

proptest! {
    #[test]
    fn whatever_happens_the_page_comes_to_rest_with_the_days_chosen(
        events in prop::collection::vec(0..15_u8, 0..60),
    ) {
        let mut panel = Panel::open();
        for event in events {
            match event {
                0 => panel.on(stats::Event::Kind(SpanKind::Day)),
                1 => panel.on(stats::Event::Kind(SpanKind::Month)),
                2 => panel.on(stats::Event::Kind(SpanKind::Year)),
                3 => panel.on(stats::Event::Kind(SpanKind::Range)),
                4 => panel.on(stats::Event::Back),
                5 => panel.on(stats::Event::Forward),
                6 => panel.on(stats::Event::Sheet(Sheet::People)),
                7 => panel.on(stats::Event::Sheet(Sheet::Summary)),
                8 => panel.on(stats::Event::Pick(PickEvent::Take)),
                9 => panel.send(Event::BookChanged),
                10 => panel.on(stats::Event::Tell(Told::Hour(9))),
                11 => panel.on(stats::Event::Names(true)),
                12 => panel.on(stats::Event::Refresh),
                13 => panel.on(stats::Event::Sheet(Sheet::Room)),
                _ if panel.asked.is_empty() => panel.send(Event::Leave),
                _ => panel.answer(),
            }
            let figures = panel.asked.iter().filter(|a| matches!(a.1, stats::Ask::Figures(_))).count();
            let regulars = panel.asked.iter().filter(|a| matches!(a.1, stats::Ask::Regulars(_))).count();
            prop_assert!(figures <= 1 && regulars <= 1);
        }
        panel.answer_all();
        let page = panel.page();
        prop_assert!(page.is_current() && page.waiting.is_none() && page.waiting_regulars.is_none());
        prop_assert!(page.span().unwrap().from() <= today());
        if page.sheet == Sheet::People {
            prop_assert_eq!(page.regulars.as_ref().map(|r| r.0), page.span());
        }
    }
}
