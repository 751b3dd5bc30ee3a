//! What the word at the cursor may become: verbs, flags, their values, names on the engine, files.
//!
//! Everything is at hand already: nothing is asked of an engine or a disk, so that a key is answered at once.

mod nothing;
mod rank;
mod values;

use std::ops::Range;

use super::docker::flag::Flag;
use super::docker::route::{GROUPS, ROUTES};
use super::docker::verb::{Takes, Verb};
use super::docker::walk::{Place, walk};
use super::word::{Token, command_words, lex};
use super::{Word, builtin, unknown};
use crate::i18n::{Phrase, phrase};

pub use nothing::nothing;

/// The names that there are now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Containers, and whether each runs.
    pub containers: Vec<(String, bool)>,
    /// Networks.
    pub networks: Vec<Known>,
    /// Images, as `nginx` or `tomcat:9.0`.
    pub images: Vec<Known>,
    /// Files of the workspace, with `/` where they lie in a folder.
    pub files: Vec<String>,
}

/// The name of something on the engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The name.
    pub name: String,
    /// What is to be known of it while one chooses.
    pub about: Phrase,
}

/// What may stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the line that a candidate takes the place of.
    pub span: Range<usize>,
    /// Best first, never empty: those that begin with what was typed, then those that resemble it.
    pub candidates: Vec<Candidate>,
}

/// One thing that may stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What is put in, quoted where it has to be.
    pub text: String,
    /// What it is or does.
    pub describe: Option<Phrase>,
    /// Whether the word is whole, so that a blank may follow; not so for `name=` and folders.
    pub whole: bool,
}

impl Candidate {
    fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), describe: None, whole: true }
    }

    fn described(mut self, describe: Phrase) -> Self {
        self.describe = Some(describe);
        self
    }

    /// Not the end of the word.
    fn open(mut self) -> Self {
        self.whole = false;
        self
    }
}

/// What the word before byte `cursor` of `line` may become; none where nothing is known.
pub fn complete(line: &str, cursor: usize, names: &Names) -> Option<Completion> {
    let (tokens, typed) = split(line, cursor)?;
    let (candidates, kept) = candidates(&tokens, &typed.text, names);
    // What stands before the part that is completed (`--network=`) stays, if it is there without quotes.
    let start = typed.span.start + kept;
    if kept > 0 && (typed.quoted || line.get(start..cursor).is_none()) {
        return None;
    }
    let candidates = rank::best(candidates, &typed.text[kept..]);
    (!candidates.is_empty()).then_some(Completion { span: start..cursor, candidates })
}

/// The tokens before the word that ends at the cursor, and that word; none in a comment.
fn split(line: &str, cursor: usize) -> Option<(Vec<Token>, Word)> {
    let lexed = lex(line.get(..cursor)?);
    if lexed.comments.iter().any(|comment| comment.end == cursor) {
        return None;
    }
    let mut tokens = lexed.tokens;
    // Behind a `|` a line goes on in the next row.
    tokens.retain(|token| !matches!(token, Token::Op { text: "\n", .. }));
    let current = match tokens.last() {
        Some(Token::Word(word)) if word.span.end == cursor => tokens.pop(),
        _ => None,
    };
    let typed = match current {
        Some(Token::Word(word)) => word,
        _ => Word { text: String::new(), span: cursor..cursor, quoted: false },
    };
    Some((tokens, typed))
}

/// Everything that may stand after `tokens`, and how many bytes of `typed` are not part of it.
fn candidates(tokens: &[Token], typed: &str, names: &Names) -> (Vec<Candidate>, usize) {
    let stage =
        tokens.rsplit(|token| matches!(token, Token::Op { text: "|" | "|&", .. })).next().unwrap_or_default();
    match stage.last() {
        Some(Token::Op { text: ">" | ">>" | ">|" | "&>" | "&>>", .. }) => return (files(names), 0),
        Some(Token::Op { .. }) => return (Vec::new(), 0),
        _ => {}
    }
    let is_first = stage.len() == tokens.len();
    let words: Vec<Word> = command_words(stage).into_iter().cloned().collect();
    let Some((first, args)) = words.split_first() else {
        return (if is_first { commands() } else { filters() }, 0);
    };
    match first.text.as_str() {
        "docker" if is_first => docker(args, typed, names),
        "cat" | "edit" | "ls" | "cd" if is_first => (files(names), 0),
        _ => (Vec::new(), 0),
    }
}

fn commands() -> Vec<Candidate> {
    let docker = Candidate::new("docker").described(phrase("shell-about-docker"));
    let own = builtin::NAMES
        .iter()
        .map(|name| Candidate::new(*name).described(phrase("shell-about-builtin").with("name", *name)));
    std::iter::once(docker).chain(own).collect()
}

fn filters() -> Vec<Candidate> {
    let about =
        |name: &&str| Candidate::new(*name).described(phrase("shell-about-filter").with("name", *name));
    unknown::FILTERS.iter().map(about).collect()
}

fn files(names: &Names) -> Vec<Candidate> {
    let one = |file: &String| {
        let candidate = Candidate::new(quote(file)).described(about_file(file));
        if file.ends_with('/') { candidate.open() } else { candidate }
    };
    names.files.iter().map(one).collect()
}

/// What a file of the workspace is for, by its name.
fn about_file(path: &str) -> Phrase {
    let name = path.rsplit('/').next().unwrap_or(path);
    phrase(match name {
        "" => "shell-about-folder",
        "Dockerfile" => "shell-about-dockerfile",
        ".dockerignore" => "shell-about-dockerignore",
        _ if name.rsplit_once('.').is_some_and(|(_, ending)| ending == "conf") => "shell-about-conf",
        _ => "shell-about-file",
    })
}

