//! The ways in which a visitor complains (the service standard's "Pengaduan"), as a telephone opens them.

/// A channel for complaints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    /// A page of the web.
    Website,
    /// The library's account.
    Instagram,
    /// The library's telephone.
    Telephone,
}

/// Indonesia's code of countries.
const COUNTRY: &str = "62";
/// A number of the net within Indonesia that begins with the country's code has this many digits at least; a shorter
/// one is a local or service number that happens to begin so.
const SHORTEST_WHOLE: usize = 10;

/// The page of an Instagram account, given without the at sign.
#[must_use]
pub fn instagram_page(account: &str) -> String {
    format!("https://www.instagram.com/{account}")
}

/// The `tel:` address of a number as people write it: "(0333) 421197" is `tel:+62333421197` (RFC 3966).
///
/// A number without an area code, or a short one of a service, is dialled as it stands.
#[must_use]
pub fn dial(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let abroad = number.trim_start_matches([' ', '(']).starts_with('+');
    let whole = if abroad {
        Some(digits.as_str())
    } else if let Some(rest) = digits.strip_prefix("00") {
        Some(rest)
    } else {
        (digits.starts_with(COUNTRY) && digits.len() >= SHORTEST_WHOLE).then_some(digits.as_str())
    };
    match (whole, digits.strip_prefix('0')) {
        // "+62 (0)333": the zero before an area code is dialled within the country only.
        (Some(whole), _) => match whole.strip_prefix(COUNTRY).and_then(|rest| rest.strip_prefix('0')) {
            Some(rest) => format!("tel:+{COUNTRY}{rest}"),
            None => format!("tel:+{whole}"),
        },
        (None, Some(rest)) => format!("tel:+{COUNTRY}{rest}"),
        (None, None) => format!("tel:{digits}"),
    }
}

/// An address of the web as people read it: without its scheme and the slash at its end.
#[must_use]
pub fn bare(address: &str) -> &str {
    address.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_from_anywhere_however_it_is_written() {
        for (written, dialled) in [
            ("(0333) 421197", "tel:+62333421197"),
            ("0333-421-197", "tel:+62333421197"),
            ("+62 333 421197", "tel:+62333421197"),
            ("(+62) 333 421197", "tel:+62333421197"),
            ("+62 (0)333 421197", "tel:+62333421197"),
            ("0062 333 421197", "tel:+62333421197"),
            ("62 333 421197", "tel:+62333421197"),
            ("0812-3456-7890", "tel:+6281234567890"),
            ("+65 6123 4567", "tel:+6561234567"),
            ("112", "tel:112"),
            ("421197", "tel:421197"),
            ("621197", "tel:621197"),
        ] {
            assert_eq!(dial(written), dialled, "{written}");
        }
    }

    #[test]
    fn an_address_is_read_without_its_scheme() {
        assert_eq!(bare("https://dispusip.banyuwangikab.go.id/"), "dispusip.banyuwangikab.go.id");
        assert_eq!(bare("http://contoh.id/lapor"), "contoh.id/lapor");
        assert_eq!(instagram_page("dispusipbwi"), "https://www.instagram.com/dispusipbwi");
    }
}
