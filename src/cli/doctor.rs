//! `netdojo doctor`: what was found on this machine, and what to do about it.

use std::io::{self, IsTerminal};
use std::path::Path;

use super::look;
use super::paper::{Mark, Paper};
use super::{Failure, failure};
use crate::app::layout;
use crate::engine::endpoint::Origin;
use crate::engine::{self, Endpoint, Engine, Surroundings};
use crate::i18n::{Phrase, Translator, phrase};
use crate::lesson::{self, Lesson};
use crate::network::{self, Snapshot};
use crate::runtime::lessons;
use crate::session::{self, Entry, Home, Ledger};
use crate::ui::{Depth, Theme};

/// Says what was found; exit code 3 without an engine, 1 where something else is to be done.
pub fn run(translator: &Translator) -> Result<u8, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let code = runtime.block_on(examine(translator));
    runtime.shutdown_background();
    code
}

async fn examine(translator: &Translator) -> Result<u8, Failure> {
    let mut doctor = Doctor { paper: Paper::new(translator), bad: false, lacking: false };
    let engine = doctor.engine().await?;
    let owner = doctor.folders();
    doctor.lessons(engine.as_ref(), owner.as_deref()).await;
    doctor.terminal();
    let verdict = match (&engine, doctor.bad) {
        (None, _) => "cli-doctor-no-engine",
        (Some(_), true) => "cli-doctor-todo",
        (Some(_), false) if doctor.lacking => "cli-doctor-lacking",
        (Some(_), false) => "cli-doctor-well",
    };
    doctor.paper.phrase(0, &phrase(verdict));
    doctor.paper.print()?;
    Ok(match (engine, doctor.bad) {
        (None, _) => failure::NO_ENGINE,
        (Some(_), true) => failure::CHECK_FAILED,
        (Some(_), false) => 0,
    })
}

struct Doctor<'a> {
    paper: Paper<'a>,
    /// Whether something is to be done.
    bad: bool,
    /// Whether the engine cannot do some lesson.
    lacking: bool,
}

