//! Card readers.
