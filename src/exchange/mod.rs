//! Membership lists in, visits out.

pub mod members_in;
