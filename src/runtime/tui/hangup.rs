//! A terminal that goes away: its window was closed, its connection cut.
//!
//! The signal that tells so (SIGHUP) may come late or not at all, and crossterm reads the end of input
//! again and again. So the end of the terminal itself is watched, and the program ends with it,
//! whatever else hangs.

use std::sync::Arc;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use tokio::sync::Notify;

use super::record;

/// The exit code that a shell shows for a program that SIGHUP ended.
pub const CODE: u8 = 129;

/// How long the program may take to end by itself. What the learner did is kept with each change.
const GRACE: Duration = Duration::from_secs(2);

/// Whether the terminal is gone.
pub fn is_gone() -> bool {
    waited(Some(&Timespec::default()))
}

/// Notifies once the terminal is gone. A thread waits for that, which costs nothing meanwhile.
pub fn watch() -> Arc<Notify> {
    let gone = Arc::new(Notify::new());
    let notify = gone.clone();
    std::thread::spawn(move || {
        if waited(None) {
            notify.notify_one();
            std::thread::sleep(GRACE);
            record::stop();
            std::process::exit(i32::from(CODE));
        }
    });
    gone
}

/// Waits until the terminal is gone, or the time is over; false also where it cannot be told.
fn waited(limit: Option<&Timespec>) -> bool {
    let stdin = rustix::stdio::stdin();
    // No flag is asked for: hanging up is told always, and keys must not wake us.
    let mut polled = [PollFd::new(&stdin, PollFlags::empty())];
    while let Err(error) = poll(&mut polled, limit) {
        if error != rustix::io::Errno::INTR {
            return false;
        }
    }
    polled[0].revents().intersects(PollFlags::HUP | PollFlags::ERR)
}
