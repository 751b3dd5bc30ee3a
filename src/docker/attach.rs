//! A container's streams on a line's: what it prints goes out, what is typed goes in.

use std::collections::VecDeque;
use std::time::Duration;

use bytes::Bytes;
use tokio::io::{AsyncWrite, AsyncWriteExt};

use super::failure::Failure;
use super::typed::Typed;
use super::{Input, Session, Stream};
use crate::engine::{Attached, Engine, Output};
use crate::text::Size;

/// Ctrl-C as a terminal sends it.
const INTERRUPT_KEY: &[u8] = b"\x03";

/// How many times a terminal that is not there yet is told its size, and how long lies between.
const FIRST_SIZES: u32 = 10;
const FIRST_SIZE_PAUSE: Duration = Duration::from_millis(10);

/// What may wait to be read by the container before more input is taken.
const TYPED_AHEAD: usize = 1024 * 1024;

/// After so many interrupts we leave, whatever the container makes of them.
const LAST_INTERRUPT: u32 = 3;

/// Whose streams they are.
#[derive(Debug)]
pub enum Target {
    /// A container's main process.
    Container(String),
    /// A command in a running container.
    Exec(String),
}

/// How streams are connected.
#[derive(Debug)]
pub struct Streams {
    /// Whose they are.
    pub target: Target,
    /// Whether it has a terminal.
    pub tty: bool,
    /// Whether it is given input.
    pub stdin: bool,
}

impl Streams {
    /// Carries output and input until the output ends.
    ///
    /// # Errors
    /// [`Failure::Left`] when an interrupt ends our part, [`Failure::Unwatched`] when nobody reads.
    pub async fn carry(&self, session: &mut Session<'_>, attached: Attached) -> Result<(), Failure> {
        let Session { engine, output, input, terminal, .. } = session;
        let Attached { output: mut printed, input: writer } = attached;
        let forward = async {
            let first = self.first_size(engine, *terminal);
            let ((), ended) = tokio::join!(first, self.forward(engine, input, writer));
            ended
        };
        tokio::select! {
            ended = print(&mut printed, output) => ended,
            left = forward => Err(left),
            () = output.closed() => Err(Failure::Unwatched),
        }
    }

    /// Tells the terminal its size; one that is only coming up answers with an error, so again and again.
    async fn first_size(&self, engine: &Engine, terminal: Option<Size>) {
        let Some(size) = terminal.filter(|_| self.tty) else { return };
        for attempt in 1..=FIRST_SIZES {
            if self.resize(engine, size).await {
                return;
            }
            tokio::time::sleep(FIRST_SIZE_PAUSE * attempt).await;
        }
    }

    /// Whether the terminal took the size. A later failure means that it is ending, which is no error.
    async fn resize(&self, engine: &Engine, size: Size) -> bool {
        match &self.target {
            Target::Container(id) => engine.resize_container(id, size).await.is_ok(),
            Target::Exec(id) => engine.resize_exec(id, size).await.is_ok(),
        }
    }

    /// Hands input on for as long as the output lasts; returns only when we are to leave.
    async fn forward(
        &self,
        engine: &Engine,
        input: &mut Typed,
        writer: Box<dyn AsyncWrite + Send + Unpin>,
    ) -> Failure {
        let mut writer = self.stdin.then_some(writer);
        let mut waiting: VecDeque<Bytes> = VecDeque::new();
        let (mut ended, mut interrupts) = (false, 0);
        loop {
            let size: usize = waiting.iter().map(Bytes::len).sum();
            if ended
                && waiting.is_empty()
                && let Some(mut writer) = writer.take()
            {
                let _ = writer.shutdown().await;
            }
            tokio::select! {
                written = write(&mut writer, &mut waiting), if !waiting.is_empty() => {
                    // The container reads no more: what else is typed has no taker.
                    if written.is_err() {
                        writer = None;
                    }
                }
                typed = input.next_if_room(size < TYPED_AHEAD) => match typed {
                    Input::Bytes(bytes) if !bytes.is_empty() && writer.is_some() && !ended => {
                        waiting.push_back(bytes);
                    }
                    Input::Resize(size) if self.tty => {
                        self.resize(engine, size).await;
                    }
                    Input::Bytes(_) | Input::Resize(_) => {}
                    Input::Interrupt if self.tty && writer.is_some() => interrupt(&mut waiting),
                    Input::Interrupt => {
                        interrupts += 1;
                        if interrupts >= LAST_INTERRUPT || !self.signal(engine).await {
                            return Failure::Left;
                        }
                    }
                    Input::Eof => ended = true,
                },
            }
            if writer.is_none() {
                waiting.clear();
            }
        }
    }

    /// Passes an interrupt on as a signal; false where docker does not, and leaves instead.
    async fn signal(&self, engine: &Engine) -> bool {
        match &self.target {
            // A container that just ended cannot be signalled; its output is about to end too.
            Target::Container(id) => {
                let _ = engine.kill_container(id, Some("INT")).await;
                true
            }
            Target::Exec(_) => false,
        }
    }
}

/// Ctrl-C as a terminal takes it: what was typed before and has not been read is gone.
fn interrupt(waiting: &mut VecDeque<Bytes>) {
    waiting.clear();
    waiting.push_back(Bytes::from_static(INTERRUPT_KEY));
}

/// Writes what waits longest, as much of it as is taken.
async fn write(
    writer: &mut Option<Box<dyn AsyncWrite + Send + Unpin>>,
    waiting: &mut VecDeque<Bytes>,
) -> std::io::Result<()> {
    let (Some(writer), Some(first)) = (writer, waiting.front_mut()) else { return Ok(()) };
    writer.write_buf(first).await?;
    if first.is_empty() {
        waiting.pop_front();
        writer.flush().await?;
    }
    Ok(())
}

/// Prints all that comes.
async fn print(printed: &mut Output, output: &super::Output) -> Result<(), Failure> {
    while let Some(piece) = printed.next().await? {
        let stream = if piece.stderr { Stream::Stderr } else { Stream::Stdout };
        output.print(stream, piece.bytes).await?;
    }
    Ok(())
}
