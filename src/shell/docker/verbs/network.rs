//! `docker network ls`.

use super::super::flag::Flag;
use super::super::verb::{Arity, Takes, Verb};
use super::super::{Invocation, NetworkLs, value};
use super::list::{FILTER, FORMAT, filters};

/// `docker network ls`
pub(in super::super) static LS: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List networks",
    aliases: "docker network ls, docker network list",
    flags: &[
        Flag::list("filter", FILTER).short('f').named("filter").check(value::filter),
        Flag::text("format", FORMAT),
        Flag::bool("no-trunc", "Print ids in full"),
        Flag::bool("quiet", "Print ids alone").short('q'),
    ],
    interspersed: true,
    arity: Arity::None,
    takes: Takes::Nothing,
    build: |given| {
        Ok(Invocation::NetworkLs(NetworkLs {
            quiet: given.on("quiet"),
            no_trunc: given.on("no-trunc"),
            filters: filters(&given.list("filter")),
            format: given.text("format"),
        }))
    },
};
