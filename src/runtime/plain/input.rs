//! Lines of standard input, read one at a time and only when one is wanted: whoever else needs the terminal meanwhile, an
//! editor, has it alone.

use std::io::{self, BufRead, Read};
use std::thread;

use tokio::sync::mpsc;

/// The longest line that is read; what is longer is cut into several.
const LONGEST: u64 = 1 << 20;

/// Standard input.
#[derive(Debug)]
pub struct Input {
    wanted: mpsc::Sender<()>,
    lines: mpsc::Receiver<io::Result<Option<String>>>,
    waiting: bool,
}

impl Input {
    /// Standard input, of which nothing is read yet.
    pub fn new() -> io::Result<Self> {
        let (wanted, requests) = mpsc::channel(1);
        let (sender, lines) = mpsc::channel(1);
        thread::Builder::new().name("input".into()).spawn(move || read(requests, &sender))?;
        Ok(Self { wanted, lines, waiting: false })
    }

    /// Has a line read, unless one is being read already.
    pub fn want(&mut self) {
        if !self.waiting {
            self.waiting = self.wanted.try_send(()).is_ok();
        }
    }

    /// Whether a line is being read.
    pub fn is_waiting(&self) -> bool {
        self.waiting
    }

    /// Waits for the line that is wanted; none at the end of the input.
    pub async fn next(&mut self) -> io::Result<Option<String>> {
        let line = self.lines.recv().await;
        self.waiting = false;
        line.unwrap_or(Ok(None))
    }
}

fn read(mut requests: mpsc::Receiver<()>, lines: &mpsc::Sender<io::Result<Option<String>>>) {
    while requests.blocking_recv().is_some() {
        if lines.blocking_send(line()).is_err() {
            return;
        }
    }
}

/// One line without its end; what is no text in it is replaced.
fn line() -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let mut stdin = io::stdin().lock().take(LONGEST);
    if stdin.read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(Some(text.trim_end_matches(['\n', '\r']).to_owned()))
}
