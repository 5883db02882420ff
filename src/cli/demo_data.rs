//! `demo-data`: invented members and visits, for trying the kiosk out.

use std::io::Write;

use chrono::Utc;

use super::args::{DemoArgs, Global};
use super::failure::Failure;
use super::{book, place};
use crate::storage::Book;
use crate::storage::demo::{self, DemoPlan};

/// Fills a data folder that holds no visits.
pub(super) fn run(global: &Global, args: DemoArgs) -> Result<(), Failure> {
    let config = place::config(global)?;
    let folder = place::folder(global, &config)?;
    let mut book = Book::open(&folder, book::settings(&config))?;
    let plan = DemoPlan {
        members: args.members.into(),
        visits: args.visits.into(),
        years: args.years,
        seed: args.seed,
        until: Utc::now(),
    };
    demo::fill(&mut book, plan)?;
    Ok(writeln!(std::io::stdout(), "{} members and {} visits invented", args.members, args.visits)?)
}
