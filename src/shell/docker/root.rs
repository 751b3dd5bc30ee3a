//! `docker` itself: the flags before a verb, the way to the verb, and `docker help`.

use super::flag::{Flag, Kind};
use super::given::Given;
use super::verb::{Called, flag_error};
use super::{Invocation, help, pflag, route};
use crate::i18n::phrase;
use crate::shell::slip::line;
use crate::shell::{ShellError, Word};

/// The flags that may stand before a verb.
pub(super) const FLAGS: &[Flag] = &[
    Flag::absent("config", Kind::Text),
    Flag::absent("context", Kind::Text).short('c'),
    Flag::bool("debug", "Accepted; this prompt has nothing more to tell").short('D'),
    Flag::absent("host", Kind::List).short('H'),
    Flag::text("log-level", "Accepted: debug, info, warn, error or fatal").short('l'),
    Flag::absent("tls", Kind::Bool),
    Flag::absent("tlscacert", Kind::Text),
    Flag::absent("tlscert", Kind::Text),
    Flag::absent("tlskey", Kind::Text),
    Flag::absent("tlsverify", Kind::Bool),
    Flag::bool("version", "Print version information and quit").short('v'),
];

const USE_LINE: &str = "docker [OPTIONS] COMMAND [ARG...]";
const LEVELS: [&str; 7] = ["panic", "fatal", "error", "warn", "warning", "info", "debug"];

/// Reads a line whose first word is `docker`; `words` are the others.
///
/// # Errors
/// docker's own message where docker would refuse it, a phrase where only this prompt does.
pub(crate) fn parse(words: &[Word]) -> Result<Invocation, ShellError> {
    let given = pflag::read(FLAGS, false, words).map_err(|why| flag_error(&why, USE_LINE, "docker"))?;
    if let Some(set) = given.unsupported() {
        let slip = phrase("shell-docker-global-absent").with("flag", format!("--{}", set.flag.long));
        return Err(line(slip, set.span.clone()));
    }
    if let Some(level) = given.text("log-level").filter(|level| !LEVELS.contains(&level.as_str())) {
        return Err(ShellError::Docker {
            message: format!("Unable to parse logging level: {level}"),
            code: 1,
        });
    }
    command(&given)
}

fn command(given: &Given) -> Result<Invocation, ShellError> {
    let rest: Vec<Word> = given.args.iter().map(|word| (*word).clone()).collect();
    let Some((verb, rest)) = rest.split_first().filter(|(verb, _)| !verb.text.is_empty()) else {
        return Ok(if given.on("version") && !given.help { version_line() } else { printed(help::root()) });
    };
    // `docker --help ps` is `docker ps --help`.
    let name = verb.text.as_str();
    if name == "help" {
        return explain(rest);
    }
    if let Some(found) = route::find("", name) {
        return call(found, rest, given.help);
    }
    if route::group(name).is_some() {
        return group(verb, rest, given.help);
    }
    if route::is_absent("", name) {
        return Err(absent(verb.span.clone(), &format!("docker {name}")));
    }
    // What follows an unknown verb is read as docker's own flags.
    let tail = pflag::read(FLAGS, true, rest).map_err(|why| flag_error(&why, USE_LINE, "docker"))?;
    if given.help || tail.help {
        return Ok(printed(help::root()));
    }
    Err(ShellError::Docker {
        message: format!(
            "docker: unknown command: docker {name}\n\nRun 'docker --help' for more information"
        ),
        code: 1,
    })
}

fn call(route: &'static route::Route, rest: &[Word], help_asked: bool) -> Result<Invocation, ShellError> {
    let called = called(route);
    if help_asked {
        return Ok(printed(help::verb(&called)));
    }
    called.read(rest)
}

fn called(route: &'static route::Route) -> Called {
    let path = ["docker", route.group, route.name];
    let path = path.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Called { verb: route.verb, path }
}

/// `docker network …`
fn group(group: &Word, words: &[Word], help_asked: bool) -> Result<Invocation, ShellError> {
    let of = group.text.as_str();
    let path = format!("docker {of}");
    // Docker's volume group alone names its commands in its usage line.
    let use_line = if of == "volume" { format!("{path} COMMAND") } else { path.clone() };
    let given = pflag::read(&[], false, words).map_err(|why| flag_error(&why, &use_line, &path))?;
    let asked = help_asked || given.help;
    let Some((name, rest)) = given.args.split_first() else { return Ok(printed(help::group(of))) };
    if let Some(found) = route::find(of, &name.text).filter(|_| !given.dashed) {
        let rest: Vec<Word> = rest.iter().map(|word| (*word).clone()).collect();
        return call(found, &rest, asked);
    }
    if route::is_absent(of, &name.text) && !given.dashed {
        return Err(absent(group.span.start..name.span.end, &format!("{path} {}", name.text)));
    }
    // What follows an unknown verb is read as the group's own flags.
    let tail: Vec<Word> = rest.iter().filter(|_| !given.dashed).map(|word| (*word).clone()).collect();
    let tail = pflag::read(&[], true, &tail).map_err(|why| flag_error(&why, &use_line, &path))?;
    if asked || tail.help {
        return Ok(printed(help::group(of)));
    }
    Err(ShellError::Docker {
        message: format!(
            "docker: unknown command: {path} {}\n\nUsage:  {use_line}\n\nRun '{path} --help' for more information",
            name.text
        ),
        code: 1,
    })
}

/// `docker help VERB`
fn explain(words: &[Word]) -> Result<Invocation, ShellError> {
    let given = pflag::read(&[], true, words)
        .map_err(|why| flag_error(&why, "docker help [command]", "docker help"))?;
    let names: Vec<&str> = given.args.iter().map(|word| word.text.as_str()).collect();
    let text = match names.as_slice() {
        [] => Some(help::root()),
        [name] => route::find("", name)
            .map(|route| help::verb(&called(route)))
            .or_else(|| route::group(name).map(|_| help::group(name))),
        [group, name] => route::find(group, name).map(|route| help::verb(&called(route))),
        _ => None,
    };
    if let Some(text) = text {
        return Ok(printed(text));
    }
    let absent_one = match names.as_slice() {
        [name] => route::is_absent("", name),
        [group, name] => route::is_absent(group, name),
        _ => false,
    };
    if absent_one {
        let start = given.args[0].span.start;
        let end = given.args[names.len() - 1].span.end;
        return Err(absent(start..end, &format!("docker {}", names.join(" "))));
    }
    // docker names what is left after the part that it found.
    let found = names.first().is_some_and(|name| route::knows(name));
    let unknown = if found && names.len() > 1 { names[1..].join(" ") } else { names.join(" ") };
    Err(ShellError::Docker { message: format!("unknown help topic: {unknown}"), code: 1 })
}

fn absent(span: std::ops::Range<usize>, command: &str) -> ShellError {
    ShellError::Line { phrase: phrase("shell-docker-absent").with("command", command), span, code: 2 }
}

fn printed(text: String) -> Invocation {
    Invocation::Help { text, code: 0 }
}

/// `docker --version`: which CLI this prompt speaks as, and what it really is.
fn version_line() -> Invocation {
    printed(format!("Docker version 28.2.2, build netdojo-{}\n", env!("CARGO_PKG_VERSION")))
}
