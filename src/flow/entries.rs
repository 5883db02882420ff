//! What a visitor has entered on the forms.

use std::time::Duration;

use super::state::Typed;
use crate::domain::demographics::{Demographics, Sex};
use crate::domain::form::FieldRule;
use crate::domain::name::{Name, TextError};
use crate::domain::purpose::PurposeId;

/// The number as typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CardEntry {
    /// What was typed, without spaces.
    pub text: Typed,
    /// The visitor has put a hand to it; a number that the reader read is nobody's work to lose.
    pub by_hand: bool,
    /// "Nomor KTA tidak ditemukan" stands.
    pub unknown: bool,
    /// Lanjut can be used: the text is a card number.
    pub complete: bool,
    /// The number is being looked up since then.
    pub searching: Option<Duration>,
}

/// The name of a member while no list is loaded.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NameOnly {
    /// As typed.
    pub name: Typed,
    /// The fault that is told under the field.
    pub fault: Option<TextError>,
}

/// A question of the accordion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Jenis kelamin.
    Sex,
    /// Kelompok usia.
    AgeGroup,
    /// Pendidikan terakhir.
    Education,
    /// Pekerjaan.
    Occupation,
}

/// A field that takes typed text or figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Nama.
    Name,
    /// Asal.
    Origin,
    /// Ketua rombongan.
    Leader,
    /// Asal instansi.
    Institution,
    /// Number of men and boys.
    Male,
    /// Number of women and girls.
    Female,
}

/// The form of a visitor without a card.
#[derive(Debug, Clone, PartialEq)]
pub struct NonMemberEntry {
    /// As typed.
    pub name: Typed,
    /// As typed; asked only where the library wants it.
    pub origin: Typed,
    /// The answers so far.
    pub answers: Demographics,
    /// The questions that are shown, with their rule.
    pub questions: Vec<(Question, FieldRule)>,
    /// The question that is unfolded.
    pub open: Option<Question>,
    /// The field that typing goes to.
    pub focus: Field,
    /// Whether the origin is asked.
    pub origin_rule: FieldRule,
    /// The fault that is told under the name.
    pub name_fault: Option<TextError>,
    /// The fault that is told under the origin.
    pub origin_fault: Option<TextError>,
}

impl NonMemberEntry {
    /// Whether the question has its answer.
    #[must_use]
    pub fn answered(&self, q: Question) -> bool {
        match q {
            Question::Sex => self.answers.sex.is_some(),
            Question::AgeGroup => self.answers.age_group.is_some(),
            Question::Education => self.answers.education.is_some(),
            Question::Occupation => self.answers.occupation.is_some(),
        }
    }

    /// Answered and shown questions: the two numbers of "2 dari 4".
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.questions.iter().filter(|(q, _)| self.answered(*q)).count(), self.questions.len())
    }

    /// Required questions that have no answer yet.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.questions.iter().filter(|(q, rule)| *rule == FieldRule::Required && !self.answered(*q)).count()
    }

    /// Whether the name can be taken as it stands.
    #[must_use]
    pub fn name_fits(&self) -> bool {
        Name::new(&self.name).is_ok()
    }

    /// Whether Lanjut goes on.
    #[must_use]
    pub fn complete(&self) -> bool {
        let origin = match self.origin_rule {
            FieldRule::Required => Name::new(&self.origin).is_ok(),
            FieldRule::Optional => self.origin.trim().is_empty() || Name::new(&self.origin).is_ok(),
            FieldRule::Hidden => true,
        };
        self.name_fits() && origin && self.missing() == 0
    }
}

/// The form of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupEntry {
    /// Ketua rombongan, as typed.
    pub leader: Typed,
    /// Asal instansi, as typed.
    pub institution: Typed,
    /// Laki-laki.
    pub male: u32,
    /// Perempuan.
    pub female: u32,
    /// The field that typing goes to.
    pub focus: Field,
    /// The next digit replaces the number instead of being put behind it.
    pub fresh_number: bool,
    /// The most people of one group.
    pub max_people: u32,
    /// A fault told under the leader's name.
    pub leader_fault: Option<TextError>,
    /// A fault told under the institution.
    pub institution_fault: Option<TextError>,
    /// "Jumlah rombongan minimal 2 orang" (`true`: too few) or "paling banyak" stands.
    pub people_fault: Option<bool>,
}

impl GroupEntry {
    /// People in all.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.male.saturating_add(self.female)
    }

    /// The number beside the word.
    #[must_use]
    pub fn number(&self, sex: Sex) -> u32 {
        match sex {
            Sex::Male => self.male,
            Sex::Female => self.female,
        }
    }
}

/// The few words of "Lainnya".
#[derive(Debug, Clone, PartialEq)]
pub struct NoteEntry {
    /// The purpose they belong to.
    pub purpose: PurposeId,
    /// As typed.
    pub text: Typed,
    /// The fault that is told under the field.
    pub fault: Option<TextError>,
}
