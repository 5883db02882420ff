//! Which column of a membership list is which fact.

use super::id_enum;

id_enum! {
    /// A fact that a column may hold, in the order of `members list`.
    Field {
        /// Number of the card; needed.
        CardNumber = "card_number",
        /// Full name; needed.
        Name = "name",
        /// Sex.
        Sex = "sex",
        /// Date of birth.
        BirthDate = "birth_date",
        /// Highest education.
        Education = "education",
        /// Occupation.
        Occupation = "occupation",
        /// Postal address.
        Address = "address",
        /// Last day on which the card is valid.
        ValidUntil = "valid_until",
        /// Active, inactive or blocked.
        Status = "status",
    }
}

impl Field {
    /// The fields without which a file is no membership list.
    pub const NEEDED: [Self; 2] = [Self::CardNumber, Self::Name];

    const fn index(self) -> usize {
        self as usize
    }
}

/// Which column, from 0, holds which field. The staff panel may change what was guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    at: [Option<usize>; 9],
}

impl Columns {
    /// The column of `field`.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<usize> {
        self.at.get(field.index()).copied().flatten()
    }

    /// Sets or clears the column of `field`.
    pub fn set(&mut self, field: Field, column: Option<usize>) {
        if let Some(slot) = self.at.get_mut(field.index()) {
            *slot = column;
        }
    }

    /// The needed fields that have no column.
    #[must_use]
    pub fn missing(&self) -> Vec<Field> {
        Field::NEEDED.into_iter().filter(|f| self.get(*f).is_none()).collect()
    }

    /// How many fields have a column.
    #[must_use]
    pub fn known(&self) -> usize {
        self.at.iter().flatten().count()
    }
}
