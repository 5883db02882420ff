use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn span(p: Span) -> String {
    format!("{} {}..{}", p.kind().id(), p.from(), p.to())
}

#[test]
fn months_quarters_and_years_have_their_ends() {
    assert_eq!(span(Span::parse_month("2026-11").unwrap()), "month 2026-11-01..2026-11-30");
    assert_eq!(span(Span::parse_month("2028-2").unwrap()), "month 2028-02-01..2028-02-29");
    assert_eq!(span(Span::parse_year("2026").unwrap()), "year 2026-01-01..2026-12-31");
    assert_eq!(span(Span::quarter_of(day("2026-05-31")).unwrap()), "quarter 2026-04-01..2026-06-30");
}

#[test]
fn the_same_span_before_and_after() {
    let before = |p: Span| span(p.before().unwrap());
    assert_eq!(before(Span::parse_month("2026-01").unwrap()), "month 2025-12-01..2025-12-31");
    assert_eq!(before(Span::quarter_of(day("2026-02-10")).unwrap()), "quarter 2025-10-01..2025-12-31");
    assert_eq!(before(Span::day(day("2026-03-01")).unwrap()), "day 2026-02-28..2026-02-28");
    let week = Span::range(day("2026-11-02"), day("2026-11-08")).unwrap();
    assert_eq!(before(week), "range 2026-10-26..2026-11-01");
    assert_eq!(span(week.after().unwrap()), "range 2026-11-09..2026-11-15");
    assert_eq!(Span::parse_year("1900").unwrap().before(), None);
    assert_eq!(Span::parse_year("2999").unwrap().after(), None);
}

#[test]
fn wrong_words_get_a_sentence_that_says_what_to_do() {
    let sentence = |e: Result<NaiveDate, SpanError>| e.unwrap_err().to_string();
    assert_eq!(sentence(parse_date("2026-02-31")), "there is no day 31 in 2026-02: that month ends on day 28");
    assert_eq!(sentence(parse_date("31/2/2028")), "there is no day 31 in 2028-02: that month ends on day 29");
    assert!(sentence(parse_date("kemarin")).contains("2026-11-24"));
    assert!(sentence(parse_date("2026-13-01")).contains("is not a date"));
    assert!(sentence(parse_date("0026-11-01")).contains("1900"));
    assert!(Span::parse_month("2026-13").unwrap_err().to_string().contains("2026-11"));
    assert!(Span::parse_month("2026").unwrap_err().to_string().contains("is not a month"));
    assert!(Span::parse_year("26").unwrap_err().to_string().contains("is not a year"));
    let backwards = Span::range(day("2026-11-30"), day("2026-11-01")).unwrap_err();
    assert!(backwards.to_string().contains("exchange the two dates"));
}

#[test]
fn a_whole_month_or_quarter_is_recognised() {
    let kind = |a, b| Span::recognised(day(a), day(b)).unwrap().kind();
    assert_eq!(kind("2026-11-01", "2026-11-30"), SpanKind::Month);
    assert_eq!(kind("2026-10-01", "2026-12-31"), SpanKind::Quarter);
    assert_eq!(kind("2026-01-01", "2026-12-31"), SpanKind::Year);
    assert_eq!(kind("2026-11-03", "2026-11-03"), SpanKind::Day);
    assert_eq!(kind("2026-11-01", "2026-11-29"), SpanKind::Range);
}

proptest! {
    #[test]
    fn days_and_months_cover_the_period_and_nothing_else(start in 0_u64..40_000, len in 0_u64..1500) {
        let from = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + Days::new(start);
        let p = Span::range(from, from + Days::new(len)).unwrap();
        let days: Vec<_> = p.days().collect();
        prop_assert_eq!(days.len() as u64, p.len_days());
        prop_assert!(days.iter().all(|d| p.contains(*d)));
        let mut months: Vec<_> = days.iter().map(|d| d.with_day(1).unwrap()).collect();
        months.dedup();
        prop_assert_eq!(p.months().collect::<Vec<_>>(), months);
        let before = p.before().unwrap();
        prop_assert_eq!((before.len_days(), before.to() + Days::new(1)), (p.len_days(), p.from()));
    }

    #[test]
    fn neighbours_touch_without_a_gap(start in 0_u64..40_000, kind in 0_usize..4) {
        let on = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + Days::new(start);
        let p = Span::holding(SpanKind::ALL[kind], on).unwrap();
        prop_assert!(p.contains(on));
        let after = p.after().unwrap();
        prop_assert_eq!(after.from(), p.to() + Days::new(1));
        prop_assert_eq!(after.before().unwrap(), p);
    }

    #[test]
    fn a_written_date_reads_back(start in 0_u64..300_000) {
        let on = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Days::new(start);
        for form in ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"] {
            prop_assert_eq!(parse_date(&on.format(form).to_string()), Ok(on));
        }
    }

    #[test]
    fn no_text_upsets_the_readers(text in ".{0,40}") {
        let _ = parse_date(&text);
        let _ = Span::parse_month(&text);
        let _ = Span::parse_year(&text);
    }
}
