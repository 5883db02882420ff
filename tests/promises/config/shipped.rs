//! The shipped file: the real library, every key, every key explained.

use std::collections::BTreeSet;

use buku_pengunjung::config::{ICONS, SHIPPED};
use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::i18n::Lang;
use buku_pengunjung::ui::icons;
use toml::{Table, Value};

use super::good;

/// Every section and key that others rely on.
const KEYS: &[(&str, &str)] = &[
    ("library", "name short_name address city phone website instagram timezone letterhead sk_number"),
    (
        "kiosk",
        "id language fullscreen idle_seconds idle_warning_seconds thank_you_seconds reader_position reduced_motion",
    ),
    ("card", "pattern sample"),
    ("scan", "prefix suffix gap_ms min_length debounce_seconds"),
    ("repeat", "rule minutes"),
    ("form.non_member", "sex age_group education occupation origin"),
    ("form.group", "max_people confirm_above"),
    (
        "internet",
        "purpose require_card expired_card seats max_minutes tidy_minutes queue_hold_minutes hours outside_hours",
    ),
    ("service_standard", "check_in_seconds check_out_seconds"),
    ("privacy", "keep_days"),
    ("staff", "unlock_press_seconds panel_lock_seconds"),
    ("storage", "data_dir"),
    ("backup", "time second_folder keep"),
];

#[test]
fn it_has_no_problem_and_carries_the_real_library() {
    let config = good(SHIPPED);
    let library = &config.library;
    assert_eq!(library.name.of(Lang::Id), "Dinas Perpustakaan dan Kearsipan Kabupaten Banyuwangi");
    let address = library.address.as_deref();
    assert_eq!(address, Some("Jalan Jaksa Agung Suprapto No. 43, Penganjuran, Banyuwangi 68416"));
    assert_eq!(library.phone.as_deref(), Some("(0333) 421197"));
    assert_eq!(library.website.as_deref(), Some("https://dispusip.banyuwangikab.go.id/"));
    assert_eq!(library.instagram.as_deref(), Some("dispusipbwi"));
    assert_eq!(library.timezone, chrono_tz::Asia::Jakarta);
    assert_eq!(library.sk_number, None);
    assert_eq!(config.service_standard.complaints_url, library.website, "the website where none is given");
}

#[test]
fn it_carries_the_eight_purposes_for_everyone() {
    let config = good(SHIPPED);
    let ids: Vec<_> = config.purposes.iter().map(|p| p.id.as_str()).collect();
    let contract = "read borrow_return internet reference children archive education_visit other";
    assert_eq!(ids.join(" "), contract);
    for kind in MembershipType::ALL {
        assert!(config.purposes.iter().all(|p| p.shown_to(*kind)));
    }
}

#[test]
fn it_carries_twelve_computers_on_a_map_of_four_columns() {
    let seats = good(SHIPPED).internet.seats;
    let names: Vec<_> = seats.iter().map(|s| s.name.as_str()).collect();
    let expected: Vec<_> = (1..=12).map(|n| format!("PC {n:02}")).collect();
    assert_eq!(names, expected);
    let places: BTreeSet<_> = seats.iter().map(|s| (s.column, s.row)).collect();
    assert_eq!(places.len(), 12);
    assert!(places.iter().all(|(column, row)| *column <= 4 && *row <= 3));
}

#[test]
fn every_key_of_the_contract_is_written() {
    let table: Table = SHIPPED.parse().unwrap();
    let find = |path: &str| path.split('.').try_fold(&Value::Table(table.clone()), |v, k| v.get(k)).cloned();
    for (section, keys) in KEYS {
        let found = find(section).unwrap_or_else(|| unreachable!("[{section}] is not written"));
        for key in keys.split(' ') {
            assert!(found.get(key).is_some(), "[{section}] {key} is not written");
        }
    }
    for purpose in table["purposes"].as_array().unwrap() {
        for key in ["id", "label", "icon", "tint", "for", "active"] {
            assert!(purpose.get(key).is_some(), "{key} of {purpose}");
        }
        assert!(purpose["label"].get("id").is_some() && purpose["label"].get("en").is_some());
    }
}

#[test]
fn every_key_is_explained_by_a_comment_above_it() {
    let mut section = "";
    let mut above = "";
    let mut explained = BTreeSet::new();
    let mut keys = 0;
    for line in SHIPPED.lines() {
        if let Some(header) = line.strip_prefix('[') {
            section = header.trim_matches(['[', ']']);
            let first = explained.insert((section, ""));
            assert!(above.starts_with('#') || !first, "[{section}] has no comment above it");
        } else if let Some((key, _)) = line.split_once(" = ").filter(|(k, _)| !k.starts_with(['#', ' '])) {
            keys += 1;
            // `label.id` and `label.en` share a comment, and items of a list that of the first item.
            let name = key.split('.').next().unwrap();
            let first = explained.insert((section, name));
            assert!(above.starts_with("# ") || !first, "[{section}] {key} has no comment above it");
        }
        above = line;
    }
    assert!(keys > 100, "only {keys} keys seen");
    let seats = SHIPPED.split("seats = [").next().unwrap().rsplit("\n\n").next().unwrap();
    for field in ["name", "group", "position", "state"] {
        assert!(seats.contains(field), "{field} of a seat is not explained");
    }
}

#[test]
fn every_number_is_explained_with_its_bounds_and_default() {
    let mut comment = String::new();
    for line in SHIPPED.lines() {
        if line.starts_with('#') {
            comment.push_str(line);
        } else if let Some((key, value)) = line.split_once(" = ")
            && value.parse::<u64>().is_ok()
        {
            let default = format!("default {value}.").to_lowercase();
            assert!(comment.to_lowercase().contains(&default), "{key}: {comment}");
            let digit = |c: char| c.is_ascii_digit();
            let mut gaps = comment.match_indices(" to ");
            let bounds =
                gaps.any(|(i, gap)| comment[..i].ends_with(digit) && comment[i + gap.len()..].starts_with(digit));
            assert!(bounds, "{key}: {comment}");
        } else if line.is_empty() {
            comment.clear();
        }
    }
}

#[test]
fn every_icon_that_a_purpose_may_carry_can_be_drawn() {
    let drawn: Vec<_> = icons::names().collect();
    assert_eq!(drawn, ICONS);
}
