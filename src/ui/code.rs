//! Colours for code: command lines as at the prompt, and the kinds of files that lessons have.
//!
//! Line by line, and by what a reader looks for: comments, keywords, strings, variables. A grammar for each would be a
//! great deal of code for a few lines of text.

use std::ops::Range;

use ratatui::style::{Modifier, Style};

use super::{Theme, prompt};
use crate::shell::{Class, highlight};

/// A kind of text that has colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Lines as at the prompt.
    Shell,
    /// Instructions at the beginning of lines.
    Dockerfile,
    /// Directives at the beginning of lines: nginx's configuration.
    Conf,
    /// Keys before colons.
    Yaml,
    /// Strings before colons.
    Json,
}

/// A part of a line that is more than plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Comment,
    Keyword,
    Quoted,
    Variable,
}

impl Language {
    /// The language that a code block names.
    pub fn of_fence(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "sh" | "shell" | "bash" | "console" => Some(Self::Shell),
            "dockerfile" | "docker" => Some(Self::Dockerfile),
            "nginx" | "conf" => Some(Self::Conf),
            "yaml" | "yml" => Some(Self::Yaml),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The language of a file.
    pub fn of_path(path: &str) -> Option<Self> {
        let name = path.rsplit('/').next().unwrap_or(path);
        if name == "Dockerfile" || name.starts_with("Dockerfile.") {
            return Some(Self::Dockerfile);
        }
        Self::of_fence(name.rsplit_once('.')?.1)
    }

    /// The parts of a line that are drawn in a style of their own, in order, none overlapping.
    pub fn styles(self, line: &str, theme: &Theme) -> Vec<(Range<usize>, Style)> {
        if self == Self::Shell {
            // What the prompt does not run may well be shown.
            let parts = highlight(line).into_iter().filter(|(_, class)| *class != Class::Error);
            return parts.map(|(span, class)| (span, prompt::style(class, theme))).collect();
        }
        self.parts(line).into_iter().map(|(span, part)| (span, style(part, theme))).collect()
    }

    fn parts(self, line: &str) -> Vec<(Range<usize>, Part)> {
        let mut parts = Vec::new();
        let start = line.len() - line.trim_start().len();
        let mut at = start;
        if let Some(end) = self.keyword(line, start) {
            parts.push((start..end, Part::Keyword));
            at = end;
        }
        while let Some(c) = line[at..].chars().next() {
            let opens = at == 0 || line[..at].ends_with([' ', '\t', '=', ':', '(', '[', '{', ',']);
            let end = match c {
                '#' if opens && self != Self::Json => line.len(),
                '"' | '\'' if opens => closed(line, at, c),
                '$' if self != Self::Json => variable(line, at),
                _ => at + c.len_utf8(),
            };
            let part = match c {
                '#' => Part::Comment,
                '$' => Part::Variable,
                _ => Part::Quoted,
            };
            if end > at + c.len_utf8() || (c == '#' && end == line.len() && opens && self != Self::Json) {
                // What JSON calls by a name is what the other languages have without quotes.
                let names = self == Self::Json && line[end..].trim_start().starts_with(':');
                parts.push((at..end, if names { Part::Keyword } else { part }));
            }
            at = end;
        }
        parts
    }

    /// Where the keyword at the beginning of the line ends, if there is one.
    fn keyword(self, line: &str, start: usize) -> Option<usize> {
        let rest = &line[start..];
        let word = rest.len()
            - rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "_-.".contains(c)).len();
        let end = start + word;
        let after = line[end..].chars().next();
        match self {
            Self::Dockerfile => {
                let instruction = word > 0 && rest[..word].bytes().all(|byte| byte.is_ascii_uppercase());
                (instruction && after.is_none_or(char::is_whitespace)).then_some(end)
            }
            Self::Conf => {
                (word > 0 && after.is_some_and(|c| c == ' ' || c == ';' || c == '{')).then_some(end)
            }
            Self::Yaml => {
                let dashes = rest.len() - rest.trim_start_matches(['-', ' ']).len();
                let key = &rest[dashes..];
                let colon = key.find(':')?;
                let ends = key[colon + 1..].chars().next().is_none_or(char::is_whitespace);
                let plain = !key[..colon].contains(['#', '"', '\'', ' ']) && colon > 0;
                (ends && plain).then_some(start + dashes + colon)
            }
            Self::Shell | Self::Json => None,
        }
    }
}

