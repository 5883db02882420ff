//! Membership lists in, visits out.
