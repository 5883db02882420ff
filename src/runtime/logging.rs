//! The log: a file a day in the data folder, kept for two weeks. It holds no personal data.

use std::path::Path;

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// Days whose logs are kept.
const KEEP: usize = 14;

/// Begins to log into `logs/` of the data folder; without a place to write it says so and goes on.
pub fn start(data: &Path) {
    let folder = data.join("logs");
    // Where it cannot be made, the appender says so below.
    let _ = std::fs::create_dir_all(&folder);
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("buku-pengunjung")
        .filename_suffix("log")
        .max_log_files(KEEP)
        .build(folder);
    let filter = EnvFilter::try_from_env("BUKU_LOG").unwrap_or_else(|_| EnvFilter::new("warn,buku_pengunjung=info"));
    match appender {
        Ok(file) => {
            // A second start within one process (after the notice) keeps the first log.
            let _ = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(file).try_init();
        }
        Err(error) => eprintln!("The log cannot be written ({error}); the kiosk runs without one."),
    }
}
