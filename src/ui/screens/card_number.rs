//! A card number as it is read best: in the groups of the sample number. The spaces are shown, never stored.

use zeroize::Zeroizing;

/// `text` in groups as long as those of `sample` ("0024 1187 36"); what is longer goes on in its first group's length.
/// A sample without spaces groups nothing.
/// The copy is overwritten in memory when it is dropped, as what was typed is.
pub(super) fn grouped(text: &str, sample: &str) -> Zeroizing<String> {
    let lengths: Vec<usize> = sample.split_whitespace().map(|group| group.chars().count()).collect();
    let Some(first) = lengths.first().copied().filter(|_| lengths.len() > 1) else {
        return Zeroizing::new(text.to_owned());
    };
    let mut shown = Zeroizing::new(String::with_capacity(2 * text.len()));
    let (mut group, mut left) = (0, first);
    for c in text.chars() {
        if left == 0 {
            shown.push(' ');
            group += 1;
            left = lengths.get(group).copied().unwrap_or(first);
        }
        shown.push(c);
        left -= 1;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn a_number_is_shown_in_the_groups_of_the_sample() {
        for (typed, shown) in [
            ("", ""),
            ("0024", "0024"),
            ("00241", "0024 1"),
            ("00241187", "0024 1187"),
            ("0024118736", "0024 1187 36"),
            ("0024118736999912", "0024 1187 36 9999 12"),
            ("äöüß/x", "äöüß /x"),
        ] {
            assert_eq!(grouped(typed, "0024 1187 36").as_str(), shown);
        }
        assert_eq!(grouped("BWI/2024.0118", "BWI/2024.0118").as_str(), "BWI/2024.0118");
        assert_eq!(grouped("123", "").as_str(), "123");
    }
}
