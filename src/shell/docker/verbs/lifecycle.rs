//! Starting and stopping: `start`, `stop`, `restart`, `kill`, `pause`, `unpause`, `wait`.

use super::super::flag::{Flag, Kind};
use super::super::given::Given;
use super::super::verb::{Arity, Refusal, Takes, Verb};
use super::super::{Invocation, Kill, Start, Stop};

const CONTAINERS: &str = "CONTAINER [CONTAINER...]";
const OPTIONS: &str = "[OPTIONS] CONTAINER [CONTAINER...]";
const SIGNAL: Flag = Flag::text("signal", "The signal to send, by name or number").short('s');
const TIMEOUT: Flag = Flag::int("timeout", "Seconds to wait before the container is killed").short('t');
const TIME: Flag = Flag::alias("time", Kind::Int, "timeout");

/// `docker start`
pub(in super::super) static START: Verb = Verb {
    usage: OPTIONS,
    about: "Start containers that do not run",
    aliases: "docker container start, docker start",
    flags: &[
        Flag::bool("attach", "Show the container's output, and pass on signals").short('a'),
        Flag::absent("checkpoint", Kind::Text).hidden(),
        Flag::absent("checkpoint-dir", Kind::Text).hidden(),
        Flag::absent("detach-keys", Kind::Text),
        Flag::bool("interactive", "Pass on standard input").short('i'),
    ],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Stopped,
    build: |given| {
        let start =
            Start { names: given.texts(0), attach: given.on("attach"), interactive: given.on("interactive") };
        if start.names.len() > 1 && (start.attach || start.interactive) {
            return Err(Refusal::Plain("you cannot start and attach multiple containers at once".to_owned()));
        }
        Ok(Invocation::Start(start))
    },
};

/// `docker stop`
pub(in super::super) static STOP: Verb = Verb {
    usage: OPTIONS,
    about: "Ask running containers to end, and end those that do not",
    aliases: "docker container stop, docker stop",
    flags: &[SIGNAL, TIMEOUT, TIME],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Running,
    build: |given| stop(given).map(Invocation::Stop),
};

/// `docker restart`
pub(in super::super) static RESTART: Verb = Verb {
    usage: OPTIONS,
    about: "Stop containers and start them again",
    aliases: "docker container restart, docker restart",
    flags: &[SIGNAL, TIMEOUT, TIME],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Containers,
    build: |given| stop(given).map(Invocation::Restart),
};

/// `docker kill`
pub(in super::super) static KILL: Verb = Verb {
    usage: OPTIONS,
    about: "End running containers at once, or send them a signal",
    aliases: "docker container kill, docker kill",
    flags: &[SIGNAL],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Running,
    build: |given| {
        let signal = given.text("signal").filter(|signal| !signal.is_empty());
        Ok(Invocation::Kill(Kill { names: given.texts(0), signal }))
    },
};

/// `docker pause`
pub(in super::super) static PAUSE: Verb = Verb {
    usage: CONTAINERS,
    about: "Hold every process of running containers",
    aliases: "docker container pause, docker pause",
    flags: &[],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Running,
    build: |given| Ok(Invocation::Pause(given.texts(0))),
};

/// `docker unpause`
pub(in super::super) static UNPAUSE: Verb = Verb {
    usage: CONTAINERS,
    about: "Let every process of paused containers go on",
    aliases: "docker container unpause, docker unpause",
    flags: &[],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Running,
    build: |given| Ok(Invocation::Unpause(given.texts(0))),
};

/// `docker wait`
pub(in super::super) static WAIT: Verb = Verb {
    usage: CONTAINERS,
    about: "Wait until containers have ended and print their exit codes",
    aliases: "docker container wait, docker wait",
    flags: &[],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Containers,
    build: |given| Ok(Invocation::Wait(given.texts(0))),
};

fn stop(given: &Given) -> Result<Stop, Refusal> {
    let named = |long: &str| given.sets.iter().any(|set| set.flag.long == long);
    if named("time") && named("timeout") {
        return Err(Refusal::Plain(
            "conflicting options: cannot specify both --timeout and --time".to_owned(),
        ));
    }
    Ok(Stop {
        names: given.texts(0),
        timeout: given.int("timeout"),
        signal: given.text("signal").filter(|signal| !signal.is_empty()),
    })
}
