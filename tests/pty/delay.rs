//! A slow line between the test and the program.

use std::io::{Read, Result, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// Bytes, and when they arrive.
type Packet = (Instant, Vec<u8>);

/// Between two bytes of a key: long enough that they are read one by one, and short for a torn packet.
const APART: Duration = Duration::from_millis(2);

/// The two ends of a line with that delay to a program's `reader` and `writer`.
pub fn line(
    delay: Duration,
    mut reader: Box<dyn Read + Send>,
    mut writer: Box<dyn Write + Send>,
) -> (Box<dyn Read + Send>, Box<dyn Write + Send>) {
    let (output, arriving) = channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 16384];
        while let Ok(read @ 1..) = reader.read(&mut buffer) {
            if output.send((Instant::now() + delay, buffer[..read].to_vec())).is_err() {
                return;
            }
        }
    });
    let (input, typed): (Sender<Packet>, Receiver<Packet>) = channel();
    std::thread::spawn(move || {
        for (when, bytes) in typed {
            until(when);
            for byte in bytes {
                if writer.write_all(&[byte]).and_then(|()| writer.flush()).is_err() {
                    return;
                }
                std::thread::sleep(APART);
            }
        }
    });
    (Box::new(Far { arriving, left: Vec::new() }), Box::new(Near { input, delay }))
}

fn until(when: Instant) {
    std::thread::sleep(when.saturating_duration_since(Instant::now()));
}

/// What the program writes, when it arrives.
struct Far {
    arriving: Receiver<Packet>,
    left: Vec<u8>,
}

impl Read for Far {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        if self.left.is_empty() {
            let Ok((when, bytes)) = self.arriving.recv() else { return Ok(0) };
            until(when);
            self.left = bytes;
        }
        let count = self.left.len().min(buffer.len());
        buffer[..count].copy_from_slice(&self.left[..count]);
        self.left.drain(..count);
        Ok(count)
    }
}

/// What is typed, sent on its way.
struct Near {
    input: Sender<Packet>,
    delay: Duration,
}

impl Write for Near {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let _ = self.input.send((Instant::now() + self.delay, bytes.to_vec()));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
