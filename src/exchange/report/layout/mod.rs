//! Lays a document out on sheets of A4. The PDF and the preview paint what comes out of here.

mod chart;
mod end;
mod table;

pub(super) use end::DOTS;

use super::faces::Faces;
use super::paper::{self, Style};
use crate::domain::report::{A4, Align, Document, Face, Ink, Item, Page, Part, Rect};
use crate::i18n::Words;

/// The pages of a report, numbered. There is always at least one.
#[must_use]
pub fn lay_out(document: &Document) -> Vec<Page> {
    lay_out_with(document, &Faces::new())
}

/// The same with fonts that are at hand.
pub(super) fn lay_out_with(document: &Document, faces: &Faces) -> Vec<Page> {
    let mut sheet =
        Sheet { document, words: Words::of(document.lang), faces, pages: vec![Page::default()], y: paper::TOP };
    sheet.letterhead();
    sheet.title();
    for part in &document.parts {
        match part {
            Part::Text(text) => sheet.sentence(text),
            Part::Chart(chart) => sheet.chart(chart),
            Part::Table(table) => sheet.table(table),
        }
    }
    sheet.notes();
    sheet.signatures();
    sheet.numbered()
}

/// A document on its way to paper: the pages so far, and how far down the last one is filled.
struct Sheet<'a> {
    document: &'a Document,
    words: Words,
    faces: &'a Faces,
    pages: Vec<Page>,
    y: f32,
}

/// Width of the running text.
const WIDTH: f32 = A4.0 - 2.0 * paper::SIDE;

impl Sheet<'_> {
    fn put(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.items.push(item);
        }
    }

    /// A line of text whose top is at `top`, between `x` and `x + room`.
    fn line(&mut self, text: &str, style: Style, align: Align, x: f32, room: f32, top: f32) {
        if text.is_empty() {
            return;
        }
        let w = self.faces.width(text, style.face, style.size);
        let x = match align {
            Align::Left => x,
            Align::Right => x + room - w,
        };
        let y = top + style.rise();
        let (size, face, ink) = (style.size, style.face, style.ink);
        self.put(Item::Text { x, y, w, size, face, ink, text: text.to_owned() });
    }

    fn centred(&mut self, text: &str, style: Style, middle: f32, top: f32) {
        let w = self.faces.width(text, style.face, style.size);
        self.line(text, style, Align::Left, middle - w / 2.0, w, top);
    }

    /// A paragraph over the whole width; a line that does not fit goes to the next page.
    fn paragraph(&mut self, text: &str, style: Style) {
        for line in self.faces.lines(text, style.face, style.size, WIDTH) {
            self.need(style.leading());
            self.line(&line, style, Align::Left, paper::SIDE, WIDTH, self.y);
            self.y += style.leading();
        }
    }

    fn rule(&mut self, y: f32, thickness: f32, ink: Ink) {
        self.put(Item::Fill(Rect { x: paper::SIDE, y, w: WIDTH, h: thickness }, ink));
    }

    /// Room that is left on this page.
    fn room(&self) -> f32 {
        paper::BOTTOM - self.y
    }

    /// Begins a new page unless `height` still fits.
    fn need(&mut self, height: f32) {
        if height > self.room() {
            self.turn();
        }
    }

    /// Begins a new page, with the title as a running head.
    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = paper::TOP;
        let title = &self.document.title;
        let style = paper::SMALL;
        let line = self.faces.lines(title, style.face, style.size, WIDTH).into_iter().next().unwrap_or_default();
        self.line(&line, style, Align::Left, paper::SIDE, WIDTH, self.y);
        self.y += style.leading() + 3.0;
        self.rule(self.y, paper::HAIR, Ink::Line);
        self.y += paper::GAP;
    }

    fn letterhead(&mut self) {
        let lines = self.document.letterhead.styled();
        let x = paper::SIDE + paper::EMBLEM + paper::EMBLEM_GAP;
        let room = WIDTH - paper::EMBLEM - paper::EMBLEM_GAP;
        let styled = lines.map(|(line, name)| {
            let style = if name { paper::HEAD_NAME } else { paper::HEAD };
            (style, self.faces.lines(line, style.face, style.size, room))
        });
        let styled: Vec<_> = styled.flat_map(|(style, lines)| lines.into_iter().map(move |l| (style, l))).collect();
        let height: f32 = styled.iter().map(|(style, _)| style.leading()).sum();
        let tall = height.max(paper::EMBLEM);
        let emblem = Rect { x: paper::SIDE, y: self.y, w: paper::EMBLEM, h: paper::EMBLEM };
        self.put(Item::Emblem(emblem));
        let mut top = self.y + (tall - height) / 2.0;
        for (style, line) in styled {
            self.line(&line, style, Align::Left, x, room, top);
            top += style.leading();
        }
        self.y += tall + 8.0;
        self.rule(self.y, 1.8, Ink::Night);
        self.y += paper::GAP;
    }

    fn title(&mut self) {
        let (title, subtitle) = (&self.document.title, &self.document.subtitle);
        self.paragraph(title, paper::TITLE);
        self.y += 1.0;
        self.paragraph(subtitle, paper::SUBTITLE);
        self.y += paper::GAP;
    }

    fn sentence(&mut self, text: &str) {
        self.paragraph(text, paper::SENTENCE);
        self.y += paper::GAP;
    }

    /// Page numbers on every sheet, now that their number is known.
    fn numbered(mut self) -> Vec<Page> {
        let pages = self.pages.len();
        let style = paper::SMALL;
        let top = paper::FOOT - style.rise();
        for at in 0..pages {
            let args = [("page", (at + 1).to_string()), ("pages", pages.to_string())];
            let text = self.words.with("report-page", &args);
            let w = self.faces.width(&text, style.face, style.size);
            let x = paper::SIDE + WIDTH - w;
            let (size, face, ink) = (style.size, Face::Medium, style.ink);
            let items = &mut self.pages[at].items;
            items.push(Item::Fill(Rect { x: paper::SIDE, y: top - 5.0, w: WIDTH, h: paper::HAIR }, Ink::Line));
            items.push(Item::Text { x, y: paper::FOOT, w, size, face, ink, text });
        }
        self.pages
    }
}
