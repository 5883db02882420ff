//! *Maksud kunjungan*: why a visitor came. The list is the library's own, from the configuration.

use super::id_enum;
use super::visit::MembershipType;

/// The id of a purpose: lower-case letters, digits and underscores.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PurposeId(String);

impl PurposeId {
    /// The id, if it is 1 to 40 characters of `a-z`, `0-9` and `_`.
    #[must_use]
    pub fn new(id: &str) -> Option<Self> {
        let fits = (1..=40).contains(&id.len())
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        fits.then(|| Self(id.to_owned()))
    }

    /// The id as it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the purpose that asks for a few words.
    #[must_use]
    pub fn asks_for_note(&self) -> bool {
        self.0 == OTHER
    }
}

/// The id of the purpose that asks for a few words.
pub const OTHER: &str = "other";

id_enum! {
    /// The colour of a purpose's icon box; it only tells tiles apart.
    Tint { Blue = "blue", Teal = "teal", Amber = "amber", Purple = "purple", Grey = "grey" }
}

/// One tile of the purpose screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purpose {
    /// Stable id that is stored and exported.
    pub id: PurposeId,
    /// Words on the Indonesian screen.
    pub label_id: String,
    /// Words on the English screen.
    pub label_en: String,
    /// Name of a Phosphor icon.
    pub icon: String,
    /// Colour of the icon box.
    pub tint: Tint,
    /// For whom the tile is shown.
    pub audience: Vec<MembershipType>,
    /// A retired purpose is not shown but keeps its place in statistics.
    pub active: bool,
}

impl Purpose {
    /// Whether this tile is shown to such a visitor.
    #[must_use]
    pub fn shown_to(&self, kind: MembershipType) -> bool {
        self.active && self.audience.contains(&kind)
    }
}
