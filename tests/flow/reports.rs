//! Laporan: whatever is touched in whatever order, one thing is made at a time, what is ordered is sound, and answers to
//! others change nothing.

use std::time::Duration;

use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::report::{
    Content, Drive, FileForm, Held, Order, Page as Sheet, Place, Saved, Stored, Trouble, Wanted,
};
use buku_pengunjung::domain::span::SpanKind;
use buku_pengunjung::domain::staff::{Role, Staff, StaffId};
use buku_pengunjung::flow::staff::page::{Ask as AnyAsk, PageEvent, Reply as AnyReply, Unanswered};
use buku_pengunjung::flow::staff::reports::{Ask, Choice, Event, Page, Reply, Sheets};
use buku_pengunjung::flow::staff::saving::{PlaceEvent, SaveEvent, SaveOver, Saving};
use buku_pengunjung::flow::staff::{
    Desk, Effect, End, Event as StaffEvent, PickEvent, Rules, Side, Tab, Verdict, update,
};
use chrono::NaiveDate;
use proptest::prelude::*;

const NOW: Duration = Duration::from_secs(5);

struct Panel {
    desk: Desk,
    asked: Vec<(u64, Ask)>,
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

fn stick(name: &str) -> Drive {
    Drive { name: name.into(), path: format!("/media/{name}").into(), free: Some(1 << 30), read_only: false }
}

impl Panel {
    fn open(role: Role) -> Self {
        let rules = Rules { panel_lock: Duration::from_mins(2), tabs: vec![Tab::Reports], system_dialogs: false };
        let mut panel = Self { desk: Desk::default(), asked: Vec::new() };
        let mut out = update(&mut panel.desk, &rules, StaffEvent::Open { welcome: true }, NOW);
        out.extend("739154".chars().flat_map(|c| update(&mut panel.desk, &rules, StaffEvent::Typed(c), NOW)));
        let Some(Effect::CheckPin { ticket, .. }) = out.pop() else { panic!("no PIN is looked up") };
        let staff = Staff { id: StaffId(3), name: Name::new("Sri Uji").unwrap(), role };
        panel.send(StaffEvent::Checked { ticket, verdict: Verdict::Right(staff) });
        panel
    }

    fn send(&mut self, event: StaffEvent) {
        let rules = Rules { panel_lock: Duration::from_mins(2), tabs: vec![Tab::Reports], system_dialogs: false };
        for effect in update(&mut self.desk, &rules, event, NOW) {
            if let Effect::Ask { ticket, ask: AnyAsk::Reports(ask), .. } = effect {
                self.asked.push((ticket, ask));
            }
        }
    }

    fn touch(&mut self, event: Event) {
        self.send(StaffEvent::Page(PageEvent::Reports(event)));
    }

    fn save(&mut self, event: SaveEvent) {
        self.send(StaffEvent::Page(PageEvent::Saving(event)));
    }

    fn reply(&mut self, ticket: u64, reply: Reply) {
        self.send(StaffEvent::Replied { ticket, reply: Ok(AnyReply::Reports(reply)) });
    }

    fn page(&self) -> &Page {
        let Side::Panel(panel) = &self.desk.side else { panic!("the panel is closed") };
        &panel.pages.reports
    }

    fn order(&self) -> Order {
        self.page().desk.as_ref().unwrap().effective()
    }

    fn saving(&self) -> &Saving {
        let Side::Panel(panel) = &self.desk.side else { panic!("the panel is closed") };
        &panel.pages.saving
    }

    fn place(&self) -> &Place {
        &self.saving().place
    }

    /// The first ask of that kind, taken out.
    fn take(&mut self, wanted: impl Fn(&Ask) -> bool) -> Option<(u64, Ask)> {
        let at = self.asked.iter().position(|(_, ask)| wanted(ask))?;
        Some(self.asked.remove(at))
    }

