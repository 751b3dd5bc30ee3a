//! The slash commands: one table for the prompt, its completion, the palette and the help.

use super::{Model, Screen};
use crate::i18n::{Phrase, phrase};
use crate::shell::nearest;

/// What a command does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Go to the next step, at the last one back to the lessons.
    Next,
    /// Go to the step before.
    Back,
    /// Show one more hint.
    Hint,
    /// Run what is left of the step.
    Solve,
    /// Answer the question that is open.
    Predict,
    /// Judge the step again.
    Check,
    /// Say everything that is in the way of passing.
    Why,
    /// Remove what the lesson made and begin anew.
    Reset,
    /// Bring the engine to where this step begins.
    CatchUp,
    /// Go to a step, and bring the engine to where it begins.
    Jump,
    /// The instructor's notes.
    Notes,
    /// The layout for a projector, or the usual one.
    Projector,
    /// Nothing on the screen until a key is pressed.
    Blank,
    /// Point at a row.
    Point,
    /// Back to the list of lessons.
    Lessons,
    /// Another language.
    Lang,
    /// Other colours.
    Theme,
    /// Read the step's text from its beginning.
    Text,
    /// See what exists.
    Network,
    /// Fold and unfold what exists.
    Fold,
    /// The next pane.
    Pane,
    /// The pane on the whole screen, or back.
    Zoom,
    /// Go to any step.
    Goto,
    /// Follow a link.
    Links,
    /// Look for a word in the focused pane.
    Find,
    /// Empty the output.
    Clear,
    /// Copy the next command, or the output.
    Copy,
    /// Mark with the keyboard what is to be copied.
    Select,
    /// Take the mouse, or give it back to the terminal.
    Mouse,
    /// Stop looking at the running line; it goes on.
    Detach,
    /// Write the report of what was done.
    Report,
    /// Write the screen as a picture.
    Shot,
    /// Record the session, or end that.
    Record,
    /// Explain a word.
    Word,
    /// Keys and commands.
    Help,
    /// Leave.
    Quit,
}

/// One slash command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent of one another")]
pub struct Command {
    /// What it does.
    pub action: Action,
    /// Its name, without the slash.
    pub name: &'static str,
    /// Other names that do the same.
    pub aliases: &'static [&'static str],
    /// The key that does the same, as it is written on keyboards.
    pub key: Option<&'static str>,
    /// What may follow the name, as shown in the help.
    pub argument: Option<&'static str>,
    /// Key of the phrase that describes it.
    pub about: &'static str,
    /// Whether it has a meaning only in a lesson.
    pub in_lesson: bool,
    /// Whether it may be used while a line runs.
    pub while_running: bool,
    /// Whether it is for instructors alone.
    pub teaching: bool,
    /// Whether it has a meaning only where there are panes, not line by line.
    pub needs_screen: bool,
}

impl Command {
    /// The description, to be said in the language shown.
    pub fn about(&self) -> Phrase {
        phrase(self.about)
    }

    /// Whether it has a meaning now: on the screen shown, for whoever uses the program.
    pub fn is_offered(&self, model: &Model) -> bool {
        (!self.in_lesson || matches!(model.screen, Screen::Lesson(_)))
            && (!self.teaching || model.teach.is_some())
            && !(self.needs_screen && model.front.is_lines())
    }

    /// Whether whoever chooses it from a list has yet to say what it is for. What may be left out stands in brackets; but
    /// `/find` alone only looks once more for what was looked for before.
    pub fn needs_argument(&self) -> bool {
        self.action == Action::Find || self.argument.is_some_and(|argument| !argument.starts_with('['))
    }

    /// Whether `name` (without the slash) is its name or one of its aliases.
    pub fn is_called(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
            || self.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name))
    }
}

/// A command as it mostly is: for lessons, and not while a line runs.
const fn lesson(action: Action, name: &'static str, about: &'static str) -> Command {
    Command {
        action,
        name,
        aliases: &[],
        key: None,
        argument: None,
        about,
        in_lesson: true,
        while_running: false,
        teaching: false,
        needs_screen: false,
    }
}

/// A command that only changes what is shown: it may be used at any time.
const fn view(action: Action, name: &'static str, about: &'static str) -> Command {
    Command { while_running: true, ..lesson(action, name, about) }
}

/// A command that has a meaning on every screen, at any time.
const fn general(action: Action, name: &'static str, about: &'static str) -> Command {
    Command { in_lesson: false, ..view(action, name, about) }
}

/// The same command, only where there are panes.
const fn screen(command: Command) -> Command {
    Command { needs_screen: true, ..command }
}

