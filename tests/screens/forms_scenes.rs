//! How to get to each state of the forms, of the purposes, and of the wait for the book.

use std::time::Duration;

use buku_pengunjung::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use buku_pengunjung::domain::form::FieldRule;
use buku_pengunjung::domain::lookup::Listing;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::{Answer, Effect, Event, Field};

use crate::scenes::Scene;
use crate::support::{CARD, Kiosk, expired_member, member};

/// The scenes of the forms, of the purposes, and of the wait for the book.
pub const FORMS: &[Scene] = &[
    Scene { name: "non-member-empty", set: start },
    Scene { name: "non-member", set: half },
    Scene {
        name: "non-member-occupation",
        set: |k| {
            half(k);
            k.send(Event::Answer(Answer::Education(Education::Sma)));
        },
    },
    Scene { name: "non-member-full", set: full },
    Scene {
        name: "non-member-optional",
        set: |k| {
            let form = &mut k.rules.form;
            (form.origin, form.education, form.occupation) =
                (FieldRule::Optional, FieldRule::Optional, FieldRule::Optional);
            start(k);
            k.type_text("B");
            k.send(Event::Next);
        },
    },
    Scene {
        name: "non-member-name-alone",
        set: |k| {
            let form = &mut k.rules.form;
            (form.sex, form.age_group) = (FieldRule::Hidden, FieldRule::Hidden);
            (form.education, form.occupation) = (FieldRule::Hidden, FieldRule::Hidden);
            start(k);
        },
    },
    Scene {
        name: "non-member-long",
        set: |k| {
            k.rules.form.origin = FieldRule::Required;
            start(k);
            k.type_text(&"Bagus Priyono ".repeat(7));
            k.send(Event::Focus(Field::Origin));
            k.type_text(&"W".repeat(81));
        },
    },
    Scene { name: "group-empty", set: |k| k.send(Event::Choose(MembershipType::Group)) },
    Scene { name: "group", set: group },
    Scene {
        name: "group-figures",
        set: |k| {
            group(k);
            k.send(Event::Focus(Field::Female));
        },
    },
    Scene {
        name: "group-many",
        set: |k| {
            group(k);
            k.send(Event::Focus(Field::Male));
            k.type_text("5001");
        },
    },
    Scene {
        name: "group-few",
        set: |k| {
            k.send(Event::Choose(MembershipType::Group));
            k.type_text("Endah Lestari");
            k.send(Event::Focus(Field::Institution));
            k.type_text("SDN 2 Penganjuran");
            k.send(Event::Next);
        },
    },
    Scene { name: "name-only", set: name_only },
    Scene { name: "purpose", set: |k| k.scan(member()) },
    Scene {
        name: "purpose-expired",
        set: |k| {
            k.scan(expired_member());
            k.send(Event::Next);
        },
    },
    Scene {
        name: "purpose-non-member",
        set: |k| {
            full(k);
            k.send(Event::Next);
        },
    },
    Scene { name: "purpose-group", set: |k| to_purposes_of_group(k, "SDN 2 Penganjuran") },
    Scene {
        name: "purpose-long",
        set: |k| {
            let name = "Sekolah Menengah Atas Negeri Terpadu Bustanul Makmur Genteng Banyuwangi Selatan";
            to_purposes_of_group(k, name);
        },
    },
    Scene { name: "purpose-long-word", set: |k| to_purposes_of_group(k, &"W".repeat(80)) },
    Scene { name: "purpose-many", set: |k| purposes(k, 13) },
    Scene { name: "purpose-five", set: |k| purposes(k, 5) },
    Scene { name: "purpose-one", set: |k| purposes(k, 1) },
    Scene { name: "note", set: note },
    Scene {
        name: "note-typed",
        set: |k| {
            note(k);
            k.type_text("Rapat komunitas baca");
        },
    },
    Scene { name: "recording", set: recording },
    Scene {
        name: "recording-slow",
        set: |k| {
            recording(k);
            k.now += Duration::from_millis(400);
        },
    },
    Scene {
        name: "recording-again",
        set: |k| {
            recording(k);
            fail(k);
        },
    },
    Scene { name: "recording-failed", set: failed },
];

pub fn start(k: &mut Kiosk) {
    k.send(Event::Choose(MembershipType::NonMember));
}

/// As in picture 03: a name and two answers.
pub fn half(k: &mut Kiosk) {
    start(k);
    k.type_text("Bagus Priyono");
    k.send(Event::Answer(Answer::Sex(Sex::Male)));
    k.send(Event::Answer(Answer::AgeGroup(AgeGroup::Adult)));
}

pub fn full(k: &mut Kiosk) {
    half(k);
    k.send(Event::Answer(Answer::Education(Education::Sma)));
    k.send(Event::Answer(Answer::Occupation(Occupation::MilitaryPolice)));
}

/// As in picture 04.
pub fn group(k: &mut Kiosk) {
    k.send(Event::Choose(MembershipType::Group));
    k.type_text("Endah Lestari");
    k.send(Event::Focus(Field::Male));
    k.type_text("16");
    k.send(Event::Focus(Field::Female));
    k.type_text("18");
    k.send(Event::Focus(Field::Institution));
    k.type_text("SDN 2 Penganj");
}

fn to_purposes_of_group(k: &mut Kiosk, institution: &str) {
    k.send(Event::Choose(MembershipType::Group));
    k.type_text("Endah Lestari");
    k.send(Event::Focus(Field::Institution));
    k.type_text(institution);
    k.send(Event::Focus(Field::Male));
    k.type_text("34");
    k.send(Event::Next);
}

pub fn name_only(k: &mut Kiosk) {
    k.send(Event::Scanned(CARD.to_owned()));
    k.look_up(Listing::NoList, None);
}

/// That many purposes on the list.
pub fn purposes(k: &mut Kiosk, count: usize) {
    let known = k.rules.purposes.clone();
    k.rules.purposes = (0..count)
        .map(|i| {
            let mut purpose = known[i % known.len()].clone();
            if i >= known.len() {
                purpose.id = PurposeId::new(&format!("{}_{i}", purpose.id.as_str())).unwrap();
                purpose.label_id = format!("{} {i}", purpose.label_id);
                purpose.label_en = format!("{} {i}", purpose.label_en);
            }
            purpose
        })
        .collect();
    k.scan(member());
}

pub fn note(k: &mut Kiosk) {
    k.scan(member());
    k.send(Event::Purpose(PurposeId::new("other").unwrap()));
}

pub fn recording(k: &mut Kiosk) {
    k.scan(member());
    k.send(Event::Purpose(PurposeId::new("borrow_return").unwrap()));
}

/// The book could not write.
pub fn fail(k: &mut Kiosk) {
    let id = k.effects.iter().rev().find_map(|e| match e {
        Effect::Record(visit) => Some(visit.id),
        _ => None,
    });
    k.send(Event::RecordFailed(id.expect("nothing is being written")));
}

pub fn failed(k: &mut Kiosk) {
    recording(k);
    fail(k);
    for _ in 0..2 {
        k.pass(Duration::from_secs(2));
        fail(k);
    }
}
