//! What was probably meant by a misspelt word.

/// Indonesian and everyday words for words of the file.
const SAME_MEANING: &[(&str, &str)] = &[
    ("dewasa", "adult"),
    ("anak", "child"),
    ("aksesibel", "accessible"),
    ("rusak", "broken"),
    ("siap", "ready"),
    ("tutup", "closed"),
    ("libur", "closed"),
    ("wajib", "required"),
    ("opsional", "optional"),
    ("sembunyi", "hidden"),
    ("bawah", "below"),
    ("kanan", "right"),
    ("kiri", "left"),
    ("senin", "monday"),
    ("selasa", "tuesday"),
    ("rabu", "wednesday"),
    ("kamis", "thursday"),
    ("jumat", "friday"),
    ("sabtu", "saturday"),
    ("minggu", "sunday"),
    ("anggota", "member"),
    ("non_anggota", "non_member"),
    ("nonmember", "non_member"),
    ("rombongan", "group"),
    ("harian", "daily"),
    ("menit", "minutes"),
    ("tolak", "refuse"),
    ("indonesia", "id"),
    ("english", "en"),
    ("biru", "blue"),
    ("ungu", "purple"),
    ("gray", "grey"),
    ("return", "enter"),
    ("wib", "Asia/Jakarta"),
    ("wita", "Asia/Makassar"),
    ("wit", "Asia/Jayapura"),
];

/// The nearest of `known`, if one is near enough to be meant.
pub(super) fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    // Only as much of a text as a word can be long: the distance below costs its square.
    let written: String = written.chars().take(64).collect::<String>().to_lowercase().replace(['-', ' '], "_");
    let meant = SAME_MEANING.iter().find(|(word, _)| *word == written).map(|(_, meant)| *meant);
    let length = written.chars().count();
    known
        .into_iter()
        .filter_map(|word| {
            if meant == Some(word) {
                return Some((0, word));
            }
            let plain = word.to_lowercase().replace(['-', ' '], "_");
            let far = strsim::osa_distance(&written, &plain);
            // Longer words may hold more slips; a word of three letters may hold one.
            (far <= (length.max(3) / 3).min(4)).then_some((far, word))
        })
        .min_by_key(|(far, _)| *far)
        .map(|(_, word)| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_seen_and_strangers_are_not() {
        let keys = ["idle_seconds", "idle_warning_seconds", "id", "language"];
        assert_eq!(nearest("idle_second", keys).as_deref(), Some("idle_seconds"));
        assert_eq!(nearest("Idle-Seconds", keys).as_deref(), Some("idle_seconds"));
        assert_eq!(nearest("langauge", keys).as_deref(), Some("language"));
        assert_eq!(nearest("colour", keys), None);
        assert_eq!(nearest("", keys), None);
        assert_eq!(nearest("dewasa", ["adult", "child"]).as_deref(), Some("adult"));
    }
}
