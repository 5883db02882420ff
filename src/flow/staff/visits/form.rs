//! The form behind "Catat manual" and "Perbaiki data": what is typed and chosen, and whether an entry can be made of it.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::demographics::{AgeGroup, Demographics, Education, Occupation, Sex};
use crate::domain::name::{Name, Note};
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{MembershipType, VisitId};
use crate::domain::visit_row::VisitRow;
use crate::flow::staff::page::Key;

/// A field that is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Jam.
    Time,
    /// Nomor KTA.
    Card,
    /// Nama, of a group its leader's.
    Name,
    /// Asal instansi.
    Institution,
    /// Laki-laki.
    Men,
    /// Perempuan.
    Women,
    /// Catatan keperluan.
    Note,
}

/// A question whose answer is one of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pick {
    /// Jenis.
    Kind,
    /// Keperluan.
    Purpose,
    /// Jenis kelamin.
    Sex,
    /// Kelompok usia.
    Age,
    /// Pendidikan terakhir.
    Education,
    /// Pekerjaan.
    Occupation,
    /// Tanggal.
    Date,
}

/// The answer to a [`Pick`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// Jenis.
    Kind(MembershipType),
    /// Keperluan.
    Purpose(PurposeId),
    /// Jenis kelamin.
    Sex(Option<Sex>),
    /// Kelompok usia.
    Age(Option<AgeGroup>),
    /// Pendidikan terakhir.
    Education(Option<Education>),
    /// Pekerjaan.
    Occupation(Option<Occupation>),
    /// Tanggal.
    Date(NaiveDate),
}

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

/// The form.
#[derive(Clone, PartialEq, Eq)]
pub struct Form {
    /// The id that the entry gets, so that saving twice is saving once.
    pub id: VisitId,
    /// The row that is corrected; none: an entry by hand.
    pub corrects: Option<Box<VisitRow>>,
    /// Where keys go.
    pub field: Option<Field>,
    /// The list that stands over the form.
    pub pick: Option<Pick>,
    /// The month that the calendar over the form shows.
    pub month: NaiveDate,
    /// Saving was tried: what is missing is said.
    pub tried: bool,
    /// Jenis.
    pub kind: MembershipType,
    /// Tanggal.
    pub date: NaiveDate,
    /// Jam, as typed.
    pub time: String,
    /// Nomor KTA, as typed.
    pub card: String,
    /// Nama, as typed.
    pub name: String,
    /// Asal instansi, as typed.
    pub institution: String,
    /// Laki-laki, as typed.
    pub men: String,
    /// Perempuan, as typed.
    pub women: String,
    /// Jenis kelamin, usia, pendidikan, pekerjaan.
    pub demographics: Demographics,
    /// Keperluan.
    pub purpose: Option<PurposeId>,
    /// Catatan keperluan, as typed.
    pub note: String,
}

impl std::fmt::Debug for Form {
    /// Without anything that was typed.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Form({}, {:?}, {:?})", self.id, self.kind, self.field)
    }
}

/// The most characters that a field takes; more is not written.
const MOST: usize = 80;

impl Form {
    /// An empty form for an entry by hand, at the library's present time.
    #[must_use]
    pub fn by_hand(id: VisitId, now: NaiveDateTime) -> Self {
        Self {
            id,
            corrects: None,
            field: None,
            pick: None,
            month: now.date(),
            tried: false,
            kind: MembershipType::NonMember,
            date: now.date(),
            time: now.format("%H.%M").to_string(),
            card: String::new(),
            name: String::new(),
            institution: String::new(),
            men: String::new(),
            women: String::new(),
            demographics: Demographics::default(),
            purpose: None,
            note: String::new(),
        }
    }

