//! Each of the renderer's threads has a processor of its own.
//!
//! Mesa fills the pixels of a frame with as many threads as there are processors. Linux wakes a thread where it ran last
//! or where it is woken from, and asks no other processor that is deeply asleep, as those of a virtual machine are: every
//! other frame was filled by one processor while the second one slept.

/// Has the renderer's threads, once its context is there, run side by side. Where that cannot be done they run as the
/// system thinks best.
#[cfg(target_os = "linux")]
pub fn spread_threads() {
    use rustix::thread::{CpuSet, Pid, sched_getaffinity, sched_setaffinity};

    let (Ok(allowed), Ok(threads)) = (sched_getaffinity(None), std::fs::read_dir("/proc/self/task")) else { return };
    let processors: Vec<usize> = (0..CpuSet::MAX_CPU).filter(|processor| allowed.is_set(*processor)).collect();
    for thread in threads.flatten() {
        let name = std::fs::read_to_string(thread.path().join("comm")).unwrap_or_default();
        let id = thread.file_name().to_str().and_then(|id| id.parse().ok()).and_then(Pid::from_raw);
        let own = own_processor(&name, &processors);
        if let (Some(id), Some(processor)) = (id, own) {
            let mut only = CpuSet::new();
            only.set(processor);
            let _refused = sched_setaffinity(Some(id), &only);
        }
    }
}

/// Linux alone is known to need it.
#[cfg(not(target_os = "linux"))]
pub fn spread_threads() {}

/// The processor of the thread of that name, if it is one of the renderer's.
#[cfg(target_os = "linux")]
fn own_processor(name: &str, processors: &[usize]) -> Option<usize> {
    let number: usize = name.trim_end().strip_prefix("llvmpipe-")?.parse().ok()?;
    processors.get(number % processors.len().max(1)).copied()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_renderers_threads_alone_are_dealt_out_over_the_processors() {
        let of = |name| own_processor(name, &[2, 5, 6]);
        assert_eq!(["llvmpipe-0\n", "llvmpipe-1\n", "llvmpipe-2\n", "llvmpipe-3\n"].map(of), [2, 5, 6, 2].map(Some));
        assert_eq!(["book-writer\n", "llvmpipe\n", "llvmpipe-x\n", ""].map(of), [None; 4]);
        assert_eq!(own_processor("llvmpipe-0\n", &[]), None);
    }
}
