//! The docker verbs: one file each, on `engine`, with the docker CLI's own layout, messages and exit codes.

mod io;

pub use io::{Chunk, Event, Input, Io, Progress, Stream};
