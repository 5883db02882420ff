//! The command line: arguments, one file a subcommand, exit codes.
//!
//! 0 done; 1 it failed, with one sentence on standard error that says what and what to do; 2 wrong use or wrong
//! configuration; 3 a kiosk is already running on this data folder.

mod args;
mod backup;
mod book;
mod check_config;
mod demo_data;
mod doctor;
mod failure;
mod members_import;
mod members_list;
mod out;
mod place;
mod report;
mod restore;
mod run;
mod secret;
mod staff;
mod stats;
mod verify;
mod visits_export;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command, Global, MembersCommand, VisitsCommand};
use failure::Failure;

/// Does what the arguments say, the name of the program being the first of them.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return explained(&error),
    };
    match command(&cli.global, cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn command(global: &Global, command: Option<Command>) -> Result<(), Failure> {
    match command.unwrap_or(Command::Run(args::RunArgs::default())) {
        Command::Run(args) => run::run(global, &args),
        Command::CheckConfig => check_config::run(global),
        Command::Stats(args) => stats::run(global, &args),
        Command::Members(MembersCommand::Import(args)) => members_import::run(global, &args),
        Command::Members(MembersCommand::List(args)) => members_list::run(global, &args),
        Command::Visits(VisitsCommand::Export(args)) => visits_export::run(global, &args),
        Command::Report(args) => report::run(global, &args),
        Command::Staff(what) => staff::run(global, &what),
        Command::Backup(args) => backup::run(global, &args),
        Command::Restore(args) => restore::run(global, &args),
        Command::Verify => verify::run(global),
        Command::Doctor => doctor::run(global),
        Command::DemoData(args) => demo_data::run(global, args),
    }
}

/// Help and version go to standard output and are no failure; wrong use goes to standard error.
fn explained(error: &clap::Error) -> ExitCode {
    let text = error.render();
    if error.use_stderr() {
        let _ = write!(std::io::stderr(), "{text}");
        return ExitCode::from(2);
    }
    match write!(std::io::stdout(), "{text}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => Failure::from(error).report(),
    }
}
