//! `docker logs`.

use super::super::flag::{Flag, Kind};
use super::super::verb::{Arity, Takes, Verb};
use super::super::{Invocation, Logs};

/// `docker logs`
pub(in super::super) static LOGS: Verb = Verb {
    usage: "[OPTIONS] CONTAINER",
    about: "Print what a container has written so far",
    aliases: "docker container logs, docker logs",
    flags: &[
        Flag::absent("details", Kind::Bool),
        Flag::bool("follow", "Go on with what it writes from now on").short('f'),
        Flag::text("since", "Begin at a time (2013-01-02T13:23:37Z) or so long ago (42m)"),
        Flag::text("tail", "Print so many lines from the end (default \"all\")").short('n'),
        Flag::bool("timestamps", "Print when each line was written").short('t'),
        Flag::text("until", "End at a time (2013-01-02T13:23:37Z) or so long ago (42m)"),
    ],
    interspersed: true,
    arity: Arity::Exactly(1),
    takes: Takes::Containers,
    build: |given| {
        Ok(Invocation::Logs(Logs {
            container: given.arg(0),
            follow: given.on("follow"),
            tail: given.text("tail"),
            timestamps: given.on("timestamps"),
            since: given.text("since").filter(|since| !since.is_empty()),
            until: given.text("until").filter(|until| !until.is_empty()),
        }))
    },
};
