//! Which column of a list is which fact: header names of ordinary lists in Indonesian and English, of INLISLite and
//! of SLiMS. Case, spaces and punctuation do not matter.

pub use crate::domain::member_columns::{Columns, Field};

impl Field {
    /// What the field is called in a sentence.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::CardNumber => "the card number",
            Self::Name => "the name",
            Self::Sex => "the sex",
            Self::BirthDate => "the date of birth",
            Self::Education => "the education",
            Self::Occupation => "the occupation",
            Self::Address => "the address",
            Self::ValidUntil => "the end of validity",
            Self::Status => "the status",
        }
    }

    /// A header that is understood.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::CardNumber => "No. KTA",
            Self::Name => "Nama",
            Self::Sex => "Jenis Kelamin",
            Self::BirthDate => "Tanggal Lahir",
            Self::Education => "Pendidikan",
            Self::Occupation => "Pekerjaan",
            Self::Address => "Alamat",
            Self::ValidUntil => "Berlaku Sampai",
            Self::Status => "Status",
        }
    }

    /// The names of the column, bare as [`bare`] writes them; of two columns the earlier name wins.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::CardNumber => &[
                "cardnumber",
                "nokta",
                "nomorkta",
                "noanggota",
                "nomoranggota",
                "nokartu",
                "nomorkartu",
                "nokartuanggota",
                "nomorkartuanggota",
                "memberno",
                "membernumber",
                "memberid",
                "idanggota",
                "kodeanggota",
                "nomor",
            ],
            Self::Name => &["namalengkap", "fullname", "membername", "namaanggota", "nama", "name"],
            Self::Sex => &["jeniskelamin", "kelamin", "sex", "gender", "jk", "lp", "sexid", "jeniskelaminid"],
            Self::BirthDate => &["tanggallahir", "tgllahir", "birthdate", "dateofbirth", "birthday", "dob"],
            Self::Education => &[
                "pendidikan",
                "pendidikanterakhir",
                "education",
                "educationlevel",
                "jenjangpendidikan",
                "tingkatpendidikan",
            ],
            Self::Occupation => &["pekerjaan", "profesi", "occupation", "job"],
            Self::Address => &["alamat", "alamatlengkap", "alamatrumah", "address", "memberaddress"],
            Self::ValidUntil => &[
                "validuntil",
                "berlakusampai",
                "berlakuhingga",
                "berlakusd",
                "masaberlaku",
                "enddate",
                "expiredate",
                "expirydate",
                "tanggalberakhir",
                "tglberakhir",
                "tanggalkedaluwarsa",
            ],
            Self::Status => &["status", "statusanggota", "statuskeanggotaan", "memberstatus"],
        }
    }

    /// How good a header names this field: 0 is best, `None` not at all.
    fn rank(self, bare_header: &str) -> Option<usize> {
        self.names().iter().position(|n| *n == bare_header)
    }
}

/// Letters and digits only, in lower case: "No. KTA" becomes "nokta".
#[must_use]
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Columns {
    /// The columns as their headers name them.
    #[must_use]
    pub fn guess<S: AsRef<str>>(header: &[S]) -> Self {
        let bare_header: Vec<String> = header.iter().map(|h| bare(h.as_ref())).collect();
        let mut columns = Self::default();
        for &field in Field::ALL {
            let ranked = bare_header.iter().enumerate().filter_map(|(at, h)| field.rank(h).map(|rank| (rank, at)));
            columns.set(field, ranked.min().map(|(_, at)| at));
        }
        columns
    }
}

/// Whether a line looks like a row of people instead of names of columns: a cell with three digits or more.
#[must_use]
pub fn looks_like_data<S: AsRef<str>>(cells: &[S]) -> bool {
    cells.iter().any(|c| c.as_ref().chars().filter(char::is_ascii_digit).count() >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_name_of_ordinary_lists_is_understood() {
        let cases = [
            (
                Field::CardNumber,
                "nomor|no anggota|no. KTA|member_no|memberno|member_id|MemberNo|NO.ANGGOTA|card_number",
            ),
            (Field::Name, "nama|nama lengkap|fullname|member_name|Fullname|NAMA LENGKAP|name"),
            (Field::Sex, "jenis kelamin|sex|gender|Jenis Kelamin|L/P|JK"),
            (Field::BirthDate, "tanggal lahir|Tgl. Lahir|birth_date|DateOfBirth"),
            (Field::Education, "pendidikan|Pendidikan Terakhir|education"),
            (Field::Occupation, "pekerjaan|Profesi|occupation"),
            (Field::Address, "alamat|member_address|address"),
            (Field::ValidUntil, "berlaku sampai|masa berlaku|enddate|expire_date|EndDate|valid_until|Berlaku s/d"),
            (Field::Status, "status|Status Anggota"),
        ];
        for (field, names) in cases {
            for name in names.split('|') {
                assert_eq!(Columns::guess(&["x", name]).get(field), Some(1), "{name}");
            }
        }
    }

    #[test]
    fn a_running_number_is_no_card_number_and_the_better_name_wins() {
        let c = Columns::guess(&["No", "Nama"]);
        assert_eq!(c.missing(), [Field::CardNumber]);
        let c = Columns::guess(&["Nomor", "No. Anggota", "Nama", "Nama Lengkap"]);
        assert_eq!((c.get(Field::CardNumber), c.get(Field::Name)), (Some(1), Some(3)));
        assert_eq!(c.known(), 2);
    }

    #[test]
    fn a_row_of_people_is_not_taken_for_names_of_columns() {
        assert!(looks_like_data(&["Wulan", "0024118736"]));
        assert!(!looks_like_data(&["Nama", "Alamat 1", "Kode"]));
    }

    proptest! {
        #[test]
        fn case_spaces_and_punctuation_do_not_matter(
            field in prop::sample::select(Field::ALL.to_vec()),
            pick in 0usize..100,
            noise in prop::collection::vec((any::<bool>(), "[ ._/()-]{0,2}"), 24),
        ) {
            let names = field.names();
            let mut header = String::new();
            for (i, c) in names[pick % names.len()].chars().enumerate() {
                let (upper, gap) = &noise[i % noise.len()];
                header.push_str(gap);
                if *upper { header.extend(c.to_uppercase()) } else { header.push(c) }
            }
            prop_assert_eq!(Columns::guess(&[header.as_str()]).get(field), Some(0));
        }
    }
}
