//! What the slash commands do.

use super::{
    bringing, edits, enter, fit_output, judging, keep, keys, lesson, predict, reading, running, save, say,
    scroll, select, showing, sight, theme,
};
use crate::app::commands::{Action, COMMANDS, Command, find, similar};
use crate::app::offer::{Offer, current_step, offer, rest};
use crate::app::{Confirm, Effect, Model, Overlay, Pane, Screen, TaskState, Tone, alerts, glossary};
use crate::check::Verdict;
use crate::i18n::{Lang, phrase};
use crate::lesson::AlertKind;

/// A slash command was typed: what follows the slash.
pub(super) fn typed(model: &mut Model, out: &mut Vec<Effect>, rest: &str) {
    let (name, argument) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    match find(name) {
        Some(command) => run_command(model, out, command, argument.trim()),
        None if name.is_empty() => {
            model.overlay = Some(Overlay::Palette { query: String::new(), selected: 0 });
        }
        None => match similar(name) {
            Some(meant) => {
                let said = phrase("app-no-such-command-but").with("name", name).with("meant", meant);
                say(model, Tone::Warning, said);
            }
            None => say(model, Tone::Warning, phrase("app-no-such-command").with("name", name)),
        },
    }
}

/// Runs a command by what it does.
pub(super) fn run(model: &mut Model, out: &mut Vec<Effect>, action: Action, argument: &str) {
    if let Some(command) = COMMANDS.iter().find(|command| command.action == action) {
        run_command(model, out, command, argument);
    }
}

fn run_command(model: &mut Model, out: &mut Vec<Effect>, command: &Command, argument: &str) {
    if command.in_lesson && matches!(model.screen, Screen::Start(_)) {
        return say(model, Tone::Info, phrase("app-only-in-lesson").with("name", command.name));
    }
    if command.teaching && model.teach.is_none() {
        return say(model, Tone::Info, phrase("app-only-teaching").with("name", command.name));
    }
    if command.needs_screen && model.front.is_lines() {
        return say(model, Tone::Info, phrase("app-only-on-screen").with("name", command.name));
    }
    if command.argument.is_none() && !argument.is_empty() {
        return say(model, Tone::Warning, phrase("app-no-argument").with("name", command.name));
    }
    if !command.while_running && model.running.is_some() {
        return running::say_busy(model);
    }
    if !command.while_running && enter::is_bringing(model) {
        return say(model, Tone::Info, phrase("app-bringing"));
    }
    match command.action {
        Action::Next => lesson::next(model, out),
        Action::Back => lesson::back(model, out),
        Action::Hint => hint(model),
        Action::Solve => solve(model, out),
        Action::Predict => predict::typed(model, out, argument),
        Action::Check => check(model, out),
        Action::Why => why(model, out),
        Action::Reset => ask_reset(model),
        Action::CatchUp => bringing::catch_up(model, out, argument),
        Action::Jump => bringing::jump(model, out, argument),
        Action::Projector => showing::projector(model, out),
        Action::Blank => showing::blank(model),
        Action::Point => showing::point(model),
        Action::Notes => model.overlay = Some(Overlay::Notes { scroll: 0 }),
        Action::Lessons => to_lessons(model, out),
        Action::Lang => language(model, out, argument),
        Action::Theme => theme::typed(model, out, argument),
        Action::Text => show(model, out, Pane::Lesson),
        Action::Network => {
            sight::ask(model, argument);
            show(model, out, Pane::Network);
        }
        Action::Fold => sight::begin(model, out),
        Action::Pane => scroll::focus_next(model, out, false),
        Action::Zoom => zoom(model, out),
        Action::Goto => reading::go_to(model, out, argument),
        Action::Links => reading::show_links(model, None),
        Action::Find => super::find::typed_word(model, argument),
        Action::Clear => running::clear(model),
        Action::Copy => copy(model, out, argument),
        Action::Select => select::begin(model),
        Action::Mouse => mouse(model, out),
        Action::Detach => detach(model, out),
        Action::Report => keep::report(model, out, argument),
        Action::Shot => keep::shot(out, argument),
        Action::Record => keep::record(model, out, argument),
        Action::Word => word(model, argument),
        Action::Help => model.overlay = Some(Overlay::Help { scroll: 0 }),
        Action::Quit => keys::leave(model, out, None),
    }
}

