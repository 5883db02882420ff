//! The QR code of the service standard page, read back from the pixels of the window.

use buku_pengunjung::flow::Event;
use buku_pengunjung::i18n::Lang;

use crate::support::{Kiosk, SIZES, house, window};

#[test]
fn a_phone_reads_the_code_at_every_size_and_in_both_looks() {
    let url = house().service.url.expect("the shipped configuration has an address for complaints");
    for (size, pixels) in SIZES {
        for aa in [false, true] {
            let mut kiosk = Kiosk::new().wearing(Lang::Id, aa);
            kiosk.send(Event::ServiceInfo);
            let picture = window(kiosk, pixels).render().unwrap();
            let (w, h) = (picture.width() as usize, picture.height() as usize);
            let green: Vec<u8> = picture.pixels().map(|pixel| pixel.0[1]).collect();
            let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(w, h, |x, y| green[y * w + x]);
            let read: Vec<String> =
                prepared.detect_grids().iter().filter_map(|g| g.decode().ok()).map(|d| d.1).collect();
            assert_eq!(read, [url.as_str()], "{size} {aa}");
        }
    }
}
