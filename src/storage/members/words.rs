//! The words of the members' names, kept for the search by the transaction that changes the list; and how many members
//! have which status.

use std::ops::ControlFlow;

use rusqlite::Connection;

use crate::domain::search::words;
use crate::storage::error::StorageError;

/// Words come and go in sorted stretches, so that the pages of the table are touched one after the other.
const CREATE: &str = "
  CREATE TEMP TABLE word_old (turned TEXT NOT NULL, card_number TEXT NOT NULL) STRICT;
  CREATE TEMP TABLE word_new (turned TEXT NOT NULL, card_number TEXT NOT NULL, whole INTEGER NOT NULL) STRICT;";
const DROP: &str = "DROP TABLE IF EXISTS temp.word_old; DROP TABLE IF EXISTS temp.word_new;";
/// After so many rows somebody is asked whether to go on.
const STRETCH: u64 = 20_000;

/// Said how many rows are done by now; answers whether to go on.
pub(super) type OnRows<'a> = &'a mut dyn FnMut(u64) -> ControlFlow<()>;

/// A name's rows in the table of words: each turn of its words, and whether it is the name as it is written.
pub(super) fn turns(name: &str) -> Vec<(String, bool)> {
    let words = words(name);
    if words.is_empty() {
        // A name without letters and figures is found by its number alone; it stands in the list by name all the same.
        return vec![(name.to_owned(), true)];
    }
    (0..words.len())
        .map(|at| {
            let (front, back) = words.split_at(at);
            ([back, front].concat().join(" "), at == 0)
        })
        .collect()
}

/// Makes the temporary tables anew, empty.
pub(super) fn begin(conn: &Connection) -> Result<(), StorageError> {
    end(conn)?;
    Ok(conn.execute_batch(CREATE)?)
}

/// Takes the names out of the temporary file.
pub(super) fn end(conn: &Connection) -> Result<(), StorageError> {
    Ok(conn.execute_batch(DROP)?)
}

/// Notes that a member's name goes.
pub(super) fn goes(conn: &Connection, card: &str, name: &str) -> Result<(), StorageError> {
    let mut insert = conn.prepare_cached("INSERT INTO temp.word_old VALUES (?1, ?2)")?;
    for (turned, _) in turns(name) {
        insert.execute((turned, card))?;
    }
    Ok(())
}

/// Notes that a member's name comes.
pub(super) fn comes(conn: &Connection, card: &str, name: &str) -> Result<(), StorageError> {
    let mut insert = conn.prepare_cached("INSERT INTO temp.word_new VALUES (?1, ?2, ?3)")?;
    for (turned, whole) in turns(name) {
        insert.execute((turned, card, whole))?;
    }
    Ok(())
}

/// How many rows [`apply`] is going to touch.
pub(super) fn noted(conn: &Connection) -> Result<u64, StorageError> {
    let rows: i64 = conn.query_row(
        "SELECT (SELECT count(*) FROM temp.word_old) + (SELECT count(*) FROM temp.word_new)",
        [],
        |r| r.get(0),
    )?;
    Ok(rows.unsigned_abs())
}

