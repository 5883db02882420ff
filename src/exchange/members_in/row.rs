//! From the cells of one row to a member, or to the reason why not.

use super::dates;
use super::fault::RowFault;
use super::header::{Columns, Field};
use super::values::{self, NotKnown};
use crate::domain::card::{CardNumber, CardPattern};
use crate::domain::member::Member;
use crate::domain::name::Name;

/// The most characters of an address.
pub const MAX_ADDRESS_CHARS: usize = 500;

/// What a row holds.
#[derive(Debug)]
pub(super) struct Parsed {
    /// The card number when the row has one that fits, also in a rejected row.
    pub card: Option<CardNumber>,
    /// The member, or why the row is rejected.
    pub member: Result<Member, RowFault>,
    /// Facts whose words are on no list; the member is taken without them.
    pub not_known: Vec<Field>,
}

/// Reads one row of a table whose header has `width` columns.
pub(super) fn parse(cells: &[String], width: usize, columns: &Columns, pattern: &CardPattern) -> Parsed {
    let row = Row { cells, columns };
    let mut not_known = Vec::new();
    let number = row.card_number(pattern);
    let card = number.as_ref().ok().cloned();
    let member = number.and_then(|card_number| {
        if cells.iter().skip(width).any(|c| !c.trim().is_empty()) {
            return Err(RowFault::TooManyCells);
        }
        Ok(Member {
            card_number,
            name: row.name()?,
            sex: known(values::sex(row.cell(Field::Sex)), Field::Sex, &mut not_known),
            birth_date: row.date(Field::BirthDate)?,
            education: known(values::education(row.cell(Field::Education)), Field::Education, &mut not_known),
            occupation: known(values::occupation(row.cell(Field::Occupation)), Field::Occupation, &mut not_known),
            address: row.address()?,
            valid_until: row.date(Field::ValidUntil)?,
            status: values::status(row.cell(Field::Status)).map_err(|NotKnown| RowFault::BadStatus)?,
        })
    });
    Parsed { card, member, not_known }
}

fn known<T>(value: Result<Option<T>, NotKnown>, field: Field, not_known: &mut Vec<Field>) -> Option<T> {
    value.unwrap_or_else(|NotKnown| {
        not_known.push(field);
        None
    })
}

struct Row<'a> {
    cells: &'a [String],
    columns: &'a Columns,
}

impl Row<'_> {
    fn cell(&self, field: Field) -> &str {
        let text = self.columns.get(field).and_then(|at| self.cells.get(at)).map_or("", |c| c.trim());
        plain(text)
    }

    fn card_number(&self, pattern: &CardPattern) -> Result<CardNumber, RowFault> {
        let text = self.cell(Field::CardNumber);
        if text.is_empty() {
            return Err(RowFault::NoNumber);
        }
        if is_shortened(text) {
            return Err(RowFault::NumberShortened);
        }
        pattern.parse(text).ok_or(RowFault::NumberDoesNotFit)
    }

    fn name(&self) -> Result<Name, RowFault> {
        let text = one_line(self.cell(Field::Name));
        if text.is_empty() {
            return Err(RowFault::NoName);
        }
        Name::from_list(&text).ok_or(RowFault::BadName)
    }

    fn address(&self) -> Result<Option<String>, RowFault> {
        let text = one_line(self.cell(Field::Address));
        if text.chars().any(char::is_control) || text.chars().count() > MAX_ADDRESS_CHARS {
            return Err(RowFault::BadAddress);
        }
        Ok(Some(text).filter(|t| !t.is_empty() && t != "-"))
    }

    fn date(&self, field: Field) -> Result<Option<chrono::NaiveDate>, RowFault> {
        dates::parse(self.cell(field)).map_err(|dates::NotADate| RowFault::BadDate(field))
    }
}

/// Line breaks and tabs inside a cell become one space.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell without the `'` that this program puts before a text which a spreadsheet would take for a formula.
fn plain(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])).unwrap_or(text)
}

