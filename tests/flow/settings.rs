//! Pengaturan as a state machine: whatever hands do, a librarian changes nothing, no purpose of the file is lost, and a
//! draft is only kept by asking.

use std::time::Duration;

use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::settings::{Entry, List, Section, Settings, Spot, Takes, Value, Values};
use buku_pengunjung::domain::staff::{Role, Staff, StaffId};
use buku_pengunjung::flow::staff::page::{Ask as AnyAsk, PageEvent, Reply as AnyReply, Unanswered};
use buku_pengunjung::flow::staff::settings::{Ask, Event as Act, Loaded, NotSaved, Page, Reply, Way, people};
use buku_pengunjung::flow::staff::{Desk, Effect, Event, Rules, Side, Tab, Verdict, update};
use proptest::prelude::*;
use proptest::sample::Index;

const NOW: Duration = Duration::from_secs(5);

fn stored() -> Settings {
    let mut settings = Settings::default();
    for section in Section::ALL {
        for setting in section.settings() {
            let value = match setting.path {
                "library.letterhead" => Value::List(vec!["SATU".into(), "DUA".into()]),
                "kiosk.fullscreen" | "kiosk.reduced_motion" | "internet.require_card" => Value::Flag(true),
                path if path.ends_with("seconds") || path.ends_with("minutes") => Value::Number(30),
                _ => Value::Text("sesuatu".into()),
            };
            settings.put(Spot::Key(setting.path), value);
        }
    }
    for n in 0..3 {
        let text = |text: String| Value::Text(text);
        let purpose = Values::from([
            ("id", text(format!("p{n}"))),
            ("label.id", text(format!("Keperluan {n}"))),
            ("for", Value::List(vec!["member".into()])),
            ("active", Value::Flag(true)),
        ]);
        settings.purposes.push(Entry { origin: Some(n), values: purpose });
        let seat = Values::from([("name", text(format!("PC {n}"))), ("position", Value::Place(1, 1))]);
        settings.seats.push(Entry { origin: Some(n), values: seat });
    }
    settings
}

fn rules() -> Rules {
    Rules { panel_lock: Duration::from_mins(2), tabs: vec![Tab::Settings], system_dialogs: false }
}

fn open(role: Role) -> (Desk, Vec<Effect>) {
    let mut desk = Desk::default();
    let mut send = |event| update(&mut desk, &rules(), event, NOW);
    send(Event::Open { welcome: true });
    let asked = "739154".chars().flat_map(|c| send(Event::Typed(c))).collect::<Vec<_>>();
    let [Effect::CheckPin { ticket, .. }] = asked[..] else { panic!("{asked:?}") };
    let staff = Staff { id: StaffId(3), name: Name::new("Sri Uji").unwrap(), role };
    let effects = send(Event::Checked { ticket, verdict: Verdict::Right(staff) });
    (desk, effects)
}

fn page(desk: &Desk) -> &Page {
    let Side::Panel(panel) = &desk.side else { panic!("no panel") };
    &panel.pages.settings
}

/// What hands and answers may do.
#[derive(Debug, Clone)]
enum Step {
    Act(Act),
    Open(Index),
    Cell(List, Index, Index),
    Key(char),
    Back,
    Clear,
    Escape,
    Scan,
    Answer(u8),
    /// A row is opened and, where it may be, removed.
    Out(List, usize),
}

fn step() -> impl Strategy<Value = Step> {
    let list = || prop::sample::select(List::ALL);
    let act = prop_oneof![
        prop::sample::select(Section::ALL).prop_map(Act::Section),
        (0..3_usize).prop_map(Act::Part),
        (list(), 0..5_usize).prop_map(|(list, row)| Act::Row(list, row)),
        list().prop_map(Act::Add),
        prop::sample::select(vec![
            Act::LeaveRow,
            Act::Move(Way::Up),
            Act::Move(Way::Down),
            Act::Remove,
            Act::RemoveSure(true),
            Act::RemoveSure(false),
            Act::Close,
            Act::AddLine,
            Act::RemoveLine,
            Act::Line(1),
            Act::Place(3, 3),
            Act::Choose("member".into()),
            Act::Choose("id".into()),
            Act::Save,
            Act::Discard,
            Act::Look(true),
            Act::Reload,
            Act::BackUp,
            Act::People(people::Event::Add),
            Act::People(people::Event::Named),
        ]),
    ];
    prop_oneof![
        4 => act.prop_map(Step::Act),
        3 => any::<Index>().prop_map(Step::Open),
        2 => (list(), any::<Index>(), any::<Index>()).prop_map(|(l, r, c)| Step::Cell(l, r, c)),
        3 => prop::sample::select(vec!['a', '7', ' ', 'é', '\n']).prop_map(Step::Key),
        1 => Just(Step::Back),
        1 => Just(Step::Clear),
        1 => Just(Step::Escape),
        1 => Just(Step::Scan),
        3 => any::<u8>().prop_map(Step::Answer),
        1 => (list(), 0..5_usize).prop_map(|(list, row)| Step::Out(list, row)),
    ]
}

