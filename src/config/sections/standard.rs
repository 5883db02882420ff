//! `[service_standard]`: the published standard of the free internet service (SOP "Layanan Internet Gratis").

use super::both;
use crate::config::problem::Shape;
use crate::config::section::Section;
use crate::config::shapes;
use crate::config::types::{ServiceStandard, StandardStep};

/// Most characters of a few large words.
const SHORT: usize = 60;
/// Most characters of a sentence.
const LONG: usize = 200;

pub(super) fn standard(section: &Section<'_>, website: Option<&String>) -> ServiceStandard {
    ServiceStandard {
        check_in: section.seconds("check_in_seconds", 60, 10..=3600),
        check_out: section.seconds("check_out_seconds", 300, 10..=7200),
        title: both(section, "title", "title.", SHORT, Some("config-standard-title")),
        requirement: both(section, "requirement", "requirement.", LONG, Some("config-standard-requirement")),
        getting_card: both(section, "getting_card", "getting_card.", LONG, Some("config-standard-getting-card")),
        time: both(section, "time", "time.", 20, Some("config-standard-time")),
        time_note: both(section, "time_note", "time_note.", SHORT, Some("config-standard-time-note")),
        cost: both(section, "cost", "cost.", 20, Some("config-standard-cost")),
        cost_note: both(section, "cost_note", "cost_note.", SHORT, Some("config-standard-cost-note")),
        steps: [
            step(&section.section("step_1"), 1),
            step(&section.section("step_2"), 2),
            step(&section.section("step_3"), 3),
        ],
        product: both(section, "product", "product.", LONG, Some("config-standard-product")),
        complaints: both(section, "complaints", "complaints.", LONG, Some("config-standard-complaints")),
        complaints_url: section
            .optional_shaped("complaints_url", Shape::Website, shapes::website)
            .or_else(|| website.cloned()),
    }
}

fn step(section: &Section<'_>, n: u8) -> StandardStep {
    let word = |part: &str| format!("config-standard-step-{n}-{part}");
    StandardStep {
        title: both(section, "title", "title.", SHORT, Some(&word("title"))),
        text: both(section, "text", "text.", LONG, Some(&word("text"))),
        time: both(section, "time", "time.", SHORT, Some(&word("time"))),
    }
}
