//! Informasi layanan: the published standard of the free internet service, as the library's configuration words it.

use egui::{Color32, Rect, Ui, pos2, vec2};

use super::frame::{self, Below};
use super::privacy;
use crate::flow::Event;
use crate::ui::art::{batik, qr};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{Tint, Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{Face, Onward, OnwardKind, Side, Text, icon, icon_box, name_text};

mod column;
mod plan;

use column::{Line, column};
use plan::Plan;

/// Paints the page and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let (heading, sign) = (view.words.get("service-heading"), view.words.get("service-sign"));
    let onward = Onward { text: &sign, icon: Side::Left(bold::NOTEBOOK), kind: OnwardKind::Ready };
    let below = Below { heading: &heading, no_cancel: true, onward: Some((onward, Event::Finish)), ..Below::default() };
    frame::show(ui, view, &below, |ui, _| {
        let plan = Plan::of(&view.canvas);
        let ink = view.kit.theme.palette.ink;
        column(ui, view, plan.title, &[Line::new(&view.house.service.title, Type::TitleForm, ink)]);
        facts(ui, view, &plan);
        steps(ui, view, &plan);
        complaints(ui, view, &plan);
        None
    })
}

fn card(ui: &Ui, view: &View<'_>, rect: Rect) {
    let theme = &view.kit.theme;
    Face::filled(theme.palette.surface, radius::CARD).outlined(theme.stroke.card, theme.palette.line).paint(
        ui.painter(),
        rect,
        0.0,
    );
}

/// Persyaratan, Waktu, Biaya.
fn facts(ui: &Ui, view: &View<'_>, plan: &Plan) {
    let (p, service) = (&view.kit.theme.palette, &view.house.service);
    let small = |text| Line::new(text, Type::Body, p.ink2);
    let large = |text| Line::new(text, Type::Title, p.ink);
    let facts = [
        (
            "service-requirement",
            fill::IDENTIFICATION_CARD,
            Tint::Blue,
            vec![small(&service.requirement).gap(6.0), small(&service.getting_card)],
        ),
        ("service-time", fill::TIMER, Tint::Teal, vec![large(&service.time), small(&service.time_note)]),
        ("service-cost", fill::HAND_COINS, Tint::Green, vec![large(&service.cost), small(&service.cost_note)]),
    ];
    for ((key, glyph, tint, lines), rect) in facts.into_iter().zip(plan.facts) {
        card(ui, view, rect);
        let inner = rect.shrink2(vec2(28.0, 20.0));
        let square = Rect::from_min_size(inner.min, vec2(64.0, 64.0));
        icon_box(ui.painter(), view.kit, square, glyph, tint);
        let head = Rect::from_min_max(square.right_top() + vec2(16.0, 8.0), pos2(inner.right(), square.bottom()));
        column(ui, view, head, &[Line::new(&view.words.get(key), Type::Label, p.ink)]);
        column(ui, view, Rect::from_min_max(pos2(inner.left(), square.bottom() + 10.0), inner.max), &lines);
    }
}