/// Brings the table of words to what was noted. False when `on_rows` broke off.
pub(super) fn apply(conn: &Connection, on_rows: OnRows<'_>) -> Result<bool, StorageError> {
    let mut rows_done = 0;
    let mut step = || {
        rows_done += 1;
        rows_done % STRETCH != 0 || on_rows(rows_done).is_continue()
    };
    let mut old = conn.prepare("SELECT turned, card_number FROM temp.word_old ORDER BY turned, card_number")?;
    let mut delete = conn.prepare("DELETE FROM main.member_word WHERE turned = ?1 AND card_number = ?2")?;
    let mut rows = old.query([])?;
    while let Some(row) = rows.next()? {
        delete.execute((text(row, 0)?, text(row, 1)?))?;
        if !step() {
            return Ok(false);
        }
    }
    let mut new = conn.prepare("SELECT turned, card_number, whole FROM temp.word_new ORDER BY turned, card_number")?;
    let mut insert = conn.prepare("INSERT INTO main.member_word VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?;
    let mut rows = new.query([])?;
    while let Some(row) = rows.next()? {
        insert.execute((text(row, 0)?, text(row, 1)?, row.get::<_, bool>(2)?))?;
        if !step() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Takes the words of one member away.
pub(in crate::storage) fn remove(conn: &Connection, card: &str, name: &str) -> Result<(), StorageError> {
    let mut delete = conn.prepare_cached("DELETE FROM member_word WHERE turned = ?1 AND card_number = ?2")?;
    for (turned, _) in turns(name) {
        delete.execute((turned, card))?;
    }
    Ok(())
}

/// Counts the members anew, and gives the list a new version: an import that was compared before is compared again.
pub(in crate::storage) fn list_changed(conn: &Connection) -> Result<(), StorageError> {
    conn.execute_batch(
        "DELETE FROM main.member_total;
         INSERT INTO main.member_total (status, n) SELECT status, count(*) FROM main.member GROUP BY status;
         INSERT INTO main.meta (key, value) VALUES ('members_version', '1')
           ON CONFLICT DO UPDATE SET value = CAST(value AS INTEGER) + 1;",
    )?;
    Ok(())
}

/// The version of the list; it grows with every change.
pub(super) fn version(conn: &Connection) -> Result<i64, StorageError> {
    Ok(conn.query_row(
        "SELECT coalesce((SELECT CAST(value AS INTEGER) FROM main.meta WHERE key = 'members_version'), 0)",
        [],
        |r| r.get(0),
    )?)
}

/// Fills the table of words of a book whose members were imported before there was one. Quick when there is nothing
/// to do.
pub(in crate::storage) fn fill_when_missing(conn: &mut Connection) -> Result<(), StorageError> {
    const MISSING: &str = "SELECT EXISTS (SELECT 1 FROM member) AND NOT EXISTS (SELECT 1 FROM member_word)";
    if !conn.query_row(MISSING, [], |r| r.get::<_, bool>(0))? {
        return Ok(());
    }
    let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    // Asked again inside: another process may have been quicker.
    if tx.query_row(MISSING, [], |r| r.get::<_, bool>(0))? {
        begin(&tx)?;
        {
            let mut query = tx.prepare("SELECT card_number, name FROM member")?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                comes(&tx, text(row, 0)?, text(row, 1)?)?;
            }
        }
        apply(&tx, &mut |_| ControlFlow::Continue(()))?;
        end(&tx)?;
        list_changed(&tx)?;
    }
    Ok(tx.commit()?)
}

/// Whether every member is found by each word of the name, nobody else is, and the counts by status hold.
pub(in crate::storage) fn check(conn: &Connection) -> Result<(bool, String), StorageError> {
    let (mut members, mut expected, mut found) = (0_u64, 0_u64, 0_u64);
    {
        let mut there = conn.prepare(
            "SELECT EXISTS (SELECT 1 FROM member_word WHERE turned = ?1 AND card_number = ?2 AND whole = ?3)",
        )?;
        let mut query = conn.prepare("SELECT card_number, name FROM member")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            members += 1;
            for (turned, whole) in turns(text(row, 1)?) {
                expected += 1;
                found += u64::from(there.query_row((turned, text(row, 0)?, whole), |r| r.get::<_, bool>(0))?);
            }
        }
    }
    let kept: i64 = conn.query_row("SELECT count(*) FROM member_word", [], |r| r.get(0))?;
    let miscounted: i64 = conn.query_row(
        "SELECT count(*) FROM (SELECT status, count(*) AS n FROM member GROUP BY status
           EXCEPT SELECT status, n FROM member_total WHERE n > 0)",
        [],
        |r| r.get(0),
    )?;
    let ok = found == expected && kept.unsigned_abs() == expected && miscounted == 0;
    let wrong = expected.abs_diff(found) + kept.unsigned_abs().abs_diff(found);
    Ok((
        ok,
        if ok {
            format!("{members} members are found by {expected} words")
        } else {
            format!("{wrong} of {expected} words of members and {miscounted} counts of them are wrong")
        },
    ))
}

/// A column that holds text.
pub(super) fn text<'r>(row: &'r rusqlite::Row<'_>, at: usize) -> Result<&'r str, StorageError> {
    Ok(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?)
}

#[cfg(test)]
mod tests {
    use super::turns;

    #[test]
    fn a_name_is_turned_so_that_each_word_stands_first() {
        let own = |turned: &str, whole| (turned.to_owned(), whole);
        assert_eq!(
            turns("Hj. Siti Nur'Aini"),
            [own("hj siti nuraini", true), own("siti nuraini hj", false), own("nuraini hj siti", false)]
        );
        assert_eq!(turns("☺"), [own("☺", true)]);
    }
}
