//! Letting go of a drive: sync, then unmount through udisks, which lets the user at the screen do so without a password.

use std::fs::File;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::domain::report::Held;

const PROGRAM: &str = "udisksctl";
/// A slow drive may take a while to write what is on the way.
const PATIENCE: Duration = Duration::from_mins(1);

/// Writes what is on the way to `path`, then unmounts `source`.
pub(super) fn unmount(path: &Path, source: &str) -> Result<(), Held> {
    let folder = File::open(path).map_err(|_| Held::NotWritten)?;
    rustix::fs::syncfs(&folder).map_err(|_| Held::NotWritten)?;
    drop(folder);
    asked(PROGRAM, source)
}

/// Asks the program, without a terminal for questions.
fn asked(program: &str, source: &str) -> Result<(), Held> {
    let mut command = Command::new(program);
    command.args(["unmount", "--no-user-interaction", "--block-device", source]);
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Held::NoProgram),
        Err(_) => return Err(Held::Refused),
    };
    let until = Instant::now() + PATIENCE;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) => {
                let said = child.stderr.take().and_then(|out| io::read_to_string(out).ok()).unwrap_or_default();
                return Err(if said.contains("busy") { Held::Busy } else { Held::Refused });
            }
            Ok(None) if Instant::now() < until => thread::sleep(Duration::from_millis(50)),
            _ => {
                // It hangs; whether the signal reaches it does not matter any more.
                let _ = child.kill();
                let _ = child.wait();
                return Err(Held::Refused);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computer_without_the_program_and_one_that_refuses_are_told_apart() {
        assert_eq!(asked("no-such-program-of-drives", "/dev/null"), Err(Held::NoProgram));
        assert_eq!(asked("false", "/dev/null"), Err(Held::Refused));
        assert_eq!(asked("true", "/dev/null"), Ok(()));
        assert_eq!(unmount(Path::new("/no/such/drive"), "/dev/null"), Err(Held::NotWritten));
    }
}
