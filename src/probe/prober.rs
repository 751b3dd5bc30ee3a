//! Makes attempts, from a container or from the host, and leaves nothing behind.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::{oneshot, watch};
use tokio::time::Instant;

use super::heard::Heard;
use super::script::{self, CUT};
use super::target::Target;
use super::{host, images};
use crate::engine::{Engine, EngineError, Filters, HELPER_LABEL, Helper, Listed};
use crate::i18n::{Phrase, phrase};
use crate::lesson::Subject;
use crate::network::{ContainerState, Observation, Snapshot};

/// The name that stands for the machine the engine runs on.
pub const HOST: &str = "host";

/// The longest that a look-up, a ping and the opening of a connection may take together: an unknown
/// name is answered after 10.4 s at worst, a stopped container after 3.2 s.
const FIRST: Duration = Duration::from_secs(20);

/// The pauses between attempts, first and longest.
const PAUSES: (Duration, Duration) = (Duration::from_millis(200), Duration::from_secs(3));

/// Images that may fail before an attempt is given up.
const IMAGES: usize = 5;

/// A helper of this age has no program any more that waits for it.
const OUTLIVED: Duration = Duration::from_secs(600);

/// Distinguishes the helpers of one process.
static HELPERS: AtomicU64 = AtomicU64::new(0);

/// Makes attempts; one for the whole program, because it knows which helpers there are.
#[derive(Debug)]
pub struct Prober {
    /// Helpers that may exist now.
    helpers: watch::Sender<usize>,
    /// What is known of images.
    images: Mutex<Tried>,
}

/// Images that were tried.
#[derive(Debug, Default)]
struct Tried {
    works: Option<String>,
    fails: BTreeSet<String>,
}

/// Whom a helper stands in for, and what it attempts.
#[derive(Clone, Copy)]
struct Task<'a> {
    engine: &'a Engine,
    network: &'a str,
    target: &'a Target,
    limit: Duration,
}

impl Default for Prober {
    fn default() -> Self {
        Self { helpers: watch::Sender::new(0), images: Mutex::default() }
    }
}

impl Prober {
    /// Attempts `target` once, from the container `from` or from [`HOST`], and says what was seen. An
    /// HTTP answer is waited for up to `limit`; the way there has limits of its own (together 20 s).
    ///
    /// `wanted` are images to prefer for a helper; any image of `snapshot` may serve, if it has
    /// busybox. The helper may outlive the answer, and a caller who drops this, by a moment;
    /// [`Prober::settle`] says when it is gone.
    pub async fn probe(
        &self,
        engine: &Engine,
        snapshot: &Snapshot,
        from: &str,
        target: &Target,
        wanted: &[String],
        limit: Duration,
    ) -> Observation {
        if from == HOST && engine.info().local {
            match target {
                Target::Ping { .. } => {}
                Target::Tcp { host, port } => return host::tcp(host, *port).await,
                Target::Http { host, port, path } => return host::http(host, *port, path, limit).await,
            }
        }
        let network = if from == HOST { HOST.to_owned() } else { format!("container:{from}") };
        let task = Task { engine, network: &network, target, limit };
        let candidates = self.candidates(snapshot, wanted);
        let mut failure = phrase("probe-no-image");
        for image in candidates {
            let error = match self.ask(task, &image).await {
                Ok(heard) => {
                    self.tried().works = Some(image);
                    return heard.observation(target);
                }
                Err(error) => error,
            };
            if error.is_lost() {
                return Observation::Impossible(error.phrase());
            }
            if let Some(why) = asker_unfit(engine, snapshot, from).await {
                return Observation::Impossible(why);
            }
            tracing::debug!(image, %error, "no helper can be made of it");
            failure =
                phrase("probe-image-unfit").with("image", image.as_str()).with("detail", error.to_string());
            self.tried().fails.insert(image);
        }
        Observation::Impossible(failure)
    }