/// Every command, in the order in which they are listed.
pub const COMMANDS: &[Command] = &[
    Command { aliases: &["n"], ..lesson(Action::Next, "next", "app-command-next") },
    Command { aliases: &["b", "prev"], ..lesson(Action::Back, "back", "app-command-back") },
    Command { argument: Some("[STEP]"), ..lesson(Action::Goto, "goto", "app-command-goto") },
    view(Action::Hint, "hint", "app-command-hint"),
    lesson(Action::Solve, "solve", "app-command-solve"),
    Command {
        key: Some("1 … 9"),
        argument: Some("N"),
        ..lesson(Action::Predict, "predict", "app-command-predict")
    },
    view(Action::Check, "check", "app-command-check"),
    view(Action::Why, "why", "app-command-why"),
    lesson(Action::Reset, "reset", "app-command-reset"),
    Command { argument: Some("[STEP]"), ..lesson(Action::CatchUp, "catchup", "app-command-catchup") },
    Command { argument: Some("[STEP]"), teaching: true, ..lesson(Action::Jump, "jump", "app-command-jump") },
    Command { teaching: true, ..general(Action::Notes, "notes", "app-command-notes") },
    Command { teaching: true, ..general(Action::Blank, "blank", "app-command-blank") },
    Command { teaching: true, ..view(Action::Point, "point", "app-command-point") },
    Command { teaching: true, ..view(Action::Projector, "projector", "app-command-projector") },
    Command { aliases: &["start", "home"], ..lesson(Action::Lessons, "lessons", "app-command-lessons") },
    Command {
        key: Some("F2"),
        argument: Some("[LANG]"),
        aliases: &["language"],
        ..general(Action::Lang, "lang", "app-command-lang")
    },
    screen(Command { argument: Some("[NAME]"), ..general(Action::Theme, "theme", "app-command-theme") }),
    view(Action::Text, "text", "app-command-text"),
    Command {
        argument: Some("[all|lesson|WORD]"),
        ..view(Action::Network, "network", "app-command-network")
    },
    screen(Command { key: Some("F5"), ..view(Action::Fold, "fold", "app-command-fold") }),
    screen(Command { key: Some("F3"), ..view(Action::Pane, "pane", "app-command-pane") }),
    screen(Command { key: Some("F4"), ..view(Action::Zoom, "zoom", "app-command-zoom") }),
    screen(Command { argument: Some("[WORD]"), ..general(Action::Find, "find", "app-command-find") }),
    screen(Command { key: Some("Ctrl-L"), ..general(Action::Clear, "clear", "app-command-clear") }),
    screen(Command { argument: Some("[output]"), ..general(Action::Copy, "copy", "app-command-copy") }),
    screen(general(Action::Select, "select", "app-command-select")),
    screen(general(Action::Mouse, "mouse", "app-command-mouse")),
    general(Action::Detach, "detach", "app-command-detach"),
    Command { argument: Some("[FILE]"), ..general(Action::Report, "report", "app-command-report") },
    screen(Command {
        argument: Some("[FILE]"),
        aliases: &["screenshot"],
        ..general(Action::Shot, "shot", "app-command-shot")
    }),
    screen(Command { argument: Some("[FILE]"), ..general(Action::Record, "record", "app-command-record") }),
    Command {
        argument: Some("[WORD]"),
        aliases: &["glossary"],
        ..general(Action::Word, "word", "app-command-word")
    },
    view(Action::Links, "links", "app-command-links"),
    Command { key: Some("F1"), aliases: &["?"], ..general(Action::Help, "help", "app-command-help") },
    Command {
        key: Some("Ctrl-D"),
        aliases: &["q", "exit"],
        ..general(Action::Quit, "quit", "app-command-quit")
    },
];

/// The command that is called `name` (without the slash), or the only one whose name begins so.
pub fn find(name: &str) -> Option<&'static Command> {
    if let Some(exact) = COMMANDS.iter().find(|command| command.is_called(name)) {
        return Some(exact);
    }
    let mut beginning = starting_with(name);
    beginning.next().filter(|_| !name.is_empty() && beginning.next().is_none())
}

/// The command that was probably meant by a name that none has.
pub fn similar(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    nearest(&name, COMMANDS.iter().map(|command| command.name)).filter(|_| name.len() > 2)
}

/// The commands whose name begins with `prefix`.
pub fn starting_with(prefix: &str) -> impl Iterator<Item = &'static Command> {
    let prefix = prefix.to_ascii_lowercase();
    COMMANDS.iter().filter(move |command| command.name.starts_with(&prefix))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::{Translator, available};

    #[test]
    fn names_are_unique() {
        let names: Vec<&str> = COMMANDS
            .iter()
            .flat_map(|command| command.aliases.iter().chain([&command.name]))
            .copied()
            .collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    }

    #[test]
    fn every_command_is_described_in_every_language() {
        for lang in available() {
            let translator = Translator::new(&lang);
            for command in COMMANDS {
                assert_ne!(translator.say(&command.about()), command.about, "{lang}");
            }
        }
    }

    #[test]
    fn a_command_is_found_by_name_alias_or_unique_beginning() {
        let action = |name| find(name).map(|command| command.action);
        assert_eq!(action("next"), Some(Action::Next));
        assert_eq!(action("q"), Some(Action::Quit));
        assert_eq!(action("sol"), Some(Action::Solve));
        assert_eq!(action("NEXT"), Some(Action::Next));
        assert_eq!(action("h"), None, "help or hint");
        assert_eq!(action(""), None);
        assert_eq!(action("nosuch"), None);
    }
}
