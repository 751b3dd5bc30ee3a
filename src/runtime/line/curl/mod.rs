//! `curl`: fetches a page of this machine, of a published port or of a container, with curl's messages and exit codes.
//!
//! Nothing else is asked: no name is looked up, and no address outside the engine's networks is spoken to, whatever a
//! page redirects to.

mod body;
mod exchange;
mod reach;

use bytes::Bytes;
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::folder::Folder;
use super::sink::{Sink, Unwatched};
use crate::docker::{Chunk, Event, Stream};
use crate::engine::Engine;
use crate::i18n::Phrase;
use crate::shell::{Curl, Url};
use exchange::{Answer, Exchange};

/// How many redirects are followed, as curl does.
const REDIRECTS: usize = 50;

/// The exit code where nobody reads what is written.
const UNREAD: i64 = 23;

/// Why a page was not had.
#[derive(Debug)]
pub enum Trouble {
    /// With curl's exit code and message.
    Said(i64, String),
    /// Nobody looks any more.
    Unwatched,
    /// What this prompt does not do.
    Refused(Phrase),
}

impl Trouble {
    fn said(code: i64, text: impl Into<String>) -> Self {
        Self::Said(code, text.into())
    }
}

/// Where a page and what is told beside it go.
pub struct Writer<'a> {
    page: Sink,
    out: &'a mpsc::Sender<Event>,
}

impl Writer<'_> {
    /// Writes a part of the page.
    async fn page(&mut self, bytes: Bytes) -> Result<(), Trouble> {
        match self.page.write(bytes, self.out).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(Unwatched)) => Err(Trouble::Unwatched),
            Err(refused) => Err(Trouble::Refused(refused)),
        }
    }

    /// Tells something on standard error.
    async fn aside(&self, text: &str) -> Result<(), Trouble> {
        self.print(Stream::Stderr, text).await
    }

    async fn print(&self, stream: Stream, text: &str) -> Result<(), Trouble> {
        let bytes = text.to_owned().into();
        self.out.send(Event::Output(Chunk { stream, bytes })).await.map_err(|_| Trouble::Unwatched)
    }
}

/// What was had, for `-w`.
#[derive(Debug, Default)]
struct Had {
    answer: Answer,
    size: u64,
    redirects: usize,
    last: Option<Url>,
}

/// Runs `curl` and gives its exit code, or why this prompt refuses. `engine` tells which addresses are containers'.
pub async fn run(
    curl: &Curl,
    engine: Option<&Engine>,
    folder: &Folder,
    out: &mpsc::Sender<Event>,
) -> Result<i64, Phrase> {
    let page = match curl.output.as_deref() {
        None | Some("-") => Sink::Screen(Stream::Stdout),
        Some(path) => Sink::later(path, folder)?,
    };
    let mut writer = Writer { page, out };
    let began = Instant::now();
    let mut had = Had::default();
    let code = match fetch(curl, engine, &mut writer, began, &mut had).await {
        Ok(()) => 0,
        Err(Trouble::Said(code, text)) => {
            if !curl.silent || curl.show_error {
                // Nobody to hear it: the ending stays the same.
                let _ = writer.aside(&format!("curl: ({code}) {text}\n")).await;
            }
            code
        }
        Err(Trouble::Unwatched) => return Ok(UNREAD),
        Err(Trouble::Refused(phrase)) => return Err(phrase),
    };
    if let Some(format) = &curl.write_out {
        let (text, unknown) = written_out(format, curl, &had, code, began);
        let _ = writer.aside(&unknown).await;
        let _ = writer.print(Stream::Stdout, &text).await;
    }
    Ok(code)
}

/// Whether something answers at `url` at all: for `open`. Gives curl's words where nothing does.
///
/// # Errors
/// Why it is not asked.
pub async fn answers(url: &Url, engine: Option<&Engine>) -> Result<Result<(), String>, Phrase> {
    let (out, mut events) = mpsc::channel(16);
    let curl = Curl { url: Some(url.clone()), max_time: Some(reach::PATIENCE), ..Curl::default() };
    let mut writer = Writer { page: Sink::Nowhere, out: &out };
    let mut had = Had::default();
    let fetched = fetch(&curl, engine, &mut writer, Instant::now(), &mut had).await;
    events.close();
    match fetched {
        Err(Trouble::Refused(phrase)) => Err(phrase),
        // Something is there, and slow.
        Err(Trouble::Said(code, text)) if had.answer.status == 0 && code != 28 => Ok(Err(text)),
        _ => Ok(Ok(())),
    }
}

