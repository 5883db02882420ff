//! Every colour of the app, and the only file that may name one by its numbers.
#![expect(clippy::disallowed_methods, reason = "this is the file that the rule sends everybody else to")]

use egui::Color32;

/// The colours of one look. The fields bear the names of the design tokens.
///
/// In high contrast the same fields hold black, white and one yellow, so that a widget that paints
/// `surface`, `ink` and `line` is right in both looks; what differs more is asked with
/// [`Theme::is_high_contrast`](super::Theme::is_high_contrast).
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the design token of the same name; groups are explained")]
pub struct Palette {
    // Text and grounds.
    pub ink: Color32,
    pub ink2: Color32,
    pub bg: Color32,
    pub surface: Color32,
    pub line: Color32,
    pub edge: Color32,
    pub well: Color32,
    pub key_fn: Color32,
    pub key_shadow: Color32,
    // Blue means "touch me".
    pub blue: Color32,
    pub blue_pressed: Color32,
    pub blue_shadow: Color32,
    pub blue_tint: Color32,
    /// Text and icons on `blue`.
    pub on_blue: Color32,
    // Night: hero, Done, PIN, dark cards.
    pub night: Color32,
    pub night2: Color32,
    pub night3: Color32,
    pub night_edge: Color32,
    pub mist: Color32,
    pub fire: Color32,
    /// Main text on `night`.
    pub on_night: Color32,
    // Amber means "you are here" or "attention".
    pub amber: Color32,
    pub amber_shadow: Color32,
    pub amber_ink: Color32,
    pub amber_tint: Color32,
    /// Text and icons on `amber`.
    pub on_amber: Color32,
    /// Ornament only: scan beam, heart.
    pub coral: Color32,
    // Meaning, always beside an icon or a word.
    pub green_ink: Color32,
    pub green_tint: Color32,
    pub green_mark: Color32,
    pub green_wash: Color32,
    /// The tick inside `green_mark`.
    pub on_green: Color32,
    /// A good state on `night`.
    pub green_on_night: Color32,
    pub red_ink: Color32,
    pub red_tint: Color32,
    pub red_edge: Color32,
    // Tints that only tell tiles apart.
    pub teal_ink: Color32,
    pub teal_tint: Color32,
    pub teal_mark: Color32,
    pub purple_ink: Color32,
    pub purple_tint: Color32,
    /// Behind dialogs.
    pub scrim: Color32,
    /// The keyboard's focus ring, and the rim that lets it be seen on `night` as well.
    pub focus: Color32,
    pub focus_halo: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// The sunrise over Ijen, outermost ring first. Illustration only.
pub const SUN_RINGS: [Color32; 5] = [rgb(0x14_2763), rgb(0x1C_3179), rgb(0x3A_3F86), rgb(0xA8_607A), rgb(0xFF_B545)];
/// The hills of the sunrise, far to near.
pub const HILLS: [Color32; 3] = [rgb(0x2A_479C), rgb(0x1D_367F), rgb(0x13_265F)];
/// The blue fire of Ijen, and its core.
pub const FLAME: [Color32; 2] = [rgb(0x4F_A3F7), rgb(0xB9_E0FF)];
/// The five steps of the staff heat map, faint to strong; text is `ink` on the first three, white on the last two.
pub const HEAT: [Color32; 5] = [rgb(0xEE_F3FC), rgb(0xCB_D9F6), rgb(0x94_B2EE), rgb(0x3A_5DC4), rgb(0x1C_3FAA)];

/// Painted over a picture: leaves it in its own colours.
pub const UNTINTED: Color32 = rgb(0xFF_FFFF);

const BLACK: Color32 = rgb(0x00_0000);
const WHITE: Color32 = rgb(0xFF_FFFF);
/// The one accent of high contrast.
const YELLOW: Color32 = rgb(0xFF_E14D);

impl Palette {
    /// The usual look: dawn at Ijen.
    #[must_use]
    pub const fn normal() -> Self {
        Self {
            ink: rgb(0x0E_1B3D),
            ink2: rgb(0x3A_4767),
            bg: rgb(0xF3_F6FC),
            surface: WHITE,
            line: rgb(0xD3_DCEE),
            edge: rgb(0x76_86AB),
            well: rgb(0xE3_EAF7),
            key_fn: rgb(0xE3_E8F2),
            key_shadow: rgb(0xC3_CFE6),
            blue: rgb(0x1C_3FAA),
            blue_pressed: rgb(0x16_328A),
            blue_shadow: rgb(0x10_255F),
            blue_tint: rgb(0xE6_EDFC),
            on_blue: WHITE,
            night: rgb(0x0F_1F4F),
            night2: rgb(0x1D_367F),
            night3: rgb(0x22_3C8C),
            night_edge: rgb(0x6E_86C9),
            mist: rgb(0xC9_D8F7),
            fire: rgb(0x7C_C4FF),
            on_night: WHITE,
            amber: rgb(0xFF_B545),
            amber_shadow: rgb(0xB8_7712),
            amber_ink: rgb(0x6B_3D00),
            amber_tint: rgb(0xFF_F1D6),
            on_amber: rgb(0x0E_1B3D),
            coral: rgb(0xF4_764F),
            green_ink: rgb(0x0B_5B3B),
            green_tint: rgb(0xE2_F4EA),
            green_mark: rgb(0x2E_9E6B),
            green_wash: rgb(0xF4_FBF7),
            on_green: WHITE,
            green_on_night: rgb(0x76_CEA3),
            red_ink: rgb(0x9B_1C1C),
            red_tint: rgb(0xFD_EBE8),
            red_edge: rgb(0xD9_A09B),
            teal_ink: rgb(0x0A_5561),
            teal_tint: rgb(0xDF_F3F4),
            teal_mark: rgb(0x1E_8E9C),
            purple_ink: rgb(0x4B_2A86),
            purple_tint: rgb(0xEF_E9FB),
            scrim: Color32::from_rgba_unmultiplied_const(0x09, 0x12, 0x30, 199),
            focus: rgb(0x1C_3FAA),
            focus_halo: WHITE,
        }
    }

