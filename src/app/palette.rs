//! The palette: slash commands found by name or description, in any language of the program.

use std::cmp::Reverse;
use std::sync::OnceLock;

use nucleo::Utf32String;

use super::Model;
use super::commands::{self, Action, COMMANDS, Command, similar};
use super::fuzzy::Fuzzy;
use crate::i18n::{Translator, available, phrase};

/// Other words by which people look for a command: keys of phrases.
const WORDS: &[(Action, &str)] = &[
    (Action::Next, "app-words-next"),
    (Action::Back, "app-words-back"),
    (Action::Goto, "app-words-goto"),
    (Action::Hint, "app-words-hint"),
    (Action::Solve, "app-words-solve"),
    (Action::Predict, "app-words-predict"),
    (Action::Check, "app-words-check"),
    (Action::Why, "app-words-why"),
    (Action::Reset, "app-words-reset"),
    (Action::CatchUp, "app-words-catchup"),
    (Action::Lessons, "app-words-lessons"),
    (Action::Lang, "app-words-lang"),
    (Action::Theme, "app-words-theme"),
    (Action::Clear, "app-words-clear"),
    (Action::Copy, "app-words-copy"),
    (Action::Detach, "app-words-detach"),
    (Action::Report, "app-words-report"),
    (Action::Shot, "app-words-shot"),
    (Action::Record, "app-words-record"),
    (Action::Word, "app-words-word"),
    (Action::Help, "app-words-help"),
    (Action::Quit, "app-words-quit"),
];

/// The commands that the query finds, best first; all of them in their own order for an empty query.
/// Commands that have no meaning on the screen shown are left out. A query with a slash is a name, perhaps with a slip.
pub fn found(model: &Model, query: &str) -> Vec<&'static Command> {
    let usable = COMMANDS.iter().zip(texts()).filter(|(command, _)| command.is_offered(model));
    let typed = query.trim();
    let query = typed.trim_start_matches(['/', '／']);
    if query.is_empty() {
        return usable.map(|(command, _)| command).collect();
    }
    if let Some((command, _)) = with_argument(query).filter(|(command, _)| command.is_offered(model)) {
        return vec![command];
    }
    let mut fuzzy = Fuzzy::new(query);
    let ranked: Vec<(Found, &Command)> =
        usable.filter_map(|(command, texts)| Some((rank(texts, &mut fuzzy)?, command))).collect();
    if query.len() < typed.len() { called(model, query, ranked) } else { best(query, ranked) }
}

/// Of what was found, what has the query in its name; else the command whose name it is a slip of.
fn called(model: &Model, query: &str, mut found: Vec<(Found, &'static Command)>) -> Vec<&'static Command> {
    found.retain(|(rank, _)| matches!(rank, Found::Name(_)));
    if found.is_empty() {
        let meant = similar(query).and_then(commands::find).filter(|command| command.is_offered(model));
        return meant.into_iter().collect();
    }
    best(query, found)
}

/// What was found, best first. Letters here and there are better than nothing, and no better than that.
fn best(query: &str, mut found: Vec<(Found, &'static Command)>) -> Vec<&'static Command> {
    let letters = query.chars().filter(|letter| !letter.is_whitespace()).count();
    let only_scattered = found.iter().all(|(rank, _)| matches!(rank, Found::Scattered(_)));
    found.retain(|(rank, _)| match rank {
        Found::Scattered(piece) => only_scattered && piece * 2 > letters,
        _ => true,
    });
    // Stable: commands that fit equally well stay in the table's order.
    found.sort_by_key(|(rank, _)| Reverse(*rank));
    found.into_iter().map(|(_, command)| command).collect()
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
    /// By another word for it, and how well.
    Meant(u32),
    /// By one of its names, and how well.
    Name(u32),
}

fn rank(texts: &Texts, fuzzy: &mut Fuzzy) -> Option<Found> {
    let named = texts.names.iter().filter_map(|text| fuzzy.score(text)).max();
    if let Some(score) = named {
        return Some(Found::Name(score));
    }
    if let Some(score) = texts.words.iter().filter_map(|text| fuzzy.score_whole(text)).max() {
        return Some(Found::Meant(score));
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
    /// Other words for it in every language.
    words: Vec<Utf32String>,
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
            let words = WORDS.iter().filter(|(action, _)| *action == command.action);
            let words =
                words.flat_map(|(_, key)| translators.iter().map(|translator| translator.say(&phrase(key))));
            Texts {
                words: words.map(Utf32String::from).collect(),
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
        for (query, name) in [
            ("screenshot", "shot"),
            ("スクリーンショット", "shot"),
            ("レポート", "report"),
            ("leave", "quit"),
            ("やめる", "quit"),
            ("shortcuts", "help"),
            ("dark", "theme"),
            ("ヘルプ", "help"),
            ("/hlep", "help"),
        ] {
            assert_eq!(names(query).first(), Some(&name), "{query}");
        }
        assert_eq!(names("/xqzzy"), [""; 0], "what has a slash is a name");
        // No command has it; letters that stand together resemble it more than those of a whole sentence.
        assert_eq!(names("ports").first(), Some(&"report"));
    }
}
