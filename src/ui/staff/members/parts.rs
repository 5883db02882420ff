//! Small things that the page is made of.

use egui::{Color32, Rect, Ui, pos2, vec2};

use crate::domain::member::{Member, MemberStatus, Standing};
use crate::domain::{card, member_list::MemberRow};
use crate::flow::staff::members::{Event, Problem};
use crate::flow::staff::page::Unanswered;
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Tint, Type, Weight, radius};
use crate::ui::widgets::{
    Face, StaffLook, Target, Text, focus_ring, icon, name_text, staff_button, staff_button_width,
};

/// What every part of the page paints with.
pub(super) struct PageUi<'a, 'v> {
    pub ui: &'a mut Ui,
    pub view: &'a StaffView<'v>,
    pub events: &'a mut Vec<Event>,
}

impl PageUi<'_, '_> {
    pub(super) fn word(&self, key: &str) -> String {
        self.view.words.get(key)
    }

    /// A line of text that has a name.
    pub(super) fn text(&self, rect: Rect, text: &str, style: Type, color: Color32) {
        Text::new(text, self.view.kit.font(style), color).show(self.ui, rect);
    }

    /// A bold line of text that has a name.
    pub(super) fn strong(&self, rect: Rect, text: &str, style: Type, color: Color32) {
        Text::new(text, self.view.kit.font(style).weighted(Weight::Bold), color).show(self.ui, rect);
    }

    /// Text over several lines, from the top.
    pub(super) fn lines(&self, rect: Rect, text: &str, lines: usize, color: Color32) {
        Text::new(text, self.view.kit.font(Type::StaffBody), color).lines(lines).show(self.ui, rect);
    }

    /// A button as wide as its words, with its right end at `right`; gives the place of its left end.
    pub(super) fn button_from_right(
        &mut self,
        right: f32,
        y: (f32, f32),
        text: &str,
        glyph: Option<Icon>,
        look: StaffLook,
        event: Option<Event>,
    ) -> f32 {
        let wide = staff_button_width(self.ui.painter(), self.view.kit, text, glyph.is_some());
        let rect = Rect::from_min_max(pos2(right - wide, y.0), pos2(right, y.1));
        self.button(rect, text, glyph, look, event);
        rect.left()
    }

    /// A button; without an event it is grey and does nothing.
    pub(super) fn button(
        &mut self,
        rect: Rect,
        text: &str,
        glyph: Option<Icon>,
        look: StaffLook,
        event: Option<Event>,
    ) {
        let Some(event) = event else { return grey(self, rect, text, glyph) };
        if staff_button(self.ui, self.view.kit, rect, text, glyph, look).clicked() {
            self.events.push(event);
        }
    }

    /// A white card.
    pub(super) fn card(&self, rect: Rect) {
        let (kit, p) = (self.view.kit, &self.view.kit.theme.palette);
        Face::filled(p.surface, radius::STAFF_CARD).outlined(kit.theme.stroke.card, p.line).paint(
            self.ui.painter(),
            rect,
            0.0,
        );
    }

    /// A line that can be touched: an icon, a name, and what there is to say on its right. `spoken` is its name.
    pub(super) fn line(&mut self, rect: Rect, glyph: Icon, (name, spoken): (&str, &str), text: &str) -> bool {
        let (kit, p) = (self.view.kit, &self.view.kit.theme.palette);
        let touch = Target::button(spoken).sense(self.ui, kit, rect);
        let ground = if touch.held() { p.blue_tint } else { p.surface };
        Face::filled(ground, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, p.edge).paint(
            self.ui.painter(),
            rect,
            0.0,
        );
        let square = Rect::from_center_size(pos2(rect.left() + 42.0, rect.center().y), vec2(34.0, 34.0));
        icon(self.ui.painter(), square, glyph, 34.0, p.blue);
        let aside = if text.is_empty() { 0.0 } else { 150.0 };
        let room =
            Rect::from_min_max(pos2(rect.left() + 80.0, rect.top()), pos2(rect.right() - 20.0 - aside, rect.bottom()));
        Text::new(name, kit.font(Type::StaffBody).weighted(Weight::Bold), p.ink).paint(self.ui.painter(), room);
        if !text.is_empty() {
            let room = Rect::from_min_max(pos2(rect.right() - 16.0 - aside, rect.top()), rect.max - vec2(20.0, 0.0));
            Text::new(text, kit.font(Type::StaffCaption), p.ink2).right().paint(self.ui.painter(), room);
        }
        focus_ring(self.ui, kit, rect, radius::STAFF_BUTTON, &touch);
        touch.clicked()
    }

