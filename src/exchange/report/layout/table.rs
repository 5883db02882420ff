//! Tables that break over pages: the heading stands again on every page, no row is cut, the sum stands with a row.

use super::{Sheet, WIDTH};
use crate::domain::report::{Align, Column, Ink, Item, Rect, Table, Value};
use crate::exchange::report::paper::{self, CELL, Style};
use crate::exchange::report::printed::printed;

/// A row whose cells are broken into lines.
struct Row {
    cells: Vec<Vec<String>>,
    height: f32,
}

impl Row {
    fn of(cells: Vec<Vec<String>>, style: Style) -> Self {
        let lines = u16::try_from(cells.iter().map(Vec::len).max().unwrap_or(1)).unwrap_or(u16::MAX);
        Self { cells, height: f32::from(lines) * style.leading() + 2.0 * CELL.1 }
    }
}

/// A table made ready for paper.
struct Grid<'t> {
    columns: &'t [Column],
    widths: Vec<f32>,
    /// The common headings, where there are some.
    groups: Option<Row>,
    titles: Row,
    rows: Vec<Row>,
    total: Option<Row>,
}

impl Grid<'_> {
    fn head(&self) -> f32 {
        self.titles.height + self.groups.as_ref().map_or(0.0, |g| g.height)
    }

    fn body(&self) -> f32 {
        self.rows.iter().chain(&self.total).map(|r| r.height).sum()
    }
}

impl Sheet<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let grid = self.grid(table);
        let title = paper::TABLE_TITLE.leading() + 3.0;
        let (rows, whole) = (&grid.rows, title + grid.head() + grid.body());
        let first: f32 = rows.iter().take(2).map(|r| r.height).sum();
        // A table that fits on a page is not broken for the sake of a few lines; a long one begins where it is.
        let half = (paper::BOTTOM - paper::TOP) / 2.0;
        self.need(if whole < half { whole } else { title + grid.head() + first });
        self.table_title(&table.title);
        let mut top = self.y;
        self.table_head(&grid);
        for (at, row) in rows.iter().enumerate() {
            // The last row takes the sum along.
            let sum = grid.total.as_ref().filter(|_| at + 1 == rows.len()).map_or(0.0, |t| t.height);
            if row.height + sum > self.room() {
                self.frame(top);
                self.turn();
                let title = self.words.with("report-continued", &[("title", table.title.clone())]);
                self.table_title(&title);
                top = self.y;
                self.table_head(&grid);
            }
            self.row(&grid, row, paper::BODY);
        }
        if let Some(total) = &grid.total {
            self.row(&grid, total, paper::SUM);
        }
        self.frame(top);
        if let Some(note) = &table.note {
            self.y += 3.0;
            self.paragraph(note, paper::SMALL);
        }
        self.y += paper::GAP;
    }

    fn table_title(&mut self, title: &str) {
        self.line(title, paper::TABLE_TITLE, Align::Left, paper::SIDE, WIDTH, self.y);
        self.y += paper::TABLE_TITLE.leading() + 3.0;
    }

    fn frame(&mut self, top: f32) {
        self.put(Item::Outline(Rect { x: paper::SIDE, y: top, w: WIDTH, h: self.y - top }, Ink::Line));
    }

    fn table_head(&mut self, grid: &Grid<'_>) {
        self.put(Item::Fill(Rect { x: paper::SIDE, y: self.y, w: WIDTH, h: grid.head() }, Ink::Tint));
        if let Some(groups) = &grid.groups {
            let mut x = paper::SIDE;
            for (at, width) in grid.widths.iter().enumerate() {
                if starts(grid.columns, at) && !grid.columns[at].group.is_empty() {
                    let wide: f32 = run(grid.columns, at).map(|c| grid.widths[c]).sum();
                    self.group_cell(&groups.cells[at], x + wide / 2.0);
                    let rule = Rect { x: x + CELL.0, y: self.y + groups.height, w: wide - CELL.0, h: paper::HAIR };
                    self.put(Item::Fill(rule, Ink::Line));
                }
                x += width;
            }
            self.y += groups.height;
        }
        self.cells(grid, &grid.titles, paper::COLUMN);
        self.y += grid.titles.height;
    }

    fn group_cell(&mut self, lines: &[String], middle: f32) {
        let mut top = self.y + CELL.1;
        for line in lines {
            self.centred(line, paper::COLUMN, middle, top);
            top += paper::COLUMN.leading();
        }
    }

    fn row(&mut self, grid: &Grid<'_>, row: &Row, style: Style) {
        self.rule(self.y, paper::HAIR, Ink::Line);
        self.cells(grid, row, style);
        self.y += row.height;
    }

    fn cells(&mut self, grid: &Grid<'_>, row: &Row, style: Style) {
        let mut x = paper::SIDE;
        for ((lines, column), width) in row.cells.iter().zip(grid.columns).zip(&grid.widths) {
            self.cell(lines, style, column.align, x, *width, self.y);
            x += width;
        }
    }

    fn cell(&mut self, lines: &[String], style: Style, align: Align, x: f32, width: f32, top: f32) {
        let mut top = top + CELL.1;
        for line in lines {
            self.line(line, style, align, x + CELL.0, width - 2.0 * CELL.0, top);
            top += style.leading();
        }
    }

    fn grid<'t>(&self, table: &'t Table) -> Grid<'t> {
        let print = |row: &[_]| row.iter().map(|v| printed(v, self.words)).collect::<Vec<_>>();
        let rows: Vec<Vec<String>> = table.rows.iter().map(|r| print(r)).collect();
        let total = table.total.as_deref().map(print);
        let titles: Vec<String> = table.columns.iter().map(|c| c.title.clone()).collect();
        let widths = self.widths(table, &titles, &rows, total.as_ref());
        let broken = |cells: &[String], style: Style| {
            let room = |at: usize| widths.get(at).copied().unwrap_or(WIDTH) - 2.0 * CELL.0;
            let lines = cells.iter().enumerate().map(|(at, c)| self.faces.lines(c, style.face, style.size, room(at)));
            Row::of(lines.collect(), style)
        };
        let groups = table.columns.iter().any(|c| !c.group.is_empty()).then(|| {
            let wide = |at| run(&table.columns, at).map(|c| widths[c]).sum::<f32>() - 2.0 * CELL.0;
            let style = paper::COLUMN;
            let lines = |(at, c): (usize, &Column)| {
                let text = if starts(&table.columns, at) { c.group.as_str() } else { "" };
                self.faces.lines(text, style.face, style.size, wide(at))
            };
            Row::of(table.columns.iter().enumerate().map(lines).collect(), style)
        });
        Grid {
            columns: &table.columns,
            groups,
            titles: broken(&titles, paper::COLUMN),
            rows: rows.iter().map(|r| broken(r, paper::BODY)).collect(),
            total: total.as_ref().map(|t| broken(t, paper::SUM)),
            widths,
        }
    }

    /// Widths that fill the page: numbers and dates get what they need, words share the rest.
    fn widths(&self, table: &Table, titles: &[String], rows: &[Vec<String>], total: Option<&Vec<String>>) -> Vec<f32> {
        let wide = |text: &str, style: Style| self.faces.width(text, style.face, style.size) + 2.0 * CELL.0 + 0.1;
        let longest_word =
            |text: &str, style: Style| text.split_whitespace().map(|w| wide(w, style)).fold(0.0, f32::max);
        let columns = &table.columns;
        let breaks = |at: usize| table.rows.iter().any(|r| matches!(r.get(at), Some(Value::Text(_))));
        let needs: Vec<(f32, f32)> = (0..columns.len())
            .map(|at| {
                let cells = rows.iter().filter_map(|r| r.get(at)).map(|c| (c, paper::BODY));
                let sum = total.and_then(|t| t.get(at)).map(|c| (c, paper::SUM));
                let (mut least, mut full) = (longest_word(&titles[at], paper::COLUMN), 0.0_f32);
                let words = columns[at].align == Align::Left && breaks(at);
                for (cell, style) in cells.chain(sum) {
                    full = full.max(wide(cell, style));
                    let need = if words { longest_word(cell, style).min(WIDTH / 6.0) } else { wide(cell, style) };
                    least = least.max(need);
                }
                (least, full.max(least))
            })
            .collect();
        shared(&needs)
    }
}

