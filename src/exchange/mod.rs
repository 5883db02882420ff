//! Membership lists in, visits and members out, reports, and the drives that they are carried away on.

pub mod cell;
pub mod drives;
pub mod members_in;
pub mod members_out;
pub mod report;
pub mod table_out;
pub mod visits_out;
