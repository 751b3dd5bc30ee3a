//! `docker pull` and `docker rmi`.

use super::super::flag::{Flag, Kind};
use super::super::verb::{Arity, Refusal, Takes, Verb};
use super::super::{Invocation, Pull, Reference, Rmi};

/// `docker pull`
pub(in super::super) static PULL: Verb = Verb {
    usage: "[OPTIONS] NAME[:TAG|@DIGEST]",
    about: "Fetch an image from a registry",
    aliases: "docker image pull, docker pull",
    flags: &[
        Flag::absent("all-tags", Kind::Bool).short('a'),
        Flag::absent("disable-content-trust", Kind::Bool),
        Flag::text("platform", "The platform wanted, where an image has several"),
        Flag::bool("quiet", "Print the image's name alone").short('q'),
    ],
    interspersed: true,
    arity: Arity::Exactly(1),
    takes: Takes::Images,
    build: |given| {
        let image = given.arg(0);
        Reference::parse(&image).map_err(|why| Refusal::Plain(why.to_string()))?;
        let platform = given.text("platform").filter(|platform| !platform.is_empty());
        Ok(Invocation::Pull(Pull { image, quiet: given.on("quiet"), platform }))
    },
};

/// `docker rmi`
pub(in super::super) static RM: Verb = Verb {
    usage: "[OPTIONS] IMAGE [IMAGE...]",
    about: "Remove images, or names of images",
    aliases: "docker image rm, docker image remove, docker rmi",
    flags: &[
        Flag::bool("force", "Remove it whatever names it has, and whatever stopped container uses it")
            .short('f'),
        Flag::bool("no-prune", "Keep the images without a name that it was built on"),
        Flag::absent("platform", Kind::Named("strings")).hidden(),
    ],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Images,
    build: |given| {
        Ok(Invocation::Rmi(Rmi {
            names: given.texts(0),
            force: given.on("force"),
            no_prune: given.on("no-prune"),
        }))
    },
};
