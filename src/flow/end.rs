//! The end of a walk: a visit on its way into the book, and the thanks.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::room::{Outcome, SeatChoice};
use super::state::Purposes;
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{MembershipType, NewVisit, VisitId};

/// A visit on its way into the book.
#[derive(Debug, Clone, PartialEq)]
pub struct Recording {
    /// What is being written.
    pub visit: NewVisit,
    /// The purpose screen that stays behind it.
    pub purposes: Purposes,
    /// The map that stays behind it, where a computer was chosen.
    pub seat: Option<SeatChoice>,
    /// Where the attempt stands.
    pub phase: RecordingPhase,
    pub(super) attempts: u8,
}

/// Where the attempt to write stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordingPhase {
    /// Being written since then.
    Writing(Duration),
    /// "Belum tersimpan. Kami coba lagi…": tried again at that time.
    Waiting(Duration),
    /// Three tries failed: "Panggil petugas" and "Coba lagi".
    Failed,
}

/// The card was recorded a short while ago.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    /// When.
    pub at: DateTime<Utc>,
    /// "Catat lagi" is offered.
    pub again: bool,
}

/// Terima kasih.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The greeting word, or a group's institution.
    pub greeting: String,
    /// The column of the book; none where only a queue number is known.
    pub kind: Option<MembershipType>,
    /// The visit; none where only a queue number is known.
    pub visit: Option<VisitId>,
    /// Why they came.
    pub purpose: PurposeId,
    /// Waktu masuk.
    pub at: DateTime<Utc>,
    /// When the screen closes by itself.
    pub ends: Duration,
    /// How long it stands in all.
    pub lasts: Duration,
    /// What the visitor is told beside the thanks.
    pub outcome: Outcome,
    /// "Salah? Batalkan".
    pub undo: UndoPhase,
}

/// Where an undo stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoPhase {
    /// Not offered: nothing was entered in the book just now.
    Never,
    /// Offered.
    Offered,
    /// Being voided.
    Voiding,
    /// It could not be voided; staff can.
    Failed,
}