/// The events of a step, as they can happen on the page that is shown.
fn events(desk: &Desk, step: Step, asked: &mut Vec<Effect>) -> Vec<Event> {
    if let Step::Out(list, row) = step {
        let acts = [Act::Row(list, row), Act::Remove, Act::RemoveSure(true)];
        return acts.map(|act| Event::Page(PageEvent::Settings(act))).to_vec();
    }
    event(desk, step, asked).into_iter().collect()
}

fn event(desk: &Desk, step: Step, asked: &mut Vec<Effect>) -> Option<Event> {
    let of_page = |act| Some(Event::Page(PageEvent::Settings(act)));
    let open = |spot| match page(desk).draft.at(spot) {
        Some(Value::Flag(_)) => Act::Flip(spot),
        _ => Act::Open(spot),
    };
    match step {
        Step::Act(act) => of_page(act),
        Step::Out(..) => None,
        Step::Open(which) => {
            let settings = page(desk).section.settings();
            (!settings.is_empty())
                .then(|| open(Spot::Key(settings[which.index(settings.len())].path)))
                .and_then(of_page)
        }
        Step::Cell(list, row, cell) => {
            let rows = page(desk).draft.rows(list).len();
            let cells = list.settings();
            (rows > 0)
                .then(|| open(Spot::Cell(list, row.index(rows), cells[cell.index(cells.len())].path)))
                .and_then(of_page)
        }
        Step::Key(c) => Some(Event::Typed(c)),
        Step::Back => Some(Event::Backspace),
        Step::Clear => Some(Event::Clear),
        Step::Escape => Some(Event::Leave),
        Step::Scan => Some(Event::Scanned("0024118736".into())),
        Step::Answer(how) => {
            let Some(Effect::Ask { ticket, ask: AnyAsk::Settings(ask), .. }) = asked.pop() else { return None };
            let loaded = || Box::new(Loaded { settings: stored(), hindrance: None, outside: None });
            let reply = match (ask, how % 4) {
                (_, 0) => return Some(Event::Replied { ticket, reply: Err(Unanswered::Book) }),
                (Ask::Load | Ask::Reload, _) => Reply::Loaded(loaded()),
                (Ask::Check(_), _) => Reply::Checked(Vec::new()),
                (Ask::Save(_), 1) => Reply::NotSaved(NotSaved::Failed),
                (Ask::Save(draft), _) => {
                    let mut kept = *draft;
                    for list in List::ALL {
                        for (row, entry) in kept.rows_mut(*list).iter_mut().enumerate() {
                            entry.origin = Some(row);
                        }
                    }
                    Reply::Saved(Box::new(kept))
                }
                (Ask::Copies, _) => Reply::Copies(Vec::new()),
                (Ask::BackUp, _) => Reply::NotCopied,
                (Ask::People(_), _) => Reply::People(people::Reply::List(Vec::new())),
            };
            Some(Event::Replied { ticket, reply: Ok(AnyReply::Settings(reply)) })
        }
    }
}

fn ids(settings: &Settings) -> Vec<&str> {
    let mut ids: Vec<&str> = settings.purposes.iter().map(|p| p.text("id")).collect();
    ids.sort_unstable();
    ids
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_hands_do(steps in prop::collection::vec(step(), 1..120), librarian in any::<bool>()) {
        let role = if librarian { Role::Librarian } else { Role::Administrator };
        let (mut desk, mut asked) = open(role);
        // Mostly the page has been read before it is touched.
        let steps = std::iter::once(Step::Answer(1)).chain(steps);
        for step in steps {
            for event in events(&desk, step, &mut asked) {
            let before = page(&desk).clone();
            let answer = matches!(event, Event::Replied { .. });
            let out = update(&mut desk, &rules(), event.clone(), NOW);
            let after = page(&desk);
            for effect in &out {
                if let Effect::Ask { ask: AnyAsk::Settings(Ask::Save(draft)), .. } = effect {
                    prop_assert_eq!(&**draft, &after.draft);
                    prop_assert!(before.doing().is_none(), "one thing at a time");
                }
                let writes = match effect {
                    Effect::Ask { ask: AnyAsk::Settings(ask), .. } => {
                        matches!(ask, Ask::Save(_) | Ask::Reload | Ask::BackUp)
                    }
                    _ => false,
                };
                prop_assert!(!librarian || !writes, "a librarian changes nothing");
            }
            if librarian && !answer {
                prop_assert_eq!(&after.draft, &before.draft, "{:?}", event);
                prop_assert!(after.editing.is_none());
            }
            if before.doing().is_some() && !answer {
                prop_assert_eq!(&after.draft, &before.draft, "nothing moves while it is saved: {:?}", event);
            }
            // A purpose of the file stays, and keeps its id.
            if let Some(stored) = &after.stored {
                for id in ids(stored) {
                    prop_assert!(ids(&after.draft).contains(&id), "{} is gone after {:?}", id, event);
                }
                let ids = ids(&after.draft);
                prop_assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{:?}", ids);
                for setting in Section::ALL.iter().flat_map(|s| s.settings()).filter(|s| s.takes == Takes::NotHere) {
                    prop_assert_eq!(stored.values.get(setting.path), after.draft.values.get(setting.path));
                }
            }
            if let Some((list, row)) = after.row {
                prop_assert!(row < after.draft.rows(list).len());
            }
            asked.extend(out);
            }
        }
    }
}
