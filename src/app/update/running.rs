//! The line that runs: how it starts, what it prints, how it is interrupted, how it ends.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::{
    edits, ending, fit_output, journal, judging, next_generation, predict, save, say, scroll, showing,
};
use crate::app::layout::output_size;
use crate::app::offer::{self, Offer};
use crate::app::tasks::{expects_exit, expects_interrupt, may_run_again};
use crate::app::{
    Effect, Front, LessonModel, Model, Outcome, Pane, Running, Screen, Speed, TaskState, Tone, Turned,
    manner, prompt,
};
use crate::check::{self, TaskRun, Watch};
use crate::i18n::phrase;
use crate::text::{Amount, Terminal, sanitize};

/// So much of a line's output is kept for the check.
const CAPTURED: usize = 1 << 20;

/// So many pieces of work are followed at a time: more than any image has layers.
const PIECES: usize = 200;

/// Rows of it that are kept: more than any lesson expects, and a flood stays within bounds.
const CAPTURED_ROWS: usize = 3_000;

/// Ends what a line may have left behind: colours, full screen, hidden cursor, keys and mouse of its own, a scroll
/// region, line drawing, tab stops.
const CALM: &[u8] =
    b"\x1b[0m\x1b[?1049l\x1b[?25h\x1b[?7h\x1b[?1;1000;1002;1003;1004;1005;1006;2004l\x1b[?1007h\
    \x1b>\x1b[4;20l\x1b7\x1b[?6l\x1b[r\x1b8\x1b(B\x1b)B\x0f\x1b[?5W";

/// Runs a line. `task` is the task of the current step that it stands for.
pub(super) fn start(model: &mut Model, out: &mut Vec<Effect>, line: String, task: Option<usize>) {
    if model.running.is_some() {
        return;
    }
    prompt::push(&mut model.progress.history, &line);
    save(model, out);
    show_output(model, task.is_some());
    showing::bring(model, Pane::Output);
    fit_output(model, out);
    let size = output_size(model);
    echo(model, &line);
    let manner = manner::of(&line, model.snapshot.as_deref());
    let solving = matches!(&model.screen, Screen::Lesson(lesson) if lesson.solving);
    let generation = next_generation(model);
    let (lesson, watch) = match &model.screen {
        Screen::Start(_) => (None, None),
        Screen::Lesson(lesson) => (Some(lesson.lesson), watch(model, lesson, task)),
    };
    if watch.is_some() {
        say(model, Tone::Info, phrase("app-until-interrupt"));
    }
    model.running = Some(Running {
        generation,
        line: line.clone(),
        task,
        terminal: manner.terminal,
        interactive: manner.interactive,
        capture: Terminal::with_scrollback(size, CAPTURED_ROWS),
        progress: BTreeMap::new(),
        speed: None,
        interrupted: false,
        // What /solve runs is answered as the lesson has it; a key in its midst would be part of it.
        attached: manner.terminal && !solving,
        pasted: None,
        held: false,
        detaching: false,
        captured: 0,
        cut: false,
        raw: manner.raw,
        goes_on: manner.goes_on,
        watch,
        watched: 0,
    });
    note_attempt(model, &line, task.is_some());
    journal::line(model, out, &line);
    out.push(Effect::Run { generation, line, lesson, cols: size.cols, rows: size.rows });
}

/// Looking around, or a slip of the fingers, is no attempt at the step: it is still where it was.
fn note_attempt(model: &mut Model, line: &str, is_task: bool) {
    if let Screen::Lesson(lesson) = &mut model.screen
        && (is_task || !may_run_again(line))
    {
        lesson.by_task = is_task;
        lesson.tried = true;
    }
}

/// Follows a task's output where it is to be interrupted.
fn watch(model: &Model, lesson: &LessonModel, task: Option<usize>) -> Option<Watch> {
    let task = offer::current_step(model, lesson)?.tasks.get(task?)?;
    expects_interrupt(task).then(|| Watch::new(&task.expected, &lesson.values))
}

/// Makes the output pane visible, and its tail; beside it the command of the task that runs.
fn show_output(model: &mut Model, is_task: bool) {
    match &mut model.screen {
        Screen::Start(start) => {
            start.output = true;
            start.scroll = None;
        }
        Screen::Lesson(lesson) => {
            lesson.tab = Pane::Output;
            lesson.turned = Turned::default();
            lesson.zoomed &= lesson.focus == Pane::Output;
            lesson.scroll.remove(&Pane::Output);
            if is_task {
                scroll::command(lesson);
            }
        }
    }
    scroll::focus_what_is_seen(model);
}

fn echo(model: &mut Model, line: &str) {
    start_row(&mut model.output);
    model.output.feed(b"\x1b[2m$\x1b[0m \x1b[1m");
    model.output.feed_lines(line.as_bytes());
    model.output.feed(b"\x1b[0m\r\n");
}

