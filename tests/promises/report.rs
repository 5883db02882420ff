//! Reports: workbook, PDF and preview say the same, figure by figure, as an independent recount of the visits.

mod command;
mod expected;
mod expected_kinds;
mod invented;
pub mod read;
mod shape;

use buku_pengunjung::domain::report::{Choices, Document, ReportKind};
use buku_pengunjung::domain::span::{Span, parse_date};
use buku_pengunjung::exchange::report::{compose, pdf, xlsx};
use buku_pengunjung::i18n::Lang;
use chrono::NaiveDate;
use proptest::prelude::*;

use expected::{Cell, Table};
use invented::{Visit, figures, frame};

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

/// A report made on the last day of its span, with the usual choices.
fn report(kind: ReportKind, span: Span, visits: &[Visit]) -> Document {
    compose(&figures(span, visits), kind, &frame(span.to()), Choices::default(), Lang::Id)
}

fn spans() -> impl Strategy<Value = Span> {
    proptest::sample::select(vec![
        Span::parse_month("2026-12").unwrap(),
        Span::parse_month("2028-02").unwrap(),
        Span::parse_year("2026").unwrap(),
        Span::quarter_of(day("2026-11-25")).unwrap(),
        Span::day(day("2026-11-25")).unwrap(),
        Span::range(day("2026-12-28"), day("2027-01-04")).unwrap(),
    ])
}

fn visits() -> impl Strategy<Value = (Span, Vec<Visit>)> {
    spans().prop_flat_map(|span| {
        (Just(span), prop::collection::vec(invented::visit(span.from(), span.len_days()), 1..120))
    })
}

fn agree(document: &Document, tables: &[Table]) {
    agree_on(&xlsx(document).unwrap(), &pdf(document).unwrap(), tables);
}

/// Workbook and PDF hold the tables, each row in its place.
fn agree_on(book: &[u8], paper: &[u8], tables: &[Table]) {
    let pages = read::pages(paper);
    let titles: Vec<&str> = tables.iter().map(|t| t.title).collect();
    let sheets = read::tables(book, &titles);
    for table in tables {
        let found = &sheets.get(table.title).unwrap_or_else(|| panic!("no table {}", table.title))[table.heading..];
        for (want, have) in table.rows.iter().zip(found) {
            for (at, cell) in want.iter().enumerate() {
                assert!(cell.is(&have[at]), "{}: {cell:?} is {:?} in {have:?}", table.title, have[at]);
            }
        }
        assert!(found.len() >= table.rows.len(), "{}: rows are missing", table.title);
        let sum = table.rows.last().map(|row| row[0].printed()).unwrap();
        let lines: Vec<String> = read::rows(&pages, table.title, &sum).iter().map(|words| words.join(" ")).collect();
        let line = |cells: &[Cell]| {
            let words: Vec<_> = cells.iter().map(Cell::printed).filter(|w| !w.is_empty()).collect();
            words.join(" ")
        };
        let mut left = lines.iter();
        for row in &table.rows {
            // Cells of words between the first and the last ones may be broken into several lines.
            let plain = row.iter().skip(1).all(|c| !matches!(c, Cell::Words(_)));
            let (begin, end) = if plain { (row.len(), 0) } else { (2, 3) };
            let (begin, end) = (line(&row[..begin]), line(&row[row.len() - end..]));
            let found = left.any(|l| l.starts_with(&begin) && l.ends_with(&end) && (!plain || *l == begin));
            assert!(found, "{}: {begin} … {end} in {lines:#?}", table.title);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn workbook_and_pdf_show_what_a_recount_gives((span, visits) in visits()) {
        agree(&report(ReportKind::Visits, span, &visits), &expected::visits_report(span, &visits, &invented::PURPOSES));
    }

    #[test]
    fn groups_are_listed_with_their_people((span, visits) in visits()) {
        agree(&report(ReportKind::Groups, span, &visits), &expected_kinds::groups_report(span, &visits));
    }

    #[test]
    fn the_sop_report_counts_entries_in_time((span, visits) in visits()) {
        agree(&report(ReportKind::Sop, span, &visits), &expected_kinds::sop_report(span, &visits));
    }

    #[test]
    fn internet_sessions_are_counted_where_they_began((span, visits) in visits()) {
        agree(&report(ReportKind::Internet, span, &visits), &expected_kinds::internet_report(span, &visits));
    }
}
