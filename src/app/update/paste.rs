//! Pasted text. Nothing of it runs by itself: lines wait in the prompt, one at a time.

use super::{container, say};
use crate::app::{Effect, Model, Overlay, Tone, layout};
use crate::i18n::phrase;

/// So many pasted lines are kept.
const LINES: usize = 100;

/// So much pasted text is taken at all.
const BYTES: usize = 64 * 1024;

/// Text was pasted.
pub(super) fn paste(model: &mut Model, out: &mut Vec<Effect>, pasted: &str) {
    if layout::areas(model).is_none() {
        return;
    }
    if model.editor.is_some() {
        return super::editor::paste(model, pasted);
    }
    if container::is_attached(model) {
        return container::paste(model, out, pasted);
    }
    let pasted = cut(pasted, BYTES);
    if let Some(Overlay::Palette { query, selected }) = &mut model.overlay {
        query.extend(pasted.chars().filter(|c| !c.is_control()));
        *selected = 0;
        return;
    }
    if model.overlay.is_some() {
        return;
    }
    if model.prompt.search.is_some() {
        let history = std::mem::take(&mut model.progress.history);
        model.prompt.search_for(pasted, &history);
        model.progress.history = history;
        return;
    }
    let mut lines = commands(pasted).into_iter();
    if let Some(first) = lines.next() {
        model.prompt.insert(&first);
    }
    model.prompt.pasted = lines.take(LINES).collect();
    if !model.prompt.pasted.is_empty() {
        let count = model.prompt.pasted.len() + 1;
        say(model, Tone::Info, phrase("app-pasted").with("count", count));
    }
    super::complete::refresh(model);
}

/// What is taken of pasted text: about so many bytes, and whole characters.
pub(super) fn cut(pasted: &str, bytes: usize) -> &str {
    let end = pasted.char_indices().map(|(at, _)| at).find(|at| *at >= bytes);
    &pasted[..end.unwrap_or(pasted.len())]
}

/// The commands in pasted text: continuation lines joined; where lines begin with `$ `, as in a lesson,
/// only those are commands.
fn commands(pasted: &str) -> Vec<String> {
    let pasted = pasted.replace("\r\n", "\n").replace('\r', "\n");
    if !pasted.contains('\n') {
        return vec![pasted.strip_prefix("$ ").unwrap_or(&pasted).to_owned()];
    }
    let is_transcript = pasted.lines().any(|line| line.trim_start().starts_with("$ "));
    let mut commands: Vec<String> = Vec::new();
    let mut continued = false;
    for line in pasted.lines() {
        let line = line.trim();
        let (prompt, line) = match line.strip_prefix("$ ") {
            Some(rest) => (true, rest.trim_start()),
            None if continued => (false, line.strip_prefix("> ").unwrap_or(line)),
            None => (false, line),
        };
        let (line, goes_on) = match line.strip_suffix('\\') {
            Some(rest) => (rest.trim_end(), true),
            None => (line, false),
        };
        match commands.last_mut() {
            Some(last) if continued && !prompt => {
                last.push(' ');
                last.push_str(line.trim_start());
            }
            _ if is_transcript && !prompt => continue,
            _ if line.is_empty() || line.starts_with('#') => continue,
            _ => commands.push(line.to_owned()),
        }
        continued = goes_on;
    }
    commands
}

#[cfg(test)]
mod tests {
    use super::commands;

    #[test]
    fn continuation_lines_are_joined() {
        let pasted = "docker run -d \\\n  --name a \\\n  alpine\n\ndocker ps\n";
        assert_eq!(commands(pasted), ["docker run -d --name a alpine", "docker ps"]);
    }

    #[test]
    fn of_a_transcript_only_the_commands_are_taken() {
        let pasted =
            "# start it\r\n$ docker run -d \\\r\n>   alpine\r\n9f2c\r\n$ docker ps\r\nCONTAINER ID\r\n";
        assert_eq!(commands(pasted), ["docker run -d alpine", "docker ps"]);
    }

    #[test]
    fn one_line_is_taken_as_it_is() {
        assert_eq!(commands("alpine_01 "), ["alpine_01 "]);
        assert_eq!(commands("$ docker ps"), ["docker ps"]);
        assert_eq!(commands("\n\n"), Vec::<String>::new());
    }
}
