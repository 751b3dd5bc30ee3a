//! Lines run on a real engine, and containers that are gone afterwards, whatever happens.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use netdojo::docker::{Context, Ended, Event, Input, Io, Progress, Stream, execute};
use netdojo::engine::{Engine, Listed, Surroundings, candidates, open};
use netdojo::shell::docker::Invocation;
use netdojo::text::Size;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// A corner of the engine with names of its own, emptied when it is dropped.
pub struct Corner {
    pub engine: Engine,
    prefix: String,
}

impl Corner {
    /// Connects to the engine. Where none answers the test fails, as it should.
    pub async fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let place = candidates(&Surroundings::of_process()).unwrap().remove(0);
        let engine = open(&place).await.unwrap_or_else(|error| panic!("an engine is needed: {error}"));
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        Self { engine, prefix: format!("ndt-{}-{count}-", std::process::id()) }
    }

    /// A name that nobody else has.
    pub fn name(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// What puts this corner's label on whatever is made.
    pub fn context(&self) -> Context {
        let labels = BTreeMap::from([("netdojo.owner".to_owned(), self.prefix.clone())]);
        Context { own: labels.clone(), labels, ..Context::default() }
    }

    /// Begins a line. Its terminal is 80 by 24 where `terminal` says so.
    pub fn begin(&self, invocation: Invocation, terminal: bool) -> Line {
        self.begin_in(invocation, self.context(), terminal)
    }

    /// Begins a line in a context of its own.
    pub fn begin_in(&self, invocation: Invocation, context: Context, terminal: bool) -> Line {
        let (events, out) = mpsc::channel(16);
        let (keys, input) = mpsc::channel(16);
        let terminal = terminal.then_some(Size { cols: 80, rows: 24 });
        let engine = self.engine.clone();
        let task = tokio::spawn(async move {
            Box::pin(execute(&engine, &invocation, &context, Io { out: events, input, terminal })).await
        });
        Line { out, keys, task, seen: Printed::default() }
    }

    /// Removes the images with these names of ours, where they are there.
    pub fn remove_images(&self, tags: &[&str]) {
        let names: Vec<String> = tags.iter().map(|tag| self.name(tag)).collect();
        let engine = self.engine.clone();
        // A runtime cannot be entered from within one, hence the thread.
        let done = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                for name in names {
                    let _ = engine.discard_image(&name).await;
                }
            });
        });
        let _ = done.join();
    }

    /// Runs a line to its end, without a terminal and without input.
    pub async fn run(&self, invocation: Invocation) -> (Printed, Ended) {
        self.begin(invocation, false).end().await
    }
}

impl Drop for Corner {
    fn drop(&mut self) {
        let (engine, prefix) = (self.engine.clone(), self.prefix.clone());
        // A runtime cannot be entered from within one, hence the thread.
        let done = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let filters = [("label".to_owned(), vec![format!("netdojo.owner={prefix}")])].into();
                let which = Listed { all: true, filters, ..Listed::default() };
                for container in engine.list_containers(which).await.unwrap_or_default() {
                    let id = container.id.unwrap_or_default();
                    let _ = engine.remove_container(&id, true, true, false).await;
                }
                let filters = [("label".to_owned(), vec![format!("netdojo.owner={prefix}")])].into();
                for network in engine.list_networks(&filters).await.unwrap_or_default() {
                    let _ = engine.remove_network(&network.id.unwrap_or_default()).await;
                }
            });
        });
        let _ = done.join();
    }
}

/// What a line has printed.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Printed {
    pub stdout: String,
    pub stderr: String,
    pub progress: Vec<Progress>,
    pub largest: usize,
    pub bytes: usize,
}

/// A line that runs.
pub struct Line {
    pub out: mpsc::Receiver<Event>,
    pub keys: mpsc::Sender<Input>,
    task: JoinHandle<Ended>,
    seen: Printed,
}

impl Line {
    /// Reads until `text` has been printed, which takes less than a minute.
    pub async fn until(&mut self, text: &str) {
        let deadline = tokio::time::Instant::now() + std::time::Duration::from_secs(60);
        while !self.seen.stdout.contains(text) && !self.seen.stderr.contains(text) {
            match tokio::time::timeout_at(deadline, self.out.recv()).await {
                Ok(Some(event)) => self.take(event),
                _ => panic!("no {text:?} in {:?}", self.seen),
            }
        }
    }

    pub async fn send(&self, input: Input) {
        self.keys.send(input).await.unwrap();
    }

    pub async fn keys(&self, text: &str) {
        self.send(Input::Bytes(text.to_owned().into())).await;
    }

    /// Reads to the end, which comes within a minute.
    pub async fn end(mut self) -> (Printed, Ended) {
        let deadline = tokio::time::Instant::now() + std::time::Duration::from_secs(60);
        while let Ok(event) = tokio::time::timeout_at(deadline, self.out.recv()).await {
            match event {
                Some(event) => self.take(event),
                None => return (self.seen, self.task.await.unwrap()),
            }
        }
        panic!("no end after {:?}", self.seen)
    }

    /// Drops the line in the middle.
    pub async fn abort(self) {
        self.task.abort();
        let _ = self.task.await;
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Output(chunk) => {
                self.seen.largest = self.seen.largest.max(chunk.bytes.len());
                self.seen.bytes += chunk.bytes.len();
                let text = String::from_utf8_lossy(&chunk.bytes);
                match chunk.stream {
                    Stream::Stdout => self.seen.stdout += &text,
                    Stream::Stderr => self.seen.stderr += &text,
                }
            }
            Event::Progress(progress) => self.seen.progress.push(progress),
            Event::Cleared => {}
        }
    }
}

/// Words as a list.
pub fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(ToOwned::to_owned).collect()
}

/// `sh -c SCRIPT`
pub fn sh(script: &str) -> Vec<String> {
    vec!["sh".to_owned(), "-c".to_owned(), script.to_owned()]
}
