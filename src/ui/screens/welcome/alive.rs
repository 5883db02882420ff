//! The two loops of Welcome, the scan beam and the arrow of the reader's pill.

use std::time::Duration;

use egui::{Id, Ui};

use crate::ui::theme::Theme;

/// After so long without a touch the loops rest, to save energy.
const REST_AFTER: f64 = 60.0;
/// Thirty frames a second at most.
const FRAME: Duration = Duration::from_millis(33);

/// Seconds on the clock of the loops; none while they rest or where nothing moves.
pub(super) fn seconds(ui: &Ui, theme: &Theme) -> Option<f64> {
    if !theme.moves() {
        return None;
    }
    let id = Id::unique("welcome alive");
    let (now, touched) = ui.input(|i| (i.time, !i.events.is_empty()));
    let frame = ui.ctx().cumulative_frame_nr();
    let last = ui.data(|data| data.get_temp::<(f64, u64)>(id));
    // A frame in which Welcome was not shown is a sign of life as well.
    let begins = last.is_none_or(|(_, shown)| frame > shown + 1) && !ui.is_sizing_pass();
    let sign = match last {
        Some((sign, _)) if !touched && !begins => sign,
        _ => now,
    };
    ui.data_mut(|data| data.insert_temp(id, (sign, frame)));
    let moves = now - sign < REST_AFTER;
    if moves {
        ui.ctx().request_repaint_after(FRAME);
    }
    moves.then_some(now)
}

/// From 0 to 1 and back in one loop of that length, smoothly.
#[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
pub(super) fn swing(seconds: f64, lasts: Duration) -> f32 {
    if lasts.is_zero() {
        return 0.5;
    }
    let turn = (seconds / lasts.as_secs_f64()).fract() * std::f64::consts::TAU;
    (0.5 - 0.5 * turn.cos()) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_comes_back_to_where_it_began() {
        let loop_time = Duration::from_millis(2400);
        assert!(swing(0.0, loop_time) < 0.001);
        assert!(swing(1.2, loop_time) > 0.999);
        assert!(swing(2.4, loop_time) < 0.001);
        assert!((swing(17.0, Duration::ZERO) - 0.5).abs() < f32::EPSILON);
    }
}
