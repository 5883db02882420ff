//! Membership lists in, visits out.

pub mod cell;
pub mod members_in;
pub mod table_out;