    /// Attempts `target` again and again, with growing pauses, until what is seen is as `expected`, or
    /// until `within` is over; gives what was seen last. At least one attempt is made, and none is cut
    /// short. To be cancelled by dropping it.
    #[expect(clippy::too_many_arguments, reason = "an attempt's circumstances; the last two are the retry's")]
    pub async fn reach_until(
        &self,
        engine: &Engine,
        snapshot: &Snapshot,
        from: &str,
        target: &Target,
        wanted: &[String],
        within: Duration,
        expected: impl Fn(&Observation) -> bool,
    ) -> Observation {
        let deadline = Instant::now() + within;
        let mut pause = PAUSES.0;
        loop {
            let limit = deadline.saturating_duration_since(Instant::now()).max(Duration::from_secs(2));
            let seen = self.probe(engine, snapshot, from, target, wanted, limit).await;
            if expected(&seen) || Instant::now() + pause >= deadline || is_final(&seen) {
                return seen;
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(PAUSES.1);
        }
    }

    /// Waits until every helper of this process is gone, those of dropped attempts included. To be
    /// called before a learner's `rm` (Podman will not remove a container whose network is shared) and
    /// before the program ends.
    pub async fn settle(&self) {
        // The sender is ours and lives as long as this call.
        let _ = self.helpers.subscribe().wait_for(|count| *count == 0).await;
    }

    /// Removes helpers that a program left behind when it was killed between making and starting one.
    /// To be called once an engine is there; never touches one that may still be at work.
    ///
    /// # Errors
    /// [`EngineError`] when the engine cannot be asked.
    pub async fn sweep(engine: &Engine) -> Result<(), EngineError> {
        let filters = Filters::from([("label".to_owned(), vec![HELPER_LABEL.to_owned()])]);
        let listed = engine.list_containers(Listed { all: true, filters, ..Listed::default() }).await?;
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        for helper in listed {
            let made = helper.created.and_then(|seconds| u64::try_from(seconds).ok()).unwrap_or(u64::MAX);
            if let Some(id) = helper.id.filter(|_| now.as_secs().saturating_sub(made) > OUTLIVED.as_secs()) {
                engine.remove_helper(&id).await?;
            }
        }
        Ok(())
    }

    /// The images to try, best first.
    fn candidates(&self, snapshot: &Snapshot, wanted: &[String]) -> Vec<String> {
        let tried = self.tried();
        let mut ranked = images::ranked(snapshot, wanted);
        ranked.retain(|image| !tried.fails.contains(image));
        ranked.sort_by_key(|image| tried.works.as_ref() != Some(image));
        ranked.truncate(IMAGES);
        ranked
    }

    /// What is known of images. A panic elsewhere while it was held leaves it usable.
    fn tried(&self) -> std::sync::MutexGuard<'_, Tried> {
        self.images.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes a helper, hears it out, removes it. All of that goes on in a task of its own, so that it
    /// is seen through to the removal whatever happens to the caller, who has the answer before that.
    async fn ask(&self, task: Task<'_>, image: &str) -> Result<Heard, EngineError> {
        let (engine, target, limit) = (task.engine.clone(), task.target.clone(), task.limit);
        let (network, image) = (task.network.to_owned(), image.to_owned());
        let counted = Counted::new(&self.helpers);
        let (mut answer, heard) = oneshot::channel();
        tokio::spawn(async move {
            let name =
                format!("netdojo-helper-{}-{}", std::process::id(), HELPERS.fetch_add(1, Ordering::Relaxed));
            let command = script::command(&target, FIRST + limit);
            let helper = Helper { name: &name, image: &image, network: &network, command: &command };
            let outcome = tokio::select! {
                outcome = hear(&engine, helper, &target, limit) => Some(outcome),
                () = answer.closed() => None,
            };
            if let Some(outcome) = outcome {
                // What was heard is not held up by the removal. Nobody waits any more: fine.
                let _ = answer.send(outcome);
            }
            if let Err(error) = engine.remove_helper(&name).await {
                tracing::warn!(name, %error, "a helper may be left; the engine removes it when it ends");
            }
            drop(counted);
        });
        heard.await.unwrap_or_else(|_| Err(EngineError::Answer("the attempt was broken off".to_owned())))
    }
}

/// Starts a helper and listens until all is known.
async fn hear(
    engine: &Engine,
    helper: Helper<'_>,
    target: &Target,
    limit: Duration,
) -> Result<Heard, EngineError> {
    let mut printed = engine.start_helper(helper).await?;
    let mut heard = Heard::default();
    let mut deadline = Instant::now() + FIRST;
    let mut open = false;
    loop {
        let Ok(piece) = tokio::time::timeout_at(deadline, printed.next()).await else { return Ok(heard) };
        match piece? {
            Some(piece) if piece.stderr => heard.said(&piece.bytes),
            Some(piece) => heard.answered(&piece.bytes),
            None => return Ok(heard),
        }
        if heard.end().is_some() || heard.is_full() {
            return Ok(heard);
        }
        if !open && heard.is_open() {
            open = true;
            deadline = Instant::now() + if matches!(target, Target::Tcp { .. }) { CUT } else { limit };
        }
    }
}

/// Why nothing can be attempted from `from`, by a look at the engine; none where it could be.
async fn asker_unfit(engine: &Engine, snapshot: &Snapshot, from: &str) -> Option<Phrase> {
    if from == HOST {
        return None;
    }
    let now = match engine.fresh(snapshot, &[Subject::Container(from.to_owned())]).await {
        Ok(now) => now,
        Err(error) => return Some(error.phrase()),
    };
    let about = |key| phrase(key).with("name", from);
    match now.container(from).map(|container| container.state) {
        None => Some(about("probe-asker-missing")),
        Some(ContainerState::Running) => None,
        Some(ContainerState::Paused) => Some(about("probe-asker-paused")),
        Some(ContainerState::Restarting) => Some(about("probe-asker-restarting")),
        Some(_) => Some(about("probe-asker-stopped")),
    }
}

/// Whether trying again cannot bring anything else.
fn is_final(seen: &Observation) -> bool {
    matches!(seen, Observation::Impossible(why)
        if matches!(why.key, "probe-no-image" | "probe-image-unfit" | "probe-ping-forbidden" | "probe-asker-stopped"))
}

/// One more helper, for as long as this lives.
struct Counted(watch::Sender<usize>);

impl Counted {
    fn new(helpers: &watch::Sender<usize>) -> Self {
        helpers.send_modify(|count| *count += 1);
        Self(helpers.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count = count.saturating_sub(1));
    }
}
