//! The visitors' book (*buku pengunjung*) of a public library as a fullscreen kiosk.
//!
//! The map of the house, in three rings; arrows point inward only, and `tests/promises/architecture.rs`
//! fails when one points out:
//!
//! | ring | modules | may know |
//! | --- | --- | --- |
//! | inner | [`domain`] | nothing of this crate |
//! | middle | [`flow`] | `domain` |
//! | adapters | [`config`], [`storage`], [`devices`], [`security`], [`exchange`], [`i18n`] | `domain` (and `i18n` for words; `storage` also `security`) |
//! | outer | [`ui`] | `domain`, `flow`, `i18n` |
//! | outer | [`runtime`], [`cli`] | everything |

pub mod cli;
pub mod config;
pub mod devices;
pub mod domain;
pub mod exchange;
pub mod flow;
pub mod i18n;
pub mod runtime;
pub mod security;
pub mod storage;
pub mod ui;
