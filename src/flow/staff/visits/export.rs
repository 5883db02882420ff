//! "Ekspor hasil saring": the rows that are listed, on every page of the list, as a file.

use super::super::page::{Ask as AnyAsk, Hands};
use super::super::reports;
use super::super::saving::Saving;
use super::sheet::Sheet;
use super::{Event, Page};
use crate::domain::listing::Sieve;
use crate::domain::report::{FileForm, Saved, Sifted, Wanted};
use crate::domain::staff::Role;

/// What is chosen of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Which rows: those that the list was set to when the export was opened.
    pub sieve: Sieve,
    /// In which form.
    pub form: FileForm,
    /// "Samarkan nama pengunjung".
    pub mask_names: bool,
    /// Somebody who is not an administrator wanted names.
    pub names_refused: bool,
    begun: Option<u64>,
}

/// The forms in which rows are exported.
pub const FORMS: [FileForm; 2] = [FileForm::Xlsx, FileForm::Csv];

impl Page {
    /// An event of the export.
    pub(super) fn export(&mut self, event: &Event, saving: &mut Saving, hands: &mut Hands<'_>) {
        if *event == Event::Export {
            return self.open_export(hands);
        }
        let Some(Sheet::Export(export)) = &mut self.sheet else { return };
        export.names_refused = false;
        match event {
            Event::ExportForm(form) if FORMS.contains(form) => export.form = *form,
            Event::ExportMask if hands.staff.role == Role::Administrator => export.mask_names ^= true,
            Event::ExportMask => export.names_refused = true,
            Event::ExportMake => {
                let Export { sieve, form, mask_names, .. } = export.as_ref().clone();
                let begun = saving.make(Wanted::Sifted(Sifted { sieve, form, mask_names }), hands);
                export.begun = begun.or(export.begun);
            }
            _ => {}
        }
    }

    fn open_export(&mut self, hands: &mut Hands<'_>) {
        let Some(shown) = &self.shown else { return };
        let period = self.wish.when.period(shown.now.date());
        let sieve = Sieve { period, ..self.wish.sieve.clone() };
        self.typing = false;
        let (form, begun) = (FileForm::Xlsx, None);
        self.sheet =
            Some(Sheet::Export(Box::new(Export { sieve, form, mask_names: true, names_refused: false, begun })));
        hands.ask(AnyAsk::Reports(reports::Ask::Open));
    }

    /// A file was made, or not. When it is this page's and stands somewhere, its card has done its work.
    pub(in crate::flow::staff) fn saved(&mut self, ticket: u64, reply: &reports::Reply) {
        let stands = matches!(reply, reports::Reply::Made(Saved::Done(_) | Saved::Kept(..), _));
        self.sheet.take_if(|sheet| stands && matches!(sheet, Sheet::Export(export) if export.begun == Some(ticket)));
    }
}
