//! Typing, answering and counting on the forms (rule 13 of the walk).

use super::event::Answer;
use super::room::{TurnEntry, leave};
use super::rules::Rules;
use super::state::{Dialog, Field, GroupEntry, Guest, NonMemberEntry, Question, Screen, State, Typed};
use crate::domain::card::MAX_CARD_CHARS;
use crate::domain::demographics::{AgeGroup, Demographics, Occupation, Sex};
use crate::domain::form::{FieldRule, MIN_GROUP};
use crate::domain::member::Standing;
use crate::domain::name::{MAX_NAME_CHARS, MAX_NOTE_CHARS, Name, TextError};
use crate::domain::visit::{Entry, GroupParty, Visitor};

use super::card::to_purposes;

/// The most figures of a queue number.
const MAX_TURN_DIGITS: usize = 4;

pub(super) fn non_member(rules: &Rules) -> Screen {
    let asked = [
        (Question::Sex, rules.form.sex),
        (Question::AgeGroup, rules.form.age_group),
        (Question::Education, rules.form.education),
        (Question::Occupation, rules.form.occupation),
    ];
    let questions: Vec<_> = asked.into_iter().filter(|(_, rule)| *rule != FieldRule::Hidden).collect();
    Screen::NonMember(NonMemberEntry {
        name: Typed::default(),
        origin: Typed::default(),
        answers: Demographics::default(),
        open: questions.first().map(|(q, _)| *q),
        questions,
        focus: Field::Name,
        origin_rule: rules.form.origin,
        name_fault: None,
        origin_fault: None,
    })
}

pub(super) fn group(rules: &Rules) -> Screen {
    Screen::Group(GroupEntry {
        leader: Typed::default(),
        institution: Typed::default(),
        male: 0,
        female: 0,
        focus: Field::Leader,
        fresh_number: true,
        max_people: rules.group.max_people,
        leader_fault: None,
        institution_fault: None,
        people_fault: None,
    })
}

pub(super) fn typed(state: &mut State, rules: &Rules, c: char) {
    match &mut state.screen {
        Screen::CardEntry(entry) if entry.searching.is_none() => {
            let taken = !c.is_control() && !c.is_whitespace() && entry.text.chars().count() < MAX_CARD_CHARS;
            if taken {
                entry.text.push(c);
            }
            entry.by_hand = true;
            entry.unknown = false;
            entry.complete = rules.card.parse(&entry.text).is_some();
        }
        Screen::NameOnly(entry) => entry.fault = push(&mut entry.name, c, MAX_NAME_CHARS),
        Screen::Note(entry) => entry.fault = push(&mut entry.text, c, MAX_NOTE_CHARS),
        Screen::Words(entry) => leave::words_typed(entry, c),
        Screen::LeaverCode(entry) => leave::typed(entry, c),
        Screen::Turn(entry) if c.is_ascii_digit() && entry.text.len() < MAX_TURN_DIGITS => {
            entry.text.push(c);
            entry.wrong = false;
        }
        Screen::NonMember(entry) => match entry.focus {
            Field::Origin => entry.origin_fault = push(&mut entry.origin, c, MAX_NAME_CHARS),
            _ => entry.name_fault = push(&mut entry.name, c, MAX_NAME_CHARS),
        },
        Screen::Group(entry) => type_into_group(entry, c),
        _ => {}
    }
}

fn type_into_group(entry: &mut GroupEntry, c: char) {
    let fresh = entry.fresh_number;
    let number = match entry.focus {
        Field::Male => &mut entry.male,
        Field::Female => &mut entry.female,
        Field::Institution => return entry.institution_fault = push(&mut entry.institution, c, MAX_NAME_CHARS),
        _ => return entry.leader_fault = push(&mut entry.leader, c, MAX_NAME_CHARS),
    };
    let Some(digit) = c.to_digit(10) else { return };
    let wanted = if fresh { digit } else { number.saturating_mul(10).saturating_add(digit) };
    if wanted <= entry.max_people {
        *number = wanted;
        entry.fresh_number = false;
        entry.people_fault = None;
    } else {
        entry.people_fault = Some(false);
    }
}

