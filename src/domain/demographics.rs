//! The facts about people that a library reports: sex, age group, education and occupation.
//!
//! The lists are those of INLISLite, so that an entry can be handed on to it.

use chrono::{Datelike, NaiveDate};

use super::id_enum;

id_enum! {
    /// Sex, as the national reporting forms ask for it.
    Sex { Male = "male", Female = "female" }
}

id_enum! {
    /// Age group: child up to 12, teen 13 to 17, adult 18 to 59, senior from 60.
    AgeGroup { Child = "child", Teen = "teen", Adult = "adult", Senior = "senior" }
}

impl AgeGroup {
    /// The group of somebody born on `birth` on the day `on`; `None` when born after that day.
    #[must_use]
    pub fn of(birth: NaiveDate, on: NaiveDate) -> Option<Self> {
        if birth > on {
            return None;
        }
        let had_birthday = (on.month(), on.day()) >= (birth.month(), birth.day());
        let years = on.year() - birth.year() - i32::from(!had_birthday);
        Some(match years {
            ..=12 => Self::Child,
            13..=17 => Self::Teen,
            18..=59 => Self::Adult,
            _ => Self::Senior,
        })
    }
}

id_enum! {
    /// Highest education; [`Education::S1`] also stands for D4.
    Education {
        None = "none", Kindergarten = "kindergarten", Sd = "sd", Smp = "smp", Sma = "sma",
        D1 = "d1", D2 = "d2", D3 = "d3", S1 = "s1", S2 = "s2", S3 = "s3",
    }
}

id_enum! {
    /// Occupation.
    Occupation {
        Pupil = "pupil", Student = "student", CivilServant = "civil_servant",
        PrivateEmployee = "private_employee", Teacher = "teacher", Lecturer = "lecturer",
        Researcher = "researcher", MilitaryPolice = "military_police", SelfEmployed = "self_employed",
        Retired = "retired", Other = "other",
    }
}

/// What is known about one person; everything may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Demographics {
    /// Sex.
    pub sex: Option<Sex>,
    /// Age group on the day of the visit.
    pub age_group: Option<AgeGroup>,
    /// Highest education.
    pub education: Option<Education>,
    /// Occupation.
    pub occupation: Option<Occupation>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn a_birthday_moves_the_age_group() {
        let birth = day(2008, 11, 24);
        assert_eq!(AgeGroup::of(birth, day(2026, 11, 23)), Some(AgeGroup::Teen));
        assert_eq!(AgeGroup::of(birth, day(2026, 11, 24)), Some(AgeGroup::Adult));
        assert_eq!(AgeGroup::of(birth, day(2007, 1, 1)), None);
        assert_eq!(AgeGroup::of(day(1966, 3, 1), day(2026, 3, 1)), Some(AgeGroup::Senior));
        assert_eq!(AgeGroup::of(day(2013, 11, 25), day(2026, 11, 24)), Some(AgeGroup::Child));
    }

    #[test]
    fn every_id_leads_back_to_its_value() {
        for e in Education::ALL {
            assert_eq!(Education::from_id(e.id()), Some(*e));
        }
        for o in Occupation::ALL {
            assert_eq!(Occupation::from_id(o.id()), Some(*o));
        }
        assert_eq!(Education::ALL.len(), 11);
        assert_eq!(Occupation::ALL.len(), 11);
        assert_eq!(Sex::from_id("Male"), None);
    }
}
