//! From a card, scanned or typed, to the purposes (rules 2 to 5 of the walk).

use chrono::{DateTime, Utc};

use super::event::{Effect, Moment};
use super::forms;
use super::record;
use super::room::{Queue, gate, leave};
use super::rules::Rules;
use super::state::{
    CardEntry, CardNotice, Dialog, Found, Guest, Looking, NameOnly, Repeated, Screen, State, Strip, Typed, Walk,
};
use super::update::{go_on, show_strip};
use crate::domain::card::CardNumber;
use crate::domain::demographics::Demographics;
use crate::domain::lookup::{CardAnswer, Listing};
use crate::domain::member::Standing;
use crate::domain::name::Name;
use crate::domain::policy::{ExpiredCard, RepeatRule};
use crate::domain::visit::{Entry, Visitor};

/// After so many unreadable scans in a row the strip offers the keypad (rule 15).
const OFFER_KEYPAD_AFTER: u8 = 3;

pub(super) fn scanned(state: &mut State, rules: &Rules, text: &str, now: Moment, out: &mut Vec<Effect>) {
    let Some(card) = rules.card.parse(text) else { return unreadable(state, now) };
    state.unreadable = 0;
    let held = state.last_card.as_ref().is_some_and(|(c, at)| *c == card && now.mono < *at + rules.debounce);
    state.last_card = Some((card.clone(), now.mono));
    if held {
        return;
    }
    if record::is_busy(state) {
        state.waiting_scan = Some(card);
        return;
    }
    if leave::scanned(state, &card, out) {
        return;
    }
    if matches!(state.screen, Screen::NonMember(_) | Screen::Group(_)) && state.has_entries() {
        state.dialog = Some(Dialog::UseCard(card));
        return;
    }
    if !matches!(state.screen, Screen::Done(_))
        && state.walk.guest.as_ref().and_then(|g| g.visitor.card()) == Some(&card)
    {
        return;
    }
    use_card(state, card, now, out);
}

pub(super) fn unreadable(state: &mut State, now: Moment) {
    if record::is_busy(state) {
        return;
    }
    state.unreadable = state.unreadable.saturating_add(1);
    let strip = if state.unreadable >= OFFER_KEYPAD_AFTER { Strip::UnreadableOfferKeypad } else { Strip::Unreadable };
    show_strip(state, strip, now);
}

/// Asks the book about a scanned card. The screen stays until the answer comes.
pub(super) fn use_card(state: &mut State, card: CardNumber, now: Moment, out: &mut Vec<Effect>) {
    state.dialog = None;
    state.strip = None;
    state.asking = None;
    if matches!(state.screen, Screen::Done(_)) {
        state.screen = Screen::Welcome;
        state.walk = Walk::default();
    }
    ask(state, card, Entry::Scanned, now, out);
}

fn ask(state: &mut State, card: CardNumber, entry: Entry, now: Moment, out: &mut Vec<Effect>) {
    state.ticket += 1;
    state.looking = Some(Looking { ticket: state.ticket, card: card.clone(), entry, since: now.mono });
    out.push(Effect::LookUp { ticket: state.ticket, card });
}

pub(super) fn look_up_typed(state: &mut State, rules: &Rules, now: Moment, out: &mut Vec<Effect>) {
    let Screen::CardEntry(entry) = &mut state.screen else { return };
    if entry.searching.is_some() || entry.unknown {
        return;
    }
    let Some(card) = rules.card.parse(&entry.text) else { return };
    entry.searching = Some(now.mono);
    ask(state, card, Entry::Typed, now, out);
}

pub(super) fn look_failed(state: &mut State, ticket: u64, now: Moment) {
    if state.looking.as_ref().is_none_or(|l| l.ticket != ticket) {
        return;
    }
    state.looking = None;
    state.last_card = None;
    if let Screen::CardEntry(entry) = &mut state.screen {
        entry.searching = None;
    }
    show_strip(state, Strip::LookupFailed, now);
}

pub(super) fn looked(
    state: &mut State,
    rules: &Rules,
    ticket: u64,
    answer: CardAnswer,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    let Some(looking) = state.looking.take_if(|l| l.ticket == ticket) else { return };
    if record::is_busy(state) {
        state.waiting_scan = Some(looking.card);
        return;
    }
    state.dialog = None;
    state.touched = now.mono;
    if looking.entry == Entry::Scanned {
        let since = now.mono.saturating_sub(looking.since);
        let wall = now.utc - chrono::Duration::from_std(since).unwrap_or_default();
        state.walk = Walk { started: Some((looking.since, wall)), ..Walk::default() };
        state.screen = Screen::Welcome;
    }
    if let Screen::CardEntry(entry) = &mut state.screen {
        entry.searching = None;
    }
    let member = match answer.listing {
        Listing::Unlisted => return unlisted(state, &looking),
        Listing::NoList => None,
        Listing::Listed(member) => Some(member),
    };
    let asks_who = looking.entry == Entry::Typed && member.is_some();
    let found = Found {
        card: looking.card,
        member,
        last_visit: answer.last_visit,
        session: answer.open_session,
        ticket: answer.ticket,
        entry: looking.entry,
    };
    if asks_who {
        let masked = found.member.as_ref().map(|m| m.name.masked()).unwrap_or_default();
        state.walk.found = Some(found);
        go_on(state, Screen::ConfirmIdentity { masked });
    } else {
        state.walk.found = Some(found);
        admit(state, rules, now);
    }
    let _ = out;
}

