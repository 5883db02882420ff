//! Values as they are printed.

use crate::domain::report::Value;
use crate::i18n::Words;

/// A value in the words of the report's language.
pub(super) fn printed(value: &Value, words: Words) -> String {
    match value {
        Value::Empty => "–".to_owned(),
        Value::Text(text) => text.clone(),
        Value::Day(day) => words.short_date(*day),
        Value::Month(day) => words.month(*day),
        Value::Count(n) => words.number(*n),
        Value::Change(n) => words.change(*n),
        Value::Tenths(n) => words.decimal(*n, 1),
        Value::Hundredths(n) => words.decimal(*n, 2),
        Value::Share(n) => words.percent(*n),
    }
}
