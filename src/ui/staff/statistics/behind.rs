//! Which figures have rows of the book behind them.

use super::scene::Scene;
use crate::domain::purpose::PurposeId;
use crate::domain::visit::MembershipType;
use crate::flow::staff::Tab;
use crate::flow::staff::statistics::{Behind, List, Told};

/// What Kunjungan would list for a figure; `None` where nothing is counted, or it knows no such filter.
pub(super) fn behind(scene: &Scene<'_>, told: Told) -> Option<Behind> {
    if !scene.view.rules.tabs.contains(&Tab::Visits) {
        return None;
    }
    let data = scene.data;
    let all = Behind { told: Some(told), ..Behind::default() };
    match told {
        Told::Card(at) => data.cards.get(at).filter(|card| card.counted.tally.entries > 0).map(|_| all),
        Told::Row(List::Types, at) => {
            let kind = MembershipType::ALL.get(at).filter(|_| data.by_type[at].entries > 0)?;
            Some(Behind { kind: Some(*kind), ..all })
        }
        Told::Row(List::Purposes, at) => {
            let purpose = data.purposes.get(at).filter(|purpose| purpose.tally.entries > 0)?;
            Some(Behind { purpose: Some(PurposeId::new(&purpose.id)?), ..all })
        }
        Told::Hour(_) | Told::Busy(..) | Told::Step(_) | Told::Row(..) => None,
    }
}
