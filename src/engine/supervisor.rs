//! Keeps what is known of the engine true, for as long as the program runs.
//!
//! One task connects, follows the engine's events, looks again at what they name, and starts over when
//! the engine goes away. It waits for events and requests and never asks on its own account: an idle
//! engine costs nothing on either side.

mod backoff;

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use bollard::models::EventMessage;
use futures_util::{Stream, StreamExt};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use self::backoff::Backoff;
use super::endpoint::{Endpoint, Surroundings, candidates};
use super::events::{EventReader, Stale};
use super::{Cause, Engine, EngineError, connect, connect_first};
use crate::lesson::Subject;
use crate::network::{Connection, Snapshot};

/// How long events are gathered before what they name is looked at: one line's events come in bursts.
const BURST: Duration = Duration::from_millis(30);

/// The pause before looking again at what the engine refused to show.
const REFUSED: Duration = Duration::from_secs(1);

/// Keeps a connection and a snapshot true. Everything stops when this is dropped.
#[derive(Debug)]
pub struct Supervisor {
    connection: watch::Receiver<Connection>,
    snapshot: watch::Receiver<Option<Arc<Snapshot>>>,
    engine: watch::Receiver<Option<Engine>>,
    requests: mpsc::UnboundedSender<Request>,
    task: JoinHandle<()>,
}

/// What the rest of the program asks of the supervisor.
#[derive(Debug)]
enum Request {
    /// Try to connect now; where there is a connection, see whether it is alive.
    Retry,
    /// Look at these again, then answer.
    Refresh(Stale, oneshot::Sender<()>),
}

impl Supervisor {
    /// Starts to look for an engine where `surroundings` say. Returns at once; must be called within a
    /// tokio runtime.
    pub fn start(surroundings: Surroundings) -> Self {
        let (connection_sender, connection) = watch::channel(Connection::Connecting);
        let (snapshot_sender, snapshot) = watch::channel(None);
        let (engine_sender, engine) = watch::channel(None);
        let (requests, request_receiver) = mpsc::unbounded_channel();
        let watcher = Watcher {
            surroundings,
            settled: None,
            connection: connection_sender,
            snapshot: snapshot_sender,
            engine: engine_sender,
            requests: request_receiver,
        };
        Self { connection, snapshot, engine, requests, task: tokio::spawn(watcher.run()) }
    }

    /// How we stand with the engine, now and whenever it changes. [`Connection::Ready`] comes after
    /// the first snapshot.
    pub fn connection(&self) -> watch::Receiver<Connection> {
        self.connection.clone()
    }

    /// What exists, now and whenever it changes; the last known while the engine is lost.
    pub fn snapshot(&self) -> watch::Receiver<Option<Arc<Snapshot>>> {
        self.snapshot.clone()
    }

    /// The engine, while it answers.
    pub fn engine(&self) -> Option<Engine> {
        self.engine.borrow().clone()
    }

    /// Tries to connect now instead of after the pause. Where there is a connection, finds out whether
    /// it is alive: to be called when a call of one's own has failed with an error that
    /// [is a loss](EngineError::is_lost), because a hanging engine ends no event stream.
    pub fn retry(&self) {
        // A supervisor that is gone has nothing to retry.
        let _ = self.requests.send(Request::Retry);
    }

    /// Looks at `subjects` again and returns when the snapshot shows them as they are, or when the
    /// engine cannot be asked. To be called after every change of one's own: some have no event.
    pub async fn refresh(&self, subjects: &[Subject]) {
        let (done, answer) = oneshot::channel();
        if self.requests.send(Request::Refresh(Stale::of(subjects), done)).is_ok() {
            // An error says that the engine is lost, which `connection` tells.
            let _ = answer.await;
        }
    }
}

impl Drop for Supervisor {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The supervisor's task.
struct Watcher {
    surroundings: Surroundings,
    /// The endpoint that once answered: a lost engine is never replaced by another one.
    settled: Option<Endpoint>,
    connection: watch::Sender<Connection>,
    snapshot: watch::Sender<Option<Arc<Snapshot>>>,
    engine: watch::Sender<Option<Engine>>,
    requests: mpsc::UnboundedReceiver<Request>,
}

/// Why following an engine has ended.
enum End {
    /// It is gone.
    Lost(EngineError),
    /// The supervisor was dropped.
    Dropped,
}

impl Watcher {
    async fn run(mut self) {
        let mut backoff = Backoff::default();
        loop {
            let error = match self.connect().await {
                Ok(engine) => {
                    let began = Instant::now();
                    let end = self.follow(&engine).await;
                    backoff.lasted(began.elapsed());
                    match end {
                        End::Lost(error) => error,
                        End::Dropped => return,
                    }
                }
                Err(error) => error,
            };
            self.lost(&error);
            if !self.pause(backoff.next()).await {
                return;
            }
        }
    }

