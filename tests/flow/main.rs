//! The visitor's walk without a window: journeys, faults, and a million random events.

mod desk;
mod forms;
mod journeys;
mod random;
mod recording;
mod repeat;
mod staff;
