//! What a checked configuration holds under each path, for keys that the file leaves out.

use chrono::Weekday;

use crate::config::types::{Chord, Config, Suffix, Text};
use crate::domain::internet::{OpenHours, Seat};
use crate::domain::policy::RepeatRule;
use crate::domain::purpose::Purpose;
use crate::domain::settings::{Value, Values};

/// The value under a path.
pub(super) fn of(config: &Config, path: &str) -> Option<Value> {
    let (section, key) = path.split_once('.')?;
    match section {
        "library" => library(config, key),
        "kiosk" => kiosk(config, key),
        "card" | "scan" | "repeat" => reader(config, path),
        "form" => form(config, key),
        "internet" => internet(config, key),
        "service_standard" => standard(config, key),
        _ => upkeep(config, path),
    }
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn maybe(value: Option<&String>) -> Value {
    text(value.cloned().unwrap_or_default())
}

fn seconds(time: std::time::Duration) -> Value {
    Value::Number(time.as_secs())
}

fn minutes(time: std::time::Duration) -> Value {
    Value::Number(time.as_secs() / 60)
}

fn library(config: &Config, key: &str) -> Option<Value> {
    let library = &config.library;
    Some(match key {
        "name" => text(&library.name.id),
        "name_en" => text(&library.name.en),
        "short_name" => text(&library.short_name.id),
        "short_name_en" => text(&library.short_name.en),
        "address" => maybe(library.address.as_ref()),
        "city" => maybe(library.city.as_ref()),
        "phone" => maybe(library.phone.as_ref()),
        "website" => maybe(library.website.as_ref()),
        "instagram" => maybe(library.instagram.as_ref()),
        "timezone" => text(library.timezone.name()),
        "letterhead" => Value::List(library.letterhead.clone()),
        "sk_number" => maybe(library.sk_number.as_ref()),
        _ => return None,
    })
}

fn kiosk(config: &Config, key: &str) -> Option<Value> {
    let kiosk = &config.kiosk;
    Some(match key {
        "id" => text(&kiosk.id),
        "language" => text(kiosk.language.id()),
        "fullscreen" => Value::Flag(kiosk.fullscreen),
        "idle_seconds" => seconds(kiosk.idle),
        "idle_warning_seconds" => seconds(kiosk.idle_warning),
        "thank_you_seconds" => seconds(kiosk.thank_you),
        "reader_position" => text(kiosk.reader_position.id()),
        "reduced_motion" => Value::Flag(kiosk.reduced_motion),
        _ => return None,
    })
}

fn reader(config: &Config, path: &str) -> Option<Value> {
    let scan = &config.scan;
    Some(match path {
        "card.pattern" => text(config.card.pattern.source()),
        "card.sample" => text(&config.card.sample),
        "scan.prefix" => text(&scan.prefix),
        "scan.suffix" => text(match scan.suffix {
            Suffix::Enter => "enter".to_owned(),
            Suffix::Tab => "tab".to_owned(),
            Suffix::None => "none".to_owned(),
            Suffix::Function(n) => format!("f{n}"),
            Suffix::Char(c) => c.to_string(),
        }),
        "scan.gap_ms" => Value::Number(u64::try_from(scan.gap.as_millis()).unwrap_or_default()),
        "scan.min_length" => Value::Number(scan.min_length as u64),
        "scan.debounce_seconds" => seconds(scan.debounce),
        "repeat.rule" => text(match config.repeat {
            RepeatRule::Every(_) => "every",
            RepeatRule::Within(_) => "minutes",
            RepeatRule::Daily => "daily",
        }),
        "repeat.minutes" => match config.repeat {
            RepeatRule::Every(time) | RepeatRule::Within(time) => minutes(time),
            RepeatRule::Daily => Value::Number(30),
        },
        _ => return None,
    })
}

fn form(config: &Config, key: &str) -> Option<Value> {
    let (form, group) = (&config.form.non_member, &config.form.group);
    Some(match key {
        "non_member.sex" => text(form.sex.id()),
        "non_member.age_group" => text(form.age_group.id()),
        "non_member.education" => text(form.education.id()),
        "non_member.occupation" => text(form.occupation.id()),
        "non_member.origin" => text(form.origin.id()),
        "group.max_people" => Value::Number(group.max_people.into()),
        "group.confirm_above" => Value::Number(group.confirm_above.into()),
        _ => return None,
    })
}

fn internet(config: &Config, key: &str) -> Option<Value> {
    let room = &config.internet;
    Some(match key {
        "purpose" => text(room.purpose.as_ref().map_or("", |id| id.as_str())),
        "require_card" => Value::Flag(room.require_card),
        "expired_card" => text(room.expired_card.id()),
        "max_minutes" => minutes(room.max_session.unwrap_or_default()),
        "tidy_minutes" => minutes(room.tidy),
        "queue_hold_minutes" => minutes(room.queue_hold),
        "outside_hours" => text(room.outside_hours.id()),
        "hours.monday" => hours(room.hours.on(Weekday::Mon)),
        "hours.tuesday" => hours(room.hours.on(Weekday::Tue)),
        "hours.wednesday" => hours(room.hours.on(Weekday::Wed)),
        "hours.thursday" => hours(room.hours.on(Weekday::Thu)),
        "hours.friday" => hours(room.hours.on(Weekday::Fri)),
        "hours.saturday" => hours(room.hours.on(Weekday::Sat)),
        "hours.sunday" => hours(room.hours.on(Weekday::Sun)),
        _ => return None,
    })
}

fn hours(hours: Option<OpenHours>) -> Value {
    text(
        hours.map_or_else(
            || "closed".to_owned(),
            |h| format!("{}-{}", h.opens.format("%H:%M"), h.closes.format("%H:%M")),
        ),
    )
}

fn standard(config: &Config, key: &str) -> Option<Value> {
    let standard = &config.service_standard;
    match key {
        "check_in_seconds" => return Some(seconds(standard.check_in)),
        "check_out_seconds" => return Some(seconds(standard.check_out)),
        "complaints_url" => return Some(maybe(standard.complaints_url.as_ref())),
        _ => {}
    }
    let (name, lang) = key.rsplit_once('.')?;
    let both = match name.split_once('.') {
        Some((step, part)) => {
            let step = step.strip_prefix("step_")?.parse::<usize>().ok()?;
            let step = standard.steps.get(step.checked_sub(1)?)?;
            match part {
                "title" => &step.title,
                "text" => &step.text,
                "time" => &step.time,
                _ => return None,
            }
        }
        None => match name {
            "title" => &standard.title,
            "requirement" => &standard.requirement,
            "getting_card" => &standard.getting_card,
            "time" => &standard.time,
            "time_note" => &standard.time_note,
            "cost" => &standard.cost,
            "cost_note" => &standard.cost_note,
            "product" => &standard.product,
            "complaints" => &standard.complaints,
            _ => return None,
        },
    };
    let Text { id, en } = both;
    Some(text(if lang == "id" { id } else { en }))
}

fn upkeep(config: &Config, path: &str) -> Option<Value> {
    let folder = |path: Option<&std::path::PathBuf>| text(path.map(|p| p.display().to_string()).unwrap_or_default());
    Some(match path {
        "privacy.keep_days" => Value::Number(config.privacy.keep_days.into()),
        "staff.unlock_press_seconds" => seconds(config.staff.unlock_press),
        "staff.panel_lock_seconds" => seconds(config.staff.panel_lock),
        "staff.unlock_chord" => text(config.staff.unlock_chord.as_ref().map(chord).unwrap_or_default()),
        "storage.data_dir" => folder(config.storage.data_dir.as_ref()),
        "backup.time" => text(config.backup.time.format("%H:%M").to_string()),
        "backup.second_folder" => folder(config.backup.second_folder.as_ref()),
        "backup.keep" => Value::Number(config.backup.keep.into()),
        _ => return None,
    })
}

fn chord(chord: &Chord) -> String {
    let held = [(chord.ctrl, "ctrl"), (chord.alt, "alt"), (chord.shift, "shift")];
    let held = held.into_iter().filter(|(held, _)| *held).map(|(_, name)| name.to_owned());
    held.chain([chord.key.to_lowercase()]).collect::<Vec<_>>().join("+")
}

/// The rows of the purposes.
pub(super) fn purposes(config: &Config) -> Vec<Values> {
    let row = |p: &Purpose| {
        Values::from([
            ("id", Value::Text(p.id.as_str().to_owned())),
            ("label.id", Value::Text(p.label_id.clone())),
            ("label.en", Value::Text(p.label_en.clone())),
            ("icon", Value::Text(p.icon.clone())),
            ("tint", Value::Text(p.tint.id().to_owned())),
            ("for", Value::List(p.audience.iter().map(|who| who.id().to_owned()).collect())),
            ("active", Value::Flag(p.active)),
        ])
    };
    config.purposes.iter().map(row).collect()
}

/// The rows of the computers.
pub(super) fn seats(config: &Config) -> Vec<Values> {
    let row = |seat: &Seat| {
        Values::from([
            ("name", Value::Text(seat.name.clone())),
            ("group", Value::Text(seat.group.id().to_owned())),
            ("position", Value::Place(seat.column, seat.row)),
            ("state", Value::Text(seat.state.id().to_owned())),
        ])
    };
    config.internet.seats.iter().map(row).collect()
}
