//! The languages of the screen.

use super::id_enum;

id_enum! {
    /// A language of the screen.
    Lang { Id = "id", En = "en" }
}
