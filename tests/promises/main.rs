//! Promises to the outside: commands, configuration, the house's own rules. One module a promise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod architecture;
mod command_line;
mod config;
mod export;
mod full_disk;
mod import;
mod office;
mod piped;
mod press;
mod report;
mod small_disk;
mod staff;
mod storage;
