//! Distances, radii, strokes, shadows and touch sizes of the design tokens, in design units (du).

use std::time::Duration;

/// Spacing steps.
pub mod space {
    #![expect(missing_docs, reason = "a scale: each constant is its own number")]
    pub const S8: f32 = 8.0;
    pub const S12: f32 = 12.0;
    pub const S16: f32 = 16.0;
    pub const S20: f32 = 20.0;
    pub const S24: f32 = 24.0;
    pub const S28: f32 = 28.0;
    pub const S32: f32 = 32.0;
    pub const S40: f32 = 40.0;
    pub const S48: f32 = 48.0;
    pub const S56: f32 = 56.0;
    pub const S64: f32 = 64.0;
}

/// Height of the top bar.
pub const TOP_BAR: f32 = 120.0;
/// Height of the bottom bar.
pub const BOTTOM_BAR: f32 = 144.0;
/// Usual distance from the edge of the canvas.
pub const PAGE_MARGIN: f32 = 56.0;
/// The smallest target a visitor touches, both ways.
pub const TARGET: f32 = 88.0;
/// Height of a button.
pub const BUTTON: f32 = 104.0;
/// How far outside its shape a target is still hit: half the gap to the next, at most this.
pub const HIT_MARGIN: f32 = 12.0;
/// A finger may drift this far between press and release.
pub const TOUCH_DRIFT: f32 = 44.0;
/// After a touch has acted, another one is ignored for this long.
pub const SECOND_TOUCH_GUARD: Duration = Duration::from_millis(250);
/// The same key is not taken twice within this time: a contact that bounces is not a double letter.
pub const KEY_BOUNCE: Duration = Duration::from_millis(60);
/// A held key repeats after this time ...
pub const REPEAT_AFTER: Duration = Duration::from_millis(500);
/// ... and then once in this time (8 a second).
pub const REPEAT_EVERY: Duration = Duration::from_millis(125);
/// How long a message strip stays.
pub const STRIP_TIME: Duration = Duration::from_secs(6);

/// Corner radii.
pub mod radius {
    #![expect(missing_docs, reason = "named after what they round")]
    pub const KEY: f32 = 20.0;
    pub const CHIP: f32 = 24.0;
    pub const FIELD: f32 = 24.0;
    pub const BUTTON: f32 = 28.0;
    pub const ICON_BOX: f32 = 32.0;
    pub const CARD: f32 = 32.0;
    pub const TILE: f32 = 36.0;
    pub const DIALOG: f32 = 48.0;
    pub const STAFF_CARD: f32 = 22.0;
    pub const STAFF_BUTTON: f32 = 18.0;
    pub const SEAT: f32 = 14.0;
}

/// Stroke widths of one look.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "named after what they outline")]
pub struct Strokes {
    pub card: f32,
    pub tile: f32,
    pub field: f32,
    pub selected: f32,
    pub seat_ring: f32,
    pub error: f32,
    pub focus: f32,
}

/// Downward offsets of the one hard shadow, of one look. Nothing is blurred.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "named after what they lie under")]
pub struct Shadows {
    pub tile: f32,
    pub button: f32,
    pub key: f32,
    pub card: f32,
    pub dialog: f32,
}

/// How long each motion takes, of one look. All zero where motion is reduced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Motion {
    /// A face goes down.
    pub press: Duration,
    /// A face comes up.
    pub release: Duration,
    /// Fade and slide to the next screen, ease-out cubic, [`SLIDE`] du.
    pub screen: Duration,
    /// The scrim of a dialog fades in.
    pub scrim: Duration,
    /// The card of a dialog rises, [`SLIDE`] du.
    pub dialog: Duration,
    /// An answer folds and the next question opens.
    pub fold: Duration,
    /// One loop of the scan beam.
    pub beam: Duration,
    /// One loop of the arrow in the reader's pill, [`ARROW`] du.
    pub arrow: Duration,
    /// The beam is green before the screen moves on.
    pub read: Duration,
    /// A tick draws itself.
    pub tick: Duration,
    /// A field's border turns red.
    pub error: Duration,
    /// A chosen tile shows that it was chosen.
    pub selected: Duration,
}

/// How far a screen or dialog slides in.
pub const SLIDE: f32 = 24.0;
/// How far the arrow of the reader's pill moves.
pub const ARROW: f32 = 10.0;

pub(super) const STROKES: Strokes =
    Strokes { card: 2.0, tile: 3.0, field: 4.0, selected: 6.0, seat_ring: 8.0, error: 4.0, focus: 6.0 };
pub(super) const STROKES_HIGH: Strokes =
    Strokes { card: 5.0, tile: 5.0, field: 5.0, selected: 6.0, seat_ring: 8.0, error: 6.0, focus: 6.0 };
pub(super) const SHADOWS: Shadows = Shadows { tile: 6.0, button: 6.0, key: 4.0, card: 10.0, dialog: 14.0 };
pub(super) const SHADOWS_HIGH: Shadows = Shadows { tile: 0.0, button: 0.0, key: 0.0, card: 0.0, dialog: 0.0 };

const fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

pub(super) const MOTION: Motion = Motion {
    press: ms(80),
    release: ms(120),
    screen: ms(220),
    scrim: ms(160),
    dialog: ms(200),
    fold: ms(240),
    beam: ms(2400),
    arrow: ms(1200),
    read: ms(150),
    tick: ms(180),
    error: ms(120),
    selected: ms(150),
};
pub(super) const STILL: Motion = Motion {
    press: Duration::ZERO,
    release: Duration::ZERO,
    screen: Duration::ZERO,
    scrim: Duration::ZERO,
    dialog: Duration::ZERO,
    fold: Duration::ZERO,
    beam: Duration::ZERO,
    arrow: Duration::ZERO,
    read: Duration::ZERO,
    tick: Duration::ZERO,
    error: Duration::ZERO,
    selected: Duration::ZERO,
};
