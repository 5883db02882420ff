//! The thin binary: arguments to command to exit code.

fn main() {}
