//! Membership lists in, visits and members out.

pub mod cell;
pub mod members_in;
pub mod members_out;
pub mod report;
pub mod table_out;
pub mod visits_out;
