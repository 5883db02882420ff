//! The hash that is stored in the place of a PIN, and codes drawn by lot. Which figures make a PIN says [`domain::pin`].
//!
//! [`domain::pin`]: crate::domain::pin

use std::fmt;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

use crate::domain::pin::Pin;
use crate::domain::staff::Figures;

/// Memory of one hash in KiB: 19 MiB.
const MEMORY_KIB: u32 = 19 * 1024;
/// Passes over the memory.
const PASSES: u32 = 2;
/// Lanes of the memory.
const LANES: u32 = 1;

/// A PIN as it is stored: argon2id in PHC form, with a salt of its own.
#[derive(Clone, PartialEq, Eq)]
pub struct PinHash(String);

impl PinHash {
    /// The hash of a PIN, with a fresh salt. Takes tens of milliseconds and 19 MiB: not on the window's thread.
    ///
    /// # Errors
    /// The system has no randomness or no memory to give.
    pub fn of(pin: &Pin) -> Result<Self, HashFault> {
        let six = pin.figures().complete().ok_or(HashFault)?;
        let hash = hasher()?.hash_password(six).map_err(|_| HashFault)?;
        Ok(Self(hash.to_string()))
    }

    /// A hash that was stored.
    #[must_use]
    pub const fn from_store(phc: String) -> Self {
        Self(phc)
    }

    /// As it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether these are the figures behind the hash. As slow as [`PinHash::of`].
    #[must_use]
    pub fn fits(&self, figures: &Figures) -> bool {
        match (figures.complete(), hasher()) {
            (Some(six), Ok(hasher)) => hasher.verify_password(six, self.0.as_str()).is_ok(),
            _ => false,
        }
    }
}

impl fmt::Debug for PinHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinHash(…)")
    }
}

/// A PIN could not be hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "The PIN cannot be hashed, since the system gives no memory or no randomness: close other programs and try again."
)]
pub struct HashFault;

fn hasher() -> Result<Argon2<'static>, HashFault> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| HashFault)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Six figures drawn by lot that pass for a PIN: the one-time code of the first sign-in.
///
/// # Errors
/// The system gives no randomness.
pub fn draw() -> Result<Pin, HashFault> {
    // 4,290,000,000 is the largest multiple of a million that 32 bits hold: every code is as likely as any other.
    const FAIR: u32 = 4_290_000_000;
    loop {
        let lot = getrandom::u32().map_err(|_| HashFault)?;
        if lot < FAIR {
            let mut figures = Figures::default();
            for place in [100_000, 10_000, 1000, 100, 10, 1] {
                figures.push(char::from_digit(lot % 1_000_000 / place % 10, 10).unwrap_or('0'));
            }
            if let Ok(pin) = Pin::choose(figures) {
                return Ok(pin);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::pin::WeakPin;
    use proptest::prelude::*;

    fn choose(text: &str) -> Result<Pin, WeakPin> {
        Pin::choose(Figures::six(text).unwrap())
    }

    #[test]
    fn the_stored_form_is_argon2id_with_the_promised_cost() {
        let pin = choose("739154").unwrap();
        let hash = PinHash::of(&pin).unwrap();
        assert!(hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", hash.as_str());
        assert!(!hash.as_str().contains("739154"));
        assert_ne!(PinHash::of(&pin).unwrap(), hash, "each has a salt of its own");
        assert!(hash.fits(pin.figures()));
        assert!(!hash.fits(&Figures::six("739155").unwrap()));
        assert!(!hash.fits(&Figures::default()));
        assert!(!PinHash::from_store("not a hash".into()).fits(pin.figures()));
        assert!(!format!("{hash:?}{pin:?}").contains("argon2"));
    }

    #[test]
    fn codes_differ_and_pass_for_pins() {
        let codes: Vec<Pin> = (0..20).map(|_| draw().unwrap()).collect();
        let first = codes[0].figures();
        assert!(codes.iter().any(|c| c.figures() != first), "twenty codes are the same");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]
        #[test]
        fn only_the_same_figures_fit(a in 0_u32..1_000_000, b in 0_u32..1_000_000) {
            if let Ok(pin) = choose(&format!("{a:06}")) {
                let other = Figures::six(&format!("{b:06}")).unwrap();
                prop_assert_eq!(PinHash::of(&pin).unwrap().fits(&other), a == b);
            }
        }
    }
}
