//! `open URL`: shows a page of this machine in the learner's browser.

use tokio::sync::mpsc;

use super::{Ended, curl};
use crate::docker::{Chunk, Event, Stream};
use crate::engine::Engine;
use crate::i18n::phrase;
use crate::runtime::browser::Browser;
use crate::runtime::relay;
use crate::shell::Url;

/// Prints the address and shows the page, once something answers there: an empty window teaches nothing. An answer that
/// is an error is shown.
pub async fn run(url: &Url, engine: Option<&Engine>, browser: &Browser, out: &mpsc::Sender<Event>) -> Ended {
    match curl::answers(url, engine).await {
        Err(refused) => return Ended::Refused(refused, 1),
        Ok(Err(why)) => {
            print(out, Stream::Stderr, format!("open: {why}\n")).await;
            return Ended::Exited(1);
        }
        Ok(Ok(())) => {}
    }
    if relay::is_refused(url.port) && *browser != Browser::Unwanted {
        return past_a_refused_port(url, browser, out).await;
    }
    print(out, Stream::Stdout, format!("{url}\n")).await;
    match browser {
        // Whoever plays a lesson without a learner has no use for advice.
        Browser::Unwanted => Ended::Exited(0),
        browser if browser.show(url).await => Ended::Short(0, phrase("runtime-open-shown")),
        _ => Ended::Short(0, phrase("runtime-open-absent")),
    }
}

/// Shows a page whose port browsers refuse through another port, and says so.
async fn past_a_refused_port(url: &Url, browser: &Browser, out: &mpsc::Sender<Event>) -> Ended {
    let port = usize::from(url.port);
    let way = if browser.can_relay() { relay::open(url).await.ok() } else { None };
    let Some(way) = way else {
        return Ended::Refused(phrase("runtime-open-refused-port").with("port", port), 1);
    };
    print(out, Stream::Stdout, format!("{way}\n")).await;
    let said = if browser.show(&way).await { "runtime-open-relayed" } else { "runtime-open-relay" };
    Ended::Short(0, phrase(said).with("port", port))
}

async fn print(out: &mpsc::Sender<Event>, stream: Stream, text: String) {
    // Nobody to hear it: the ending stays the same.
    let _ = out.send(Event::Output(Chunk { stream, bytes: text.into() })).await;
}
