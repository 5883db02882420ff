//! The internet room: no double seat, no negative length, no lost session, a fair queue, and figures that agree.

mod closing;
mod leaving;
mod model;
mod power;
mod queue;
mod seating;
mod staff_acts;
mod standing;
mod support;
mod worker;
