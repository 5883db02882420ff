//! Settings written back into the file: what was set is what is read, and nothing else of the file is touched.

use std::collections::BTreeSet;

use buku_pengunjung::config::{self, SHIPPED, settings};
use buku_pengunjung::domain::settings::{Entry, Kind, List, Section, Setting, Settings, Spot, Takes, Value, Values};
use buku_pengunjung::i18n::{Lang, Words};
use proptest::prelude::*;
use proptest::sample::Index;

const FILE: &str = "kiosk-config.toml";
/// The least that a file may be.
const SMALLEST: &str =
    "# Berkas kecil.\n[library] # milik siapa\nname = 'Perpustakaan Uji'\ntimezone = 'Asia/Jayapura'\n";
/// Everything in the forms that a person may write and the shipped file does not.
const ODD: &str = "\
library = { name = \"Perpustakaan Uji\", timezone = \"Asia/Jakarta\", letterhead = [ # kop
  # baris pertama
  \"SATU\",
  \"DUA\", # kedua
  # akhir
] }
purposes = [
  # yang utama
  { id = \"read\", label = { id = \"Membaca\", en = \"Read\" } }, # lama
  { id = \"internet\", label.id = \"Internet\", label.en = \"Internet\", for = [\"member\", \"group\"] },
]
kiosk.idle_seconds = 0x3c # enam puluh
[repeat]
rule = \"daily\"
minutes = 45
[internet]
# tanpa petak
[[internet.seats]]
# pintu
name = \"PC 01\"
position = [1, 1]
[[internet.seats]]
name = \"PC 02\"
position = [2, 1] # jendela
";

fn read(text: &str) -> Settings {
    settings::read(text, &config::parse(text, FILE).unwrap()).unwrap()
}

/// The draft as it is read back: its rows are those of the file.
fn kept(draft: &Settings, list_is_written: impl Fn(List) -> bool) -> Settings {
    let mut kept = draft.clone();
    for list in List::ALL.iter().copied().filter(|list| list_is_written(*list)) {
        for (row, entry) in kept.rows_mut(list).iter_mut().enumerate() {
            entry.origin = Some(row);
        }
    }
    kept
}

/// The comments of a text, each to the end of its line, in their order. No value of these tests holds a hash.
fn comments(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.find('#').map(|at| line[at..].trim_end())).collect()
}

fn all() -> Vec<&'static Setting> {
    Section::ALL.iter().flat_map(|section| section.settings()).collect()
}

/// Every key of the shipped file: `section.key`, of a list `list.key` once.
fn keys_of_the_shipped_file() -> BTreeSet<String> {
    fn walk(path: &str, value: &toml::Value, keys: &mut BTreeSet<String>) {
        match value {
            toml::Value::Table(table) => {
                for (key, value) in table {
                    let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                    walk(&path, value, keys);
                }
            }
            toml::Value::Array(rows) if rows.iter().any(toml::Value::is_table) => {
                for row in rows {
                    walk(path, row, keys);
                }
            }
            _ => {
                keys.insert(path.to_owned());
            }
        }
    }
    let mut keys = BTreeSet::new();
    walk("", &toml::Value::Table(SHIPPED.parse().unwrap()), &mut keys);
    keys
}

#[test]
fn every_key_of_the_file_can_be_reached_and_the_few_that_cannot_be_changed_are_named() {
    let once = all().into_iter().map(|s| (s.path.to_owned(), s.takes));
    let rows = List::ALL
        .iter()
        .flat_map(|list| list.settings().iter().map(|s| (format!("{}.{}", list.id(), s.path), s.takes)));
    let reached: Vec<_> = once.chain(rows).collect();
    assert_eq!(reached.iter().map(|(path, _)| path.clone()).collect::<BTreeSet<_>>(), keys_of_the_shipped_file());
    let fixed: Vec<_> =
        reached.into_iter().filter(|(_, takes)| *takes == Takes::NotHere).map(|(path, _)| path).collect();
    // An open book cannot be moved; the id stands in every visit.
    assert_eq!(fixed, ["storage.data_dir", "purposes.id"]);
}

