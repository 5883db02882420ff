//! What is painted where the processor draws the pixels is the picture that is painted elsewhere.

use buku_pengunjung::i18n::Lang;
use buku_pengunjung::runtime::software::{Ground, PaintOnce};
use egui::epaint::RectShape;
use egui::{Color32, CornerRadius, Rect, Shape};

use crate::scenes::OWN;
use crate::support::{Kiosk, SIZES, window};

/// Fills the ground as everything else is painted: this renderer knows no other way.
fn paint_over(window: Rect, ground: Ground) -> Shape {
    let face = |color: Color32, rect: Rect| Shape::from(RectShape::filled(rect, CornerRadius::ZERO, color));
    let clear = ground.clear.map(|color| face(color, window));
    let faces =
        ground.faces.into_iter().flat_map(|(color, rects)| rects.into_iter().map(move |rect| face(color, rect)));
    Shape::Vec(clear.into_iter().chain(faces).collect())
}

#[test]
fn every_screen_looks_the_same() {
    let scenes = OWN.iter().chain(crate::forms_scenes::FORMS).chain(crate::room_scenes::ROOM).step_by(3);
    for (n, scene) in scenes.enumerate() {
        // Each at another size, in the other language, and every third in high contrast.
        let (name, pixels) = SIZES[n % SIZES.len()];
        let lang = if n % 2 == 0 { Lang::Id } else { Lang::En };
        let mut kiosk = Kiosk::new().wearing(lang, n % 3 == 2);
        (scene.set)(&mut kiosk);
        let mut harness = window(kiosk, pixels);
        let usual = harness.render().unwrap();
        harness.ctx.add_plugin(PaintOnce::new(paint_over));
        // The first frame wants the masks of its corners, and the second has them.
        harness.run_steps(2);
        let here = harness.render().unwrap();
        assert_eq!(usual.dimensions(), here.dimensions());
        // How far each pixel is off, in the channel that is off most.
        let differences = usual.pixels().zip(here.pixels()).map(|(one, other)| {
            one.0.iter().zip(other.0).map(|(one, other)| one.abs_diff(other)).max().unwrap_or_default()
        });
        let (mut some, mut much) = (0, 0);
        for off in differences {
            some += usize::from(off > 12);
            much += usize::from(off > 70);
        }
        // On an arc a pixel may have another share of the colour beside it, and on no line or letter.
        assert!(much == 0 && some < 1_500, "{} at {name}: {some} pixels differ, {much} of them much", scene.name);
    }
}
