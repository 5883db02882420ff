//! Keys of the keyboard, or of the one on the screen: they go to whatever is typed into, else to the search.

use super::super::page::{Hands, Key};
use super::Page;
use super::sheet::{MOST_WORDS, Sheet};
use crate::domain::listing::Place;

/// The most characters that are searched for.
const MOST_SEARCHED: usize = 60;

impl Page {
    pub(in crate::flow::staff) fn key(&mut self, key: Key, hands: &mut Hands<'_>) {
        if key == Key::Escape {
            return self.escape();
        }
        if self.acting.is_some() {
            return;
        }
        match &mut self.sheet {
            None => self.search(key, hands),
            Some(Sheet::Form(form)) if form.pick.is_none() => {
                self.notice = None;
                form.key(key);
            }
            Some(Sheet::Void(voiding)) => write(&mut voiding.words, key, MOST_WORDS),
            Some(_) => {}
        }
    }

    fn search(&mut self, key: Key, hands: &mut Hands<'_>) {
        let before = self.wish.sieve.text.clone();
        write(&mut self.wish.sieve.text, key, MOST_SEARCHED);
        if self.wish.sieve.text != before {
            self.notice = None;
            self.ask_rows(Place::First, hands);
        }
    }

    /// Away with the topmost thing.
    fn escape(&mut self) {
        match &mut self.sheet {
            _ if self.acting.is_some() => {}
            Some(Sheet::Form(form)) if form.pick.is_some() => form.pick = None,
            Some(Sheet::Form(form)) if form.field.is_some() => form.field = None,
            Some(Sheet::Void(voiding)) if voiding.typing => voiding.typing = false,
            Some(_) => self.sheet = None,
            None => self.typing = false,
        }
    }
}

fn write(text: &mut String, key: Key, most: usize) {
    match key {
        Key::Char(c) if !c.is_control() && text.chars().count() < most => text.push(c),
        Key::Backspace => drop(text.pop()),
        Key::Clear => text.clear(),
        Key::Char(_) | Key::Escape => {}
    }
}
