//! Staff: who may unlock the panel, and the figures that they type.

use std::fmt;

use zeroize::Zeroizing;

use super::id_enum;
use super::name::Name;

/// How many figures a PIN has (rule 11 of the walk).
pub const PIN_FIGURES: usize = 6;

id_enum! {
    /// What a member of staff may do in the panel.
    Role { Librarian = "librarian", Administrator = "administrator" }
}

/// The number of a member of staff. Never given twice, since the audit log names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StaffId(pub i64);

/// A member of staff, as the panel greets them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// The number.
    pub id: StaffId,
    /// The name; not printed by `Debug`.
    pub name: Name,
    /// What they may do.
    pub role: Role,
}

/// Up to six typed figures. They stand in one place on the heap, however often this value is moved, and are
/// overwritten there when it is dropped. `Debug` tells nothing of them.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Figures {
    typed: Box<Zeroizing<[u8; PIN_FIGURES]>>,
    len: usize,
}

impl Figures {
    /// The figures of a text; `None` unless it consists of exactly six figures 0 to 9.
    #[must_use]
    pub fn six(text: &str) -> Option<Self> {
        let mut figures = Self::default();
        let taken = text.chars().all(|c| figures.push(c));
        (taken && figures.complete().is_some()).then_some(figures)
    }

    /// Takes one more figure. False, and nothing taken, when six stand already or `c` is none of 0 to 9.
    pub fn push(&mut self, c: char) -> bool {
        let (Some(place), Some(figure)) = (self.typed.get_mut(self.len), c.to_digit(10)) else { return false };
        // One of 0 to 9.
        *place = b'0' + u8::try_from(figure).unwrap_or_default();
        self.len += 1;
        true
    }

    /// Takes the last figure away.
    pub fn pop(&mut self) {
        if let Some(last) = self.len.checked_sub(1) {
            self.typed[last] = 0;
            self.len = last;
        }
    }

    /// Overwrites all of them.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// How many stand.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// None stands.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The six figures as ASCII, once all six stand.
    #[must_use]
    pub fn complete(&self) -> Option<&[u8; PIN_FIGURES]> {
        (self.len == PIN_FIGURES).then_some(&**self.typed)
    }
}

impl fmt::Debug for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Figures(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_figures_are_taken_and_nothing_else() {
        assert_eq!(Figures::six("482915").unwrap().complete(), Some(b"482915"));
        for text in ["", "48291", "4829157", "48291a", "48 915", "٤٨٢٩١٥", "-48291"] {
            assert!(Figures::six(text).is_none(), "{text}");
        }
    }

    #[test]
    fn figures_are_taken_away_from_the_end() {
        let mut figures = Figures::six("482915").unwrap();
        assert!(!figures.push('7'), "six are enough");
        figures.pop();
        assert_eq!((figures.len(), figures.complete()), (5, None));
        assert!(figures.push('7'));
        assert_eq!(figures.complete(), Some(b"482917"));
        figures.clear();
        assert!(figures.is_empty());
        figures.pop();
        assert_eq!(figures, Figures::default());
    }

    #[test]
    fn nothing_is_printed_of_them() {
        assert_eq!(format!("{:?}", Figures::six("482915").unwrap()), "Figures(…)");
    }
}
