//! Where the body of an answer begins and ends.

use bytes::{Buf, Bytes, BytesMut};

/// The longest line that announces a piece.
const LONGEST_SIZE: usize = 1024;

/// How a body is framed.
#[derive(Debug, PartialEq, Eq)]
pub enum Framing {
    /// So many bytes are still to come.
    Length(u64),
    /// It ends with the connection.
    Close,
    /// In pieces.
    Chunked(Chunks),
}

/// Where in a body of pieces we are.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Chunks {
    /// Of the piece under way.
    left: u64,
    /// A piece has ended, and its line end is still to come.
    between: bool,
    ended: bool,
}

/// A body that is not framed as it says.
#[derive(Debug, PartialEq, Eq)]
pub struct Malformed;

impl Framing {
    /// Takes what belongs to the body out of `buffer`; nothing where more has to be read first.
    pub fn take(&mut self, buffer: &mut BytesMut) -> Result<Option<Bytes>, Malformed> {
        match self {
            Self::Close => Ok(piece(buffer, u64::MAX)),
            Self::Length(left) => {
                let taken = piece(buffer, *left);
                *left -= taken.as_ref().map_or(0, |taken| taken.len() as u64);
                Ok(taken)
            }
            Self::Chunked(chunks) => chunks.take(buffer),
        }
    }

    /// Whether all of it has come.
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Length(left) => *left == 0,
            Self::Close => false,
            Self::Chunked(chunks) => chunks.ended,
        }
    }
}

impl Chunks {
    fn take(&mut self, buffer: &mut BytesMut) -> Result<Option<Bytes>, Malformed> {
        while self.left == 0 && !self.ended {
            if self.between {
                match buffer.get(..2) {
                    None => return Ok(None),
                    Some(b"\r\n") => buffer.advance(2),
                    Some(_) => return Err(Malformed),
                }
                self.between = false;
            }
            match httparse::parse_chunk_size(buffer) {
                Ok(httparse::Status::Complete((head, size))) => {
                    buffer.advance(head);
                    (self.left, self.between, self.ended) = (size, size > 0, size == 0);
                }
                Ok(httparse::Status::Partial) if buffer.len() < LONGEST_SIZE => return Ok(None),
                Ok(httparse::Status::Partial) | Err(_) => return Err(Malformed),
            }
        }
        let taken = piece(buffer, self.left);
        self.left -= taken.as_ref().map_or(0, |taken| taken.len() as u64);
        Ok(taken)
    }
}

/// At most `most` bytes of `buffer`, if there are any.
fn piece(buffer: &mut BytesMut, most: u64) -> Option<Bytes> {
    let most = usize::try_from(most).unwrap_or(usize::MAX).min(buffer.len());
    (most > 0).then(|| buffer.split_to(most).freeze())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Feeds `text` in parts of `step` bytes; the body, and whether it came to its end.
    fn fed(mut framing: Framing, text: &[u8], step: usize) -> Result<(Vec<u8>, bool), Malformed> {
        let (mut buffer, mut body) = (BytesMut::new(), Vec::new());
        for part in text.chunks(step) {
            buffer.extend_from_slice(part);
            while let Some(piece) = framing.take(&mut buffer)? {
                body.extend_from_slice(&piece);
            }
        }
        Ok((body, framing.is_whole()))
    }

    #[test]
    fn a_body_ends_where_it_says() {
        assert_eq!(fed(Framing::Length(3), b"abcdef", 2), Ok((b"abc".to_vec(), true)));
        assert_eq!(fed(Framing::Length(9), b"abc", 2), Ok((b"abc".to_vec(), false)));
        assert_eq!(fed(Framing::Close, b"abc", 2), Ok((b"abc".to_vec(), false)));
        let chunked = || Framing::Chunked(Chunks::default());
        assert_eq!(fed(chunked(), b"5\r\nhe", 2), Ok((b"he".to_vec(), false)));
        assert_eq!(fed(chunked(), b"1\r\nabc", 9), Err(Malformed));
        assert_eq!(fed(chunked(), b"xyz\r\n", 9), Err(Malformed));
    }

    proptest! {
        #[test]
        fn pieces_are_put_together(
            pieces in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 1..40), 0..6),
            step in 1_usize..50,
        ) {
            let mut text = Vec::new();
            for piece in &pieces {
                text.extend_from_slice(format!("{:x};x=y\r\n", piece.len()).as_bytes());
                text.extend_from_slice(piece);
                text.extend_from_slice(b"\r\n");
            }
            text.extend_from_slice(b"0\r\n\r\n");
            let whole = fed(Framing::Chunked(Chunks::default()), &text, step);
            prop_assert_eq!(whole, Ok((pieces.concat(), true)));
        }

        #[test]
        fn any_bytes_are_read_or_refused(text in proptest::collection::vec(any::<u8>(), 0..99), step in 1_usize..9) {
            let _ = fed(Framing::Chunked(Chunks::default()), &text, step);
        }
    }
}
