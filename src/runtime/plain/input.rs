//! Lines of standard input, read one at a time and only when one is wanted: whoever else needs the terminal meanwhile, an
//! editor, has it alone.

use std::io::{self, BufRead};
use std::thread;

use tokio::sync::mpsc;

use super::terminal::BRACKET;

/// The longest line that is read; what is longer is cut into several.
const LONGEST: usize = 1 << 20;

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

/// One line without its end; what is no text in it is replaced. Ctrl-] ends one too, and stays in it.
fn line() -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let mut stdin = io::stdin().lock();
    while bytes.len() < LONGEST {
        let found = stdin.fill_buf()?;
        if found.is_empty() {
            break;
        }
        let end = found.iter().position(|&byte| byte == b'\n' || byte == BRACKET as u8);
        let taken = end.map_or(found.len(), |end| end + 1);
        bytes.extend_from_slice(&found[..taken]);
        stdin.consume(taken);
        if end.is_some() {
            break;
        }
    }
    if bytes.is_empty() {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(Some(text.trim_end_matches(['\n', '\r']).to_owned()))
}
