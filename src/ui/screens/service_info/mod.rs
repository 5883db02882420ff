//! Informasi layanan: the published standard of the free internet service, as the library's configuration words it.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::frame::{self, Below};
use super::privacy;
use crate::flow::Event;
use crate::ui::icons::{bold, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{Tint, Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{Face, Onward, OnwardKind, Side, Text, icon, icon_box};

mod column;
mod complaints;
mod plan;

use column::{Line, column};
use complaints::complaints;
use plan::Plan;

/// Paints the page and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let (heading, sign) = (view.words.get("service-heading"), view.words.get("service-sign"));
    let onward = Onward { text: &sign, icon: Side::Left(bold::NOTEBOOK), kind: OnwardKind::Ready };
    let kept = privacy::notice(view.words, view.house.keep_days);
    let in_bar = view.canvas.shape != Shape::Portrait;
    let (in_bar, in_card) = if in_bar { (kept.as_str(), "") } else { ("", kept.as_str()) };
    let below = Below {
        heading: &heading,
        no_cancel: true,
        onward: Some((onward, Event::Finish)),
        hint: in_bar,
        hint_icon: Some((fill::SHIELD_CHECK, Tint::Green)),
        ..Below::default()
    };
    frame::show(ui, view, &below, |ui, _| {
        let plan = Plan::of(&view.canvas);
        let ink = view.kit.theme.palette.ink;
        column(ui, view, plan.title, &[Line::new(&view.house.service.title, Type::TitleForm, ink)]);
        if let Some((room, text)) = plan.decree.zip(decree(view)) {
            let font = view.kit.font(Type::Caption);
            Text::new(&text, font, view.kit.theme.palette.ink2).lines(2).align(Align2::RIGHT_CENTER).show(ui, room);
        }
        facts(ui, view, &plan);
        steps(ui, view, &plan);
        complaints(ui, view, &plan, in_card);
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
        let inner = rect.shrink2(vec2(28.0, 16.0));
        let square = Rect::from_min_size(inner.min, vec2(64.0, 64.0));
        icon_box(ui.painter(), view.kit, square, glyph, tint);
        let left = square.right() + 16.0;
        let top = if plan.facts_beside { inner.top() } else { inner.top() + 8.0 };
        let head = Rect::from_min_max(pos2(left, top), pos2(inner.right(), square.bottom()));
        column(ui, view, head, &[Line::new(&view.words.get(key), Type::Label, p.ink)]);
        let below =
            if plan.facts_beside { pos2(left, head.top() + 44.0) } else { square.left_bottom() + vec2(0.0, 10.0) };
        column(ui, view, Rect::from_min_max(below, inner.max), &lines);
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
        icon(ui.painter(), disc.translate(vec2(0.0, 66.0)), picture, 52.0, p.blue);
        let room = rect.with_min_x(disc.right() + 24.0);
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

/// "Nomor SK: …", where the library has named it.
fn decree(view: &View<'_>) -> Option<String> {
    let number = view.house.service.sk_number.clone()?;
    Some(view.words.with("service-decree", &[("number", number)]))
}
