//! The rows, newest first.

use egui::accesskit::Live;
use egui::{Align2, Color32, Rect, Stroke, Ui, pos2, vec2};

use super::super::view::StaffView;
use super::cells::{self, Standing};
use super::control;
use super::plan::{HEAD, Plan};
use crate::domain::listing::Listed;
use crate::domain::visit::MembershipType;
use crate::flow::staff::visits::{Event, Page, Shown};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::{Font, Tint, Type, Weight, radius};
use crate::ui::widgets::{Face, Text, icon, name_text};

/// Where the columns begin on a table of [`DRAWN`] du, and the end of the last one.
const COLUMNS: [f32; 9] = [28.0, 138.0, 450.0, 660.0, 824.0, 1114.0, 1214.0, 1352.0, 1484.0];
const DRAWN: f32 = 1552.0;
const NAMES: [&str; 8] = [
    "visits-column-time",
    "visits-column-name",
    "visits-column-kind",
    "visits-column-card",
    "visits-column-purpose",
    "visits-column-seat",
    "visits-column-pace",
    "visits-column-status",
];
/// The columns of three lines on a narrow table: where each begins and ends, in shares of its width, and on which line.
const NARROW: [(f32, f32, u8); 8] = [
    (0.025, 0.21, 0),
    (0.21, 0.66, 0),
    (0.21, 0.43, 1),
    (0.44, 0.66, 1),
    (0.21, 0.91, 2),
    (0.67, 0.91, 1),
    (0.025, 0.21, 1),
    (0.67, 0.91, 0),
];

/// Paints head and rows into `rect`; rows that have no room (above the keyboard) are left out.
pub(super) fn show(
    ui: &Ui,
    view: &StaffView<'_>,
    page: &Page,
    shown: &Shown,
    plan: &Plan,
    rect: Rect,
) -> Option<Event> {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    Face::filled(p.surface, radius::STAFF_CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
    if page.notice.is_none() || page.sheet.is_some() {
        head(ui, view, plan, rect);
    }
    let mut event = None;
    let mut top = rect.top() + HEAD;
    for (n, listed) in shown.page.rows.iter().enumerate() {
        let place = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), plan.row));
        if place.bottom() > rect.bottom() + 1.0 {
            break;
        }
        if n > 0 {
            ui.painter().hline(place.x_range().shrink(2.0), place.top(), Stroke::new(kit.theme.stroke.card, p.line));
        }
        Row { ui, view, page, shown, plan, listed }.paint(place);
        let menu = Rect::from_min_max(pos2(place.right() - 68.0, place.top()), place.max);
        let time = view.words.time(listed.row.recorded_at.time());
        let name = view.words.with("visits-row-menu", &[("n", (n + 1).to_string()), ("time", time)]);
        let menu = Rect::from_center_size(menu.center(), vec2(64.0, plan.row.min(64.0)));
        if control::square(ui, view, menu, &name, bold::DOTS_THREE_VERTICAL) {
            event = Some(Event::Row(listed.row.id));
        }
        top += plan.row;
    }
    event
}

fn head(ui: &Ui, view: &StaffView<'_>, plan: &Plan, rect: Rect) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let bar = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD)).shrink(kit.theme.stroke.card);
    let round = radius::STAFF_CARD - 2.0;
    Face::filled(p.bg, round).paint(ui.painter(), bar, 0.0);
    ui.painter().rect_filled(bar.with_min_y(bar.bottom() - round), 0.0, p.bg);
    ui.painter().hline(rect.x_range().shrink(2.0), bar.bottom(), Stroke::new(kit.theme.stroke.card, p.line));
    let font = kit.font(Type::StaffCaption).weighted(Weight::Bold);
    for (n, key) in NAMES.iter().enumerate() {
        // Of three lines the head names the first; the others explain themselves.
        if plan.lines == 3 && NARROW[n].2 > 0 {
            continue;
        }
        let place = column(bar, plan, n);
        let text = view.words.get(key);
        let shown = Text::new(&text, font, p.ink2).show(ui, place);
        if n == 0 {
            let spot = Rect::from_center_size(pos2(shown.rect.right() + 14.0, place.center().y), vec2(18.0, 18.0));
            icon(ui.painter(), spot, bold::ARROW_DOWN, 18.0, p.ink2);
        }
    }
}

/// The place of a column within a row.
fn column(row: Rect, plan: &Plan, n: usize) -> Rect {
    if plan.lines == 3 {
        let (from, to, line) = NARROW[n];
        let x = |share: f32| row.left() + row.width() * share;
        let third = (row.height() - 10.0) / 3.0;
        let (top, high) = if row.height() > HEAD {
            (row.top() + 5.0 + f32::from(line) * third, third)
        } else {
            (row.top(), row.height())
        };
        return Rect::from_min_size(pos2(x(from), top), vec2(x(to) - x(from) - 8.0, high));
    }
    let x = |drawn: f32| row.left() + drawn * row.width() / DRAWN;
    Rect::from_min_max(pos2(x(COLUMNS[n]), row.top()), pos2(x(COLUMNS[n + 1]) - 12.0, row.bottom()))
}

struct Row<'a> {
    ui: &'a Ui,
    view: &'a StaffView<'a>,
    page: &'a Page,
    shown: &'a Shown,
    plan: &'a Plan,
    listed: &'a Listed,
}