fn unlisted(state: &mut State, looking: &Looking) {
    let text = Typed::new(looking.card.as_str().to_owned());
    let by_hand = looking.entry == Entry::Typed;
    state.screen = Screen::CardEntry(CardEntry { text, by_hand, unknown: true, complete: true, searching: None });
}

pub(super) fn identity(state: &mut State, rules: &Rules, yes: bool, now: Moment) {
    if !matches!(state.screen, Screen::ConfirmIdentity { .. }) {
        return;
    }
    if yes {
        admit(state, rules, now);
    } else {
        // Somebody else's card: nothing of it stays on the screen.
        state.walk.found = None;
        state.walk.trail.retain(|s| !matches!(s, Screen::CardEntry(_)));
        state.screen = Screen::CardEntry(CardEntry::default());
    }
}

/// A card that belongs to the visitor: already recorded, not in order, or on to the purposes.
fn admit(state: &mut State, rules: &Rules, now: Moment) {
    if rules.has_room && gate::already_there(state, rules, now) {
        return;
    }
    let last = state.walk.found.as_ref().and_then(|f| f.last_visit);
    match last.and_then(|at| repeated(rules, at, now)) {
        Some(again) => go_on(state, Screen::Repeated(again)),
        None => check_standing(state, rules, now),
    }
}

/// "Kunjungan lain": a visit beside the session that stays open, or beside the queue number.
pub(super) fn other_visit(state: &mut State, rules: &Rules, now: Moment) {
    let asked =
        matches!(state.screen, Screen::StillSeated(_) | Screen::Queue(Queue::Waiting { .. } | Queue::Missed { .. }));
    if asked && state.walk.found.is_some() {
        check_standing(state, rules, now);
    }
}

pub(super) fn record_again(state: &mut State, rules: &Rules, now: Moment) {
    if matches!(state.screen, Screen::Repeated(Repeated { again: true, .. })) {
        check_standing(state, rules, now);
    }
}

fn repeated(rules: &Rules, last: DateTime<Utc>, now: Moment) -> Option<Repeated> {
    let since = (now.utc - last).to_std().ok();
    let within = |span| since.is_some_and(|s| s < span);
    let (stands, again) = match rules.repeat {
        RepeatRule::Every(span) => (within(span), true),
        RepeatRule::Within(span) => (within(span), false),
        RepeatRule::Daily => (rules.local_date(last) == rules.local_date(now.utc), false),
    };
    stands.then_some(Repeated { at: last, again })
}

fn check_standing(state: &mut State, rules: &Rules, now: Moment) {
    let Some(found) = state.walk.found.clone() else { return };
    let Some(member) = found.member else {
        return go_on(state, Screen::NameOnly(NameOnly::default()));
    };
    let today = rules.local_date(now.utc);
    let standing = member.standing(today);
    let name = member.name.greeting().to_owned();
    let visitor = Visitor::Member {
        card: found.card,
        demographics: member.demographics(today),
        expired: matches!(standing, Standing::Expired(_)),
        unverified: false,
        name: member.name,
    };
    state.walk.guest = Some(Guest { visitor, entry: found.entry, standing });
    let expired = match standing {
        Standing::Valid => return to_purposes(state, rules),
        Standing::Expired(end) => Some(end),
        Standing::Blocked => None,
    };
    let internet_refused = rules.has_room && !internet_allowed(rules, standing);
    go_on(state, Screen::CardNotice(CardNotice { name, expired, internet_refused }));
}

/// Whether a card of this standing opens the internet room (rule 2).
pub(super) fn internet_allowed(rules: &Rules, standing: Standing) -> bool {
    match standing {
        Standing::Valid => true,
        Standing::Expired(_) => rules.expired_card == ExpiredCard::Warn,
        Standing::Blocked => false,
    }
}

/// On to "Maksud kunjungan" for the guest of this walk.
pub(super) fn to_purposes(state: &mut State, rules: &Rules) {
    if let Some(guest) = &state.walk.guest {
        let session = state.walk.found.as_ref().and_then(|found| found.session.as_ref());
        let purposes = record::purposes_for(rules, guest, session);
        go_on(state, Screen::Purpose(purposes));
    }
}

pub(super) fn name_given(state: &mut State, rules: &Rules) {
    let Screen::NameOnly(entry) = &mut state.screen else { return };
    let name = match Name::new(&entry.name) {
        Ok(name) => name,
        Err(fault) => return entry.fault = Some(fault),
    };
    let Some(found) = &state.walk.found else { return };
    let visitor = Visitor::Member {
        card: found.card.clone(),
        name,
        demographics: Demographics::default(),
        expired: false,
        unverified: true,
    };
    state.walk.guest = Some(Guest { visitor, entry: found.entry, standing: Standing::Valid });
    to_purposes(state, rules);
}

pub(super) fn correct(state: &mut State) {
    if let Screen::CardEntry(entry) = &mut state.screen {
        entry.unknown = false;
    }
}

pub(super) fn without(state: &mut State, rules: &Rules) {
    if matches!(&state.screen, Screen::CardEntry(c) if c.unknown) {
        go_on(state, forms::non_member(rules));
    }
}
