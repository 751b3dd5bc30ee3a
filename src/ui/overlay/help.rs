//! Keys and commands.

use ratatui::style::Style;

use super::super::row::{Row, hanging, rows};
use crate::app::Model;
use crate::app::commands::{COMMANDS, Command};
use crate::app::keymap::{EDITOR, KEYS, Section};
use crate::text::{Span, pad, width};
use crate::ui::Look;

/// The help in rows.
pub(super) fn content(model: &Model, look: &Look, cols: usize) -> Vec<Row> {
    let theme = &look.theme;
    // The editor's keys come first where it is open.
    let mut sections: Vec<&Section> = KEYS.iter().collect();
    sections.insert(if model.editor.is_some() { 0 } else { sections.len() }, &EDITOR);
    let mut out = Vec::new();
    for section in sections {
        out.push(Row::of(look.word(section.title), theme.accent));
        let key_cols = section.keys.iter().map(|(key, _)| width(key)).max().unwrap_or(0);
        for (key, about) in section.keys {
            out.extend(entry(key, key_cols, &look.word(about), look, cols));
        }
        out.push(Row::default());
    }
    out.push(Row::of(look.word("ui-help-commands"), theme.accent));
    let commands: Vec<&Command> =
        COMMANDS.iter().filter(|command| !command.teaching || model.teach.is_some()).collect();
    let name_cols = commands.iter().map(|command| width(&name(command))).max().unwrap_or(0);
    for command in commands {
        let about = match command.key {
            Some(key) => format!("{}  ({key})", look.say(&command.about())),
            None => look.say(&command.about()),
        };
        out.extend(entry(&name(command), name_cols, &about, look, cols));
    }
    out.push(Row::default());
    out.extend(rows(&[Span::new(look.word("ui-help-shell"), theme.dim)], cols));
    out.extend(rows(&[Span::new(look.word("ui-help-words"), theme.dim)], cols));
    out
}

/// A command as it is typed.
pub(in crate::ui) fn name(command: &Command) -> String {
    match command.argument {
        Some(argument) => format!("/{} {argument}", command.name),
        None => format!("/{}", command.name),
    }
}

fn entry(key: &str, key_cols: usize, about: &str, look: &Look, cols: usize) -> Vec<Row> {
    let first = [Span::new(format!("  {}  ", pad(key, key_cols)), look.theme.code)];
    hanging(&first, &[Span::new(about, Style::new())], cols)
}