/// Writes below what another lesson has printed which one begins here, as a comment. Where nothing has been printed there
/// is nothing to be told apart, and what still runs is not cut in two.
pub(super) fn head(model: &mut Model, title: &str) {
    if model.output.used_rows() == 0 || model.running.is_some() {
        return;
    }
    start_row(&mut model.output);
    model.output.feed(b"\r\n\x1b[2m# ");
    model.output.feed_lines(sanitize(title).as_bytes());
    model.output.feed(b"\x1b[0m\r\n");
}

/// Goes on in a row of its own, below everything: a program that draws all over the screen may have left its cursor in
/// the midst of it.
pub(super) fn start_row(terminal: &mut Terminal) {
    let (cursor, used) = (terminal.cursor(), terminal.used_rows());
    if let Some(below) = used.checked_sub(cursor.row + 1).filter(|below| *below > 0) {
        terminal.feed(format!("\x1b[{below}B").as_bytes());
    }
    if cursor.col > 0 || used > cursor.row {
        terminal.feed(b"\r\n");
    }
}

/// Takes in what the line printed.
pub(super) fn output(model: &mut Model, out: &mut Vec<Effect>, generation: u64, bytes: &Bytes) {
    let Some(running) = model.running.as_mut().filter(|running| running.generation == generation) else {
        return;
    };
    let room = bytes.len().min(CAPTURED.saturating_sub(running.captured));
    running.captured += room;
    running.cut |= room < bytes.len();
    if running.raw {
        model.output.feed(bytes);
        running.capture.feed(&bytes[..room]);
    } else {
        model.output.feed_lines(bytes);
        running.capture.feed_lines(&bytes[..room]);
    }
    // Both emulate the same terminal; one of them answers.
    running.capture.take_replies();
    let replies = model.output.take_replies();
    if running.terminal && !replies.is_empty() {
        out.push(Effect::Send(replies.into()));
    }
    // Where lines come from a pipe, there is nobody to press Ctrl-C.
    let piped = model.front == Front::Lines { typed: false };
    if piped || matches!(&model.screen, Screen::Lesson(lesson) if lesson.solving) {
        interrupt_when_due(running, out);
    }
}

/// Sends the interrupt that a task expects, once all before it has matched.
fn interrupt_when_due(running: &mut Running, out: &mut Vec<Effect>) {
    let Some(watch) = &mut running.watch else { return };
    let lines = running.capture.logical_lines();
    let ended = lines.len().saturating_sub(1);
    for line in lines.get(running.watched..ended).unwrap_or_default() {
        watch.line(line);
    }
    running.watched = running.watched.max(ended);
    if watch.progress() == check::Progress::InterruptNow {
        watch.interrupted();
        running.interrupted = true;
        out.push(Effect::Interrupt);
    }
}

/// Notes how far a piece of work has come.
pub(super) fn progressed(
    model: &mut Model,
    generation: u64,
    id: String,
    action: String,
    amount: Option<Amount>,
) {
    let Some(running) = model.running.as_mut().filter(|running| running.generation == generation) else {
        return;
    };
    if running.progress.len() < PIECES || running.progress.contains_key(&id) {
        running.progress.insert(id, (action, amount));
    }
}

/// Notes how fast it goes.
pub(super) fn paced(model: &mut Model, generation: u64, speed: Speed) {
    if let Some(running) = model.running.as_mut().filter(|running| running.generation == generation) {
        running.speed = Some(speed);
    }
}

/// Empties the output, as `clear` asks.
pub(super) fn cleared(model: &mut Model, generation: u64) {
    if model.running.as_ref().is_some_and(|running| running.generation == generation) {
        clear(model);
    }
}

/// Empties the output.
pub(super) fn clear(model: &mut Model) {
    model.output.clear();
    match &mut model.screen {
        Screen::Start(start) => start.scroll = None,
        Screen::Lesson(lesson) => {
            lesson.scroll.remove(&Pane::Output);
        }
    }
}

/// Ctrl-C: an interrupt to what runs on a terminal; else the line is left, and goes on.
pub(super) fn interrupt(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(running) = &mut model.running else { return };
    if running.terminal {
        running.interrupted = true;
        out.push(Effect::Interrupt);
    } else {
        detach(model, out);
    }
    if let Screen::Lesson(lesson) = &mut model.screen {
        lesson.solving = false;
    }
}

/// Says that a line runs, and what leads back to it or ends it.
pub(super) fn say_busy(model: &mut Model) {
    let said = match model.running.as_ref().filter(|running| running.terminal && !running.attached) {
        Some(left) if left.may_be_shell() => "app-busy-shell",
        Some(_) => "app-busy-left",
        None => "app-busy",
    };
    say(model, Tone::Info, phrase(said));
}

