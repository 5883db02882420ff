//! How the questions of the accordion share their room: row heights, gaps and chip columns. Pure.

use egui::{Rect, pos2, vec2};

/// Height of a chip, in du.
const CHIP: f32 = 88.0;
/// In the open question: from its top to the first chip, and from the last chip to its bottom.
const HEAD: f32 = 84.0;
const FOOT: f32 = 22.0;
/// From its sides to the chips.
const SIDE: f32 = 26.0;
/// No chip is narrower.
const NARROWEST: f32 = 140.0;
/// In large text no chip is narrower, unless the questions are folded into tabs.
const NARROWEST_LARGE: f32 = 200.0;

/// Height of a folded question, the gap between two, and the gap between chips: from roomy to tight.
const SPACINGS: [(f32, f32, f32); 5] =
    [(100.0, 18.0, 14.0), (96.0, 15.0, 14.0), (92.0, 12.0, 12.0), (88.0, 12.0, 12.0), (88.0, 10.0, 10.0)];

/// How the questions share their room. The same whichever question is open, so that nothing jumps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Folds {
    /// Height of a folded question.
    pub folded: f32,
    /// Between two questions.
    pub gap: f32,
    /// The folded questions stand side by side above the open one.
    pub tabs: bool,
    between_chips: f32,
    most_rows: usize,
    width: f32,
}

impl Folds {
    /// For that many questions, of which the longest has `most` answers, in a room of `width` × `height` du.
    pub(super) fn of(width: f32, height: f32, questions: usize, most: usize, large: bool) -> Self {
        let tight = SPACINGS[SPACINGS.len() - 1];
        let attempt = |columns: usize, spacing: (f32, f32, f32), tabs: bool| {
            let (folded, gap, between_chips) = spacing;
            let most_rows = most.div_ceil(columns);
            let folds = Self { folded, gap, tabs, between_chips, most_rows, width };
            let others = if tabs { 1 } else { questions.saturating_sub(1) };
            let fits = folds.open_height(most) + count(others) * (folded + gap) <= height;
            (fits, folds)
        };
        let narrowest = if large { NARROWEST_LARGE } else { NARROWEST };
        let columns = |tabs: bool| {
            let wide_enough = |c: &usize| chip_width(width, *c, tight.2) >= narrowest;
            (2..=4).filter(wide_enough).find(|c| attempt(*c, tight, tabs).0)
        };
        let (columns, tabs) = match (columns(false), columns(true)) {
            (Some(columns), _) => (columns, false),
            (None, Some(columns)) if large => (columns, true),
            _ => (4, false),
        };
        let roomy = SPACINGS.into_iter().map(|s| attempt(columns, s, tabs)).find(|(fits, _)| *fits);
        roomy.map_or_else(|| attempt(columns, tight, tabs).1, |(_, folds)| folds)
    }

    fn columns(&self, answers: usize) -> usize {
        answers.div_ceil(self.most_rows.max(1)).max(2)
    }

    /// Height of the open question with that many answers.
    pub(super) fn open_height(&self, answers: usize) -> f32 {
        let rows = count(answers.div_ceil(self.columns(answers)));
        HEAD + rows * CHIP + (rows - 1.0).max(0.0) * self.between_chips + FOOT
    }

    /// The chips of the open question in `rect`.
    pub(super) fn chips(&self, rect: Rect, answers: usize) -> Vec<Rect> {
        let columns = self.columns(answers);
        let width = chip_width(self.width, columns, self.between_chips);
        let start = pos2(rect.left() + SIDE, rect.top() + HEAD);
        let place = |index: usize| {
            let step = vec2(count(index % columns), count(index / columns));
            let pitch = vec2(width + self.between_chips, CHIP + self.between_chips);
            Rect::from_min_size(start + step * pitch, vec2(width, CHIP))
        };
        (0..answers).map(place).collect()
    }
}

fn chip_width(width: f32, columns: usize, gap: f32) -> f32 {
    let columns = count(columns);
    (width - 2.0 * SIDE - (columns - 1.0) * gap) / columns
}

/// A handful, as a float.
pub(super) fn count(n: usize) -> f32 {
    u16::try_from(n).map_or(f32::from(u16::MAX), f32::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whichever_question_is_open_everything_fits() {
        // The rooms of the three shapes, usual and large.
        for (width, height, large) in [
            (742.0, 700.0, false),
            (742.0, 722.0, true),
            (478.0, 916.0, false),
            (478.0, 916.0, true),
            (984.0, 686.0, false),
            (984.0, 676.0, true),
        ] {
            for questions in 1..=4 {
                let folds = Folds::of(width, height, questions, 11, large);
                let narrowest = if large { NARROWEST_LARGE } else { NARROWEST };
                for answers in [2, 4, 11] {
                    let rows = if folds.tabs { 1 } else { questions - 1 };
                    let high = folds.open_height(answers);
                    assert!(folds.folded >= CHIP);
                    let all = high + count(rows) * (folds.folded + folds.gap);
                    assert!(all <= height, "{width} × {height}, {questions} questions, {answers} answers: {all}");
                    let frame = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, high));
                    let chips = folds.chips(frame, answers);
                    assert_eq!(chips.len(), answers);
                    for (i, chip) in chips.iter().enumerate() {
                        assert!(chip.width() >= narrowest && chip.height() >= CHIP, "{chip}");
                        assert!(frame.shrink(16.0).contains_rect(*chip), "{chip} in {frame}");
                        assert!(chips[..i].iter().all(|other| !other.expand(4.0).intersects(*chip)));
                    }
                }
            }
        }
    }

    #[test]
    fn few_questions_leave_room_for_wider_chips() {
        let four = Folds::of(742.0, 700.0, 4, 11, false);
        let two = Folds::of(742.0, 700.0, 2, 11, false);
        let width = |folds: &Folds| folds.chips(Rect::from_min_size(pos2(0.0, 0.0), vec2(742.0, 700.0)), 11)[0].width();
        assert!(width(&two) > width(&four));
        assert!(two.folded >= four.folded);
    }
}
