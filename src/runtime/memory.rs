//! The memory of a program that stays open for weeks: what was freed goes back to the system.

use std::env;
use std::process::Command;

/// Buffers of a megabyte and more (pictures, letters, frames) are given back when they are freed.
const TUNING: (&str, &str) = ("GLIBC_TUNABLES", "glibc.malloc.mmap_threshold=1048576");

/// Begins the program anew under glibc's fixed threshold for large buffers, once; elsewhere it does nothing.
///
/// By default the first freed picture raises that threshold, and every large buffer from then on is cut from the heap,
/// which cannot shrink below its last small piece: some 20 MB more than is in use. glibc reads the setting only
/// when a program begins, and the call that would change it later (`mallopt`) is not safe Rust. The process
/// keeps its number. Whoever has set the variable is left alone, and where it cannot be done the kiosk opens as it is.
pub(super) fn give_back_what_is_freed() {
    if !cfg!(all(target_os = "linux", target_env = "gnu")) || env::var_os(TUNING.0).is_some() {
        return;
    }
    let Ok(program) = env::current_exe() else { return };
    begin_anew(Command::new(program).args(env::args_os().skip(1)).env(TUNING.0, TUNING.1));
}

#[cfg(unix)]
fn begin_anew(command: &mut Command) {
    // It comes back only when it failed, and then nothing has changed.
    let _failed = std::os::unix::process::CommandExt::exec(command);
}

#[cfg(not(unix))]
fn begin_anew(_command: &mut Command) {}