async fn fetch(
    curl: &Curl,
    engine: Option<&Engine>,
    writer: &mut Writer<'_>,
    began: Instant,
    had: &mut Had,
) -> Result<(), Trouble> {
    let Some(mut url) = curl.url.clone() else {
        return Err(Trouble::said(3, "URL using bad/illegal format or missing URL"));
    };
    loop {
        reach::allow(&url, engine).await.map_err(Trouble::Refused)?;
        had.last = Some(url.clone());
        let mut exchange = Exchange::begin(curl, &url, began, writer).await?;
        let (answer, framing) = exchange.head(writer).await?;
        had.answer = answer;
        let next = had.answer.location.as_deref().filter(|_| (300..400).contains(&had.answer.status));
        if let Some(location) = next.filter(|_| curl.location) {
            if had.redirects == REDIRECTS {
                return Err(Trouble::said(47, format!("Maximum ({REDIRECTS}) redirects followed")));
            }
            had.redirects += 1;
            url = url.join(location).map_err(|why| reach::elsewhere(location, why))?;
            continue;
        }
        if curl.fail && had.answer.status >= 400 {
            let status = had.answer.status;
            return Err(Trouble::said(22, format!("The requested URL returned error: {status}")));
        }
        had.size = exchange.body(framing, writer).await?;
        return Ok(());
    }
}

/// What `-w` prints, and what is said of variables that it does not know.
fn written_out(format: &str, curl: &Curl, had: &Had, code: i64, began: Instant) -> (String, String) {
    let (mut text, mut unknown) = (String::new(), String::new());
    let mut rest = format;
    while let Some(at) = rest.find(['%', '\\']) {
        text += &rest[..at];
        rest = &rest[at..];
        if let Some(escaped) = rest.strip_prefix('\\') {
            let letter = escaped.chars().next();
            match letter {
                Some('n') => text.push('\n'),
                Some('r') => text.push('\r'),
                Some('t') => text.push('\t'),
                Some(other) => text.extend(['\\', other]),
                None => text.push('\\'),
            }
            rest = &escaped[letter.map_or(0, char::len_utf8)..];
        } else if let Some(after) = rest.strip_prefix("%%") {
            text.push('%');
            rest = after;
        } else if let Some((name, after)) = rest.strip_prefix("%{").and_then(|rest| rest.split_once('}')) {
            match variable(name, curl, had, code, began) {
                Some(value) => text += &value,
                None => unknown.extend(["curl: unknown --write-out variable: '", name, "'\n"]),
            }
            rest = after;
        } else {
            text.push('%');
            rest = &rest[1..];
        }
    }
    (text + rest, unknown)
}

fn variable(name: &str, curl: &Curl, had: &Had, code: i64, began: Instant) -> Option<String> {
    let answer = &had.answer;
    Some(match name {
        "http_code" | "response_code" => format!("{:03}", answer.status),
        "size_download" => had.size.to_string(),
        "num_redirects" => had.redirects.to_string(),
        "content_type" => answer.content_type.clone().unwrap_or_default(),
        "exitcode" => code.to_string(),
        "method" => if curl.head { "HEAD" } else { "GET" }.to_owned(),
        "scheme" => "HTTP".to_owned(),
        "time_total" => format!("{:.6}", began.elapsed().as_secs_f64()),
        "url" => curl.url.as_ref().map(ToString::to_string).unwrap_or_default(),
        "url_effective" => had.last.as_ref().map(ToString::to_string).unwrap_or_default(),
        "redirect_url" => {
            let page = had.last.as_ref().zip(answer.location.as_deref());
            let url = page.and_then(|(page, location)| page.join(location).ok());
            url.map(|url| url.to_string()).unwrap_or_default()
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
