//! What happens on the page, and what is answered.

use chrono::NaiveDate;

use super::{Ask, Choice, Desk, Event, Making, Over, Page, PlacePicker, Preview, Recent, Reply, Sheets};
use crate::domain::report::{Choices, Content, Drive, FileForm, Order, Place, Saved, Trouble};
use crate::domain::span::{Span, SpanKind};
use crate::domain::staff::Role;
use crate::flow::staff::DayPicker;
use crate::flow::staff::page::{Ask as AnyAsk, Hands, Unanswered};

fn ask(hands: &mut Hands<'_>, ask: Ask) -> u64 {
    hands.ask(AnyAsk::Reports(ask))
}

impl Page {
    /// The page is shown from now on.
    pub(in crate::flow::staff) fn opened(&mut self, hands: &mut Hands<'_>) {
        self.opening = Some(ask(hands, Ask::Open));
    }

    /// The book has changed: the preview shows it.
    pub(in crate::flow::staff) fn changed(&mut self, hands: &mut Hands<'_>) {
        self.look(hands);
    }

    /// Esc.
    pub(in crate::flow::staff) fn escape(&mut self) {
        self.over = None;
    }

    pub(in crate::flow::staff) fn on(&mut self, event: Event, hands: &mut Hands<'_>) {
        match event {
            Event::Close => self.over = None,
            Event::SheetBack => self.preview.at = self.preview.at.saturating_sub(1),
            Event::SheetForward => self.preview.at = (self.preview.at + 1).min(self.preview.count().saturating_sub(1)),
            Event::Enlarge if self.preview.sheets.is_some() => self.over = Some(Over::Large),
            Event::Cancel => {
                if let Some(making) = self.making.as_mut().filter(|m| !m.cancelled) {
                    making.cancelled = true;
                    ask(hands, Ask::Cancel);
                }
            }
            _ => self.ordered(event, hands),
        }
    }

    /// What changes the order or carries it out; only once it is known what there is.
    fn ordered(&mut self, event: Event, hands: &mut Hands<'_>) {
        let Some(desk) = &mut self.desk else { return };
        self.names_refused = false;
        let before = desk.effective();
        match event {
            Event::Choose(choice) => choose(desk, choice),
            Event::Back => desk.order.span = desk.order.span.before().unwrap_or(desk.order.span),
            Event::Forward => desk.order.span = desk.after().unwrap_or(desk.order.span),
            Event::Form(FileForm::Pdf) if desk.order.content == Content::Book => {}
            Event::Form(form) => desk.order.form = form,
            Event::Chart if !desk.order.is_raw() => desk.order.choices.chart ^= true,
            Event::Sign if !desk.order.is_raw() => desk.order.choices.signatures ^= true,
            Event::Mask if hands.staff.role == Role::Administrator => desk.order.choices.mask_names ^= true,
            Event::Mask => self.names_refused = true,
            Event::OpenPeriod => self.over = Some(Over::Period(DayPicker::of(&desk.order.span))),
            Event::Period(event) => {
                if let Some(Over::Period(picker)) = &mut self.over
                    && let Some(span) = picker.on(event)
                {
                    desk.order.span = span;
                    self.over = None;
                }
            }
            Event::OpenPlaces => self.over = Some(Over::Places(PlacePicker::default())),
            Event::Place(event) => return self.place(event, hands),
            Event::Make if self.making.is_none() && self.releasing.is_none() => {
                let ticket = ask(hands, Ask::Make(before, desk.place.clone()));
                self.making = Some(Making { ticket, percent: 0, cancelled: false });
                self.made_at = Some(desk.place.clone());
            }
            Event::Release if self.releasing.is_none() && self.making.is_none() => {
                // The drive that was written to; meanwhile the page may have turned to another one.
                if let Some(Over::Saved { place: Place::On { drive, .. }, .. }) = &self.over {
                    self.releasing = Some(ask(hands, Ask::Release(drive.clone())));
                    self.over = None;
                }
            }
            _ => {}
        }
        let Some(desk) = &self.desk else { return };
        if desk.effective() != before {
            self.preview.at = 0;
            self.look(hands);
        }
    }

    /// Asks for the preview of the order; one at a time.
    fn look(&mut self, hands: &mut Hands<'_>) {
        let Some(desk) = &self.desk else { return };
        if self.preview.asked.is_some() {
            self.preview.stale = true;
        } else {
            self.preview.asked = Some(ask(hands, Ask::Preview(desk.effective())));
            self.preview.stale = false;
        }
    }

