//! `[privacy]`, `[staff]`, `[storage]`, `[backup]`: what staff and IT set.

use chrono::NaiveTime;

use crate::config::problem::{ProblemKind, Shape};
use crate::config::section::Section;
use crate::config::shapes;
use crate::config::types::{Backup, Privacy, StaffSettings, Storage};

pub(super) fn privacy(section: &Section<'_>) -> Privacy {
    Privacy { keep_days: section.count("keep_days", 365, 1..=3650) }
}

pub(super) fn staff(section: &Section<'_>) -> StaffSettings {
    StaffSettings {
        unlock_press: section.seconds("unlock_press_seconds", 3, 1..=15),
        panel_lock: section.seconds("panel_lock_seconds", 120, 30..=3600),
        unlock_chord: section.optional_shaped("unlock_chord", Shape::Chord, shapes::chord),
    }
}

pub(super) fn storage(section: &Section<'_>) -> Storage {
    Storage { data_dir: section.optional_shaped("data_dir", Shape::Folder, shapes::folder) }
}

pub(super) fn backup(section: &Section<'_>, storage: &Storage) -> Backup {
    let second_folder = section.optional_shaped("second_folder", Shape::Folder, shapes::folder);
    if let (Some(second), Some(data)) = (&second_folder, &storage.data_dir)
        && second.starts_with(data)
    {
        section.report("second_folder", ProblemKind::BackupInData);
    }
    Backup {
        // Noon and a bit: the kiosk is on, and the lobby is quiet.
        time: section
            .shaped("time", Shape::Time, shapes::time)
            .or_else(|| NaiveTime::from_hms_opt(13, 0, 0))
            .unwrap_or_default(),
        second_folder,
        keep: section.count("keep", 14, 1..=365),
    }
}
