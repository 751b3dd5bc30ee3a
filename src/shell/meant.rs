//! What somebody most likely meant whose docker line has a verb or a flag that docker does not have.
//!
//! docker's own words stay as they are; this is what the learner is told beside them.

use super::docker::route::{ABSENT, GROUPS, ROUTES};
use super::docker::walk::{Place, Role, walk};
use super::near::nearest;
use super::word::{Token, command_words, lex};
use super::{Word, docker::flag::Flag};

/// A word that docker does not know, and what was most likely meant by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// As typed.
    pub word: String,
    /// The flag, or the whole command from `docker` on.
    pub near: String,
}

/// What was meant by the first word of a docker line that is no verb or flag; none where nothing is near.
pub fn meant(line: &str) -> Option<Meant> {
    let lexed = lex(line);
    let stage = lexed.tokens.split(|token| matches!(token, Token::Op { .. })).next()?;
    let words: Vec<Word> = command_words(stage).into_iter().cloned().collect();
    let (first, words) = words.split_first()?;
    if first.text != "docker" {
        return None;
    }
    let roles = walk(words).roles;
    let at = roles.iter().position(|role| matches!(role, Role::UnknownVerb | Role::UnknownFlag))?;
    let place = walk(&words[..at]).place;
    let word = words[at].text.as_str();
    let near = match roles[at] {
        Role::UnknownFlag => flag(word, place.flags())?,
        _ => command(word, words.get(at + 1), place)?,
    };
    Some(Meant { word: word.to_owned(), near })
}

/// `docker network ls` for `netwrok` and the `ls` behind it.
fn command(word: &str, next: Option<&Word>, place: Place) -> Option<String> {
    if let Place::Group(group) = place {
        return verb(group, word).map(|verb| format!("docker {group} {verb}"));
    }
    let verb_or_group = verb("", word)?;
    let is_group = GROUPS.iter().any(|(group, _)| *group == verb_or_group);
    let inner = next.filter(|_| is_group).and_then(|next| verb(verb_or_group, &next.text));
    Some(match inner {
        Some(inner) => format!("docker {verb_or_group} {inner}"),
        None => format!("docker {verb_or_group}"),
    })
}

/// The verb of `group` that is meant; one that this prompt does not have only where no other is near.
fn verb(group: &str, word: &str) -> Option<&'static str> {
    let here = ROUTES.iter().filter(|route| route.group == group);
    let here = here.flat_map(|route| std::iter::once(route.name).chain(route.aliases.iter().copied()));
    let groups = GROUPS.iter().map(|(name, _)| *name).filter(|_| group.is_empty());
    let absent = ABSENT.iter().filter(|(of, _)| *of == group).flat_map(|(_, names)| names.iter().copied());
    nearest(word, here.chain(groups)).or_else(|| nearest(word, absent))
}

/// `--network` for `--netwrok=web`, and `--name` for `-name`.
fn flag(word: &str, flags: &[Flag]) -> Option<String> {
    let known = flags.iter().filter(|flag| flag.supported && !flag.hidden).map(|flag| flag.long);
    let name = word.split_once('=').map_or(word, |(name, _)| name);
    let near = match name.strip_prefix("--") {
        Some(long) => nearest(long, known),
        None => known.into_iter().find(|long| long.len() > 1 && name.strip_prefix('-') == Some(*long)),
    };
    near.map(|long| format!("--{long}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(line: &str) -> Option<String> {
        meant(line).map(|meant| meant.near)
    }

    #[test]
    fn a_verb_that_is_nearly_one() {
        for (line, command) in [
            ("docker rnu -d nginx", "docker run"),
            ("docker -D lgos web", "docker logs"),
            ("docker netwrok ls", "docker network ls"),
            ("docker netwrok lss", "docker network ls"),
            ("docker netwrok", "docker network"),
            ("docker contaner ls", "docker container ls"),
            ("docker network craete web", "docker network create"),
            ("docker sotp web | head", "docker stop"),
            // Not here, but in docker.
            ("docker atach web", "docker attach"),
        ] {
            assert_eq!(near(line).as_deref(), Some(command), "{line}");
        }
    }

    #[test]
    fn a_flag_that_is_nearly_one() {
        for (line, flag) in [
            ("docker run --netwrok web nginx", "--network"),
            ("docker run --netwrok=web nginx", "--network"),
            ("docker run -name web nginx", "--name"),
            ("docker run -rm nginx", "--rm"),
            ("docker ps --al", "--all"),
            ("docker network create --subnt 10.0.0.0/24 web", "--subnet"),
        ] {
            assert_eq!(near(line).as_deref(), Some(flag), "{line}");
        }
    }

    #[test]
    fn what_is_right_or_far_from_anything_is_left_alone() {
        for line in [
            "docker ps",
            "docker frobnicate",
            "docker run alpine --netwrok",
            "docker run --nosuch alpine",
            "docker run -x alpine",
            "docker exec web rnu",
            "docker run",
            "docker",
            "dokcer ps",
            "",
            "| docker rnu",
        ] {
            assert_eq!(near(line), None, "{line}");
        }
    }
}