/// Puts a character behind the text. What does not fit is refused and told, never cut silently.
pub(super) fn push(text: &mut Typed, c: char, max: usize) -> Option<TextError> {
    let c = if c.is_whitespace() { ' ' } else { c };
    if c.is_control() || (c == ' ' && (text.is_empty() || text.ends_with(' '))) {
        return None;
    }
    if text.chars().count() >= max {
        return Some(TextError::TooLong);
    }
    text.push(c);
    None
}

pub(super) fn backspace(state: &mut State, rules: &Rules) {
    match &mut state.screen {
        Screen::CardEntry(entry) if entry.searching.is_none() => {
            entry.text.pop();
            entry.by_hand = true;
            entry.unknown = false;
            entry.complete = rules.card.parse(&entry.text).is_some();
        }
        Screen::NameOnly(entry) => {
            entry.name.pop();
            entry.fault = None;
        }
        Screen::Note(entry) => {
            entry.text.pop();
            entry.fault = None;
        }
        Screen::Words(entry) => {
            entry.text.pop();
            entry.fault = None;
        }
        Screen::LeaverCode(entry) if !entry.checking => {
            entry.text.pop();
        }
        Screen::Turn(entry) => {
            entry.text.pop();
            entry.wrong = false;
        }
        Screen::NonMember(entry) if entry.focus == Field::Origin => {
            entry.origin.pop();
            entry.origin_fault = None;
        }
        Screen::NonMember(entry) => {
            entry.name.pop();
            entry.name_fault = None;
        }
        Screen::Group(entry) => {
            entry.people_fault = None;
            match entry.focus {
                Field::Male => entry.male /= 10,
                Field::Female => entry.female /= 10,
                Field::Institution => {
                    entry.institution.pop();
                    entry.institution_fault = None;
                }
                _ => {
                    entry.leader.pop();
                    entry.leader_fault = None;
                }
            }
        }
        _ => {}
    }
}

pub(super) fn clear(state: &mut State) {
    match &mut state.screen {
        Screen::CardEntry(entry) if entry.searching.is_none() => *entry = super::state::CardEntry::default(),
        Screen::LeaverCode(entry) if !entry.checking => entry.text = Typed::default(),
        Screen::Turn(entry) => *entry = TurnEntry::default(),
        Screen::Group(entry) => match entry.focus {
            Field::Male => entry.male = 0,
            Field::Female => entry.female = 0,
            _ => {}
        },
        _ => {}
    }
}

pub(super) fn focus(state: &mut State, field: Field) {
    match (&mut state.screen, field) {
        (Screen::NonMember(entry), Field::Name | Field::Origin) => entry.focus = field,
        (Screen::Group(entry), Field::Leader | Field::Institution | Field::Male | Field::Female) => {
            entry.focus = field;
            entry.fresh_number = true;
        }
        _ => {}
    }
}

pub(super) fn open(state: &mut State, question: Question) {
    if let Screen::NonMember(entry) = &mut state.screen
        && entry.questions.iter().any(|(q, _)| *q == question)
    {
        entry.open = Some(question);
    }
}

