//! Batalkan pencatatan with its reason, Hapus data pribadi, and Tutup sesi internet.

use egui::{Rect, Ui, pos2, vec2};

use super::super::keys;
use super::super::view::StaffView;
use super::{cells, control, lists};
use crate::domain::listing::Listed;
use crate::flow::staff::Event as DeskEvent;
use crate::flow::staff::visits::{Event, REASONS, Voiding};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{Tint, Type};
use crate::ui::widgets::{Dialog, DialogAnswer, DialogButton, DialogKind, Side, StaffLook, Text, dialog};

const KEYBOARD: f32 = 400.0;
const GAP: f32 = 20.0;

/// Asks why, and lets one's own words be written.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, voiding: &Voiding, busy: bool, names: bool) -> Vec<DeskEvent> {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    let columns = if view.canvas.width() > 1200.0 { 3 } else { 2 };
    let reasons: Vec<_> = REASONS
        .iter()
        .map(|reason| lists::Pickable {
            text: words.get(&format!("visits-reason-{}", reason.id())),
            chosen: voiding.reason == Some(*reason),
            event: page(Event::Reason(*reason)),
        })
        .collect();
    let reasons_high = lists::grid_high(reasons.len(), columns);
    let keyboard = if voiding.typing { KEYBOARD + GAP } else { 0.0 };
    let inner = vec2(1080.0, reasons_high + GAP + 30.0 + 64.0 + keyboard + 32.0 + 64.0);
    let who = format!(
        "{} · {}",
        words.time(voiding.listed.row.recorded_at.time()),
        cells::name(words, &voiding.listed, names)
    );
    let text = format!("{who}. {}", words.get("visits-void-text"));
    let away = page(if voiding.typing { Event::WordsDone } else { Event::Close });
    let answer = lists::card(ui, view, &words.get("visits-void-title"), &text, inner, away, |ui, room| {
        let mut event = lists::grid(ui, view, room, columns, &reasons);
        let caption = Rect::from_min_size(pos2(room.left(), room.top() + reasons_high + GAP), vec2(room.width(), 30.0));
        let name = words.get("visits-void-words");
        Text::new(&name, kit.font(Type::StaffCaption), p.ink2).show(ui, caption);
        let place = Rect::from_min_size(caption.left_bottom(), vec2(room.width(), 64.0));
        let own = control::Field {
            name: &name,
            text: &voiding.words,
            placeholder: "",
            active: voiding.typing,
            wrong: false,
            icon: None,
        };
        if control::field(ui, view, place, &own) {
            event = Some(page(Event::Words));
        }
        if voiding.typing {
            let keys = Rect::from_min_size(pos2(room.left(), place.bottom() + GAP), vec2(room.width(), KEYBOARD));
            event = keys::letters(ui, view, keys, &voiding.words).or(event);
        }
        let yes = words.get(if busy { "visits-saving" } else { "visits-void-yes" });
        let look = if voiding.reason.is_some() && !busy { StaffLook::Primary } else { StaffLook::Plain };
        let row = lists::last_row(room);
        let (keep, void) = lists::two(ui, view, row, (&words.get("visits-void-keep"), StaffLook::Plain), (&yes, look));
        if keep {
            event = Some(page(Event::Close));
        }
        if void {
            event = Some(page(Event::Void));
        }
        event
    });
    answer.into_iter().collect()
}

fn page(event: Event) -> DeskEvent {
    super::event(event)
}

/// Asks once whether personal data is to be erased.
pub(super) fn erase(ui: &Ui, view: &StaffView<'_>, _listed: &Listed) -> Option<Event> {
    let words = view.words;
    let asked = Asked {
        title: &words.get("visits-erase-title"),
        text: &words.get("visits-erase-text"),
        icon: (fill::WARNING, Tint::Red),
        yes: (&words.get("visits-erase-yes"), Side::None),
        no: &words.get("visits-erase-no"),
    };
    ask(ui, view, &asked, Event::Erase)
}

/// Asks once, in the words of Ruang internet, whether the session is to be ended.
pub(super) fn end_session(ui: &Ui, view: &StaffView<'_>, listed: &Listed) -> Option<Event> {
    let words = view.words;
    let seat = listed.row.seat.clone().unwrap_or_default();
    let asked = Asked {
        title: &words.with("room-end-title", &[("seat", seat)]),
        text: &words.get("room-end-text"),
        icon: (fill::SIGN_OUT, Tint::Red),
        yes: (&words.get("room-end-yes"), Side::Left(bold::CHECK)),
        no: &words.get("room-no"),
    };
    ask(ui, view, &asked, Event::EndSession)
}

/// A question about what cannot be taken back.
struct Asked<'a> {
    title: &'a str,
    text: &'a str,
    icon: (Icon, Tint),
    yes: (&'a str, Side),
    no: &'a str,
}

fn ask(ui: &Ui, view: &StaffView<'_>, asked: &Asked<'_>, does: Event) -> Option<Event> {
    let buttons = [
        DialogButton { text: asked.yes.0, icon: asked.yes.1, kind: DialogKind::Danger },
        DialogButton { text: asked.no, icon: Side::None, kind: DialogKind::Primary },
    ];
    let shown = Dialog { title: asked.title, text: asked.text, icon: Some(asked.icon), buttons: &buttons };
    let answer = dialog(ui, view.kit, &view.canvas, &shown)?;
    Some(if answer == DialogAnswer::Button(0) { does } else { Event::Close })
}
