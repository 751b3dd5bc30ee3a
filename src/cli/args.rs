//! The command line as clap knows it. What it says is put in by [`super::usage`], in the learner's language.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

/// The program's command line.
#[derive(Debug, Parser)]
#[command(name = "netdojo", version, args_conflicts_with_subcommands = false)]
pub struct Cli {
    /// The language of the program: `ja`, `en`.
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
    /// How the terminal program is shown.
    #[command(flatten)]
    pub shown: Shown,
    /// What to do; without one, the terminal program starts.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// How the terminal program is shown and recorded; `netdojo` and `netdojo teach` take it.
#[derive(Debug, Args)]
pub struct Shown {
    /// Record the session of the terminal program into a file.
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// Line by line instead of on the full screen.
    #[arg(long, conflicts_with_all = ["screen", "record"])]
    pub plain: bool,
    /// On the full screen, also where the terminal does not seem fit for it.
    #[arg(long)]
    pub screen: bool,
    /// ASCII instead of lines, ticks and arrows.
    #[arg(long, conflicts_with = "plain")]
    pub ascii: bool,
}

/// What the program can do without its screen.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run one line as the program's prompt does.
    Run(RunArgs),
    /// The terminal program for whoever teaches.
    Teach(TeachArgs),
    /// Play lessons and check every step.
    Verify(VerifyArgs),
    /// Write down what was done.
    Report(ReportArgs),
    /// Check a lessons folder.
    Lint(LintArgs),
    /// Say what was found on this machine.
    Doctor,
    /// Remove what this program made on the engine.
    Clean(CleanArgs),
    /// Print a shell's completion script.
    Completions(CompletionsArgs),
}

/// `netdojo run`
#[derive(Debug, Args)]
pub struct RunArgs {
    /// The line.
    #[arg(value_name = "LINE", allow_hyphen_values = true)]
    pub line: String,
}

/// `netdojo teach`
#[derive(Debug, Args)]
pub struct TeachArgs {
    /// The lesson to begin with.
    #[arg(value_name = "LESSON")]
    pub lesson: Option<String>,
    /// Show the notes alone, following the program on another terminal.
    #[arg(long, conflicts_with = "lesson")]
    pub notes: bool,
    /// How the program is shown.
    #[command(flatten)]
    pub shown: Shown,
}

/// `netdojo verify`
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// Ids of lessons; all where none is named.
    #[arg(value_name = "LESSON")]
    pub lessons: Vec<String>,
    /// Print one JSON document instead of text.
    #[arg(long)]
    pub json: bool,
}

/// `netdojo report`
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// Ids of lessons; all in which something was done where none is named.
    #[arg(value_name = "LESSON")]
    pub told: Vec<String>,
    /// As one HTML file.
    #[arg(long, conflicts_with = "md")]
    pub html: bool,
    /// As Markdown.
    #[arg(long)]
    pub md: bool,
    /// Write into a file instead of to standard output.
    #[arg(long, short = 'o', value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// `netdojo lint`
#[derive(Debug, Args)]
pub struct LintArgs {
    /// The folder with `course.toml`; the lessons of the program where none is named.
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

/// `netdojo clean`
#[derive(Debug, Args)]
pub struct CleanArgs {
    /// Only say what would be removed.
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask.
    #[arg(long, short = 'y')]
    pub yes: bool,
}

/// `netdojo completions`
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}
