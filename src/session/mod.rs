//! What is kept from one moment to the next, and what keeps others' things safe.
//!
//! [`Home`] is where it lies. The [`Ledger`] is written before each change to an engine; [`labels`] mark
//! what is made there; [`allow`] refuses what would touch somebody else's; [`taken()`] finds a lesson's names
//! that are somebody else's; [`clean`] removes what is ours and nothing else. [`Store`] keeps progress,
//! [`Journal`] what was done in each lesson, [`Workspace`] a lesson's files.

mod change;
pub mod clean;
mod error;
mod export;
mod file;
mod home;
pub mod images;
mod journal;
mod label;
mod ledger;
mod lines;
mod policy;
mod solution;
mod store;
mod taken;
mod text;
mod workspace;

pub use change::{Change, Intention, ObjectKind, built, changes, named};
pub use error::{SessionError, because};
pub use export::{put, put_beside, put_new};
pub use home::{Home, new_owner};
pub use journal::Journal;
pub use label::{HELPER, LESSON, MARK, OWNER, Owned, labels, owned};
pub use ledger::{Entry, Ledger, Place};
pub use policy::allow;
pub use store::{Loaded, Store};
pub use taken::taken;
pub use text::Write;
pub use workspace::{Workspace, stays_inside};
