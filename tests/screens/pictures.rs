//! Pictures of every screen, to be looked at by a person.

use crate::scenes::{OWN, Scene};
use crate::support::{Kiosk, SIZES, window};
use buku_pengunjung::i18n::Lang;

/// Paints scenes into the folder named by `SCREENS_TO`; `SCREENS_ONLY` picks those whose file name contains it.
#[test]
#[ignore = "paints pictures for a person to look at"]
fn paint_pictures() {
    let folder = std::env::var("SCREENS_TO").expect("SCREENS_TO names a folder");
    let only = std::env::var("SCREENS_ONLY").unwrap_or_default();
    for Scene { name, set } in OWN.iter().chain(crate::forms_scenes::FORMS).chain(crate::room_scenes::ROOM) {
        for (size, pixels) in SIZES {
            for (lang, aa) in [(Lang::Id, false), (Lang::En, false), (Lang::Id, true), (Lang::En, true)] {
                let look = if aa { "-aa" } else { "" };
                let file = format!("{name}-{size}-{}{look}.png", lang.id());
                if only.split(',').any(|part| file.contains(part)) {
                    let mut kiosk = Kiosk::new().wearing(lang, aa);
                    set(&mut kiosk);
                    window(kiosk, pixels).render().unwrap().save(format!("{folder}/{file}")).unwrap();
                }
            }
        }
    }
}
