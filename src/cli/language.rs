//! Which language to speak: `--lang`, `NETDOJO_LANG`, what was chosen before, the environment's locale.

use std::ffi::OsString;

use crate::i18n::{Lang, available, negotiate};

/// Names of languages from the most to the least wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// What `--lang` or `NETDOJO_LANG` says: stands above what was chosen in the program.
    pub said: Option<String>,
    /// What the environment's locale says.
    pub locales: Vec<String>,
}

impl Wanted {
    /// Reads `--lang` from `args` (before clap does, so that clap can speak that language too),
    /// then the environment.
    pub fn read(args: &[OsString]) -> Self {
        let said = flag(args).or_else(|| std::env::var("NETDOJO_LANG").ok()).filter(|lang| !lang.is_empty());
        Self { said, locales: environment() }
    }

    /// The language to speak, where `chosen` is what the learner chose in the program earlier.
    pub fn choose(&self, chosen: Option<&str>) -> Lang {
        let names: Vec<&str> = self
            .said
            .as_deref()
            .into_iter()
            .chain(chosen)
            .chain(self.locales.iter().map(String::as_str))
            .collect();
        negotiate(&names)
    }

    /// The language that was asked for by name and that this program does not have.
    pub fn unknown(&self) -> Option<&str> {
        let said = self.said.as_deref()?;
        let language = said.split(['-', '_', '.', '@']).next().unwrap_or(said);
        let known = available().iter().any(|lang| lang.language.as_str().eq_ignore_ascii_case(language));
        (!known).then_some(said)
    }
}

/// The locale of the environment as POSIX has it: the first that is set decides.
fn environment() -> Vec<String> {
    let posix = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    posix.map_or_else(|| sys_locale::get_locales().collect(), |locale| vec![locale])
}

fn flag(args: &[OsString]) -> Option<String> {
    let mut args = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    while let Some(arg) = args.next() {
        if arg == "--" {
            return None;
        }
        if arg == "--lang" {
            return args.next().map(std::borrow::Cow::into_owned);
        }
        if let Some(value) = arg.strip_prefix("--lang=") {
            return Some(value.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    #[test]
    fn the_flag_is_found_wherever_it_stands() {
        assert_eq!(flag(&args(&["netdojo", "--lang", "ja"])).as_deref(), Some("ja"));
        assert_eq!(flag(&args(&["netdojo", "verify", "--lang=en", "link"])).as_deref(), Some("en"));
        assert_eq!(flag(&args(&["netdojo", "run", "--", "--lang", "ja"])), None);
        assert_eq!(flag(&args(&["netdojo", "--lang"])), None);
    }

    #[test]
    fn what_is_said_stands_above_what_was_chosen_and_that_above_the_locale() {
        let mut wanted = Wanted { said: None, locales: vec!["ja_JP.UTF-8".into()] };
        assert_eq!(wanted.choose(None).to_string(), "ja");
        assert_eq!(wanted.choose(Some("en")).to_string(), "en");
        wanted.said = Some("ja".into());
        assert_eq!(wanted.choose(Some("en")).to_string(), "ja");
        assert_eq!(Wanted::default().choose(None).to_string(), "en");
    }

    #[test]
    fn a_language_that_is_not_there_is_noticed() {
        let wanted = |said: &str| Wanted { said: Some(said.into()), locales: Vec::new() };
        assert_eq!(wanted("tlh").unknown(), Some("tlh"));
        assert_eq!(wanted("ja-JP").unknown(), None);
        assert_eq!(wanted("en_US.UTF-8").unknown(), None);
        assert_eq!(Wanted::default().unknown(), None);
    }
}
