//! A disk that can fill up, for one test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const DISK: &str = "BUKU_SMALL_DISK";

/// Runs the test of that name (as `cargo test` prints it) in a mount namespace of its own, on a disk of that size
/// (`1M`), and answers there with the disk's folder. `None`: it has been run there, or this user may not mount.
pub fn on_a_small_disk(test: &str, size: &str) -> Option<PathBuf> {
    if let Some(disk) = std::env::var_os(DISK) {
        return Some(disk.into());
    }
    let disk = tempfile::tempdir().unwrap();
    let root = rustix::process::geteuid().is_root();
    let unshare = |args: &[&str]| {
        let mut command = Command::new("unshare");
        command.arg(if root { "-m" } else { "-rm" }).args(args);
        command
    };
    let size = format!("size={size}");
    let mount = ["mount", "-t", "tmpfs", "-o", &size, "tmpfs"];
    let able = unshare(&mount).arg(disk.path()).output().is_ok_and(|o| o.status.success());
    if !able {
        println!("skipped: this user may not mount a small disk in a namespace of its own");
        return None;
    }
    let script = format!("{} \"$1\" && exec \"$2\" \"$3\" --exact --nocapture", mount.join(" "));
    let ran = unshare(&["sh", "-c", &script, "sh"])
        .arg(disk.path())
        .arg(std::env::current_exe().unwrap())
        .arg(test)
        .env(DISK, disk.path())
        .env("TMPDIR", disk.path())
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
    None
}

/// Takes every byte that the disk has left; the file to remove when there is to be room again.
pub fn fill(disk: &Path) -> PathBuf {
    let ballast = disk.join("ballast");
    let mut file = fs::File::create(&ballast).unwrap();
    let full = std::io::copy(&mut std::io::repeat(b'x'), &mut file).unwrap_err();
    assert_eq!(full.kind(), std::io::ErrorKind::StorageFull);
    ballast
}
