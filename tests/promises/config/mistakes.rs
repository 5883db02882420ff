//! Every mistake has its place and a sentence that says what to do.

use buku_pengunjung::config::SHIPPED;
use buku_pengunjung::i18n::{Lang, Words};

use super::table::MISTAKES;
use super::{lines, problems, with_line};

/// Mistakes that bring others with them, or stand elsewhere than in the changed line.
fn stands_elsewhere(sentence: &str) -> bool {
    sentence.contains("is missing in") || sentence.contains("stands twice")
}

#[test]
fn each_mistake_is_placed_and_worded() {
    let mut wrong = Vec::new();
    for (begins, new, column, sentence) in MISTAKES {
        let (text, line) = with_line(begins, new);
        let line = line + new.matches('\n').count();
        let sentence = sentence.replace("{}", &line.to_string()).replace("{-1}", &(line - 1).to_string());
        let found = lines(&text);
        let place = if stands_elsewhere(&sentence) { String::new() } else { format!("kiosk-config.toml:{line}") };
        let end = format!(":{column}: {sentence}");
        let told = found.iter().any(|l| l.starts_with(&place) && l.ends_with(&end));
        // A slip may bring others (a retyped key is missed as well), but not a flood.
        if !told || found.len() > 3 {
            wrong.push(format!("{new}\nexpected {place}{end}\nfound {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn each_mistake_is_said_in_indonesian_too() {
    let words = Words::of(Lang::Id);
    for (begins, new, ..) in MISTAKES {
        let (text, _) = with_line(begins, new);
        for problem in problems(&text) {
            let (id, en) = (problem.sentence(words), problem.sentence(Words::of(Lang::En)));
            assert_ne!(id, en);
            for sentence in [&id, &en] {
                assert!(!sentence.contains("config-") && !sentence.contains('$'), "{sentence}");
            }
        }
    }
    let (text, _) = with_line("idle_seconds", "idle_second = 45");
    let sentence = problems(&text)[0].sentence(words);
    assert_eq!(sentence, r#"kunci "idle_second" tidak dikenal; mungkin maksudnya "idle_seconds"?"#);
}

#[test]
fn the_contracts_own_example() {
    let text = "# 1\n# 2\n[library]\nname = \"Perpustakaan Contoh\"\ntimezone = \"Asia/Jakarta\"\n# 6\n# 7\n# 8\n# 9\n\
                [kiosk]\n# 11\nidle_second = 45\n";
    let expected = r#"kiosk-config.toml:12:1: unknown key "idle_second"; did you mean "idle_seconds"?"#;
    assert_eq!(lines(text), [expected]);
}

#[test]
fn columns_are_characters_and_not_bytes() {
    let (text, line) = with_line("  { name = \"PC 02\"", "  { name = \"ÉÉÉÉÉ\", group = \"éé\", position = [2, 1] },");
    let found = lines(&text);
    assert!(found[0].starts_with(&format!("kiosk-config.toml:{line}:29: \"group\" cannot be")), "{found:?}");
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let (text, line) = with_line("idle_seconds", "idle_seconds = 5");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(lines(&windows), lines(&text));
    assert!(lines(&windows)[0].starts_with(&format!("kiosk-config.toml:{line}:16: ")));
    assert_eq!(lines(&format!("\u{feff}{}", SHIPPED.replace('\n', "\r\n"))), Vec::<String>::new());
    let first = lines("\u{feff}warna = 1\n");
    assert!(first.contains(&r#"kiosk-config.toml:1:1: unknown key "warna""#.to_owned()), "{first:?}");
}

#[test]
fn ten_mistakes_are_told_at_once_in_the_order_of_the_file() {
    let text = r#"[library]
name = ""
timezone = "Asia/Jakrta"
[kiosk]
idle_seconds = 1
fulscreen = true
language = "jv"
[card]
pattern = "("
[[purposes]]
id = "read"
label.id = "Membaca"
label.en = "Read"
icon = "buku"
[[purposes]]
id = "read"
label.id = "Membaca"
label.en = "Read"
for = []
[internet]
seats = []
purpose = "read"
[backup]
keep = true
"#;
    let found = problems(text);
    let places: Vec<_> = found.iter().map(|p| (p.line, p.column)).collect();
    let expected = [(2, 8), (3, 12), (5, 16), (6, 1), (7, 12), (9, 11), (14, 8), (16, 6), (19, 7), (21, 9), (24, 8)];
    assert_eq!(places, expected, "{:#?}", lines(text));
}

#[test]
fn a_duplicate_key_does_not_hide_the_rest() {
    let text = "[library]\nname = \"A\"\nname = \"B\"\ntimezone = \"Asia/Jakarta\"\n[kiosk]\nidle_seconds = 1\n";
    assert_eq!(
        lines(text),
        [
            r#"kiosk-config.toml:3:1: "name" stands twice; remove one"#,
            r#"kiosk-config.toml:6:16: "idle_seconds" must be from 10 to 600, not 1"#,
        ]
    );
}

#[test]
fn what_is_not_toml_is_told_alone_with_its_place() {
    for (text, line, column) in [
        ("[library]\nname = \"Perpustakaan\ntimezone = \"Asia/Jakarta\"\n", 2, 21),
        ("[library\nname = \"A\"\n", 1, 9),
        ("[library]\nname \"A\"\n", 2, 6),
        ("[library]\nname = \n", 2, 8),
        ("[internet.hours]\nmonday = 08:00-15:00\n", 2, 10),
    ] {
        let found = problems(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].line, found[0].column), (line, column), "{text}: {found:?}");
        let sentence = found[0].sentence(Words::of(Lang::En));
        assert!(sentence.starts_with("this is not TOML: "), "{sentence}");
    }
}

#[test]
fn every_column_of_the_book_needs_a_purpose_and_not_too_many() {
    let head = "[library]\nname = \"A\"\ntimezone = \"Asia/Jakarta\"\n";
    let one = "[[purposes]]\nid = \"read\"\nlabel.id = \"Membaca\"\nlabel.en = \"Read\"\n";
    let found = lines(&format!("{head}{one}for = [\"member\", \"group\"]\n"));
    assert_eq!(
        found,
        [r#"kiosk-config.toml:4:1: no active purpose is left for non-members; name "non_member" in the "for" of one"#]
    );
    let retired = lines(&format!("{head}{one}active = false\n"));
    assert_eq!(retired.len(), 3, "{retired:?}");
    let many: String = (0..13).map(|i| one.replace("\"read\"", &format!("\"read_{i}\""))).collect();
    let found = lines(&format!("{head}{many}"));
    assert_eq!(found.len(), 3);
    assert!(found[0].contains("more than 12 active purposes for members do not fit the screen"), "{found:?}");
    let (twelve, _) = many.rsplit_once("[[purposes]]").unwrap();
    assert_eq!(lines(&format!("{head}{twelve}")), Vec::<String>::new());
}

#[test]
fn values_that_contradict_one_another_are_told() {
    let (text, line) = with_line("suffix", "suffix = \"-\"");
    let text = text.replace("sample = \"0024 1187 36\"", "sample = \"0024-1187-36\"");
    let found = lines(&text);
    assert_eq!(found.len(), 1, "line {line}: {found:?}");
    assert!(
        found[0].ends_with("the suffix \"-\" of [scan] stands in the sample number, so a scan would end too early")
    );
    let head = "[library]\nname = \"A\"\ntimezone = \"Asia/Jakarta\"\n";
    let found = lines(&format!("{head}[card]\npattern = '[A-Z]{{8}}'\n"));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("kiosk-config.toml:5:11: the sample number \"0024 1187 36\" does not match"));
    let found =
        lines(&format!("{head}[storage]\ndata_dir = \"/srv/b\"\n[backup]\nsecond_folder = \"/srv/b/copies\"\n"));
    let sentence = r#""second_folder" must not lie in "data_dir"; choose a folder on another disk"#;
    assert_eq!(found, [format!("kiosk-config.toml:7:17: {sentence}")]);
    let closed: String = ["mon", "tues", "wednes", "thurs", "fri"].map(|d| format!("{d}day = \"closed\"\n")).concat();
    let found = lines(&format!("{head}[internet.hours]\n{closed}"));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("kiosk-config.toml:4:1: the internet room is closed on all seven days"));
}

#[test]
fn a_section_that_is_no_section_is_told_once() {
    let rest = "[library]\nname = \"A\"\ntimezone = \"Asia/Jakarta\"\n";
    let sentence = "must be a section with keys of its own";
    let found = lines(&format!("kiosk = 5\n{rest}"));
    assert_eq!(found, [format!("kiosk-config.toml:1:9: \"kiosk\" {sentence}")]);
    let found = lines("library = \"A\"\n");
    assert_eq!(found, [format!("kiosk-config.toml:1:11: \"library\" {sentence}")], "its keys are not missed as well");
    let found = lines(&format!("{rest}[[purposes]]\nid = \"read\"\nlabel = \"Membaca\"\n"));
    assert_eq!(found, [format!("kiosk-config.toml:6:9: \"label\" {sentence}")]);
}

#[test]
fn a_long_value_is_not_repeated_whole() {
    let (text, _) = with_line("timezone", &format!("timezone = \"{}\"", "x".repeat(60)));
    let found = lines(&text);
    assert!(found[0].contains(&format!("\"{}…\"", "x".repeat(40))), "{found:?}");
}
