//! Changing the draft: typing, choosing, rows.

use std::path::Path;

use super::{Ask, Editing, Event, Page, Way};
use crate::domain::purpose::PurposeId;
use crate::domain::settings::{Entry, Kind, List, Spot, Takes, Value, Values, describe};
use crate::flow::staff::page::{Ask as AnyAsk, Hands, Key};

/// The field for which the drives and folders are shown.
const SECOND_FOLDER: Spot = Spot::Key("backup.second_folder");
/// The most figures of a number.
const FIGURES: usize = 6;
/// The map of the room.
const COLUMNS: u8 = 8;
const ROWS: u8 = 6;
/// The most characters of another text than the words of a choice.
const OPEN: usize = 40;

impl Page {
    /// An act that changes the draft.
    pub(super) fn edit(&mut self, event: Event, hands: &mut Hands<'_>) {
        self.notice = None;
        match event {
            Event::Open(spot) => self.open(spot, hands),
            Event::Flip(spot) => {
                if let Some(Value::Flag(flag)) = self.draft.at(spot) {
                    let flag = !flag;
                    self.close(hands);
                    self.draft.put(spot, Value::Flag(flag));
                    self.check(hands);
                }
            }
            Event::Choose(id) => self.choose(id, hands),
            Event::Place(column, row) => {
                if let Some(editing) = &self.editing {
                    self.draft.put(editing.spot, Value::Place(column, row));
                    self.check(hands);
                }
            }
            Event::Line(line) => self.line(line, hands),
            Event::AddLine => {
                if let Some((spot, mut lines)) = self.lines() {
                    lines.push(String::new());
                    let last = lines.len() - 1;
                    self.draft.put(spot, Value::List(lines));
                    self.line(last, hands);
                }
            }
            Event::RemoveLine => self.remove_line(hands),
            Event::Key(key) if self.editing.is_some() => self.type_key(key),
            Event::Add(list) => self.add(list, hands),
            Event::Move(way) => self.move_row(way, hands),
            Event::Remove => self.removal_asked = self.removable(),
            Event::RemoveSure(sure) if std::mem::take(&mut self.removal_asked) && sure => self.remove(hands),
            _ => {}
        }
    }

