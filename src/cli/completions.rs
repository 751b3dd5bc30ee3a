//! `netdojo completions SHELL`: the completion script of a shell.

use std::io::Write;

use clap_complete::Shell;

use super::{Failure, usage};
use crate::i18n::Translator;

/// Prints the script on standard output, its descriptions in the translator's language.
pub fn run(shell: Shell, translator: &Translator) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut usage::command(translator), "netdojo", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(0)
}
