//! The command line: one file per subcommand. What to print as the last word is `main`'s.

mod args;
mod clean;
mod completions;
mod connect;
mod doctor;
mod failure;
mod language;
mod lint;
mod look;
mod paper;
mod report;
mod run;
mod start;
mod teach;
mod usage;
mod verify;

use std::ffi::OsString;
use std::io::Write;

use clap::FromArgMatches;

pub use failure::Failure;
pub use language::Wanted;

use crate::i18n::{Translator, available, phrase};
use args::{Cli, Command};

/// Runs the program with these arguments (the program's name first) and gives its exit code.
pub fn run(args: &[OsString], wanted: &Wanted) -> Result<u8, Failure> {
    let cli = match parse(args, wanted)? {
        Parsed::Command(cli) => cli,
        Parsed::Text(text) => {
            std::io::stdout().write_all(text.as_bytes())?;
            return Ok(0);
        }
    };
    let asked = start::Asked::of(&cli);
    if let Some(flag) = start::flag(&cli)
        && !matches!(cli.command, None | Some(Command::Teach(_)))
    {
        return Err(
            Failure::usage(phrase("cli-error-conflict").with("name", flag)).hint(phrase("cli-hint-help"))
        );
    }
    match cli.command {
        Some(Command::Completions(args)) => completions::run(args.shell, &translator(wanted)),
        Some(Command::Run(args)) => run::run(&args.line),
        Some(Command::Lint(args)) => lint::run(args.dir.as_deref(), &translator(wanted)),
        Some(Command::Report(args)) => report::run(&args, wanted),
        Some(Command::Verify(args)) => verify::run(&args, &translator(wanted)),
        None => start::run(wanted, &asked),
        Some(Command::Teach(args)) => teach::run(&args, wanted, &asked),
        Some(Command::Doctor) => doctor::run(&translator(wanted)),
        Some(Command::Clean(args)) => clean::run(&args, &translator(wanted)),
    }
}

/// What the arguments ask for.
enum Parsed {
    /// Something to do.
    Command(Cli),
    /// Help or version, to be printed.
    Text(String),
}

fn parse(args: &[OsString], wanted: &Wanted) -> Result<Parsed, Failure> {
    if let Some(lang) = wanted.unknown() {
        let known: Vec<String> = available().iter().map(ToString::to_string).collect();
        return Err(Failure::usage(phrase("cli-error-lang").with("lang", lang))
            .hint(phrase("cli-hint-values").with("values", known.join(", "))));
    }
    // A plain parse first: the localized command line costs a translator, which a line that
    // runs (`netdojo run`) has no use for.
    if let Ok(cli) = <Cli as clap::Parser>::try_parse_from(args) {
        return Ok(Parsed::Command(cli));
    }
    let command = usage::command(&translator(wanted));
    match command.try_get_matches_from(args).and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => Ok(Parsed::Command(cli)),
        Err(error) => usage::explain(&error).map(Parsed::Text),
    }
}

fn translator(wanted: &Wanted) -> Translator {
    Translator::new(&wanted.choose(None))
}
