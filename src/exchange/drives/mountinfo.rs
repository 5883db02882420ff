//! `/proc/self/mountinfo`, line by line (`proc_pid_mountinfo(5)`).

use std::ffi::OsString;
use std::path::PathBuf;

/// A mounted file system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mount {
    /// Major and minor number of its device, as in `8:17`.
    pub device: String,
    /// Where it is mounted.
    pub path: PathBuf,
    /// What is mounted, such as `/dev/sdb1`.
    pub source: String,
    /// Mounted so that nobody can write, or the file system itself is so.
    pub read_only: bool,
}

/// The mounts of a text. A line that is none is passed over; of two mounts at one place the upper one counts.
pub(super) fn parse(text: &str) -> Vec<Mount> {
    let mut mounts: Vec<Mount> = Vec::new();
    for mount in text.lines().filter_map(line) {
        mounts.retain(|m| m.path != mount.path);
        mounts.push(mount);
    }
    mounts
}

fn line(line: &str) -> Option<Mount> {
    // 36 35 98:0 /root /mount/point rw,noatime master:1 - ext3 /dev/root rw,errors=continue
    let (left, right) = line.split_once(" - ")?;
    let left: Vec<&str> = left.split(' ').collect();
    let &[_, _, device, _, path, options, ..] = left.as_slice() else { return None };
    let mut right = right.split(' ');
    let (_, source, of_system) = (right.next()?, right.next()?, right.next()?);
    let read_only = |options: &str| options.split(',').any(|o| o == "ro");
    Some(Mount {
        device: device.to_owned(),
        path: PathBuf::from(unescaped(path)),
        source: unescaped(source).to_string_lossy().into_owned(),
        read_only: read_only(options) || read_only(of_system),
    })
}

/// Spaces and the like are written as a backslash and three octal digits.
fn unescaped(text: &str) -> OsString {
    use std::os::unix::ffi::OsStringExt as _;
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let octal = match after {
            [a, b, c, ..] if *first == b'\\' => octal([*a, *b, *c]),
            _ => None,
        };
        bytes.push(octal.unwrap_or(*first));
        rest = if octal.is_some() { &after[3..] } else { after };
    }
    OsString::from_vec(bytes)
}

fn octal(digits: [u8; 3]) -> Option<u8> {
    let value =
        digits.iter().try_fold(0_u16, |sum, d| (b'0'..=b'7').contains(d).then(|| sum * 8 + u16::from(d - b'0')))?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
        98 22 8:17 / /media/petugas/FLASH\\040DISK rw,nosuid shared:2 - vfat /dev/sdb1 rw,uid=1000\n\
        nonsense\n\
        99 22 0:55 / /mnt/a ro,nosuid - tmpfs tmpfs rw\n\
        99 22 0:56 / /mnt/a rw - tmpfs upper ro,size=64k\n";

    #[test]
    fn mounts_are_read_with_their_names_and_rights() {
        let mounts = parse(TEXT);
        let paths: Vec<_> = mounts.iter().map(|m| m.path.to_string_lossy().into_owned()).collect();
        assert_eq!(paths, ["/", "/media/petugas/FLASH DISK", "/mnt/a"]);
        assert_eq!((mounts[1].device.as_str(), mounts[1].source.as_str()), ("8:17", "/dev/sdb1"));
        assert!(!mounts[1].read_only);
        assert!(mounts[2].read_only && mounts[2].source == "upper", "the upper mount counts");
    }

    #[test]
    fn only_whole_octal_numbers_are_escapes() {
        assert_eq!(unescaped("a\\134b\\040"), "a\\b ");
        assert_eq!(unescaped("a\\0 \\777\\9"), "a\\0 \\777\\9");
    }

    proptest! {
        #[test]
        fn nothing_that_is_written_there_makes_it_fail(text in "(\\PC|\\n| - |\\\\[0-9]{3}){0,80}") {
            parse(&text);
        }
    }
}