/// Whether the column at `at` is the first one under its heading.
fn starts(columns: &[Column], at: usize) -> bool {
    at == 0 || columns[at].group != columns[at - 1].group
}

/// The neighbours under the same heading as the column at `at`.
fn run(columns: &[Column], at: usize) -> std::ops::Range<usize> {
    let end = columns[at..].iter().take_while(|c| c.group == columns[at].group).count() + at;
    at..if columns[at].group.is_empty() { at + 1 } else { end }
}

/// Shares the width of the page out: everybody's least, then up to the full width of each, who wants little first; then
/// all alike.
fn shared(needs: &[(f32, f32)]) -> Vec<f32> {
    let least: f32 = needs.iter().map(|n| n.0).sum();
    if least >= WIDTH {
        return needs.iter().map(|n| n.0 * WIDTH / least).collect();
    }
    let mut widths: Vec<f32> = needs.iter().map(|n| n.0).collect();
    let mut hungry: Vec<usize> = (0..needs.len()).collect();
    hungry.sort_by(|a, b| (needs[*a].1 - needs[*a].0).total_cmp(&(needs[*b].1 - needs[*b].0)));
    let mut rest = WIDTH - least;
    let mut waiting = f32::from(u16::try_from(needs.len()).unwrap_or(u16::MAX));
    for at in hungry {
        let given = (needs[at].1 - needs[at].0).min(rest / waiting);
        widths[at] += given;
        rest -= given;
        waiting -= 1.0;
    }
    let left = rest.max(0.0);
    // What is left widens the first column by half, and all columns by the other half.
    let parts = f32::from(u16::try_from(needs.len()).unwrap_or(u16::MAX));
    for (at, width) in widths.iter_mut().enumerate() {
        *width += left / 2.0 / parts + if at == 0 { left / 2.0 } else { 0.0 };
    }
    widths
}