#[test]
fn every_setting_has_a_name_and_every_choice_has_words() {
    for lang in Lang::ALL.iter().copied() {
        let words = Words::of(lang);
        for setting in all().into_iter().chain(List::ALL.iter().flat_map(|list| list.settings())) {
            let key = format!("set-{}", setting.path.replace('.', "-"));
            assert!(words.has(&key), "{key} in {lang:?}");
            if let Kind::Choice(ids) | Kind::Open(ids) | Kind::Several(ids) = setting.kind {
                for id in ids {
                    assert!(words.has(&format!("choice-{}", id.replace('/', "-"))), "{id} in {lang:?}");
                }
            }
        }
    }
}

#[test]
fn nothing_set_is_nothing_written() {
    for text in [SHIPPED, SMALLEST, ODD] {
        let settings = read(text);
        assert_eq!(settings::write(text, &settings, &settings).unwrap(), text);
        for setting in all() {
            assert!(settings.values.contains_key(setting.path), "{}", setting.path);
        }
    }
    assert_eq!(read(ODD).values["kiosk.idle_seconds"], Value::Number(60));
    assert_eq!(read(ODD).values["repeat.minutes"], Value::Number(45), "also where the rule does not ask for it");
}

#[test]
fn one_value_changes_one_line() {
    let before = read(SHIPPED);
    let mut draft = before.clone();
    draft.put(Spot::Key("kiosk.thank_you_seconds"), Value::Number(12));
    let text = settings::revise(SHIPPED, &before, &draft, FILE).unwrap();
    assert_eq!(text, SHIPPED.replace("thank_you_seconds = 10", "thank_you_seconds = 12"));
    // As an editor under Windows saves it, with a byte order mark.
    let windows = format!("\u{feff}{}", SHIPPED.replace('\n', "\r\n"));
    let before = read(&windows);
    let text = settings::revise(&windows, &before, &Settings { values: draft.values, ..before.clone() }, FILE).unwrap();
    let wanted = windows.replace("thank_you_seconds = 10", "thank_you_seconds = 12");
    assert_eq!(text.trim_start_matches('\u{feff}'), wanted.trim_start_matches('\u{feff}'));
}

/// A value that a hand might enter; often one that the check refuses.
fn value(kind: Kind) -> BoxedStrategy<Value> {
    let line = prop_oneof![4 => "[A-Za-z0-9 .,'\"/\\\\-]{0,24}", 1 => "\\PC{0,12}"];
    let line = line.prop_map(|t| Value::Text(t.replace('#', "").trim().to_owned()));
    let one_of = |ids: &'static [&'static str]| prop::sample::select(ids).prop_map(|id| Value::Text(id.to_owned()));
    match kind {
        Kind::Line(_) | Kind::Signs(_) | Kind::Icon | Kind::Purpose => line.boxed(),
        Kind::Lines(..) => prop::collection::vec("[A-Z][A-Za-z ]{0,9}[a-z]", 0..8).prop_map(Value::List).boxed(),
        Kind::Number(_) => prop_oneof![0..100_u64, 0..10_000_u64].prop_map(Value::Number).boxed(),
        Kind::Choice(ids) | Kind::Open(ids) => prop_oneof![6 => one_of(ids), 1 => line].boxed(),
        Kind::Several(ids) => prop::sample::subsequence(ids, 0..=ids.len())
            .prop_map(|ids| Value::List(ids.into_iter().map(str::to_owned).collect()))
            .boxed(),
        Kind::Time => {
            prop_oneof![Just("07:05"), Just("25:00"), Just("9.30")].prop_map(|t| Value::Text(t.to_owned())).boxed()
        }
        Kind::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        Kind::Hours => prop_oneof![Just("closed"), Just("08:00-16:30"), Just("15:00-08:00")]
            .prop_map(|t| Value::Text(t.to_owned()))
            .boxed(),
        Kind::Place => (1..10_u8, 1..8_u8).prop_map(|(column, row)| Value::Place(column, row)).boxed(),
    }
}

