//! Pengaduan: the three channels for complaints with their QR codes, and where and when the library is to be found.

use egui::{Rect, Ui, pos2, vec2};

use super::column::{Line, column};
use super::plan::{Complaints, Plan};
use crate::domain::contact::Channel;
use crate::ui::art::{batik, qr};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{Type, radius};
use crate::ui::view::{Contact, View};
use crate::ui::widgets::{Face, Text, icon, name_text};

/// Contacts that have at least this width, in du, stand in two columns.
const TWO_COLUMNS: f32 = 700.0;

/// Paints the card. `kept` is told here where it does not stand in the bar below; otherwise it is empty.
pub(super) fn complaints(ui: &Ui, view: &View<'_>, plan: &Plan, kept: &str) {
    let place = &plan.complaints;
    let theme = &view.kit.theme;
    let edge = if theme.is_high_contrast() { theme.stroke.card } else { 0.0 };
    Face::filled(theme.palette.night, radius::CARD).outlined(edge, theme.palette.line).paint(
        ui.painter(),
        place.card,
        0.0,
    );
    batik(ui.painter(), view.kit, place.card.shrink(16.0), 240.0, 0.06);
    head(ui, view, place.head);
    let channels = &view.house.service.channels;
    for (n, contact) in channels.iter().take(3).enumerate() {
        code(ui, view, contact, place.codes[n], place.labels[n]);
    }
    rest(ui, view, place, plan.decree.is_none(), kept);
}

/// "Pengaduan" with its icon, and what happens with complaints.
fn head(ui: &Ui, view: &View<'_>, room: Rect) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let square = Rect::from_min_size(pos2(room.left(), room.center().y - 24.0), vec2(48.0, 48.0));
    icon(ui.painter(), square, fill::CHAT_CIRCLE_TEXT, 48.0, p.amber);
    let title = view.words.get("service-complaints");
    let beside = room.with_min_x(square.right() + 16.0);
    let told = Text::new(&title, kit.font(Type::Label), p.on_night).show(ui, beside).rect;
    let rest = room.with_min_x(told.right() + 24.0);
    Text::new(&view.house.service.complaints, kit.font(Type::Caption), p.mist).lines(2).show(ui, rest);
}

/// A channel: its code on white, and below it which it is and where it leads.
fn code(ui: &Ui, view: &View<'_>, contact: &Contact, place: Rect, below: Rect) {
    let (words, p) = (view.words, &view.kit.theme.palette);
    let (key, glyph) = match contact.channel {
        Channel::Website => ("service-website", fill::GLOBE),
        Channel::Instagram => ("service-instagram", bold::INSTAGRAM_LOGO),
        Channel::Telephone => ("service-telephone", fill::PHONE),
    };
    let channel = words.get(key);
    if qr(ui.painter(), view.kit, place, &contact.address) {
        let leads = [("channel", channel.clone()), ("address", contact.address.clone())];
        name_text(ui, place, &words.with("service-qr", &leads));
    }
    let name = Line::new(&channel, Type::CaptionStrong, p.on_night).pictured(glyph, p.fire);
    let font = view.kit.font(Type::Caption).sized(crate::ui::theme::SMALLEST_VISITOR);
    let fits = |text: &str| Text::new(text, font, p.mist).measure(ui.painter(), f32::INFINITY).x <= below.width();
    let label = if fits(&contact.label) { contact.label.clone() } else { in_two(&contact.label) };
    column(ui, view, below, &[name, Line::new(&label, Type::Caption, p.mist)]);
}

/// An address in two lines, after the sign within it that is nearest to its middle.
fn in_two(address: &str) -> String {
    let signs = address.char_indices().filter(|(_, c)| ".-/_".contains(*c)).map(|(at, _)| at + 1);
    match signs.filter(|at| *at < address.len()).min_by_key(|at| (2 * at).abs_diff(address.len())) {
        Some(at) => format!("{}\n{}", &address[..at], &address[at..]),
        None => address.to_owned(),
    }
}

/// Where the library is, when its room is open, and what is kept.
fn rest(ui: &Ui, view: &View<'_>, place: &Complaints, with_decree: bool, kept: &str) {
    let (words, house, p) = (view.words, view.house, &view.kit.theme.palette);
    let service = &house.service;
    let hours = match service.hours.as_str() {
        "" => String::new(),
        hours => words.with("service-hours", &[("hours", hours.to_owned())]),
    };
    let decree = super::decree(view).filter(|_| with_decree).unwrap_or_default();
    let all: [(Icon, &str); 5] = [
        (fill::GLOBE, &service.website),
        (fill::MAP_PIN, &house.address),
        (fill::CLOCK, &hours),
        (fill::SCROLL, &decree),
        (fill::SHIELD_CHECK, kept),
    ];
    let lines: Vec<Line<'_>> = all
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(glyph, text)| Line::new(text, Type::Caption, p.on_night).gap(4.0).pictured(glyph, p.fire))
        .collect();
    let room = place.rest(service.channels.len());
    if room.width() < TWO_COLUMNS {
        return column(ui, view, room, &lines);
    }
    let (first, second) = lines.split_at(lines.len().div_ceil(2));
    let (left, right) = room.split_left_right_at_fraction(0.5);
    column(ui, view, left.with_max_x(left.right() - 12.0), first);
    column(ui, view, right.with_min_x(right.left() + 12.0), second);
}

#[cfg(test)]
mod tests {
    use super::in_two;

    #[test]
    fn a_long_address_is_broken_after_the_sign_nearest_to_its_middle() {
        assert_eq!(in_two("dispusip.banyuwangikab.go.id"), "dispusip.\nbanyuwangikab.go.id");
        assert_eq!(in_two("perpustakaan-kabupaten.go.id"), "perpustakaan-\nkabupaten.go.id");
        assert_eq!(in_two("perpustakaan"), "perpustakaan");
    }
}