/// Brings a pane into sight, from its beginning.
fn show(model: &mut Model, out: &mut Vec<Effect>, pane: Pane) {
    if model.front.is_lines() {
        model.asked = Some(pane);
        return;
    }
    if let Screen::Lesson(lesson) = &mut model.screen {
        lesson.scroll.insert(pane, 0);
    }
    scroll::focus(model, pane);
    fit_output(model, out);
}

fn hint(model: &mut Model) {
    let count = alerts::count(model, AlertKind::Tip);
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    if lesson.hints < count {
        lesson.hints += 1;
        scroll::hint(lesson);
        let (number, shown) = (lesson.hints, phrase("app-hint"));
        say(model, Tone::Info, shown.with("number", number).with("count", count));
    } else if count == 0 {
        say(model, Tone::Info, phrase("app-no-hints"));
    } else {
        say(model, Tone::Info, phrase("app-no-more-hints"));
    }
}

fn solve(model: &mut Model, out: &mut Vec<Effect>) {
    match rest(model) {
        Offer::Blocked(reason) => say(model, Tone::Warning, reason),
        Offer::Run { .. } | Offer::Edit { .. } | Offer::Waiting { .. } => {
            forget_later_runs(model);
            // What counts as made may hold more than the edit: it is looked at as well.
            if let Screen::Lesson(lesson) = &mut model.screen {
                lesson.edits.fill(false);
            }
            running::solve(model, out);
        }
        Offer::Check => solve_again(model, out),
        _ => say(model, Tone::Info, phrase("app-nothing-to-solve")),
    }
}

/// Explains a word, or lists them all.
fn word(model: &mut Model, typed: &str) {
    let words = &model.course.glossary;
    let id = glossary::find(words, typed).map(str::to_owned);
    if words.words_in(&model.lang).is_empty() {
        say(model, Tone::Info, phrase("app-no-glossary"));
    } else if id.is_none() && !typed.is_empty() {
        say(model, Tone::Warning, phrase("app-no-such-word").with("word", typed));
    } else {
        model.overlay = Some(Overlay::Word { id, scroll: 0 });
    }
}

/// All tasks have run, and the step has not passed: they are run once more, and its edits looked at: what counts as made
/// may still be what is in the way.
fn solve_again(model: &mut Model, out: &mut Vec<Effect>) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    if lesson.tasks.is_empty() && lesson.edits.is_empty() {
        return say(model, Tone::Info, phrase("app-nothing-to-solve"));
    }
    lesson.task = 0;
    lesson.tasks.fill_with(TaskState::default);
    lesson.edits.fill(false);
    running::solve(model, out);
}

/// In a challenge, what the learner ran counts only up to the first line that is still to run: those after it come
/// once more, since they may have done their work too early (a configuration read before it was written).
fn forget_later_runs(model: &mut Model) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    if !current_step(model, lesson).is_some_and(|step| step.challenge) {
        return;
    }
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    let later = lesson.tasks.iter_mut().skip(lesson.task + 1);
    later.for_each(|task| *task = TaskState::default());
}

/// All that is in the way. Whoever asks is told, also where nothing has been tried yet.
fn why(model: &mut Model, out: &mut Vec<Effect>) {
    model.overlay = Some(Overlay::Why { scroll: 0 });
    if let Screen::Lesson(lesson) = &model.screen
        && lesson.result.verdict == Verdict::NotRun
    {
        judging::judge_as_asked(model, out);
    }
}

