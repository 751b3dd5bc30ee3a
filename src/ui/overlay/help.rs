//! Keys and commands.

use ratatui::style::Style;

use super::super::row::{Row, hanging, rows};
use crate::app::Model;
use crate::app::commands::{COMMANDS, Command};
use crate::text::{Span, pad, width};
use crate::ui::Look;

/// Keys, as they are written on keyboards, and what they do.
const KEYS: [(&str, &str); 16] = [
    ("Enter", "ui-key-enter"),
    ("1 … 9", "ui-key-predict"),
    ("Tab  →", "ui-key-take"),
    ("Tab", "ui-key-complete"),
    ("↑ ↓", "ui-key-history"),
    ("Ctrl-R", "ui-key-search"),
    ("Ctrl-A E K U W Y", "ui-key-readline"),
    ("Esc  /", "ui-key-palette"),
    ("Ctrl-C", "ui-key-interrupt"),
    ("Ctrl-]", "ui-key-detach"),
    ("PgUp PgDn", "ui-key-page"),
    ("Shift-↑ ↓", "ui-key-scroll"),
    ("Mouse", "ui-key-drag"),
    ("n  N", "ui-key-find"),
    ("F1 F2 F3 F4", "ui-key-functions"),
    ("Ctrl-D", "ui-key-quit"),
];

/// The help in rows.
pub(super) fn content(model: &Model, look: &Look, cols: usize) -> Vec<Row> {
    let theme = &look.theme;
    let mut out = vec![Row::of(look.word("ui-help-keys"), theme.accent)];
    let key_cols = KEYS.iter().map(|(key, _)| width(key)).max().unwrap_or(0);
    for (key, about) in KEYS {
        out.extend(entry(key, key_cols, &look.word(about), look, cols));
    }
    out.push(Row::default());
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
