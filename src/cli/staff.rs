//! `staff`: who may unlock the panel.

use std::io::Write;

use chrono::Utc;
use chrono_tz::Tz;
use clap::{Args, Subcommand, ValueEnum};

use super::args::Global;
use super::failure::Failure;
use super::{place, secret};
use crate::domain::audit::Actor;
use crate::domain::name::Name;
use crate::domain::staff::Role;
use crate::storage::folder::CODE_FILE;
use crate::storage::{Book, BookSettings, PinChange, StorageError};

#[derive(Debug, Subcommand)]
pub(super) enum StaffCommand {
    /// Set the PIN of a member of staff, who is added when there is none of that name
    SetPin(SetPinArgs),
    /// List the staff and their roles
    List,
    /// Take a member of staff out of the list
    Remove(RemoveArgs),
}

#[derive(Debug, Args)]
pub(super) struct SetPinArgs {
    /// The name, such as "Sri Wahyuni"
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub name: Name,
    /// What they may do; a known member of staff keeps theirs without it
    #[arg(long, value_enum, value_name = "ROLE")]
    pub role: Option<RoleArg>,
}

#[derive(Debug, Args)]
pub(super) struct RemoveArgs {
    /// The name as `staff list` gives it
    #[arg(value_parser = name)]
    pub name: Name,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RoleArg {
    Librarian,
    Administrator,
}

impl From<RoleArg> for Role {
    fn from(role: RoleArg) -> Self {
        match role {
            RoleArg::Librarian => Self::Librarian,
            RoleArg::Administrator => Self::Administrator,
        }
    }
}

fn name(text: &str) -> Result<Name, String> {
    Name::new(text).map_err(|fault| format!("{fault}: a name has 2 letters or more and at most 80 characters"))
}

/// Does what the subcommand says.
pub(super) fn run(global: &Global, command: &StaffCommand) -> Result<(), Failure> {
    let folder = place::folder_alone(global)?;
    let mut book = Book::open(&folder, BookSettings::default())?;
    let mut out = std::io::stdout().lock();
    match command {
        StaffCommand::SetPin(SetPinArgs { name, role }) => {
            if role.is_none() && !book.knows_staff(name)? {
                // Told before the PIN is asked for.
                return Err(refused(StorageError::RoleNeeded));
            }
            let pin = secret::new_pin()?;
            let change = book.set_pin(name, role.map(Role::from), &pin, Actor::Console, Utc::now());
            let change = change.map_err(refused)?;
            if *role == Some(RoleArg::Administrator) {
                // The one-time code counts no more once somebody is administrator; there may be none.
                let _ = std::fs::remove_file(folder.path().join(CODE_FILE));
            }
            let said = match change {
                PinChange::Added(_) => "is added and has a PIN",
                PinChange::Changed(_) => "has a new PIN",
            };
            Ok(writeln!(out, "{} {said}.", name.as_str())?)
        }
        StaffCommand::List => list(&book, place::zone(global), out),
        StaffCommand::Remove(RemoveArgs { name }) => {
            book.remove_staff(name, Actor::Console, Utc::now()).map_err(refused)?;
            Ok(writeln!(out, "{} is removed.", name.as_str())?)
        }
    }
}

fn refused(error: StorageError) -> Failure {
    match error {
        StorageError::RoleNeeded => Failure::Wrong(error.to_string()),
        other => other.into(),
    }
}

fn list(book: &Book, zone: Tz, mut out: impl Write) -> Result<(), Failure> {
    let rows = book.staff()?;
    let wide = rows.iter().map(|r| r.staff.name.as_str().chars().count()).chain(["name".len()]).max().unwrap_or(0);
    writeln!(out, "{:wide$}  {:13}  pin since", "name", "role")?;
    for row in rows {
        let since = row.pin_set_at.with_timezone(&zone).date_naive();
        writeln!(out, "{:wide$}  {:13}  {since}", row.staff.name.as_str(), row.staff.role.id())?;
    }
    Ok(())
}
