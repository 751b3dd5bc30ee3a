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
use crate::runtime::player::{LessonReport, Outcome, Player, Stage};
use crate::runtime::signals::Signals;
use crate::session::Home;
use crate::text::{ascii_bar, truncate};

/// The longest that a task may take. Only one that never ends takes so long.
const LIMIT: Duration = Duration::from_secs(60);

/// Columns of the bar.
const BAR: usize = 10;

/// Plays the lessons and prints the report; exit code 1 where something failed.
pub fn run(args: &VerifyArgs, translator: &Translator) -> Result<u8, Failure> {
    let course = course()?;
    let (lessons, broken) = chosen(&course, &args.lessons)?;
    let home = Home::locate().map_err(|error| Failure::new(error.phrase()))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let code = runtime.block_on(play(&lessons, broken, &home, args.json, translator));
    runtime.shutdown_background();
    code
}

/// Plays `lessons` and reports on them, after those that are `broken`.
async fn play(
    lessons: &[&Lesson],
    broken: Vec<LessonReport>,
    home: &Home,
    json: bool,
    translator: &Translator,
) -> Result<u8, Failure> {
    let mut signals = Signals::new()?;
    let engine = connect::whole().await?;
    let info = engine.info().clone();
    let player = Player::new(engine, home, LIMIT);
    let mut reports = broken;
    let mut paper = Paper::new(translator);
    if !json {
        for report in &reports {
            report::lesson(&mut paper, report);
        }
        paper.print()?;
    }
    let all = lessons.iter().map(|lesson| lesson.steps.len()).sum();
    let mut progress = Progress { shown: io::stderr().is_terminal(), before: 0, all };
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
        progress.before += lesson.steps.len();
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

/// The lessons, those that cannot be read among them.
fn course() -> Result<Course, Failure> {
    let folder = lessons::folder();
    let files =
        lessons::files(folder.as_deref()).map_err(|error| lint::no_folder(folder.as_deref(), &error))?;
    Ok(lesson::course(&files))
}

/// The lessons to play, and reports on those that cannot be read: all, or those that `ids` name.
fn chosen<'a>(course: &'a Course, ids: &[String]) -> Result<(Vec<&'a Lesson>, Vec<LessonReport>), Failure> {
    if ids.is_empty() {
        let broken = course.broken.iter().map(|(id, _)| unreadable(id)).collect();
        return Ok((course.lessons.iter().collect(), broken));
    }
    let (mut lessons, mut broken) = (Vec::new(), Vec::new());
    for id in ids {
        if let Some(lesson) = course.lessons.iter().find(|lesson| lesson.id == *id) {
            lessons.push(lesson);
        } else if course.broken.iter().any(|(other, _)| other == id) {
            broken.push(unreadable(id));
        } else {
            let known: Vec<&str> = course.lessons.iter().map(|lesson| lesson.id.as_str()).collect();
            return Err(Failure::usage(phrase("cli-verify-no-lesson").with("id", id.as_str()))
                .hint(phrase("cli-hint-values").with("values", known.join(", "))));
        }
    }
    Ok((lessons, broken))
}

/// The report on a lesson that cannot be read.
fn unreadable(id: &str) -> LessonReport {
    LessonReport {
        id: id.to_owned(),
        title: id.to_owned(),
        outcome: Outcome::Broken(phrase("cli-verify-broken").with("id", id)),
        elapsed: Duration::ZERO,
        left: Vec::new(),
    }
}

/// How far it is, and what is being played, on one line of a terminal that is overwritten.
struct Progress {
    shown: bool,
    /// Steps of the lessons that have been played.
    before: usize,
    /// Steps of all lessons.
    all: usize,
}

impl Progress {
    fn show(&self, stage: &Stage<'_>) {
        if self.shown {
            let cols = crossterm::terminal::size().map_or(80, |(cols, _)| usize::from(cols));
            let line = self.line(stage);
            let _ = write!(io::stderr(), "\r\x1b[K{}", truncate(&line, cols.saturating_sub(1)));
        }
    }

    fn line(&self, stage: &Stage<'_>) -> String {
        let (step, steps) = stage.step;
        // The step that is being played has not been.
        let done = self.before + step.saturating_sub(1);
        let bar = ascii_bar(done as u64, self.all as u64, BAR);
        let line = stage.line.map_or_else(|| "…".to_owned(), |line| format!("$ {line}"));
        format!("{bar} {done}/{}  {} {step}/{steps} {line}", self.all, stage.lesson)
    }

    fn clear(&self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_counts_the_steps_of_all_lessons() {
        let progress = Progress { shown: true, before: 13, all: 26 };
        let stage = Stage { lesson: "Ports", step: (1, 5), line: Some("docker ps") };
        assert_eq!(progress.line(&stage), "[#####.....] 13/26  Ports 1/5 $ docker ps");
        let judged = Stage { step: (5, 5), line: None, ..stage };
        assert_eq!(progress.line(&judged), "[######....] 17/26  Ports 5/5 …");
    }
}
