//! Which colours the learner wants.

use super::{List, Model, Overlay, Progress};
use crate::i18n::{Phrase, phrase};

/// A choice of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    /// What suits the terminal.
    #[default]
    Auto,
    /// Light text on a dark ground.
    Dark,
    /// Dark text on a light ground.
    Light,
    /// White and few bright colours on black.
    Contrast,
    /// The terminal's own sixteen colours.
    Sixteen,
    /// No colour at all.
    None,
}

impl Scheme {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 6] =
        [Self::Auto, Self::Dark, Self::Light, Self::Contrast, Self::Sixteen, Self::None];

    /// Its name, as it is typed and kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Sixteen => "sixteen",
            Self::None => "none",
        }
    }

    /// The one that is called `name`, or the only one whose name begins so.
    pub fn find(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let mut beginning = Self::ALL.into_iter().filter(|scheme| scheme.name().starts_with(&name));
        let first = beginning.next().filter(|_| !name.is_empty())?;
        (first.name() == name || beginning.next().is_none()).then_some(first)
    }

    /// What it looks like, in words.
    pub fn about(self) -> Phrase {
        phrase(match self {
            Self::Auto => "app-theme-auto",
            Self::Dark => "app-theme-dark",
            Self::Light => "app-theme-light",
            Self::Contrast => "app-theme-contrast",
            Self::Sixteen => "app-theme-sixteen",
            Self::None => "app-theme-none",
        })
    }

    /// The one that the learner has chosen.
    pub fn chosen(progress: &Progress) -> Self {
        progress.theme.as_deref().and_then(Self::find).unwrap_or_default()
    }

    /// The one to be shown: while they are listed, that under the cursor.
    pub fn shown(model: &Model) -> Self {
        match &model.overlay {
            Some(Overlay::List { of: List::Themes, selected }) => {
                Self::ALL.get(*selected).copied().unwrap_or_default()
            }
            _ => Self::chosen(&model.progress),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_is_found_by_its_name_or_its_beginning() {
        for scheme in Scheme::ALL {
            assert_eq!(Scheme::find(scheme.name()), Some(scheme));
        }
        assert_eq!(Scheme::find("C"), Some(Scheme::Contrast));
        assert_eq!(Scheme::find(""), None);
        assert_eq!(Scheme::find("solarized"), None);
    }
}
