//! How something compares with the beginning of the step: in a sign, and in a word.

use ratatui::style::Style;

use crate::text::Span;
use crate::ui::Look;
use crate::ui::row::Run;

/// How something compares with the beginning of the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// As it was.
    Same,
    /// It was not there.
    New,
    /// It is no more there.
    Gone,
    /// It is different.
    Other,
}

impl Change {
    /// From what was there to what is.
    pub(super) fn between<T: PartialEq>(before: Option<&T>, now: Option<&T>) -> Self {
        match (before, now) {
            (None, Some(_)) => Self::New,
            (Some(_), None) => Self::Gone,
            _ if before == now => Self::Same,
            _ => Self::Other,
        }
    }

    /// Its sign, two columns wide.
    pub(super) fn sign(self, look: &Look) -> Run {
        let theme = &look.theme;
        match self {
            Self::Same => Span::new("  ", Style::new()),
            Self::New => Span::new("+ ", theme.good),
            Self::Gone => Span::new("- ", theme.bad),
            Self::Other => Span::new("~ ", theme.warning),
        }
    }

    /// Its word, so that nobody has to know the signs.
    pub(super) fn note(self, look: &Look) -> Option<Run> {
        let theme = &look.theme;
        let (key, style) = match self {
            Self::Same => return None,
            Self::New => ("ui-change-new", theme.good),
            Self::Gone => ("ui-change-gone", theme.bad),
            Self::Other => ("ui-change-other", theme.warning),
        };
        Some(Span::new(format!("  {}", look.word(key)), style))
    }
}
