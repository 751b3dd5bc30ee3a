//! Enter: what stands in the prompt is done; the empty prompt does what is offered.

use super::{bringing, commands, editor, judging, lesson, multiline, predict, quit, running, say};
use crate::app::commands::Action;
use crate::app::offer::{Offer, blocked, current_step, offer};
use crate::app::tasks::task_of;
use crate::app::{Confirm, Effect, Model, Screen, Tone};
use crate::i18n::phrase;
use crate::shell::{self, Builtin, Command, Script, ShellError};
use crate::text;

/// Enter was pressed. `confirm` is what the notice shown until now asks to confirm.
pub(super) fn enter(model: &mut Model, out: &mut Vec<Effect>, confirm: Option<Confirm>) {
    let typed = model.prompt.text.clone();
    let folded = text::fold(&typed);
    let line = shell::joined(&folded).trim_matches(is_blank).to_owned();
    if let Some(rest) = line.strip_prefix('/') {
        model.prompt.take();
        commands::typed(model, out, rest);
        bring_pasted(model);
        return;
    }
    match confirm.filter(|_| line.is_empty()) {
        Some(Confirm::Reset) => return lesson::reset(model, out),
        Some(Confirm::Quit) => return quit(model, out),
        Some(Confirm::CatchUp(step)) => return bringing::start(model, out, step),
        Some(Confirm::Unpredicted) | None => {}
    }
    if matches!(line.as_str(), "exit" | "quit" | "logout") && !takes_input(model) {
        model.prompt.take();
        return commands::run(model, out, Action::Quit, "");
    }
    if model.running.is_some() {
        return while_running(model, out);
    }
    if line.is_empty() {
        model.prompt.take();
        return accept(model, out, confirm);
    }
    if matches!(model.screen, Screen::Start(_)) {
        if let Ok(number) = line.parse::<usize>() {
            return open_number(model, out, number);
        }
        if let Some(index) = model.course.lessons.iter().position(|lesson| lesson.id == line) {
            model.prompt.take();
            return lesson::open(model, out, index);
        }
    }
    // Whoever types line by line has the `\` for that.
    if !model.front.is_lines() && multiline::goes_on(model) {
        return;
    }
    if run_typed(model, out, &line) && folded != typed {
        say(model, Tone::Info, phrase("app-folded"));
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

fn takes_input(model: &Model) -> bool {
    model.running.as_ref().is_some_and(|running| running.interactive && !running.terminal)
}

/// A line that runs without a terminal and takes input gets what was typed; any other is left alone.
fn while_running(model: &mut Model, out: &mut Vec<Effect>) {
    if !takes_input(model) {
        return running::say_busy(model);
    }
    let mut line = model.prompt.take();
    line.push('\n');
    model.output.feed_lines(line.as_bytes());
    out.push(Effect::Send(line.into_bytes().into()));
    bring_pasted(model);
}

/// Does what the empty prompt offers.
fn accept(model: &mut Model, out: &mut Vec<Effect>, confirm: Option<Confirm>) {
    let offered = offer(model);
    if predict::asks_first(model, &offered, confirm) {
        return;
    }
    match offered {
        Offer::Open(index) => lesson::open(model, out, index),
        Offer::Run { task, line } => running::start(model, out, line, Some(task)),
        Offer::Edit { line, .. } => {
            run_typed(model, out, &line);
        }
        Offer::Waiting { missing } => {
            say(model, Tone::Warning, phrase("app-waiting-values").with("names", missing.join(", ")));
        }
        Offer::Blocked(reason) => say(model, Tone::Warning, reason),
        Offer::Check => {
            say(model, Tone::Info, phrase("app-judging"));
            judging::judge_as_asked(model, out);
        }
        Offer::Judging => say(model, Tone::Info, phrase("app-judging")),
        Offer::Read => lesson::read(model, out),
        Offer::Next | Offer::Finish => lesson::next(model, out),
        Offer::Nothing => {}
    }
}

fn open_number(model: &mut Model, out: &mut Vec<Effect>, number: usize) {
    model.prompt.take();
    let count = model.course.lessons.len();
    match number.checked_sub(1).filter(|index| *index < count) {
        Some(index) => lesson::open(model, out, index),
        None => say(model, Tone::Warning, phrase("app-no-such-lesson").with("count", count)),
    }
}

/// Runs a line of the learner's own; whether it was run.
fn run_typed(model: &mut Model, out: &mut Vec<Effect>, line: &str) -> bool {
    if is_bringing(model) {
        say(model, Tone::Info, phrase("app-bringing"));
        return false;
    }
    match shell::parse(line) {
        Err(ShellError::Empty) => {
            model.prompt.take();
            bring_pasted(model);
            return false;
        }
        Ok(Script { command: Command::Builtin(Builtin::Edit(path)), .. }) => {
            model.prompt.take();
            editor::open(model, out, line, path);
            bring_pasted(model);
            return true;
        }
        _ => {}
    }
    let mut task = None;
    if let Screen::Lesson(lesson) = &model.screen
        && let Some(step) = current_step(model, lesson)
    {
        task = task_of(lesson, step, line);
        if task.is_some()
            && let Some(reason) = blocked(model, lesson)
        {
            say(model, Tone::Warning, reason);
            return false;
        }
    }
    model.prompt.take();
    running::start(model, out, line.to_owned(), task);
    bring_pasted(model);
    true
}

/// Whether the engine is being brought to where a step begins: nothing else changes it meanwhile.
pub(super) fn is_bringing(model: &Model) -> bool {
    matches!(&model.screen, Screen::Lesson(lesson) if lesson.bringing.is_some())
}

/// The next of the lines that were pasted together comes into the prompt; it waits there for Enter.
fn bring_pasted(model: &mut Model) {
    if model.prompt.text.is_empty() && !model.prompt.pasted.is_empty() {
        let line = model.prompt.pasted.remove(0);
        model.prompt.set(&line);
    }
}
