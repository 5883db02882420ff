//! What a report is like beside its figures: pages, headings, names, choices, what a printer needs.

use std::io::{Cursor, Read};

use buku_pengunjung::domain::audit::AuditHead;
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::report::{Choices, Document, Item, ReportKind};
use buku_pengunjung::domain::span::Span;
use buku_pengunjung::exchange::report::{compose, lay_out, pdf, xlsx};
use buku_pengunjung::i18n::{Lang, sources};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::invented::{self, Visit, figures, frame};
use super::{day, read, report};

fn some(span: Span, n: usize) -> Vec<Visit> {
    let visits = prop::collection::vec(invented::visit(span.from(), span.len_days()), n);
    visits.new_tree(&mut TestRunner::deterministic()).unwrap().current()
}

fn november() -> Span {
    Span::parse_month("2026-11").unwrap()
}

fn part_of(book: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).unwrap();
    Some(text)
}

#[test]
fn every_page_says_which_it_is_of_how_many() {
    let pages = read::pages(&pdf(&report(ReportKind::Visits, november(), &some(november(), 300))).unwrap());
    assert!(pages.len() > 2);
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Halaman {} dari {}", at + 1, pages.len())), "{page}");
        assert!(page.contains("Laporan Kunjungan November 2026"));
    }
    assert!(pages[0].contains("Dinas Perpustakaan dan Kearsipan Kabupaten Contoh"));
    let last = pages.last().unwrap();
    assert!(
        last.contains("Mengetahui,") && last.contains("Petugas,") && last.contains("Kota Contoh, 30 November 2026")
    );
}

#[test]
fn an_empty_month_says_so_and_is_still_a_whole_report() {
    let document = report(ReportKind::Visits, november(), &[]);
    let pages = read::pages(&pdf(&document).unwrap());
    assert_eq!(pages.len(), 1);
    for words in ["Belum ada kunjungan pada periode ini.", "Menurut jenis keanggotaan", "Petugas,"] {
        assert!(pages[0].contains(words), "{words}");
    }
    assert!(read::texts(&xlsx(&document).unwrap()).iter().any(|t| t == "Belum ada kunjungan pada periode ini."));
    for (kind, words) in [
        (ReportKind::Groups, "Belum ada rombongan pada periode ini."),
        (ReportKind::Sop, "Belum ada waktu pencatatan yang diukur pada periode ini."),
    ] {
        let pages = read::pages(&pdf(&report(kind, november(), &[])).unwrap());
        assert!(pages[0].contains(words), "{}", pages[0]);
    }
}

#[test]
fn a_running_month_ends_with_the_day_of_the_report() {
    let visits: Vec<_> = some(november(), 200).into_iter().filter(|v| v.date < day("2026-11-20")).collect();
    let figures = figures(november(), &visits);
    let document = compose(&figures, ReportKind::Visits, &frame(day("2026-11-25")), Choices::default(), Lang::Id);
    let text = read::pages(&pdf(&document).unwrap()).concat();
    assert!(text.contains("1–25 November 2026 ·"));
    assert!(text.contains("Rabu, 25 Nov 2026") && !text.contains("Kamis, 26 Nov 2026"));
    assert!(text.contains("Periode ini belum berakhir: angka sampai 25 November 2026."));
}

#[test]
fn three_years_by_date_break_over_pages_without_losing_a_day() {
    let span = Span::range(day("2024-01-01"), day("2026-12-31")).unwrap();
    let document = report(ReportKind::Visits, span, &some(span, 2000));
    let pages = read::pages(&pdf(&document).unwrap());
    let headed: Vec<&String> =
        pages.iter().filter(|p| p.contains("Menurut tanggal (lanjutan)") && p.contains("Pencatatan")).collect();
    assert!(headed.len() > 15, "{} pages", headed.len());
    let rows = read::rows(&pages, "Menurut tanggal", "Jumlah");
    let mut date = span.from();
    let mut seen = 0;
    for row in rows.iter().filter(|r| r.len() == 12) {
        let line = row.join(" ");
        let printed = super::expected::Cell::Day(date).printed();
        assert!(line.starts_with(&printed), "{printed} in {line}");
        date = date.succ_opt().unwrap();
        seen += 1;
    }
    assert_eq!(seen, span.len_days());
    // In the workbook the long table has a sheet of its own, with its heading on every page.
    let book = xlsx(&document).unwrap();
    let names = part_of(&book, "xl/workbook.xml").unwrap();
    assert!(names.contains("<sheet name=\"Menurut tanggal\""), "{names}");
    assert!(names.contains("'Menurut tanggal'!$1:$4"), "{names}");
}

