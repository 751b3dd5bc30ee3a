//! A follower's end: `netdojo teach --notes` shows on its terminal what the program tells it.

use std::io;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::net::unix::OwnedReadHalf;
use tokio::net::{UnixListener, UnixStream};

use super::{Name, Told, board_at, follower_at};
use crate::app::Measure;
use crate::i18n::{Lang, available};
use crate::runtime::signals::{Pause, Pauses, Signals};
use crate::runtime::tui::screen::Screen;
use crate::runtime::tui::{guard, hangup, input::Input};
use crate::session::Home;
use crate::ui::{self, Look};

/// What the program sends, line by line.
type Stream = Lines<BufReader<OwnedReadHalf>>;

/// A follower while it runs.
struct Follower {
    told: Option<Told>,
    /// The language that was asked for; else the program's.
    wanted: Option<Lang>,
    look: Look,
    screen: Screen,
    scroll: usize,
    measure: Measure,
}

/// Follows the program of that home until it is left, and gives the exit code. `lang` stands above the program's own
/// language.
///
/// # Errors
/// The terminal or the home cannot be used; the terminal has been given back all the same.
pub fn follow(home: &Home, look: Look, lang: Option<Lang>) -> io::Result<u8> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let code = runtime.block_on(run(home, look, lang));
    runtime.shutdown_background();
    code
}

async fn run(home: &Home, look: Look, wanted: Option<Lang>) -> io::Result<u8> {
    let mut signals = Signals::new()?;
    std::fs::create_dir_all(home.state())?;
    let path = follower_at(home);
    let _ = std::fs::remove_file(&path);
    // First it listens, then it calls: whoever starts in between finds it.
    let listener = UnixListener::bind(&path)?;
    let _name = Name(path);
    let mut stream = UnixStream::connect(board_at(home)).await.ok().map(lines);
    let guard = guard::Guard::take(&mut io::stdout(), guard::wants_mouse())?;
    let mut keys = Input::new()?;
    let screen = Screen::new(crossterm::terminal::size()?)?;
    let mut follower = Follower { told: None, wanted, look, screen, scroll: 0, measure: Measure::default() };
    let gone = hangup::watch();
    let mut pauses = Pauses::new()?;
    let code = loop {
        follower.draw()?;
        tokio::select! {
            code = signals.next() => break code,
            () = gone.notified() => break hangup::CODE,
            pause = pauses.next() => follower.pause(pause)?,
            Some(event) = keys.next() => {
                if follower.input(&event?)? {
                    break 0;
                }
            }
            told = next(&mut stream) => follower.told = told,
            Ok((caller, _)) = listener.accept() => stream = Some(lines(caller)),
        }
    };
    drop(guard);
    Ok(code)
}

fn lines(stream: UnixStream) -> Stream {
    BufReader::new(stream.into_split().0).lines()
}

/// What comes next; none when the program has ended. Waits for ever where there is none.
async fn next(stream: &mut Option<Stream>) -> Option<Told> {
    let Some(lines) = stream else { return std::future::pending().await };
    let line = lines.next_line().await.ok().flatten();
    let told = line.and_then(|line| serde_json::from_str(&line).ok());
    if told.is_none() {
        *stream = None;
    }
    told
}

impl Follower {
    /// The language shown: the one asked for, else the program's.
    fn lang(&self) -> Option<Lang> {
        self.wanted.clone().or_else(|| self.told.as_ref()?.lang.parse().ok())
    }

    fn draw(&mut self) -> io::Result<()> {
        if let Some(lang) = self.lang() {
            self.look.speak(&lang);
        }
        let page =
            self.told.as_ref().and_then(|told| told.pages.get(&self.look.translator.lang().to_string()));
        let (look, scroll) = (&self.look, self.scroll);
        let mut measure = Measure::default();
        self.screen.draw(|frame| measure = ui::notes(frame, page, look, scroll))?;
        self.measure = measure;
        self.scroll = measure.first;
        Ok(())
    }

    /// Stops until the program is woken.
    fn pause(&mut self, pause: Pause) -> io::Result<()> {
        guard::pause(pause, &mut io::stdout(), guard::wants_mouse())?;
        self.screen.resize(crossterm::terminal::size()?)
    }

    /// Takes in what was done at the terminal; whether it is left.
    fn input(&mut self, event: &Event) -> io::Result<bool> {
        match event {
            Event::Resize(cols, rows) => self.screen.resize((*cols, *rows))?,
            Event::Key(key) if key.is_press() => return Ok(self.key(*key)),
            _ => {}
        }
        Ok(false)
    }

    fn key(&mut self, key: KeyEvent) -> bool {
        let page = self.measure.shown.saturating_sub(1).max(1);
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Esc | KeyCode::Char('q') => return true,
            KeyCode::Char('c' | 'd') if control => return true,
            KeyCode::F(2) => self.wanted = self.other_language(),
            KeyCode::Up => self.scroll = self.scroll.saturating_sub(1),
            KeyCode::Down => self.scroll += 1,
            KeyCode::PageUp => self.scroll = self.scroll.saturating_sub(page),
            KeyCode::PageDown | KeyCode::Char(' ') => self.scroll += page,
            KeyCode::Home => self.scroll = 0,
            KeyCode::End => self.scroll = self.measure.rows,
            _ => {}
        }
        false
    }

    fn other_language(&self) -> Option<Lang> {
        let langs = available();
        let now = langs.iter().position(|lang| lang == self.look.translator.lang());
        langs.get(now.map_or(0, |now| (now + 1) % langs.len())).cloned()
    }
}
