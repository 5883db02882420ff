//! Everything about a row, and what staff did to it.

use chrono::NaiveDateTime;
use egui::{Align2, Rect, Ui, pos2, vec2};

use super::super::view::StaffView;
use super::{cells, lists};
use crate::domain::audit::Happened;
use crate::domain::visit::MembershipType;
use crate::flow::staff::visits::{Details, Event, Shown};
use crate::i18n::Words;
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::Text;

const LINE: f32 = 40.0;
const LABEL: f32 = 250.0;

/// Paints the card.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, shown: &Shown, details: &Details, names: bool) -> Option<Event> {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    let facts = facts(words, shown, details, names);
    let history = history(words, details.history.as_deref());
    let columns = if view.canvas.width() > 1200.0 { 2 } else { 1 };
    #[expect(clippy::cast_precision_loss, reason = "some twenty lines")]
    let (rows, lines) = (facts.len().div_ceil(columns) as f32, history.len() as f32);
    let inner = vec2(if columns == 2 { 1400.0 } else { 880.0 }, rows * LINE + 62.0 + lines * LINE);
    let who = cells::name(words, &details.listed, names);
    lists::card(ui, view, &words.get("visits-details-title"), &who, inner, Event::Close, |ui, room| {
        let body = kit.font(Type::StaffBody);
        let half = if columns == 2 { (room.width() - 40.0) / 2.0 } else { room.width() };
        let (mut x, mut y) = (room.left(), room.top());
        for (n, (label, text)) in facts.iter().enumerate() {
            if columns == 2 && n == facts.len().div_ceil(2) {
                (x, y) = (room.left() + half + 40.0, room.top());
            }
            let place = Rect::from_min_size(pos2(x, y), vec2(half, LINE));
            Text::new(label, body, p.ink2).show(ui, place.with_max_x(x + LABEL));
            let value = Text::new(text, body.weighted(Weight::Bold), p.ink).align(Align2::LEFT_CENTER).lines(2);
            value.show(ui, place.with_min_x(x + LABEL));
            y += LINE;
        }
        let mut y = room.top() + rows * LINE + 16.0;
        let place = Rect::from_min_size(pos2(room.left(), y), vec2(room.width(), LINE));
        Text::new(&words.get("visits-details-history"), kit.font(Type::StaffCard), p.ink).show(ui, place);
        y += LINE + 6.0;
        for line in &history {
            let place = Rect::from_min_size(pos2(room.left(), y), vec2(room.width(), LINE));
            Text::new(line, body, p.ink).lines(2).show(ui, place);
            y += LINE;
        }
        None
    })
}

/// Labels and values; what is not known is left out.
fn facts(words: Words, shown: &Shown, details: &Details, names: bool) -> Vec<(String, String)> {
    let row = &details.listed.row;
    let mut facts = Vec::new();
    let mut add = |key: &str, text: Option<String>| {
        if let Some(text) = text {
            facts.push((words.get(key), text));
        }
    };
    let at = row.recorded_at.naive_local();
    add("visits-details-when", Some(format!("{}, {}", words.short_date(at.date()), words.time(at.time()))));
    add("visits-column-kind", Some(words.get(&format!("visits-kind-{}", row.membership_type.id()))));
    let group = row.membership_type == MembershipType::Group;
    add(if group { "visits-form-leader" } else { "visits-form-name" }, Some(cells::person(row, names)));
    add("visits-form-institution", row.institution.clone());
    if let (true, Some(men), Some(women)) = (group, row.male, row.female) {
        let n = |n: u32| words.number(n.into());
        let numbers = [("all", n(row.headcount)), ("men", n(men)), ("women", n(women))];
        add("visits-details-people", Some(words.with("visits-details-people-of", &numbers)));
    }
    let card = row.card_number.as_ref().map(|number| if names { number.clone() } else { cells::card_number(row) });
    add("visits-column-card", card);
    add("visits-form-sex", row.sex.map(|s| words.get(&format!("sex-{}", s.id()))));
    add("visits-form-age", row.age_group.map(|a| words.get(&format!("age-{}", a.id()))));
    add("visits-form-education", row.education.map(|e| words.get(&format!("education-{}", e.id()))));
    add("visits-form-occupation", row.occupation.map(|o| words.get(&format!("occupation-{}", o.id()))));
    add("visits-column-purpose", Some(cells::purpose(&shown.purposes, &row.purpose)));
    add("visits-details-note", row.purpose_note.clone());
    add("visits-details-entry", Some(words.get(&format!("visits-entry-{}", row.entry.id()))));
    add("visits-column-pace", Some(cells::pace(words, row).0));
    add("visits-details-session", session(words, details));
    add("visits-column-status", Some(cells::status(words, row).1));
    add("visits-details-kiosk", Some(row.kiosk.clone()));
    let marks: Vec<String> = [
        (row.card_expired, "visits-mark-expired"),
        (row.card_unverified, "visits-mark-unverified"),
        (row.clock_suspect, "visits-mark-clock"),
        (row.corrects.is_some(), "visits-mark-correction"),
    ]
    .into_iter()
    .filter(|(on, _)| *on)
    .map(|(_, key)| words.get(key))
    .collect();
    add("visits-details-marks", (!marks.is_empty()).then(|| marks.join(", ")));
    facts
}

fn session(words: Words, details: &Details) -> Option<String> {
    let row = &details.listed.row;
    let from = words.time(row.session_started_at?.time());
    let seat = row.seat.clone().unwrap_or_else(|| "–".to_owned());
    Some(match row.session_ended_at {
        None => words.with("visits-details-session-open", &[("seat", seat), ("from", from)]),
        Some(to) => {
            let to = words.time(to.time());
            words.with("visits-details-session-of", &[("seat", seat), ("from", from), ("to", to)])
        }
    })
}

/// A line for each act.
fn history(words: Words, history: Option<&[Happened]>) -> Vec<String> {
    match history {
        None => vec![words.get("visits-details-reading")],
        Some([]) => vec![words.get("visits-details-no-history")],
        Some(lines) => lines.iter().map(|line| happened(words, line)).collect(),
    }
}

fn happened(words: Words, one: &Happened) -> String {
    let key = format!("visits-did-{}", one.line.act);
    let reason = format!("visits-reason-{}", one.line.reason);
    let reason = if words.has(&reason) { words.get(&reason) } else { words.get("visits-unknown") };
    let what = words.with(if words.has(&key) { &key } else { "visits-did-other" }, &[("reason", reason)]);
    let what = match &one.words {
        Some(own) => format!("{what} – “{own}”"),
        None => what,
    };
    let at: NaiveDateTime = one.at;
    let who = one.who.clone().unwrap_or_else(|| words.get("visits-somebody"));
    let (date, time) = (cells::day(words, at.date()), words.time(at.time()));
    words.with("visits-did", &[("date", date), ("time", time), ("who", who), ("what", what)])
}
