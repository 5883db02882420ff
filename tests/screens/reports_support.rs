//! The page Laporan with made-up figures behind it: previews are composed and laid out by the real code, and what the
//! page asks is answered at once.

use std::path::PathBuf;

use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::report::{
    Content, DayFigures, Drive, Figures, FileForm, Frame, GroupVisit, Labelled, Letterhead, Order, ReportKind, Saved,
    Stored, Tally, Timely,
};
use buku_pengunjung::domain::span::Span;
use buku_pengunjung::domain::statistics::Count;
use buku_pengunjung::exchange::report::{compose, file_name, lay_out};
use buku_pengunjung::flow::staff::page::{Ask as AnyAsk, Reply as AnyReply};
use buku_pengunjung::flow::staff::reports::{Ask, Page, Recent, Reply, Sheets};
use buku_pengunjung::flow::staff::saving::Saving;
use buku_pengunjung::flow::staff::{Effect, Event, Side, Tab};
use buku_pengunjung::i18n::Lang;
use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::staff_support::{Office, clock};

/// A flash drive.
pub fn stick() -> Drive {
    Drive {
        name: "LAPORAN".into(),
        path: PathBuf::from("/media/petugas/LAPORAN"),
        free: Some(12_400_000_000),
        read_only: false,
    }
}

/// The page as it is shown after it was opened.
pub fn reports(office: Office, drives: &[Drive]) -> Office {
    let mut office = office.in_tab(Tab::Reports);
    answer(&mut office, drives);
    office
}

/// What the page remembers.
pub fn page(office: &Office) -> &Page {
    let Side::Panel(panel) = &office.desk.side else { panic!("no panel") };
    &panel.pages.reports
}

/// What is known of files that are taken away.
pub fn saving(office: &Office) -> &Saving {
    let Side::Panel(panel) = &office.desk.side else { panic!("no panel") };
    &panel.pages.saving
}

/// Answers everything that was asked, but for making files and letting go of drives, which are left.
pub fn answer(office: &mut Office, drives: &[Drive]) {
    while let Some(at) = office.effects.iter().position(|e| reply(e, drives).is_some()) {
        let asked = office.effects.remove(at);
        let Some((ticket, reply)) = reply(&asked, drives) else { continue };
        office.send(Event::Replied { ticket, reply: Ok(AnyReply::Reports(reply)) });
    }
}

fn reply(effect: &Effect, drives: &[Drive]) -> Option<(u64, Reply)> {
    let Effect::Ask { ticket, ask: AnyAsk::Reports(ask), .. } = effect else { return None };
    let reply = match ask {
        Ask::Open => Reply::Opened {
            today: clock().date(),
            drives: drives.to_vec(),
            free: Some(118_400_000_000),
            recent: recent(),
            making: None,
        },
        Ask::Preview(order) => Reply::Preview(Sheets(lay_out(&document(order)).into())),
        Ask::Folders(path) if path.ends_with("LAPORAN") => {
            Reply::Folders(Some(vec!["2025".into(), "2026".into(), "Foto kegiatan".into()]))
        }
        Ask::Folders(_) => Reply::Folders(Some(Vec::new())),
        Ask::Make(..) | Ask::Release(_) | Ask::Cancel => return None,
    };
    Some((*ticket, reply))
}

/// Takes the order out that is to be carried out.
pub fn ordered(office: &mut Office) -> Option<(u64, Ask)> {
    let at = office.effects.iter().position(|e| matches!(e, Effect::Ask { ask: AnyAsk::Reports(_), .. }))?;
    match office.effects.remove(at) {
        Effect::Ask { ticket, ask: AnyAsk::Reports(ask), .. } => Some((ticket, ask)),
        _ => None,
    }
}

pub fn tell(office: &mut Office, ticket: u64, reply: Reply) {
    office.send(Event::Replied { ticket, reply: Ok(AnyReply::Reports(reply)) });
}

/// A file that was written under its usual name.
pub fn done(order: &Order) -> Saved {
    Saved::Done(Stored { name: file_name(order), until: None })
}

fn recent() -> Vec<Recent> {
    let october = Span::parse_month("2026-10").unwrap();
    let on = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
    vec![
        Recent { content: Content::Visits, span: october, form: Some(FileForm::Xlsx), on },
        Recent { content: Content::Sop, span: october, form: Some(FileForm::Pdf), on },
    ]
}

/// A report on a span with steady, made-up figures.
pub fn document(order: &Order) -> buku_pengunjung::domain::report::Document {
    let kind = order.report().unwrap_or(ReportKind::Visits);
    let frame = Frame {
        letterhead: Letterhead {
            lines: vec![
                "Dinas Perpustakaan dan Kearsipan".into(),
                "Kabupaten Banyuwangi".into(),
                "Jalan Jaksa Agung Suprapto No. 43".into(),
            ],
            emblem: None,
            place: Some("Banyuwangi".into()),
        },
        made_on: clock().date(),
        audit: None,
    };
    compose(&figures(order.span), kind, &frame, order.choices, Lang::Id)
}

fn figures(span: Span) -> Figures {
    let mut figures = Figures::empty(span, 60, 300);
    let open = |d: &NaiveDate| *d <= clock().date() && d.weekday().num_days_from_monday() < 6;
    figures.days = span
        .days()
        .filter(open)
        .map(|date| {
            let n = 40 + u64::from(date.day() * 7 % 30);
            let tally = |entries, people| Tally { entries, people };
            DayFigures {
                date,
                by_type: [tally(n, n), tally(n / 2, n / 2), tally(1, 20 + n / 9)],
                timely: Timely { measured: n, within: n - n / 20 },
            }
        })
        .collect();
    let total = figures.total();
    figures.hours = (8..15)
        .map(|h| Count { key: format!("{h:02}"), entries: total.entries / 7, people: total.people / 7 })
        .collect();
    figures.purposes = ["Membaca di tempat", "Layanan internet gratis", "Lainnya"]
        .map(|label| Labelled {
            label: label.into(),
            tally: Tally { entries: total.entries / 3, people: total.people / 3 },
        })
        .into();
    figures.groups = (1..4_u32)
        .map(|n| GroupVisit {
            date: span.from(),
            time: NaiveTime::from_hms_opt(8 + n, 30, 0).unwrap(),
            institution: Name::new("SD Contoh 2 Percontohan").ok(),
            leader: Name::new("Wulan Percontohan").ok(),
            male: u64::from(10 + n),
            female: u64::from(12 + n),
            purpose: "Kunjungan atau wisata edukasi".into(),
        })
        .collect();
    figures
}
