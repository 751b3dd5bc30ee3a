//! An image registry on loopback that is as slow as a far one: what the engine asks of one when it pulls.
//!
//! Engines speak plain HTTP to registries in 127.0.0.0/8. The image is one that this file makes: layers of bytes.
//! Follows the OCI distribution specification's "pull" and Docker's image manifest version 2, schema 2.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sha2::{Digest, Sha256};

const MANIFEST: &str = "application/vnd.docker.distribution.manifest.v2+json";

/// Bytes that go out at once.
const PIECE: usize = 32 * 1024;

/// A registry that ends with the test program.
pub struct Registry {
    port: u16,
    hurry: Arc<AtomicBool>,
}

/// What it has: content and its type, by the path's last part, a tag or a digest.
type Shelf = BTreeMap<String, (&'static str, Vec<u8>)>;

impl Registry {
    /// Opens one with an image of two layers of `bytes` each, given out at some 600 kB a second and layer.
    pub fn open(bytes: usize) -> Self {
        let shelf = Arc::new(image(bytes));
        let hurry = Arc::new(AtomicBool::new(false));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        std::thread::spawn({
            let hurry = hurry.clone();
            move || {
                for stream in listener.incoming().map_while(Result::ok) {
                    let (shelf, hurry) = (shelf.clone(), hurry.clone());
                    // An engine that has heard enough closes the connection.
                    std::thread::spawn(move || serve(&stream, &shelf, &hurry));
                }
            }
        });
        Self { port, hurry }
    }

    /// The image's name for a pull.
    pub fn image(&self) -> String {
        format!("127.0.0.1:{}/slow:1", self.port)
    }

    /// From now on it is as fast as it can be.
    pub fn hurry(&self) {
        self.hurry.store(true, Ordering::Relaxed);
    }
}

fn serve(stream: &TcpStream, shelf: &Shelf, hurry: &AtomicBool) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut request = String::new();
        if reader.read_line(&mut request)? == 0 {
            return Ok(());
        }
        let mut header = String::from(" ");
        while !header.trim().is_empty() {
            header.clear();
            reader.read_line(&mut header)?;
        }
        let mut words = request.split_whitespace();
        let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        answer(stream, method, path, shelf, hurry)?;
    }
}

fn answer(
    mut stream: &TcpStream,
    method: &str,
    path: &str,
    shelf: &Shelf,
    hurry: &AtomicBool,
) -> std::io::Result<()> {
    let found = shelf.get(path.rsplit('/').next().unwrap_or_default());
    let (status, kind, body) = match found {
        Some((kind, body)) => ("200 OK", *kind, body.as_slice()),
        None if path == "/v2/" => ("200 OK", "application/json", &b"{}"[..]),
        None => ("404 Not Found", "application/json", &b"{}"[..]),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Docker-Distribution-Api-Version: registry/2.0\r\nDocker-Content-Digest: {}\r\n\r\n",
        body.len(),
        digest(body),
    )?;
    if method == "HEAD" {
        return Ok(());
    }
    for piece in body.chunks(PIECE) {
        stream.write_all(piece)?;
        if body.len() > PIECE && !hurry.load(Ordering::Relaxed) {
            // The line's speed, not a wait for something.
            std::thread::sleep(Duration::from_millis(50));
        }
    }
    Ok(())
}

/// An image of two layers with a file of `bytes` bytes in each.
fn image(bytes: usize) -> Shelf {
    let layers = [b'a', b'b'].map(|fill| layer(fill, bytes));
    let ids: Vec<String> = layers.iter().map(|layer| digest(layer)).collect();
    let config = serde_json::json!({
        "architecture": "amd64", "os": "linux", "config": {},
        "rootfs": { "type": "layers", "diff_ids": ids },
    });
    let config = config.to_string().into_bytes();
    let of = |kind: &str, content: &[u8]| serde_json::json!({ "mediaType": kind, "size": content.len(), "digest": digest(content) });
    let tar = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    let manifest = serde_json::json!({
        "schemaVersion": 2, "mediaType": MANIFEST,
        "config": of("application/vnd.docker.container.image.v1+json", &config),
        "layers": layers.iter().map(|layer| of(tar, layer)).collect::<Vec<_>>(),
    });
    let manifest = manifest.to_string().into_bytes();
    let mut shelf = Shelf::new();
    shelf.insert("1".to_owned(), (MANIFEST, manifest.clone()));
    shelf.insert(digest(&manifest), (MANIFEST, manifest));
    for blob in layers.into_iter().chain([config]) {
        shelf.insert(digest(&blob), ("application/octet-stream", blob));
    }
    shelf
}

/// A tar archive that no other run has made, so that the engine does not have it already.
fn layer(fill: u8, bytes: usize) -> Vec<u8> {
    let mut content = vec![fill; bytes];
    let new = format!("{:?} {}", std::time::SystemTime::now(), std::process::id());
    content[..new.len()].copy_from_slice(new.as_bytes());
    let mut header = tar::Header::new_ustar();
    header.set_size(bytes as u64);
    header.set_mode(0o644);
    let mut archive = tar::Builder::new(Vec::new());
    let name = format!("{}.bin", char::from(fill));
    archive.append_data(&mut header, name, content.as_slice()).expect("it is packed");
    archive.into_inner().expect("it is packed")
}

fn digest(content: &[u8]) -> String {
    let mut text = "sha256:".to_owned();
    for byte in Sha256::digest(content) {
        write!(text, "{byte:02x}").expect("memory");
    }
    text
}
