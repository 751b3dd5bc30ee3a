//! `docker rm` and `docker port`.

use super::super::flag::Flag;
use super::super::verb::{Arity, Takes, Verb};
use super::super::{Invocation, Rm};

/// `docker rm`
pub(in super::super) static RM: Verb = Verb {
    usage: "[OPTIONS] CONTAINER [CONTAINER...]",
    about: "Remove containers",
    aliases: "docker container rm, docker container remove, docker rm",
    flags: &[
        Flag::bool("force", "Kill a container that runs, then remove it").short('f'),
        Flag::bool("link", "Remove a link, named as CONTAINER/ALIAS").short('l'),
        Flag::bool("volumes", "Remove the container's volumes without a name, too").short('v'),
    ],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Containers,
    build: |given| {
        Ok(Invocation::Rm(Rm {
            names: given.texts(0),
            force: given.on("force"),
            volumes: given.on("volumes"),
            link: given.on("link"),
        }))
    },
};

/// `docker port`
pub(in super::super) static PORT: Verb = Verb {
    usage: "CONTAINER [PRIVATE_PORT[/PROTO]]",
    about: "Print where a container's ports are published",
    aliases: "docker container port, docker port",
    flags: &[],
    interspersed: true,
    arity: Arity::Between(1, 2),
    takes: Takes::Containers,
    build: |given| {
        let private = given.args.get(1).map(|word| word.text.clone()).filter(|port| !port.is_empty());
        Ok(Invocation::Port { container: given.arg(0), private })
    },
};
