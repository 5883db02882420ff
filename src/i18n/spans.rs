//! Spans of days as the languages write them, and what is wrong with those that are none.

use chrono::{Datelike, NaiveDate};

use super::Words;
use crate::domain::span::{Span, SpanError, SpanKind};

impl Words {
    /// A span by its name: "November 2026", "Triwulan IV 2026", "Tahun 2026", "1–8 November 2026".
    #[must_use]
    pub fn span(self, span: &Span) -> String {
        let first = span.from();
        let year = ("year", first.year().to_string());
        match span.kind() {
            SpanKind::Day => self.long_date(first),
            SpanKind::Month => self.month(first),
            SpanKind::Quarter => {
                let quarter = ["I", "II", "III", "IV"].get(first.month0() as usize / 3).copied().unwrap_or_default();
                self.with("span-quarter", &[("quarter", quarter.to_owned()), year])
            }
            SpanKind::Year => self.with("span-year", &[year]),
            SpanKind::Range => self.from_to(first, span.to()),
        }
    }

    /// A month: "November 2026".
    #[must_use]
    pub fn month(self, day: NaiveDate) -> String {
        let date = self.date(day);
        date.split_once(' ').map_or(String::new(), |(_, month)| month.to_owned())
    }

    /// From one day to another, in as few words as are clear: "1–8 November 2026", "28 November–3 Desember 2026".
    #[must_use]
    pub fn from_to(self, from: NaiveDate, to: NaiveDate) -> String {
        let last = self.date(to);
        if from == to {
            return last;
        }
        let first = match (from.year() == to.year(), from.month() == to.month()) {
            (true, true) => from.day().to_string(),
            (true, false) => self.date(from).rsplit_once(' ').map_or(String::new(), |(day, _)| day.to_owned()),
            _ => self.date(from),
        };
        format!("{first}–{last}")
    }

    /// What is wrong with a span, in a sentence that says what to do.
    #[must_use]
    pub fn span_error(self, error: &SpanError) -> String {
        match error {
            SpanError::NotADate { text } => self.with("span-not-a-date", &[("text", text.clone())]),
            SpanError::NotAMonth { text } => self.with("span-not-a-month", &[("text", text.clone())]),
            SpanError::NotAYear { text } => self.with("span-not-a-year", &[("text", text.clone())]),
            SpanError::NoSuchDay { year, month, day, last } => {
                let first = NaiveDate::from_ymd_opt(*year, *month, 1).unwrap_or_default();
                let args = [("day", day.to_string()), ("month", self.month(first)), ("last", last.to_string())];
                self.with("span-no-such-day", &args)
            }
            SpanError::EndsBeforeItBegins { from, to } => {
                self.with("span-backwards", &[("from", self.date(*from)), ("to", self.date(*to))])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::span::parse_date;
    use crate::i18n::Lang;

    fn id() -> Words {
        Words::of(Lang::Id)
    }

    fn range(from: &str, to: &str) -> Span {
        Span::range(parse_date(from).unwrap(), parse_date(to).unwrap()).unwrap()
    }

    #[test]
    fn spans_have_their_names() {
        let day = parse_date("2026-11-25").unwrap();
        let name = |kind| id().span(&Span::holding(kind, day).unwrap());
        assert_eq!(name(SpanKind::Day), "Rabu, 25 November 2026");
        assert_eq!(name(SpanKind::Month), "November 2026");
        assert_eq!(name(SpanKind::Quarter), "Triwulan IV 2026");
        assert_eq!(name(SpanKind::Year), "Tahun 2026");
        assert_eq!(id().span(&range("2026-11-01", "2026-11-08")), "1–8 November 2026");
        assert_eq!(id().span(&range("2026-11-28", "2026-12-03")), "28 November–3 Desember 2026");
        assert_eq!(id().span(&range("2026-12-31", "2027-01-02")), "31 Desember 2026–2 Januari 2027");
        assert_eq!(Words::of(Lang::En).span(&Span::quarter_of(day).unwrap()), "Quarter IV 2026");
    }

    #[test]
    fn what_is_wrong_is_said_with_what_to_do() {
        let sentence = |e| id().span_error(&e);
        assert_eq!(
            sentence(parse_date("31/02/2026").unwrap_err()),
            "Tanggal 31 Februari 2026 tidak ada. Bulan itu berakhir pada tanggal 28."
        );
        let backwards = Span::range(parse_date("2026-11-30").unwrap(), parse_date("2026-11-01").unwrap());
        assert_eq!(
            sentence(backwards.unwrap_err()),
            "Periode berakhir 1 November 2026, sebelum mulai 30 November 2026. Tukar kedua tanggalnya."
        );
        assert!(sentence(parse_date("kemarin").unwrap_err()).contains("kemarin"));
    }
}