    async fn connect(&mut self) -> Result<Engine, EngineError> {
        if let Some(endpoint) = &self.settled {
            return connect(endpoint).await;
        }
        let candidates = candidates(&self.surroundings)?;
        let engine = connect_first(&candidates).await?;
        self.settled = candidates.into_iter().find(|endpoint| endpoint.to_string() == engine.info().endpoint);
        Ok(engine)
    }

    /// Says that the engine is not there, and keeps the last snapshot.
    fn lost(&self, error: &EngineError) {
        tracing::info!(%error, "no engine");
        self.engine.send_replace(None);
        self.connection.send_modify(|connection| {
            let reason = error.phrase();
            *connection = match connection.info().cloned() {
                Some(info) => Connection::Lost { info, reason },
                None => Connection::Absent { reason },
            };
        });
    }

    /// Waits for `time` or until asked to try at once. False when the supervisor was dropped.
    async fn pause(&mut self, time: Duration) -> bool {
        let deadline = Instant::now() + time;
        loop {
            tokio::select! {
                () = tokio::time::sleep_until(deadline) => return true,
                request = self.requests.recv() => match request {
                    Some(Request::Retry) => return true,
                    // Dropping the sender says that there is no engine to ask.
                    Some(Request::Refresh(..)) => {}
                    None => return false,
                },
            }
        }
    }

    /// Follows `engine` until it is gone: subscribes, takes a snapshot, then keeps it true.
    async fn follow(&mut self, engine: &Engine) -> End {
        let mut events = pin!(engine.events(engine.since.clone()));
        let mut reader = EventReader::default();
        let mut stale = Stale::default();
        match first_snapshot(engine, &mut events, &mut reader, &mut stale).await {
            Ok(snapshot) => self.snapshot.send_replace(Some(Arc::new(snapshot))),
            Err(error) => return End::Lost(error),
        };
        self.engine.send_replace(Some(engine.clone()));
        self.connection.send_replace(Connection::Ready(engine.info().clone()));

        // Set exactly while something is stale.
        let mut look_at = (!stale.is_empty()).then(Instant::now);
        loop {
            tokio::select! {
                event = events.next() => match event {
                    Some(Ok(event)) => {
                        stale.add(reader.read(event));
                        if look_at.is_none() && !stale.is_empty() {
                            look_at = Some(Instant::now() + BURST);
                        }
                        continue;
                    }
                    Some(Err(error)) => return End::Lost(error),
                    None => return End::Lost(ended(engine)),
                },
                request = self.requests.recv() => match request {
                    Some(Request::Retry) => match engine.ping().await {
                        Ok(()) => continue,
                        Err(error) => return End::Lost(error),
                    },
                    Some(Request::Refresh(asked, done)) => {
                        stale.add(asked);
                        look_at = match self.look(engine, &mut stale).await {
                            Ok(again) => again,
                            Err(error) => return End::Lost(error),
                        };
                        // Nobody waits any more: fine.
                        let _ = done.send(());
                        continue;
                    }
                    None => return End::Dropped,
                },
                () = tokio::time::sleep_until(look_at.unwrap_or_else(Instant::now)), if look_at.is_some() => {}
            }
            look_at = match self.look(engine, &mut stale).await {
                Ok(again) => again,
                Err(error) => return End::Lost(error),
            };
        }
    }

    /// Looks at what is stale and publishes the outcome where it differs. Gives the time to look again
    /// when the engine answered but would not show it.
    async fn look(&self, engine: &Engine, stale: &mut Stale) -> Result<Option<Instant>, EngineError> {
        if stale.is_empty() {
            return Ok(None);
        }
        let before = self.snapshot.borrow().clone().unwrap_or_default();
        match engine.patched(&before, stale).await {
            Ok(now) => {
                *stale = Stale::default();
                self.snapshot.send_if_modified(|snapshot| {
                    let changed = *before != now;
                    if changed {
                        *snapshot = Some(Arc::new(now));
                    }
                    changed
                });
                Ok(None)
            }
            Err(error) if error.is_lost() => Err(error),
            Err(error) => {
                tracing::warn!(%error, ?stale, "the engine does not show what has changed");
                Ok(Some(Instant::now() + REFUSED))
            }
        }
    }
}

/// A first snapshot, with the event stream open all the while; what comes in meanwhile is `stale`.
async fn first_snapshot(
    engine: &Engine,
    events: &mut (impl Stream<Item = Result<EventMessage, EngineError>> + Unpin),
    reader: &mut EventReader,
    stale: &mut Stale,
) -> Result<Snapshot, EngineError> {
    let mut snapshot = pin!(engine.snapshot());
    loop {
        tokio::select! {
            snapshot = &mut snapshot => return snapshot,
            event = events.next() => match event {
                Some(event) => stale.add(reader.read(event?)),
                None => return Err(ended(engine)),
            },
        }
    }
}

/// The engine has ended its event stream, as one that shuts down does.
fn ended(engine: &Engine) -> EngineError {
    EngineError::Connection {
        endpoint: engine.info().endpoint.clone(),
        cause: Cause::Closed,
        detail: String::new(),
    }
}
