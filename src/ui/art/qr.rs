//! QR codes, made on the device.

use egui::{Painter, Rect, pos2, vec2};
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use crate::ui::kit::Kit;

/// Modules of quiet zone on each side (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The smallest code that is made (29 × 29 modules), so that short texts look like the longer ones beside them.
const SMALLEST: u8 = 3;

/// The white reaches that far around the quiet zone, so that its rounding takes nothing of it, in du.
const EDGE: f32 = 4.0;
const ROUND: f32 = 12.0;

/// Paints the QR code of a text, error correction M, into the square `rect` with its quiet zone: dark on light in both
/// looks, every module the same whole number of pixels. Says whether the text fits into a code.
pub fn qr(painter: &Painter, kit: &Kit, rect: Rect, text: &str) -> bool {
    let segments = QrSegment::make_segments(text);
    let (least, most) = (Version::new(SMALLEST), Version::MAX);
    let made = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, least, most, None, false);
    let Ok(code) = made else { return false };
    let p = &kit.theme.palette;
    let (dark, light) = if kit.theme.is_high_contrast() { (p.bg, p.ink) } else { (p.ink, p.surface) };
    let pixel = 1.0 / painter.pixels_per_point();
    let modules = to_f32(code.size() + 2 * QUIET);
    let module = (rect.width() / modules / pixel).floor().max(1.0) * pixel;
    let snap = |x: f32| (x / pixel).round() * pixel;
    let spare = (rect.size() - vec2(module, module) * modules) / 2.0;
    let origin = pos2(snap(rect.left() + spare.x), snap(rect.top() + spare.y));
    let all = Rect::from_min_size(origin, vec2(module, module) * modules);
    painter.rect_filled(all.expand(EDGE), ROUND, light);
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                let at = origin + vec2(to_f32(x + QUIET), to_f32(y + QUIET)) * module;
                painter.rect_filled(Rect::from_min_size(at, vec2(to_f32(run) * module, module)), 0.0, dark);
            }
            x += run.max(1);
        }
    }
    true
}

/// A few hundred modules at most.
fn to_f32(modules: i32) -> f32 {
    f32::from(i16::try_from(modules).unwrap_or(i16::MAX))
}
