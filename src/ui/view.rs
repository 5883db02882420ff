//! What a screen is given to paint, and nothing more.

use std::time::Duration;

use chrono::NaiveDateTime;

use super::kit::Kit;
use super::layout::Canvas;
use crate::domain::contact::Channel;
use crate::flow::{Rules, State};
use crate::i18n::Words;

/// Everything a screen may see. It answers with events and changes nothing.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The visitor's walk.
    pub state: &'a State,
    /// The library's rules: purposes, form fields, limits.
    pub rules: &'a Rules,
    /// The words of the language shown.
    pub words: Words,
    /// Where to paint.
    pub canvas: Canvas,
    /// The look and the pictures.
    pub kit: &'a Kit,
    /// What the screens print of the library itself.
    pub house: &'a House,
    /// Time since the program started, on which the state's deadlines are given.
    pub now: Duration,
    /// The library's wall clock.
    pub clock: NaiveDateTime,
}

/// What the screens print of the library itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct House {
    /// Dinas Perpustakaan dan Kearsipan Kabupaten Banyuwangi.
    pub name: String,
    /// Perpustakaan Banyuwangi.
    pub short_name: String,
    /// Jalan Jaksa Agung Suprapto No. 43, Penganjuran.
    pub address: String,
    /// (0333) 421197.
    pub phone: String,
    /// The account without the at sign.
    pub instagram: String,
    /// Where the reader is.
    pub reader: ReaderPosition,
    /// The number on the drawing of a card.
    pub card_sample: String,
    /// Card numbers of this library hold letters, so that typing needs more than a keypad.
    pub card_has_letters: bool,
    /// For how many days names are kept.
    pub keep_days: u32,
    /// The published standard of the internet service.
    pub service: Service,
}

/// The published standard of the internet service, in the language shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Service {
    /// Heading of the page.
    pub title: String,
    /// What the visitor needs.
    pub requirement: String,
    /// How to get a card.
    pub getting_card: String,
    /// Time in all, large, and what it is.
    pub time: String,
    /// What that time is.
    pub time_note: String,
    /// Cost, large.
    pub cost: String,
    /// What that means.
    pub cost_note: String,
    /// The procedure.
    pub steps: [ServiceStep; 3],
    /// What the service gives.
    pub product: String,
    /// What happens with complaints.
    pub complaints: String,
    /// The channels for complaints that the library has, in the order of the page.
    pub channels: Vec<Contact>,
    /// The website without its scheme, where no channel leads there; may be empty.
    pub website: String,
    /// Opening hours in words; empty without an internet room.
    pub hours: String,
    /// Number of the decree, only when configured.
    pub sk_number: Option<String>,
}

/// A channel for complaints, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Which channel.
    pub channel: Channel,
    /// As people write it: dispusip.banyuwangikab.go.id.
    pub label: String,
    /// As a telephone opens it; behind the QR code.
    pub address: String,
}

/// One step of the procedure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ServiceStep {
    /// A few words.
    pub title: String,
    /// A sentence.
    pub text: String,
    /// How long it takes, in words.
    pub time: String,
}

/// Where the reader is, seen from the visitor: the pill's arrow follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReaderPosition {
    /// Below the screen.
    Below,
    /// To its right.
    Right,
    /// To its left.
    Left,
}
