//! The page Anggota as a state machine: whatever is touched and answered in whatever order, an import writes only what
//! was checked, and nothing is claimed before it is committed.

use std::path::PathBuf;
use std::time::Duration;

use buku_pengunjung::domain::member_columns::{Columns, Field};
use buku_pengunjung::domain::member_list::{Found, ImportCounts, MemberOrder, MemberPage, MemberTotals};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::staff::{Role, Staff, StaffId};
use buku_pengunjung::flow::staff::members::{
    Ask, Checked, Entry, Event as Members, ImportEvent, LastImport, PickerEvent, Place, PlaceKind, Reply, Step,
    Summary, Table, Turn,
};
use buku_pengunjung::flow::staff::page::{Ask as AnyAsk, Key, PageEvent, Reply as AnyReply, Unanswered};
use buku_pengunjung::flow::staff::{Desk, Effect, Event, Rules, Side, Tab, Verdict, update};
use chrono::NaiveDate;
use proptest::prelude::*;

const NOW: Duration = Duration::from_secs(5);

fn rules() -> Rules {
    Rules { panel_lock: Duration::from_mins(2), tabs: vec![Tab::Members, Tab::Health], system_dialogs: false }
}

fn send(desk: &mut Desk, event: Event) -> Vec<Effect> {
    update(desk, &rules(), event, NOW)
}

fn opened() -> (Desk, Vec<Effect>) {
    let mut desk = Desk::default();
    send(&mut desk, Event::Open { welcome: true });
    let figures = "739154".chars().flat_map(|c| send(&mut desk, Event::Typed(c))).collect::<Vec<_>>();
    let [Effect::CheckPin { ticket, .. }] = figures[..] else { panic!("{figures:?}") };
    let staff = Staff { id: StaffId(3), name: Name::new("Sri Uji").unwrap(), role: Role::Librarian };
    let effects = send(&mut desk, Event::Checked { ticket, verdict: Verdict::Right(staff) });
    (desk, effects)
}

fn asked(effects: &[Effect]) -> Vec<(u64, Ask)> {
    let ask = |effect: &Effect| match effect {
        Effect::Ask { ticket, ask: AnyAsk::Members(ask), .. } => Some((*ticket, ask.clone())),
        _ => None,
    };
    effects.iter().filter_map(ask).collect()
}

fn event() -> impl Strategy<Value = Members> {
    let picker = prop_oneof![
        (0_usize..3).prop_map(PickerEvent::Place),
        prop::sample::select(vec!["a.csv", "folder", "none"]).prop_map(|name| PickerEvent::Entry(name.to_owned())),
        Just(PickerEvent::Up),
        (0_usize..3).prop_map(PickerEvent::Part),
        Just(PickerEvent::Reload),
    ];
    let import = prop_oneof![
        3 => picker.prop_map(ImportEvent::File),
        1 => prop::sample::select(Field::ALL.to_vec()).prop_map(ImportEvent::Choose),
        1 => prop::option::of(0_usize..4).prop_map(ImportEvent::Column),
        1 => Just(ImportEvent::Keep),
        3 => Just(ImportEvent::Check),
        1 => any::<bool>().prop_map(ImportEvent::Full),
        1 => (0_usize..4).prop_map(ImportEvent::Part),
        3 => Just(ImportEvent::Commit),
        1 => Just(ImportEvent::Back),
        1 => Just(ImportEvent::Leave),
    ];
    prop_oneof![
        6 => import.prop_map(Members::Import),
        2 => Just(Members::Begin),
        1 => prop::sample::select(vec![Key::Char('a'), Key::Char(' '), Key::Backspace, Key::Clear, Key::Escape])
            .prop_map(Members::Key),
        1 => prop::sample::select(vec![Turn::First, Turn::Previous, Turn::Next, Turn::Last]).prop_map(Members::Turn),
        1 => prop::sample::select(MemberOrder::ALL.to_vec()).prop_map(Members::Order),
        1 => (0_usize..3).prop_map(Members::Open),
        1 => prop::sample::select(vec![
            Members::Search, Members::CloseKeys, Members::ShowNames, Members::HideNames, Members::Close, Members::AskUndo,
            Members::Undo(true), Members::Undo(false), Members::Dismiss,
        ]),
    ]
}

