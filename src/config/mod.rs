//! `kiosk-config.toml`: raw (serde) to validated; every problem is reported at once with line and column.
