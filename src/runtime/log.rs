//! A log for those who look into the program itself: `NETDOJO_LOG=FILE`, with the levels of `RUST_LOG`.

use std::fs::File;
use std::sync::Mutex;

use tracing_subscriber::EnvFilter;

/// Writes what happens to the file that `NETDOJO_LOG` names. Nothing is written without it.
pub fn start() {
    let Some(path) = std::env::var_os("NETDOJO_LOG").filter(|path| !path.is_empty()) else { return };
    // A log that cannot be written is no reason not to start.
    let Ok(file) = File::options().create(true).append(true).open(path) else { return };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("netdojo=debug,warn"));
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(false)
        .with_writer(Mutex::new(file))
        .try_init();
}
