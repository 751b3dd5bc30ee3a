//! What comes out of the first stage goes through the filters, and to the screen or into a file.

use bytes::Bytes;
use tokio::sync::mpsc;

use super::chain::Chain;
use super::folder::Folder;
use super::sink::{Sink, Unwatched};
use crate::docker::{Chunk, Event, Stream};
use crate::i18n::{Phrase, phrase};
use crate::shell::{Flow, Redirect, Script, ShellError};

/// The way of a line's output from its first stage to whoever looks.
#[derive(Debug)]
pub struct Pipe {
    /// The filters; none where the first stage's output is the line's.
    filters: Option<Chain>,
    /// Whether standard error goes the same way.
    merges: bool,
    stdout: Sink,
    stderr: Sink,
    out: mpsc::Sender<Event>,
}

/// What the filters made of the output.
#[derive(Debug)]
pub struct Passed {
    /// The exit code of the last one.
    pub code: i64,
    /// What was left out.
    pub trouble: Option<Phrase>,
}

impl Pipe {
    /// Whether the first stage's output is the line's as it is.
    pub fn is_plain(script: &Script) -> bool {
        script.filters.is_empty()
            && script.redirect.is_none()
            && script.stderr.is_none()
            && !script.merge_stderr
    }

    /// Opens the files that the line writes to, before anything runs, as a shell does.
    ///
    /// # Errors
    /// What to tell the learner when a file cannot be written.
    pub fn open(script: &Script, folder: &Folder, out: mpsc::Sender<Event>) -> Result<Self, Phrase> {
        let sink = |redirect: Option<&Redirect>, stream| match redirect {
            None => Ok(Sink::Screen(stream)),
            Some(redirect) => Sink::open(redirect, folder),
        };
        let filters = match script.filters.as_slice() {
            [] => None,
            filters => Some(Chain::new(filters).map_err(|error| match error {
                ShellError::Line { phrase, .. } => phrase,
                ShellError::Docker { message, .. } => phrase("runtime-line-filter").with("detail", message),
                ShellError::Empty => phrase("runtime-line-filter").with("detail", ""),
            })?),
        };
        Ok(Self {
            filters,
            merges: script.merge_stderr,
            stdout: sink(script.redirect.as_ref(), Stream::Stdout)?,
            stderr: sink(script.stderr.as_ref(), Stream::Stderr)?,
            out,
        })
    }

    /// Passes on what the first stage sends until it ends, the filters have had enough, or nobody looks.
    /// Gives the exit code of the last filter, where there is one, and what it left out.
    pub async fn pass(mut self, mut events: mpsc::Receiver<Event>) -> Result<Option<Passed>, Phrase> {
        let watched = self.pass_events(&mut events).await?;
        // The stage learns that nobody reads it before the filters say their last word.
        drop(events);
        let Some(mut filters) = self.filters.take() else { return Ok(None) };
        let mut last = Vec::new();
        let code = filters.finish(&mut last);
        if watched.is_ok() {
            let _ = self.write(Stream::Stdout, last.into()).await?;
        }
        Ok(Some(Passed { code, trouble: filters.trouble() }))
    }

    async fn pass_events(
        &mut self,
        events: &mut mpsc::Receiver<Event>,
    ) -> Result<Result<(), Unwatched>, Phrase> {
        loop {
            let event = tokio::select! {
                event = events.recv() => event,
                () = self.out.closed() => return Ok(Err(Unwatched)),
            };
            let (written, more) = match event {
                None => return Ok(Ok(())),
                Some(Event::Output(chunk)) => self.output(chunk).await?,
                Some(other) => (self.out.send(other).await.map_err(|_| Unwatched), true),
            };
            if written.is_err() {
                return Ok(Err(Unwatched));
            }
            if !more {
                return Ok(Ok(()));
            }
        }
    }

    /// Passes on a piece of output; says whether more is wanted.
    async fn output(&mut self, chunk: Chunk) -> Result<(Result<(), Unwatched>, bool), Phrase> {
        if chunk.stream == Stream::Stderr && !self.merges {
            return Ok((self.write(Stream::Stderr, chunk.bytes).await?, true));
        }
        let Some(filters) = &mut self.filters else {
            return Ok((self.write(Stream::Stdout, chunk.bytes).await?, true));
        };
        let mut passed = Vec::new();
        let more = filters.feed(&chunk.bytes, &mut passed) == Flow::More;
        Ok((self.write(Stream::Stdout, passed.into()).await?, more))
    }

    async fn write(&mut self, stream: Stream, bytes: Bytes) -> Result<Result<(), Unwatched>, Phrase> {
        let sink = if stream == Stream::Stdout { &mut self.stdout } else { &mut self.stderr };
        sink.write(bytes, &self.out).await
    }
}