/// Whether a spreadsheet wrote a long number as a power of ten: 2.1E+13 or 2,10E+13.
fn is_shortened(text: &str) -> bool {
    let Some((front, power)) = text.split_once(['E', 'e']) else { return false };
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    power.strip_prefix('+').is_some_and(digits)
        && front.starts_with(|c: char| c.is_ascii_digit())
        && digits(&front.replacen([',', '.'], "", 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::demographics::{Education, Sex};
    use crate::domain::member::MemberStatus;
    use chrono::NaiveDate;

    const HEADER: [&str; 9] = [
        "No. KTA",
        "Nama",
        "Jenis Kelamin",
        "Tanggal Lahir",
        "Pendidikan",
        "Pekerjaan",
        "Alamat",
        "Berlaku Sampai",
        "Status",
    ];

    fn read(cells: [&str; 9]) -> Parsed {
        let cells = cells.map(str::to_owned);
        parse(&cells, HEADER.len(), &Columns::guess(&HEADER), &CardPattern::default())
    }

    #[test]
    fn a_full_row_becomes_a_member() {
        let p = read([
            " 0024118736 ",
            "Wulan  Contoh",
            "P",
            "24/11/1990",
            "S1",
            "Guru",
            "Jl. Contoh 1\nBanyuwangi",
            "2027-01-31",
            "blokir",
        ]);
        let m = p.member.unwrap();
        assert_eq!(m.card_number.as_str(), "0024118736");
        assert_eq!(m.name.as_str(), "Wulan Contoh");
        assert_eq!((m.sex, m.education, m.status), (Some(Sex::Female), Some(Education::S1), MemberStatus::Blocked));
        assert_eq!(m.birth_date, NaiveDate::from_ymd_opt(1990, 11, 24));
        assert_eq!(m.valid_until, NaiveDate::from_ymd_opt(2027, 1, 31));
        assert_eq!(m.address.as_deref(), Some("Jl. Contoh 1 Banyuwangi"));
        assert!(p.not_known.is_empty());
    }

    #[test]
    fn each_fault_has_its_reason() {
        let long = "x".repeat(501);
        let cases: &[(&[(usize, &str)], RowFault)] = &[
            (&[(0, " ")], RowFault::NoNumber),
            (&[(0, "12 34")], RowFault::NumberDoesNotFit),
            (&[(0, "2,10E+13")], RowFault::NumberShortened),
            (&[(1, "")], RowFault::NoName),
            (&[(1, &long)], RowFault::BadName),
            (&[(1, "A\u{7}B")], RowFault::BadName),
            (&[(6, &long)], RowFault::BadAddress),
            (&[(3, "31/02/2026")], RowFault::BadDate(Field::BirthDate)),
            (&[(7, "2026-02-31")], RowFault::BadDate(Field::ValidUntil)),
            (&[(8, "mungkin")], RowFault::BadStatus),
        ];
        for (changes, fault) in cases {
            let mut cells = ["1234", "Contoh", "", "", "", "", "", "", ""];
            for (at, text) in *changes {
                cells[*at] = text;
            }
            assert_eq!(read(cells).member.unwrap_err(), *fault);
        }
        let cells: Vec<String> = "1234,Contoh,,,,,,,,tumpah".split(',').map(str::to_owned).collect();
        let p = parse(&cells, 9, &Columns::guess(&HEADER), &CardPattern::default());
        assert_eq!(p.member.unwrap_err(), RowFault::TooManyCells);
        assert!(p.card.is_some());
    }

    #[test]
    fn an_unknown_word_leaves_the_fact_out_and_says_so() {
        let p = read(["1234", "Contoh", "?!x", "", "Kejar Paket", "Astronaut", "", "", ""]);
        let m = p.member.unwrap();
        assert_eq!((m.sex, m.education, m.occupation), (None, None, None));
        assert_eq!(p.not_known, [Field::Sex, Field::Education, Field::Occupation]);
    }

    #[test]
    fn the_mark_against_formulas_is_taken_off_again() {
        assert_eq!(plain("'=1+1"), "=1+1");
        assert_eq!(plain("'Aini"), "'Aini");
        assert!(!is_shortened("BWE+1") && !is_shortened("12E34") && is_shortened("2.1E+13"));
    }
}
