//! The palette: slash commands found by name or description, in any language of the program.

use std::cmp::Reverse;
use std::sync::OnceLock;

use nucleo::Utf32String;

use super::Model;
use super::commands::{COMMANDS, Command};
use super::fuzzy::Fuzzy;
use crate::i18n::{Translator, available};

/// The commands that the query finds, best first; all of them in their own order for an empty query.
/// Commands that have no meaning on the screen shown are left out.
pub fn found(model: &Model, query: &str) -> Vec<&'static Command> {
    let usable = COMMANDS.iter().zip(texts()).filter(|(command, _)| command.is_offered(model));
    let query = query.trim().trim_start_matches(['/', '／']);
    if query.is_empty() {
        return usable.map(|(command, _)| command).collect();
    }
    if let Some((command, _)) = with_argument(query).filter(|(command, _)| command.is_offered(model)) {
        return vec![command];
    }
    let mut fuzzy = Fuzzy::new(query);
    let mut ranked: Vec<(Found, &Command)> =
        usable.filter_map(|(command, texts)| Some((rank(texts, &mut fuzzy)?, command))).collect();
    // Stable: commands that fit equally well stay in the table's order.
    ranked.sort_by_key(|(rank, _)| Reverse(*rank));
    ranked.into_iter().map(|(_, command)| command).collect()
}

/// The command that the query begins with, by its whole name, and what it is to be run with.
pub fn with_argument(query: &str) -> Option<(&'static Command, &str)> {
    let query = query.trim().trim_start_matches(['/', '／']);
    let (name, argument) = query.split_once(char::is_whitespace)?;
    let command = COMMANDS.iter().find(|command| command.is_called(name) && command.argument.is_some())?;
    Some((command, argument.trim()))
}

/// Where a command was found: the better the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    /// By letters here and there in what is said of it, and how many of them stand together.
    Scattered(usize),
    /// By words in what is said of it, and how well.
    Words(u32),
    /// By one of its names, and how well.
    Name(u32),
}

fn rank(texts: &Texts, fuzzy: &mut Fuzzy) -> Option<Found> {
    let named = texts.names.iter().filter_map(|text| fuzzy.score(text)).max();
    if let Some(score) = named {
        return Some(Found::Name(score));
    }
    let about = texts.about.iter().filter_map(|text| {
        let words = fuzzy.score_whole(text).map(Found::Words);
        words.or_else(|| fuzzy.longest_piece(text).map(Found::Scattered))
    });
    about.max()
}

/// What a command may be found by.
struct Texts {
    names: Vec<Utf32String>,
    /// Its description in every language.
    about: Vec<Utf32String>,
}

/// What each command may be found by, in the table's order.
fn texts() -> &'static [Texts] {
    static TEXTS: OnceLock<Vec<Texts>> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let translators: Vec<Translator> = available().iter().map(Translator::new).collect();
        let of = |command: &Command| {
            let names = std::iter::once(&command.name).chain(command.aliases);
            let about = translators.iter().map(|translator| translator.say(&command.about()));
            Texts {
                names: names.copied().map(Utf32String::from).collect(),
                about: about.map(Utf32String::from).collect(),
            }
        };
        COMMANDS.iter().map(of).collect()
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::Progress;

    fn names(query: &str) -> Vec<&'static str> {
        let lang = "en".parse().expect("a language");
        let course = Arc::new(crate::lesson::Course::default());
        let model = Model::new(course, Progress::default(), available(), lang, (80, 24));
        found(&model, query).iter().map(|command| command.name).collect()
    }

    #[test]
    fn names_come_before_descriptions_and_words_before_scattered_letters() {
        assert_eq!(names("word")[..2], ["word", "find"]);
        assert_eq!(names("glos"), ["word"], "by an alias");
        assert_eq!(names("pictu")[0], "shot", "by how a word begins");
        assert_eq!(names("session"), ["record"]);
        assert_eq!(names("record")[0], "record");
        assert_eq!(names("/theme dark"), ["theme"], "with what it is to be run with");
        // No command has it; letters that stand together resemble it more than those of a whole sentence.
        assert_eq!(names("ports")[..2], ["report", "find"]);
    }
}
