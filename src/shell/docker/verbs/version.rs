//! `docker version`.

use super::super::flag::Flag;
use super::super::verb::{Arity, Takes, Verb};
use super::super::{Invocation, Version};

/// `docker version`
pub(in super::super) static VERSION: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Print the versions of both ends",
    aliases: "",
    flags: &[Flag::text("format", "How to print: 'json', or a Go template").short('f')],
    interspersed: true,
    arity: Arity::None,
    takes: Takes::Nothing,
    build: |given| {
        let format = given.text("format").filter(|format| !format.is_empty());
        Ok(Invocation::Version(Version { format }))
    },
};
