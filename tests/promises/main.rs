//! Promises of the house as a whole: one module a promise, named for what it keeps.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod architecture;