/// One act of a hand on the draft.
#[derive(Debug, Clone)]
enum Act {
    Set(&'static str, Value),
    Cell(List, Index, &'static str, Value),
    Add(List, Values),
    Move(Index, Index),
    Remove(Index),
}

fn act() -> impl Strategy<Value = Act> {
    let free = |settings: Vec<&'static Setting>| {
        prop::sample::select(settings.into_iter().filter(|s| s.takes != Takes::NotHere).collect::<Vec<_>>())
    };
    let set = free(all()).prop_flat_map(|s| value(s.kind).prop_map(|value| Act::Set(s.path, value)));
    let list = || prop::sample::select(List::ALL);
    let cell = list().prop_flat_map(move |list| {
        let cell = free(list.settings().iter().collect());
        cell.prop_flat_map(move |s| {
            (any::<Index>(), value(s.kind)).prop_map(move |(row, value)| Act::Cell(list, row, s.path, value))
        })
    });
    let add = list().prop_flat_map(|list| {
        let cells: Vec<_> = list.settings().iter().map(|s| (Just(s.path), value(s.kind))).collect();
        cells.prop_map(move |cells| Act::Add(list, cells.into_iter().collect()))
    });
    prop_oneof![
        4 => set,
        3 => cell,
        1 => add,
        1 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Act::Move(from, to)),
        1 => any::<Index>().prop_map(Act::Remove),
    ]
}

