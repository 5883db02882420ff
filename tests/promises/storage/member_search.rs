//! The membership list in pages, searched and undone: against a plain model in memory.

use std::collections::BTreeMap;

use buku_pengunjung::domain::audit::Actor;
use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::member::{Member, MemberStatus};
use buku_pengunjung::domain::member_list::{Found, MemberOrder, MemberPlace, MemberSearch, PageFrom};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::search::words;
use buku_pengunjung::storage::{Book, StorageError};
use proptest::prelude::*;

use super::support::*;

const AT: &str = "2026-11-24T01:00:00Z";

fn named(card: &str, who: &str, status: MemberStatus) -> Member {
    Member { name: Name::from_list(who).unwrap(), status, ..member(card, "Siapa Saja") }
}

fn import(book: &mut Book, members: &[Member], full: bool) {
    let mut batch = book.member_batch().unwrap();
    for m in members {
        batch.put(m).unwrap();
    }
    batch.commit(full, "anggota.csv", 0, utc(AT)).unwrap();
}

fn list(book: &Book) -> Vec<Member> {
    let mut all = Vec::new();
    book.members(|m| {
        all.push(m.clone());
        Ok::<(), StorageError>(())
    })
    .unwrap();
    all
}

fn look(text: &str, order: MemberOrder) -> MemberSearch {
    MemberSearch { text: text.to_owned(), order }
}

/// Everything that a search finds, page by page from the start; on the way each page is also reached from behind.
fn walked(book: &Book, search: &MemberSearch, size: usize) -> Vec<String> {
    let mut cards = Vec::new();
    let mut from = PageFrom::Start;
    let mut last: Option<Vec<MemberPlace>> = None;
    loop {
        let page = book.member_page(search, &from, size).unwrap();
        assert!(page.rows.len() <= size);
        assert_eq!(page.before, !cards.is_empty());
        let places: Vec<_> = page.rows.iter().map(|r| r.place.clone()).collect();
        if let (Some(before), Some(first)) = (&last, places.first()) {
            let back = book.member_page(search, &PageFrom::Before(first.clone()), size).unwrap();
            assert_eq!(&back.rows.iter().map(|r| r.place.clone()).collect::<Vec<_>>(), before, "back again");
            assert!(back.after);
        }
        cards.extend(page.rows.iter().map(|r| r.member.card_number.as_str().to_owned()));
        if !page.after {
            let end = book.member_page(search, &PageFrom::End, size).unwrap();
            let tail: Vec<_> = end.rows.iter().map(|r| r.member.card_number.as_str().to_owned()).collect();
            assert_eq!(tail, cards[cards.len().saturating_sub(size)..], "the last page");
            assert_eq!((end.before, end.after), (cards.len() > size, false));
            return cards;
        }
        from = PageFrom::After(places.last().unwrap().clone());
        last = Some(places);
    }
}

/// What the search has to find, without any index.
fn expected(members: &BTreeMap<String, Member>, search: &MemberSearch) -> Vec<String> {
    let text = search.text.trim();
    if text.is_empty() {
        let mut all: Vec<_> =
            members.iter().map(|(card, m)| (words(m.name.as_str()).join(" "), card.clone())).collect();
        if search.order == MemberOrder::Name {
            all.sort();
        }
        return all.into_iter().map(|(_, card)| card).collect();
    }
    let by_number = |card: &str| {
        [text.to_owned(), text.to_uppercase(), text.to_lowercase()].iter().any(|t| card.starts_with(t.as_str()))
    };
    let mut found: Vec<String> = members.keys().filter(|card| by_number(card)).cloned().collect();
    let wanted = words(text);
    let named = |m: &Member| {
        let words = words(m.name.as_str());
        !wanted.is_empty() && wanted.iter().all(|w| words.iter().any(|word| word.starts_with(w.as_str())))
    };
    found.extend(members.iter().filter(|(card, m)| !by_number(card) && named(m)).map(|(card, _)| card.clone()));
    found
}

const WORDS: [&str; 8] = ["Siti", "Sari", "Nur'Aini", "Zoë", "AL-Hadi", "M.", "Sitiani", "A"];

