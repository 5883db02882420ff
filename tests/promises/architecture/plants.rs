//! Planted violations: each must make the checker fail, and what only looks like one must not.

use super::{ALL, ARROWS, check};

/// No line is refused.
const NONE: [usize; 0] = [];

/// The lines at which `text`, standing at `path`, is refused.
fn refused(path: &str, text: &str) -> Vec<usize> {
    check([(path, text)]).iter().map(|v| v.line).collect()
}

/// Ways to reach another ring from `src/RING/a/b.rs`; the second line of each is the arrow.
fn forms(to: &str) -> Vec<String> {
    vec![
        format!("//! A file.\nuse crate::{to}::thing;"),
        format!("//! A file.\npub use crate::{to};"),
        format!("//! A file.\nuse crate::{{{to}::{{thing, other as o}}}};"),
        format!("//! A file.\nuse crate::{to}::*;"),
        format!("//! A file.\nuse super::super::super::{to}::thing;"),
        format!("//! A file.\nfn f() {{ crate::{to}::call(1) }}"),
        format!("//! A file.\nfn f(x: &crate::{to}::Thing<'_>) -> u8 {{ 'x' as u8 }}"),
        format!("//! A file.\nmod inner {{ use super::super::super::super::{to}::thing; }}"),
        format!("//! A file.\nmacro_rules! m {{ () => {{ $crate::{to}::thing() }} }}"),
        format!("//! A file.\n#[cfg(test)] mod tests {{ use crate::{to}::thing; }}"),
        format!("//! A file.\nuse buku_pengunjung::{to}::thing;"),
        format!("//! A file.\nuse crate::r#{to}::thing;"),
    ]
}

#[test]
fn every_arrow_that_is_not_in_the_table_is_refused_in_every_form() {
    let mut planted = 0;
    for (ring, known) in ARROWS {
        for to in ALL.iter().filter(|to| *to != ring && !known.contains(to)) {
            for text in forms(to) {
                assert_eq!(refused(&format!("{ring}/a/b.rs"), &text), [2], "{ring} -> {to} in: {text}");
                planted += 1;
            }
        }
    }
    assert!(planted > 500, "only {planted} plants");
}

#[test]
fn every_arrow_of_the_table_is_allowed_in_every_form() {
    for (ring, known) in ARROWS {
        for to in known.iter().chain([ring]) {
            for text in forms(to) {
                assert_eq!(refused(&format!("{ring}/a/b.rs"), &text), NONE, "{ring} -> {to} in: {text}");
            }
        }
    }
}

#[test]
fn a_folder_module_and_a_file_module_climb_differently() {
    assert_eq!(refused("domain/mod.rs", "use super::storage::X;"), [1]);
    assert_eq!(refused("domain/card.rs", "use super::storage::X;"), NONE, "that is domain::storage");
    assert_eq!(refused("domain/card.rs", "use super::super::storage::X;"), [1]);
    assert_eq!(refused("domain/card.rs", "mod a { mod b {} use super::super::super::ui; } use super::ui;"), [1]);
}

#[test]
fn the_root_cannot_be_taken_in_whole() {
    for text in ["use crate::*;", "use crate as c;", "use crate::{self as c};", "extern crate self as c;"] {
        assert_eq!(refused("domain/card.rs", text), [1], "{text}");
    }
    assert_eq!(refused("domain/mod.rs", "use super::*;"), [1]);
    assert_eq!(refused("domain/card.rs", "use crate::Shortcut;"), [1], "a re-export at the root hides its origin");
    assert_eq!(refused("domain/card.rs", "mod tests { use super::*; }"), NONE);
}

#[test]
fn a_new_ring_needs_its_arrows() {
    assert_eq!(refused("helpers/mod.rs", "fn f() {}"), [1]);
}

#[test]
fn crates_stay_in_their_rings() {
    for (path, text) in [
        ("domain/card.rs", "use egui::Color32;"),
        ("flow/mod.rs", "fn f(c: &egui::Context) {}"),
        ("cli/run.rs", "eframe::run_native();"),
        ("config/mod.rs", "use egui_extras as e;"),
        ("ui/view.rs", "use winit::window::WindowId;"),
        ("ui/view.rs", "use three_d::core::Program;"),
        ("cli/stats.rs", "use rusqlite::Connection;"),
        ("runtime/mod.rs", "fn f(c: rusqlite::Connection) {}"),
        ("ui/mod.rs", "use rusqlite as r;"),
        ("storage/mod.rs", "use mysql::Pool;"),
        ("main.rs", "use rusqlite::Connection;"),
    ] {
        assert_eq!(refused(path, text), [1], "{path}: {text}");
    }
    assert_eq!(refused("ui/app.rs", "use egui::Ui; use eframe::App;"), NONE);
    assert_eq!(refused("runtime/window.rs", "use eframe::NativeOptions;"), NONE);
    assert_eq!(refused("storage/db.rs", "use rusqlite::Connection;"), NONE);
}