    /// A form that holds what stands in a row.
    #[must_use]
    pub fn correcting(id: VisitId, row: &VisitRow) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let number = |n: Option<u32>| n.map_or_else(String::new, |n| n.to_string());
        let group = row.membership_type == MembershipType::Group;
        let local = row.recorded_at.naive_local();
        Self {
            kind: row.membership_type,
            card: text(&row.card_number),
            name: text(&row.name),
            institution: text(&row.institution),
            men: if group { number(row.male) } else { String::new() },
            women: if group { number(row.female) } else { String::new() },
            demographics: Demographics {
                sex: row.sex,
                age_group: row.age_group,
                education: row.education,
                occupation: row.occupation,
            },
            purpose: PurposeId::new(&row.purpose),
            note: text(&row.purpose_note),
            corrects: Some(Box::new(row.clone())),
            ..Self::by_hand(id, local)
        }
    }

    /// The fields that this entry has, in the order in which they stand.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        if self.corrects.is_none() {
            fields.push(Field::Time);
        }
        match self.kind {
            MembershipType::Member => fields.extend([Field::Card, Field::Name]),
            MembershipType::NonMember => fields.push(Field::Name),
            MembershipType::Group => fields.extend([Field::Name, Field::Institution, Field::Men, Field::Women]),
        }
        fields.push(Field::Note);
        fields
    }

    /// The text of a field.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        match field {
            Field::Time => &self.time,
            Field::Card => &self.card,
            Field::Name => &self.name,
            Field::Institution => &self.institution,
            Field::Men => &self.men,
            Field::Women => &self.women,
            Field::Note => &self.note,
        }
    }

    fn text_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Time => &mut self.time,
            Field::Card => &mut self.card,
            Field::Name => &mut self.name,
            Field::Institution => &mut self.institution,
            Field::Men => &mut self.men,
            Field::Women => &mut self.women,
            Field::Note => &mut self.note,
        }
    }

    /// A key goes to the active field.
    pub(super) fn key(&mut self, key: Key) {
        let Some(field) = self.field else { return };
        let text = self.text_mut(field);
        match key {
            Key::Char(c) if text.chars().count() < MOST && fits(field, c) => text.push(c),
            Key::Backspace => drop(text.pop()),
            Key::Clear => text.clear(),
            Key::Char(_) | Key::Escape => {}
        }
    }

    /// A list was answered.
    pub(super) fn picked(&mut self, picked: Picked) {
        self.pick = None;
        match picked {
            Picked::Kind(kind) => {
                self.kind = kind;
                self.field = self.field.filter(|field| self.fields().contains(field));
            }
            Picked::Purpose(purpose) => self.purpose = Some(purpose),
            Picked::Sex(sex) => self.demographics.sex = sex,
            Picked::Age(age) => self.demographics.age_group = age,
            Picked::Education(education) => self.demographics.education = education,
            Picked::Occupation(occupation) => self.demographics.occupation = occupation,
            Picked::Date(date) => self.date = date,
        }
    }

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

/// Whether a field takes the character.
fn fits(field: Field, c: char) -> bool {
    match field {
        Field::Time => c.is_ascii_digit() || c == '.' || c == ':',
        Field::Men | Field::Women => c.is_ascii_digit(),
        Field::Card => !c.is_control() && !c.is_whitespace(),
        Field::Name | Field::Institution | Field::Note => !c.is_control(),
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
    use super::*;

    fn form() -> Form {
        let now = "2026-11-25T13:47:00".parse().unwrap();
        Form::by_hand(VisitId(uuid::Uuid::from_u128(1)), now)
    }

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

    #[test]
    fn a_field_takes_what_belongs_into_it() {
        let mut form = form();
        form.kind = MembershipType::Group;
        for (field, typed, stands) in
            [(Field::Men, "a1-2 3", "123"), (Field::Time, "9x.4 2", "13.479.42"), (Field::Name, "Si\nti", "Siti")]
        {
            form.field = Some(field);
            for c in typed.chars() {
                form.key(Key::Char(c));
            }
            assert_eq!(form.text(field), stands);
        }
        form.field = Some(Field::Name);
        for _ in 0..200 {
            form.key(Key::Char('a'));
        }
        assert_eq!(form.name.chars().count(), MOST);
        form.key(Key::Clear);
        form.key(Key::Backspace);
        assert_eq!(form.name, "");
    }

    #[test]
    fn nothing_that_was_typed_is_printed() {
        let form = Form { name: "Wulan".into(), card: "0024".into(), ..form() };
        assert!(!format!("{form:?} {:?}", CardText("0024".into())).contains("0024"));
        assert!(!format!("{form:?}").contains("Wulan"));
    }
}
