//! `members list`: the membership list as CSV or JSON.

use super::args::{Global, ListArgs, ListFormat};
use super::failure::Failure;
use super::{book, out, place};
use crate::exchange::members_out;
use crate::exchange::table_out::{Form, TableOut, Target};

/// Writes every member in the order of the card numbers.
pub(super) fn run(global: &Global, args: &ListArgs) -> Result<(), Failure> {
    let form = match args.format {
        ListFormat::Csv => Form::Csv,
        ListFormat::Json => Form::Json,
    };
    let config = place::config(global)?;
    let folder = place::folder(global, &config)?;
    let book = book::to_read(&folder, book::settings(&config))?;
    let target = Target::Stdout;
    let fault = out::fault_at(&target);
    let mut table = TableOut::begin(&target, form, members_out::COLUMNS, "Anggota").map_err(&fault)?;
    book.members(|member| table.row(&members_out::cells(member)).map_err(&fault))?;
    table.finish().map_err(&fault)
}