    pub(in crate::flow::staff) fn replied(&mut self, ticket: u64, reply: Reply, hands: &mut Hands<'_>) {
        match reply {
            Reply::Opened { today, drives, free, recent, making } => {
                if self.opening.take_if(|t| *t == ticket).is_some() {
                    self.making = self.making.or(making.map(|ticket| Making { ticket, percent: 0, cancelled: false }));
                    match &mut self.desk {
                        Some(desk) => desk.today = today,
                        empty => *empty = fresh(today),
                    }
                    self.preview.failed = self.desk.is_none();
                    self.recent(recent);
                    self.drives(drives, free);
                    self.look(hands);
                }
            }
            Reply::Drives { drives, free } => self.drives(drives, free),
            Reply::Preview(sheets) => self.previewed(ticket, Some(sheets), hands),
            Reply::Progress(percent) => {
                if let Some(making) = self.making.as_mut().filter(|m| m.ticket == ticket) {
                    making.percent = percent.min(100).max(making.percent);
                }
            }
            Reply::Made(saved, recent) => {
                // None: nothing was looked up.
                if !recent.is_empty() {
                    self.recent(recent);
                }
                self.made(ticket, saved);
            }
            Reply::Cancelling | Reply::Releasing => {}
            Reply::Released(released) => {
                if self.releasing.take_if(|t| *t == ticket).is_some() {
                    self.over = Some(Over::Released(released));
                }
            }
            Reply::Folders(names) => {
                if self.listing.take_if(|t| *t == ticket).is_some()
                    && let Some(Over::Places(picker)) = &mut self.over
                {
                    picker.listed(names);
                }
            }
        }
    }

    /// There will be no answer under this ticket.
    pub(in crate::flow::staff) fn unanswered(&mut self, ticket: u64, _why: Unanswered) {
        if self.preview.asked == Some(ticket) {
            self.preview = Preview { failed: true, ..Preview::default() };
        }
        if self.making.is_some_and(|m| m.ticket == ticket) {
            self.made(ticket, Saved::Failed(Trouble::Book));
        }
        if self.releasing == Some(ticket) {
            self.releasing = None;
        }
        if self.listing.take_if(|t| *t == ticket).is_some()
            && let Some(Over::Places(picker)) = &mut self.over
        {
            picker.listed(None);
        }
        if self.opening.take_if(|t| *t == ticket).is_some() {
            self.preview.failed = true;
        }
    }

    fn made(&mut self, ticket: u64, saved: Saved) {
        if self.making.take_if(|m| m.ticket == ticket).is_some() {
            let place = self.made_at.take().or_else(|| self.desk.as_ref().map(|d| d.place.clone()));
            let place = place.unwrap_or(Place::Folder);
            self.over = (saved != Saved::Cancelled).then_some(Over::Saved { saved, place });
        }
    }

    fn previewed(&mut self, ticket: u64, sheets: Option<Sheets>, hands: &mut Hands<'_>) {
        if self.preview.asked.take_if(|t| *t == ticket).is_none() {
            return;
        }
        self.preview.failed = sheets.is_none();
        self.preview.sheets = sheets;
        self.preview.at = self.preview.at.min(self.preview.count().saturating_sub(1));
        if self.preview.stale {
            self.look(hands);
        }
    }

    fn recent(&mut self, recent: Vec<Recent>) {
        if let Some(desk) = &mut self.desk {
            desk.recent = recent;
        }
    }

    /// Takes note of the drives. Until somebody has chosen a place, it is the first drive that can be written.
    fn drives(&mut self, drives: Vec<Drive>, free: Option<u64>) {
        let Some(desk) = &mut self.desk else { return };
        (desk.drives, desk.free) = (drives, free);
        if !self.by_hand && self.making.is_none() {
            let first = desk.drives.iter().find(|d| !d.read_only);
            desk.place = first.map_or(Place::Folder, |d| Place::On { drive: d.path.clone(), folder: d.path.clone() });
        }
    }
}

/// The order that stands at first: this month's report, ready to print. `None` when the clock is beyond all years.
fn fresh(today: NaiveDate) -> Option<Desk> {
    let span = Span::month_of(today).ok()?;
    let order = Order { content: Content::Visits, span, form: FileForm::Pdf, choices: Choices::default() };
    Some(Desk { today, order, place: Place::Folder, drives: Vec::new(), free: None, recent: Vec::new() })
}

/// A line of the list: its content, and of visits the shape of the period, around the day that was looked at.
fn choose(desk: &mut Desk, choice: Choice) {
    let order = &mut desk.order;
    let shape = match choice {
        Choice::Daily => Some(SpanKind::Day),
        Choice::Monthly => Some(SpanKind::Month),
        Choice::Yearly => Some(SpanKind::Year),
        Choice::Other if !matches!(order.span.kind(), SpanKind::Quarter | SpanKind::Range) => Some(SpanKind::Quarter),
        Choice::Other | Choice::Internet | Choice::Sop | Choice::Groups | Choice::Book => None,
    };
    if let Some(shape) = shape {
        let day = if order.span.contains(desk.today) { desk.today } else { order.span.to() };
        order.span = Span::holding(shape, day).unwrap_or(order.span);
    }
    order.content = match choice {
        Choice::Daily | Choice::Monthly | Choice::Yearly | Choice::Other => Content::Visits,
        Choice::Internet => Content::Internet,
        Choice::Sop => Content::Sop,
        Choice::Groups => Content::Groups,
        Choice::Book => Content::Book,
    };
    if order.content == Content::Book && order.form == FileForm::Pdf {
        order.form = FileForm::Xlsx;
    }
}
