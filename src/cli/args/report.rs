//! The arguments of `report`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{ArgGroup, Args, ValueEnum};

use super::{Failure, day};
use crate::domain::report::ReportKind;
use crate::domain::span::Span;

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("span").required(true))]
pub(in crate::cli) struct ReportArgs {
    /// A month, such as 2026-11
    #[arg(long, value_name = "YYYY-MM", group = "span", value_parser = Span::parse_month)]
    pub month: Option<Span>,
    /// A year, such as 2026
    #[arg(long, value_name = "YYYY", group = "span", value_parser = Span::parse_year)]
    pub year: Option<Span>,
    /// First day, such as 2026-11-01
    #[arg(long, value_name = "DAY", group = "span", requires = "to", value_parser = day)]
    pub from: Option<NaiveDate>,
    /// Last day, such as 2026-11-30
    #[arg(long, value_name = "DAY", requires = "from", value_parser = day)]
    pub to: Option<NaiveDate>,
    /// What the report is about
    #[arg(long, default_value = "visits", value_parser = report_kind())]
    pub kind: ReportKind,
    /// Kind of file [default: pdf for a name that ends so, else xlsx]
    #[arg(long, value_enum)]
    pub format: Option<ReportFormat>,
    /// File to write
    #[arg(long, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ReportFormat {
    Xlsx,
    Pdf,
}

impl ReportArgs {
    /// The days of the report; two days that are the ends of a month, quarter or year mean just that.
    ///
    /// # Errors
    /// It ends before it begins.
    pub(in crate::cli) fn span(&self) -> Result<Span, Failure> {
        if let (Some(from), Some(to)) = (self.from, self.to) {
            return Span::recognised(from, to).map_err(|e| Failure::Wrong(format!("{e}.")));
        }
        self.month
            .or(self.year)
            .ok_or_else(|| Failure::Wrong("Name a --month, a --year, or --from and --to.".to_owned()))
    }

    /// The kind of file: as asked for, else as the name of the file says.
    pub(in crate::cli) fn format(&self) -> ReportFormat {
        let pdf = self.output.extension().is_some_and(|e| e.eq_ignore_ascii_case("pdf"));
        self.format.unwrap_or(if pdf { ReportFormat::Pdf } else { ReportFormat::Xlsx })
    }
}

fn report_kind() -> impl clap::builder::TypedValueParser<Value = ReportKind> {
    use clap::builder::{PossibleValuesParser, TypedValueParser};
    PossibleValuesParser::new(ReportKind::ALL.iter().map(|k| k.id()))
        .try_map(|id| ReportKind::from_id(&id).ok_or("this is not on the list"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Debug, Parser)]
    struct Only {
        #[command(flatten)]
        args: ReportArgs,
    }

    fn parsed(arguments: &[&str]) -> Option<ReportArgs> {
        Only::try_parse_from([&["x", "--output"], arguments].concat()).ok().map(|o| o.args)
    }

    #[test]
    fn the_span_is_named_in_exactly_one_way() {
        let kind = |a: &[&str]| parsed(a).and_then(|a| a.span().ok()).map(|s| s.kind().id());
        assert_eq!(kind(&["f", "--month", "2026-11"]), Some("month"));
        assert_eq!(kind(&["f", "--from", "2026-10-01", "--to", "2026-12-31"]), Some("quarter"));
        assert_eq!(kind(&["f", "--from", "2026-10-01", "--to", "2026-12-30"]), Some("range"));
        assert_eq!(kind(&["f", "--month", "2026-11", "--year", "2026"]), None);
        assert_eq!(kind(&["f", "--to", "2026-12-30"]), None);
        assert_eq!(kind(&["f"]), None);
    }

    #[test]
    fn the_name_of_the_file_says_its_kind_unless_told() {
        let format = |a: &[&str]| parsed(&[a, &["--year", "2026"]].concat()).map(|a| a.format());
        assert_eq!(format(&["laporan.PDF"]), Some(ReportFormat::Pdf));
        assert_eq!(format(&["laporan"]), Some(ReportFormat::Xlsx));
        assert_eq!(format(&["laporan.pdf", "--format", "xlsx"]), Some(ReportFormat::Xlsx));
    }
}
