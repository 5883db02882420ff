//! Which six figures may become a PIN: not the ones that everybody would try first.

use super::staff::Figures;

/// Why six figures are no PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WeakPin {
    /// There are not exactly six.
    #[error("A PIN has exactly 6 figures, 0 to 9.")]
    NotSix,
    /// 123456, 654321.
    #[error("This PIN counts up or down: choose figures that nobody guesses.")]
    Run,
    /// 111111, 121212, 123123.
    #[error("This PIN repeats its figures: choose figures that nobody guesses.")]
    Repeat,
}

/// Six figures that may become somebody's PIN.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin(Figures);

impl Pin {
    /// Takes six figures as a PIN, unless they are the first ones that everybody would try.
    ///
    /// # Errors
    /// Says why they are not taken.
    pub fn choose(figures: Figures) -> Result<Self, WeakPin> {
        let six = figures.complete().ok_or(WeakPin::NotSix)?;
        if is_run(six) {
            Err(WeakPin::Run)
        } else if is_repeat(six) {
            Err(WeakPin::Repeat)
        } else {
            Ok(Self(figures))
        }
    }

    /// The figures.
    #[must_use]
    pub const fn figures(&self) -> &Figures {
        &self.0
    }
}

/// Each figure is one more, or each one less, than the one before it; 9 and 0 are neighbours, as on a keyboard.
fn is_run(six: &[u8]) -> bool {
    let climbs = |step: u8| six.windows(2).all(|w| (w[0] - b'0' + step) % 10 == w[1] - b'0');
    climbs(1) || climbs(9)
}

/// The same one, two or three figures over and over.
fn is_repeat(six: &[u8]) -> bool {
    (1..=3).any(|period| six.iter().zip(&six[period..]).all(|(a, b)| a == b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(text: &str) -> Result<Pin, WeakPin> {
        Pin::choose(Figures::six(text).unwrap_or_default())
    }

    #[test]
    fn what_everybody_would_try_is_not_taken() {
        for text in ["123456", "654321", "012345", "543210", "456789", "987654", "890123", "109876"] {
            assert_eq!(choose(text).unwrap_err(), WeakPin::Run, "{text}");
        }
        for text in ["111111", "000000", "121212", "909090", "123123", "747747"] {
            assert_eq!(choose(text).unwrap_err(), WeakPin::Repeat, "{text}");
        }
        for text in ["", "12345", "1234567", "12a456"] {
            assert_eq!(choose(text).unwrap_err(), WeakPin::NotSix, "{text}");
        }
        for text in ["739154", "112233", "123457", "121213", "135791", "100000"] {
            assert!(choose(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn few_pins_are_refused() {
        let refused = (0..1_000_000).filter(|n| choose(&format!("{n:06}")).is_err()).count();
        // 1,000 repeat three figures, 100 two, 10 of both a single one; 10 runs go up and 10 down.
        assert_eq!(refused, 1000 + 100 - 10 + 10 + 10);
    }
}
