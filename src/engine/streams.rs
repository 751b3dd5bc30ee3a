//! A container's streams: raw where it has a terminal, else stdout and stderr interleaved in frames.

use bytes::{Buf, BufMut, Bytes, BytesMut};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite};

use super::EngineError;

/// The most that is read, and so handed on, at once.
const READ: usize = 64 * 1024;

/// Length of a frame's head: stream, three zeros, length of the payload.
const HEAD: usize = 8;

/// The two ends of an attached container or exec.
pub struct Attached {
    /// What it prints.
    pub output: Output,
    /// What it reads; shutting it down is the end of its input.
    pub input: Box<dyn AsyncWrite + Send + Unpin>,
}

/// What a container prints, in pieces of at most 64 KiB.
pub struct Output {
    source: Source,
    framing: Framing,
    buffer: BytesMut,
    endpoint: String,
}

/// A piece of output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Whether it came on standard error.
    pub stderr: bool,
    /// What was printed.
    pub bytes: Bytes,
}

/// Where output comes from.
enum Source {
    /// A connection that is the container's.
    Connection(Box<dyn AsyncRead + Send + Unpin>),
    /// The body of an answer.
    Body(Incoming),
}

/// How output comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Framing {
    /// As it is: the container has a terminal.
    Raw,
    /// In frames, and the next thing is a head.
    Head,
    /// In frames, within one that has so many bytes left.
    Payload { stderr: bool, left: usize },
}

impl Output {
    /// Reads a connection to `endpoint`; `tty` says whether the container has a terminal.
    pub(super) fn of_connection(
        reader: impl AsyncRead + Send + Unpin + 'static,
        tty: bool,
        endpoint: &str,
    ) -> Self {
        Self::new(Source::Connection(Box::new(reader)), tty, endpoint)
    }

    /// Reads an answer of `endpoint`; `tty` says whether the container has a terminal.
    pub(super) fn of_body(body: Incoming, tty: bool, endpoint: &str) -> Self {
        Self::new(Source::Body(body), tty, endpoint)
    }

    fn new(source: Source, tty: bool, endpoint: &str) -> Self {
        let framing = if tty { Framing::Raw } else { Framing::Head };
        Self { source, framing, buffer: BytesMut::new(), endpoint: endpoint.to_owned() }
    }

    /// The next piece; none at the end. May be cancelled: nothing is lost.
    ///
    /// # Errors
    /// Those of the connection.
    pub async fn next(&mut self) -> Result<Option<Piece>, EngineError> {
        loop {
            if let Some(piece) = take(&mut self.framing, &mut self.buffer) {
                return Ok(Some(piece));
            }
            if !self.read().await? {
                return Ok(None);
            }
        }
    }

    /// Reads more into the buffer; false at the end.
    async fn read(&mut self) -> Result<bool, EngineError> {
        match &mut self.source {
            Source::Connection(reader) => {
                self.buffer.reserve(READ);
                let read = reader.read_buf(&mut (&mut self.buffer).limit(READ)).await;
                Ok(read.map_err(|error| EngineError::from_io(&error, &self.endpoint))? > 0)
            }
            Source::Body(body) => {
                let Some(frame) = body.frame().await else { return Ok(false) };
                let frame = frame.map_err(|error| EngineError::from_hyper(&error, &self.endpoint))?;
                if let Some(bytes) = frame.data_ref() {
                    self.buffer.extend_from_slice(bytes);
                }
                Ok(true)
            }
        }
    }
}

/// What `buffer` holds for the first stream in it: as much as there is, over several frames.
fn take(framing: &mut Framing, buffer: &mut BytesMut) -> Option<Piece> {
    if *framing == Framing::Raw {
        let bytes = buffer.split_to(buffer.len().min(READ)).freeze();
        return (!bytes.is_empty()).then_some(Piece { stderr: false, bytes });
    }
    let mut found: Option<(bool, BytesMut)> = None;
    loop {
        match *framing {
            Framing::Head if buffer.len() >= HEAD => {
                // 1 is stdout, 2 stderr, 3 the engine's own complaint.
                let stderr = buffer[0] >= 2;
                if found.as_ref().is_some_and(|(stream, _)| *stream != stderr) {
                    break;
                }
                let left = u32::from_be_bytes([buffer[4], buffer[5], buffer[6], buffer[7]]) as usize;
                buffer.advance(HEAD);
                *framing = Framing::Payload { stderr, left };
            }
            Framing::Payload { left: 0, .. } => *framing = Framing::Head,
            Framing::Payload { stderr, left } if !buffer.is_empty() => {
                let room = READ - found.as_ref().map_or(0, |(_, bytes)| bytes.len());
                if room == 0 {
                    break;
                }
                let part = buffer.split_to(left.min(buffer.len()).min(room));
                *framing = Framing::Payload { stderr, left: left - part.len() };
                match &mut found {
                    Some((_, bytes)) => bytes.extend_from_slice(&part),
                    None => found = Some((stderr, part)),
                }
            }
            _ => break,
        }
    }
    found.map(|(stderr, bytes)| Piece { stderr, bytes: bytes.freeze() })
}

