//! `members import`: a membership list into the book, in one transaction or not at all.

use std::io::{IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::Path;

use chrono::Utc;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::args::{Global, ImportArgs};
use super::failure::Failure;
use super::{book, place};
use crate::domain::card::CardPattern;
use crate::exchange::members_in::{FileFault, MemberFile, Outcome, Remarks, Step};
use crate::storage::{Book, ImportCounts, MemberBatch};

/// Reads the file row by row, lists what is rejected, and commits the rest.
pub(super) fn run(global: &Global, args: &ImportArgs) -> Result<(), Failure> {
    let config = place::config(global)?;
    let folder = place::folder(global, &config)?;
    let wrong = |fault: FileFault| Failure::Failed(format!("{}: {fault}; nothing was changed.", args.file.display()));
    let list = MemberFile::open(&args.file).map_err(wrong)?;
    list.require(list.columns()).map_err(wrong)?;
    let mut book = Book::open(&folder, book::settings(&config))?;
    let mut batch = book.member_batch()?;
    let remarks = stage(&list, &config.card.pattern, &mut batch)?.map_err(wrong)?;
    if let Some(sentence) = refusal(args, &remarks) {
        return Err(Failure::Failed(sentence));
    }
    let counts = batch.commit(args.full, &source(&args.file), remarks.rejected, Utc::now())?;
    Ok(summary(&mut std::io::stdout().lock(), &remarks, counts)?)
}

/// Stages every row; prints the rejected ones. The outer error is the book's or the output's, the inner one the file's.
fn stage(
    list: &MemberFile,
    pattern: &CardPattern,
    batch: &mut MemberBatch<'_>,
) -> Result<Result<Remarks, FileFault>, Failure> {
    let bar = progress();
    let mut failed: Option<Failure> = None;
    let remarks = list.read(list.columns(), pattern, &mut |step| {
        bar.set_position(step.done_permille);
        match take(step, batch, &bar) {
            Ok(()) => ControlFlow::Continue(()),
            Err(failure) => {
                failed = Some(failure);
                ControlFlow::Break(())
            }
        }
    });
    bar.finish_and_clear();
    failed.map_or(Ok(remarks), Err)
}

fn take(step: Step, batch: &mut MemberBatch<'_>, bar: &ProgressBar) -> Result<(), Failure> {
    match step.outcome {
        Outcome::Member(member) => {
            batch.put(&member)?;
        }
        Outcome::Rejected { card, fault } => {
            if let Some(card) = card {
                batch.present(&card)?;
            }
            bar.suspend(|| writeln!(std::io::stdout().lock(), "line {}: {fault}", step.line))?;
        }
    }
    Ok(())
}

/// Why the file is not committed although it could be read.
fn refusal(args: &ImportArgs, remarks: &Remarks) -> Option<String> {
    let rows = |n: u64| if n == 1 { "1 row is".to_owned() } else { format!("{n} rows are") };
    if args.strict && remarks.rejected > 0 {
        let rejected = rows(remarks.rejected);
        return Some(format!("{rejected} rejected and --strict is given, so nothing was changed: correct the file."));
    }
    if args.full && remarks.members == 0 {
        return Some(
            "No row could be taken, and --full would make every member inactive, so nothing was changed: \
             correct the file."
                .to_owned(),
        );
    }
    None
}

fn summary(out: &mut impl Write, remarks: &Remarks, counts: ImportCounts) -> std::io::Result<()> {
    for (field, (rows, first_line)) in &remarks.not_known {
        let label = field.label();
        writeln!(
            out,
            "note: {label} is in words that are not known and was left out: rows {rows}, first line {first_line}"
        )?;
    }
    if counts.deactivated > 0 {
        writeln!(out, "note: members who are missing in the file and are now inactive: {}", counts.deactivated)?;
    }
    let ImportCounts { added, updated, unchanged, .. } = counts;
    writeln!(out, "added {added}, updated {updated}, unchanged {unchanged}, rejected {}", remarks.rejected)
}

/// The name of the file, which the book keeps as the source of the import; not its folder.
fn source(file: &Path) -> String {
    file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A bar on standard error, on a terminal only.
fn progress() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(1000), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("reading {bar:40} {percent} %") {
        bar.set_style(style);
    }
    bar
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::members_in::Field;

    #[test]
    fn the_last_line_is_the_one_that_scripts_read() {
        let mut remarks = Remarks { members: 6, rejected: 4, ..Remarks::default() };
        remarks.not_known.insert(Field::Education, (2, 3));
        let counts = ImportCounts { added: 1, updated: 2, unchanged: 3, deactivated: 5 };
        let mut out = Vec::new();
        summary(&mut out, &remarks, counts).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text.lines().last(), Some("added 1, updated 2, unchanged 3, rejected 4"));
        assert_eq!(text.lines().count(), 3);
    }
}
