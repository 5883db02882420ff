//! From the configuration to what the rings inside need of it.

use chrono::{TimeDelta, Timelike, Weekday};

use crate::config::{self, Config};
use crate::devices::wedge::{self, Key, Stroke};
use crate::domain::contact::{self, Channel};
use crate::domain::internet::{OpenHours, RoomRules};
use crate::flow::Rules;
use crate::i18n::{Lang, Words};
use crate::storage::BookSettings;
use crate::ui::staff::StatisticsSetup;
use crate::ui::view::{Contact, House, ReaderPosition, Service, ServiceStep};

/// The rules of the walk.
#[must_use]
pub fn rules(config: &Config) -> Rules {
    Rules {
        kiosk: config.kiosk.id.clone(),
        timezone: config.library.timezone,
        language: config.kiosk.language,
        card: config.card.pattern.clone(),
        debounce: config.scan.debounce,
        repeat: config.repeat,
        purposes: config.purposes.clone(),
        internet: config.internet.purpose.clone(),
        has_room: config.internet.purpose.is_some() && !config.internet.seats.is_empty(),
        hours: config.internet.hours,
        outside_hours: config.internet.outside_hours,
        longest_session: config.internet.max_session,
        internet_needs_card: config.internet.require_card,
        expired_card: config.internet.expired_card,
        form: config.form.non_member,
        group: config.form.group,
        idle: config.kiosk.idle,
        idle_warning: config.kiosk.idle_warning,
        thank_you: config.kiosk.thank_you,
    }
}

/// The reader's setup.
#[must_use]
pub fn wedge(config: &Config) -> wedge::Setup {
    wedge::Setup {
        prefix: config.scan.prefix.clone(),
        suffix: match config.scan.suffix {
            config::Suffix::Enter => Some(Stroke::Key(Key::Enter)),
            config::Suffix::Tab => Some(Stroke::Key(Key::Tab)),
            config::Suffix::Function(n) => Some(Stroke::Key(Key::Function(n))),
            config::Suffix::Char(c) => Some(Stroke::Char(c)),
            config::Suffix::None => None,
        },
        gap: config.scan.gap,
        min_length: config.scan.min_length,
    }
}

/// What the book needs to know.
#[must_use]
pub fn book(config: &Config) -> BookSettings {
    let room = &config.internet;
    BookSettings {
        zone: config.library.timezone,
        purposes: config.purposes.iter().map(|p| p.id.clone()).collect(),
        room: RoomRules {
            seats: room.seats.clone(),
            hours: room.hours,
            max_session: room.max_session,
            queue_hold: room.queue_hold,
        },
        kiosk: config.kiosk.id.clone(),
        card: config.card.pattern.clone(),
        groups: config.form.group,
    }
}

/// What the statistics page needs to know. The library's hours are taken to be those of its internet room.
#[must_use]
pub fn statistics(config: &Config) -> StatisticsSetup {
    let open = |day: Weekday| {
        let hours = config.internet.hours.on(day)?;
        // A library that closes at 15.00 has no visitors in the hour that begins then.
        let last = (hours.closes - TimeDelta::nanoseconds(1)).hour();
        Some((hours.opens.hour(), last.max(hours.opens.hour())))
    };
    let mut week = [None; 7];
    let mut day = Weekday::Mon;
    for hours in &mut week {
        *hours = open(day);
        day = day.succ();
    }
    StatisticsSetup {
        purposes: config.purposes.clone(),
        open: week,
        check_in_seconds: u32::try_from(config.service_standard.check_in.as_secs()).unwrap_or(u32::MAX),
        internet: config.internet.purpose.clone(),
    }
}

/// What the screens print of the library, in a language.
#[must_use]
pub fn house(config: &Config, lang: Lang) -> House {
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    House {
        name: config.library.name.of(lang).to_owned(),
        short_name: config.library.short_name.of(lang).to_owned(),
        address: street(config),
        phone: or_empty(&config.library.phone),
        instagram: or_empty(&config.library.instagram),
        reader: match config.kiosk.reader_position {
            config::ReaderPosition::Below => ReaderPosition::Below,
            config::ReaderPosition::Right => ReaderPosition::Right,
            config::ReaderPosition::Left => ReaderPosition::Left,
        },
        card_sample: config.card.sample.clone(),
        card_has_letters: config.card.sample.chars().any(|c| !c.is_ascii_digit() && !c.is_whitespace()),
        keep_days: config.privacy.keep_days,
        service: service(config, lang),
    }
}

