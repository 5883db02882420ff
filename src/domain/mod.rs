//! What a visit is. Pure: no window, no SQL, no clock, no input or output. A wrong visit cannot be built.

pub mod audit;
pub mod card;
pub mod contact;
pub mod dashboard;
pub mod demographics;
pub mod form;
pub mod internet;
pub mod lang;
pub mod listing;
pub mod lookup;
pub mod member;
pub mod member_columns;
pub mod member_list;
pub mod name;
pub mod period;
pub mod pin;
pub mod policy;
pub mod purpose;
pub mod report;
pub mod search;
pub mod settings;
pub mod span;
pub mod staff;
pub mod statistics;
pub mod visit;
pub mod visit_row;

/// Declares a closed list of ids: the enum, its textual id, all values in natural order, and the way back.
macro_rules! id_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* #[doc = concat!("The id `", $id, "`.")] $variant),+ }

        impl $name {
            /// Every value, in the natural order of lists and reports.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable id that is stored and exported.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The value of an id; `None` for an id that is not on the list.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use id_enum;