    /// High contrast ("Aa"): black ground, white text, one yellow for everything that can be touched.
    #[must_use]
    pub const fn high_contrast() -> Self {
        Self {
            ink: WHITE,
            ink2: WHITE,
            bg: BLACK,
            surface: BLACK,
            line: YELLOW,
            edge: YELLOW,
            well: BLACK,
            key_fn: BLACK,
            key_shadow: BLACK,
            blue: YELLOW,
            blue_pressed: WHITE,
            blue_shadow: BLACK,
            blue_tint: BLACK,
            on_blue: BLACK,
            night: BLACK,
            night2: BLACK,
            night3: YELLOW,
            night_edge: YELLOW,
            mist: WHITE,
            fire: YELLOW,
            on_night: WHITE,
            amber: YELLOW,
            amber_shadow: BLACK,
            amber_ink: YELLOW,
            amber_tint: BLACK,
            on_amber: BLACK,
            coral: YELLOW,
            green_ink: YELLOW,
            green_tint: BLACK,
            green_mark: YELLOW,
            green_wash: BLACK,
            on_green: BLACK,
            green_on_night: YELLOW,
            red_ink: WHITE,
            red_tint: BLACK,
            red_edge: YELLOW,
            teal_ink: YELLOW,
            teal_tint: BLACK,
            teal_mark: YELLOW,
            purple_ink: YELLOW,
            purple_tint: BLACK,
            scrim: BLACK,
            focus: WHITE,
            focus_halo: BLACK,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as WCAG 2.1 defines them.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let light = |color: Color32| {
            let [r, g, b] = [color.r(), color.g(), color.b()].map(|part| {
                let part = f32::from(part) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn everything_a_visitor_reads_has_a_contrast_of_seven_in_both_looks() {
        for p in [Palette::normal(), Palette::high_contrast()] {
            for (name, ink, ground) in [
                ("ink on surface", p.ink, p.surface),
                ("ink on bg", p.ink, p.bg),
                ("ink on well", p.ink, p.well),
                ("ink on key_fn", p.ink, p.key_fn),
                ("ink2 on surface", p.ink2, p.surface),
                ("ink2 on bg", p.ink2, p.bg),
                ("ink2 on key_fn", p.ink2, p.key_fn),
                ("blue on surface", p.blue, p.surface),
                ("blue on bg", p.blue, p.bg),
                ("blue on blue_tint", p.blue, p.blue_tint),
                ("on_blue on blue", p.on_blue, p.blue),
                ("on_blue on blue_pressed", p.on_blue, p.blue_pressed),
                ("on_night on night", p.on_night, p.night),
                ("mist on night", p.mist, p.night),
                ("fire on night", p.fire, p.night),
                ("amber on night", p.amber, p.night),
                ("on_amber on amber", p.on_amber, p.amber),
                ("amber_ink on amber_tint", p.amber_ink, p.amber_tint),
                ("green_ink on green_tint", p.green_ink, p.green_tint),
                ("green_ink on surface", p.green_ink, p.surface),
                ("red_ink on surface", p.red_ink, p.surface),
                ("red_ink on red_tint", p.red_ink, p.red_tint),
                ("ink on red_tint", p.ink, p.red_tint),
                ("teal_ink on teal_tint", p.teal_ink, p.teal_tint),
                ("purple_ink on purple_tint", p.purple_ink, p.purple_tint),
            ] {
                let ratio = contrast(ink, ground);
                assert!(ratio >= 6.95, "{name}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn the_colours_are_those_of_the_design() {
        let p = Palette::normal();
        assert_eq!(p.ink.to_array(), [0x0E, 0x1B, 0x3D, 255]);
        assert_eq!(p.night.to_array(), [0x0F, 0x1F, 0x4F, 255]);
        assert_eq!(p.amber.to_array(), [0xFF, 0xB5, 0x45, 255]);
        assert_eq!(p.scrim.a(), 199);
        assert!((contrast(p.ink, p.surface) - 16.9).abs() < 0.1);
        assert!((contrast(YELLOW, BLACK) - 16.1).abs() < 0.1);
    }
}
