//! The terminal is taken whole and given back whole: on a normal end, an error, a panic and a signal.

use std::io::{self, Write};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{MoveTo, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{execute, queue};

use super::{hangup, record};
use crate::runtime::shield;
use crate::runtime::signals::{Pause, stop};

/// Whether the terminal is ours now. Global, as the panic hook must know it too.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Gives the terminal back when dropped.
#[derive(Debug)]
pub struct Guard {
    /// Nobody else makes one.
    _private: (),
}

impl Guard {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, and the mouse where it is wanted.
    pub fn take(out: &mut impl Write, mouse: bool) -> io::Result<Self> {
        install_hook();
        let guard = Self { _private: () };
        take_again(out, mouse)?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        record::stop();
        give_back();
    }
}

/// Takes the terminal again after [`give_back`]; the mouse only where it is wanted.
pub fn take_again(out: &mut impl Write, mouse: bool) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    // Where there is no other screen, as in GNU screen by default, what stood there would be seen between ours.
    execute!(out, EnterAlternateScreen, ResetColor, Clear(ClearType::All))?;
    execute!(out, EnableBracketedPaste, EnableFocusChange)?;
    capture_mouse(out, mouse)
}

/// Gives the terminal back and stops the program where that is asked for, and takes the terminal again when it is woken.
/// Everything is to be drawn again afterwards.
pub fn pause(pause: Pause, out: &mut impl Write, mouse: bool) -> io::Result<()> {
    match pause {
        Pause::Asked => {
            give_back();
            stop()?;
        }
        // A shell has set the terminal to its own modes meanwhile, and crossterm believes that they are ours still. In the
        // background this stops us again, before anything is written, until we are in front.
        Pause::Over => drop(disable_raw_mode()),
    }
    take_again(out, mouse)
}

/// Whether the mouse is taken without being asked for. Not in GNU screen, which sets `STY`: while a program has the mouse,
/// screen keeps an Esc to itself until the next key (seen with 4.9).
pub fn wants_mouse() -> bool {
    std::env::var_os("STY").is_none_or(|session| session.is_empty())
}

/// Takes the mouse, or gives selection back to the terminal.
pub fn capture_mouse(out: &mut impl Write, capture: bool) -> io::Result<()> {
    if capture { execute!(out, EnableMouseCapture) } else { execute!(out, DisableMouseCapture) }
}

/// Gives the terminal back, once. A terminal that is gone (a hang-up) cannot be told anything: each
/// step is tried all the same.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ =
        queue!(out, EndSynchronizedUpdate, DisableMouseCapture, DisableBracketedPaste, DisableFocusChange);
    let _ = queue!(out, ResetColor, Clear(ClearType::All), MoveTo(0, 0));
    let _ = execute!(out, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// A panic must be readable and leave a usable shell behind. One in a shielded task ends that task
/// alone; any other ends the program, also where it happens on a thread that nobody waits for.
fn install_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if shield::is_up() {
                tracing::error!("a task panicked: {info}");
                return;
            }
            let ours = TAKEN.load(Ordering::SeqCst);
            tracing::error!("{info}");
            record::stop();
            if ours && hangup::is_gone() {
                // Whoever writes to a terminal that is gone may trip over it, and there is nobody to tell.
                std::process::exit(i32::from(hangup::CODE));
            }
            give_back();
            before(info);
            if ours {
                std::process::exit(101);
            }
        }));
    });
}
