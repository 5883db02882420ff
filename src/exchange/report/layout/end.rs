//! What stands at the end of a report: notes, place and date, places to sign, the end of the audit log.

use super::{Sheet, WIDTH};
use crate::domain::report::Align;
use crate::exchange::report::paper;

/// Room for a hand to sign.
const HAND: f32 = 52.0;
/// Width of a place to sign.
const PLACE: f32 = 190.0;
/// Where a name is written by hand.
pub(in crate::exchange::report) const DOTS: &str = "(……………………………………)";

impl Sheet<'_> {
    pub(super) fn notes(&mut self) {
        let document = self.document;
        if document.notes.is_empty() {
            return;
        }
        self.need(paper::SUM.leading() + 2.0 * paper::SMALL.leading());
        self.paragraph(&self.words.get("report-notes"), paper::SUM);
        for (at, note) in document.notes.iter().enumerate() {
            self.paragraph(&format!("{}. {note}", at + 1), paper::SMALL);
        }
        self.y += paper::GAP;
    }

    /// Place, date and hands stand together on one page, and the line of the audit log below them.
    pub(super) fn signatures(&mut self) {
        let document = self.document;
        if document.place_and_date.is_empty() && document.signatures.is_empty() && document.audit.is_none() {
            return;
        }
        let style = paper::SIGN;
        let audit = document.audit.as_deref().unwrap_or_default();
        let audit_lines = self.faces.lines(audit, paper::SMALL.face, paper::SMALL.size, WIDTH).len();
        let hands = if document.signatures.is_empty() { 0.0 } else { 2.0 * style.leading() + HAND };
        let small = paper::SMALL.leading() * f32::from(u16::try_from(audit_lines).unwrap_or(u16::MAX));
        self.need(style.leading() + hands + small + paper::GAP);
        let right = paper::SIDE + WIDTH - PLACE;
        self.centred(&document.place_and_date, style, right + PLACE / 2.0, self.y);
        self.y += style.leading();
        let last = document.signatures.len().saturating_sub(1);
        for (at, signature) in document.signatures.iter().enumerate() {
            let left = if at == last { right } else { paper::SIDE };
            self.centred(&signature.role, style, left + PLACE / 2.0, self.y);
            self.centred(DOTS, style, left + PLACE / 2.0, self.y + style.leading() + HAND);
        }
        self.y += hands + paper::GAP;
        if !audit.is_empty() {
            for line in self.faces.lines(audit, paper::SMALL.face, paper::SMALL.size, WIDTH) {
                self.line(&line, paper::SMALL, Align::Left, paper::SIDE, WIDTH, self.y);
                self.y += paper::SMALL.leading();
            }
        }
    }
}
