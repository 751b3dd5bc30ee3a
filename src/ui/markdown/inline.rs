//! Running text: emphasis, code, links, and the learner's own values.

use ratatui::style::{Modifier, Style};

use super::Page;
use crate::lesson::{Inline, Part, Style as Emphasis, word_of};
use crate::text::{Span, expand_tabs, sanitize};
use crate::ui::code::{Language, pieces};
use crate::ui::row::Run;
use crate::ui::theme::Theme;

/// `inlines` as runs on the style `base`.
pub(super) fn runs(page: &Page<'_>, inlines: &[Inline], base: Style) -> Vec<Run> {
    let theme = &page.context.look.theme;
    let mut out = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Break => out.push(Span::new("\n", base)),
            Inline::Text { text, style, link } => {
                let mut look = emphasized(theme, base, *style);
                if link.is_some() {
                    look = look.add_modifier(Modifier::UNDERLINED);
                }
                out.extend(with_values(page, text, look));
                if let Some(url) = link.as_ref().filter(|url| *url != text && !leads_to_word(url)) {
                    out.push(Span::new(format!(" <{}>", sanitize(url)), base.patch(theme.dim)));
                }
            }
        }
    }
    out
}

/// Whether a link is for `/word` to follow: where it leads says nothing to the reader.
fn leads_to_word(url: &str) -> bool {
    word_of(url).is_some() || url.starts_with('#')
}

fn emphasized(theme: &Theme, base: Style, emphasis: Emphasis) -> Style {
    let mut style = base;
    if emphasis.code {
        style = style.patch(theme.code);
    }
    if emphasis.strong {
        style = style.patch(theme.strong);
    }
    if emphasis.emphasis {
        style = style.add_modifier(Modifier::ITALIC);
    }
    if emphasis.strike {
        style = style.add_modifier(Modifier::CROSSED_OUT);
    }
    style
}

/// A line of code in its colours, with the learner's own values put in.
pub(super) fn code(page: &Page<'_>, line: &str, language: Option<Language>, base: Style) -> Vec<Run> {
    let line = expand_tabs(line, 4);
    let pieces = pieces(language, &line, base, &page.context.look.theme);
    pieces.into_iter().flat_map(|(span, style)| with_values(page, &line[span], style)).collect()
}

/// `text` on `style`, with the learner's own values put in and marked as such; a value that is not
/// known yet is shown by its name.
pub(super) fn with_values(page: &Page<'_>, text: &str, style: Style) -> Vec<Run> {
    let own = style.patch(page.context.look.theme.value);
    let text = expand_tabs(text, 4);
    page.context
        .values
        .parts(&text)
        .into_iter()
        .map(|part| match part {
            Part::Written(text) => Span::new(sanitize(&text), style),
            Part::Own(value) => Span::new(sanitize(&value), own),
            Part::Unknown(name) => Span::new(format!("‹{name}›"), own),
        })
        .collect()
}
