//! The prompt's own commands, beside `docker`.

use super::curl::{self, Curl};
use super::slip::line;
use super::url::Url;
use super::{ShellError, Word};
use crate::i18n::phrase;

/// The prompt's own commands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Builtin {
    /// `clear`: empties the output.
    Clear,
    /// `cd [DIR]`, within the workspace.
    Cd(Option<String>),
    /// `pwd`
    Pwd,
    /// `ls [DIR]`, in the workspace.
    Ls(Option<String>),
    /// `cat FILE…`, in the workspace.
    Cat(Vec<String>),
    /// `edit FILE`, in the workspace.
    Edit(String),
    /// `echo WORD…`
    Echo(Vec<String>),
    /// `curl URL`, on this machine and to the engine's containers.
    Curl(Box<Curl>),
    /// `open URL`: shows a page of this machine in the learner's browser.
    Open(Url),
}

/// The names of all of them, as completion and error messages list them.
pub(super) const NAMES: [&str; 9] = ["cat", "cd", "clear", "curl", "echo", "edit", "ls", "open", "pwd"];

/// The built-in that `words` name, if their first is one; `words` is never empty.
pub(super) fn parse(words: &[Word]) -> Option<Result<Builtin, ShellError>> {
    let (first, args) = words.split_first()?;
    let name = first.text.as_str();
    if !NAMES.contains(&name) {
        return None;
    }
    Some(build(first, args))
}

fn build(first: &Word, args: &[Word]) -> Result<Builtin, ShellError> {
    let name = first.text.as_str();
    if name == "echo" {
        return Ok(Builtin::Echo(texts(args)));
    }
    if name == "curl" {
        return curl::parse(args).map(|curl| Builtin::Curl(Box::new(curl)));
    }
    if let Some(flag) = args.iter().find(|word| word.text.len() > 1 && word.text.starts_with('-')) {
        let slip = phrase("shell-builtin-flag").with("name", name).with("flag", flag.text.as_str());
        return Err(line(slip, flag.span.clone()));
    }
    let most = match name {
        "cat" => usize::MAX,
        "cd" | "edit" | "ls" | "open" => 1,
        _ => 0,
    };
    if let Some(extra) = args.get(most) {
        let slip = phrase("shell-builtin-extra").with("name", name).with("most", most);
        return Err(line(slip, extra.span.clone()));
    }
    if name == "open" {
        return page(first, args);
    }
    let dir = || args.first().map(|word| word.text.clone());
    Ok(match name {
        "cat" => Builtin::Cat(texts(args)),
        "cd" => Builtin::Cd(dir()),
        "edit" => {
            let nothing = || line(phrase("shell-edit-nothing"), first.span.clone());
            Builtin::Edit(dir().filter(|path| !path.is_empty()).ok_or_else(nothing)?)
        }
        "ls" => Builtin::Ls(dir()),
        "pwd" => Builtin::Pwd,
        _ => Builtin::Clear,
    })
}

/// The page that `open` shows: one of this machine.
fn page(first: &Word, args: &[Word]) -> Result<Builtin, ShellError> {
    let Some(word) = args.first() else {
        return Err(line(phrase("shell-open-missing"), first.span.clone()));
    };
    match Url::parse(&word.text) {
        Ok(url) if url.is_loopback() => Ok(Builtin::Open(url)),
        _ => Err(line(phrase("shell-open-where").with("url", word.text.as_str()), word.span.clone())),
    }
}

fn texts(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.text.clone()).collect()
}
