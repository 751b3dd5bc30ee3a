//! Pasted text. Nothing of it runs by itself: lines wait in the prompt, one at a time.

use super::{container, say};
use crate::app::{Effect, Model, Overlay, Tone, layout};
use crate::i18n::phrase;
use crate::shell::{self, LeftOpen};

/// So many pasted lines are kept.
const LINES: usize = 100;

/// So much pasted text is taken at all.
const BYTES: usize = 64 * 1024;

/// Text was pasted.
pub(super) fn paste(model: &mut Model, out: &mut Vec<Effect>, pasted: &str) {
    if layout::areas(model).is_none() {
        return;
    }
    if model.editor.is_some() && model.overlay.is_none() {
        return super::editor::paste(model, pasted);
    }
    if model.editor.is_none() && container::is_attached(model) {
        return container::paste(model, out, pasted);
    }
    let whole = pasted.len();
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
    model.prompt.pasted = lines.by_ref().take(LINES).collect();
    if whole > pasted.len() || lines.next().is_some() {
        let limits = phrase("app-pasted-cut").with("kilobytes", BYTES / 1024).with("lines", LINES + 1);
        say(model, Tone::Warning, limits);
    } else if !model.prompt.pasted.is_empty() {
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
    for line in pasted.lines() {
        let open = commands.last().and_then(|last| shell::left_open(last));
        let (prompt, row) = match line.trim().strip_prefix("$ ") {
            Some(rest) => (true, rest.trim_start()),
            None if open.is_some() => (false, line.trim().strip_prefix("> ").unwrap_or(line.trim())),
            None => (false, line.trim()),
        };
        match (commands.last_mut(), open) {
            // What is in quotes is taken as it stands.
            (Some(last), Some(LeftOpen::Quote(_))) if !prompt => {
                last.push('\n');
                last.push_str(line);
            }
            (Some(last), Some(open)) if !prompt => {
                let kept = if open == LeftOpen::Escape { last.len() - 1 } else { last.len() };
                last.truncate(last[..kept].trim_end().len());
                last.push(' ');
                last.push_str(row.trim_start());
            }
            _ if is_transcript && !prompt => {}
            _ if row.is_empty() || row.starts_with('#') => {}
            _ => commands.push(row.to_owned()),
        }
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
    fn quotes_may_go_over_several_lines() {
        let pasted = "docker exec a sh -c 'echo 1\n  echo 2'\ndocker ps |\n  wc -l\n";
        assert_eq!(commands(pasted), ["docker exec a sh -c 'echo 1\n  echo 2'", "docker ps | wc -l"]);
    }

    #[test]
    fn one_line_is_taken_as_it_is() {
        assert_eq!(commands("alpine_01 "), ["alpine_01 "]);
        assert_eq!(commands("$ docker ps"), ["docker ps"]);
        assert_eq!(commands("\n\n"), Vec::<String>::new());
    }
}
