//! Leaving the room: who it is, the three points, and the end of the session (SOP step 3; rules 6, 7 and 12).

use std::time::Duration;

use super::seat::ask_for;
use super::state::{CheckOut, Leaver, LeaverCode, StillSeated, WordsEntry, Writing};
use crate::domain::card::CardNumber;
use crate::domain::internet::{
    Ask, CheckOut as Leave, Identified, Leaving, Left, OpenSession, PROOF_CHARS, Proof, SeatUse, Tidy, TidyPoint,
    TidyReason,
};
use crate::domain::name::{MAX_NOTE_CHARS, Note};
use crate::flow::event::{Effect, Moment};
use crate::flow::forms::push;
use crate::flow::record::{self, PAUSE, TRIES};
use crate::flow::rules::Rules;
use crate::flow::state::{Dialog, RecordingPhase, Screen, State, Strip, Typed};
use crate::flow::update::{go_home, go_on, show_strip};

/// "Selesai internet" on Welcome, or in answer to "Mau apa?". From here the standard's time runs.
pub(in crate::flow) fn begin(state: &mut State, rules: &Rules, now: Moment) {
    match &state.screen {
        Screen::Welcome if rules.has_room && state.looking.is_none() => {
            state.walk.started = Some((now.mono, now.utc));
            state.walk.leaving = Some(now.utc);
            state.screen = Screen::Leaver(Leaver::default());
        }
        Screen::StillSeated(StillSeated { session }) => {
            let session = session.clone();
            state.walk.leaving = Some(now.utc);
            check_out(state, session, now);
        }
        _ => {}
    }
}

/// On to the three points.
fn check_out(state: &mut State, session: OpenSession, now: Moment) {
    let since = state.walk.leaving.unwrap_or(now.utc);
    go_on(
        state,
        Screen::CheckOut(CheckOut { session, since, ticked: [false; 3], score: None, words: None, writing: None }),
    );
}

/// A card was shown in step 1.
pub(in crate::flow) fn by_card(state: &mut State, card: CardNumber, out: &mut Vec<Effect>) {
    state.strip = None;
    state.walk.leaver = Some(card.clone());
    ask_for(state, Ask::Identify(Leaving::Card(card)), out);
}

/// The number of a computer in use was touched in step 1.
pub(in crate::flow) fn by_seat(state: &mut State, name: &str) {
    if state.asking.is_some() || !matches!(state.screen, Screen::Leaver(_)) {
        return;
    }
    let Some(SeatUse::Taken(taken)) = state.room.seat(name).map(|seat| &seat.usage) else { return };
    let code = LeaverCode {
        seat: name.to_owned(),
        initial: taken.initial,
        proof: taken.proof,
        text: Typed::default(),
        wrong: None,
        checking: false,
    };
    go_on(state, Screen::LeaverCode(code));
}

/// A character of the KTA or the exit code.
pub(in crate::flow) fn typed(entry: &mut LeaverCode, c: char) {
    let fits = if entry.proof == Proof::ExitCode { c.is_ascii_digit() } else { !c.is_control() && !c.is_whitespace() };
    if fits && !entry.checking && entry.proof != Proof::Staff && entry.text.chars().count() < PROOF_CHARS {
        entry.text.push(c);
        entry.wrong = None;
    }
}

/// "Lanjut" behind the code.
pub(in crate::flow) fn code_given(state: &mut State, out: &mut Vec<Effect>) {
    let Screen::LeaverCode(entry) = &mut state.screen else { return };
    if entry.checking || !entry.complete() || entry.proof == Proof::Staff {
        return;
    }
    entry.checking = true;
    state.walk.leaver = None;
    let leaving = Leaving::Seat { seat: entry.seat.clone(), typed: entry.text.to_string() };
    ask_for(state, Ask::Identify(leaving), out);
}

