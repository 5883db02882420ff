//! What a key that is left out means.

use std::time::Duration;

use buku_pengunjung::config::{SHIPPED, Suffix};
use buku_pengunjung::domain::form::FieldRule;
use buku_pengunjung::domain::internet::{SeatGroup, SeatState};
use buku_pengunjung::domain::policy::{ExpiredCard, OutsideHours, RepeatRule};
use buku_pengunjung::i18n::Lang;
use chrono::Weekday;

use super::{good, lines};

/// The least that a file must say.
const LEAST: &str = "[library]\nname = \"Perpustakaan Contoh\"\ntimezone = \"Asia/Makassar\"\n";

#[test]
fn the_contracts_defaults_hold() {
    let c = good(LEAST);
    for fits in ["1234", "BWI/2024.001-7", &"9".repeat(32)] {
        assert!(c.card.pattern.parse(fits).is_some(), "{fits}");
    }
    for not in ["123", "12 34", &"9".repeat(33)] {
        assert!(c.card.pattern.parse(not).is_none(), "{not}");
    }
    assert_eq!(c.kiosk.idle, Duration::from_secs(45));
    assert_eq!(c.kiosk.idle_warning, Duration::from_secs(20));
    assert_eq!(c.kiosk.thank_you, Duration::from_secs(10));
    assert_eq!(c.kiosk.language, Lang::Id);
    assert_eq!(c.scan.gap, Duration::from_millis(50));
    assert_eq!(c.scan.min_length, 6);
    assert_eq!(c.scan.debounce, Duration::from_secs(3));
    assert_eq!(c.scan.suffix, Suffix::Enter);
    assert_eq!(c.repeat, RepeatRule::Within(Duration::from_mins(30)));
    let form = c.form.non_member;
    assert!([form.sex, form.age_group, form.education, form.occupation].iter().all(|f| *f == FieldRule::Required));
    assert_eq!(form.origin, FieldRule::Hidden);
    assert_eq!(c.form.group.max_people, 500);
    assert_eq!(c.form.group.confirm_above, 200);
    assert_eq!(c.internet.expired_card, ExpiredCard::Refuse);
    assert_eq!(c.internet.outside_hours, OutsideHours::Serve);
    assert_eq!(c.internet.max_session, None);
    assert_eq!(c.privacy.keep_days, 365);
    assert_eq!(c.staff.panel_lock, Duration::from_mins(2));
    assert_eq!(c.storage.data_dir, None);
}

#[test]
fn what_the_shipped_comments_call_default_is_what_a_short_file_gives() {
    let (short, shipped) = (good(LEAST), good(SHIPPED));
    assert_eq!(short.kiosk, shipped.kiosk);
    assert_eq!(short.card.pattern.source(), shipped.card.pattern.source());
    assert_eq!(short.card.sample, shipped.card.sample);
    assert_eq!(short.scan, shipped.scan);
    assert_eq!(short.repeat, shipped.repeat);
    assert_eq!(short.purposes, shipped.purposes);
    assert_eq!(short.form, shipped.form);
    assert_eq!(short.privacy, shipped.privacy);
    assert_eq!(short.staff, shipped.staff);
    assert_eq!(short.storage, shipped.storage);
    assert_eq!(short.backup, shipped.backup);
    let mut standard = shipped.service_standard.clone();
    standard.complaints_url = None;
    assert_eq!(short.service_standard, standard);
    let mut room = shipped.internet.clone();
    for seat in &mut room.seats {
        seat.group = SeatGroup::Adult;
    }
    assert_eq!(short.internet, room);
}

#[test]
fn names_stand_in_for_one_another() {
    let library = good(LEAST).library;
    assert_eq!(library.name.of(Lang::En), "Perpustakaan Contoh");
    assert_eq!(library.short_name.of(Lang::Id), "Perpustakaan Contoh");
    assert_eq!(library.letterhead, ["Perpustakaan Contoh"]);
    let library = good(&format!("{LEAST}short_name = \"Contoh\"\naddress = \"Jalan Contoh 1\"\n")).library;
    assert_eq!(library.short_name.of(Lang::En), "Contoh");
    assert_eq!(library.letterhead, ["Perpustakaan Contoh", "Jalan Contoh 1"]);
}

#[test]
fn a_file_without_its_required_keys_says_which() {
    assert_eq!(lines(""), ["kiosk-config.toml:1:1: the section [library] is missing"]);
    assert_eq!(
        lines("\n[library]\nname = \"Perpustakaan Contoh\"\n"),
        ["kiosk-config.toml:2:1: \"timezone\" is missing in [library]"]
    );
}

#[test]
fn a_library_without_an_internet_room_says_so() {
    let c = good(&format!("{LEAST}[internet]\npurpose = \"\"\nseats = []\n"));
    assert_eq!(c.internet.purpose, None);
    assert!(c.internet.seats.is_empty());
    let no_such = "[[purposes]]\nid = \"read\"\nlabel.id = \"Membaca\"\nlabel.en = \"Read\"\n";
    let c = good(&format!("{LEAST}{no_such}"));
    assert_eq!(c.internet.purpose, None, "no purpose has the id of the default");
    assert!(c.internet.seats.is_empty());
    assert_eq!(c.purposes[0].icon, "dots-three-circle");
}

#[test]
fn what_is_written_is_what_is_read() {
    let c = good(&format!(
        "{LEAST}
[kiosk]
language = \"en\"
idle_seconds = 6_0
[card]
pattern = 'BWI[0-9]{{6}}'
sample = \"BWI 001 187\"
[scan]
prefix = \";\"
suffix = \"?\"
[repeat]
rule = \"daily\"
[internet]
max_minutes = 90
expired_card = \"warn\"
seats = [{{ name = \"PC A\", position = [8, 6], group = \"child\", state = \"broken\" }}]
[internet.hours]
monday = \"7.30-15.45\"
tuesday = \"closed\"
[staff]
unlock_chord = \"Ctrl+Shift+F9\"
[storage]
data_dir = \"/srv/buku\"
[backup]
time = \"06:05\"
second_folder = \"/media/cadangan\"
"
    ));
    assert_eq!(c.kiosk.language, Lang::En);
    assert_eq!(c.kiosk.idle, Duration::from_mins(1));
    assert_eq!(c.card.pattern.source(), "BWI[0-9]{6}");
    assert_eq!((c.scan.prefix.as_str(), c.scan.suffix), (";", Suffix::Char('?')));
    assert_eq!(c.repeat, RepeatRule::Daily);
    assert_eq!(c.internet.max_session, Some(Duration::from_mins(90)));
    assert_eq!(c.internet.expired_card, ExpiredCard::Warn);
    let seat = &c.internet.seats[0];
    assert_eq!((seat.name.as_str(), seat.column, seat.row), ("PC A", 8, 6));
    assert_eq!((seat.group, seat.state), (SeatGroup::Child, SeatState::Broken));
    let monday = c.internet.hours.on(Weekday::Mon).unwrap();
    assert_eq!((monday.opens.to_string(), monday.closes.to_string()), ("07:30:00".into(), "15:45:00".into()));
    assert_eq!(c.internet.hours.on(Weekday::Tue), None);
    assert!(c.internet.hours.on(Weekday::Wed).is_some(), "left out: the default");
    let chord = c.staff.unlock_chord.unwrap();
    assert_eq!((chord.ctrl, chord.alt, chord.shift, chord.key.as_str()), (true, false, true, "F9"));
    assert_eq!(c.storage.data_dir.unwrap().to_str(), Some("/srv/buku"));
    assert_eq!(c.backup.time.to_string(), "06:05:00");
}
