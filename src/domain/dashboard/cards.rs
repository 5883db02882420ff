//! The cards at the head of the page.

use chrono::NaiveDate;

use crate::domain::span::{Span, SpanKind};

/// The spans whose counts stand at the head of the page: the day, month and year around the end of what is looked at,
/// each only where it says something about it, and a range itself. The widest is last.
///
/// While the span holds today, the day is today: what happens now is always seen.
#[must_use]
pub fn card_spans(span: Span, today: NaiveDate) -> Vec<Span> {
    let anchor = if span.contains(today) { today } else { span.to() };
    let live = span.contains(today);
    let of = |kind| Span::holding(kind, anchor).ok();
    let kind = span.kind();
    let mut spans = Vec::new();
    if kind == SpanKind::Day || live {
        spans.extend(of(SpanKind::Day));
    }
    if matches!(kind, SpanKind::Day | SpanKind::Month) || (kind == SpanKind::Year && live) {
        spans.extend(of(SpanKind::Month));
    }
    match kind {
        SpanKind::Range | SpanKind::Quarter => spans.push(span),
        SpanKind::Day | SpanKind::Month | SpanKind::Year => spans.extend(of(SpanKind::Year)),
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cards_speak_of_what_is_looked_at() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let said = |span: Span| -> Vec<String> {
            card_spans(span, day("2026-11-25")).iter().map(|s| format!("{} {}", s.kind().id(), s.to())).collect()
        };
        let of = |kind, at| Span::holding(kind, day(at)).unwrap();
        let live = ["day 2026-11-25", "month 2026-11-30", "year 2026-12-31"];
        assert_eq!(said(of(SpanKind::Day, "2026-11-25")), live);
        assert_eq!(said(of(SpanKind::Month, "2026-11-02")), live);
        assert_eq!(said(of(SpanKind::Year, "2026-11-02")), live);
        assert_eq!(said(of(SpanKind::Day, "2025-05-05")), ["day 2025-05-05", "month 2025-05-31", "year 2025-12-31"]);
        assert_eq!(said(of(SpanKind::Month, "2025-05-05")), ["month 2025-05-31", "year 2025-12-31"]);
        assert_eq!(said(of(SpanKind::Year, "2025-05-05")), ["year 2025-12-31"]);
        let range = Span::range(day("2026-11-20"), day("2026-11-25")).unwrap();
        assert_eq!(said(range), ["day 2026-11-25", "range 2026-11-25"]);
    }
}
