//! The chain of the audit log: each entry's hash depends on all entries before it.
//!
//! Pure. An entry is hashed field by field, each with its length before it, so that no two entries read the same.
//! Free text is not hashed itself, only its salted hash, so that it can be erased and the chain still holds.

use sha2::{Digest, Sha256};

use crate::domain::audit::AuditHead;

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// What the chain is of, so that its hashes mean nothing elsewhere.
const CHAIN: &[u8] = b"buku-pengunjung audit 1";
const TEXT: &[u8] = b"buku-pengunjung audit text 1";

/// An entry as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its number, from 1.
    pub n: u64,
    /// UTC milliseconds.
    pub at_ms: i64,
    /// `staff`, `console` or `kiosk`.
    pub actor: &'a str,
    /// The number of the member of staff, if it was one.
    pub staff: Option<i64>,
    /// The id of the act.
    pub act: &'a str,
    /// The id of what was acted upon, or empty.
    pub subject: &'a str,
    /// Names of fields, divided by spaces.
    pub fields: &'a str,
    /// The code of the reason, or empty.
    pub reason: &'a str,
    /// The salted hash of the free text, if there was one.
    pub text: Option<Hash>,
}

/// The end of the chain after `entry`; `None` when the entry's number does not follow.
#[must_use]
pub fn link(head: &AuditHead, entry: &Entry<'_>) -> Option<AuditHead> {
    if head.count.checked_add(1) != Some(entry.n) {
        return None;
    }
    let mut hash = Sha256::new();
    let mut field = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    field(CHAIN);
    field(&head.hash);
    field(&entry.n.to_be_bytes());
    field(&entry.at_ms.to_be_bytes());
    field(entry.actor.as_bytes());
    field(entry.staff.map(i64::to_be_bytes).as_ref().map_or(&[], <[u8; 8]>::as_slice));
    for text in [entry.act, entry.subject, entry.fields, entry.reason] {
        field(text.as_bytes());
    }
    field(entry.text.as_ref().map_or(&[], <[u8; 32]>::as_slice));
    Some(AuditHead { count: entry.n, hash: hash.finalize().into() })
}

/// The hash of a free text. With a salt that is erased together with the text, nobody can try texts against it.
#[must_use]
pub fn text_hash(salt: &[u8; 16], text: &str) -> Hash {
    let mut hash = Sha256::new();
    hash.update((TEXT.len() as u64).to_be_bytes());
    hash.update(TEXT);
    hash.update(salt);
    hash.update(text.as_bytes());
    hash.finalize().into()
}

/// A fresh salt for [`text_hash`].
///
/// # Errors
/// The system gives no randomness.
pub fn salt() -> Result<[u8; 16], NoChance> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|_| NoChance)?;
    Ok(salt)
}

/// The system gives no randomness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("The system gives no randomness: restart the computer and try again.")]
pub struct NoChance;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, Clone, PartialEq)]
    struct Row {
        at_ms: i64,
        actor: String,
        staff: Option<i64>,
        texts: [String; 4],
        text: Option<Hash>,
    }

    impl Row {
        fn entry(&self, n: u64) -> Entry<'_> {
            Entry {
                n,
                at_ms: self.at_ms,
                actor: &self.actor,
                staff: self.staff,
                act: &self.texts[0],
                subject: &self.texts[1],
                fields: &self.texts[2],
                reason: &self.texts[3],
                text: self.text,
            }
        }
    }

    fn row() -> impl Strategy<Value = Row> {
        let text = "[a-z_: ]{0,6}";
        (any::<i64>(), text, prop::option::of(any::<i64>()), [text, text, text, text], prop::option::of(any::<Hash>()))
            .prop_map(|(at_ms, actor, staff, texts, text)| Row { at_ms, actor, staff, texts, text })
    }

    fn chain(rows: &[Row]) -> Vec<AuditHead> {
        let mut head = AuditHead::EMPTY;
        (1..)
            .zip(rows)
            .map(|(n, row)| {
                head = link(&head, &row.entry(n)).unwrap();
                head
            })
            .collect()
    }

    proptest! {
        #[test]
        fn a_changed_entry_changes_every_hash_from_there_on(
            rows in prop::collection::vec(row(), 1..12), at in any::<prop::sample::Index>(), other in row(),
        ) {
            let at = at.index(rows.len());
            prop_assume!(rows[at] != other);
            let before = chain(&rows);
            let mut changed = rows;
            changed[at] = other;
            let after = chain(&changed);
            prop_assert_eq!(&before[..at], &after[..at]);
            prop_assert!(before[at..].iter().zip(&after[at..]).all(|(a, b)| a.hash != b.hash));
        }

        #[test]
        fn letters_that_move_from_one_field_to_the_next_are_seen(a in "[a-z]{1,6}", b in "[a-z]{1,6}") {
            let row = |texts: [String; 4]| Row { at_ms: 0, actor: "console".into(), staff: None, texts, text: None };
            let one = row([a.clone(), b.clone(), String::new(), String::new()]);
            let two = row([format!("{a}{b}"), String::new(), String::new(), String::new()]);
            prop_assert_ne!(chain(&[one]), chain(&[two]));
        }
    }

    #[test]
    fn a_gap_or_a_repeated_number_does_not_follow() {
        let row = Row { at_ms: 0, actor: String::new(), staff: None, texts: Default::default(), text: None };
        let head = link(&AuditHead::EMPTY, &row.entry(1)).unwrap();
        assert_eq!(link(&head, &row.entry(1)), None);
        assert_eq!(link(&head, &row.entry(3)), None);
        assert_eq!(link(&AuditHead::EMPTY, &row.entry(0)), None);
    }

    #[test]
    fn a_text_can_only_be_tried_with_its_salt() {
        let salt = salt().unwrap();
        assert_eq!(text_hash(&salt, "salah hitung"), text_hash(&salt, "salah hitung"));
        assert_ne!(text_hash(&salt, "salah hitung"), text_hash(&salt, "salah hitung."));
        assert_ne!(text_hash(&[0; 16], "salah hitung"), text_hash(&salt, "salah hitung"));
    }
}