#[cfg(test)]
mod tests {
    use std::io;

    use proptest::prelude::*;

    use super::*;

    fn frame(stream: u8, payload: &[u8]) -> Vec<u8> {
        let mut frame = vec![stream, 0, 0, 0];
        frame.extend(u32::try_from(payload.len()).unwrap().to_be_bytes());
        frame.extend(payload);
        frame
    }

    async fn all(reader: impl AsyncRead + Send + Unpin + 'static, tty: bool) -> Vec<Piece> {
        let mut output = Output::of_connection(reader, tty, "unix:///engine");
        let mut pieces: Vec<Piece> = Vec::new();
        while let Some(piece) = output.next().await.unwrap() {
            assert!(piece.bytes.len() <= READ);
            pieces.push(piece);
        }
        pieces
    }

    fn run<T>(future: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
    }

    #[test]
    fn a_terminal_may_print_what_looks_like_a_frame() {
        let bytes: &[u8] = b"\x01\0\0\0\0\0\0\x05hello\x02";
        let pieces = run(all(bytes, true));
        assert_eq!(pieces, [Piece { stderr: false, bytes: Bytes::from_static(bytes) }]);
    }

    #[test]
    fn frames_of_one_stream_come_together_and_streams_stay_in_order() {
        let bytes = [
            frame(1, b"a\n"),
            frame(1, b"b\n"),
            frame(2, b"oh\n"),
            frame(1, b""),
            frame(1, b"c\n"),
            frame(3, b"gone"),
        ]
        .concat();
        let pieces = run(all(io::Cursor::new(bytes), false));
        let seen: Vec<(bool, &[u8])> = pieces.iter().map(|p| (p.stderr, &*p.bytes)).collect();
        assert_eq!(seen, [(false, &b"a\nb\n"[..]), (true, b"oh\n"), (false, b"c\n"), (true, b"gone")]);
    }

    #[test]
    fn a_frame_cut_off_by_the_end_still_gives_what_came() {
        let mut bytes = frame(1, b"hello");
        bytes.truncate(11);
        let pieces = run(all(io::Cursor::new(bytes), false));
        assert_eq!(pieces, [Piece { stderr: false, bytes: Bytes::from_static(b"hel") }]);
    }

    proptest! {
        #[test]
        fn no_cut_changes_what_is_printed(
            frames in proptest::collection::vec((1u8..3, proptest::collection::vec(any::<u8>(), 0..40)), 0..12),
            cuts in proptest::collection::vec(1usize..20, 1..40),
        ) {
            let bytes: Vec<u8> = frames.iter().flat_map(|(stream, payload)| frame(*stream, payload)).collect();
            let mut framing = Framing::Head;
            let mut buffer = BytesMut::new();
            let (mut rest, mut seen) = (&bytes[..], [Vec::new(), Vec::new()]);
            for cut in cuts.iter().cycle() {
                let (now, later) = rest.split_at((*cut).min(rest.len()));
                buffer.extend_from_slice(now);
                while let Some(piece) = take(&mut framing, &mut buffer) {
                    seen[usize::from(piece.stderr)].extend_from_slice(&piece.bytes);
                }
                rest = later;
                if rest.is_empty() {
                    break;
                }
            }
            for stream in 1..3u8 {
                let sent: Vec<u8> = frames.iter().filter(|f| f.0 == stream).flat_map(|f| f.1.clone()).collect();
                prop_assert_eq!(&seen[usize::from(stream) - 1], &sent);
            }
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            run(all(io::Cursor::new(bytes), false));
        }
    }
}
