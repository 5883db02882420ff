//! Faults of a table on its way out, as the commands end with them.

use super::failure::Failure;
use crate::exchange::table_out::{OutFault, Target};

/// Names the file in the sentence of a fault.
pub(super) fn fault_at(target: &Target) -> impl Fn(OutFault) -> Failure {
    let name = match target {
        Target::Stdout => "standard output".to_owned(),
        Target::File(path) => path.display().to_string(),
    };
    move |fault| match fault {
        OutFault::NobodyReads => Failure::NobodyReads,
        fault => Failure::Failed(format!("{name}: {fault}.")),
    }
}