/// Where what is quoted from `at` on ends; its own end where nothing closes it.
fn closed(line: &str, at: usize, quote: char) -> usize {
    let mut escaped = false;
    for (offset, c) in line[at + 1..].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1 + offset + 1,
            _ => {}
        }
    }
    at + 1
}

/// Where the variable at `at` ends: `$name`, `${name}`.
fn variable(line: &str, at: usize) -> usize {
    let rest = &line[at + 1..];
    if rest.starts_with('{') {
        return rest.find('}').map_or(at + 1, |end| at + 1 + end + 1);
    }
    let name = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_').len();
    at + 1 + name
}

fn style(part: Part, theme: &Theme) -> Style {
    match part {
        Part::Comment => theme.dim,
        Part::Keyword => theme.accent.remove_modifier(Modifier::BOLD),
        Part::Quoted => theme.good.remove_modifier(Modifier::BOLD),
        Part::Variable => theme.code,
    }
}

/// `line` in pieces, each with its style; `base` where it has none of its own.
pub fn pieces(
    language: Option<Language>,
    line: &str,
    base: Style,
    theme: &Theme,
) -> Vec<(Range<usize>, Style)> {
    let styles = language.map(|language| language.styles(line, theme)).unwrap_or_default();
    let mut out = Vec::new();
    let mut at = 0;
    for (span, style) in styles {
        if span.start > at {
            out.push((at..span.start, base));
        }
        out.push((span.clone(), base.patch(style)));
        at = span.end;
    }
    if at < line.len() || out.is_empty() {
        out.push((at..line.len(), base));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The parts, as text with a letter for what each is.
    fn parts(language: Language, line: &str) -> Vec<String> {
        let letter = |part| match part {
            Part::Comment => '#',
            Part::Keyword => 'k',
            Part::Quoted => 'q',
            Part::Variable => 'v',
        };
        language
            .parts(line)
            .into_iter()
            .map(|(span, part)| format!("{}:{}", letter(part), &line[span]))
            .collect()
    }

    #[test]
    fn what_readers_look_for_is_found() {
        use Language::{Conf, Dockerfile, Json, Yaml};
        for (language, line, expected) in [
            (Dockerfile, "FROM nginx:1.27 # why", &["k:FROM", "#:# why"][..]),
            (Dockerfile, "RUN echo \"a $b\" ${c}", &["k:RUN", "q:\"a $b\"", "v:${c}"]),
            (Dockerfile, "    from here", &[]),
            (Conf, "    proxy_pass http://tomcat-1:8080/;", &["k:proxy_pass"]),
            (Conf, "    proxy_set_header Host $host;", &["k:proxy_set_header", "v:$host"]),
            (Conf, "}", &[]),
            (Conf, "# all of it", &["#:# all of it"]),
            (Yaml, "  - image: \"nginx\" # new", &["k:- image", "q:\"nginx\"", "#:# new"]),
            (Yaml, "    ports:", &["k:ports"]),
            (Yaml, "http://a#b", &[]),
            (Json, "{\"a\": \"b\", \"c\": 1}", &["k:\"a\"", "q:\"b\"", "k:\"c\""]),
            (Json, "\"not closed", &[]),
        ] {
            assert_eq!(parts(language, line), expected, "{line}");
        }
    }

    #[test]
    fn files_are_known_by_their_names() {
        assert_eq!(Language::of_path("nginx/Dockerfile"), Some(Language::Dockerfile));
        assert_eq!(Language::of_path("nginx/files/tomcat.conf"), Some(Language::Conf));
        assert_eq!(Language::of_path("compose.yml"), Some(Language::Yaml));
        assert_eq!(Language::of_path("README"), None);
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_line(line in "([ #\"'$:{}-]|[a-z]|あ|\\PC){0,40}", which in 0_usize..5) {
            use Language::{Conf, Dockerfile, Json, Shell, Yaml};
            let language = [Shell, Dockerfile, Conf, Yaml, Json][which];
            let pieces = pieces(Some(language), &line, Style::new(), &Theme::dark());
            let whole: String = pieces.into_iter().map(|(span, _)| line[span].to_owned()).collect();
            prop_assert_eq!(whole, line);
        }
    }
}
