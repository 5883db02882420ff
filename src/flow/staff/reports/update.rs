//! What happens on the page, and what is answered.

use chrono::NaiveDate;

use super::{Ask, Choice, Desk, Event, Over, Page, Preview, Recent, Reply, Sheets};
use crate::domain::report::{Choices, Content, FileForm, Order, Wanted};
use crate::domain::span::{Span, SpanKind};
use crate::domain::staff::Role;
use crate::flow::staff::DayPicker;
use crate::flow::staff::page::{Ask as AnyAsk, Hands, Unanswered};
use crate::flow::staff::saving::Saving;

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

    pub(in crate::flow::staff) fn on(&mut self, event: Event, saving: &mut Saving, hands: &mut Hands<'_>) {
        match event {
            Event::Close => self.over = None,
            Event::SheetBack => self.preview.at = self.preview.at.saturating_sub(1),
            Event::SheetForward => self.preview.at = (self.preview.at + 1).min(self.preview.count().saturating_sub(1)),
            Event::Enlarge if self.preview.sheets.is_some() => self.over = Some(Over::Large),
            _ => self.ordered(event, saving, hands),
        }
    }

    /// What changes the order or carries it out; only once it is known what there is.
    fn ordered(&mut self, event: Event, saving: &mut Saving, hands: &mut Hands<'_>) {
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
            Event::Make => {
                saving.make(Wanted::Order(before), hands);
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
            Reply::Opened { today, recent, .. } if self.opening.take_if(|t| *t == ticket).is_some() => {
                match &mut self.desk {
                    Some(desk) => desk.today = today,
                    empty => *empty = fresh(today),
                }
                self.preview.failed = self.desk.is_none();
                self.recent(recent);
                self.look(hands);
            }
            Reply::Preview(sheets) => self.previewed(ticket, Some(sheets), hands),
            // None: nothing was looked up.
            Reply::Made(_, recent) if !recent.is_empty() => self.recent(recent),
            _ => {}
        }
    }

    /// There will be no answer under this ticket.
    pub(in crate::flow::staff) fn unanswered(&mut self, ticket: u64, _why: Unanswered) {
        if self.preview.asked == Some(ticket) {
            self.preview = Preview { failed: true, ..Preview::default() };
        }
        if self.opening.take_if(|t| *t == ticket).is_some() {
            self.preview.failed = true;
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
}

/// The order that stands at first: this month's report, ready to print. `None` when the clock is beyond all years.
fn fresh(today: NaiveDate) -> Option<Desk> {
    let span = Span::month_of(today).ok()?;
    let order = Order { content: Content::Visits, span, form: FileForm::Pdf, choices: Choices::default() };
    Some(Desk { today, order, recent: Vec::new() })
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
