//! Problems as text: with the lines concerned and a caret for a person, one line each for everything else.

use std::fmt::Write as _;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};

use crate::i18n::{Translator, phrase};
use crate::lesson::{Files, Problem};
use crate::text;

/// What the terminal can show.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Columns.
    pub width: usize,
    /// Whether to colour.
    pub color: bool,
    /// Whether line-drawing characters can be shown.
    pub unicode: bool,
}

/// The problems with the lines that they concern, a caret and advice. `files` are those that were linted.
pub fn report_graphical(problems: &[Problem], files: &Files, translator: &Translator, look: Look) -> String {
    let handler = handler(look);
    let mut out = String::new();
    for problem in problems {
        let what = translator.say(&problem.what);
        let shown = Shown::new(problem, files, &what);
        if handler.render_report(&mut out, &shown).is_err() {
            // Only a source that cannot be read does that; the problem is said all the same.
            out.push_str(&report_plain(std::slice::from_ref(problem), translator));
        }
        if let Some(help) = &problem.help {
            let label = translator.say(&phrase("lesson-help"));
            let indent = " ".repeat(text::width(&label) + 3);
            let room = look.width.saturating_sub(indent.len()).max(20);
            for (row, line) in text::wrap_plain(&translator.say(help), room).iter().enumerate() {
                let _ = if row == 0 {
                    writeln!(out, "  {label} {line}")
                } else {
                    writeln!(out, "{indent}{line}")
                };
            }
        }
        out.push('\n');
    }
    out
}

/// The problems as `file:line:column: what`, advice indented below.
pub fn report_plain(problems: &[Problem], translator: &Translator) -> String {
    let mut out = String::new();
    for problem in problems {
        let what = translator.say(&problem.what);
        let _ = writeln!(out, "{}:{}:{}: {what}", problem.file, problem.line, problem.column);
        if let Some(help) = &problem.help {
            let _ = writeln!(out, "    {}", translator.say(help));
        }
    }
    out
}

fn handler(look: Look) -> GraphicalReportHandler {
    let mut characters = if look.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() };
    // Its own sign is an emoji, which terminals disagree about.
    characters.error = "x".into();
    let styles = if look.color { ThemeStyles::ansi() } else { ThemeStyles::none() };
    GraphicalReportHandler::new_themed(GraphicalTheme { characters, styles })
        .with_width(look.width)
        .with_context_lines(1)
        .with_links(false)
        .without_syntax_highlighting()
}

/// A problem as miette draws it.
#[derive(Debug)]
struct Shown {
    message: String,
    source: Option<Named>,
    label: LabeledSpan,
}

impl Shown {
    fn new(problem: &Problem, files: &Files, what: &str) -> Self {
        let text = files.get(&problem.file).and_then(|bytes| std::str::from_utf8(bytes).ok());
        // Spans leave a byte order mark out.
        let text = text.map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
        let source = text.filter(|text| problem.span.end <= text.len());
        Self {
            message: if source.is_some() { what.to_owned() } else { format!("{}: {what}", problem.file) },
            source: source.map(|text| Named { file: problem.file.clone(), text: text.to_owned() }),
            label: LabeledSpan::new_with_span(None, problem.span.clone()),
        }
    }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown {}

impl Diagnostic for Shown {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(self.label.clone())))
    }
}

/// A file as miette reads it. Its own counts columns in bytes.
#[derive(Debug)]
struct Named {
    file: String,
    text: String,
}

impl SourceCode for Named {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let contents = self.text.read_span(span, before, after)?;
        let above = &self.text[..contents.span().offset().min(self.text.len())];
        let column = above.rsplit('\n').next().unwrap_or_default().chars().count();
        Ok(Box::new(MietteSpanContents::new_named(
            self.file.clone(),
            contents.data(),
            *contents.span(),
            contents.line(),
            column,
            contents.line_count(),
        )))
    }
}
