//! A socket in front of the real engine that cuts or blocks connections on request.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::AsyncWriteExt;
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::watch;

/// What happens to connections, those that are open included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// They reach the engine.
    Pass,
    /// They are closed.
    Cut,
    /// They stay open and nothing moves.
    Hang,
}

pub struct Proxy {
    pub path: PathBuf,
    mode: watch::Sender<Mode>,
    calls: Arc<AtomicUsize>,
    _folder: tempfile::TempDir,
}

impl Proxy {
    /// A proxy in front of the engine at `engine`, in `mode`.
    pub fn start(engine: &Path, mode: Mode) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("proxy.sock");
        let listener = UnixListener::bind(&path).unwrap();
        let (sender, receiver) = watch::channel(mode);
        let calls = Arc::new(AtomicUsize::new(0));
        tokio::spawn(accept(listener, engine.to_owned(), receiver, calls.clone()));
        Self { path, mode: sender, calls, _folder: folder }
    }

    pub fn set(&self, mode: Mode) {
        self.mode.send_replace(mode);
    }

    /// Connections so far; each call is one.
    pub fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }
}

async fn accept(
    listener: UnixListener,
    engine: PathBuf,
    mode: watch::Receiver<Mode>,
    calls: Arc<AtomicUsize>,
) {
    while let Ok((client, _)) = listener.accept().await {
        calls.fetch_add(1, Ordering::SeqCst);
        tokio::spawn(carry(client, engine.clone(), mode.clone()));
    }
}

/// Carries one connection for as long as the mode lets it.
async fn carry(mut client: UnixStream, engine: PathBuf, mut mode: watch::Receiver<Mode>) {
    let Ok(mut server) = UnixStream::connect(&engine).await else { return };
    loop {
        let now = *mode.borrow_and_update();
        match now {
            Mode::Cut => {
                let _ = client.shutdown().await;
                return;
            }
            Mode::Hang => {
                if mode.changed().await.is_err() {
                    return;
                }
            }
            Mode::Pass => tokio::select! {
                _ = tokio::io::copy_bidirectional(&mut client, &mut server) => return,
                changed = mode.changed() => if changed.is_err() { return },
            },
        }
    }
}