/// The folders of the workspace, the one that lines run in first.
fn folders(names: &Names) -> Vec<Candidate> {
    let mut found: Vec<String> = names
        .files
        .iter()
        .filter_map(|file| file.rsplit_once('/'))
        .flat_map(|(folder, _)| {
            folder
                .match_indices('/')
                .map(|(at, _)| at)
                .chain([folder.len()])
                .map(|at| format!("{}/", &folder[..at]))
        })
        .collect();
    found.sort();
    found.dedup();
    let about = |folder: &str| {
        let dockerfile = format!("{folder}Dockerfile");
        let key =
            if names.files.contains(&dockerfile) { "shell-about-context" } else { "shell-about-folder" };
        phrase(key)
    };
    let here = Candidate::new(".").described(phrase("shell-about-here"));
    let others = found.iter().map(|folder| Candidate::new(quote(folder)).described(about(folder)));
    std::iter::once(here).chain(others).collect()
}

fn docker(words: &[Word], typed: &str, names: &Names) -> (Vec<Candidate>, usize) {
    let walked = walk(words);
    if let Some(flag) = walked.waiting {
        return (values::of(flag, names), 0);
    }
    let flags = walked.place.flags();
    if let Some(long) = typed.strip_prefix("--")
        && let Some((name, _)) = long.split_once('=')
    {
        let flag = flags.iter().find(|flag| flag.long == name);
        return (flag.map_or(Vec::new(), |flag| values::of(flag, names)), name.len() + 3);
    }
    if typed.starts_with('-') && !flags.is_empty() {
        return (flag_candidates(flags, &verb_name(words)), 0);
    }
    let found = match walked.place {
        Place::Root => verbs(""),
        Place::Group(group) => verbs(group),
        Place::Verb { verb, given, .. } => arguments(verb, given, words, names),
        Place::Unknown => Vec::new(),
    };
    (found, 0)
}

/// The verb's name where its flags are described: `rm`, and `network-rm` where they are others than a container's.
fn verb_name(words: &[Word]) -> String {
    let mut named = words.iter().filter(|word| !word.text.starts_with('-')).map(|word| word.text.as_str());
    match (named.next(), named.next()) {
        (Some("network"), Some(verb)) => format!("network-{verb}"),
        (first, second) => named.next_back().or(second).or(first).unwrap_or_default().to_owned(),
    }
}

fn verbs(group: &str) -> Vec<Candidate> {
    let about = |name: &'static str, text: &'static str| {
        let full = if group.is_empty() { name.to_owned() } else { format!("{group}-{name}") };
        Candidate::new(name).described(phrase("shell-about-verb").with("verb", full).with("text", text))
    };
    let here =
        ROUTES.iter().filter(|route| route.group == group).map(|route| about(route.name, route.verb.about));
    let groups = GROUPS.iter().filter(|_| group.is_empty()).map(|(name, text)| about(name, text));
    here.chain(groups).collect()
}

fn flag_candidates(flags: &[Flag], verb: &str) -> Vec<Candidate> {
    let shown = || flags.iter().filter(|flag| flag.supported && !flag.hidden);
    let about = |flag: &Flag| {
        phrase("shell-about-flag")
            .with("flag", flag.long)
            .with("full", format!("{verb}-{}", flag.long))
            .with("text", flag.about)
    };
    let both = ["interactive", "tty"].iter().all(|long| flags.iter().any(|flag| flag.long == *long));
    let both = both.then(|| Candidate::new("-it").described(phrase("shell-about-it")));
    let longs = shown().map(|flag| Candidate::new(format!("--{}", flag.long)).described(about(flag)));
    let shorts =
        shown().filter_map(|flag| Some(Candidate::new(format!("-{}", flag.short?)).described(about(flag))));
    both.into_iter().chain(shorts).chain(longs).collect()
}

fn arguments(verb: &Verb, given: usize, words: &[Word], names: &Names) -> Vec<Candidate> {
    // A name that stands there already is not wanted twice.
    let unused = |name: &str| !words.iter().any(|word| word.text == name);
    let containers = |wanted: fn(bool) -> bool| -> Vec<Candidate> {
        let fit = names.containers.iter().filter(|(name, running)| wanted(*running) && unused(name));
        fit.map(|(name, running)| values::container(name, *running)).collect()
    };
    let of = |all: &[Known]| -> Vec<Candidate> {
        all.iter().filter(|known| unused(&known.name)).map(values::known).collect()
    };
    let (images, networks) = (|| of(&names.images), || of(&names.networks));
    if verb.arity.most().is_some_and(|most| given >= most) {
        return Vec::new();
    }
    match verb.takes {
        Takes::Containers => containers(|_| true),
        Takes::Running => containers(|running| running),
        Takes::Stopped => containers(|running| !running),
        Takes::RunningThenCommand if given == 0 => containers(|running| running),
        Takes::ImageThenCommand if given == 0 => images(),
        Takes::Nothing | Takes::RunningThenCommand | Takes::ImageThenCommand => Vec::new(),
        Takes::Images => images(),
        Takes::Folder => folders(names),
        Takes::Networks => networks(),
        Takes::NetworkThenContainer if given == 0 => networks(),
        Takes::NetworkThenContainer => containers(|_| true),
        Takes::Anything => containers(|_| true).into_iter().chain(networks()).chain(images()).collect(),
    }
}

/// `text` as a word of a line: in single quotes where a shell would take part of it for something else.
pub fn quote(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:@%+=,".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}
