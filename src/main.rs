//! The program: arguments in, exit code out. The only place that prints the final error and exits.

use std::io::Write;
use std::process::ExitCode;

use netdojo::cli::{self, Wanted};
use netdojo::i18n::Translator;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().collect();
    let wanted = Wanted::read(&args);
    match cli::run(&args, &wanted) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            if !failure.silent {
                let text = failure.render(&Translator::new(&wanted.choose(None)));
                // Where standard error is closed too, nobody is left to be told.
                let _ = std::io::stderr().write_all(text.as_bytes());
            }
            ExitCode::from(failure.code)
        }
    }
}
