//! A way to the engine that a test can cut and restore.

use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Where the engine really is: what `DOCKER_HOST` names, else docker's own socket.
pub fn engine_socket() -> PathBuf {
    let host = std::env::var("DOCKER_HOST").unwrap_or_default();
    PathBuf::from(host.strip_prefix("unix://").unwrap_or("/var/run/docker.sock"))
}

/// A socket that leads to the engine.
pub struct Proxy {
    path: PathBuf,
    open: Arc<Mutex<Vec<UnixStream>>>,
}

impl Proxy {
    /// Listens at `path` from now on.
    pub fn open(path: &Path) -> Self {
        let listener = UnixListener::bind(path).expect("a socket");
        let open: Arc<Mutex<Vec<UnixStream>>> = Arc::default();
        let accepted = open.clone();
        std::thread::spawn(move || {
            while let Ok((client, _)) = listener.accept() {
                let Ok(engine) = UnixStream::connect(engine_socket()) else { return };
                let mut streams = accepted.lock().unwrap_or_else(PoisonError::into_inner);
                for (from, to) in [(&client, &engine), (&engine, &client)] {
                    let (from, to) = (from.try_clone().expect("a handle"), to.try_clone().expect("a handle"));
                    std::thread::spawn(move || copy(from, to));
                }
                streams.extend([client, engine]);
            }
        });
        Self { path: path.to_owned(), open }
    }

    /// Cuts every connection and listens no more.
    pub fn cut(self) {
        drop(self);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
        for stream in self.open.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

/// Passes bytes on until one side ends, and tells the other side.
fn copy(mut from: UnixStream, mut to: UnixStream) {
    let mut buffer = [0; 16384];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        if to.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}
