//! How much of what was asked for is still to be answered.

use tokio::sync::watch;

/// Counts what is under way.
#[derive(Debug)]
pub struct Pending(watch::Sender<usize>);

impl Pending {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(watch::Sender::new(0))
    }

    /// One thing more, until what is given is dropped: after its answer has been sent.
    pub fn begin(&self) -> Begun {
        self.0.send_modify(|count| *count += 1);
        Begun(self.0.clone())
    }

    /// How much there is, and when that changes.
    pub fn watch(&self) -> watch::Receiver<usize> {
        self.0.subscribe()
    }
}

/// Something that is under way.
#[derive(Debug)]
pub struct Begun(watch::Sender<usize>);

impl Drop for Begun {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}
