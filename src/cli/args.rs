//! What may stand on the command line. Arguments are parsed here and checked against each other in the commands.

mod report;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

pub(super) use self::report::{ReportArgs, ReportFormat};
use super::failure::Failure;
use super::staff::StaffCommand;
use crate::domain::period::Period;
use crate::domain::statistics::Dimension;

/// The visitors' book of a public library, as a fullscreen kiosk.
#[derive(Debug, Parser)]
#[command(name = "buku-pengunjung", version, about, disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub global: Global,
    /// Without a command the kiosk is opened.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Where this copy of the program finds its things.
#[derive(Debug, Clone, Args)]
pub(super) struct Global {
    /// Configuration file [default: kiosk-config.toml in the working folder, else in the configuration folder]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Folder of the visitors' book; made when it is missing
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Open the kiosk
    Run(RunArgs),
    /// Check the configuration file and list every problem
    CheckConfig,
    /// The membership list
    #[command(subcommand)]
    Members(MembersCommand),
    /// The visits of the book
    #[command(subcommand)]
    Visits(VisitsCommand),
    /// Count visits
    Stats(StatsArgs),
    /// Write an official report
    Report(ReportArgs),
    /// Staff who may unlock the panel
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Write a consistent copy of the book
    Backup(BackupArgs),
    /// Bring a copy of the book back; the kiosk must be closed
    Restore(RestoreArgs),
    /// Check the whole book
    Verify,
    /// One page for a support call, without personal data
    Doctor,
    /// Fill an empty data folder with synthetic members and visits
    DemoData(DemoArgs),
}

#[derive(Debug, Default, Args)]
pub(super) struct RunArgs {
    /// Open a window of this size instead of the full screen, such as 1366x768
    #[arg(long, value_name = "WxH", value_parser = window_size)]
    pub windowed: Option<(u32, u32)>,
}

#[derive(Debug, Subcommand)]
pub(super) enum MembersCommand {
    /// Bring a membership list in, from CSV or XLSX
    Import(ImportArgs),
    /// Write the membership list
    List(ListArgs),
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// CSV or XLSX file with a header
    pub file: PathBuf,
    /// Change nothing when a single row is rejected
    #[arg(long)]
    pub strict: bool,
    /// The file is the whole list: members who are missing in it become inactive
    #[arg(long)]
    pub full: bool,
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// How the list is written
    #[arg(long, value_enum, default_value_t = ListFormat::Csv)]
    pub format: ListFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    Csv,
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum VisitsCommand {
    /// Write the book, oldest visit first; voided visits are marked
    Export(ExportArgs),
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    pub span: SpanArgs,
    /// How the book is written
    #[arg(long, value_enum, default_value_t = ExportFormat::Csv)]
    pub format: ExportFormat,
    /// File to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportFormat {
    Csv,
    Json,
    Xlsx,
}

#[derive(Debug, Args)]
pub(super) struct StatsArgs {
    #[command(flatten)]
    pub span: SpanArgs,
    /// What the visits are told apart by
    #[arg(long, value_name = "DIMENSION", default_value = "total", value_parser = dimension())]
    pub by: Dimension,
    /// How the counts are written
    #[arg(long, value_enum, default_value_t = StatsFormat::Table)]
    pub format: StatsFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum StatsFormat {
    Table,
    Json,
}

/// Days of the library, both included.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct SpanArgs {
    /// First day, such as 2026-11-01 [default: the first of the book]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub from: Option<NaiveDate>,
    /// Last day, such as 2026-11-30 [default: the last of the book]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub to: Option<NaiveDate>,
}

impl SpanArgs {
    /// The period.
    ///
    /// # Errors
    /// It ends before it begins.
    pub(super) fn period(self) -> Result<Period, Failure> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if to < from => {
                Err(Failure::Wrong(format!("--to {to} lies before --from {from}: swap the two days.")))
            }
            (from, to) => Ok(Period { from, to }),
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct BackupArgs {
    /// File to write [default: the backup folder of the data folder, named by the time]
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct RestoreArgs {
    /// A copy that `backup` has written
    pub file: PathBuf,
}

#[derive(Debug, Clone, Copy, Args)]
pub(super) struct DemoArgs {
    /// How many members
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(0..=5_000_000))]
    pub members: u32,
    /// How many visits
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(0..=50_000_000))]
    pub visits: u32,
    /// Over how many years back from today
    #[arg(long, value_name = "Y", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub years: u32,
    /// The same seed gives the same data
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
}

fn dimension() -> impl clap::builder::TypedValueParser<Value = Dimension> {
    use clap::builder::{PossibleValuesParser, TypedValueParser};
    PossibleValuesParser::new(Dimension::ALL.iter().map(|d| d.id()))
        .try_map(|id| Dimension::from_id(&id).ok_or("this is not on the list"))
}

/// A day as 2026-11-24 and in no other form.
fn day(text: &str) -> Result<NaiveDate, String> {
    let formed = text.len() == 10
        && text.char_indices().all(|(at, c)| if matches!(at, 4 | 7) { c == '-' } else { c.is_ascii_digit() });
    if !formed {
        return Err("write the day as year-month-day, such as 2026-11-24".to_owned());
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| "the calendar has no such day".to_owned())
}

/// A size such as 1366x768.
fn window_size(text: &str) -> Result<(u32, u32), String> {
    let fault = || "write the size as width x height in pixels, such as 1366x768".to_owned();
    let (width, height) = text.split_once(['x', 'X']).ok_or_else(fault)?;
    let side = |t: &str| t.parse::<u32>().map_err(|_| fault());
    let (width, height) = (side(width)?, side(height)?);
    let fits = (320..=16_384).contains(&width) && (240..=16_384).contains(&height);
    fits.then_some((width, height)).ok_or_else(|| "the window is between 320x240 and 16384x16384".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;
    use proptest::prelude::*;

    #[test]
    fn the_definitions_hold_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(day("2024-02-29"), Ok(NaiveDate::from_ymd_opt(2024, 2, 29).unwrap()));
        for text in ["2026-02-31", "2026-02-29", "2026-13-01", "2026-00-01"] {
            assert_eq!(day(text), Err("the calendar has no such day".to_owned()), "{text}");
        }
        for text in ["24/11/2026", "2026-1-1", "", "20261124", "2026-11-24T00:00", "２026-11-24", "+026-11-24"] {
            assert!(day(text).unwrap_err().contains("2026-11-24"), "{text}");
        }
    }

    #[test]
    fn window_sizes_are_sizes() {
        assert_eq!(window_size("1366x768"), Ok((1366, 768)));
        for text in ["", "x", "1366", "1366x", "0x0", "-1x5", "1366x768x2", "99999x99999", "1e3x800"] {
            assert!(window_size(text).is_err(), "{text}");
        }
    }

    #[test]
    fn every_dimension_of_the_contract_is_taken() {
        for by in Dimension::ALL {
            let cli = Cli::try_parse_from(["x", "stats", "--by", by.id()]).unwrap();
            let Some(Command::Stats(args)) = cli.command else { panic!("stats") };
            assert_eq!(args.by, *by);
        }
        assert!(Cli::try_parse_from(["x", "stats", "--by", "shoe"]).is_err());
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_parsers(text in "\\PC{0,24}|[0-9x-]{0,12}") {
            if let Ok(d) = day(&text) { prop_assert_eq!(d.to_string(), text.clone()); }
            if let Ok((w, h)) = window_size(&text) { prop_assert!(w >= 320 && h >= 240); }
        }
    }
}
