//! `docker exec`.

use super::super::flag::{Flag, Kind};
use super::super::verb::{Arity, Refusal, Takes, Verb};
use super::super::{Exec, Invocation, value};

/// `docker exec`
pub(in super::super) static EXEC: Verb = Verb {
    usage: "[OPTIONS] CONTAINER COMMAND [ARG...]",
    about: "Run a command in a container that runs",
    aliases: "docker container exec, docker exec",
    flags: &[
        Flag::bool("detach", "Run the command in the background").short('d'),
        Flag::absent("detach-keys", Kind::Text),
        Flag::list("env", "Set an environment variable, NAME=VALUE").short('e').check(value::env),
        Flag::absent("env-file", Kind::List),
        Flag::bool("interactive", "Keep standard input open").short('i'),
        Flag::bool("privileged", "Give the command every capability"),
        Flag::bool("tty", "Give the command a terminal").short('t'),
        Flag::text("user", "Run as this user, NAME|UID[:GROUP|GID]").short('u'),
        Flag::text("workdir", "The folder to start in").short('w'),
    ],
    interspersed: false,
    arity: Arity::AtLeast(2),
    takes: Takes::RunningThenCommand,
    build: |given| {
        if given.arg(0).is_empty() {
            return Err(Refusal::Plain("invalid container name or ID: value is empty".to_owned()));
        }
        Ok(Invocation::Exec(Exec {
            container: given.arg(0),
            command: given.texts(1),
            detach: given.on("detach"),
            interactive: given.on("interactive"),
            tty: given.on("tty"),
            env: given.list("env"),
            workdir: given.text("workdir").filter(|dir| !dir.is_empty()),
            user: given.text("user").filter(|user| !user.is_empty()),
            privileged: given.on("privileged"),
        }))
    },
};
