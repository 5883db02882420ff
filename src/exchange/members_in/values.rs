//! The words of lists for sex, education, occupation and status: the ids of the contract, Indonesian and English
//! labels, the spellings of INLISLite and the short forms people type.
//!
//! A value that is on no list of sex, education or occupation does not reject a member: the fact stays unknown and the
//! import says how many rows that concerns. An unknown status does reject the row, since guessing it
//! would either lock a member out or let a blocked card in.

use super::header::bare;
use crate::domain::demographics::{Education, Occupation, Sex};
use crate::domain::member::MemberStatus;

/// A cell whose words are on no list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotKnown;

/// The sex in a cell; 1 and 2 are INLISLite's, 1 and 0 are SLiMS's. An empty cell is unknown.
///
/// # Errors
/// [`NotKnown`] for any other word.
pub fn sex(cell: &str) -> Result<Option<Sex>, NotKnown> {
    let value = match bare(cell).as_str() {
        "" => return Ok(None),
        "l" | "lk" | "laki" | "lakilaki" | "pria" | "male" | "m" | "1" => Sex::Male,
        "p" | "pr" | "perempuan" | "wanita" | "female" | "f" | "2" | "0" => Sex::Female,
        _ => return Err(NotKnown),
    };
    Ok(Some(value))
}

/// The education in a cell; an empty cell is unknown.
///
/// # Errors
/// [`NotKnown`] for a word on no list; numbers too, since each library numbers its own list.
pub fn education(cell: &str) -> Result<Option<Education>, NotKnown> {
    let bare = bare(cell);
    let word = bare.strip_suffix("sederajat").filter(|w| !w.is_empty()).unwrap_or(&bare);
    let value = match word {
        "" => return Ok(None),
        "none" | "belumsekolah" | "tidaksekolah" | "belumtidaksekolah" | "tidakbelumsekolah" | "noschooling" => {
            Education::None
        }
        "kindergarten" | "tk" | "paud" | "tkpaud" | "paudtk" | "ra" | "tkra" | "tamankanakkanak" => {
            Education::Kindergarten
        }
        "sd" | "mi" | "sdmi" | "sekolahdasar" | "primary" | "primaryschool" | "elementary" | "elementaryschool" => {
            Education::Sd
        }
        "smp" | "mts" | "smpmts" | "sltp" | "juniorhigh" | "juniorhighschool" | "sekolahmenengahpertama" => {
            Education::Smp
        }
        "sma"
        | "smk"
        | "smasmk"
        | "smasmkma"
        | "smama"
        | "smamasmk"
        | "slta"
        | "smu"
        | "stm"
        | "ma"
        | "seniorhigh"
        | "seniorhighschool"
        | "highschool"
        | "sekolahmenengahatas"
        | "sekolahmenengahkejuruan" => Education::Sma,
        "d1" | "di" | "diploma1" | "diplomai" => Education::D1,
        "d2" | "dii" | "diploma2" | "diplomaii" => Education::D2,
        "d3" | "diii" | "diploma3" | "diplomaiii" => Education::D3,
        "s1" | "d4" | "div" | "d4s1" | "s1d4" | "diploma4" | "diplomaiv" | "strata1" | "sarjana" | "bachelor" => {
            Education::S1
        }
        "s2" | "strata2" | "magister" | "master" => Education::S2,
        "s3" | "strata3" | "doktor" | "doctorate" | "doctor" => Education::S3,
        _ => return Err(NotKnown),
    };
    Ok(Some(value))
}

/// The occupation in a cell; an empty cell is unknown.
///
/// # Errors
/// [`NotKnown`] for a word on no list; numbers too, since each library numbers its own list.
pub fn occupation(cell: &str) -> Result<Option<Occupation>, NotKnown> {
    let value = match bare(cell).as_str() {
        "" => return Ok(None),
        "pupil" | "pelajar" | "siswa" | "siswi" => Occupation::Pupil,
        "student" | "mahasiswa" | "mahasiswi" => Occupation::Student,
        "civilservant" | "pegawainegeri" | "pegawainegerisipil" | "pns" | "asn" | "pnsasn" | "asnpns" | "pppk" => {
            Occupation::CivilServant
        }
        "privateemployee" | "employee" | "pegawaiswasta" | "karyawanswasta" | "karyawan" | "swasta" => {
            Occupation::PrivateEmployee
        }
        "teacher" | "guru" => Occupation::Teacher,
        "lecturer" | "dosen" => Occupation::Lecturer,
        "researcher" | "peneliti" => Occupation::Researcher,
        "militarypolice" | "tnipolri" | "tni" | "polri" | "polisi" | "tentara" | "armedforcespolice" => {
            Occupation::MilitaryPolice
        }
        "selfemployed" | "wiraswasta" | "wirausaha" | "pengusaha" => Occupation::SelfEmployed,
        "retired" | "pensiunan" | "pensiun" | "purnawirawan" => Occupation::Retired,
        "other" | "lainnya" | "lainlain" | "iburumahtangga" | "irt" | "tidakbekerja" | "belumbekerja"
        | "belumtidakbekerja" => Occupation::Other,
        _ => return Err(NotKnown),
    };
    Ok(Some(value))
}