#[test]
fn pure_rings_have_no_clock_no_chance_no_world() {
    for text in [
        "let n = Utc::now();",
        "let n = chrono::Local::now();",
        "let n = std::time::Instant::now();",
        "let n = std::time::SystemTime::now();",
        "use std::fs;",
        "let t = std::thread::spawn(f);",
        "let e = std::env::var(x);",
        "let id = Uuid::now_v7();",
        "getrandom::fill(&mut b);",
    ] {
        assert_eq!(refused("domain/visit.rs", text), [1], "{text}");
        assert_eq!(refused("flow/walk.rs", text), [1], "{text}");
        assert_eq!(refused("runtime/clock.rs", text), NONE, "{text}");
    }
    assert_eq!(refused("flow/walk.rs", "use std::time::Duration; use chrono::{DateTime, Utc};"), NONE);
}

#[test]
fn sql_stays_home() {
    for text in [
        r#"c.execute("INSERT INTO visits VALUES (1)");"#,
        r#"c.query("select * from visits");"#,
        "c.query(\n  r#\"SELECT \"x\"\n FROM visits\"#);",
        r#"c.execute("UPDATE members SET name = ''");"#,
        r#"c.execute("DELETE FROM members");"#,
        r#"c.execute("PRAGMA user_version");"#,
        r#"c.execute("BEGIN IMMEDIATE");"#,
        r#"c.execute("CREATE TABLE t(a)");"#,
        r#"const S: &str = include_str!("../storage/schema/0001_start.sql");"#,
    ] {
        assert_eq!(refused("runtime/work.rs", text).len(), 1, "{text}");
        assert_eq!(refused("cli/stats.rs", text).len(), 1, "{text}");
        assert_eq!(refused("storage/visits.rs", text), NONE, "{text}");
        assert_eq!(refused("exchange/mariadb.rs", text), NONE, "{text}");
    }
    assert_eq!(refused("domain/name.rs", r#"#[cfg(test)] mod t { const N: &str = "DELETE FROM members"; }"#), NONE);
    assert_eq!(refused("cli/mod.rs", r#"let s = "Select a file; updates are set aside";"#), NONE);
}

#[test]
fn colours_stay_in_the_theme() {
    for text in [
        "let c = Color32::from_rgb(1, 2, 3);",
        "let c = egui::Color32::RED;",
        "let c = Color32::from_black_alpha(9);",
        "let c = egui::Rgba::from_rgb(0.1, 0.2, 0.3);",
        "let c = egui::hex_color!(\"#fff\");",
    ] {
        assert_eq!(refused("ui/widgets/tile.rs", text), [1], "{text}");
        assert_eq!(refused("ui/theme.rs", text), NONE, "{text}");
        assert_eq!(refused("ui/theme/colours.rs", text), NONE, "{text}");
    }
    assert_eq!(refused("ui/widgets/tile.rs", "let c = Color32::TRANSPARENT; let d: Color32 = theme.ink;"), NONE);
}

#[test]
fn comments_strings_characters_and_lifetimes_are_no_code() {
    let text = r##"
        //! See [`crate::storage::X`].
        /// use crate::ui::Y;
        /* use crate::ui::Y; /* nested */ crate::cli::Z */
        const A: &str = "use crate::storage::X; \" crate::ui::Y";
        const B: &str = r#"crate::storage::X "quoted" "#;
        const C: &[u8] = b"crate::storage::X";
        const D: char = '"'; const E: char = '\''; const F: u8 = b'"';
        fn f<'a>(x: &'a str) -> &'a str { x }
        pub(crate) fn g() {}
        pub(in crate::domain) fn h() {}
    "##;
    assert_eq!(refused("domain/card.rs", text), NONE);
    let after = format!("{text}\nuse crate::storage::X;");
    assert_eq!(refused("domain/card.rs", &after), [13], "what follows is still read, at its own line");
}
