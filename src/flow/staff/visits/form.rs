//! The form behind "Catat manual" and "Perbaiki data": what is typed and chosen, and whether an entry can be made of it.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::demographics::{AgeGroup, Demographics, Education, Occupation, Sex};
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

#[cfg(test)]
pub(super) mod tests {
    use super::super::draft::CardText;
    use super::*;

    pub(in crate::flow::staff::visits) fn form() -> Form {
        let now = "2026-11-25T13:47:00".parse().unwrap();
        Form::by_hand(VisitId(uuid::Uuid::from_u128(1)), now)
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