pub(super) fn identified(state: &mut State, who: Identified, now: Moment) {
    match (who, &mut state.screen) {
        (Identified::Session(session), Screen::Leaver(_) | Screen::LeaverCode(_)) => {
            if matches!(state.screen, Screen::LeaverCode(_)) {
                // What was typed is not kept behind the next screen.
                state.screen = state.walk.trail.pop().unwrap_or(Screen::Leaver(Leaver::default()));
            }
            check_out(state, session, now);
        }
        (Identified::NoSession, Screen::Leaver(leaver)) => leaver.nobody = true,
        (Identified::NoSession, Screen::LeaverCode(_)) => {
            state.walk.trail.pop();
            state.screen = Screen::Leaver(Leaver { nobody: true });
        }
        (Identified::Wrong { left }, Screen::LeaverCode(entry)) => {
            entry.checking = false;
            entry.text = Typed::default();
            entry.wrong = Some(left);
            if left == 0 {
                entry.proof = Proof::Staff;
            }
        }
        _ => {}
    }
}

/// A point was touched.
pub(in crate::flow) fn point(state: &mut State, point: TidyPoint) {
    if let Screen::CheckOut(leaving) = &mut state.screen
        && leaving.writing.is_none()
    {
        let ticked = &mut leaving.ticked[point as usize];
        *ticked = !*ticked;
    }
}

/// A face was touched; touched again, it is taken back.
pub(in crate::flow) fn rate(state: &mut State, score: u8) {
    if let Screen::CheckOut(leaving) = &mut state.screen
        && leaving.writing.is_none()
        && (1..=4).contains(&score)
    {
        leaving.score = if leaving.score == Some(score) { None } else { Some(score) };
        if leaving.score.is_none() {
            leaving.words = None;
        }
    }
}

/// "Tulis pesan": a few words to the rating.
pub(in crate::flow) fn write_words(state: &mut State) {
    let Screen::CheckOut(leaving) = &state.screen else { return };
    if leaving.score.is_some() && leaving.writing.is_none() {
        let text = leaving.words.as_ref().map(|words| Typed::new(words.as_str().to_owned())).unwrap_or_default();
        go_on(state, Screen::Words(WordsEntry { text, fault: None }));
    }
}

/// A character of those words.
pub(in crate::flow) fn words_typed(entry: &mut WordsEntry, c: char) {
    entry.fault = push(&mut entry.text, c, MAX_NOTE_CHARS);
}

/// "Simpan" below the words; none are fine as well.
pub(in crate::flow) fn words_given(state: &mut State) {
    let Screen::Words(entry) = &mut state.screen else { return };
    let words = match Note::new(&entry.text) {
        _ if entry.text.trim().is_empty() => None,
        Ok(words) => Some(words),
        Err(fault) => return entry.fault = Some(fault),
    };
    if let Some(Screen::CheckOut(mut leaving)) = state.walk.trail.pop() {
        leaving.words = words;
        state.screen = Screen::CheckOut(leaving);
    }
}

/// "Selesai dan pulang": asked first when a point is not ticked (rule 7).
pub(in crate::flow) fn finish(state: &mut State, now: Moment, out: &mut Vec<Effect>) {
    let Screen::CheckOut(leaving) = &state.screen else { return };
    if leaving.writing.is_some() {
        return;
    }
    match Tidy::new(leaving.ticked, None) {
        Some(tidy) => send(state, tidy, now, out),
        None => state.dialog = Some(Dialog::Untidy),
    }
}

/// The answer to "Ada yang belum rapi?": a reason ends the session, none keeps it open for tidying.
pub(in crate::flow) fn untidy(
    state: &mut State,
    rules: &Rules,
    reason: Option<TidyReason>,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    if state.dialog.take_if(|dialog| *dialog == Dialog::Untidy).is_none() {
        return;
    }
    let Screen::CheckOut(leaving) = &state.screen else { return };
    if let Some(reason) = reason {
        if let Some(tidy) = Tidy::new(leaving.ticked, Some(reason)) {
            send(state, tidy, now, out);
        }
        return;
    }
    let (session, since) = (leaving.session.id, leaving.since);
    let ticket = state.next_ticket();
    out.push(Effect::Ask { ticket, ask: Ask::KeepTidying { session, since } });
    go_home(state, rules, out);
}

