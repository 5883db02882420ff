//! The windows: egui only. Sees the flow's state, returns events.
