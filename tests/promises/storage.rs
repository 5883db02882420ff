//! What the book promises: nothing acknowledged is lost, totals equal the rows, faults are told and pass.

mod amend;
mod backup;
mod catch_up;
mod dashboard;
mod desk;
mod erasure;
mod faults;
mod import_beside;
mod io_faults;
mod kill;
mod leafing;
mod member_search;
mod members;
pub mod plain_list;
mod room;
pub mod support;
mod totals;
mod visits;