    /// A sentence in a coloured strip that assistive software reads out.
    pub(super) fn told(&self, rect: Rect, glyph: Icon, tint: Tint, text: &str) {
        let (kit, p) = (self.view.kit, &self.view.kit.theme.palette);
        let ink = tint.ink(&kit.theme);
        Face::filled(tint.ground(&kit.theme), radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, ink).paint(
            self.ui.painter(),
            rect,
            0.0,
        );
        let square = Rect::from_center_size(pos2(rect.left() + 40.0, rect.center().y), vec2(32.0, 32.0));
        icon(self.ui.painter(), square, glyph, 32.0, ink);
        let room = Rect::from_min_max(pos2(rect.left() + 74.0, rect.top() + 4.0), rect.max - vec2(20.0, 4.0));
        let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
        let shown = Text::new(text, font, p.ink).lines(3).show(self.ui, room);
        self.ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(egui::accesskit::Live::Polite));
    }

    /// What did not happen, and what to do.
    pub(super) fn problem(&self, rect: Rect, problem: &Problem) {
        self.told(rect, fill::WARNING_CIRCLE, Tint::Red, &self.sentence(problem));
    }

    pub(super) fn sentence(&self, problem: &Problem) -> String {
        match problem {
            Problem::Said(sentence) => sentence.clone(),
            Problem::Unanswered(Unanswered::Busy) => self.word("members-busy"),
            Problem::Unanswered(Unanswered::Book) => self.word("import-book-fault"),
        }
    }

    /// A small coloured word with an icon.
    pub(super) fn pill(&self, rect: Rect, text: &str, glyph: Icon, tint: Tint) {
        let kit = self.view.kit;
        let ink = tint.ink(&kit.theme);
        let label = Text::new(text, kit.font(Type::StaffCaption).weighted(Weight::Bold), ink);
        let words = label.measure(self.ui.painter(), f32::INFINITY).x;
        let wide = (words + 62.0).min(rect.width());
        let face = Rect::from_center_size(pos2(rect.left() + wide / 2.0, rect.center().y), vec2(wide, 38.0));
        Face::filled(tint.ground(&kit.theme), 19.0).paint(self.ui.painter(), face, 0.0);
        let square = Rect::from_center_size(pos2(face.left() + 24.0, face.center().y), vec2(22.0, 22.0));
        icon(self.ui.painter(), square, glyph, 22.0, ink);
        let room = Rect::from_min_max(pos2(face.left() + 44.0, face.top()), pos2(face.right() - 12.0, face.bottom()));
        let place = label.paint(self.ui.painter(), room);
        name_text(self.ui, place, text);
    }

    /// Two small buttons that move a long list up and down, and which part of it is shown.
    pub(super) fn parts(&mut self, rect: Rect, part: usize, size: usize, all: usize, event: impl Fn(usize) -> Event) {
        if all <= size {
            return;
        }
        let last = (all - 1) / size;
        let y = (rect.top(), rect.bottom());
        let down = (part < last).then(|| event(part + 1));
        let up = (part > 0).then(|| event(part - 1));
        let (up_word, down_word) = (self.word("members-part-up"), self.word("members-part-down"));
        let left = self.button_from_right(rect.right(), y, &down_word, Some(bold::CARET_DOWN), StaffLook::Plain, down);
        let left = self.button_from_right(left - 12.0, y, &up_word, Some(bold::ARROW_UP), StaffLook::Plain, up);
        let number = |n: usize| self.view.words.number(n as u64);
        let args =
            [("from", number(part * size + 1)), ("to", number(all.min((part + 1) * size))), ("all", number(all))];
        let text = self.view.words.with("members-part", &args);
        let room = Rect::from_min_max(rect.min, pos2(left - 16.0, rect.bottom()));
        Text::new(&text, self.view.kit.font(Type::StaffBody), self.view.kit.theme.palette.ink2)
            .right()
            .show(self.ui, room);
    }
}

/// A button that cannot be used now.
fn grey(p: &PageUi<'_, '_>, rect: Rect, text: &str, glyph: Option<Icon>) {
    let (kit, palette) = (p.view.kit, &p.view.kit.theme.palette);
    let face = Face::filled(palette.line, radius::STAFF_BUTTON);
    face.paint(p.ui.painter(), rect, 0.0);
    let label = Text::new(text, kit.font(Type::StaffBody).weighted(Weight::Bold), palette.ink2);
    let words = label.measure(p.ui.painter(), f32::INFINITY).x.min(rect.width() - 16.0);
    let left = rect.center().x - f32::midpoint(words, if glyph.is_some() { 36.0 } else { 0.0 });
    let mut from = left;
    if let Some(glyph) = glyph {
        let square = Rect::from_center_size(pos2(left + 12.0, rect.center().y), vec2(24.0, 24.0));
        icon(p.ui.painter(), square, glyph, 24.0, palette.ink2);
        from += 36.0;
    }
    let place = label
        .paint(p.ui.painter(), Rect::from_min_max(pos2(from, rect.top()), pos2(from + words + 1.0, rect.bottom())));
    name_text(p.ui, place, text);
}

/// The member's name, masked until names are shown.
pub(super) fn name_of(member: &Member, revealed: bool) -> String {
    if revealed { member.name.as_str().to_owned() } else { member.name.masked() }
}

/// The member's number, its middle masked until names are shown.
pub(super) fn number_of(member: &Member, revealed: bool) -> String {
    let number = member.card_number.as_str();
    if revealed { number.to_owned() } else { card::masked(number) }
}

/// Word, icon and tint of what a member may do today.
pub(super) fn status_of(p: &PageUi<'_, '_>, member: &Member) -> (String, Icon, Tint) {
    let (key, glyph, tint) = match (member.status, member.standing(p.view.clock.date())) {
        (MemberStatus::Active, Standing::Expired(_)) => ("members-status-expired", fill::CALENDAR_X, Tint::Amber),
        (MemberStatus::Active, _) => ("members-status-active", fill::CHECK_CIRCLE, Tint::Green),
        (MemberStatus::Inactive, _) => ("members-status-inactive", fill::CIRCLE, Tint::Grey),
        (MemberStatus::Blocked, _) => ("members-status-blocked", fill::WARNING_OCTAGON, Tint::Red),
    };
    (p.word(key), glyph, tint)
}

/// "Berlaku sampai".
pub(super) fn valid_until(p: &PageUi<'_, '_>, member: &Member) -> String {
    member.valid_until.map_or_else(|| p.word("members-valid-always"), |day| p.view.words.date(day))
}

/// Where a row came from: file, date and time.
pub(super) fn source_of(p: &PageUi<'_, '_>, row: &MemberRow) -> String {
    let words = p.view.words;
    let (date, time) = (words.date(row.imported_at.date()), words.time(row.imported_at.time()));
    words.with("members-detail-source-at", &[("source", row.source.clone()), ("date", date), ("time", time)])
}