fn check(model: &mut Model, out: &mut Vec<Effect>) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    if let Some(reason) = crate::app::offer::blocked(model, lesson) {
        return say(model, Tone::Warning, reason);
    }
    if current_step(model, lesson).is_some_and(crate::lesson::Step::is_reading) {
        return say(model, Tone::Info, phrase("app-nothing-to-check"));
    }
    if let Verdict::Skipped(reason) = &lesson.result.verdict {
        let reason = reason.clone();
        return say(model, Tone::Info, reason);
    }
    if model.front.is_lines() {
        model.asked = Some(Pane::Check);
    }
    say(model, Tone::Info, phrase("app-judging"));
    edits::look(model, out);
    judging::judge_as_asked(model, out);
}

fn ask_reset(model: &mut Model) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    if !model.connection.is_ready() || lesson.opening.is_some() || lesson.resetting.is_some() {
        if let Some(reason) = crate::app::offer::blocked(model, lesson) {
            say(model, Tone::Warning, reason);
        }
        return;
    }
    model.confirm = Some(Confirm::Reset);
    say(model, Tone::Warning, phrase("app-confirm-reset"));
}

fn to_lessons(model: &mut Model, out: &mut Vec<Effect>) {
    if let Screen::Lesson(lesson) = &model.screen {
        let index = lesson.lesson;
        lesson::to_start(model, out, index);
    }
}

fn language(model: &mut Model, out: &mut Vec<Effect>, wanted: &str) {
    let chosen = if wanted.is_empty() { following(model) } else { named(model, wanted) };
    let Some(lang) = chosen else {
        let known: Vec<String> = model.langs.iter().map(ToString::to_string).collect();
        let unknown = phrase("app-no-such-language").with("name", wanted).with("known", known.join(", "));
        return say(model, Tone::Warning, unknown);
    };
    model.progress.lang = Some(lang.to_string());
    model.lang = lang;
    scroll::lose_texts(model);
    save(model, out);
}

fn following(model: &Model) -> Option<Lang> {
    let now = model.langs.iter().position(|lang| *lang == model.lang);
    let next = now.map_or(0, |now| (now + 1) % model.langs.len());
    model.langs.get(next).cloned()
}

fn named(model: &Model, wanted: &str) -> Option<Lang> {
    let wanted: Lang = wanted.parse().ok()?;
    let exact = model.langs.iter().find(|lang| **lang == wanted);
    exact.or_else(|| model.langs.iter().find(|lang| lang.language == wanted.language)).cloned()
}

fn zoom(model: &mut Model, out: &mut Vec<Effect>) {
    if let Screen::Lesson(lesson) = &mut model.screen {
        lesson.zoomed = !lesson.zoomed;
    }
    fit_output(model, out);
}

fn copy(model: &mut Model, out: &mut Vec<Effect>, what: &str) {
    let (copied, text) = if what.eq_ignore_ascii_case("output") {
        ("app-copied-output", Some(model.output.logical_lines().join("\n")))
    } else {
        let line = match offer(model) {
            Offer::Run { line, .. } | Offer::Edit { line, .. } => Some(line),
            _ => None,
        };
        ("app-copied-command", line)
    };
    match text.filter(|text| !text.is_empty()) {
        Some(text) => {
            out.push(Effect::Copy(text));
            say(model, Tone::Info, phrase(copied));
        }
        None => say(model, Tone::Info, phrase("app-nothing-to-copy")),
    }
}

fn mouse(model: &mut Model, out: &mut Vec<Effect>) {
    model.mouse = !model.mouse;
    out.push(Effect::CaptureMouse(model.mouse));
    say(model, Tone::Info, phrase(if model.mouse { "app-mouse-on" } else { "app-mouse-off" }));
}

fn detach(model: &mut Model, out: &mut Vec<Effect>) {
    if model.running.is_some() {
        running::detach(model, out);
    } else {
        say(model, Tone::Info, phrase("app-nothing-runs"));
    }
}

/// The pane that keys scroll.
pub(super) fn focused(model: &Model) -> Pane {
    match &model.screen {
        Screen::Start(_) => Pane::Output,
        Screen::Lesson(lesson) => lesson.focus,
    }
}
