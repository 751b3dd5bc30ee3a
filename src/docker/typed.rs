//! What is typed while a line runs, kept in order while nobody takes it yet.

use std::collections::VecDeque;

use tokio::sync::mpsc;

use super::Input;

/// The most that is kept while the container is still being made; more waits at its source.
const AHEAD: usize = 1024 * 1024;

/// The reading end of a line's input.
#[derive(Debug)]
pub struct Typed {
    input: mpsc::Receiver<Input>,
    ahead: VecDeque<Input>,
    ended: bool,
}

impl Typed {
    /// Reads `input`.
    pub fn new(input: mpsc::Receiver<Input>) -> Self {
        Self { input, ahead: VecDeque::new(), ended: false }
    }

    /// The next input; [`Input::Eof`] once where the other end is closed, and nothing ever after.
    pub async fn next(&mut self) -> Input {
        if let Some(input) = self.ahead.pop_front() {
            return input;
        }
        if self.ended {
            return std::future::pending().await;
        }
        if let Some(input) = self.input.recv().await {
            return input;
        }
        self.ended = true;
        Input::Eof
    }

    /// Returns once an interrupt comes; never where none does. Everything else is kept for later.
    pub async fn interrupted(&mut self) {
        let mut kept: usize = self.ahead.iter().map(size).sum();
        while kept < AHEAD && !self.ended {
            match self.input.recv().await {
                Some(Input::Interrupt) => return,
                Some(other) => {
                    kept += size(&other);
                    self.ahead.push_back(other);
                }
                None => {
                    self.ended = true;
                    self.ahead.push_back(Input::Eof);
                }
            }
        }
        std::future::pending::<()>().await;
    }

    /// The next input where there is room for it; where there is none, nothing but an interrupt, and what was typed
    /// before it is forgotten, as a terminal does.
    pub async fn next_if_room(&mut self, room: bool) -> Input {
        if room {
            return self.next().await;
        }
        self.interrupted().await;
        self.ahead.retain(|input| !matches!(input, Input::Bytes(_)));
        Input::Interrupt
    }
}

fn size(input: &Input) -> usize {
    match input {
        Input::Bytes(bytes) => bytes.len(),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn without_room_an_interrupt_comes_first_and_takes_what_was_typed() {
        let (keys, input) = mpsc::channel(8);
        let mut typed = Typed::new(input);
        let size = crate::text::Size { cols: 80, rows: 24 };
        for input in
            [Input::Bytes("a".into()), Input::Resize(size), Input::Interrupt, Input::Bytes("b".into())]
        {
            keys.send(input).await.unwrap();
        }
        assert_eq!(typed.next_if_room(false).await, Input::Interrupt);
        assert_eq!(typed.next_if_room(true).await, Input::Resize(size));
        assert_eq!(typed.next_if_room(true).await, Input::Bytes("b".into()));
    }

    #[tokio::test]
    async fn what_is_typed_too_early_comes_later_and_in_order() {
        let (keys, input) = mpsc::channel(8);
        let mut typed = Typed::new(input);
        for input in [Input::Bytes("a".into()), Input::Interrupt, Input::Bytes("b".into())] {
            keys.send(input).await.unwrap();
        }
        drop(keys);
        typed.interrupted().await;
        assert_eq!(typed.next().await, Input::Bytes("a".into()));
        assert_eq!(typed.next().await, Input::Bytes("b".into()));
        assert_eq!(typed.next().await, Input::Eof);
    }
}
