//! What the kiosk does where the processor draws its pixels.

use std::collections::BTreeMap;
use std::fs;

use crate::support::kiosk::Kiosk;
use crate::support::library::Library;

/// The processors on which each of the renderer's threads may run, as the system writes them.
fn processors_of_the_renderer(kiosk: &Kiosk) -> BTreeMap<String, String> {
    let threads = fs::read_dir(format!("/proc/{}/task", kiosk.pid())).unwrap();
    let statuses = threads.map(|thread| fs::read_to_string(thread.unwrap().path().join("status")).unwrap());
    let field = |status: &str, name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_else(|| panic!("{name} in {status}")).trim().to_owned()
    };
    statuses
        .map(|status| (field(&status, "Name:"), field(&status, "Cpus_allowed_list:")))
        .filter(|(name, _)| name.starts_with("llvmpipe-"))
        .collect()
}

#[test]
fn every_thread_of_the_renderer_has_a_processor_of_its_own() {
    let kiosk = Kiosk::open(Library::with_members());
    let threads = processors_of_the_renderer(&kiosk);
    assert!(!threads.is_empty(), "the renderer has threads, by other names perhaps");
    let processors: Vec<&String> = threads.values().collect();
    let mut alone = processors.clone();
    alone.sort_unstable();
    alone.dedup();
    assert!(processors.iter().all(|list| list.parse::<usize>().is_ok()), "one processor each: {threads:?}");
    let there_are = std::thread::available_parallelism().unwrap().get();
    assert_eq!(alone.len(), threads.len().min(there_are), "two share one: {threads:?}");
}
