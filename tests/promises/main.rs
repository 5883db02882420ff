//! Promises to the outside: commands, configuration, the house's own rules. One module a promise.

mod config;
