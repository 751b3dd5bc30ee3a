//! A first word that this prompt does not know: what the learner may have meant, and what can be typed here.

use super::near::nearest;
use super::{ShellError, Word, builtin};
use crate::i18n::{Phrase, phrase};

/// Filters, which need something before a `|`.
pub(super) const FILTERS: [&str; 8] = ["cut", "grep", "head", "sort", "tail", "tr", "uniq", "wc"];

/// What to say about `word`, the first of a line; `rest` is what follows it.
pub(super) fn command(word: &Word, rest: &[Word]) -> ShellError {
    let name = word.text.as_str();
    ShellError::Line { phrase: explain(name, word.quoted, rest), span: word.span.clone(), code: code(name) }
}

/// A stage after a `|` that is not a filter.
pub(super) fn filter(word: &Word) -> ShellError {
    let name = word.text.as_str();
    let phrase = match nearest(name, FILTERS) {
        Some(near) => phrase("shell-unknown-filter-near").with("name", name).with("near", near),
        None => phrase("shell-unknown-filter").with("name", name),
    };
    ShellError::Line { phrase: phrase.with("filters", FILTERS.join(" ")), span: word.span.clone(), code: 127 }
}

fn code(name: &str) -> i64 {
    if FILTERS.contains(&name) || is_assignment(name) { 2 } else { 127 }
}

fn explain(name: &str, quoted: bool, rest: &[Word]) -> Phrase {
    let followed_by_docker = rest.first().is_some_and(|word| word.text == "docker");
    match name {
        "$" | "#" | ">" | "%" => phrase("shell-pasted-prompt").with("sign", name),
        "sudo" | "doas" => phrase("shell-sudo").with("name", name),
        "time" | "env" | "nohup" | "watch" | "xargs" | "exec" if followed_by_docker => {
            phrase("shell-wrapper").with("name", name)
        }
        "exit" | "quit" | "logout" | "bye" | ":q" => phrase("shell-exit").with("name", name),
        "help" | "?" | "man" => phrase("shell-help"),
        "podman" | "nerdctl" => phrase("shell-other-engine").with("name", name),
        "docker-compose" | "docker.exe" => phrase("shell-compose").with("name", name),
        "vi" | "vim" | "nvim" | "nano" | "emacs" | "code" => phrase("shell-editor").with("name", name),
        "ping" | "ip" | "ifconfig" | "nslookup" | "dig" | "wget" | "nc" | "ss" | "netstat" | "traceroute" => {
            phrase("shell-inside").with("name", name)
        }
        "if" | "for" | "while" | "until" | "case" | "function" | "!" | "{" | "[[" if !quoted => {
            phrase("shell-keyword").with("name", name)
        }
        _ if FILTERS.contains(&name) => phrase("shell-filter-first").with("name", name),
        _ if !quoted && is_assignment(name) => phrase("shell-assignment").with("name", name),
        _ if super::docker::knows(name) => phrase("shell-missing-docker").with("name", name),
        _ => match nearest(name, ["docker"]).or_else(|| nearest(name, builtin::NAMES)) {
            Some(near) => phrase("shell-unknown-near").with("name", name).with("near", near),
            None => phrase("shell-unknown").with("name", name),
        }
        .with("commands", builtin::NAMES.join(" ")),
    }
}

fn is_assignment(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    })
}
