//! `netdojo verify [LESSON…]`: plays lessons and checks every step, for authors and for CI.

mod json;
mod report;

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use super::args::VerifyArgs;
use super::paper::Paper;
use super::{Failure, connect, failure, lint};
use crate::i18n::{Translator, phrase};
use crate::lesson::{self, Course, Lesson};
use crate::runtime::lessons;
use crate::runtime::player::{LessonReport, Player, Stage};
use crate::runtime::signals::Signals;
use crate::session::Home;
use crate::text::truncate;

/// The longest that a task may take. Only one that never ends takes so long.
const LIMIT: Duration = Duration::from_secs(60);

/// Plays the lessons and prints the report; exit code 1 where something failed.
pub fn run(args: &VerifyArgs, translator: &Translator) -> Result<u8, Failure> {
    let course = course()?;
    let lessons = chosen(&course, &args.lessons)?;
    let home = Home::locate().map_err(|error| Failure::new(error.phrase()))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let code = runtime.block_on(play(&lessons, &home, args.json, translator));
    runtime.shutdown_background();
    code
}

async fn play(lessons: &[&Lesson], home: &Home, json: bool, translator: &Translator) -> Result<u8, Failure> {
    let mut signals = Signals::new()?;
    let engine = connect::whole().await?;
    let info = engine.info().clone();
    let player = Player::new(engine, home, LIMIT);
    let mut reports: Vec<LessonReport> = Vec::new();
    let mut paper = Paper::new(translator);
    let progress = Progress { shown: io::stderr().is_terminal() };
    for lesson in lessons {
        let watch = |stage: Stage<'_>| progress.show(&stage);
        let report = tokio::select! {
            report = player.play(lesson, translator.lang(), &watch) => report,
            code = signals.next() => {
                progress.clear();
                for left in player.remove().await {
                    let _ = writeln!(io::stderr(), "netdojo: {}", translator.say(&left));
                }
                return Ok(code);
            }
        };
        progress.clear();
        if !json {
            report::lesson(&mut paper, &report);
            paper.print()?;
        }
        reports.push(report);
    }
    if json {
        let document = json::document(&reports, &info, translator);
        writeln!(io::stdout(), "{document:#}")?;
    } else {
        report::summary(&mut paper, &reports);
        paper.print()?;
    }
    Ok(if reports.iter().all(LessonReport::is_well) { 0 } else { failure::CHECK_FAILED })
}

/// The lessons; one that cannot be read is a failure, as it cannot be verified.
fn course() -> Result<Course, Failure> {
    let folder = lessons::folder();
    let files =
        lessons::files(folder.as_deref()).map_err(|error| lint::no_folder(folder.as_deref(), &error))?;
    let course = lesson::course(&files);
    match course.broken.first() {
        Some((id, _)) => Err(Failure::new(phrase("cli-verify-broken").with("id", id.as_str()))
            .hint(phrase("cli-start-no-lessons-hint"))),
        None => Ok(course),
    }
}

fn chosen<'a>(course: &'a Course, ids: &[String]) -> Result<Vec<&'a Lesson>, Failure> {
    if ids.is_empty() {
        return Ok(course.lessons.iter().collect());
    }
    let named = ids.iter().map(|id| {
        course.lessons.iter().find(|lesson| lesson.id == *id).ok_or_else(|| {
            let known: Vec<&str> = course.lessons.iter().map(|lesson| lesson.id.as_str()).collect();
            Failure::usage(phrase("cli-verify-no-lesson").with("id", id.as_str()))
                .hint(phrase("cli-hint-values").with("values", known.join(", ")))
        })
    });
    named.collect()
}

/// What is being played, on one line of a terminal that is overwritten.
struct Progress {
    shown: bool,
}

impl Progress {
    fn show(&self, stage: &Stage<'_>) {
        if !self.shown {
            return;
        }
        let (step, steps) = stage.step;
        let line = stage.line.map_or_else(|| "…".to_owned(), |line| format!("$ {line}"));
        let shown = format!("{} {step}/{steps} {line}", stage.lesson);
        let cols = crossterm::terminal::size().map_or(80, |(cols, _)| usize::from(cols));
        let shown = truncate(&shown, cols.saturating_sub(1));
        let _ = write!(io::stderr(), "\r\x1b[K{shown}");
    }

    fn clear(&self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
