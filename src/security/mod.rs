//! PINs of staff, the lock of the pad, the audit chain. Knows `domain` alone; reads no clock and no file.

pub mod audit;
pub mod lockout;
pub mod pin;