#[test]
fn the_preview_shows_the_words_of_the_print() {
    for kind in ReportKind::ALL {
        let document = report(*kind, november(), &some(november(), 150));
        let printed = read::pages(&pdf(&document).unwrap());
        let preview = lay_out(&document);
        assert_eq!(printed.len(), preview.len());
        for (page, sheet) in printed.iter().zip(&preview) {
            let mut on_paper: Vec<&str> = page.split_whitespace().collect();
            let texts = sheet.items.iter().filter_map(|i| match i {
                Item::Text { text, .. } => Some(text.as_str()),
                _ => None,
            });
            let mut on_screen: Vec<&str> = texts.flat_map(str::split_whitespace).collect();
            on_paper.sort_unstable();
            on_screen.sort_unstable();
            assert_eq!(on_paper, on_screen);
        }
    }
}

#[test]
fn names_are_masked_until_asked_for() {
    let mut figures = figures(november(), &some(november(), 60));
    for group in &mut figures.groups {
        group.leader = Name::from_list("Wulandari Contoh");
    }
    let made = |choices| compose(&figures, ReportKind::Groups, &frame(november().to()), choices, Lang::Id);
    let masked = made(Choices::default());
    let named = made(Choices { mask_names: false, ..Choices::default() });
    let text = |document: &Document| {
        read::pages(&pdf(document).unwrap()).concat() + &read::texts(&xlsx(document).unwrap()).concat()
    };
    assert!(!text(&masked).contains("Wulandari") && text(&masked).contains("Wu••• C•••"));
    assert!(text(&masked).contains("Nama ketua rombongan disamarkan."));
    assert_eq!(text(&named).matches("Wulandari").count(), 2 * figures.groups.len());
    assert!(!text(&named).contains("disamarkan"));
}

#[test]
fn bars_and_signatures_are_left_out_when_not_wanted() {
    let visits = some(november(), 50);
    let with = report(ReportKind::Visits, november(), &visits);
    let plain = Choices { chart: false, signatures: false, mask_names: true };
    let without = compose(&figures(november(), &visits), ReportKind::Visits, &frame(november().to()), plain, Lang::Id);
    let has_chart = |d: &Document| part_of(&xlsx(d).unwrap(), "xl/charts/chart1.xml").is_some();
    assert!(has_chart(&with) && !has_chart(&without));
    let text = |d: &Document| read::pages(&pdf(d).unwrap()).concat();
    assert!(text(&with).contains("Orang per tanggal") && text(&with).contains("Mengetahui,"));
    assert!(!text(&without).contains("Orang per tanggal") && !text(&without).contains("Mengetahui,"));
}

#[test]
fn the_workbook_is_ready_for_the_printer() {
    let book = xlsx(&report(ReportKind::Visits, november(), &some(november(), 80))).unwrap();
    let sheet = part_of(&book, "xl/worksheets/sheet1.xml").unwrap();
    for words in ["paperSize=\"9\"", "fitToHeight=\"0\"", "Halaman &amp;P dari &amp;N", "<cols>"] {
        assert!(sheet.contains(words), "{words}");
    }
    let names = part_of(&book, "xl/workbook.xml").unwrap();
    assert!(names.contains("_xlnm.Print_Area") && names.contains("_xlnm.Print_Titles"), "{names}");
    let mut archive = zip::ZipArchive::new(Cursor::new(&book)).unwrap();
    assert!(archive.by_name("xl/media/image1.png").unwrap().size() > 500, "the emblem");
    // The bars show the very cells of the table by date: the column of all people.
    let chart = part_of(&book, "xl/charts/chart1.xml").unwrap();
    assert!(chart.contains("Laporan!$I$") && chart.contains("Laporan!$A$"), "{chart}");
}

