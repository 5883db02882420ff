//! From what stands in the form to an entry, or to what is missing for one.

use chrono::{NaiveDateTime, NaiveTime};

use super::form::{Field, Form};
use crate::domain::demographics::Demographics;
use crate::domain::name::{Name, Note};
use crate::domain::purpose::PurposeId;
use crate::domain::visit::MembershipType;

/// Why the form cannot be saved as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The time is no time of a day.
    Time,
    /// A member has a card.
    Card,
    /// A name of two letters or more, and not too long.
    Name,
    /// A group comes from somewhere.
    Institution,
    /// A group is at least two people.
    People,
    /// No purpose is chosen.
    Purpose,
    /// The note is too long.
    Note,
}

/// An entry as it is asked for; the thread of the panel checks the card's pattern and the size of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The column of the book.
    pub kind: MembershipType,
    /// The number as it was typed; personal data.
    pub card: Option<CardText>,
    /// None only for a member by hand: the membership list knows it.
    pub name: Option<Name>,
    /// Of one person.
    pub demographics: Demographics,
    /// Of a group.
    pub institution: Option<Name>,
    /// Men and women of a group.
    pub people: (u32, u32),
    /// Why.
    pub purpose: PurposeId,
    /// A few words.
    pub note: Option<Note>,
}

/// A number that was typed; not printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct CardText(pub String);

impl std::fmt::Debug for CardText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CardText(…)")
    }
}

impl Form {
    /// When the visit was, where the library stands.
    ///
    /// # Errors
    /// The time is none.
    pub fn at(&self) -> Result<NaiveDateTime, Missing> {
        time(&self.time).map(|time| self.date.and_time(time)).ok_or(Missing::Time)
    }

    /// The entry that the form makes.
    ///
    /// # Errors
    /// What is missing first.
    pub fn draft(&self) -> Result<Draft, Missing> {
        if self.corrects.is_none() {
            self.at()?;
        }
        let group = self.kind == MembershipType::Group;
        let card = match self.kind {
            MembershipType::Member if self.card.trim().is_empty() => return Err(Missing::Card),
            MembershipType::Member => Some(CardText(self.card.trim().to_owned())),
            _ => None,
        };
        // Of a member that the list knows the name need not be typed.
        let listed = card.is_some() && self.corrects.is_none() && self.name.trim().is_empty();
        let name = if listed { None } else { Some(self.typed(Field::Name).ok_or(Missing::Name)?) };
        let institution = if group { Some(self.typed(Field::Institution).ok_or(Missing::Institution)?) } else { None };
        let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<u32>().ok() };
        let people = match (number(&self.men), number(&self.women)) {
            _ if !group => (0, 0),
            (Some(men), Some(women)) if men.saturating_add(women) >= 2 => (men, women),
            _ => return Err(Missing::People),
        };
        let purpose = self.purpose.clone().ok_or(Missing::Purpose)?;
        let note = match self.note.trim() {
            "" => None,
            text => Some(Note::new(text).map_err(|_| Missing::Note)?),
        };
        let demographics = if group { Demographics::default() } else { self.demographics };
        Ok(Draft { kind: self.kind, card, name, demographics, institution, people, purpose, note })
    }

    /// The name in a field: as the form of visitors takes it, or unchanged as it stands in the row.
    fn typed(&self, field: Field) -> Option<Name> {
        let text = self.text(field);
        let stood = self.corrects.as_ref().and_then(|row| match field {
            Field::Institution => row.institution.as_deref(),
            _ => row.name.as_deref(),
        });
        if stood == Some(text) { Name::from_list(text) } else { Name::new(text).ok() }
    }
}

/// A time of day as people write it: 9.42, 09:42, 0942, 9.
fn time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = match text.trim().split_once(['.', ':']) {
        Some(parts) => parts,
        None => match text.trim().len() {
            3 | 4 => text.trim().split_at(text.trim().len() - 2),
            _ => (text.trim(), "00"),
        },
    };
    let figures = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !figures(hour) || !figures(minute) || minute.len() != 2 {
        return None;
    }
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use super::super::form::tests::form;
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        let at = |h, m| NaiveTime::from_hms_opt(h, m, 0);
        for (text, read) in [
            ("09.42", at(9, 42)),
            ("9:42", at(9, 42)),
            ("0942", at(9, 42)),
            ("942", at(9, 42)),
            ("9", at(9, 0)),
            ("00.00", at(0, 0)),
            ("24.00", None),
            ("9.60", None),
            ("9.5", None),
            ("", None),
            ("9.4.2", None),
            ("99999", None),
        ] {
            assert_eq!(time(text), read, "{text:?}");
        }
    }

    #[test]
    fn what_is_missing_is_told_one_by_one() {
        let mut form = form();
        assert_eq!(form.draft(), Err(Missing::Name));
        form.name = "Siti Misalan".into();
        assert_eq!(form.draft(), Err(Missing::Purpose));
        form.purpose = PurposeId::new("read");
        assert!(form.draft().is_ok());
        form.kind = MembershipType::Group;
        assert_eq!(form.draft(), Err(Missing::Institution));
        form.institution = "SDN Contoh 1".into();
        assert_eq!(form.draft(), Err(Missing::People));
        (form.men, form.women) = ("1".into(), String::new());
        assert_eq!(form.draft(), Err(Missing::People));
        form.women = "99999999999".into();
        assert_eq!(form.draft(), Err(Missing::People));
        form.women = "4".into();
        assert_eq!(form.draft().unwrap().people, (1, 4));
        form.kind = MembershipType::Member;
        assert_eq!(form.draft(), Err(Missing::Card));
        form.card = "00240007".into();
        form.name.clear();
        assert_eq!(form.draft().unwrap().name, None, "the list knows it");
        form.time = "25.00".into();
        assert_eq!(form.draft(), Err(Missing::Time));
    }
}