    fn opened(role: Role, drives: Vec<Drive>) -> Self {
        let mut panel = Self::open(role);
        let (ticket, _) = panel.take(|ask| *ask == Ask::Open).unwrap();
        let reply = Reply::Opened { today: today(), drives, free: None, recent: Vec::new(), making: None };
        panel.reply(ticket, reply);
        panel
    }
}

#[test]
fn one_preview_is_asked_for_at_a_time_and_the_last_order_wins() {
    let mut panel = Panel::opened(Role::Librarian, Vec::new());
    let (first, Ask::Preview(order)) = panel.asked.pop().unwrap() else { panic!("another ask") };
    assert_eq!(order.span.kind(), SpanKind::Month);
    for choice in [Choice::Daily, Choice::Yearly, Choice::Sop] {
        panel.touch(Event::Choose(choice));
    }
    assert!(panel.asked.is_empty(), "the first one is under way");
    panel.reply(first, Reply::Preview(Sheets(Vec::new().into())));
    let [(second, Ask::Preview(order))] = panel.asked[..] else { panic!("{:?}", panel.asked) };
    assert_eq!((order.content, order.span.kind()), (Content::Sop, SpanKind::Year));
    panel.asked.clear();
    panel.reply(first, Reply::Preview(Sheets(Vec::new().into())));
    assert!(panel.page().preview.waits(), "an answer to an ask that was answered");
    panel.send(StaffEvent::BookChanged);
    panel.reply(second, Reply::Preview(Sheets(Vec::new().into())));
    assert_eq!(panel.asked.len(), 1, "the book has changed meanwhile");
}

#[test]
fn a_drive_is_taken_until_somebody_chooses() {
    let on = |name: &str| {
        let path = stick(name).path;
        Place::On { drive: path.clone(), folder: path }
    };
    let mut panel = Panel::opened(Role::Librarian, Vec::new());
    assert_eq!(*panel.place(), Place::Folder);
    let locked = Drive { read_only: true, ..stick("A") };
    panel.reply(0, Reply::Drives { drives: vec![locked, stick("B")], free: None });
    assert_eq!(*panel.place(), on("B"), "one that can be written");
    panel.reply(0, Reply::Drives { drives: Vec::new(), free: None });
    assert_eq!(*panel.place(), Place::Folder);
    panel.reply(0, Reply::Drives { drives: vec![stick("B"), stick("C")], free: None });
    panel.save(SaveEvent::OpenPlaces);
    panel.save(SaveEvent::Place(PlaceEvent::Drive(stick("C").path)));
    panel.reply(0, Reply::Drives { drives: vec![stick("B")], free: None });
    assert_eq!(*panel.place(), on("C"), "kept for when it comes back");
    assert_eq!(panel.saving().drive(), None);
}

#[test]
fn the_drive_that_was_written_to_is_let_go_of() {
    let mut panel = Panel::opened(Role::Librarian, vec![stick("A")]);
    panel.touch(Event::Make);
    let (ticket, _) = panel.take(|ask| matches!(ask, Ask::Make(..))).unwrap();
    let stored = Stored { name: "a.pdf".into(), until: None };
    // The next file is to go elsewhere.
    panel.save(SaveEvent::OpenPlaces);
    panel.save(SaveEvent::Place(PlaceEvent::Folder));
    panel.reply(ticket, Reply::Made(Saved::Done(stored), Vec::new()));
    panel.save(SaveEvent::Release);
    let (_, Ask::Release(path)) = panel.take(|ask| matches!(ask, Ask::Release(_))).unwrap() else { panic!() };
    assert_eq!(path, stick("A").path);
}

#[test]
fn making_is_found_again_after_the_panel_was_locked() {
    let mut panel = Panel::open(Role::Librarian);
    let (ticket, _) = panel.take(|ask| *ask == Ask::Open).unwrap();
    let drives = Vec::new();
    panel.reply(ticket, Reply::Opened { today: today(), drives, free: None, recent: Vec::new(), making: Some(77) });
    assert_eq!(panel.saving().making.map(|m| m.ticket), Some(77));
    panel.touch(Event::Make);
    assert!(panel.take(|ask| matches!(ask, Ask::Make(..))).is_none(), "one at a time");
    panel.reply(77, Reply::Progress(60));
    panel.reply(77, Reply::Progress(40));
    assert_eq!(panel.saving().making.map(|m| m.percent), Some(60), "progress never falls");
    panel.reply(77, Reply::Made(Saved::Done(Stored { name: "a.pdf".into(), until: None }), Vec::new()));
    assert!(matches!(panel.saving().over, Some(SaveOver::Saved { .. })));
}

#[test]
fn a_thread_that_does_not_answer_is_told_as_a_fault_and_can_be_asked_again() {
    let mut panel = Panel::opened(Role::Librarian, Vec::new());
    panel.touch(Event::Make);
    let (ticket, _) = panel.take(|ask| matches!(ask, Ask::Make(..))).unwrap();
    panel.send(StaffEvent::Replied { ticket, reply: Err(Unanswered::Busy) });
    assert!(matches!(panel.saving().over, Some(SaveOver::Saved { saved: Saved::Failed(Trouble::Book), .. })));
    panel.save(SaveEvent::Close);
    panel.touch(Event::Make);
    assert!(panel.take(|ask| matches!(ask, Ask::Make(..))).is_some());
}

/// Everything that can be touched.
fn touches() -> impl Strategy<Value = PageEvent> {
    let day = (1900..2999_i32, 1..400_u32)
        .prop_map(|(y, d)| NaiveDate::from_yo_opt(y, d).unwrap_or_else(|| NaiveDate::from_yo_opt(y, 1).unwrap()));
    let near = (0..800_i64).prop_map(|n| today() - chrono::TimeDelta::days(n));
    let period = prop_oneof![
        proptest::sample::select(SpanKind::ALL).prop_map(PickEvent::Kind),
        prop_oneof![Just(End::From), Just(End::To)].prop_map(PickEvent::End),
        prop_oneof![day, near].prop_map(PickEvent::Day),
        (-40..40_i32).prop_map(PickEvent::Turn),
        Just(PickEvent::Take),
    ];
    let place = prop_oneof![
        Just(PlaceEvent::Folder),
        proptest::sample::select(vec!["A", "B"]).prop_map(|n| PlaceEvent::Drive(stick(n).path)),
        Just(PlaceEvent::Into(stick("A").path)),
        Just(PlaceEvent::Down("2026".into())),
        Just(PlaceEvent::Up),
        Just(PlaceEvent::Here),
        (0..5_usize).prop_map(PlaceEvent::Part),
    ];
    let page = prop_oneof![
        3 => proptest::sample::select(Choice::ALL).prop_map(Event::Choose),
        3 => proptest::sample::select(FileForm::ALL).prop_map(Event::Form),
        2 => proptest::sample::select(vec![Event::Back, Event::Forward, Event::Chart, Event::Mask, Event::Sign]),
        1 => proptest::sample::select(vec![Event::Make, Event::Close, Event::Enlarge]),
        2 => proptest::sample::select(vec![Event::OpenPeriod, Event::SheetBack, Event::SheetForward]),
        3 => period.prop_map(Event::Period),
    ];
    let saving = prop_oneof![
        1 => proptest::sample::select(vec![SaveEvent::Cancel, SaveEvent::Release, SaveEvent::Close]),
        1 => Just(SaveEvent::OpenPlaces),
        2 => place.prop_map(SaveEvent::Place),
    ];
    prop_oneof![3 => page.prop_map(PageEvent::Reports), 1 => saving.prop_map(PageEvent::Saving)]
}

/// An answer of the thread to an ask, as it may come.
fn answered(ask: &Ask, luck: u8) -> Vec<Reply> {
    match ask {
        Ask::Open => Vec::new(),
        Ask::Preview(_) => vec![Reply::Preview(Sheets(vec![Sheet::default(); 3].into()))],
        Ask::Make(what, _) if luck < 2 => {
            let Wanted::Order(order) = what.as_ref() else { panic!("no report") };
            let name = buku_pengunjung::exchange::report::file_name(order);
            vec![Reply::Progress(30), Reply::Made(Saved::Done(Stored { name, until: None }), Vec::new())]
        }
        Ask::Make(..) => vec![Reply::Made(Saved::Failed(Trouble::Gone), Vec::new())],
        Ask::Cancel => vec![Reply::Cancelling],
        Ask::Release(_) if luck == 0 => vec![Reply::Releasing, Reply::Released(Err(Held::Busy))],
        Ask::Release(_) => vec![Reply::Released(Ok(()))],
        Ask::Folders(_) if luck == 0 => vec![Reply::Folders(None)],
        Ask::Folders(_) => vec![Reply::Folders(Some(vec!["2026".into()]))],
    }
}

proptest! {
    #[test]
    fn whatever_is_touched_what_is_ordered_is_sound(
        administrator in any::<bool>(),
        steps in prop::collection::vec((touches(), any::<bool>(), 0..4_u8), 1..80),
    ) {
        let role = if administrator { Role::Administrator } else { Role::Librarian };
        let mut panel = Panel::opened(role, vec![stick("A"), stick("B")]);
        for (event, answers, luck) in steps {
            let busy = panel.saving().making.is_some() || panel.saving().releasing.is_some();
            let before = panel.asked.len();
            panel.send(StaffEvent::Page(event));
            let order = panel.order();
            prop_assert!(order.span.from() <= order.span.to());
            prop_assert!(administrator || order.choices.mask_names, "only an administrator shows names");
            prop_assert!(order.content != Content::Book || order.form != FileForm::Pdf, "rows are no paper");
            prop_assert!(!order.is_raw() || !(order.choices.chart || order.choices.signatures));
            let begun = panel.asked[before..].iter().filter(|(_, a)| matches!(a, Ask::Make(..) | Ask::Release(_)));
            prop_assert!(begun.count() <= usize::from(!busy), "one thing at a time");
            let asked = panel.asked.iter().filter(|(_, a)| matches!(a, Ask::Preview(_)));
            prop_assert!(asked.count() <= 1, "one preview at a time");
            prop_assert!(panel.page().preview.at <= panel.page().preview.count());
            if answers && !panel.asked.is_empty() {
                let (ticket, ask) = panel.asked.remove(0);
                for reply in answered(&ask, luck) {
                    panel.reply(ticket, reply);
                }
            }
        }
        // When everything is answered, nothing is waited for.
        while !panel.asked.is_empty() {
            let (ticket, ask) = panel.asked.remove(0);
            for reply in answered(&ask, 3) {
                panel.reply(ticket, reply);
            }
        }
        prop_assert!(panel.saving().making.is_none() && panel.saving().releasing.is_none());
        prop_assert!(!panel.page().preview.waits());
    }
}
