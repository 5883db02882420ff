//! "Ekspor hasil saring": the form, whether names are masked, the place, and the button that makes the file.

use egui::{Rect, Ui, pos2, vec2};

use super::super::saving::{self, Made};
use super::super::switch::{self, Switch};
use super::super::view::StaffView;
use super::{cells, lists};
use crate::domain::staff::Role;
use crate::flow::staff::page::PageEvent;
use crate::flow::staff::visits::{Event, Export, FORMS, Shown};
use crate::flow::staff::{Event as DeskEvent, Panel};
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::Text;

const HEADING: f32 = 30.0;
const TILE: f32 = 128.0;
const OPTION: f32 = 64.0;
const PLACE: f32 = 80.0;
const MAKE: f32 = 88.0;
/// Below a heading, and between two parts.
const UNDER: f32 = 12.0;
const GAP: f32 = 20.0;

/// Paints the card.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, panel: &Panel, shown: &Shown, export: &Export) -> Vec<DeskEvent> {
    let (words, saving) = (view.words, &panel.pages.saving);
    let key = if shown.page.more { "visits-export-text-more" } else { "visits-export-text" };
    let when = cells::when(words, panel.pages.visits.wish.when);
    let text = words.with(key, &[("when", when), ("rows", words.number(shown.page.listed))]);
    let parts = [HEADING + UNDER + TILE, HEADING + OPTION, HEADING + UNDER + PLACE, MAKE + 6.0];
    let inner = vec2(860.0, parts.iter().sum::<f32>() + 3.0 * GAP);
    let away = page(Event::Close);
    let touched = lists::card(ui, view, &words.get("visits-export"), &text, inner, away, |ui, room| {
        let mut top = room.top();
        let mut next = |high: f32, after: f32| {
            let rect = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), high));
            top += high + after;
            rect
        };
        let mut touched = None;
        heading(ui, view, next(HEADING, UNDER), "visits-export-form");
        let tiles = next(TILE, GAP);
        let wide = (tiles.width() - UNDER) / 2.0;
        let second = tiles.with_min_x(tiles.right() - wide);
        for (form, rect) in FORMS.into_iter().zip([tiles.with_max_x(tiles.left() + wide), second]) {
            if saving::form_tile(ui, view, rect, form, export.form == form, true) {
                touched = Some(page(Event::ExportForm(form)));
            }
        }
        heading(ui, view, next(HEADING, 0.0), "visits-export-options");
        if names(ui, view, panel, export, next(OPTION, GAP)) {
            touched = Some(page(Event::ExportMask));
        }
        heading(ui, view, next(HEADING, UNDER), "visits-export-place");
        let save = |event| DeskEvent::Page(PageEvent::Saving(event));
        touched = saving::place(ui, view, saving, next(PLACE, GAP)).map(save).or(touched);
        let form = words.get(&format!("reports-form-{}", export.form.id()));
        let text = words.with("reports-make-rows", &[("form", form)]);
        match saving::make(ui, view, saving, next(MAKE, 0.0), &text) {
            None => touched,
            Some(Made::Begin) => Some(page(Event::ExportMake)),
            Some(Made::Cancel(event)) => Some(save(event)),
        }
    });
    touched.into_iter().collect()
}

fn page(event: Event) -> DeskEvent {
    super::event(event)
}

fn heading(ui: &Ui, view: &StaffView<'_>, rect: Rect, key: &str) {
    let font = view.kit.font(Type::StaffBody).weighted(Weight::Extra);
    Text::new(&view.words.get(key), font, view.kit.theme.palette.ink).show(ui, rect);
}

/// "Samarkan nama pengunjung"; a librarian may touch it and is told why it stays.
fn names(ui: &Ui, view: &StaffView<'_>, panel: &Panel, export: &Export, rect: Rect) -> bool {
    let administrator = panel.staff.role == Role::Administrator;
    let text = match (export.names_refused, export.mask_names) {
        (true, _) => view.words.get("reports-names-refused"),
        (_, false) if administrator => view.words.get("reports-names-logged"),
        _ => view.words.get("reports-masked-rows"),
    };
    let name = view.words.get("reports-mask");
    switch::show(ui, view.kit, rect, &Switch { name: &name, text: &text, on: export.mask_names, ready: true })
}
