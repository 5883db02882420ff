//! What the kiosk does where the processor draws its pixels.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use resvg::tiny_skia::Pixmap;

use crate::support::display::Display;
use crate::support::kiosk::Kiosk;
use crate::support::library::{Library, WULAN};

/// The processors on which each of the renderer's threads may run, as the system writes them.
fn processors_of_the_renderer(kiosk: &Kiosk) -> BTreeMap<String, String> {
    let threads = fs::read_dir(format!("/proc/{}/task", kiosk.pid())).unwrap();
    let statuses = threads.map(|thread| fs::read_to_string(thread.unwrap().path().join("status")).unwrap());
    let field = |status: &str, name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_else(|| panic!("{name} in {status}")).trim().to_owned()
    };
    statuses
        .map(|status| (field(&status, "Name:"), field(&status, "Cpus_allowed_list:")))
        .filter(|(name, _)| name.starts_with("llvmpipe-"))
        .collect()
}

#[test]
fn every_thread_of_the_renderer_has_a_processor_of_its_own() {
    let kiosk = Kiosk::open(Library::with_members());
    let threads = processors_of_the_renderer(&kiosk);
    assert!(!threads.is_empty(), "the renderer has threads, by other names perhaps");
    let processors: Vec<&String> = threads.values().collect();
    let mut alone = processors.clone();
    alone.sort_unstable();
    alone.dedup();
    assert!(processors.iter().all(|list| list.parse::<usize>().is_ok()), "one processor each: {threads:?}");
    let there_are = std::thread::available_parallelism().unwrap().get();
    assert_eq!(alone.len(), threads.len().min(there_are), "two share one: {threads:?}");
}

/// How many pixels of a picture of the screen have that colour, and how many are a step off in a channel or more.
fn pixels_of(picture: &Path, wanted: [u8; 3]) -> (usize, usize) {
    let picture = Pixmap::load_png(picture).unwrap();
    let off = picture.pixels().iter().map(|pixel| {
        let there = [pixel.red(), pixel.green(), pixel.blue()];
        there.iter().zip(wanted).map(|(there, wanted)| there.abs_diff(wanted)).max().unwrap_or_default()
    });
    off.fold((0, 0), |(same, nearly), off| (same + usize::from(off == 0), nearly + usize::from(off == 1)))
}

/// Has a member scan and looks at the faces of the purposes.
fn plain_faces_have_their_colours(kiosk: &Kiosk, picture: &str) {
    kiosk.scan_until(WULAN, "purpose");
    kiosk.calm();
    let picture = kiosk.picture(picture);
    for (face, color, at_least) in
        [("the ground", [0xF3, 0xF6, 0xFC], 250_000), ("the faces of the tiles", [0xFF, 0xFF, 0xFF], 550_000)]
    {
        let (same, nearly) = pixels_of(&picture, color);
        assert!(same > at_least && nearly < 1_000, "{face}: {same} pixels have its colour, {nearly} nearly");
    }
}

/// Plain faces are filled by a program of their own, which only a real window has.
#[test]
fn plain_faces_have_their_colours_to_the_last_step() {
    plain_faces_have_their_colours(&Kiosk::open(Library::with_members()), "plain-faces");
}

/// A kiosk to which Mesa offers no more than those versions of OpenGL, its language and OpenGL ES.
fn with_opengl(version: &str, language: &str, embedded: &str) -> Kiosk {
    let wrapper = [
        "env".to_owned(),
        format!("MESA_GL_VERSION_OVERRIDE={version}"),
        format!("MESA_GLSL_VERSION_OVERRIDE={language}"),
        format!("MESA_GLES_VERSION_OVERRIDE={embedded}"),
    ];
    let wrapper = wrapper.each_ref().map(String::as_str);
    Kiosk::start_behind(&wrapper, Display::start(1366, 768), Library::with_members(), "layout")
}

/// Where OpenGL is too old for that program eframe takes OpenGL ES, which may be too old as well.
#[test]
fn a_visit_is_recorded_on_any_opengl_that_egui_takes() {
    for (embedded, filled) in [("3.2", true), ("2.0", false)] {
        let kiosk = with_opengl("2.1", "120", embedded);
        kiosk.screen("welcome");
        kiosk.display.wait_for_focus();
        plain_faces_have_their_colours(&kiosk, &format!("opengl-es-{embedded}"));
        kiosk.touch("Membaca di tempat");
        kiosk.screen("done");
        let library = kiosk.close();
        assert_eq!(library.visits().len(), 1, "OpenGL ES {embedded}");
        let log = library.log();
        assert_ne!(
            log.contains("plain faces are painted as everything else is"),
            filled,
            "OpenGL ES {embedded}: {log}"
        );
    }
}

#[test]
fn a_display_without_opengl_is_told_in_a_sentence() {
    let mut kiosk = with_opengl("1.4", "110", "1.1");
    assert_eq!(kiosk.code(), Some(1));
    let told = kiosk.told().join("\n");
    assert!(told.contains("The window could not be opened (the display offers no OpenGL): "), "{told}");
}
