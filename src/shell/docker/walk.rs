//! What each word of a docker line is, whether or not the line is whole: for colours and completion.

use super::flag::Flag;
use super::verb::Verb;
use super::{pflag, root, route};
use crate::shell::Word;

/// What a word of a docker line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Flags, with or without a value in the same word.
    Flag,
    /// A flag that the verb does not have.
    UnknownFlag,
    /// The value of the flag before it.
    Value,
    /// A verb, or the group it is in.
    Verb,
    /// No verb.
    UnknownVerb,
    /// An argument.
    Argument,
}

/// Where the walk is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    /// Before a verb: a verb, a group or a flag of docker itself may come.
    Root,
    /// In a group: one of its verbs may come.
    Group(&'static str),
    /// After a verb.
    Verb {
        /// The verb.
        verb: &'static Verb,
        /// How many arguments have been given.
        given: usize,
        /// Whether a flag may still come.
        flags: bool,
    },
    /// After a verb that is not known here.
    Unknown,
}

impl Place {
    /// The flags that may come.
    pub(crate) fn flags(&self) -> &'static [Flag] {
        match self {
            Self::Root => root::FLAGS,
            Self::Verb { verb, flags: true, .. } => verb.flags,
            Self::Group(_) | Self::Verb { .. } | Self::Unknown => &[],
        }
    }
}

/// What the words of a line are, and what may come after them.
#[derive(Debug)]
pub(crate) struct Walk {
    /// The role of each word.
    pub roles: Vec<Role>,
    /// Where the last one leads.
    pub place: Place,
    /// A flag that still waits for its value.
    pub waiting: Option<&'static Flag>,
}

/// Looks at `words`, which follow `docker`.
pub(crate) fn walk(words: &[Word]) -> Walk {
    let mut walk = Walk { roles: Vec::with_capacity(words.len()), place: Place::Root, waiting: None };
    for word in words {
        let role = walk.step(&word.text);
        walk.roles.push(role);
    }
    walk
}

impl Walk {
    fn step(&mut self, text: &str) -> Role {
        if self.waiting.take().is_some() {
            return Role::Value;
        }
        let may_be_flag = !matches!(self.place, Place::Verb { flags: false, .. } | Place::Unknown);
        if may_be_flag && text == "--" {
            if let Place::Verb { flags, .. } = &mut self.place {
                *flags = false;
            }
            return Role::Flag;
        }
        if may_be_flag && text.len() > 1 && text.starts_with('-') {
            return match pflag::waits(self.place.flags(), text) {
                Ok(waiting) => {
                    self.waiting = waiting;
                    Role::Flag
                }
                Err(()) => Role::UnknownFlag,
            };
        }
        self.argument(text)
    }

    fn argument(&mut self, text: &str) -> Role {
        let group = match &mut self.place {
            Place::Verb { verb, given, flags } => {
                *given += 1;
                *flags &= verb.interspersed;
                return Role::Argument;
            }
            Place::Unknown => return Role::Argument,
            Place::Root => "",
            Place::Group(group) => group,
        };
        if let Some(route) = route::find(group, text) {
            self.place = Place::Verb { verb: route.verb, given: 0, flags: true };
            return Role::Verb;
        }
        if let Some((name, _)) = route::GROUPS.iter().find(|(name, _)| group.is_empty() && *name == text) {
            self.place = Place::Group(name);
            return Role::Verb;
        }
        self.place = Place::Unknown;
        let known = route::is_absent(group, text) || group.is_empty() && text == "help";
        if known { Role::Verb } else { Role::UnknownVerb }
    }
}
