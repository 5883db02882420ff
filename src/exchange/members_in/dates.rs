//! Dates as membership lists write them.

use chrono::{Days, NaiveDate};

/// The text is not a day of the calendar, or is written in a form that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

/// The date in `text`: 2026-11-24, 24/11/2026, 24-11-2026, 24.11.2026, each with or without a time behind it,
/// "24 November 2026", "24-Nov-2026", or the five-digit day number of a spreadsheet. Nothing, a dash, the
/// zero date of MariaDB and "seumur hidup" are no date.
///
/// # Errors
/// A day that the calendar does not have, a year of two digits, or any other text.
pub fn parse(text: &str) -> Result<Option<NaiveDate>, NotADate> {
    let text = text.trim();
    if is_none(text) {
        return Ok(None);
    }
    if text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit()) {
        return serial(text).map(Some).ok_or(NotADate);
    }
    let parts = date_part(text).ok_or(NotADate)?;
    let date = match parts {
        [y, m, d] if y.len() == 4 => ymd(y, m, d),
        [d, m, y] if y.len() == 4 => ymd(y, m, d),
        _ => None,
    };
    date.map(Some).ok_or(NotADate)
}

fn is_none(text: &str) -> bool {
    const WORDS: [&str; 5] = ["seumur hidup", "selamanya", "lifetime", "null", "n/a"];
    text.chars().all(|c| c == '-')
        || text.starts_with("0000-00-00")
        || WORDS.iter().any(|w| w.eq_ignore_ascii_case(text))
}

/// Day, month and year in the order written; a time behind a space or a `T` is left out when it is one.
fn date_part(text: &str) -> Option<[&str; 3]> {
    let split = |t: &'_ str| -> Option<[usize; 4]> {
        let mut cuts = t.char_indices().filter(|(_, c)| matches!(c, '-' | '/' | '.' | ' ')).map(|(i, _)| i);
        let (first, second) = (cuts.next()?, cuts.next()?);
        let rest = t.get(second + 1..)?;
        let end = rest.find([' ', 'T']).map_or(t.len(), |i| second + 1 + i);
        Some([first, first + 1, second, end])
    };
    let [a, b, c, end] = split(text)?;
    let time = text.get(end..)?;
    if !time.is_empty() && !is_time(time.get(1..)?) {
        return None;
    }
    Some([text.get(..a)?, text.get(b..c)?, text.get(c + 1..end)?])
}

fn is_time(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z' | ' ' | 'A' | 'P' | 'M'))
}

fn ymd(y: &str, m: &str, d: &str) -> Option<NaiveDate> {
    let year = number(y, 4)?;
    let month = number(m, 2).or_else(|| month_name(m))?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, number(d, 2)?)?;
    (year >= 1000).then_some(date)
}

fn number(text: &str, most_digits: usize) -> Option<u32> {
    let fits = (1..=most_digits).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// A month by its name or its first three letters, Indonesian or English.
fn month_name(text: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["januari", "january"],
        &["februari", "february", "pebruari"],
        &["maret", "march"],
        &["april"],
        &["mei", "may"],
        &["juni", "june"],
        &["juli", "july"],
        &["agustus", "august"],
        &["september"],
        &["oktober", "october"],
        &["november", "nopember"],
        &["desember", "december"],
    ];
    let text = text.to_lowercase();
    let hit = |name: &&str| *name == text || (text.chars().count() == 3 && name.starts_with(text.as_str()));
    let month = NAMES.iter().position(|names| names.iter().any(hit)).or((text == "agt").then_some(7))?;
    u32::try_from(month + 1).ok()
}

/// The day number of a spreadsheet, 1 January 1900 being 1 (with its leap-year slip): only 1927 to 2173, so that
/// a postal code or a year is rarely taken for one.
fn serial(text: &str) -> Option<NaiveDate> {
    let days: u64 = text.parse().ok().filter(|d| (10_000..100_000).contains(d))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn reads_the_forms_that_lists_use() {
        for text in [
            "2026-11-24",
            "24/11/2026",
            "24-11-2026",
            " 24.11.2026 ",
            "2026/11/24",
            "2026-11-24 00:00:00",
            "2026-11-24T00:00:00+07:00",
            "24/11/2026 13:05",
            "24 November 2026",
            "24 Nopember 2026",
            "24-Nov-2026",
            "46350",
        ] {
            assert_eq!(parse(text), Ok(Some(day(2026, 11, 24))), "{text}");
        }
        assert_eq!(parse("1/3/1990"), Ok(Some(day(1990, 3, 1))));
        assert_eq!(parse("29/02/2024"), Ok(Some(day(2024, 2, 29))));
    }

    #[test]
    fn knows_when_there_is_no_date() {
        for text in ["", "  ", "-", "0000-00-00", "0000-00-00 00:00:00", "Seumur Hidup", "NULL"] {
            assert_eq!(parse(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn refuses_what_the_calendar_does_not_have() {
        for text in [
            "31/02/2026",
            "2026-02-31",
            "29/02/2026",
            "00/01/2026",
            "11/24/2026",
            "24/11/26",
            "2026",
            "24112026",
            "besok",
            "24/11/2026 besok",
            "2026-11",
            "-1-11-2026",
            "24/11/2026/1",
            "٢٤/١١/٢٠٢٦",
            "24 Foo 2026",
            "0026-11-24",
        ] {
            assert_eq!(parse(text), Err(NotADate), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_is_read_in_every_form(days in 0u64..180_000) {
            let date = day(1700, 1, 1).checked_add_days(Days::new(days)).unwrap();
            for form in ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%-d/%-m/%Y", "%Y-%m-%d 00:00:00", "%d %B %Y"] {
                prop_assert_eq!(parse(&date.format(form).to_string()), Ok(Some(date)));
            }
        }

        #[test]
        fn a_day_past_the_end_of_the_month_is_refused(y in 1900i32..2200, m in 1u32..=12, d in 1u32..=31) {
            let expected = NaiveDate::from_ymd_opt(y, m, d).map(Some).ok_or(NotADate);
            prop_assert_eq!(parse(&format!("{d:02}/{m:02}/{y}")), expected);
        }

        #[test]
        fn no_text_breaks_it(text in "\\PC{0,40}|[0-9/ .T:-]{0,24}") {
            let _ = parse(&text);
        }
    }
}