/// The three steps of the SOP with their times, and what the service gives.
fn steps(ui: &Ui, view: &View<'_>, plan: &Plan) {
    let (p, service) = (&view.kit.theme.palette, &view.house.service);
    card(ui, view, plan.procedure);
    column(ui, view, plan.procedure_title, &[Line::new(&view.words.get("service-steps"), Type::Label, p.ink)]);
    let pictures = [fill::BARCODE, fill::DESKTOP, bold::SIGN_OUT];
    for (((number, step), picture), rect) in (1..).zip(&service.steps).zip(pictures).zip(plan.steps) {
        let disc = Rect::from_min_size(rect.min, vec2(60.0, 60.0));
        ui.painter().circle_filled(disc.center(), 30.0, p.blue);
        let figure = number.to_string();
        let font = view.kit.font(Type::Label).sized(32.0);
        Text::new(&figure, font, p.on_blue).centered().show(ui, disc);
        let beside = disc.translate(vec2(76.0, 0.0));
        icon(ui.painter(), beside, picture, 52.0, p.blue);
        let room = Rect::from_min_max(pos2(rect.left(), disc.bottom() + 8.0), rect.max);
        column(
            ui,
            view,
            room,
            &[
                Line::new(&step.title, Type::BodyStrong, p.ink),
                Line::new(&step.text, Type::Body, p.ink2),
                Line::new(&step.time, Type::BodyStrong, p.blue),
            ],
        );
    }
    let product = view.words.with("service-product", &[("product", service.product.clone())]);
    let room = plan.product;
    let square = Rect::from_min_size(pos2(room.left(), room.center().y - 22.0), vec2(44.0, 44.0));
    icon(ui.painter(), square, fill::SEAL_CHECK, 44.0, p.green_mark);
    let words = Rect::from_min_max(pos2(square.right() + 16.0, room.top()), room.max);
    Text::new(&product, view.kit.font(Type::Body), p.ink).lines(3).show(ui, words);
}

/// Where to complain, where the library is, when it is open, and what is kept.
fn complaints(ui: &Ui, view: &View<'_>, plan: &Plan) {
    let (kit, words, house) = (view.kit, view.words, view.house);
    let p = &kit.theme.palette;
    let service = &house.service;
    let edge = if kit.theme.is_high_contrast() { kit.theme.stroke.card } else { 0.0 };
    Face::filled(p.night, radius::CARD).outlined(edge, p.line).paint(ui.painter(), plan.complaints, 0.0);
    batik(ui.painter(), kit, plan.complaints.shrink(16.0), 240.0, 0.06);
    let title = words.get("service-complaints");
    column(
        ui,
        view,
        plan.complaints_text,
        &[Line::new(&title, Type::Label, p.on_night).gap(4.0), Line::new(&service.complaints, Type::Caption, p.mist)],
    );
    let mut contacts = plan.contacts;
    match &service.url {
        Some(url) if qr(ui.painter(), kit, plan.qr, url) => {
            name_text(ui, plan.qr, &words.with("service-qr", &[("url", url.clone())]));
        }
        _ if view.canvas.shape == Shape::Wide => contacts.min.y = plan.qr.top(),
        _ => contacts.min.x = plan.qr.left(),
    }
    let account = format!("@{}", house.instagram);
    let hours = words.with("service-hours", &[("hours", service.hours.clone())]);
    let decree = service.sk_number.as_ref().map(|n| words.with("service-decree", &[("number", n.clone())]));
    let kept = privacy::notice(words, house.keep_days);
    let all: [(Icon, &str); 7] = [
        (fill::GLOBE, &service.website),
        (fill::PHONE, &house.phone),
        (bold::INSTAGRAM_LOGO, if house.instagram.is_empty() { "" } else { &account }),
        (fill::MAP_PIN, &house.address),
        (fill::CLOCK, if service.hours.is_empty() { "" } else { &hours }),
        (fill::SCROLL, decree.as_deref().unwrap_or_default()),
        (fill::SHIELD_CHECK, &kept),
    ];
    let ink: Color32 = p.on_night;
    let lines: Vec<Line<'_>> = all
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(glyph, text)| Line::new(text, Type::Caption, ink).gap(7.0).pictured(glyph, p.fire))
        .collect();
    if contacts.width() < TWO_COLUMNS {
        return column(ui, view, contacts, &lines);
    }
    let (first, second) = lines.split_at(lines.len().div_ceil(2));
    let (left, right) = contacts.split_left_right_at_fraction(0.42);
    column(ui, view, left.with_max_x(left.right() - 24.0), first);
    column(ui, view, right, second);
}

/// Contacts that have at least this width, in du, stand in two columns.
const TWO_COLUMNS: f32 = 1000.0;