fn person() -> impl Strategy<Value = (u16, String, usize)> {
    (0_u16..40, prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..4), 0_usize..3)
        .prop_map(|(n, words, status)| (n, words.join(" "), status))
}

fn people() -> impl Strategy<Value = Vec<Member>> {
    prop::collection::vec(person(), 0..30).prop_map(|all| {
        let mut members = BTreeMap::new();
        for (n, who, status) in all {
            let card = if n % 3 == 0 { format!("KTA-{n:03}") } else { format!("{:06}", u32::from(n) * 111) };
            members.insert(card.clone(), named(&card, &who, MemberStatus::ALL[status]));
        }
        members.into_values().collect()
    })
}

fn by_card(members: Vec<Member>) -> BTreeMap<String, Member> {
    members.into_iter().map(|m| (m.card_number.as_str().to_owned(), m)).collect()
}

/// Everything that an import touches, byte for byte.
fn picture(book: &Book) -> Vec<String> {
    let raw = rusqlite::Connection::open(book.folder().book_path()).unwrap();
    let mut rows = Vec::new();
    for table in ["member", "member_word", "member_total"] {
        let mut query = raw.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
        let wide = query.column_count();
        let found = query.query_map([], |r| {
            (0..wide).map(|at| Ok(format!("{:?}", r.get_ref(at)?))).collect::<rusqlite::Result<Vec<_>>>()
        });
        rows.extend(found.unwrap().map(|row| format!("{table} {}", row.unwrap().join(" "))));
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn pages_and_searches_give_what_the_model_gives(first in people(), second in people(), size in 1_usize..7,
        typed in prop::sample::select(vec!["", "s", "si", "siti", "Siti S", "sari siti", "zoe", "ZOË a", "nuraini", "nur'",
            "al hadi", "kta-0", "KTA", "00", "0001", "m", "a a", "xyz", ".", "%", "_", "s s s"])) {
        let (_dir, mut book) = book();
        import(&mut book, &first, false);
        import(&mut book, &second, false);
        let mut model = by_card(first);
        model.extend(by_card(second));
        for order in MemberOrder::ALL {
            let search = look(typed, *order);
            let walked = walked(&book, &search, size);
            let mut expected = expected(&model, &search);
            prop_assert_eq!(book.members_found(&search).unwrap(), Found::Exactly(expected.len() as u64));
            if typed.is_empty() {
                prop_assert_eq!(&walked, &expected);
            }
            let mut sorted = walked.clone();
            sorted.sort();
            expected.sort();
            prop_assert_eq!(sorted, expected, "each once");
        }
        let totals = book.member_totals().unwrap();
        let of = |status| model.values().filter(|m| m.status == status).count() as u64;
        prop_assert_eq!(totals.active, of(MemberStatus::Active));
        prop_assert_eq!(totals.inactive, of(MemberStatus::Inactive));
        prop_assert_eq!(totals.blocked, of(MemberStatus::Blocked));
    }

    #[test]
    fn undoing_restores_exactly_the_list_before(lists in prop::collection::vec((people(), any::<bool>()), 1..4)) {
        let (_dir, mut book) = book();
        let (last, before) = lists.split_last().unwrap();
        for (people, full) in before {
            import(&mut book, people, *full);
        }
        let loaded = book.members_loaded().unwrap();
        let (rows, members, told) = (picture(&book), list(&book), book.last_import().unwrap());
        import(&mut book, &last.0, last.1);
        book.undo_import(Actor::Console, utc(AT)).unwrap();
        prop_assert_eq!(&picture(&book), &rows);
        prop_assert_eq!(list(&book), members);
        prop_assert_eq!(book.members_loaded().unwrap(), loaded);
        let now = book.last_import().unwrap();
        prop_assert_eq!(now.as_ref().map(|i| i.counts), told.map(|i| i.counts));
        prop_assert!(now.is_none_or(|i| !i.can_undo));
        prop_assert!(matches!(book.undo_import(Actor::Console, utc(AT)), Err(StorageError::NothingToUndo)));
        prop_assert_eq!(&picture(&book), &rows);
        assert_verified(&book);
    }
}

#[test]
fn what_is_found_stands_by_number_then_by_the_word_that_was_found() {
    let (_dir, mut book) = book();
    let active = MemberStatus::Active;
    let people = [
        ("0001", "Budi Wulandari"),
        ("0002", "Wulan Contoh"),
        ("0003", "Ayu Wulan"),
        ("wu-9", "Dewi Contoh"),
        ("WU-1", "Citra Contoh"),
    ];
    import(&mut book, &people.map(|(card, who)| named(card, who, active)), false);
    assert_eq!(walked(&book, &look("wu", MemberOrder::Name), 2), ["WU-1", "wu-9", "0003", "0002", "0001"]);
    assert_eq!(walked(&book, &look("contoh WULAN", MemberOrder::Name), 2), ["0002"]);
    let row = &book.member_page(&look("0002", MemberOrder::Name), &PageFrom::Start, 10).unwrap().rows[0];
    assert_eq!(row.source, "anggota.csv");
    assert_eq!(row.imported_at.to_string(), "2026-11-24 08:00:00", "by the library's clock");
}

#[test]
fn a_visit_of_a_member_outlives_the_undoing_and_an_older_import_cannot_be_undone() {
    let (_dir, mut book) = book();
    import(&mut book, &[member("0001", "Ayu Contoh")], false);
    import(&mut book, &[member("0001", "Ayu Teladan"), member("0002", "Budi Contoh")], false);
    record(&mut book, &visit(id(1), utc("2026-11-24T02:00:00Z"), card_holder("0002"), "read"));
    assert_eq!(book.undo_import(Actor::Console, utc(AT)).unwrap().added, 1);
    assert_eq!(rows(&book, buku_pengunjung::domain::period::Period::ALL).len(), 1);
    assert_eq!(list(&book), [member("0001", "Ayu Contoh")]);
    assert!(matches!(book.undo_import(Actor::Console, utc(AT)), Err(StorageError::NothingToUndo)));
    let acts: Vec<_> = book.audit_lines(None, 10).unwrap().into_iter().map(|l| (l.act, l.subject)).collect();
    let act = |act: &str, subject: &str| (act.to_owned(), subject.to_owned());
    assert_eq!(
        acts,
        [
            act("import_undone", "import:2:1-1-0"),
            act("members_imported", "import:2:1-1-0"),
            act("members_imported", "import:1:1-0-0")
        ]
    );
}

#[test]
fn an_import_that_is_broken_off_while_it_is_written_changes_nothing() {
    use buku_pengunjung::storage::Takeover;
    use std::ops::ControlFlow;
    let (_dir, mut book) = book();
    import(&mut book, &[member("0001", "Ayu Contoh")], false);
    let before = picture(&book);
    for breaks_at in [0, 500, 1000] {
        let mut batch = book.member_batch().unwrap();
        for n in 0..300 {
            batch.put(&member(&format!("{n:04}"), "Budi Teladan")).unwrap();
        }
        let takeover = Takeover { full: true, source: "a.csv", rejected: 0, actor: Actor::Console, at: utc(AT) };
        let done = batch.take_over(&takeover, &mut |done| {
            if done >= breaks_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(done.unwrap(), None);
        assert_eq!(picture(&book), before);
    }
    assert!(book.last_import().unwrap().unwrap().can_undo, "the import before can still be undone");
    book.undo_import(Actor::Console, utc(AT)).unwrap();
    assert_eq!(list(&book), []);
}

#[test]
fn the_erasure_reaches_the_words_and_the_rows_that_were_replaced() {
    let (_dir, mut book) = book();
    let folder = book.folder().path().to_owned();
    let ends = |who: &str, day: &str| Member { valid_until: day.parse().ok(), ..member("7001", who) };
    let mut gone = ends("Ratmini Rekaan", "2024-01-01");
    gone.card_number = CardNumber::from_store("7002");
    import(&mut book, &[ends("Zubaidah Lampau", "2024-06-01"), gone], false);
    import(&mut book, &[ends("Maya Teladan", "2027-06-01")], false);
    for name in ["Zubaidah", "zubaidah", "Ratmini", "ratmini"] {
        assert!(any_file_holds(&folder, name.as_bytes()), "{name} is not there to be erased");
    }
    let erased = book.erase_older_than("2025-11-24".parse().unwrap(), utc("2026-11-24T18:00:00Z")).unwrap();
    assert_eq!(erased.members, 1);
    for name in ["Zubaidah", "zubaidah", "Ratmini", "ratmini", "Rekaan", "rekaan"] {
        assert!(!any_file_holds(&folder, name.as_bytes()), "{name} is still on the disk");
    }
    assert_eq!(book.member_totals().unwrap().all(), 1);
    // The row before it was erased after its time, so that nothing of this card can come back.
    book.undo_import(Actor::Console, utc("2026-11-24T19:00:00Z")).unwrap();
    assert_eq!((list(&book), book.member_totals().unwrap().all()), (vec![], 0));
    assert_eq!(walked(&book, &look("", MemberOrder::Name), 5), Vec::<String>::new());
}

#[test]
fn after_its_time_an_import_cannot_be_undone_and_what_it_replaced_is_gone() {
    let (_dir, mut book) = book();
    import(&mut book, &[member("0001", "Zubaidah Lampau")], false);
    import(&mut book, &[member("0001", "Maya Teladan")], false);
    book.erase_older_than("2026-11-30".parse().unwrap(), utc("2027-11-30T18:00:00Z")).unwrap();
    assert!(!any_file_holds(book.folder().path(), b"Zubaidah"));
    assert!(!book.last_import().unwrap().unwrap().can_undo);
    assert!(matches!(book.undo_import(Actor::Console, utc(AT)), Err(StorageError::NothingToUndo)));
    assert_eq!(list(&book), [member("0001", "Maya Teladan")]);
}

#[test]
fn a_book_from_before_the_search_is_filled_when_it_is_opened() {
    let (_dir, mut book) = book();
    import(&mut book, &[member("0001", "Ayu Contoh"), member("0002", "Budi Contoh")], false);
    let before = picture(&book);
    let raw = rusqlite::Connection::open(book.folder().book_path()).unwrap();
    raw.execute_batch("DELETE FROM member_word; DELETE FROM member_total;").unwrap();
    assert_eq!(walked(&book, &look("budi", MemberOrder::Name), 5), Vec::<String>::new());
    let again = Book::open(book.folder(), settings(ZONE)).unwrap();
    assert_eq!(picture(&again), before);
}

#[test]
fn a_search_that_finds_very_many_is_not_counted_to_its_end() {
    let (_dir, mut book) = book();
    let people: Vec<_> = (0..1_203).map(|n| named(&format!("{n:06}"), "Siti Contoh", MemberStatus::Active)).collect();
    import(&mut book, &people, false);
    let found = |text: &str| book.members_found(&look(text, MemberOrder::Name)).unwrap();
    assert_eq!(found("contoh siti"), Found::MoreThan(1000));
    assert_eq!(found("0"), Found::MoreThan(1000));
    assert_eq!(found("0000"), Found::Exactly(100));
    assert_eq!(found("siti zz"), Found::Exactly(0));
    assert_eq!(found(""), Found::Exactly(1_203));
}

#[test]
fn the_full_check_notices_a_member_who_is_not_found() {
    let (_dir, mut book) = book();
    import(&mut book, &[member("0001", "Ayu Contoh"), member("0002", "Budi Contoh")], false);
    let raw = rusqlite::Connection::open(book.folder().book_path()).unwrap();
    let wrong = |book: &Book| book.verify().unwrap().into_iter().filter(|c| !c.ok).map(|c| c.name).collect::<Vec<_>>();
    assert_eq!(wrong(&book), [""; 0]);
    for damage in [
        "DELETE FROM member_word WHERE turned LIKE 'ayu%'",
        "INSERT INTO member_word VALUES ('siapa', '0001', 0)",
        "UPDATE member_total SET n = n + 1",
    ] {
        raw.execute_batch(damage).unwrap();
        assert_eq!(wrong(&book), ["member_words"], "{damage}");
        raw.execute_batch("DELETE FROM member_word; DELETE FROM member_total;").unwrap();
        drop(Book::open(book.folder(), settings(ZONE)).unwrap());
        assert_eq!(wrong(&book), [""; 0]);
    }
}
