//! What the parts of a line are, for colours at the prompt and in a lesson's code.

use std::ops::Range;

use super::docker::walk::{Role, walk};
use super::word::{Token, command_words, lex};
use super::{Word, builtin, unknown};

/// What a part of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// `docker`, a built-in, a filter.
    Command,
    /// A verb of docker's, or the group it is in.
    Verb,
    /// A flag.
    Flag,
    /// A quoted word.
    Quoted,
    /// `|`, `>`, `2>&1`.
    Operator,
    /// From a `#` to the line's end.
    Comment,
    /// What cannot be run: an unknown command, verb or flag, or what this prompt does not do.
    Error,
}

/// The parts of `line` that are more than plain words, in order, none overlapping. What is still being typed, the
/// word at the line's end, is not yet called an error.
pub fn highlight(line: &str) -> Vec<(Range<usize>, Class)> {
    let lexed = lex(line);
    let mut parts: Vec<(Range<usize>, Class)> = Vec::new();
    let stages = lexed.tokens.split(|token| matches!(token, Token::Op { text: "|" | "|&", .. }));
    for (number, stage) in stages.enumerate() {
        let words = command_words(stage);
        let Some((first, args)) = words.split_first() else { continue };
        let known = if number == 0 {
            first.text == "docker" || builtin::NAMES.contains(&first.text.as_str())
        } else {
            unknown::FILTERS.contains(&first.text.as_str())
        };
        parts.push((first.span.clone(), if known { Class::Command } else { Class::Error }));
        if number == 0 && first.text == "docker" {
            docker(args, &mut parts);
        } else {
            parts.extend(args.iter().filter_map(|word| Some((word.span.clone(), plain(word)?))));
        }
    }
    parts.retain(|(span, class)| *class != Class::Error || span.end < line.len());
    parts.extend(lexed.tokens.iter().filter_map(|token| match token {
        Token::Op { text: "|" | "|&" | ">" | ">>" | ">&" | ">|" | "&>" | "&>>", span, .. } => {
            Some((span.clone(), Class::Operator))
        }
        Token::Op { text, span, .. } if *text != "\n" => Some((span.clone(), Class::Error)),
        _ => None,
    }));
    parts.extend(lexed.comments.into_iter().map(|span| (span, Class::Comment)));
    parts.sort_by_key(|(span, _)| span.start);
    let slips = lexed.slips.into_iter().map(|slip| slip.span).filter(|span| span.end < line.len());
    slips.fold(parts, overlaid)
}

fn docker(args: &[&Word], parts: &mut Vec<(Range<usize>, Class)>) {
    let words: Vec<Word> = args.iter().map(|word| (*word).clone()).collect();
    for (word, role) in words.iter().zip(walk(&words).roles) {
        let class = match role {
            Role::Flag => Some(Class::Flag),
            Role::Verb => Some(Class::Verb),
            Role::UnknownFlag | Role::UnknownVerb => Some(Class::Error),
            Role::Value | Role::Argument => plain(word),
        };
        parts.extend(class.map(|class| (word.span.clone(), class)));
    }
}

fn plain(word: &Word) -> Option<Class> {
    if word.quoted {
        Some(Class::Quoted)
    } else {
        word.text.starts_with('-').then_some(Class::Flag).filter(|_| word.text.len() > 1)
    }
}

/// `parts` with an error laid over them.
fn overlaid(parts: Vec<(Range<usize>, Class)>, error: Range<usize>) -> Vec<(Range<usize>, Class)> {
    let mut out = Vec::with_capacity(parts.len() + 2);
    for (span, class) in parts {
        let before = span.start..span.end.min(error.start);
        let after = span.start.max(error.end)..span.end;
        out.extend([before, after].into_iter().filter(|span| !span.is_empty()).map(|span| (span, class)));
    }
    out.push((error, Class::Error));
    out.sort_by_key(|(span, _)| span.start);
    out
}
