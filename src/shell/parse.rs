//! A line's tokens put together: stages, redirection, and the command they run.

use std::ops::Range;

use super::slip::{self, line};
use super::word::{Token, lex};
use super::{
    Builtin, Command, Filter, FilterState, Redirect, Script, ShellError, Word, builtin, docker, unknown,
};
use crate::i18n::phrase;

/// Reads a line as typed, continuation lines and all.
///
/// # Errors
/// [`ShellError::Empty`] for blanks and comments; else what is wrong, with the bytes where it is, or docker's
/// own message where docker itself would refuse the line.
pub fn parse(text: &str) -> Result<Script, ShellError> {
    let lexed = lex(text);
    let stages = stages(&lexed.tokens)?;
    // A pasted prompt sign explains everything after it, so it is said before what a shell would expand.
    if let Some(first) = stages.first().and_then(|stage| stage.words.first())
        && matches!(first.text.as_str(), "$" | "%")
    {
        return Err(unknown::command(first, &[]));
    }
    if let Some(slip) = lexed.slips.into_iter().next() {
        return Err(slip.into());
    }
    let Some((first, rest)) = stages.split_first() else { return Err(ShellError::Empty) };
    let command = command(first)?;
    let filters = rest.iter().map(filter).collect::<Result<Vec<_>, _>>()?;
    let last = stages.len() - 1;
    if let Command::Builtin(Builtin::Edit(_)) = command
        && (last > 0 || first.out.is_some() || first.err.is_some() || first.merge)
    {
        let span = first.words.first().map_or(0..text.len(), |word| word.span.clone());
        return Err(line(phrase("shell-edit-piped"), span));
    }
    if let Some(early) = stages[..last].iter().find_map(|stage| stage.out.as_ref()) {
        return Err(line(phrase("shell-redirect-early"), early.span.clone()));
    }
    Ok(Script {
        command,
        filters,
        redirect: stages[last].out.as_ref().map(|out| out.to.clone()),
        merge_stderr: first.merge,
        stderr: first.err.clone(),
    })
}

/// The words between two `|`, and where its streams go.
#[derive(Debug, Default)]
struct Stage {
    words: Vec<Word>,
    out: Option<Out>,
    /// Where standard error goes instead of the screen.
    err: Option<Redirect>,
    merge: bool,
}

#[derive(Debug)]
struct Out {
    to: Redirect,
    span: Range<usize>,
}

/// Cuts the tokens into stages; none for a line without words.
fn stages(tokens: &[Token]) -> Result<Vec<Stage>, ShellError> {
    let tokens = trim_newlines(tokens);
    let mut stages = Vec::new();
    let mut stage = Stage::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            Token::Word(word) => stage.words.push(word.clone()),
            Token::Op { text: pipe @ ("|" | "|&"), span, .. } => {
                stage.merge |= *pipe == "|&";
                if stage.words.is_empty() {
                    return Err(line(phrase("shell-pipe-nothing-before"), span.clone()));
                }
                // As in bash, a `|` at a line's end goes on in the next one.
                while matches!(tokens.get(at), Some(Token::Op { text: "\n", .. })) {
                    at += 1;
                }
                if at == tokens.len() {
                    return Err(line(phrase("shell-pipe-nothing-after"), span.clone()));
                }
                stages.push(std::mem::take(&mut stage));
            }
            Token::Op { text, fd, span } => {
                if !matches!(*text, ">" | ">>" | ">&" | ">|" | "&>" | "&>>") {
                    return Err(slip::operator(span.clone(), text).into());
                }
                let Some(Token::Word(target)) = tokens.get(at) else {
                    return Err(line(phrase("shell-redirect-nowhere").with("op", *text), span.clone()));
                };
                at += 1;
                redirect(&mut stage, text, *fd, target, span.start..target.span.end)?;
            }
        }
    }
    if stage.words.is_empty() {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Ok(Vec::new()) };
        return Err(line(phrase("shell-redirect-alone"), first.span().start..last.span().end));
    }
    stages.push(stage);
    Ok(stages)
}

fn trim_newlines(mut tokens: &[Token]) -> &[Token] {
    while let [Token::Op { text: "\n", .. }, rest @ ..] = tokens {
        tokens = rest;
    }
    while let [rest @ .., Token::Op { text: "\n", .. }] = tokens {
        tokens = rest;
    }
    tokens
}

fn redirect(
    stage: &mut Stage,
    op: &str,
    fd: Option<u32>,
    target: &Word,
    span: Range<usize>,
) -> Result<(), ShellError> {
    let to = || Redirect { path: target.text.clone(), append: op.ends_with(">>") };
    match (op, fd, target.text.as_str()) {
        (">&", Some(2), "1") => {
            // Where standard output goes *now*: to the pipe or the screen unless `>` came before.
            stage.merge = true;
            stage.err = None;
        }
        (">" | ">>" | ">|", None | Some(1), _) => {
            // `2>&1 >file` leaves standard error where standard output was: on the screen.
            if stage.merge {
                return Err(line(phrase("shell-redirect-order"), span));
            }
            stage.out = Some(Out { to: to(), span });
        }
        (">" | ">>" | ">|", Some(2), _) => {
            stage.merge = false;
            stage.err = Some(to());
        }
        ("&>" | "&>>", None, _) => {
            stage.out = Some(Out { to: to(), span });
            stage.merge = true;
            stage.err = None;
        }
        _ => return Err(line(phrase("shell-redirect-other"), span)),
    }
    Ok(())
}

fn command(stage: &Stage) -> Result<Command, ShellError> {
    let Some((first, args)) = stage.words.split_first() else { return Err(ShellError::Empty) };
    if first.text == "docker" {
        return docker::parse(args).map(|invocation| Command::Docker(Box::new(invocation)));
    }
    match builtin::parse(&stage.words) {
        Some(builtin) => builtin.map(Command::Builtin),
        None => Err(unknown::command(first, args)),
    }
}

fn filter(stage: &Stage) -> Result<Filter, ShellError> {
    let Some((first, args)) = stage.words.split_first() else { return Err(ShellError::Empty) };
    if !unknown::FILTERS.contains(&first.text.as_str()) {
        return Err(unknown::filter(first));
    }
    if let Some(to) = stage.err.as_ref().filter(|to| !to.is_null()) {
        let slip = phrase("shell-redirect-filter-err").with("path", to.path.as_str());
        return Err(line(slip, first.span.clone()));
    }
    let filter =
        Filter { program: first.text.clone(), args: args.iter().map(|word| word.text.clone()).collect() };
    // A slip in a filter is said before anything runs, not after.
    FilterState::compile(&filter).map_err(|refused| refused.at(first, args))?;
    Ok(filter)
}
