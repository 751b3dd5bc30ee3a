//! The command line's help and its errors, in the learner's language.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::Failure;
use super::args::Cli;
use crate::i18n::{Phrase, Translator, phrase};

/// The whole command line, saying everything in the translator's language.
pub fn command(translator: &Translator) -> Command {
    let version = Arg::new("version")
        .long("version")
        .short('V')
        .action(ArgAction::Version)
        .help(translator.say(&phrase("cli-arg-version")));
    let root = Cli::command().disable_version_flag(true).arg(version);
    let mut command = localized(root, translator).after_help(translator.say(&phrase("cli-after-help")));
    for name in ["run", "teach", "verify", "report", "lint", "doctor", "clean", "completions"] {
        command = command.mut_subcommand(name, |subcommand| localized(subcommand, translator));
    }
    // Refused with the reason, and so not offered.
    let command = command.mut_subcommand("teach", |teach| teach.mut_arg("plain", |plain| plain.hide(true)));
    command.mut_subcommand("run", |run| run.after_help(translator.say(&phrase("cli-run-after-help"))))
}

fn localized(command: Command, translator: &Translator) -> Command {
    let say = |phrase: Phrase| translator.say(&phrase);
    let options = say(phrase("cli-heading-options"));
    let arguments = say(phrase("cli-heading-arguments"));
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        say(phrase("cli-heading-usage"))
    );
    let name = command.get_name().to_owned();
    command
        .about(about(&name).map_or_else(StyledStr::new, |phrase| say(phrase).into()))
        .help_template(template)
        .subcommand_help_heading(say(phrase("cli-heading-commands")))
        .subcommand_value_name(say(phrase("cli-value-command")))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .action(ArgAction::Help)
                .help(say(phrase("cli-arg-help")))
                .help_heading(options.clone()),
        )
        .mut_args(|arg| {
            let heading = if arg.is_positional() { arguments.clone() } else { options.clone() };
            let help = argument(arg.get_id().as_str()).map(say);
            let arg = arg.help_heading(heading).hide_possible_values(false);
            match help {
                Some(help) => arg.help(help),
                None => arg,
            }
        })
}

fn about(name: &str) -> Option<Phrase> {
    Some(match name {
        "netdojo" => phrase("cli-about"),
        "run" => phrase("cli-run-about"),
        "teach" => phrase("cli-teach-about"),
        "verify" => phrase("cli-verify-about"),
        "report" => phrase("cli-report-about"),
        "lint" => phrase("cli-lint-about"),
        "doctor" => phrase("cli-doctor-about"),
        "clean" => phrase("cli-clean-about"),
        "completions" => phrase("cli-completions-about"),
        _ => return None,
    })
}

fn argument(id: &str) -> Option<Phrase> {
    Some(match id {
        "lang" => phrase("cli-arg-lang"),
        "plain" => phrase("cli-arg-plain"),
        "screen" => phrase("cli-arg-screen"),
        "ascii" => phrase("cli-arg-ascii"),
        "line" => phrase("cli-arg-line"),
        "lesson" => phrase("cli-arg-lesson"),
        "notes" => phrase("cli-arg-notes"),
        "lessons" => phrase("cli-arg-lessons"),
        "record" => phrase("cli-arg-record"),
        "html" => phrase("cli-arg-html"),
        "md" => phrase("cli-arg-md"),
        "output" => phrase("cli-arg-output"),
        "told" => phrase("cli-arg-told"),
        "json" => phrase("cli-arg-json"),
        "dir" => phrase("cli-arg-dir"),
        "dry_run" => phrase("cli-arg-dry-run"),
        "yes" => phrase("cli-arg-yes"),
        "shell" => phrase("cli-arg-shell"),
        _ => return None,
    })
}

/// What clap found wrong, as a failure with exit code 2. Help and version are no failures: the text to print.
pub fn explain(error: &clap::Error) -> Result<String, Failure> {
    let text = |kind| error.get(kind).map(plain).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return Ok(error.render().to_string()),
        ErrorKind::InvalidSubcommand => {
            phrase("cli-error-subcommand").with("name", text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument if !text(ContextKind::InvalidArg).starts_with('-') => {
            phrase("cli-error-extra").with("name", text(ContextKind::InvalidArg))
        }
        ErrorKind::UnknownArgument => {
            phrase("cli-error-argument").with("name", text(ContextKind::InvalidArg))
        }
        ErrorKind::MissingRequiredArgument => {
            phrase("cli-error-missing").with("name", text(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation
            if text(ContextKind::InvalidValue).is_empty() =>
        {
            phrase("cli-error-value-missing").with("name", text(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => phrase("cli-error-value")
            .with("name", text(ContextKind::InvalidArg))
            .with("value", text(ContextKind::InvalidValue)),
        ErrorKind::ArgumentConflict | ErrorKind::TooManyValues => {
            phrase("cli-error-conflict").with("name", text(ContextKind::InvalidArg))
        }
        _ => phrase("cli-error-other").with("detail", error.kind().to_string()),
    };
    let hint = suggestion(error).unwrap_or_else(|| phrase("cli-hint-help"));
    Err(Failure::usage(what).hint(hint))
}

fn suggestion(error: &clap::Error) -> Option<Phrase> {
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let suggested = kinds.iter().find_map(|kind| error.get(*kind)).map(plain).filter(|text| !text.is_empty());
    if let Some(suggested) = suggested {
        return Some(phrase("cli-hint-suggested").with("name", suggested));
    }
    let valid = error.get(ContextKind::ValidValue).map(plain).filter(|text| !text.is_empty())?;
    Some(phrase("cli-hint-values").with("values", valid))
}

/// A context value as plain text, without clap's styles.
fn plain(value: &ContextValue) -> String {
    value.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, available};

    fn parse(lang: &Lang, line: &str) -> Result<String, Failure> {
        let command = command(&Translator::new(lang));
        match command.try_get_matches_from(line.split(' ')) {
            Ok(_) => Ok(String::new()),
            Err(error) => explain(&error),
        }
    }

    #[test]
    fn the_command_line_is_sound_in_every_language() {
        for lang in available() {
            command(&Translator::new(&lang)).debug_assert();
        }
    }

    #[test]
    fn help_says_everything_in_the_language_chosen() {
        let ja: Lang = unic_langid::langid!("ja");
        for line in [
            "netdojo --help",
            "netdojo run --help",
            "netdojo teach -h",
            "netdojo verify -h",
            "netdojo clean -h",
            "netdojo lint -h",
        ] {
            let help = parse(&ja, line).expect("help is no failure");
            assert!(help.contains("使い方"), "{help}");
            for english in ["Usage", "Options", "Commands", "Arguments", "Print", "cli-"] {
                assert!(!help.contains(english), "{english} in: {help}");
            }
        }
    }

    #[test]
    fn slips_are_usage_errors_with_a_hint() {
        let en: Lang = unic_langid::langid!("en");
        for (line, key) in [
            ("netdojo veriffy", "cli-error-subcommand"),
            ("netdojo lint --jsno", "cli-error-argument"),
            ("netdojo run", "cli-error-missing"),
            ("netdojo run docker ps", "cli-error-extra"),
            ("netdojo completions tcsh", "cli-error-value"),
            ("netdojo verify --lang", "cli-error-value-missing"),
        ] {
            let failure = parse(&en, line).expect_err(line);
            assert_eq!(failure.code, 2, "{line}");
            assert_eq!(failure.what.key, key, "{line}");
            assert!(failure.hint.is_some());
        }
    }
}
