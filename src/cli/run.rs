//! `netdojo run 'LINE'`: one line as the prompt runs it, byte for byte, with the line's own exit code.
//!
//! As quick as can be: one connection, no lessons, no watching of the engine.

use std::io::IsTerminal;

use super::{Failure, connect};
use crate::i18n::{Phrase, phrase};
use crate::runtime::browser::Browser;
use crate::runtime::console::Console;
use crate::runtime::editor;
use crate::runtime::line::{self, Ended, Folder, Gate, LineContext};
use crate::session::{Home, Ledger};
use crate::shell::{self, Builtin, Command, Script, ShellError};

/// Runs the line and gives its exit code.
pub fn run(line: &str) -> Result<u8, Failure> {
    let script = match shell::parse(line) {
        Ok(script) => script,
        Err(ShellError::Empty) => return Ok(0),
        Err(ShellError::Line { phrase, code, .. }) => return Err(refused(phrase, code)),
        Err(ShellError::Docker { message, code }) => {
            eprintln!("{message}");
            return Ok(exit_code(code));
        }
    };
    if let Command::Builtin(Builtin::Edit(path)) = &script.command {
        return edit(path);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let ended = runtime.block_on(run_script(&script))?;
    // A thread may still wait for a key; it is not waited for.
    runtime.shutdown_background();
    match ended {
        Ended::Exited(code) | Ended::Left(code) | Ended::Lost(code) => Ok(exit_code(code)),
        Ended::Short(code, phrase) | Ended::Refused(phrase, code) => Err(refused(phrase, code)),
    }
}

async fn run_script(script: &Script) -> Result<Ended, Failure> {
    let home = Home::locate().map_err(|error| Failure::new(error.phrase()))?;
    let folder = Folder::new(&std::env::current_dir()?)?;
    let engine = match script.command {
        _ if !script.asks_engine() => Err(phrase("cli-error-no-engine")),
        Command::Docker(_) => Ok(connect::quick().await?),
        // A page of this machine needs none.
        Command::Builtin(_) => connect::quick().await.map_err(|_| phrase("cli-error-no-engine")),
    };
    // A line that only looks is nobody's: who we are need not be read from the disk.
    let changes = script.docker().is_some_and(|line| !line::subjects(line).is_empty());
    let owner =
        if changes { home.owner().map_err(|error| Failure::new(error.phrase()))? } else { String::new() };
    let context = LineContext {
        engine,
        folder: &folder,
        gate: Gate { ledger: Ledger::new(&home), owner, lesson: None },
        prober: None,
        browser: Browser::Own { stays: false },
    };
    let console = Console::new(script)?;
    Ok(console.run(|io| line::run_script(&context, script, io)).await?)
}

/// `edit FILE` without the terminal program: the learner's own editor, on this terminal.
fn edit(path: &str) -> Result<u8, Failure> {
    let folder = Folder::new(&std::env::current_dir()?)?;
    let file = folder.resolve(path).map_err(Failure::new)?;
    let Some(editor) = editor::of_environment().filter(|_| std::io::stdin().is_terminal()) else {
        return Err(refused(phrase("runtime-edit-nowhere").with("path", path), 1));
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let status = runtime.block_on(async { editor::start(&editor, &file)?.wait().await })?;
    Ok(status.code().map_or(1, |code| exit_code(i64::from(code))))
}

fn refused(phrase: Phrase, code: i64) -> Failure {
    Failure { code: exit_code(code), ..Failure::new(phrase) }
}

/// An exit code as the system knows it: the lowest eight bits.
fn exit_code(code: i64) -> u8 {
    code.to_le_bytes()[0]
}