/// Stops looking at the running line.
pub(super) fn detach(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(running) = &mut model.running else { return };
    if !running.detaching {
        running.detaching = true;
        running.attached = false;
        out.push(Effect::Detach);
    }
}

/// The line has ended.
pub(super) fn ended(model: &mut Model, out: &mut Vec<Effect>, generation: u64, outcome: Outcome) {
    let Some(running) = model.running.take_if(|running| running.generation == generation) else { return };
    model.output.feed(CALM);
    start_row(&mut model.output);
    // That it runs is not so any more.
    model
        .notice
        .take_if(|notice| matches!(notice.phrase.key, "app-busy" | "app-busy-left" | "app-busy-shell"));
    let exit = match &outcome {
        Outcome::Exited(code) | Outcome::Refused(_, code) => Some(*code),
        Outcome::Detached | Outcome::Lost => None,
    };
    journal::ended(model, out, &running, &outcome);
    let went_well = record(model, &running, exit);
    if let Some(task) = running.task.filter(|_| exit.is_some()) {
        predict::fix(model, out, task);
    }
    let as_expected = went_well && is_as_expected(model, running.task);
    ending::tell(model, out, &running, outcome, as_expected);
    // `>` may have written into a file.
    edits::look(model, out);
    judging::judge(model, out);
    go_on_solving(model, out, went_well);
}

/// Whether a task has printed what the lesson says.
fn is_as_expected(model: &Model, task: Option<usize>) -> bool {
    let Screen::Lesson(lesson) = &model.screen else { return false };
    task.and_then(|task| lesson.tasks.get(task)).is_some_and(|task| task.as_expected)
}

/// Notes how the task has run, and moves on to the next where it ended as it should.
fn record(model: &mut Model, running: &Running, exit: Option<i64>) -> bool {
    let Screen::Lesson(lesson) = &mut model.screen else { return false };
    let Some(step) = model.course.lessons.get(lesson.lesson).and_then(|all| all.steps.get(lesson.step))
    else {
        return false;
    };
    let Some((index, task)) = running.task.and_then(|index| Some((index, step.tasks.get(index)?))) else {
        return false;
    };
    let went_well = expects_exit(task, exit);
    let run = TaskRun { lines: running.capture.logical_lines(), exit, interrupted: running.interrupted };
    let as_expected = check::compare_best(&task.expected, &run, &lesson.values).matches();
    let Some(state) = lesson.tasks.get_mut(index).filter(|_| exit.is_some()) else { return false };
    // A task that has run well is not undone by a second run that did not.
    if went_well || index >= lesson.task {
        *state = TaskState { run: Some(run), as_expected };
    }
    if went_well && index == lesson.task {
        let done = |task: &usize| {
            let run = lesson.tasks[*task].run.as_ref();
            run.is_some_and(|run| expects_exit(&step.tasks[*task], run.exit))
        };
        let next = (index + 1..lesson.tasks.len()).find(|task| !done(task));
        lesson.task = next.unwrap_or(lesson.tasks.len());
        match (next, model.measured.panes.get(&Pane::Lesson)) {
            (Some(_), _) => scroll::command(lesson),
            // There is no current command to follow any more: the text stays where it is.
            (None, Some(measure)) => {
                lesson.scroll.entry(Pane::Lesson).or_insert(measure.first);
            }
            (None, None) => {}
        }
    }
    if went_well {
        predict::reveal(model, index);
    }
    went_well
}

fn go_on_solving(model: &mut Model, out: &mut Vec<Effect>, went_well: bool) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    if !lesson.solving {
        return;
    }
    if went_well {
        return solve(model, out);
    }
    lesson.solving = false;
    let is_explained = |key: &str| !matches!(key, "app-exited" | "app-refusal-name-taken");
    if model.notice.as_ref().is_none_or(|notice| !is_explained(notice.phrase.key)) {
        say(model, Tone::Warning, phrase("app-solve-stopped"));
    }
}

/// Makes the step's next edit or runs its next task, and after it the others; waits where values are not known yet.
pub(super) fn solve(model: &mut Model, out: &mut Vec<Effect>) {
    let left = offer::rest(model);
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    if !std::mem::replace(&mut lesson.solved, true) {
        journal::solved(model, out);
    }
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    match left {
        Offer::Run { task, line } => {
            lesson.solving = true;
            start(model, out, line, Some(task));
        }
        Offer::Edit { edit, .. } => {
            lesson.solving = true;
            edits::make(model, out, edit);
        }
        Offer::Waiting { .. } => lesson.solving = true,
        _ => lesson.solving = false,
    }
}
