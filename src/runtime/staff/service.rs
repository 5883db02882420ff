//! A named thread with a queue of jobs before it, which ends in order when it is dropped.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

/// How many jobs may wait.
const QUEUE: usize = 16;

/// The job was not taken: too many wait, or the thread has stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Busy;

/// The thread; it finishes what was sent and ends when this is dropped.
pub(super) struct Service<J> {
    jobs: Option<SyncSender<J>>,
    thread: Option<JoinHandle<()>>,
}

impl<J: Send + 'static> Service<J> {
    /// Starts the thread. `run` returns when no job will come any more.
    pub(super) fn spawn(name: &str, run: impl FnOnce(&Receiver<J>) + Send + 'static) -> io::Result<Self> {
        let (jobs, inbox) = sync_channel(QUEUE);
        let thread = thread::Builder::new().name(name.to_owned()).spawn(move || run(&inbox))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Hands a job over without waiting.
    pub(super) fn send(&self, job: J) -> Result<(), Busy> {
        self.jobs.as_ref().ok_or(Busy)?.try_send(job).map_err(|_| Busy)
    }
}

impl<J> Drop for Service<J> {
    fn drop(&mut self) {
        // The thread's queue ends with its last sender.
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let name = thread.thread().name().unwrap_or_default().to_owned();
            if thread.join().is_err() {
                tracing::error!(name, "a thread had panicked");
            }
        }
    }
}
