//! `--help`, in docker's layout, from the tables.
//!
//! The descriptions are this program's own. Flags and verbs that docker has and this prompt does not are named at
//! the end, so that nobody takes this list for docker's whole one.

use std::fmt::Write as _;

use super::flag::{Flag, Kind};
use super::route::{ABSENT, GROUPS, ROUTES};
use super::verb::Called;
use super::{root as global, verb::Verb};

/// Docker wraps its help one column before the terminal's edge, and takes 80 where there is none.
const WIDTH: usize = 79;

/// The help of a verb.
pub(super) fn verb(called: &Called) -> String {
    let Verb { about, aliases, flags, .. } = called.verb;
    let mut out = format!("Usage:  {}\n\n{about}\n", called.use_line());
    if !aliases.is_empty() {
        let _ = write!(out, "\nAliases:\n  {aliases}\n");
    }
    options(&mut out, "Options", flags);
    out
}

/// The help of a group of verbs.
pub(super) fn group(name: &str) -> String {
    let about = GROUPS.iter().find(|(group, _)| *group == name).map_or("", |(_, about)| *about);
    let mut out = format!("Usage:  docker {name} COMMAND\n\n{about}\n");
    verbs(&mut out, name);
    let _ = write!(out, "\nRun 'docker {name} COMMAND --help' for more information on a command.\n");
    out
}

/// `docker --help`.
pub(super) fn root() -> String {
    let mut out =
        String::from("Usage:  docker [OPTIONS] COMMAND\n\nDocker's own commands, carried out by netdojo\n");
    out.push_str("\nManagement Commands:\n");
    rows(&mut out, GROUPS.iter().map(|(name, about)| ((*name).to_owned(), *about)));
    verbs(&mut out, "");
    options(&mut out, "Global Options", global::FLAGS);
    out.push_str("\nRun 'docker COMMAND --help' for more information on a command.\n");
    out
}

fn verbs(out: &mut String, group: &str) {
    out.push_str("\nCommands:\n");
    let here = ROUTES.iter().filter(|route| route.group == group);
    rows(out, here.map(|route| (route.name.to_owned(), route.verb.about)));
    if let Some((_, names)) = ABSENT.iter().find(|(of, _)| *of == group) {
        out.push_str("\nDocker's other commands, which this prompt does not have:\n");
        paragraph(out, 2, &names.join(", "));
    }
}

fn options(out: &mut String, title: &str, flags: &[Flag]) {
    let mut listed: Vec<&Flag> = flags.iter().filter(|flag| !flag.hidden).collect();
    listed.sort_by_key(|flag| flag.long);
    let (here, absent): (Vec<&Flag>, Vec<&Flag>) = listed.into_iter().partition(|flag| flag.supported);
    if !here.is_empty() {
        let _ = write!(out, "\n{title}:\n");
        rows(out, here.into_iter().map(|flag| (left(flag), flag.about)));
    }
    let absent: Vec<String> = absent.into_iter().map(|flag| format!("--{}", flag.long)).collect();
    if !absent.is_empty() {
        out.push_str("\nDocker's other options, which this prompt does not have:\n");
        paragraph(out, 2, &absent.join(", "));
    }
}

/// `-d, --detach`, `    --rm`, `-e, --env list`.
fn left(flag: &Flag) -> String {
    let letter = flag.short.map_or("    ".to_owned(), |letter| format!("-{letter}, "));
    let kind = flag.kind.name();
    let kind = if flag.kind == Kind::Bool { String::new() } else { format!(" {kind}") };
    format!("{letter}--{}{kind}", flag.long)
}

/// Two columns, the right one wrapped.
fn rows<'a>(out: &mut String, rows: impl Iterator<Item = (String, &'a str)>) {
    let rows: Vec<(String, &str)> = rows.collect();
    let column = rows.iter().map(|(left, _)| left.len()).max().unwrap_or(0) + 5;
    for (left, right) in rows {
        let _ = write!(out, "  {left:<width$}", width = column - 2);
        wrapped(out, column, right);
    }
}

fn paragraph(out: &mut String, indent: usize, text: &str) {
    out.push_str(&" ".repeat(indent));
    wrapped(out, indent, text);
}

/// Writes `text` from column `indent` on, going on at the same column, and ends the line.
fn wrapped(out: &mut String, indent: usize, text: &str) {
    let mut at = indent;
    for (number, word) in text.split(' ').enumerate() {
        if number > 0 && at + 1 + word.len() > WIDTH {
            let _ = write!(out, "\n{}", " ".repeat(indent));
            at = indent;
        } else if number > 0 {
            out.push(' ');
            at += 1;
        }
        out.push_str(word);
        at += word.len();
    }
    out.push('\n');
}
