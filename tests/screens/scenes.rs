//! How to get to each state of each screen by what really happens.

use std::time::Duration;

use buku_pengunjung::domain::lookup::Listing;
use buku_pengunjung::domain::policy::RepeatRule;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::{Event, Reader};

use crate::support::{CARD, Kiosk, blocked_member, expired_member, member};

/// A state of a screen and the way to it.
pub struct Scene {
    pub name: &'static str,
    pub set: fn(&mut Kiosk),
}

/// The scenes of Welcome, the card, the end of the walk, and what lies over the screens.
pub const OWN: &[Scene] = &[
    Scene { name: "welcome", set: |_| {} },
    Scene { name: "service-info", set: |k| k.send(Event::ServiceInfo) },
    Scene {
        name: "service-info-decree",
        set: |k| {
            k.house.service.sk_number = Some("188/123/KEP/429.115/2026".to_owned());
            "Senin–Jumat 08.00–15.00, Sabtu 08.00–12.00".clone_into(&mut k.house.service.hours);
            k.send(Event::ServiceInfo);
        },
    },
    Scene { name: "welcome-reading", set: |k| k.send(Event::Scanned(CARD.to_owned())) },
    Scene { name: "welcome-no-reader", set: |k| k.send(Event::Reader(Reader::Missing)) },
    Scene { name: "card-empty", set: |k| k.send(Event::Choose(MembershipType::Member)) },
    Scene { name: "card-typed", set: |k| typed(k, "00241187") },
    Scene { name: "card-letters", set: letters },
    Scene {
        name: "card-letters-unknown",
        set: |k| {
            letters(k);
            k.send(Event::Next);
            k.look_up(Listing::Unlisted, None);
        },
    },
    Scene { name: "card-searching", set: searching },
    Scene { name: "card-unknown", set: unknown },
    Scene { name: "identity", set: identity },
    Scene { name: "expired", set: |k| k.scan(expired_member()) },
    Scene { name: "blocked", set: |k| k.scan(blocked_member()) },
    Scene { name: "repeated", set: |k| repeated(k, RepeatRule::Within(Duration::from_hours(1))) },
    Scene { name: "repeated-again", set: |k| repeated(k, RepeatRule::Every(Duration::from_hours(1))) },
    Scene { name: "done", set: done },
    Scene {
        name: "done-long",
        set: |k| {
            k.scan(member());
            k.send(Event::Purpose(PurposeId::new("education_visit").unwrap()));
            k.record();
        },
    },
    Scene {
        name: "done-group",
        set: |k| {
            group(k);
            k.send(Event::Purpose(PurposeId::new("education_visit").unwrap()));
            k.record();
        },
    },
    Scene { name: "done-long-group", set: long_group },
    Scene { name: "done-undoing", set: undoing },
    Scene {
        name: "done-undo-failed",
        set: |k| {
            undoing(k);
            let id = visit(k);
            k.send(Event::VoidFailed(id));
        },
    },
    Scene {
        name: "idle",
        set: |k| {
            typed(k, "00241187");
            idle(k);
        },
    },
    Scene {
        name: "dialog-cancel",
        set: |k| {
            typed(k, "00241187");
            k.send(Event::Cancel);
        },
    },
    Scene {
        name: "dialog-staff",
        set: |k| {
            unknown(k);
            k.send(Event::CallStaff);
        },
    },
    Scene {
        name: "dialog-card",
        set: |k| {
            k.send(Event::Choose(MembershipType::NonMember));
            k.type_text("Bagus");
            k.send(Event::Scanned(CARD.to_owned()));
        },
    },
    Scene {
        name: "dialog-people",
        set: |k| {
            people(k, "240");
            k.send(Event::Next);
        },
    },
    Scene {
        name: "dialog-undo",
        set: |k| {
            done(k);
            k.send(Event::Undo);
        },
    },
    Scene { name: "strip-unreadable", set: |k| k.send(Event::Unreadable) },
    Scene {
        name: "strip-keypad",
        set: |k| {
            for _ in 0..3 {
                k.send(Event::Unreadable);
            }
        },
    },
    Scene {
        name: "strip-undone",
        set: |k| {
            undoing(k);
            let id = visit(k);
            k.send(Event::Voided(id));
        },
    },
    Scene {
        name: "strip-lookup",
        set: |k| {
            searching(k);
            let ticket = 1;
            k.send(Event::LookFailed { ticket });
        },
    },
];

pub fn typed(k: &mut Kiosk, number: &str) {
    k.send(Event::Choose(MembershipType::Member));
    k.type_text(number);
}

fn letters(k: &mut Kiosk) {
    k.house.card_has_letters = true;
    "BWI/2024.0118".clone_into(&mut k.house.card_sample);
    typed(k, "BWI/2024.01");
}

pub fn searching(k: &mut Kiosk) {
    typed(k, CARD);
    k.send(Event::Next);
    k.now += Duration::from_millis(400);
}

pub fn unknown(k: &mut Kiosk) {
    typed(k, "0024117836");
    k.send(Event::Next);
    k.look_up(Listing::Unlisted, None);
}

pub fn identity(k: &mut Kiosk) {
    typed(k, CARD);
    k.send(Event::Next);
    k.look_up(Listing::Listed(member()), None);
}

pub fn repeated(k: &mut Kiosk, rule: RepeatRule) {
    k.rules.repeat = rule;
    k.send(Event::Scanned(CARD.to_owned()));
    k.look_up(Listing::Listed(member()), Some(Kiosk::this_morning(9, 12)));
}

pub fn done(k: &mut Kiosk) {
    k.scan(member());
    k.send(Event::Purpose(PurposeId::new("read").unwrap()));
    k.record();
}

fn undoing(k: &mut Kiosk) {
    done(k);
    k.send(Event::Undo);
    k.send(Event::Dialog(true));
}

pub fn visit(k: &Kiosk) -> buku_pengunjung::domain::visit::VisitId {
    match &k.state.screen {
        buku_pengunjung::flow::Screen::Done(done) => done.visit.expect("a visit"),
        other => panic!("{} has no visit", other.name()),
    }
}

fn people(k: &mut Kiosk, men: &str) {
    party(k, "SDN 2 Penganjuran", men);
}

/// An institution whose name is as long as a name may be.
fn long_group(k: &mut Kiosk) {
    party(k, "Sekolah Menengah Kejuruan Pariwisata dan Perhotelan Contoh Nusantara Banyuwangi", "34");
    k.send(Event::Next);
    k.send(Event::Purpose(PurposeId::new("education_visit").unwrap()));
    k.record();
}

fn party(k: &mut Kiosk, institution: &str, men: &str) {
    use buku_pengunjung::flow::Field;
    k.send(Event::Choose(MembershipType::Group));
    k.type_text("Endah Lestari");
    k.send(Event::Focus(Field::Institution));
    k.type_text(institution);
    k.send(Event::Focus(Field::Male));
    k.type_text(men);
}

pub fn group(k: &mut Kiosk) {
    people(k, "34");
    k.send(Event::Next);
}

/// Leaves the screen alone until the warning stands, five seconds ago.
pub fn idle(k: &mut Kiosk) {
    for _ in 0..200 {
        k.pass(Duration::from_secs(1));
        if k.state.idle_ends.is_some() {
            break;
        }
    }
    k.now += Duration::from_secs(5);
}
