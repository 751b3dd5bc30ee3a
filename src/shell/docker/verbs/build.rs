//! `docker build`, with the flags of the classic builder.

use super::super::flag::{Flag, Kind};
use super::super::verb::{Arity, Takes, Verb};
use super::super::{Build, Invocation, value};

/// `docker build`
pub(in super::super) static BUILD: Verb = Verb {
    usage: "[OPTIONS] PATH | URL | -",
    about: "Build an image from a Dockerfile",
    aliases: "docker image build, docker build, docker builder build",
    flags: &[
        Flag::absent("add-host", Kind::List).check(value::add_host),
        Flag::list("build-arg", "Give the Dockerfile's ARG a value, NAME=VALUE").check(value::env),
        Flag::absent("cache-from", Kind::Named("strings")),
        Flag::absent("cgroup-parent", Kind::Text),
        Flag::absent("compress", Kind::Bool),
        Flag::absent("cpu-period", Kind::Int),
        Flag::absent("cpu-quota", Kind::Int),
        Flag::absent("cpu-shares", Kind::Int).short('c'),
        Flag::absent("cpuset-cpus", Kind::Text),
        Flag::absent("cpuset-mems", Kind::Text),
        Flag::absent("disable-content-trust", Kind::Bool),
        Flag::text("file", "The Dockerfile (default PATH/Dockerfile)").short('f'),
        Flag::absent("force-rm", Kind::Bool),
        Flag::absent("iidfile", Kind::Text),
        Flag::absent("isolation", Kind::Text),
        Flag::list("label", "Give the image a label, KEY=VALUE"),
        Flag::absent("memory", Kind::Named("bytes")).short('m'),
        Flag::absent("memory-swap", Kind::Named("bytes")),
        Flag::absent("network", Kind::Text),
        Flag::bool("no-cache", "Do every step anew"),
        Flag::absent("platform", Kind::Text),
        Flag::bool("pull", "Ask the registry for newer images to begin FROM"),
        Flag::bool("quiet", "Print the image's id alone").short('q'),
        Flag::absent("rm", Kind::Bool),
        Flag::absent("security-opt", Kind::Named("strings")),
        Flag::absent("shm-size", Kind::Named("bytes")),
        Flag::absent("squash", Kind::Bool).hidden(),
        Flag::list("tag", "The image's name, NAME:TAG").short('t').check(value::image),
        Flag::text("target", "Build no further than this stage"),
        Flag::absent("ulimit", Kind::Named("ulimit")),
    ],
    interspersed: true,
    arity: Arity::Exactly(1),
    takes: Takes::Folder,
    build: |given| {
        Ok(Invocation::Build(Build {
            path: given.arg(0),
            file: given.text("file").filter(|file| !file.is_empty()),
            tags: given.list("tag"),
            args: given.list("build-arg"),
            labels: given.list("label"),
            no_cache: given.on("no-cache"),
            pull: given.on("pull"),
            quiet: given.on("quiet"),
            target: given.text("target").filter(|target| !target.is_empty()),
        }))
    },
};
