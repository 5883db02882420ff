//! The thin binary: arguments to command to exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    buku_pengunjung::cli::main(std::env::args_os())
}
