//! A task whose panic ends that task alone, and leaves the screen as it is.

use std::any::Any;
use std::cell::Cell;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

thread_local! {
    static UP: Cell<bool> = const { Cell::new(false) };
}

/// Whether what runs on this thread now is shielded.
pub fn is_up() -> bool {
    UP.with(Cell::get)
}

/// Runs a future so that a panic in it comes out as an error.
#[derive(Debug)]
pub struct Shield<F>(Pin<Box<F>>);

impl<F: Future> Shield<F> {
    /// A shield around `future`.
    pub fn new(future: F) -> Self {
        Self(Box::pin(future))
    }
}

impl<F: Future> Future for Shield<F> {
    type Output = Result<F::Output, Box<dyn Any + Send>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let before = UP.with(|up| up.replace(true));
        // After a panic the future is never polled again: what it left half done is dropped with it.
        let polled = catch_unwind(AssertUnwindSafe(|| self.0.as_mut().poll(context)));
        UP.with(|up| up.set(before));
        match polled {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(output)) => Poll::Ready(Ok(output)),
            Err(panic) => Poll::Ready(Err(panic)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_comes_out_as_an_error_and_the_shield_is_down_again() {
        let failed = Shield::new(async {
            tokio::task::yield_now().await;
            assert!(!is_up(), "on purpose");
        });
        assert!(failed.await.is_err());
        assert!(!is_up());
        assert_eq!(Shield::new(async { 7 }).await.ok(), Some(7));
    }
}
