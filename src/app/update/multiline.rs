//! A line in several rows: when Enter opens one more instead of running what is there.

use super::say;
use crate::app::{Model, Tone};
use crate::i18n::phrase;
use crate::shell::{self, LeftOpen};
use crate::text;

/// Opens one more row where the line is not whole: a quote is open, or it ends with a `\` or a `|`; whether it was. An
/// empty row ends the line all the same, so that nobody is kept in a quote that was a slip.
pub(super) fn goes_on(model: &mut Model) -> bool {
    let line = text::fold(&model.prompt.text);
    let rows = line.trim_end_matches([' ', '\t']);
    if rows.ends_with('\n') {
        return false;
    }
    let Some(open) = shell::left_open(&line) else { return false };
    model.prompt.place(usize::MAX);
    model.prompt.newline();
    if let LeftOpen::Quote(quote) = open {
        say(model, Tone::Info, phrase("app-quote-open").with("quote", quote.to_string()));
    }
    true
}

/// Opens a row at the cursor (Alt-Enter). Outside quotes a shell needs a `\` for that.
pub(super) fn open_row(model: &mut Model) {
    let prompt = &mut model.prompt;
    let before = text::fold(&prompt.text[..prompt.cursor]).into_owned();
    if before.trim().is_empty() || before.starts_with('/') || shell::is_comment(&before) {
        return;
    }
    let row = match shell::left_open(&before) {
        Some(_) => "\n",
        None if before.ends_with(' ') => "\\\n",
        None => " \\\n",
    };
    prompt.replace(prompt.cursor..prompt.cursor, row);
    prompt.completion = None;
}
