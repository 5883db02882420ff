//! Card readers. A keyboard-wedge reader types like a keyboard, only faster: [`wedge`] tells the two apart.

pub mod wedge;
