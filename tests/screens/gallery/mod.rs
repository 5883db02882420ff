//! Pages made of the kit's widgets at the places of the design, in both looks, kept as pictures.

mod pages;

use std::sync::{Mutex, PoisonError};

use buku_pengunjung::ui::kit::Kit;
use buku_pengunjung::ui::layout;
use buku_pengunjung::ui::theme::Theme;
use egui_kittest::Harness;

use self::pages::Page;

/// One picture at a time: software renderers give up when several share two cores.
static RENDERER: Mutex<()> = Mutex::new(());

fn picture(name: &str, size: [f32; 2], theme: Theme, page: Page) {
    let _alone = RENDERER.lock().unwrap_or_else(PoisonError::into_inner);
    let mut kit: Option<Kit> = None;
    let mut harness = Harness::builder().with_size(size).with_pixels_per_point(1.0).build_ui(move |ui| {
        let kit = kit.get_or_insert_with(|| Kit::install(ui.ctx(), theme.clone()));
        let canvas = layout::apply(ui.ctx());
        ui.painter().rect_filled(canvas.window, 0.0, kit.theme.palette.bg);
        page(ui, kit, &canvas);
    });
    harness.run_steps(6);
    harness.snapshot(name);
}

const WIDE: [f32; 2] = [1920.0, 1080.0];

#[test]
fn form() {
    picture("gallery-form", WIDE, Theme::normal().still(), pages::form);
}

#[test]
fn form_in_high_contrast() {
    picture("gallery-form-high-contrast", WIDE, Theme::high_contrast(), pages::form);
}

#[test]
fn keypad_with_messages() {
    picture("gallery-keypad", WIDE, Theme::normal().still(), pages::keypad_page);
}

#[test]
fn steppers() {
    picture("gallery-group", WIDE, Theme::normal().still(), pages::group);
}

#[test]
fn purposes_on_a_5_to_4_screen_in_high_contrast() {
    picture("gallery-purposes-classic-high-contrast", [1280.0, 1024.0], Theme::high_contrast(), pages::purposes);
}

#[test]
fn dialog_in_high_contrast() {
    picture("gallery-dialog-high-contrast", WIDE, Theme::high_contrast(), pages::question);
}
