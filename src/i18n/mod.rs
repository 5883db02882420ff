//! Typed access to the words in `assets/locales/*.ftl`. No other file holds words of a screen.
//!
//! One file an area and language, `AREA.LANG.ftl`, all embedded; a test compares the two languages key by key.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use crate::domain::lang::Lang;

mod dates;
mod numbers;
mod spans;

/// The `.ftl` sources of a language.
#[must_use]
pub fn sources(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Id => &[
            include_str!("../../assets/locales/visitor.id.ftl"),
            include_str!("../../assets/locales/forms.id.ftl"),
            include_str!("../../assets/locales/config.id.ftl"),
            include_str!("../../assets/locales/staff.id.ftl"),
            include_str!("../../assets/locales/members.id.ftl"),
            include_str!("../../assets/locales/staff_room.id.ftl"),
            include_str!("../../assets/locales/stats.id.ftl"),
            include_str!("../../assets/locales/internet.id.ftl"),
            include_str!("../../assets/locales/room.id.ftl"),
            include_str!("../../assets/locales/report.id.ftl"),
            include_str!("../../assets/locales/settings.id.ftl"),
            include_str!("../../assets/locales/reports.id.ftl"),
            include_str!("../../assets/locales/visits.id.ftl"),
        ],
        Lang::En => &[
            include_str!("../../assets/locales/visitor.en.ftl"),
            include_str!("../../assets/locales/forms.en.ftl"),
            include_str!("../../assets/locales/config.en.ftl"),
            include_str!("../../assets/locales/staff.en.ftl"),
            include_str!("../../assets/locales/members.en.ftl"),
            include_str!("../../assets/locales/staff_room.en.ftl"),
            include_str!("../../assets/locales/stats.en.ftl"),
            include_str!("../../assets/locales/internet.en.ftl"),
            include_str!("../../assets/locales/room.en.ftl"),
            include_str!("../../assets/locales/report.en.ftl"),
            include_str!("../../assets/locales/settings.en.ftl"),
            include_str!("../../assets/locales/reports.en.ftl"),
            include_str!("../../assets/locales/visits.en.ftl"),
        ],
    }
}

/// A value for a `{ $name }` in a text.
pub type Arg<'a> = (&'a str, String);

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words {
    lang: Lang,
    bundle: &'static FluentBundle<FluentResource>,
}

impl Words {
    /// The words of `lang`; the files are parsed once a run.
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        static ID: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
        static EN: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
        let bundle = match lang {
            Lang::Id => ID.get_or_init(|| parse(lang)),
            Lang::En => EN.get_or_init(|| parse(lang)),
        };
        Self { lang, bundle }
    }

    /// The language of these words.
    #[must_use]
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// The text of `key`. A missing key shows as itself; a test finds such keys.
    #[must_use]
    pub fn get(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of `key` with its values put in.
    #[must_use]
    pub fn with(self, key: &str, args: &[Arg<'_>]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            tracing::error!(key, "a word is missing");
            return key.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, FluentValue::from(value.as_str()));
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }

    /// Whether `key` has a text.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        self.bundle.get_message(key).is_some()
    }
}

fn parse(lang: Lang) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = lang.id().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    for source in sources(lang) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(?errors, "a locale file has a fault");
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(?errors, "a word stands twice in the locale files");
        }
    }
    bundle
}