fn apply(draft: &mut Settings, act: Act) {
    match act {
        Act::Set(path, value) => draft.put(Spot::Key(path), value),
        Act::Cell(list, row, path, value) if !draft.rows(list).is_empty() => {
            let row = row.index(draft.rows(list).len());
            draft.put(Spot::Cell(list, row, path), value);
        }
        Act::Add(list, values) => draft.rows_mut(list).push(Entry { origin: None, values }),
        Act::Move(from, to) if !draft.purposes.is_empty() => {
            let (from, to) = (from.index(draft.purposes.len()), to.index(draft.purposes.len()));
            let entry = draft.purposes.remove(from);
            draft.purposes.insert(to, entry);
        }
        Act::Remove(row) if !draft.seats.is_empty() => {
            let row = row.index(draft.seats.len());
            draft.seats.remove(row);
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_set_is_what_is_read_and_no_comment_is_lost(
        text in prop::sample::select(&[SHIPPED, SMALLEST, ODD][..]), acts in prop::collection::vec(act(), 1..6),
    ) {
        let before = read(text);
        let mut draft = before.clone();
        let moved = acts.iter().any(|act| matches!(act, Act::Move(..) | Act::Remove(_)));
        for act in acts {
            apply(&mut draft, act);
        }
        let changed = draft.changed(&before);
        match settings::revise(text, &before, &draft, FILE) {
            Ok(new) => {
                let again = read(&new);
                let written = |list: List| {
                    let changed = changed.contains(&list.id());
                    changed || !before.rows(list).is_empty() && before.rows(list)[0].origin.is_some()
                };
                let mut wanted = kept(&draft, written);
                // What is left out follows what is written: the English name the Indonesian one, and so on.
                for (path, value) in &again.values {
                    if before.values.get(path) == draft.values.get(path) {
                        wanted.values.insert(path, value.clone());
                    }
                }
                if !changed.contains(&List::Seats.id()) {
                    wanted.seats.clone_from(&again.seats);
                }
                prop_assert_eq!(&again, &wanted, "{}", new);
                if moved {
                    let set = |text| comments(text).into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
                    let gone: Vec<_> = set(text).difference(&set(&new)).cloned().collect();
                    // A comment behind a row that is removed goes with it, and so does one within its table.
                    prop_assert!(gone.iter().all(|c| ["# pintu", "# jendela", "# lama"].contains(&c.as_str())), "{:?}", gone);
                } else {
                    prop_assert_eq!(comments(&new), comments(text), "{}", new);
                }
                prop_assert_eq!(settings::write(&new, &again, &again).unwrap(), new);
            }
            Err(refused) => {
                prop_assert!(!refused.problems.is_empty());
                for problem in &refused.problems {
                    // It can be shown beside a field that was changed, or is about the file as a whole.
                    let _ = settings::spot(&refused.text, problem);
                }
            }
        }
    }
}

#[test]
fn a_problem_stands_at_its_field() {
    let before = read(SHIPPED);
    for setting in all().into_iter().filter(|s| s.takes != Takes::NotHere) {
        let wrong = match setting.kind {
            Kind::Flag => continue,
            Kind::Line(most) | Kind::Signs(most) => Value::Text("?".repeat(most + 1)),
            Kind::Lines(most, _) => Value::List(vec!["x".to_owned(); most + 1]),
            Kind::Number(_) => Value::Number(999_999),
            _ => Value::Text("¡!".to_owned()),
        };
        let mut draft = before.clone();
        draft.put(Spot::Key(setting.path), wrong);
        let refused = settings::revise(SHIPPED, &before, &draft, FILE).unwrap_err();
        let spots: Vec<_> = refused.problems.iter().map(|p| settings::spot(&refused.text, p)).collect();
        assert!(spots.contains(&Some(Spot::Key(setting.path))), "{}: {spots:?}", setting.path);
    }
    for list in List::ALL.iter().copied() {
        for setting in list.settings().iter().filter(|s| s.kind != Kind::Flag && s.takes != Takes::NotHere) {
            let mut draft = before.clone();
            let wrong = match setting.kind {
                Kind::Several(_) => Value::List(vec!["¡!".to_owned()]),
                Kind::Place => Value::Place(99, 99),
                _ => Value::Text("¡!".repeat(60)),
            };
            let spot = Spot::Cell(list, 2, setting.path);
            draft.put(spot, wrong);
            let refused = settings::revise(SHIPPED, &before, &draft, FILE).unwrap_err();
            let spots: Vec<_> = refused.problems.iter().map(|p| settings::spot(&refused.text, p)).collect();
            assert!(spots.contains(&Some(spot)), "{}: {spots:?} {:?}", setting.path, refused.problems);
        }
    }
}

#[test]
fn purposes_move_with_their_comments_and_the_heading_stays_above_the_first() {
    let before = read(SHIPPED);
    let mut draft = before.clone();
    let first = draft.purposes.remove(0);
    draft.purposes.insert(3, first);
    draft.put(Spot::Cell(List::Purposes, 1, "active"), Value::Flag(false));
    let mut new = draft.purposes[0].clone();
    new.origin = None;
    new.values.insert("id", Value::Text("kelas_literasi".to_owned()));
    new.values.insert("label.id", Value::Text("Kelas literasi".to_owned()));
    draft.purposes.push(new);
    let text = settings::revise(SHIPPED, &before, &draft, FILE).unwrap();
    let ids: Vec<_> = config::parse(&text, FILE).unwrap().purposes.iter().map(|p| p.id.as_str().to_owned()).collect();
    assert_eq!(ids[..4], ["borrow_return", "internet", "reference", "read"]);
    assert_eq!(ids.last().unwrap(), "kelas_literasi");
    let heading = text.find("# Maksud kunjungan, menurut urutan").unwrap();
    assert!(heading < text.find("[[purposes]]").unwrap());
    let explained = text.find("# Tanda tetap di dalam buku").unwrap();
    assert!(explained < text.find("id = \"read\"").unwrap() && explained > text.find("id = \"reference\"").unwrap());
    assert_eq!(comments(&text).len(), comments(SHIPPED).len());
    assert!(text.find("[form.non_member]").unwrap() > text.find("kelas_literasi").unwrap(), "before the next section");
}