/// The published service standard.
fn service(config: &Config, lang: Lang) -> Service {
    let standard = &config.service_standard;
    let of = |text: &config::Text| text.of(lang).to_owned();
    let channels = channels(config);
    let website = contact::bare(config.library.website.as_deref().unwrap_or_default());
    let told = channels.iter().any(|contact| contact.label == website);
    Service {
        title: of(&standard.title),
        requirement: of(&standard.requirement),
        getting_card: of(&standard.getting_card),
        time: of(&standard.time),
        time_note: of(&standard.time_note),
        cost: of(&standard.cost),
        cost_note: of(&standard.cost_note),
        steps: standard.steps.each_ref().map(|step| ServiceStep {
            title: of(&step.title),
            text: of(&step.text),
            time: of(&step.time),
        }),
        product: of(&standard.product),
        complaints: of(&standard.complaints),
        channels,
        website: if told { String::new() } else { website.to_owned() },
        hours: if config.internet.purpose.is_some() { hours(config, lang) } else { String::new() },
        sk_number: config.library.sk_number.clone(),
    }
}

/// Most letters of an address that is told whole below its QR code; of a longer one the site is told.
const WHOLE_ADDRESS: usize = 44;

/// The channels for complaints: website, Instagram, telephone, as far as the library has them.
fn channels(config: &Config) -> Vec<Contact> {
    let library = &config.library;
    let website = config.service_standard.complaints_url.as_ref().map(|address| {
        let bare = contact::bare(address);
        let site = bare.split(['/', '?', '#']).next().unwrap_or_default();
        let label = if bare.chars().count() <= WHOLE_ADDRESS { bare } else { site };
        Contact { channel: Channel::Website, label: label.to_owned(), address: address.clone() }
    });
    let instagram = library.instagram.as_ref().map(|account| Contact {
        channel: Channel::Instagram,
        label: format!("@{account}"),
        address: contact::instagram_page(account),
    });
    let telephone = library.phone.as_ref().map(|number| Contact {
        channel: Channel::Telephone,
        label: number.clone(),
        address: contact::dial(number),
    });
    [website, instagram, telephone].into_iter().flatten().collect()
}

/// "Senin–Jumat 08.00–15.00": days that follow each other with the same hours are told together.
fn hours(config: &Config, lang: Lang) -> String {
    let words = Words::of(lang);
    let mut spans: Vec<(Weekday, Weekday, OpenHours)> = Vec::new();
    let mut day = Weekday::Mon;
    for _ in 0..7 {
        if let Some(open) = config.internet.hours.on(day) {
            match spans.last_mut() {
                Some((_, last, same)) if *same == open && last.succ() == day => *last = day,
                _ => spans.push((day, day, open)),
            }
        }
        day = day.succ();
    }
    let told = spans.iter().map(|(first, last, open)| {
        let days = if first == last {
            words.weekday(*first)
        } else {
            format!("{}–{}", words.weekday(*first), words.weekday(*last))
        };
        format!("{days} {}–{}", words.time(open.opens), words.time(open.closes))
    });
    told.collect::<Vec<_>>().join(", ")
}

/// The address without the city and what follows it: whoever stands before the kiosk knows the city.
fn street(config: &Config) -> String {
    let address = config.library.address.as_deref().unwrap_or_default();
    let city = config.library.city.as_deref().filter(|c| !c.is_empty());
    let cut = city.and_then(|city| address.rfind(&format!(", {city}")));
    address[..cut.unwrap_or(address.len())].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_address_for_complaints_is_told_by_its_site_and_kept_whole_in_its_code() {
        let mut config = config::parse(config::SHIPPED, "kiosk-config.toml").unwrap();
        let address = "https://lapor.contoh.id/formulir?dinas=perpustakaan&layanan=internet-gratis";
        config.service_standard.complaints_url = Some(address.to_owned());
        let service = house(&config, Lang::Id).service;
        assert_eq!(
            (service.channels[0].label.as_str(), service.channels[0].address.as_str()),
            ("lapor.contoh.id", address)
        );
        assert_eq!(service.website, "dispusip.banyuwangikab.go.id");
    }

    #[test]
    fn a_channel_that_the_library_does_not_have_is_left_out() {
        let mut config = config::parse(config::SHIPPED, "kiosk-config.toml").unwrap();
        let had =
            |config: &Config| house(config, Lang::Id).service.channels.iter().map(|c| c.channel).collect::<Vec<_>>();
        assert_eq!(had(&config), [Channel::Website, Channel::Instagram, Channel::Telephone]);
        config.library.instagram = None;
        assert_eq!(had(&config), [Channel::Website, Channel::Telephone]);
    }

    #[test]
    fn the_city_is_left_out_of_the_address_on_the_screen() {
        let mut config = config::parse(config::SHIPPED, "kiosk-config.toml").unwrap();
        assert_eq!(house(&config, Lang::Id).address, "Jalan Jaksa Agung Suprapto No. 43, Penganjuran");
        config.library.city = None;
        assert!(house(&config, Lang::Id).address.ends_with("Banyuwangi 68416"));
    }
}
