//! What the membership list and the book know of a card.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row};

use super::book::{Book, moment};
use super::error::StorageError;
use super::room::Desk;
use crate::domain::card::CardNumber;
use crate::domain::demographics::{Education, Occupation, Sex};
use crate::domain::lookup::{CardAnswer, Listing};
use crate::domain::member::{Member, MemberStatus};
use crate::domain::name::Name;

/// The columns of a member in the order that [`member_of`] reads.
pub(super) const MEMBER_COLUMNS: &str =
    "card_number, name, sex, birth_date, education, occupation, address, valid_until, status";

impl Book {
    /// Looks the card up, exactly as it is written.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn look_up(&self, card: &CardNumber) -> Result<CardAnswer, StorageError> {
        let listed = self
            .conn
            .prepare_cached(&format!("SELECT {MEMBER_COLUMNS} FROM member WHERE card_number = ?1"))?
            .query_row([card.as_str()], |r| Ok(member_of(r)))
            .optional()?
            .transpose()?;
        let listing = match listed {
            Some(member) => Listing::Listed(member),
            None if self.members_loaded()? => Listing::Unlisted,
            None => Listing::NoList,
        };
        let last: Option<i64> = self
            .conn
            .prepare_cached("SELECT max(at_ms) FROM visit WHERE card_number = ?1 AND voided = 0")?
            .query_row([card.as_str()], |r| r.get(0))?;
        let desk = Desk::new(&self.conn, &self.settings);
        let (open_session, ticket) = (desk.session_of_card(card)?, desk.ticket_of_card(card.as_str())?);
        Ok(CardAnswer { listing, last_visit: last.map(moment).transpose()?, open_session, ticket })
    }

    /// Whether a membership list was ever loaded (rule 5 of the walk).
    ///
    /// # Errors
    /// SQLite refused.
    pub fn members_loaded(&self) -> Result<bool, StorageError> {
        let mut query =
            self.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM member_import WHERE undone_at_ms IS NULL)")?;
        Ok(query.query_row([], |r| r.get(0))?)
    }

    /// Hands every member to `each`, by card number; stops at the first error of `each`.
    ///
    /// # Errors
    /// The book's, or that of `each`.
    pub fn members<E: From<StorageError>>(&self, mut each: impl FnMut(&Member) -> Result<(), E>) -> Result<(), E> {
        let mut query = self
            .conn
            .prepare_cached(&format!("SELECT {MEMBER_COLUMNS} FROM member ORDER BY card_number"))
            .map_err(StorageError::from)?;
        let mut rows = query.query([]).map_err(StorageError::from)?;
        while let Some(row) = rows.next().map_err(StorageError::from)? {
            each(&member_of(row)?)?;
        }
        Ok(())
    }
}

/// Reads a member from a row of [`MEMBER_COLUMNS`].
pub(super) fn member_of(r: &Row<'_>) -> Result<Member, StorageError> {
    let damaged = |what: &str| StorageError::Damaged(what.to_owned());
    let text = |at: usize| r.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
    let date = |at: usize| -> Result<Option<NaiveDate>, StorageError> {
        text(at)?.map(|d| d.parse().map_err(|_| damaged("a date of a member"))).transpose()
    };
    Ok(Member {
        card_number: CardNumber::from_store(r.get::<_, String>(0)?),
        name: text(1)?.and_then(Name::from_list).ok_or_else(|| damaged("the name of a member"))?,
        sex: text(2)?.and_then(Sex::from_id),
        birth_date: date(3)?,
        education: text(4)?.and_then(Education::from_id),
        occupation: text(5)?.and_then(Occupation::from_id),
        address: r.get(6)?,
        valid_until: date(7)?,
        status: text(8)?.and_then(MemberStatus::from_id).ok_or_else(|| damaged("the status of a member"))?,
    })
}
