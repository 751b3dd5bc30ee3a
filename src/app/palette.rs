//! The palette: slash commands found by name or description, in any language of the program.

use std::sync::OnceLock;

use nucleo::Utf32String;

use super::Model;
use super::commands::{COMMANDS, Command};
use super::fuzzy::Fuzzy;
use crate::i18n::{Translator, available};

/// The commands that the query finds, best first; all of them in their own order for an empty query.
/// Commands that have no meaning on the screen shown are left out.
pub fn found(model: &Model, query: &str) -> Vec<&'static Command> {
    let usable = COMMANDS.iter().enumerate().filter(|(_, command)| command.is_offered(model));
    let query = query.trim().trim_start_matches(['/', '／']);
    if query.is_empty() {
        return usable.map(|(_, command)| command).collect();
    }
    let mut fuzzy = Fuzzy::new(query);
    let mut scored: Vec<(u32, &Command)> = usable
        .filter_map(|(index, command)| {
            let score = texts()[index].iter().filter_map(|text| fuzzy.score(text)).max();
            score.map(|score| (score, command))
        })
        .collect();
    // Stable: commands that fit equally well stay in the table's order.
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, command)| command).collect()
}

/// What each command may be found by: its names, and its description in every language.
fn texts() -> &'static [Vec<Utf32String>] {
    static TEXTS: OnceLock<Vec<Vec<Utf32String>>> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let translators: Vec<Translator> = available().iter().map(Translator::new).collect();
        let of = |command: &Command| {
            let names =
                std::iter::once(command.name).chain(command.aliases.iter().copied()).map(str::to_owned);
            let about = translators.iter().map(|translator| translator.say(&command.about()));
            names.chain(about).map(Utf32String::from).collect()
        };
        COMMANDS.iter().map(of).collect()
    })
}