#[test]
fn the_end_of_the_audit_log_is_printed() {
    let mut frame = frame(november().to());
    frame.audit = Some(AuditHead { count: 1234, hash: [[0x9f, 0x3a]; 16].as_flattened().try_into().unwrap() });
    let document = compose(&figures(november(), &[]), ReportKind::Visits, &frame, Choices::default(), Lang::Id);
    let text = read::pages(&pdf(&document).unwrap()).concat();
    assert!(text.contains("1.234 catatan") && text.contains(&"9f3a".repeat(16)), "{text}");
    assert!(read::texts(&xlsx(&document).unwrap()).iter().any(|t| t.contains(&"9f3a".repeat(16))));
}

#[test]
fn strange_words_do_no_harm() {
    let mut figures = figures(november(), &some(november(), 40));
    let strange = ["🦋 حَنان 漢字 é\u{301}", "=HYPERLINK(\"x\")", "'); DROP TABLE visit; --", "a&b<c>", "W W W W W W W"];
    let long: String = "Perpustakaan".repeat(21);
    for (at, group) in figures.groups.iter_mut().enumerate() {
        group.institution = Name::from_list(strange.get(at % 6).copied().unwrap_or(long.as_str()));
        group.leader = Name::from_list(strange[at % 5]);
    }
    let mut frame = frame(november().to());
    frame.letterhead.lines = vec![long.clone(), strange[0].to_owned(), String::new()];
    frame.letterhead.emblem = Some("<svg".to_owned());
    let choices = Choices { mask_names: false, ..Choices::default() };
    let document = compose(&figures, ReportKind::Groups, &frame, choices, Lang::En);
    let pages = read::pages(&pdf(&document).unwrap());
    assert!(pages.concat().contains("DROP TABLE"));
    for page in lay_out(&document) {
        for item in page.items {
            if let Item::Text { x, w, text, .. } = item {
                assert!(x >= 0.0 && x + w <= 596.0, "{text} leaves the page");
            }
        }
    }
    let texts = read::texts(&xlsx(&document).unwrap());
    assert!(texts.iter().any(|t| t == "'=HYPERLINK(\"x\")") && texts.iter().all(|t| !t.starts_with('=')));
}

#[test]
fn both_languages_have_every_word_of_every_report() {
    let keys = |lang: Lang| {
        let lines = sources(lang).iter().flat_map(|s| s.lines());
        let keys = lines.filter_map(|l| l.split_once(" = ")).map(|(key, _)| key);
        keys.filter(|k| k.starts_with("report-") || k.starts_with("span-")).collect::<Vec<_>>()
    };
    assert_eq!(keys(Lang::Id), keys(Lang::En));
    assert!(keys(Lang::Id).len() > 100);
    let visits = some(november(), 150);
    let quarter = Span::quarter_of(day("2026-11-01")).unwrap();
    for span in [november(), quarter, Span::parse_year("2026").unwrap(), Span::day(day("2026-11-02")).unwrap()] {
        for (kind, lang) in ReportKind::ALL.iter().flat_map(|k| [(k, Lang::Id), (k, Lang::En)]) {
            for visits in [&visits[..], &[]] {
                let inside: Vec<Visit> = visits.iter().filter(|v| span.contains(v.date)).cloned().collect();
                let figures = figures(span, &inside);
                let document = compose(&figures, *kind, &frame(day("2026-11-12")), Choices::default(), lang);
                let said = format!("{document:?}");
                for prefix in ["\"report-", "\"span-", "\"badge-", "\"sex-", "\"age-", "\"education-", "\"occupation-"]
                {
                    assert!(!said.contains(prefix), "a word is missing in {kind:?}: {prefix} in {said}");
                }
                assert!(!said.contains("{$") && !said.contains("{ $"), "a value is missing: {said}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_name_upsets_the_writers(text in "\\PC{1,80}", city in "\\PC{0,60}") {
        let mut figures = figures(november(), &some(november(), 6));
        for group in &mut figures.groups {
            group.institution = Name::from_list(&text);
        }
        let mut frame = frame(november().to());
        frame.letterhead.place = Some(city);
        frame.letterhead.lines.push(text);
        let document = compose(&figures, ReportKind::Groups, &frame, Choices::default(), Lang::Id);
        prop_assert!(pdf(&document).unwrap().starts_with(b"%PDF"));
        prop_assert!(read::texts(&xlsx(&document).unwrap()).iter().all(|t| !t.starts_with(['=', '+', '-', '@'])));
    }
}
