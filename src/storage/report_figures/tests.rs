use chrono::{DateTime, Timelike, Utc};

use super::*;
use crate::domain::period::Period;
use crate::domain::purpose::{PurposeId, Tint};
use crate::domain::report::TurnedAway;
use crate::storage::demo::{DemoPlan, fill};
use crate::storage::{BookSettings, VisitRow, folder};

fn utc(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

/// A year of invented visits in a zone whose days are not those of UTC.
fn book() -> (tempfile::TempDir, Book) {
    let dir = tempfile::tempdir().unwrap();
    let folder = folder::prepare(dir.path()).unwrap();
    let mut book = Book::open(&folder, BookSettings::default()).unwrap();
    let until = utc("2026-11-25T09:00:00Z");
    fill(&mut book, DemoPlan { members: 40, visits: 4000, years: 1, seed: 9, until }).unwrap();
    (dir, book)
}

fn rows(book: &Book, span: Span) -> Vec<VisitRow> {
    let mut rows = Vec::new();
    book.visits::<StorageError>(span.period(), |row| {
        rows.push(row.clone());
        Ok(())
    })
    .unwrap();
    rows.retain(|r| !r.voided);
    rows
}

fn request(kind: ReportKind, month: &str) -> Request {
    Request { kind, span: Span::parse_month(month).unwrap(), check_in_seconds: 60, check_out_seconds: 300 }
}

#[test]
fn groups_are_those_of_the_book_with_their_local_time() {
    let (_dir, mut book) = book();
    let request = request(ReportKind::Groups, "2026-10");
    let mut groups = rows(&book, request.span);
    groups.retain(|r| r.membership_type == MembershipType::Group);
    let figures = book.report_figures(&request, &[], Lang::Id).unwrap();
    assert!(!groups.is_empty());
    assert_eq!(figures.groups.len(), groups.len());
    for (found, row) in figures.groups.iter().zip(&groups) {
        assert_eq!(found.time, row.recorded_at.time());
        assert_eq!(found.date, row.recorded_at.date_naive());
        assert_eq!(found.leader.as_ref().map(|n| n.as_str().to_owned()), row.name);
        assert_eq!(found.institution.as_ref().map(|n| n.as_str().to_owned()), row.institution);
        assert_eq!((Some(found.male), Some(found.female)), (row.male.map(u64::from), row.female.map(u64::from)));
    }
    let people: u64 = figures.groups.iter().map(|g| g.male + g.female).sum();
    assert_eq!(figures.of_type(MembershipType::Group), Tally { entries: groups.len() as u64, people });
    book.erase_older_than(Span::parse_month("2026-11").unwrap().from(), utc("2026-11-25T09:00:00Z")).unwrap();
    let erased = book.report_figures(&request, &[], Lang::Id).unwrap();
    assert!(erased.groups.iter().all(|g| g.leader.is_none() && g.institution.is_none()));
    assert_eq!((erased.total(), erased.groups.len()), (figures.total(), groups.len()));
}

#[test]
fn sessions_are_counted_by_day_seat_end_and_tidiness() {
    let (_dir, book) = book();
    let request = request(ReportKind::Internet, "2026-10");
    let mut sessions = rows(&book, request.span);
    sessions.retain(|r| r.seat.is_some());
    let net = book.report_figures(&request, &[], Lang::Id).unwrap().internet;
    assert!(sessions.len() > 10);
    let count = |of: &dyn Fn(&VisitRow) -> bool| sessions.iter().filter(|r| of(r)).count() as u64;
    assert_eq!(net.sessions(), count(&|_| true));
    for (date, n) in &net.days {
        assert_eq!(*n, count(&|r| r.recorded_at.date_naive() == *date), "{date}");
    }
    for seat in &net.seats {
        assert_eq!(seat.entries, count(&|r| r.seat.as_deref() == Some(&seat.key)), "{}", seat.key);
    }
    for end in &net.ended {
        assert_eq!(end.entries, count(&|r| r.session_end.as_deref() == Some(&end.key)), "{}", end.key);
    }
    let tidy = net.tidy;
    assert_eq!(tidy.asked, count(&|r| r.shut_down.is_some()));
    assert!(tidy.asked > 0 && tidy.asked < net.sessions());
    assert_eq!(tidy.shut_down, count(&|r| r.shut_down == Some(true)));
    assert_eq!(tidy.tidied, count(&|r| r.tidied == Some(true)));
    assert_eq!(tidy.clean, count(&|r| r.clean == Some(true)));
    assert_eq!(tidy.all, count(&|r| [r.shut_down, r.tidied, r.clean].iter().all(|p| *p == Some(true))));
    assert_eq!(net.refused, Some(TurnedAway::default()));
    for hour in &net.hours {
        let began = |r: &VisitRow| r.session_started_at.map(|at| format!("{:02}", at.hour()));
        assert_eq!(hour.entries, count(&|r| began(r).as_ref() == Some(&hour.key)), "{}", hour.key);
    }
    assert_eq!(net.hours.iter().map(|h| h.entries).sum::<u64>(), net.sessions());
    assert_eq!(net.length.total(), net.sessions(), "nothing is open");
    assert!(net.ratings.total() > 0 && net.check_out.measured == tidy.asked);
}

#[test]
fn purposes_keep_their_words_when_they_are_retired() {
    let (_dir, mut book) = book();
    let purpose = |id: &str, label: &str, active| Purpose {
        id: PurposeId::new(id).unwrap(),
        label_id: label.to_owned(),
        label_en: format!("{label} (en)"),
        icon: "book".to_owned(),
        tint: Tint::Grey,
        audience: vec![],
        active,
    };
    book.remember_purposes(&[purpose("internet", "Internet dahulu", true)]).unwrap();
    let present =
        [purpose("music", "Ruang musik", true), purpose("read", "Membaca", false), purpose("old", "Lama", false)];
    let figures = book.report_figures(&request(ReportKind::Visits, "2026-10"), &present, Lang::Id).unwrap();
    let labels: Vec<&str> = figures.purposes.iter().map(|p| p.label.as_str()).collect();
    assert_eq!(labels[..2], ["Ruang musik", "Membaca"]);
    assert!(labels.contains(&"Internet dahulu") && !labels.contains(&"Lama"), "{labels:?}");
    assert_eq!(figures.purposes[0].tally, Tally::default());
    assert_eq!(figures.purposes.iter().map(|p| p.tally).sum::<Tally>(), figures.total());
    let english = book.report_figures(&request(ReportKind::Visits, "2026-10"), &present, Lang::En).unwrap();
    assert_eq!(english.purposes[1].label, "Membaca (en)");
}

#[test]
fn a_span_is_compared_with_the_one_before_where_there_was_one() {
    let (_dir, book) = book();
    let before = rows(&book, Span::parse_month("2026-09").unwrap());
    let figures = book.report_figures(&request(ReportKind::Visits, "2026-10"), &[], Lang::Id).unwrap();
    let people = before.iter().map(|r| u64::from(r.headcount)).sum();
    assert_eq!(figures.before, Some(Tally { entries: before.len() as u64, people }));
    let first = book.report_figures(&request(ReportKind::Visits, "2020-01"), &[], Lang::Id).unwrap();
    assert_eq!((first.before, first.total()), (None, Tally::default()));
    let all = book.statistics(Dimension::Total, Period::ALL).unwrap();
    let year = Request {
        span: Span::range(day("2025-01-01").unwrap(), day("2027-01-01").unwrap()).unwrap(),
        ..request(ReportKind::Sop, "2026-10")
    };
    assert_eq!(book.report_figures(&year, &[], Lang::Id).unwrap().total(), Tally::from(&all[0]));
}

#[test]
fn check_ins_in_time_add_up_day_by_day() {
    let (_dir, book) = book();
    let request = request(ReportKind::Sop, "2026-10");
    let figures = book.report_figures(&request, &[], Lang::Id).unwrap();
    let visits = rows(&book, request.span);
    for figures in &figures.days {
        let timed: Vec<u32> = visits
            .iter()
            .filter(|r| r.recorded_at.date_naive() == figures.date)
            .filter_map(|r| r.checkin_tenths)
            .collect();
        let within = timed.iter().filter(|t| **t <= 600).count() as u64;
        assert_eq!(figures.timely, Timely { measured: timed.len() as u64, within }, "{}", figures.date);
    }
    let all = figures.check_in_all();
    assert_eq!(all.total(), figures.days.iter().map(|d| d.timely.measured).sum::<u64>());
    assert_eq!(all.within(60), figures.days.iter().map(|d| d.timely.within).sum::<u64>());
}
