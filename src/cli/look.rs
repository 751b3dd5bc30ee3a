//! What standard output can show.

use std::io::IsTerminal;

use crate::lesson::Look;

/// Colours on a terminal that wants them, more than ASCII in a UTF-8 locale, and the terminal's width.
pub fn of_stdout() -> Look {
    let terminal = std::io::stdout().is_terminal();
    let width =
        if terminal { crossterm::terminal::size().map_or(80, |(cols, _)| usize::from(cols)) } else { 100 };
    Look { color: terminal && wants_colour(), unicode: is_utf8(), width: width.max(40) }
}

/// Whether the environment allows colours.
pub fn wants_colour() -> bool {
    let set = |name: &str| std::env::var(name).is_ok_and(|value| !value.is_empty());
    !set("NO_COLOR") && std::env::var("TERM").as_deref() != Ok("dumb")
}

/// Whether the locale of the environment is UTF-8. macOS and bare containers set none and mean it.
pub fn is_utf8() -> bool {
    let posix = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    posix.is_none_or(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}
