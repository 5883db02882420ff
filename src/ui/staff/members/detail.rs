//! One member's particulars in a card over the list.

use egui::{Rect, pos2, vec2};

use super::CONTROL;
use super::parts::{PageUi, name_of, number_of, source_of, status_of, valid_until};
use crate::domain::member_list::MemberRow;
use crate::flow::staff::members::{Event, Page};
use crate::ui::icons::fill;
use crate::ui::theme::{Tint, Type, Weight};
use crate::ui::widgets::{StaffLook, Text, icon_box, modal};

const PADDING: f32 = 44.0;
const LINE: f32 = 58.0;

pub(super) fn show(p: &mut PageUi<'_, '_>, page: &Page, row: &MemberRow) {
    let (view, title) = (p.view, p.word("members-detail"));
    let facts = facts(p, page, row);
    #[expect(clippy::cast_precision_loss, reason = "a handful of facts")]
    let high = PADDING + 96.0 + 24.0 + facts.len() as f32 * LINE + 28.0 + CONTROL + PADDING;
    let size = vec2(960.0_f32.min(view.canvas.width() - 80.0), high);
    let over = modal(p.ui, view.kit, &view.canvas, &title, size, |ui, card| {
        let mut events = Vec::new();
        let mut inner = PageUi { ui, view, events: &mut events };
        paint(&mut inner, page, row, card.shrink(PADDING), &facts);
        events
    });
    p.events.extend(over.inner);
    if over.escape || over.outside {
        p.events.push(Event::Close);
    }
}

/// What is known, by name and value.
fn facts(p: &PageUi<'_, '_>, page: &Page, row: &MemberRow) -> Vec<(String, String)> {
    let (words, member) = (p.view.words, &row.member);
    let known = |text: Option<String>| text.unwrap_or_else(|| p.word("members-unknown"));
    // The day of birth and the address tell who somebody is as much as the name does.
    let secret = |text: Option<String>| {
        if page.revealed || text.is_none() { known(text) } else { p.word("members-detail-masked") }
    };
    let id = |kind: &str, id: &str| words.get(&format!("{kind}-{id}"));
    vec![
        (p.word("members-col-valid"), valid_until(p, member)),
        (p.word("members-detail-sex"), known(member.sex.map(|v| id("sex", v.id())))),
        (p.word("members-detail-birth"), secret(member.birth_date.map(|day| words.date(day)))),
        (p.word("members-detail-education"), known(member.education.map(|v| id("education", v.id())))),
        (p.word("members-detail-occupation"), known(member.occupation.map(|v| id("occupation", v.id())))),
        (p.word("members-detail-address"), secret(member.address.clone())),
        (p.word("members-detail-source"), source_of(p, row)),
    ]
}

fn paint(p: &mut PageUi<'_, '_>, page: &Page, row: &MemberRow, rect: Rect, facts: &[(String, String)]) {
    let (kit, palette) = (p.view.kit, &p.view.kit.theme.palette);
    let square = Rect::from_min_size(rect.min, vec2(96.0, 96.0));
    icon_box(p.ui.painter(), kit, square, fill::IDENTIFICATION_CARD, Tint::Blue);
    let (status, glyph, tint) = status_of(p, &row.member);
    let pill = Rect::from_min_max(pos2(rect.right() - 260.0, rect.top() + 8.0), pos2(rect.right(), rect.top() + 48.0));
    let right = pill.left() - 12.0;
    let name = Rect::from_min_max(pos2(square.right() + 24.0, rect.top()), pos2(right, rect.top() + 52.0));
    let font = kit.font(Type::StaffTitle).sized(30.0);
    Text::new(&name_of(&row.member, page.revealed), font, palette.ink).show(p.ui, name);
    let number = Rect::from_min_max(pos2(name.left(), name.bottom()), pos2(right, rect.top() + 92.0));
    p.text(number, &number_of(&row.member, page.revealed), Type::StaffCard, palette.ink2);
    p.pill(pill, &status, glyph, tint);

    let mut top = square.bottom() + 24.0;
    for (name, value) in facts {
        let line = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), LINE));
        p.ui.painter().hline(line.x_range(), line.top(), egui::Stroke::new(2.0, palette.line));
        let [label, said] = [(0.0, 240.0), (250.0, rect.width())]
            .map(|(from, to)| Rect::from_min_max(pos2(rect.left() + from, top), pos2(rect.left() + to, top + LINE)));
        p.text(label, name, Type::StaffBody, palette.ink2);
        let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
        Text::new(value, font, palette.ink).lines(2).show(p.ui, said);
        top += LINE;
    }
    let y = (rect.bottom() - CONTROL, rect.bottom());
    let close = p.word("members-close");
    let left = p.button_from_right(rect.right(), y, &close, None, StaffLook::Primary, Some(Event::Close));
    if !page.revealed {
        let text = p.word("members-detail-show");
        p.button_from_right(left - 16.0, y, &text, Some(fill::USER), StaffLook::Plain, Some(Event::ShowNames));
    }
}