pub(super) fn answer(state: &mut State, answer: Answer) {
    let Screen::NonMember(entry) = &mut state.screen else { return };
    let asked = match answer {
        Answer::Sex(_) => Question::Sex,
        Answer::AgeGroup(_) => Question::AgeGroup,
        Answer::Education(_) => Question::Education,
        Answer::Occupation(_) => Question::Occupation,
    };
    let shown = |q: Question| entry.questions.iter().any(|(shown, _)| *shown == q);
    if !shown(asked) {
        return;
    }
    let ticks_pupil = answer == Answer::AgeGroup(AgeGroup::Child)
        && shown(Question::Occupation)
        && entry.answers.occupation.is_none();
    match answer {
        Answer::Sex(sex) => entry.answers.sex = Some(sex),
        Answer::AgeGroup(age) => entry.answers.age_group = Some(age),
        Answer::Education(education) => entry.answers.education = Some(education),
        Answer::Occupation(occupation) => entry.answers.occupation = Some(occupation),
    }
    if ticks_pupil {
        entry.answers.occupation = Some(Occupation::Pupil);
    }
    let later = entry.questions.iter().map(|(q, _)| *q).filter(|q| *q > asked);
    let all = entry.questions.iter().map(|(q, _)| *q);
    entry.open = later.chain(all).find(|q| !entry.answered(*q));
}

pub(super) fn step(state: &mut State, sex: Sex, up: bool) {
    let Screen::Group(entry) = &mut state.screen else { return };
    let max = entry.max_people;
    let number = match sex {
        Sex::Male => &mut entry.male,
        Sex::Female => &mut entry.female,
    };
    *number = if up { (*number + 1).min(max) } else { number.saturating_sub(1) };
    entry.people_fault = None;
}

/// "Lanjut" on the form: on to the purposes, or to what is missing.
pub(super) fn non_member_next(state: &mut State, rules: &Rules) {
    let Screen::NonMember(entry) = &mut state.screen else { return };
    let name = match Name::new(&entry.name) {
        Ok(name) => name,
        Err(fault) => {
            entry.name_fault = Some(fault);
            entry.focus = Field::Name;
            return;
        }
    };
    let origin = match (entry.origin_rule, entry.origin.trim().is_empty()) {
        (FieldRule::Hidden, _) | (FieldRule::Optional, true) => None,
        _ => match Name::new(&entry.origin) {
            Ok(origin) => Some(origin),
            Err(fault) => {
                entry.origin_fault = Some(fault);
                entry.focus = Field::Origin;
                return;
            }
        },
    };
    let missing = entry.questions.iter().find(|(q, rule)| *rule == FieldRule::Required && !entry.answered(*q));
    if let Some((question, _)) = missing {
        entry.open = Some(*question);
        return;
    }
    let visitor = Visitor::NonMember { name, demographics: entry.answers, origin };
    state.walk.guest = Some(Guest { visitor, entry: Entry::Form, standing: Standing::Valid });
    to_purposes(state, rules);
}

/// "Lanjut" on the group's form: on, or to what is missing, or asked again when the group is very large.
pub(super) fn group_next(state: &mut State, rules: &Rules) {
    let Screen::Group(entry) = &mut state.screen else { return };
    if let Err(fault) = Name::new(&entry.leader) {
        entry.leader_fault = Some(fault);
        entry.focus = Field::Leader;
        return;
    }
    if let Err(fault) = Name::new(&entry.institution) {
        entry.institution_fault = Some(fault);
        entry.focus = Field::Institution;
        return;
    }
    let total = entry.total();
    if total < MIN_GROUP || total > rules.group.max_people {
        entry.people_fault = Some(total < MIN_GROUP);
    } else if total > rules.group.confirm_above {
        state.dialog = Some(Dialog::ConfirmPeople(total));
    } else {
        group_confirmed(state, rules);
    }
}

pub(super) fn group_confirmed(state: &mut State, rules: &Rules) {
    let Screen::Group(entry) = &state.screen else { return };
    let names = (Name::new(&entry.leader), Name::new(&entry.institution));
    let (Ok(leader), Ok(institution)) = names else { return };
    let Ok(party) = GroupParty::new(leader, institution, entry.male, entry.female, rules.group) else { return };
    state.walk.guest = Some(Guest { visitor: Visitor::Group(party), entry: Entry::Form, standing: Standing::Valid });
    to_purposes(state, rules);
}