impl Row<'_> {
    fn paint(&self, place: Rect) {
        let (kit, words, row) = (self.view.kit, self.view.words, &self.listed.row);
        let p = &kit.theme.palette;
        let body = kit.font(Type::StaffBody);
        let strong = body.weighted(Weight::Bold);
        let ink = if row.voided { p.ink2 } else { p.ink };
        let at = |n: usize| column(place, self.plan, n);
        self.time(at(0), strong, ink);
        self.text(at(1), &cells::name(words, self.listed, self.page.names), strong, ink);
        self.kind(at(2));
        self.text(at(3), &cells::card_number(row), body, p.ink2);
        self.text(at(4), &cells::purpose(&self.shown.purposes, &row.purpose), body, ink);
        self.text(at(5), row.seat.as_deref().unwrap_or("–"), strong, ink);
        let (pace, over) = cells::pace(words, row);
        if over {
            self.marked(at(6), &pace, fill::WARNING_CIRCLE, strong, p.red_ink);
        } else {
            self.text(at(6), &pace, strong, ink);
        }
        let (standing, status) = cells::status(words, row);
        match standing {
            Standing::Inside => self.marked(at(7), &status, fill::CIRCLE, strong, p.green_ink),
            Standing::Voided => self.said(at(7), &status, strong, p.red_ink),
            Standing::Recorded | Standing::Left => self.said(at(7), &status, body, p.ink2),
        }
    }

    /// The time, and the day where the list spans several.
    fn time(&self, place: Rect, font: Font, ink: Color32) {
        let (kit, words, row) = (self.view.kit, self.view.words, &self.listed.row);
        let time = words.time(row.recorded_at.time());
        if !cells::spans_days(self.shown.period) {
            return self.text(place, &time, font, ink);
        }
        let day = words.brief_date(self.listed.key.day);
        let day = day.split_once(", ").map_or(day.as_str(), |(_, rest)| rest);
        let caption = kit.font(Type::StaffCaption);
        if self.plan.lines == 3 {
            return self.text(place, &format!("{time} · {day}"), caption.weighted(Weight::Bold), ink);
        }
        let middle = place.center().y;
        self.text(place.with_max_y(middle + 6.0), &time, font, ink);
        self.said(
            place.with_min_y(middle + 2.0).with_max_y(place.bottom() - 4.0),
            day,
            caption,
            kit.theme.palette.ink2,
        );
    }

    /// A pill with the column of the book.
    fn kind(&self, place: Rect) {
        let (kit, ui) = (self.view.kit, self.ui);
        let (glyph, tint) = match self.listed.row.membership_type {
            MembershipType::Member => (fill::IDENTIFICATION_CARD, Tint::Blue),
            MembershipType::NonMember => (fill::USER, Tint::Teal),
            MembershipType::Group => (fill::USERS_THREE, Tint::Amber),
        };
        let text = self.view.words.get(&format!("visits-kind-{}", self.listed.row.membership_type.id()));
        let font = kit.font(Type::StaffCaption).weighted(Weight::Bold);
        let ink = tint.ink(&kit.theme);
        let wide = Text::new(&text, font, ink).measure(ui.painter(), f32::INFINITY).x.ceil() + 58.0;
        let pill = Rect::from_min_size(
            pos2(place.left(), place.center().y - 18.0),
            vec2(wide.min(place.width() + 10.0), 36.0),
        );
        Face::filled(tint.ground(&kit.theme), 12.0).paint(ui.painter(), pill, 0.0);
        let spot = Rect::from_center_size(pos2(pill.left() + 25.0, pill.center().y), vec2(22.0, 22.0));
        icon(ui.painter(), spot, glyph, 22.0, ink);
        let room = Rect::from_min_max(pos2(pill.left() + 44.0, pill.top()), pos2(pill.right() - 8.0, pill.bottom()));
        Text::new(&text, font, ink).align(Align2::LEFT_CENTER).paint(ui.painter(), room);
        name_text(ui, pill, &text);
    }

    /// Words of the row; struck out when it was taken back.
    fn text(&self, place: Rect, text: &str, font: Font, ink: Color32) {
        let lines = if place.height() > 50.0 { 2 } else { 1 };
        let shown = Text::new(text, font, ink).lines(lines).show(self.ui, place);
        if self.listed.row.voided {
            let rect = shown.rect;
            self.ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(2.0, ink));
        }
    }

    fn said(&self, place: Rect, text: &str, font: Font, ink: Color32) {
        Text::new(text, font, ink).show(self.ui, place);
    }

    fn marked(&self, place: Rect, text: &str, glyph: crate::ui::icons::Icon, font: Font, ink: Color32) {
        let size = if glyph == fill::CIRCLE { 14.0 } else { 22.0 };
        let spot = Rect::from_center_size(pos2(place.left() + size / 2.0, place.center().y), vec2(size, size));
        icon(self.ui.painter(), spot, glyph, size, ink);
        self.text(place.with_min_x(spot.right() + 8.0), text, font, ink);
    }
}

/// What stands in the table's place while there is nothing to show in it.
pub(super) fn empty(ui: &Ui, view: &StaffView<'_>, rect: Rect, title: &str, text: &str) -> Rect {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    Face::filled(p.surface, radius::STAFF_CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
    let middle = rect.center();
    let line = |y: f32, high: f32| Rect::from_center_size(pos2(middle.x, y), vec2(rect.width() - 80.0, high));
    let spot = Rect::from_center_size(pos2(middle.x, middle.y - 110.0), vec2(64.0, 64.0));
    icon(ui.painter(), spot, fill::MAGNIFYING_GLASS, 64.0, p.edge);
    let heading = kit.sized(Type::StaffTitle, 30.0);
    let shown = Text::new(title, heading, p.ink).centered().show(ui, line(middle.y - 44.0, 44.0));
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
    Text::new(text, kit.font(Type::StaffBody), p.ink2).lines(2).centered().show(ui, line(middle.y + 4.0, 56.0));
    line(middle.y + 84.0, 64.0)
}
