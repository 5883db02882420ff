//! The QR codes of the service standard page, read back from the pixels of the window.

use buku_pengunjung::domain::contact::Channel;
use buku_pengunjung::flow::Event;
use buku_pengunjung::i18n::Lang;
use buku_pengunjung::ui::layout::Canvas;
use egui::accesskit::Role;
use egui::{Rect, Vec2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::layout::{check, is_target, reachable};
use crate::support::{Kiosk, SIZES, window};

/// Where the codes of the shipped configuration lead, in the order of the page.
const LEADS: [&str; 3] =
    ["https://dispusip.banyuwangikab.go.id/", "https://www.instagram.com/dispusipbwi", "tel:+62333421197"];
/// Modules of quiet zone (ISO/IEC 18004).
const QUIET: f32 = 4.0;
/// A code is as large as this at least, in du, without its quiet zone.
const LEAST: f32 = 192.0;

/// A code that was read from a picture.
struct Read {
    text: String,
    /// Where its modules are, in pixels.
    place: Rect,
    module: f32,
    is_medium: bool,
}

/// The page in a window of that many pixels.
fn page(mut kiosk: Kiosk, pixels: Vec2) -> Harness<'static, Kiosk> {
    kiosk.send(Event::ServiceInfo);
    window(kiosk, pixels)
}

/// The green of every pixel shown, and the width.
fn painted(harness: &mut Harness<'_, Kiosk>) -> (Vec<u8>, usize) {
    let picture = harness.render().unwrap();
    (picture.pixels().map(|pixel| pixel.0[1]).collect(), picture.width() as usize)
}

/// Every code of the picture, from the left to the right.
fn read((green, width): &(Vec<u8>, usize)) -> Vec<Read> {
    let mut prepared =
        rqrr::PreparedImage::prepare_from_greyscale(*width, green.len() / width, |x, y| green[y * width + x]);
    let mut codes = Vec::new();
    for grid in prepared.detect_grids() {
        let (meta, text) = grid.decode().expect("a code that was found is read");
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let corners = grid.bounds.map(|point| pos2(point.x as f32, point.y as f32));
        let place = Rect::from_points(&corners);
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let module = (place.width() / meta.version.to_size() as f32).round();
        codes.push(Read { text, place, module, is_medium: meta.ecc_level == 0 });
    }
    codes.sort_by(|a, b| a.place.left().total_cmp(&b.place.left()));
    codes
}

/// The pixels around a code are light, as wide as its quiet zone.
fn is_quiet(picture: &(Vec<u8>, usize), code: &Read) -> bool {
    // The reader tells the corners to a module.
    let modules = dark(picture, code.place.expand(code.module));
    dark(picture, modules.expand(QUIET * code.module - 0.5)) == modules
}

/// Where the dark pixels within that room are.
fn dark((green, width): &(Vec<u8>, usize), room: Rect) -> Rect {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a window")]
    let [left, top, right, bottom] =
        [room.left().ceil(), room.top().ceil(), room.right().floor(), room.bottom().floor()].map(|edge| edge as usize);
    let mut found = Rect::NOTHING;
    for (x, y) in (top..=bottom).flat_map(|y| (left..=right).map(move |x| (x, y))) {
        if green[y * width + x] < 200 {
            #[expect(clippy::cast_precision_loss, reason = "small numbers")]
            found.extend_with(pos2(x as f32, y as f32));
        }
    }
    found
}

#[test]
fn a_phone_reads_all_three_codes_at_every_size_in_both_languages_and_looks() {
    for (size, pixels) in SIZES {
        for (lang, aa) in [(Lang::Id, false), (Lang::En, false), (Lang::Id, true), (Lang::En, true)] {
            let mut harness = page(Kiosk::new().wearing(lang, aa), pixels);
            let picture = painted(&mut harness);
            let codes = read(&picture);
            let place = format!("{size} {} {aa}", lang.id());
            assert_eq!(codes.iter().map(|code| code.text.as_str()).collect::<Vec<_>>(), LEADS, "{place}");
            for code in &codes {
                let du = (dark(&picture, code.place.expand(code.module)).size() + Vec2::splat(1.0))
                    / Canvas::of(pixels).scale;
                assert!(du.min_elem() >= LEAST, "{place}: {} is only {du} du large", code.text);
                assert!(code.is_medium, "{place}: {}", code.text);
                assert!(is_quiet(&picture, code), "{place}: {} has no quiet zone", code.text);
            }
        }
    }
}

#[test]
fn each_code_has_its_label_below_it_and_nothing_of_it_is_a_link() {
    for (lang, names) in
        [(Lang::Id, ["Situs web", "Instagram", "Telepon"]), (Lang::En, ["Website", "Instagram", "Telephone"])]
    {
        for (_, pixels) in SIZES {
            let harness = page(Kiosk::new().wearing(lang, false), pixels);
            let labels = ["dispusip.banyuwangikab.go.id", "@dispusipbwi", "(0333) 421197"];
            for ((name, label), lead) in names.into_iter().zip(labels).zip(LEADS) {
                let code = harness.get_by_label_contains(&format!("{name}: {lead}")).rect();
                for text in [name, label] {
                    let text = harness.get_by_label(text).rect();
                    assert!(text.top() >= code.bottom() && text.top() < code.bottom() + 80.0, "{name} {label}");
                    assert!((text.left() - code.left()).abs() < 60.0, "{name} {label}");
                }
            }
            let nodes = reachable(harness.root());
            assert!(nodes.iter().all(|node| node.accesskit_node().role() != Role::Link));
            let targets = nodes.iter().filter(|node| is_target(node.accesskit_node().role()));
            let targets: Vec<String> = targets.filter_map(|node| node.accesskit_node().label()).collect();
            assert_eq!(targets.len(), 4, "two languages, back and sign: {targets:?}");
        }
    }
}

#[test]
fn a_channel_that_is_not_configured_has_no_code() {
    let all = [Channel::Website, Channel::Instagram, Channel::Telephone];
    for (size, pixels) in SIZES {
        for left_out in all {
            let mut kiosk = Kiosk::new();
            kiosk.house.service.channels.retain(|contact| contact.channel != left_out);
            let mut harness = page(kiosk, pixels);
            let expected: Vec<&str> =
                all.into_iter().zip(LEADS).filter(|(c, _)| *c != left_out).map(|(_, lead)| lead).collect();
            let codes = read(&painted(&mut harness));
            assert_eq!(
                codes.iter().map(|code| code.text.as_str()).collect::<Vec<_>>(),
                expected,
                "{size} {left_out:?}"
            );
            assert_eq!(check(&harness), [""; 0], "{size} {left_out:?}");
        }
        let mut kiosk = Kiosk::new();
        kiosk.house.service.channels.clear();
        let mut harness = page(kiosk, pixels);
        assert!(read(&painted(&mut harness)).is_empty());
        assert_eq!(check(&harness), [""; 0], "{size} without any channel");
    }
}
