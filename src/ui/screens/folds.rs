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
const NARROWEST: f32 = 150.0;
/// In large text no chip is narrower, unless the questions are folded into tabs.
const NARROWEST_LARGE: f32 = 200.0;
/// A folded question that stands beside another is not narrower.
const NARROWEST_TAB: f32 = 220.0;

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
    /// How many folded questions stand side by side; more than one: all of them stand above the open one.
    pub across: usize,
    between_chips: f32,
    most_rows: usize,
    width: f32,
}

impl Folds {
    /// For that many questions, of which the longest has `most` answers, in a room of `width` × `height` du.
    pub(super) fn of(width: f32, height: f32, questions: usize, most: usize, large: bool) -> Self {
        let tight = SPACINGS[SPACINGS.len() - 1];
        let attempt = |columns: usize, across: usize, spacing: (f32, f32, f32)| {
            let (folded, gap, between_chips) = spacing;
            let most_rows = most.div_ceil(columns);
            let folds = Self { folded, gap, across, between_chips, most_rows, width };
            let rows = questions.saturating_sub(1).div_ceil(across);
            (folds.open_height(most) + count(rows) * (folded + gap) <= height).then_some(folds)
        };
        let narrowest = if large { NARROWEST_LARGE } else { NARROWEST };
        let tabs = (2..=3).rev().find(|n| (width + tight.1) / count(*n) - tight.1 >= NARROWEST_TAB).unwrap_or(2);
        let ways = [1, tabs].into_iter().flat_map(|across| (2..=4).map(move |columns| (columns, across)));
        let (columns, across) = ways
            .filter(|(columns, _)| share(width, *columns, tight.2) >= narrowest)
            .find(|(columns, across)| attempt(*columns, *across, tight).is_some())
            .unwrap_or((4, tabs));
        let folds = SPACINGS.into_iter().find_map(|spacing| attempt(columns, across, spacing));
        let (folded, gap, between_chips) = tight;
        folds.unwrap_or(Self { folded, gap, across, between_chips, most_rows: most.div_ceil(columns), width })
    }

    fn columns(&self, answers: usize) -> usize {
        answers.div_ceil(self.most_rows.max(1)).max(2)
    }

    /// Height of the open question with that many answers.
    pub(super) fn open_height(&self, answers: usize) -> f32 {
        let rows = count(answers.div_ceil(self.columns(answers)));
        HEAD + rows * CHIP + (rows - 1.0).max(0.0) * self.between_chips + FOOT
    }

    /// The folded question with that index, side by side with others from the top of `room`.
    pub(super) fn tab(&self, room: Rect, index: usize) -> Rect {
        let across = count(self.across);
        let width = (room.width() - (across - 1.0) * self.gap) / across;
        let step = vec2(count(index % self.across), count(index / self.across));
        Rect::from_min_size(room.min + step * vec2(width + self.gap, self.folded + self.gap), vec2(width, self.folded))
    }

    /// The chips of the open question in `rect`; `needs` are the widths that their words ask for.
    ///
    /// All columns are alike where that is enough for every word, else each gets what its words need.
    pub(super) fn chips(&self, rect: Rect, needs: &[f32]) -> Vec<Rect> {
        let columns = self.columns(needs.len());
        let widths = self.widths(columns, needs);
        let place = |index: usize| {
            let column = index % columns;
            let left: f32 = widths[..column].iter().map(|width| width + self.between_chips).sum();
            let top = count(index / columns) * (CHIP + self.between_chips);
            let start = pos2(rect.left() + SIDE + left, rect.top() + HEAD + top);
            Rect::from_min_size(start, vec2(widths[column], CHIP))
        };
        (0..needs.len()).map(place).collect()
    }

    fn widths(&self, columns: usize, needs: &[f32]) -> Vec<f32> {
        let share = share(self.width, columns, self.between_chips);
        let in_column = |column: usize| needs.iter().copied().skip(column).step_by(columns).fold(CHIP, f32::max);
        let needed: Vec<f32> = (0..columns).map(in_column).collect();
        if needed.iter().all(|need| *need <= share) {
            return vec![share; columns];
        }
        let (all, wanted) = (share * count(columns), needed.iter().sum::<f32>());
        let spare = (all - wanted).max(0.0) / count(columns);
        let scale = (all / wanted).min(1.0);
        needed.into_iter().map(|need| need * scale + spare).collect()
    }
}

/// The width of a chip where all columns are alike.
fn share(width: f32, columns: usize, gap: f32) -> f32 {
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

    /// The rooms of the three shapes, usual and large.
    const ROOMS: [(f32, f32, bool); 6] = [
        (742.0, 718.0, false),
        (742.0, 718.0, true),
        (478.0, 918.0, false),
        (478.0, 918.0, true),
        (984.0, 686.0, false),
        (984.0, 660.0, true),
    ];

    #[test]
    fn whichever_question_is_open_everything_fits() {
        for (width, height, large) in ROOMS {
            for questions in 1..=4 {
                let folds = Folds::of(width, height, questions, 11, large);
                let narrowest = if large { NARROWEST_LARGE } else { NARROWEST };
                for answers in [2, 4, 11] {
                    let rows = (questions - 1).div_ceil(folds.across);
                    let high = folds.open_height(answers);
                    assert!(folds.folded >= CHIP);
                    let all = high + count(rows) * (folds.folded + folds.gap);
                    assert!(all <= height, "{width} × {height}, {questions} questions, {answers} answers: {all}");
                    let frame = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, high));
                    let chips = folds.chips(frame, &vec![100.0; answers]);
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
    fn a_long_word_gets_a_wider_column_and_the_rest_keep_theirs() {
        let folds = Folds::of(742.0, 718.0, 4, 11, false);
        let frame = Rect::from_min_size(pos2(0.0, 0.0), vec2(742.0, 400.0));
        let mut needs = vec![120.0; 11];
        needs[1] = 210.0;
        let chips = folds.chips(frame, &needs);
        assert!(chips.iter().zip(&needs).all(|(chip, need)| chip.width() >= *need), "{chips:?}");
        assert!(frame.shrink(16.0).contains_rect(chips[3]), "{}", chips[3]);
        needs = vec![400.0; 11];
        assert!(frame.shrink(16.0).contains_rect(folds.chips(frame, &needs)[3]), "more than there is room for");
    }

    #[test]
    fn few_questions_leave_room_for_wider_chips() {
        let four = Folds::of(742.0, 718.0, 4, 11, false);
        let two = Folds::of(742.0, 718.0, 2, 11, false);
        let frame = Rect::from_min_size(pos2(0.0, 0.0), vec2(742.0, 700.0));
        let width = |folds: &Folds| folds.chips(frame, &[100.0; 11])[0].width();
        assert!(width(&two) > width(&four));
        assert!(two.folded >= four.folded);
    }
}