fn send(state: &mut State, tidy: Tidy, now: Moment, out: &mut Vec<Effect>) {
    let ticket = state.next_ticket();
    let Screen::CheckOut(leaving) = &mut state.screen else { return };
    let leave =
        Leave { session: leaving.session.id, tidy, rating: leaving.rating(), since: leaving.since, at: now.utc };
    out.push(Effect::Ask { ticket, ask: Ask::CheckOut(Box::new(leave.clone())) });
    let phase = RecordingPhase::Writing(now.mono);
    leaving.writing = Some(Box::new(Writing { phase, leave, ticket, attempts: 1 }));
}

/// The check-out that is being written.
fn writing(state: &mut State) -> Option<&mut Writing> {
    match &mut state.screen {
        Screen::CheckOut(CheckOut { writing: Some(writing), .. }) => Some(writing),
        _ => None,
    }
}

/// Whether a reply is that to the check-out that is being written.
pub(super) fn waits_for(state: &mut State, ticket: u64) -> bool {
    writing(state).is_some_and(|writing| writing.ticket == ticket)
}

/// The book could not be used: tried again, three times.
pub(super) fn failed(state: &mut State, now: Moment) {
    state.touched = now.mono;
    let Some(writing) = writing(state) else { return };
    writing.phase =
        if writing.attempts < TRIES { RecordingPhase::Waiting(now.mono + PAUSE) } else { RecordingPhase::Failed };
}

pub(in crate::flow) fn try_again_when_due(state: &mut State, now: Moment, out: &mut Vec<Effect>) {
    if writing(state).is_some_and(|w| matches!(w.phase, RecordingPhase::Waiting(until) if now.mono >= until)) {
        again(state, |attempts| attempts + 1, now.mono, out);
    }
}

/// "Coba lagi": three more tries of the same check-out.
pub(in crate::flow) fn retry(state: &mut State, now: Moment, out: &mut Vec<Effect>) {
    if writing(state).is_some_and(|w| w.phase == RecordingPhase::Failed) {
        again(state, |_| 1, now.mono, out);
    }
}

fn again(state: &mut State, attempts: impl FnOnce(u8) -> u8, now: Duration, out: &mut Vec<Effect>) {
    let ticket = state.next_ticket();
    let Some(writing) = writing(state) else { return };
    writing.phase = RecordingPhase::Writing(now);
    writing.attempts = attempts(writing.attempts);
    writing.ticket = ticket;
    out.push(Effect::Ask { ticket, ask: Ask::CheckOut(Box::new(writing.leave.clone())) });
}

/// The session has ended.
pub(super) fn left(state: &mut State, rules: &Rules, left: Left, now: Moment, out: &mut Vec<Effect>) {
    if let Screen::CheckOut(CheckOut { writing: Some(writing), .. }) = &state.screen {
        let reported = writing.leave.tidy.reason().is_some();
        record::done_left(state, rules, left, reported, now, out);
    }
}

/// The session is not open any more, though the book did not say how it ended.
pub(super) fn refused(state: &mut State, rules: &Rules, now: Moment, out: &mut Vec<Effect>) {
    go_home(state, rules, out);
    show_strip(state, Strip::LeftAlready, now);
}

/// What a card means that is shown while somebody checks out (rule 12). True: it was taken here.
pub(in crate::flow) fn scanned(state: &mut State, card: &CardNumber, out: &mut Vec<Effect>) -> bool {
    match &state.screen {
        Screen::Leaver(_) | Screen::LeaverCode(_) => {
            if state.asking.is_none() {
                by_card(state, card.clone(), out);
            }
            true
        }
        Screen::CheckOut(_) | Screen::Words(_) => {
            let found = state.walk.found.as_ref().map(|found| &found.card);
            if found != Some(card) && state.walk.leaver.as_ref() != Some(card) {
                state.dialog = Some(Dialog::OtherCard(card.clone()));
            }
            true
        }
        _ => false,
    }
}
