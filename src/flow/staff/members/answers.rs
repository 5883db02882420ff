//! What becomes of the answers.

use std::path::Path;

use super::{Notice, Page, Problem, Reply};
use crate::flow::staff::page::{Hands, Unanswered};

impl Page {
    pub(in crate::flow::staff) fn replied(&mut self, ticket: u64, reply: Reply, hands: &mut Hands<'_>) {
        match reply {
            Reply::Listed { page, found } => self.list.listed(ticket, page, found, hands),
            Reply::Summary(summary) => {
                if self.asked.summary.take_if(|t| *t == ticket).is_some() {
                    self.summary = Some(*summary);
                }
            }
            Reply::NamesShown => {
                if self.asked.names.take_if(|t| *t == ticket).is_some() {
                    self.revealed = true;
                }
            }
            Reply::Undone => {
                if self.asked.undo.take_if(|t| *t == ticket).is_some() {
                    self.notice = Some(Notice::Undone);
                    self.list.rewind();
                    self.refresh(hands);
                }
            }
            Reply::Refused(sentence) => self.refused(ticket, Problem::Said(sentence)),
            answer => {
                if let Some(import) = &mut self.import {
                    import.replied(ticket, answer);
                }
            }
        }
    }

    /// A file was chosen in the dialog of the system, or the dialog was closed.
    pub(in crate::flow::staff) fn picked(&mut self, ticket: u64, path: Option<&Path>, hands: &mut Hands<'_>) {
        if let Some(import) = &mut self.import {
            import.picked(ticket, path, hands);
        }
    }

    pub(in crate::flow::staff) fn unanswered(&mut self, ticket: u64, why: Unanswered) {
        if self.asked.summary.take_if(|t| *t == ticket).is_none() && !self.list.unanswered(ticket, why) {
            self.refused(ticket, Problem::Unanswered(why));
        }
    }

    fn refused(&mut self, ticket: u64, why: Problem) {
        let mine = self.asked.undo.take_if(|t| *t == ticket).or_else(|| self.asked.names.take_if(|t| *t == ticket));
        if mine.is_some() {
            self.notice = Some(Notice::Refused(why));
        } else if let Some(import) = &mut self.import {
            import.refused(ticket, why);
        }
    }
}
