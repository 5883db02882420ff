//! `stats`: entries and people of a period along one dimension.

use std::io::Write;

use serde::Serialize;

use super::args::{Global, StatsArgs, StatsFormat};
use super::failure::Failure;
use super::{book, place};
use crate::domain::statistics::Count;

/// Counts and prints.
pub(super) fn run(global: &Global, args: &StatsArgs) -> Result<(), Failure> {
    let period = args.span.period()?;
    let config = place::config(global)?;
    let folder = place::folder(global, &config)?;
    let counts = book::to_read(&folder, book::settings(&config))?.statistics(args.by, period)?;
    let out = std::io::stdout().lock();
    match args.format {
        StatsFormat::Table => table(out, args.by.id(), &counts)?,
        StatsFormat::Json => json(out, &counts)?,
    }
    Ok(())
}

#[derive(Serialize)]
struct Line<'a> {
    key: &'a str,
    entries: u64,
    people: u64,
}

fn json(mut out: impl Write, counts: &[Count]) -> std::io::Result<()> {
    let lines: Vec<Line<'_>> =
        counts.iter().map(|c| Line { key: &c.key, entries: c.entries, people: c.people }).collect();
    serde_json::to_writer(&mut out, &lines)?;
    writeln!(out)
}

fn table(mut out: impl Write, head: &str, counts: &[Count]) -> std::io::Result<()> {
    let keys = counts.iter().map(|c| c.key.chars().count()).chain([head.len()]).max().unwrap_or(0);
    let wide = |n: fn(&Count) -> u64, head: &str| {
        counts.iter().map(|c| n(c).to_string().len()).chain([head.len()]).max().unwrap_or(0)
    };
    let (entries, people) = (wide(|c| c.entries, "entries"), wide(|c| c.people, "people"));
    writeln!(out, "{head:keys$}  {:>entries$}  {:>people$}", "entries", "people")?;
    for count in counts {
        writeln!(out, "{:keys$}  {:>entries$}  {:>people$}", count.key, count.entries, count.people)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut Vec<u8>) -> std::io::Result<()>) -> String {
        let mut bytes = Vec::new();
        write(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn columns_line_up_and_json_is_as_promised() {
        let counts = [
            Count { key: "member".into(), entries: 12, people: 12 },
            Count { key: "group".into(), entries: 1, people: 1_000_000 },
        ];
        assert_eq!(
            written(|out| table(out, "type", &counts)),
            "type    entries   people\nmember       12       12\ngroup         1  1000000\n"
        );
        assert_eq!(
            written(|out| json(out, &counts)),
            "[{\"key\":\"member\",\"entries\":12,\"people\":12},{\"key\":\"group\",\"entries\":1,\"people\":1000000}]\n"
        );
        assert_eq!(written(|out| json(out, &[])), "[]\n");
    }
}
