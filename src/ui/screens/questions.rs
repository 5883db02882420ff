//! The four questions of Non Anggota in words: their titles, their answers, and what was answered.

use crate::domain::demographics::{AgeGroup, Demographics, Education, Occupation, Sex};
use crate::domain::form::FieldRule;
use crate::flow::{Answer, Question};
use crate::i18n::Words;
use crate::ui::icons::{Icon, fill};

/// One answer that can be touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub label: String,
    pub answer: Answer,
    pub selected: bool,
}

/// The question itself, with "boleh dilewati" where the library does not insist on it.
pub(super) fn title(words: Words, question: Question, rule: FieldRule) -> String {
    let title = words.get(match question {
        Question::Sex => "question-sex",
        Question::AgeGroup => "question-age",
        Question::Education => "question-education",
        Question::Occupation => "question-occupation",
    });
    match rule {
        FieldRule::Optional => words.with("form-optional", &[("what", title)]),
        FieldRule::Required | FieldRule::Hidden => title,
    }
}

/// The picture beside the open question.
pub(super) const fn picture(question: Question) -> Icon {
    match question {
        Question::Sex => fill::USER,
        Question::AgeGroup => fill::CALENDAR_DOTS,
        Question::Education => fill::GRADUATION_CAP,
        Question::Occupation => fill::BRIEFCASE,
    }
}

/// The answers in the order of the lists.
pub(super) fn choices(words: Words, question: Question, given: Demographics) -> Vec<Choice> {
    match question {
        Question::Sex => each(words, "sex", Sex::ALL, Sex::id, given.sex, Answer::Sex),
        Question::AgeGroup => each(words, "age", AgeGroup::ALL, AgeGroup::id, given.age_group, Answer::AgeGroup),
        Question::Education => {
            each(words, "education", Education::ALL, Education::id, given.education, Answer::Education)
        }
        Question::Occupation => {
            each(words, "occupation", Occupation::ALL, Occupation::id, given.occupation, Answer::Occupation)
        }
    }
}

/// What was answered, in words.
pub(super) fn given(words: Words, question: Question, given: Demographics) -> Option<String> {
    choices(words, question, given).into_iter().find(|choice| choice.selected).map(|choice| choice.label)
}

/// How many answers a question has.
pub(super) fn count(question: Question) -> usize {
    match question {
        Question::Sex => Sex::ALL.len(),
        Question::AgeGroup => AgeGroup::ALL.len(),
        Question::Education => Education::ALL.len(),
        Question::Occupation => Occupation::ALL.len(),
    }
}

fn each<T: Copy + PartialEq>(
    words: Words,
    list: &str,
    all: &[T],
    id: impl Fn(T) -> &'static str,
    given: Option<T>,
    answer: impl Fn(T) -> Answer,
) -> Vec<Choice> {
    let choice = |value: &T| Choice {
        label: words.get(&format!("{list}-{}", id(*value))),
        answer: answer(*value),
        selected: given == Some(*value),
    };
    all.iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    const ALL: [Question; 4] = [Question::Sex, Question::AgeGroup, Question::Education, Question::Occupation];

    #[test]
    fn every_answer_has_its_own_words_in_both_languages() {
        for lang in [Lang::Id, Lang::En] {
            let words = Words::of(lang);
            for question in ALL {
                let choices = choices(words, question, Demographics::default());
                assert_eq!(choices.len(), count(question));
                let mut labels: Vec<_> = choices.iter().map(|c| c.label.clone()).collect();
                assert!(labels.iter().all(|l| !l.contains('_') && l.chars().any(char::is_uppercase)), "{labels:?}");
                labels.sort();
                labels.dedup();
                assert_eq!(labels.len(), choices.len(), "{labels:?}");
                assert!(choices.iter().all(|c| !c.selected));
            }
        }
    }

    #[test]
    fn says_what_was_answered_and_what_may_be_left_out() {
        let words = Words::of(Lang::Id);
        let answers = Demographics { education: Some(Education::S1), ..Demographics::default() };
        assert_eq!(given(words, Question::Education, answers).as_deref(), Some("D4 / S1"));
        assert_eq!(given(words, Question::Sex, answers), None);
        assert_eq!(title(words, Question::Sex, FieldRule::Required), "Jenis kelamin");
        assert_eq!(title(words, Question::Sex, FieldRule::Optional), "Jenis kelamin (boleh dilewati)");
    }
}