/// What the thread of the panel may answer to an ask; `kind` chooses among them.
fn reply(ask: &Ask, kind: u8) -> Result<Reply, Unanswered> {
    if kind == 0 {
        return Err(Unanswered::Busy);
    }
    if kind == 1 && !matches!(ask, Ask::List { .. } | Ask::Summary | Ask::Cancel) {
        return Ok(Reply::Refused("Tidak bisa.".to_owned()));
    }
    Ok(match ask {
        Ask::List { count, .. } => {
            Reply::Listed { page: MemberPage::default(), found: count.then_some(Found::Exactly(0)) }
        }
        Ask::Summary => Reply::Summary(Box::new(Summary {
            totals: MemberTotals::default(),
            last: Some(LastImport {
                at: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(9, 42, 0).unwrap(),
                source: "a.csv".to_owned(),
                counts: ImportCounts::default(),
                rejected: 0,
                can_undo: true,
            }),
        })),
        Ask::ShowNames => Reply::NamesShown,
        Ask::Undo => Reply::Undone,
        Ask::Places => Reply::Places(vec![Place { kind: PlaceKind::Home, name: String::new(), path: "/h".into() }]),
        Ask::Folder(_) => {
            let entry = |name: &str, bytes| Entry { name: name.to_owned(), bytes };
            Reply::Folder((kind > 2).then(|| vec![entry("folder", None), entry("a.csv", Some(1))]))
        }
        Ask::Open(path) => Reply::Opened(Box::new(table(path.clone(), kind > 2))),
        Ask::Check { .. } | Ask::Full(_) => {
            let counts = ImportCounts { added: u64::from(kind > 2), ..ImportCounts::default() };
            Reply::Checked(Box::new(Checked { counts, ..Checked::default() }))
        }
        Ask::Commit if kind == 2 => Reply::Cancelled,
        Ask::Commit => Reply::Imported(ImportCounts::default()),
        Ask::Cancel => Reply::Cancelled,
    })
}

fn table(file: PathBuf, known: bool) -> Table {
    let mut columns = Columns::default();
    if known {
        columns.set(Field::CardNumber, Some(0));
        columns.set(Field::Name, Some(1));
    }
    let header = vec!["x".to_owned(), "y".to_owned(), "z".to_owned()];
    Table { file, name: "a.csv".to_owned(), header, samples: vec![], columns, choosing: None, part: 0 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn only_what_was_checked_is_written_and_only_what_is_committed_is_claimed(
        steps in prop::collection::vec((event(), 0_u8..6, any::<bool>()), 1..120)
    ) {
        let (mut desk, effects) = opened();
        let mut open = asked(&effects);
        let (mut checked, mut committed) = (false, false);
        for (event, kind, answered) in steps {
            let began = send(&mut desk, Event::Page(PageEvent::Members(event)));
            for (ticket, ask) in asked(&began) {
                match &ask {
                    Ask::Check { columns, .. } => {
                        prop_assert!(columns.missing().is_empty(), "a needed column is missing");
                        checked = false;
                    }
                    Ask::Commit => prop_assert!(std::mem::take(&mut checked), "committed what was not checked"),
                    Ask::Cancel => checked = false,
                    _ => {}
                }
                open.push((ticket, ask));
            }
            prop_assert!(open.iter().filter(|(_, ask)| matches!(ask, Ask::List { .. })).count() <= 1, "one at a time");
            if answered && !open.is_empty() {
                let (ticket, ask) = open.remove(usize::from(kind) % open.len());
                let reply = reply(&ask, kind);
                let done = matches!(reply, Ok(Reply::Imported(_)));
                let said = matches!(&reply, Ok(Reply::Checked(c)) if c.changes());
                let effects = send(&mut desk, Event::Replied { ticket, reply: reply.map(AnyReply::Members) });
                open.extend(asked(&effects));
                let page = page(&desk);
                committed |= done;
                checked |= said && matches!(page.import.as_ref().map(|i| &i.step), Some(Step::Check(..)));
            }
            let page = page(&desk);
            let claims = matches!(page.import.as_ref().map(|i| &i.step), Some(Step::Done(..)));
            prop_assert!(!claims || committed, "claimed before it was committed");
        }
        send(&mut desk, Event::Lock);
        let (desk, _) = opened();
        prop_assert!(!page(&desk).revealed, "masked again after the lock");
    }
}

fn page(desk: &Desk) -> &buku_pengunjung::flow::staff::members::Page {
    let Side::Panel(panel) = &desk.side else { panic!("no panel") };
    &panel.pages.members
}

#[test]
fn a_scan_is_taken_by_the_list_alone() {
    let (mut desk, _) = opened();
    send(&mut desk, Event::Scanned("0024118736".to_owned()));
    assert_eq!(page(&desk).list.search.text, "0024118736");
    send(&mut desk, Event::Page(PageEvent::Members(Members::Begin)));
    send(&mut desk, Event::Scanned("0000000000".to_owned()));
    assert_eq!(page(&desk).list.search.text, "0024118736", "dropped during an import");
    send(&mut desk, Event::Page(PageEvent::Members(Members::Import(ImportEvent::Leave))));
    send(&mut desk, Event::Tab(Tab::Health));
    send(&mut desk, Event::Scanned("1111111111".to_owned()));
    assert_eq!(page(&desk).list.search.text, "0024118736", "dropped on another page");
}

#[test]
fn names_are_shown_only_once_it_stands_in_the_log() {
    let (mut desk, _) = opened();
    let began = send(&mut desk, Event::Page(PageEvent::Members(Members::ShowNames)));
    assert!(!page(&desk).revealed);
    let (ticket, _) = asked(&began)[0].clone();
    send(&mut desk, Event::Replied { ticket, reply: Err(Unanswered::Book) });
    assert!(!page(&desk).revealed && page(&desk).notice.is_some());
    let began = send(&mut desk, Event::Page(PageEvent::Members(Members::ShowNames)));
    let (ticket, _) = asked(&began)[0].clone();
    send(&mut desk, Event::Replied { ticket, reply: Ok(AnyReply::Members(Reply::NamesShown)) });
    assert!(page(&desk).revealed);
}
