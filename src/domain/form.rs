//! The forms of *Non Anggota* and *Rombongan*: which fields, and which limits.

use super::id_enum;

id_enum! {
    /// Whether a field of the form is asked.
    FieldRule { Required = "required", Optional = "optional", Hidden = "hidden" }
}

/// The questions after the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NonMemberForm {
    /// Jenis kelamin.
    pub sex: FieldRule,
    /// Kelompok usia.
    pub age_group: FieldRule,
    /// Pendidikan terakhir.
    pub education: FieldRule,
    /// Pekerjaan.
    pub occupation: FieldRule,
    /// Asal: where the visitor comes from, a line of text.
    pub origin: FieldRule,
}

impl Default for NonMemberForm {
    fn default() -> Self {
        Self {
            sex: FieldRule::Required,
            age_group: FieldRule::Required,
            education: FieldRule::Required,
            occupation: FieldRule::Required,
            origin: FieldRule::Hidden,
        }
    }
}

/// The fewest people of a group.
pub const MIN_GROUP: u32 = 2;

/// How large a group may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupLimits {
    /// The most people of one entry.
    pub max_people: u32,
    /// Above this the visitor is asked again.
    pub confirm_above: u32,
}

impl Default for GroupLimits {
    fn default() -> Self {
        Self { max_people: 500, confirm_above: 200 }
    }
}