/// The status in a cell; an empty cell is active.
///
/// # Errors
/// [`NotKnown`] for a word on no list.
pub fn status(cell: &str) -> Result<MemberStatus, NotKnown> {
    Ok(match bare(cell).as_str() {
        "" | "active" | "aktif" | "1" | "ya" | "yes" | "true" | "baru" | "perpanjangan" | "berlaku" => {
            MemberStatus::Active
        }
        "inactive" | "tidakaktif" | "nonaktif" | "nonactive" | "notactive" | "0" | "tidak" | "no" | "false"
        | "bebaspustaka" | "keluar" | "berhenti" | "pindah" | "meninggal" => MemberStatus::Inactive,
        "blocked" | "blokir" | "diblokir" | "terblokir" | "block" | "suspend" | "suspended" | "skors" | "skorsing"
        | "diskors" | "ditangguhkan" | "dibekukan" => MemberStatus::Blocked,
        _ => return Err(NotKnown),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_of_the_contract_is_read() {
        for v in Sex::ALL {
            assert_eq!(sex(v.id()), Ok(Some(*v)));
        }
        for v in Education::ALL {
            assert_eq!(education(v.id()), Ok(Some(*v)));
        }
        for v in Occupation::ALL {
            assert_eq!(occupation(v.id()), Ok(Some(*v)));
        }
        for v in MemberStatus::ALL {
            assert_eq!(status(v.id()), Ok(*v));
        }
    }

    #[test]
    fn indonesian_and_english_words_are_read() {
        for word in ["L", "Laki-laki", "LAKI - LAKI", "male", "1"] {
            assert_eq!(sex(word), Ok(Some(Sex::Male)), "{word}");
        }
        for word in ["P", "Perempuan", "Female", "2"] {
            assert_eq!(sex(word), Ok(Some(Sex::Female)), "{word}");
        }
        let educations = [
            ("Belum sekolah", Education::None),
            ("TK", Education::Kindergarten),
            ("SD / sederajat", Education::Sd),
            ("Junior high", Education::Smp),
            ("SMA / SMK", Education::Sma),
            ("Diploma 1", Education::D1),
            ("D-II", Education::D2),
            ("D4 / S1", Education::S1),
            ("Doctorate", Education::S3),
        ];
        for (word, value) in educations {
            assert_eq!(education(word), Ok(Some(value)), "{word}");
        }
        let occupations = [
            ("Pelajar", Occupation::Pupil),
            ("Mahasiswa", Occupation::Student),
            ("Pegawai Negeri", Occupation::CivilServant),
            ("Pegawai Swasta", Occupation::PrivateEmployee),
            ("TNI/POLRI", Occupation::MilitaryPolice),
            ("Armed forces / police", Occupation::MilitaryPolice),
            ("Self-employed", Occupation::SelfEmployed),
            ("Lainnya", Occupation::Other),
        ];
        for (word, value) in occupations {
            assert_eq!(occupation(word), Ok(Some(value)), "{word}");
        }
        for (word, value) in [
            ("", MemberStatus::Active),
            ("Aktif", MemberStatus::Active),
            ("Tidak Aktif", MemberStatus::Inactive),
            ("non-aktif", MemberStatus::Inactive),
            ("BLOKIR", MemberStatus::Blocked),
        ] {
            assert_eq!(status(word), Ok(value), "{word}");
        }
    }

    #[test]
    fn nothing_is_guessed() {
        assert_eq!(sex("X"), Err(NotKnown));
        assert_eq!(education("3"), Err(NotKnown));
        assert_eq!(education("sederajat"), Err(NotKnown));
        assert_eq!(occupation("Astronaut"), Err(NotKnown));
        assert_eq!(status("mungkin"), Err(NotKnown));
        assert_eq!((sex(" "), education("-"), occupation("")), (Ok(None), Ok(None), Ok(None)));
    }
}