    /// Opens a field with its present text.
    fn open(&mut self, spot: Spot, hands: &mut Hands<'_>) {
        self.close(hands);
        if describe(spot).is_none_or(|s| s.takes == Takes::NotHere) {
            return;
        }
        let text = match self.draft.at(spot) {
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Number(n)) => n.to_string(),
            Some(Value::List(lines)) => lines.first().cloned().unwrap_or_default(),
            _ => String::new(),
        };
        self.editing = Some(Editing { spot, text, line: 0 });
    }

    /// Closes the open field and has the draft checked.
    pub(super) fn close(&mut self, hands: &mut Hands<'_>) {
        self.removal_asked = false;
        if self.editing.take().is_some() {
            self.check(hands);
        }
    }

    fn check(&mut self, hands: &mut Hands<'_>) {
        if self.changes().is_empty() {
            self.told.clear();
            self.checking = None;
        } else {
            self.checking = Some(hands.ask(AnyAsk::Settings(Ask::Check(Box::new(self.draft.clone())))));
        }
    }

    /// One of the words of the open field; of several, on or off.
    fn choose(&mut self, id: String, hands: &mut Hands<'_>) {
        let Some(editing) = &mut self.editing else { return };
        let spot = editing.spot;
        if let (Some(Kind::Several(ids)), Some(Value::List(chosen))) =
            (describe(spot).map(|s| s.kind), self.draft.at(spot))
        {
            let on = |known: &&&str| chosen.iter().any(|c| c == **known) != (**known == id);
            let chosen = ids.iter().filter(on).map(|id| (*id).to_owned()).collect();
            self.draft.put(spot, Value::List(chosen));
        } else {
            editing.text.clone_from(&id);
            self.draft.put(spot, Value::Text(id));
        }
        self.check(hands);
    }

    pub(super) fn type_key(&mut self, key: Key) {
        let Some(editing) = &mut self.editing else { return };
        let Some(kind) = describe(editing.spot).map(|s| s.kind) else { return };
        let (most, figures) = match kind {
            Kind::Line(most) | Kind::Signs(most) | Kind::Lines(_, most) => (most, false),
            Kind::Open(_) => (OPEN, false),
            Kind::Hours => (11, false),
            Kind::Time => (5, false),
            Kind::Number(_) => (FIGURES, true),
            Kind::Choice(_) | Kind::Several(_) | Kind::Flag | Kind::Icon | Kind::Purpose | Kind::Place => return,
        };
        if kind == Kind::Hours && editing.text == "closed" {
            editing.text.clear();
        }
        match key {
            Key::Char(c) if c.is_control() || figures && !c.is_ascii_digit() => return,
            Key::Char(c) if editing.text.chars().count() < most => editing.text.push(c),
            Key::Backspace => drop(editing.text.pop()),
            Key::Clear => editing.text.clear(),
            Key::Char(_) | Key::Escape => return,
        }
        self.notice = None;
        self.typed(kind);
    }

    /// Puts what is typed into the draft. A number without a figure leaves it as it was.
    fn typed(&mut self, kind: Kind) {
        let Some(editing) = &self.editing else { return };
        let (spot, text) = (editing.spot, editing.text.clone());
        match kind {
            Kind::Number(_) => {
                if let Ok(n) = text.parse() {
                    self.draft.put(spot, Value::Number(n));
                }
            }
            Kind::Lines(..) => {
                let line = editing.line;
                if let Some((_, mut lines)) = self.lines() {
                    if let Some(place) = lines.get_mut(line) {
                        text.trim().clone_into(place);
                    }
                    self.draft.put(spot, Value::List(lines));
                }
            }
            _ => self.draft.put(spot, Value::Text(text.trim().to_owned())),
        }
        if let Spot::Cell(List::Purposes, row, "label.id") = spot {
            self.name_new(row);
        }
    }

    /// Whether a folder may be looked for now: the field of one is open.
    pub(in crate::flow::staff) fn may_browse(&self, hands: &Hands<'_>) -> bool {
        let open = self.editing.as_ref().is_some_and(|editing| editing.spot == SECOND_FOLDER);
        open && self.writable(hands.staff.role) && self.doing().is_none()
    }

    /// A folder was chosen for the open field. One whose name is no text cannot stand in the file.
    pub(in crate::flow::staff) fn folder_chosen(&mut self, folder: &Path, hands: &mut Hands<'_>) {
        let Some(text) = folder.to_str().filter(|_| self.may_browse(hands)) else { return };
        if let Some(editing) = &mut self.editing {
            text.clone_into(&mut editing.text);
            self.draft.put(editing.spot, Value::Text(text.to_owned()));
            self.check(hands);
        }
    }

    fn lines(&self) -> Option<(Spot, Vec<String>)> {
        let spot = self.editing.as_ref()?.spot;
        match self.draft.at(spot) {
            Some(Value::List(lines)) => Some((spot, lines.clone())),
            _ => None,
        }
    }

    /// Another line of the open field.
    fn line(&mut self, line: usize, hands: &mut Hands<'_>) {
        let Some((spot, lines)) = self.lines() else { return };
        let Some(text) = lines.get(line).cloned() else { return };
        self.check(hands);
        self.editing = Some(Editing { spot, text, line });
    }

    fn remove_line(&mut self, hands: &mut Hands<'_>) {
        let (Some((spot, mut lines)), Some(line)) = (self.lines(), self.editing.as_ref().map(|e| e.line)) else {
            return;
        };
        if lines.len() > 1 && line < lines.len() {
            lines.remove(line);
            let next = line.min(lines.len() - 1);
            self.draft.put(spot, Value::List(lines));
            self.line(next, hands);
        }
    }

    /// A new row with usual values, opened.
    fn add(&mut self, list: List, hands: &mut Hands<'_>) {
        self.close(hands);
        let text = |text: &str| Value::Text(text.to_owned());
        let values = match list {
            List::Purposes => Values::from([
                ("id", text("")),
                ("label.id", text("")),
                ("label.en", text("")),
                ("icon", text("star")),
                ("tint", text("grey")),
                ("for", Value::List(["member", "non_member", "group"].map(str::to_owned).to_vec())),
                ("active", Value::Flag(true)),
            ]),
            List::Seats => {
                let (column, row) = self.free_place();
                Values::from([
                    ("name", text(&self.free_name())),
                    ("group", text("adult")),
                    ("position", Value::Place(column, row)),
                    ("state", text("ready")),
                ])
            }
        };
        let rows = self.draft.rows_mut(list);
        rows.push(Entry { origin: None, values });
        let row = rows.len() - 1;
        if list == List::Purposes {
            self.name_new(row);
        }
        (self.row, self.part) = (Some((list, row)), 0);
        let first = list.settings().first().map(|setting| setting.path);
        if let Some(path) = first {
            self.open(Spot::Cell(list, row, path), hands);
        }
    }

    /// The first place of the map where no computer stands; the first one of all when it is full.
    fn free_place(&self) -> (u8, u8) {
        let taken = |place: &Value| self.draft.seats.iter().any(|s| s.values.get("position") == Some(place));
        let all = (1..=ROWS).flat_map(|row| (1..=COLUMNS).map(move |column| (column, row)));
        all.into_iter().find(|(column, row)| !taken(&Value::Place(*column, *row))).unwrap_or((1, 1))
    }

    /// "PC 13", or the next number that no computer has.
    fn free_name(&self) -> String {
        let name = |n: usize| format!("PC {n:02}");
        let taken = |name: &String| self.draft.seats.iter().any(|s| s.text("name") == name.as_str());
        let first = self.draft.seats.len() + 1;
        (first..first + 100).map(name).find(|n| !taken(n)).unwrap_or_default()
    }

    /// A purpose that is not in the file yet has an id made of its words.
    fn name_new(&mut self, row: usize) {
        let Some(entry) = self.draft.purposes.get(row).filter(|entry| entry.origin.is_none()) else { return };
        let words: String = entry
            .text("label.id")
            .to_lowercase()
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        let words: Vec<&str> = words.split('_').filter(|w| !w.is_empty()).collect();
        let stem: String = words.join("_").chars().take(34).collect();
        let stem = if stem.is_empty() { "keperluan".to_owned() } else { stem };
        let taken = |id: &String| {
            let mut others = self.draft.purposes.iter().enumerate().filter(|(n, _)| *n != row);
            others.any(|(_, p)| p.text("id") == id.as_str())
        };
        let more = (2..).map(|n: u32| format!("{stem}_{n}"));
        let id = std::iter::once(stem.clone()).chain(more).find(|id| PurposeId::new(id).is_some() && !taken(id));
        self.draft.put(Spot::Cell(List::Purposes, row, "id"), Value::Text(id.unwrap_or_default()));
    }

    fn move_row(&mut self, way: Way, hands: &mut Hands<'_>) {
        let Some((list, row)) = self.row else { return };
        let to = match way {
            Way::Up => row.checked_sub(1),
            Way::Down => Some(row + 1).filter(|to| *to < self.draft.rows(list).len()),
        };
        let Some(to) = to else { return };
        self.close(hands);
        self.draft.rows_mut(list).swap(row, to);
        self.row = Some((list, to));
        self.check(hands);
    }

    /// Whether the row that is shown may go: a computer, or a purpose that is not in the file yet. Any other purpose
    /// stands in visits, and is retired instead.
    #[must_use]
    pub fn removable(&self) -> bool {
        let Some((list, row)) = self.row else { return false };
        let new = self.draft.rows(list).get(row).is_some_and(|entry| entry.origin.is_none());
        list == List::Seats || new
    }

    fn remove(&mut self, hands: &mut Hands<'_>) {
        let Some((list, row)) = self.row.filter(|_| self.removable()) else { return };
        self.editing = None;
        self.draft.rows_mut(list).remove(row);
        (self.row, self.part) = (None, 0);
        self.check(hands);
    }
}
