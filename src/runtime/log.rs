//! A log for those who look into the program itself: `NETDOJO_LOG=FILE`, with the levels of `RUST_LOG`.

use std::fs::File;
use std::sync::Mutex;

use tracing::Level;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

/// Writes what happens to the file that `NETDOJO_LOG` names. Nothing is written without it.
pub fn start() {
    let Some(path) = std::env::var_os("NETDOJO_LOG").filter(|path| !path.is_empty()) else { return };
    // A log that cannot be written is no reason not to start.
    let Ok(file) = File::options().create(true).append(true).open(path) else { return };
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(Mutex::new(file));
    let _ = tracing_subscriber::registry().with(lines.with_filter(levels())).try_init();
}

/// What `RUST_LOG` asks for, as in `netdojo=debug,warn`, which is also what holds without it.
fn levels() -> Targets {
    let asked = std::env::var("RUST_LOG").ok().filter(|asked| !asked.is_empty());
    asked.and_then(|asked| asked.parse().ok()).unwrap_or_else(|| {
        Targets::new().with_default(LevelFilter::WARN).with_target("netdojo", Level::DEBUG)
    })
}
