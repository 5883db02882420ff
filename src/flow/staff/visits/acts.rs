//! What is done to a row, and the form.

use super::super::page::{Ask as AnyAsk, Hands};
use super::form::{Form, Pick};
use super::sheet::{Details, Sheet, Voiding};
use super::{Ask, Event, Note, Page, RowAct};
use crate::domain::listing::Listed;
use crate::domain::purpose::PurposeId;
use crate::domain::staff::Role;
use crate::domain::visit::VisitId;

impl Page {
    /// An event of a row, its sheets or the form.
    pub(super) fn act(&mut self, event: Event, hands: &mut Hands<'_>) {
        if self.acting.is_some() {
            return;
        }
        match event {
            Event::Row(id) => {
                self.typing = false;
                self.sheet = self.row(id).map(|listed| Sheet::Menu(Box::new(listed)));
            }
            Event::Act(act) => self.of_menu(act, hands),
            Event::NewPurpose(purpose) => self.new_purpose(&purpose, hands),
            Event::Reason(reason) => {
                if let Some(Sheet::Void(voiding)) = &mut self.sheet {
                    voiding.reason = Some(reason);
                }
            }
            Event::Words | Event::WordsDone => {
                if let Some(Sheet::Void(voiding)) = &mut self.sheet {
                    voiding.typing = event == Event::Words;
                }
            }
            Event::Void => self.void(hands),
            Event::Erase => {
                if let Some(Sheet::Erase(listed)) = &self.sheet
                    && hands.staff.role == Role::Administrator
                {
                    self.acting = Some(hands.ask(AnyAsk::Visits(Ask::Erase(listed.row.id))));
                }
            }
            Event::EndSession => {
                if let Some(Sheet::EndSession(listed)) = &self.sheet {
                    self.acting = Some(hands.ask(AnyAsk::Visits(Ask::EndSession(listed.row.id))));
                }
            }
            Event::ByHand => {
                let form = self.shown.as_ref().map(|shown| Form::by_hand(shown.fresh, shown.now));
                self.typing = false;
                self.sheet = form.map(|form| Sheet::Form(Box::new(form)));
            }
            Event::Field(field) => self.in_form(|form| form.field = field.filter(|f| form.fields().contains(f))),
            Event::Pick(pick) => self.in_form(|form| {
                form.field = None;
                if pick == Some(Pick::Date) {
                    form.month = form.date;
                }
                form.pick = pick.filter(|p| *p != Pick::Date || form.corrects.is_none());
            }),
            Event::Picked(picked) => self.in_form(|form| form.picked(picked)),
            Event::Save => self.save(hands),
            _ => {}
        }
    }

    fn in_form(&mut self, act: impl FnOnce(&mut Form)) {
        if let Some(Sheet::Form(form)) = &mut self.sheet {
            act(form);
        }
    }

    fn row(&self, id: VisitId) -> Option<Listed> {
        self.shown.as_ref()?.page.rows.iter().find(|listed| listed.row.id == id).cloned()
    }

    /// What the menu offers of this row: a row that was taken back, or whose data is erased, can do less,
    /// and a session is ended only where one is open.
    #[must_use]
    pub fn offers(listed: &Listed, role: Role) -> Vec<RowAct> {
        let mut acts = vec![RowAct::Details];
        if !listed.row.voided {
            if !listed.erased {
                acts.push(RowAct::Purpose);
            }
            if listed.row.is_inside() {
                acts.push(RowAct::EndSession);
            }
            if !listed.erased {
                acts.push(RowAct::Correct);
            }
            acts.push(RowAct::Void);
        }
        if role == Role::Administrator && !listed.erased {
            acts.push(RowAct::Erase);
        }
        acts
    }

    fn of_menu(&mut self, act: RowAct, hands: &mut Hands<'_>) {
        let Some(Sheet::Menu(listed)) = self.sheet.take() else { return };
        if !Self::offers(&listed, hands.staff.role).contains(&act) {
            return;
        }
        self.sheet = match act {
            RowAct::Details => {
                let ticket = hands.ask(AnyAsk::Visits(Ask::History(listed.row.id)));
                Some(Sheet::Details(Box::new(Details { listed: *listed, history: None, ticket })))
            }
            RowAct::Purpose => Some(Sheet::Purpose(listed)),
            RowAct::Correct => {
                let fresh = self.shown.as_ref().map(|shown| shown.fresh);
                fresh.map(|id| Sheet::Form(Box::new(Form::correcting(id, &listed.row))))
            }
            RowAct::Void => {
                let (reason, words, typing) = (None, String::new(), false);
                Some(Sheet::Void(Box::new(Voiding { listed: *listed, reason, words, typing })))
            }
            RowAct::EndSession => Some(Sheet::EndSession(listed)),
            RowAct::Erase => Some(Sheet::Erase(listed)),
        };
    }

    /// Ubah keperluan: the rest of the row stays as it is; the few words of another purpose go with it.
    fn new_purpose(&mut self, purpose: &PurposeId, hands: &mut Hands<'_>) {
        let (Some(Sheet::Purpose(listed)), Some(shown)) = (&self.sheet, &self.shown) else { return };
        let mut form = Form::correcting(shown.fresh, &listed.row);
        if form.purpose.as_ref() != Some(purpose) {
            form.note.clear();
        }
        form.purpose = Some(purpose.clone());
        match form.draft() {
            Ok(draft) => {
                let (id, new, draft) = (listed.row.id, form.id, Box::new(draft));
                self.acting = Some(hands.ask(AnyAsk::Visits(Ask::Correct { id, new, draft })));
            }
            // A row that this form cannot take as it is: it says what is missing.
            Err(_) => self.sheet = Some(Sheet::Form(Box::new(Form { tried: true, ..form }))),
        }
    }

    fn void(&mut self, hands: &mut Hands<'_>) {
        let Some(Sheet::Void(voiding)) = &self.sheet else { return };
        let Some(reason) = voiding.reason else { return };
        let words = Some(voiding.words.trim()).filter(|words| !words.is_empty()).map(|words| Note(words.to_owned()));
        let id = voiding.listed.row.id;
        self.acting = Some(hands.ask(AnyAsk::Visits(Ask::Void { id, reason, words })));
    }

    fn save(&mut self, hands: &mut Hands<'_>) {
        let Some(Sheet::Form(form)) = &mut self.sheet else { return };
        form.tried = true;
        form.pick = None;
        let Ok(draft) = form.draft() else { return };
        let draft = Box::new(draft);
        let ask = if let Some(row) = &form.corrects {
            Ask::Correct { id: row.id, new: form.id, draft }
        } else {
            let Ok(at) = form.at() else { return };
            Ask::Enter { id: form.id, at, draft }
        };
        form.field = None;
        self.acting = Some(hands.ask(AnyAsk::Visits(ask)));
    }
}
