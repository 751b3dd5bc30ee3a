//! `docker ps` and `docker images`.

use super::super::flag::{Flag, Kind};
use super::super::verb::{Arity, Takes, Verb};
use super::super::{Images, Invocation, Ps, value};

pub(super) const FORMAT: &str = "How to print: 'table', 'table TEMPLATE', 'json', or a Go template";
pub(super) const FILTER: &str = "List only what fits, KEY=VALUE";

/// `docker ps`
pub(in super::super) static PS: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List containers",
    aliases: "docker container ls, docker container list, docker container ps, docker ps",
    flags: &[
        Flag::bool("all", "List those that do not run, too").short('a'),
        Flag::list("filter", FILTER).short('f').named("filter").check(value::filter),
        Flag::text("format", FORMAT),
        Flag::int("last", "List the last N that were made, whatever their state").short('n'),
        Flag::bool("latest", "List the one made last, whatever its state").short('l'),
        Flag::bool("no-trunc", "Print ids and commands in full"),
        Flag::bool("quiet", "Print ids alone").short('q'),
        Flag::bool("size", "Print how much room each takes").short('s'),
    ],
    interspersed: true,
    arity: Arity::None,
    takes: Takes::Nothing,
    build: |given| {
        Ok(Invocation::Ps(Ps {
            all: given.on("all"),
            quiet: given.on("quiet"),
            no_trunc: given.on("no-trunc"),
            size: given.on("size"),
            latest: given.on("latest"),
            last: given.int("last"),
            filters: filters(&given.list("filter")),
            format: given.text("format"),
        }))
    },
};

/// `docker images`
pub(in super::super) static IMAGES: Verb = Verb {
    usage: "[OPTIONS] [REPOSITORY[:TAG]]",
    about: "List images",
    aliases: "docker image ls, docker image list, docker images",
    flags: &[
        Flag::bool("all", "List the images in between, too").short('a'),
        Flag::bool("digests", "Print digests"),
        Flag::list("filter", FILTER).short('f').named("filter").check(value::filter),
        Flag::text("format", FORMAT),
        Flag::bool("no-trunc", "Print ids in full"),
        Flag::bool("quiet", "Print ids alone").short('q'),
        Flag::absent("tree", Kind::Bool),
    ],
    interspersed: true,
    arity: Arity::AtMost(1),
    takes: Takes::Images,
    build: |given| {
        Ok(Invocation::Images(Images {
            reference: given.args.first().map(|word| word.text.clone()),
            all: given.on("all"),
            quiet: given.on("quiet"),
            no_trunc: given.on("no-trunc"),
            digests: given.on("digests"),
            filters: filters(&given.list("filter")),
            format: given.text("format"),
        }))
    },
};

/// Filters as docker sends them: the key in small letters without blanks, nothing for an empty one.
pub(super) fn filters(given: &[String]) -> Vec<String> {
    given
        .iter()
        .filter_map(|filter| filter.split_once('='))
        .map(|(key, value)| format!("{}={}", key.trim().to_lowercase(), value.trim()))
        .collect()
}