impl Doctor<'_> {
    fn head(&mut self, heading: &Phrase) {
        self.paper.phrase(0, heading);
    }

    fn good(&mut self, said: &Phrase) {
        self.paper.marked_phrase(2, Mark::Good, said);
    }

    fn neutral(&mut self, said: &Phrase) {
        self.paper.marked_phrase(2, Mark::Neutral, said);
    }

    fn bad(&mut self, said: &Phrase) {
        self.bad = true;
        self.paper.marked_phrase(2, Mark::Bad, said);
    }

    /// Each place where an engine may be, and what came of it. Gives the first that answers.
    async fn engine(&mut self) -> Result<Option<Engine>, Failure> {
        self.head(&phrase("cli-doctor-engine"));
        let candidates = match engine::candidates(&Surroundings::of_process()) {
            Ok(candidates) => candidates,
            Err(error) => {
                self.bad(&error.phrase());
                return Ok(None);
            }
        };
        let mut found = None;
        for endpoint in &candidates {
            match engine::connect(endpoint).await {
                Ok(engine) => {
                    self.good(&answered(endpoint, &engine));
                    found = found.or(Some(engine));
                }
                // One that answers is enough.
                Err(error) if found.is_some() => self.neutral(&refused(endpoint, error.phrase())),
                Err(error) => self.paper.marked_phrase(2, Mark::Bad, &refused(endpoint, error.phrase())),
            }
            // Looking may take seconds.
            self.paper.print()?;
        }
        Ok(found)
    }

    /// Where things are kept. Gives this installation's id.
    fn folders(&mut self) -> Option<String> {
        self.head(&phrase("cli-doctor-folders"));
        let home = match Home::locate() {
            Ok(home) => home,
            Err(error) => {
                self.bad(&error.phrase());
                return None;
            }
        };
        let shown = |path: &Path| path.display().to_string();
        let owner = match home.owner() {
            Ok(owner) => {
                self.good(&phrase("cli-doctor-state").with("folder", shown(home.state())));
                Some(owner)
            }
            Err(error) => {
                self.bad(&error.phrase());
                None
            }
        };
        self.neutral(&phrase("cli-doctor-data").with("folder", shown(home.data())));
        match lessons::folder() {
            Some(folder) => self.neutral(&phrase("cli-doctor-lessons-from").with("folder", shown(&folder))),
            None => self.neutral(&phrase("cli-doctor-lessons-built-in")),
        }
        owner
    }

    /// What each lesson needs, and what of it is there.
    async fn lessons(&mut self, engine: Option<&Engine>, owner: Option<&str>) {
        self.head(&phrase("cli-doctor-lessons"));
        let course = match lessons::files(lessons::folder().as_deref()) {
            Ok(files) => lesson::course(&files),
            Err(error) => {
                return self.bad(&phrase("cli-error-io").with("detail", error.to_string()));
            }
        };
        for (id, problems) in &course.broken {
            let said = phrase("cli-doctor-broken").with("id", id.as_str()).with("problems", problems.len());
            self.bad(&said);
        }
        let snapshot = match engine {
            Some(engine) => engine.snapshot().await.map(Some),
            None => Ok(None),
        };
        let snapshot = match snapshot {
            Ok(snapshot) => snapshot,
            Err(error) => return self.bad(&error.phrase()),
        };
        let home = Home::locate().ok();
        let entries = home.and_then(|home| Ledger::new(&home).entries().ok()).unwrap_or_default();
        let found = engine.zip(snapshot.as_ref());
        for lesson in &course.lessons {
            self.lesson(lesson, found, &entries, owner.unwrap_or_default());
        }
    }

    fn lesson(
        &mut self,
        lesson: &Lesson,
        found: Option<(&Engine, &Snapshot)>,
        entries: &[Entry],
        owner: &str,
    ) {
        let Some((engine, snapshot)) = found else {
            return self.neutral(&phrase("cli-doctor-lesson").with("id", lesson.id.as_str()));
        };
        let missing: Vec<&str> =
            lesson.images.iter().map(String::as_str).filter(|image| !snapshot.has_image(image)).collect();
        let taken = session::taken(lesson, snapshot, entries, engine.info(), owner);
        let lacking = network::lacking(engine.info(), snapshot, &lesson.needs);
        let ready = phrase("cli-doctor-lesson").with("id", lesson.id.as_str());
        if missing.is_empty() && taken.is_empty() && lacking.is_empty() {
            return self.good(&ready);
        }
        if lacking.is_empty() {
            self.bad(&ready);
        } else {
            self.lacking = true;
            self.neutral(&ready);
        }
        for image in missing {
            self.paper.phrase(4, &phrase("cli-doctor-image").with("image", image));
        }
        for reason in taken.iter().chain(lacking.iter().map(|(_, reason)| reason)) {
            self.paper.phrase(4, reason);
        }
    }

    fn terminal(&mut self) {
        self.head(&phrase("cli-doctor-terminal"));
        if !io::stdout().is_terminal() {
            return self.neutral(&phrase("cli-doctor-no-terminal"));
        }
        let (least_cols, least_rows) = layout::SMALLEST;
        match crossterm::terminal::size() {
            Ok((cols, rows)) => {
                let said =
                    phrase("cli-doctor-size").with("cols", i64::from(cols)).with("rows", i64::from(rows));
                if cols >= least_cols && rows >= least_rows {
                    self.good(&said);
                } else {
                    let least = phrase("cli-doctor-too-small")
                        .with("cols", i64::from(least_cols))
                        .with("rows", i64::from(least_rows));
                    self.bad(&said);
                    self.paper.phrase(4, &least);
                }
            }
            Err(error) => self.bad(&phrase("cli-error-io").with("detail", error.to_string())),
        }
        let theme = Theme::suited(|name| std::env::var(name).ok());
        self.neutral(&phrase(match theme.depth {
            Depth::Full => "cli-doctor-colours-full",
            Depth::Sixteen => "cli-doctor-colours-16",
            Depth::None => "cli-doctor-colours-none",
        }));
        if look::is_utf8() {
            self.good(&phrase("cli-doctor-utf8"));
        } else {
            self.bad(&phrase("cli-doctor-no-utf8"));
        }
    }
}

fn answered(endpoint: &Endpoint, engine: &Engine) -> Phrase {
    let info = engine.info();
    phrase("cli-doctor-answers")
        .with("endpoint", endpoint.to_string())
        .with("origin", origin(endpoint))
        .with("engine", format!("{} {}", info.product.name(), info.version))
        .with("api", info.api.as_str())
}

fn refused(endpoint: &Endpoint, reason: Phrase) -> Phrase {
    phrase("cli-doctor-refuses")
        .with("endpoint", endpoint.to_string())
        .with("origin", origin(endpoint))
        .with("reason", reason)
}

fn origin(endpoint: &Endpoint) -> Phrase {
    match &endpoint.origin {
        Origin::Host => phrase("cli-doctor-origin-host"),
        Origin::Context(name) => phrase("cli-doctor-origin-context").with("name", name.as_str()),
        Origin::Usual => phrase("cli-doctor-origin-usual"),
    }
}
