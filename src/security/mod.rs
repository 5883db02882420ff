//! PINs of staff, the lock of the pad, the audit chain.
