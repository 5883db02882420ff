//! Every setting with its path and kind, tab by tab.

use super::Takes::{AtOnce, NotHere, Reopened};
use super::{Kind, List, Section, Setting, Spot, Unit};

const fn set(path: &'static str, kind: Kind) -> Setting {
    Setting { path, kind, takes: AtOnce }
}

const RULES: &[&str] = &["required", "optional", "hidden"];

const GENERAL: &[Setting] = &[
    set("library.name", Kind::Line(120)),
    set("library.name_en", Kind::Line(120)),
    set("library.short_name", Kind::Line(60)),
    set("library.short_name_en", Kind::Line(60)),
    set("library.address", Kind::Line(200)),
    set("library.city", Kind::Line(60)),
    set("library.phone", Kind::Line(40)),
    set("library.website", Kind::Signs(300)),
    set("library.instagram", Kind::Signs(30)),
    set("library.letterhead", Kind::Lines(6, 120)),
    set("library.timezone", Kind::Open(&["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])),
    set("kiosk.id", Kind::Signs(40)),
];

const SCREEN: &[Setting] = &[
    set("kiosk.language", Kind::Choice(&["id", "en"])),
    set("kiosk.idle_seconds", Kind::Number(Unit::Seconds)),
    set("kiosk.idle_warning_seconds", Kind::Number(Unit::Seconds)),
    set("kiosk.thank_you_seconds", Kind::Number(Unit::Seconds)),
    set("kiosk.reduced_motion", Kind::Flag),
    Setting { path: "kiosk.fullscreen", kind: Kind::Flag, takes: Reopened },
    set("repeat.rule", Kind::Choice(&["every", "minutes", "daily"])),
    set("repeat.minutes", Kind::Number(Unit::Minutes)),
    set("form.non_member.sex", Kind::Choice(RULES)),
    set("form.non_member.age_group", Kind::Choice(RULES)),
    set("form.non_member.education", Kind::Choice(RULES)),
    set("form.non_member.occupation", Kind::Choice(RULES)),
    set("form.non_member.origin", Kind::Choice(RULES)),
    set("form.group.max_people", Kind::Number(Unit::People)),
    set("form.group.confirm_above", Kind::Number(Unit::People)),
];

const READER: &[Setting] = &[
    set("kiosk.reader_position", Kind::Choice(&["below", "right", "left"])),
    set("scan.prefix", Kind::Signs(16)),
    set("scan.suffix", Kind::Open(&["enter", "tab", "none"])),
    set("scan.gap_ms", Kind::Number(Unit::Milliseconds)),
    set("scan.min_length", Kind::Number(Unit::Characters)),
    set("scan.debounce_seconds", Kind::Number(Unit::Seconds)),
    set("card.pattern", Kind::Signs(300)),
    set("card.sample", Kind::Line(60)),
];

const ROOM: &[Setting] = &[
    set("internet.purpose", Kind::Purpose),
    set("internet.require_card", Kind::Flag),
    set("internet.expired_card", Kind::Choice(&["refuse", "warn"])),
    set("internet.max_minutes", Kind::Number(Unit::Minutes)),
    set("internet.tidy_minutes", Kind::Number(Unit::Minutes)),
    set("internet.queue_hold_minutes", Kind::Number(Unit::Minutes)),
    set("internet.outside_hours", Kind::Choice(&["serve", "refuse"])),
    set("internet.hours.monday", Kind::Hours),
    set("internet.hours.tuesday", Kind::Hours),
    set("internet.hours.wednesday", Kind::Hours),
    set("internet.hours.thursday", Kind::Hours),
    set("internet.hours.friday", Kind::Hours),
    set("internet.hours.saturday", Kind::Hours),
    set("internet.hours.sunday", Kind::Hours),
];

const STANDARD: &[Setting] = &[
    set("service_standard.check_in_seconds", Kind::Number(Unit::Seconds)),
    set("service_standard.check_out_seconds", Kind::Number(Unit::Seconds)),
    set("library.sk_number", Kind::Line(120)),
    set("service_standard.title.id", Kind::Line(60)),
    set("service_standard.title.en", Kind::Line(60)),
    set("service_standard.requirement.id", Kind::Line(200)),
    set("service_standard.requirement.en", Kind::Line(200)),
    set("service_standard.getting_card.id", Kind::Line(200)),
    set("service_standard.getting_card.en", Kind::Line(200)),
    set("service_standard.time.id", Kind::Line(20)),
    set("service_standard.time.en", Kind::Line(20)),
    set("service_standard.time_note.id", Kind::Line(60)),
    set("service_standard.time_note.en", Kind::Line(60)),
    set("service_standard.cost.id", Kind::Line(20)),
    set("service_standard.cost.en", Kind::Line(20)),
    set("service_standard.cost_note.id", Kind::Line(60)),
    set("service_standard.cost_note.en", Kind::Line(60)),
    set("service_standard.step_1.title.id", Kind::Line(60)),
    set("service_standard.step_1.title.en", Kind::Line(60)),
    set("service_standard.step_1.text.id", Kind::Line(200)),
    set("service_standard.step_1.text.en", Kind::Line(200)),
    set("service_standard.step_1.time.id", Kind::Line(60)),
    set("service_standard.step_1.time.en", Kind::Line(60)),
    set("service_standard.step_2.title.id", Kind::Line(60)),
    set("service_standard.step_2.title.en", Kind::Line(60)),
    set("service_standard.step_2.text.id", Kind::Line(200)),
    set("service_standard.step_2.text.en", Kind::Line(200)),
    set("service_standard.step_2.time.id", Kind::Line(60)),
    set("service_standard.step_2.time.en", Kind::Line(60)),
    set("service_standard.step_3.title.id", Kind::Line(60)),
    set("service_standard.step_3.title.en", Kind::Line(60)),
    set("service_standard.step_3.text.id", Kind::Line(200)),
    set("service_standard.step_3.text.en", Kind::Line(200)),
    set("service_standard.step_3.time.id", Kind::Line(60)),
    set("service_standard.step_3.time.en", Kind::Line(60)),
    set("service_standard.product.id", Kind::Line(200)),
    set("service_standard.product.en", Kind::Line(200)),
    set("service_standard.complaints.id", Kind::Line(200)),
    set("service_standard.complaints.en", Kind::Line(200)),
    set("service_standard.complaints_url", Kind::Signs(300)),
];

const PIN: &[Setting] = &[
    set("staff.unlock_press_seconds", Kind::Number(Unit::Seconds)),
    set("staff.panel_lock_seconds", Kind::Number(Unit::Seconds)),
    set("staff.unlock_chord", Kind::Signs(40)),
];

const BACKUP: &[Setting] = &[
    set("backup.time", Kind::Time),
    set("backup.keep", Kind::Number(Unit::Copies)),
    set("backup.second_folder", Kind::Signs(300)),
    // A shorter time erases names for good: the page asks once more, and they go at the next daily erasure.
    set("privacy.keep_days", Kind::Number(Unit::Days)),
    // The open book cannot be moved.
    Setting { path: "storage.data_dir", kind: Kind::Signs(300), takes: NotHere },
];

/// One purpose of visit.
pub const PURPOSE: &[Setting] = &[
    set("label.id", Kind::Line(60)),
    set("label.en", Kind::Line(60)),
    set("icon", Kind::Icon),
    set("tint", Kind::Choice(&["blue", "teal", "amber", "purple", "grey"])),
    set("for", Kind::Several(&["member", "non_member", "group"])),
    set("active", Kind::Flag),
    // It stands in every visit of that purpose.
    Setting { path: "id", kind: Kind::Signs(40), takes: NotHere },
];

/// One computer of the internet room.
pub const SEAT: &[Setting] = &[
    set("name", Kind::Line(12)),
    set("group", Kind::Choice(&["adult", "child", "accessible"])),
    set("position", Kind::Place),
    set("state", Kind::Choice(&["ready", "broken"])),
];

pub(super) fn of(section: Section) -> &'static [Setting] {
    match section {
        Section::General => GENERAL,
        Section::Screen => SCREEN,
        Section::Reader => READER,
        Section::Purposes => &[],
        Section::Room => ROOM,
        Section::Standard => STANDARD,
        Section::Pin => PIN,
        Section::Backup => BACKUP,
    }
}

/// The description of what stands at a spot; `None` for a row as a whole or a path that is no setting.
#[must_use]
pub fn describe(spot: Spot) -> Option<&'static Setting> {
    let find = |list: &'static [Setting], path: &str| list.iter().find(|s| s.path == path);
    match spot {
        Spot::Key(path) => Section::ALL.iter().find_map(|section| find(of(*section), path)),
        Spot::Cell(list, _, path) => find(List::settings(list), path),
        Spot::Row(..) => None,
    }
}
