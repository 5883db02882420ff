//! What is asked and told over the list.

use super::parts::PageUi;
use crate::flow::staff::members::{Event, Notice, Page};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::Tint;
use crate::ui::widgets::{Dialog, DialogAnswer, DialogButton, DialogKind, Side, dialog};

pub(super) fn show(p: &mut PageUi<'_, '_>, page: &Page) {
    if page.undo_asked {
        ask_undo(p, page);
    } else if let Some(notice) = &page.notice {
        tell(p, notice);
    }
}

fn ask_undo(p: &mut PageUi<'_, '_>, page: &Page) {
    let words = p.view.words;
    let Some(last) = page.summary.as_ref().and_then(|summary| summary.last.as_ref()) else { return };
    let changed = last.counts.updated + last.counts.deactivated;
    let args = [
        ("source", last.source.clone()),
        ("added", words.number(last.counts.added)),
        ("changed", words.number(changed)),
    ];
    let (yes, no) = (words.get("members-undo-yes"), words.get("members-undo-no"));
    let asked = Dialog {
        title: &words.get("members-undo-title"),
        text: &words.with("members-undo-text", &args),
        icon: Some((bold::ARROW_COUNTER_CLOCKWISE, Tint::Amber)),
        buttons: &[
            DialogButton { text: &yes, icon: Side::None, kind: DialogKind::Danger },
            DialogButton { text: &no, icon: Side::None, kind: DialogKind::Primary },
        ],
    };
    let answer = dialog(p.ui, p.view.kit, &p.view.canvas, &asked);
    p.events.extend(answer.map(|answer| Event::Undo(answer == DialogAnswer::Button(0))));
}

fn tell(p: &mut PageUi<'_, '_>, notice: &Notice) {
    let (title, text, glyph, tint) = match notice {
        Notice::Undone => ("members-undone-title", p.word("members-undone"), fill::CHECK_CIRCLE, Tint::Green),
        Notice::Refused(problem) => ("members-refused-title", p.sentence(problem), fill::WARNING_CIRCLE, Tint::Red),
    };
    let ok = p.word("members-ok");
    let told = Dialog {
        title: &p.word(title),
        text: &text,
        icon: Some((glyph, tint)),
        buttons: &[DialogButton { text: &ok, icon: Side::None, kind: DialogKind::Primary }],
    };
    if dialog(p.ui, p.view.kit, &p.view.canvas, &told).is_some() {
        p.events.push(Event::Dismiss);
    }
}
