//! `docker inspect`, and the same for one kind of thing.

use super::super::flag::{Flag, Kind};
use super::super::given::Given;
use super::super::go;
use super::super::verb::{Arity, Refusal, Takes, Verb};
use super::super::{Inspect, InspectKind, Invocation};

const FORMAT: Flag = Flag::text("format", "How to print: 'json', or a Go template").short('f');
const SIZE: Flag = Flag::bool("size", "Print how much room a container takes, too").short('s');

/// `docker inspect`
pub(in super::super) static ANY: Verb = Verb {
    usage: "[OPTIONS] NAME|ID [NAME|ID...]",
    about: "Print everything about containers, images, networks or volumes",
    aliases: "",
    flags: &[
        FORMAT,
        SIZE,
        Flag::text("type", "Look at this kind of thing alone: container, image, network, volume"),
    ],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Anything,
    build: |given| {
        let kind = given.text("type").map_or(Ok(InspectKind::Any), |name| kind(&name))?;
        Ok(invocation(given, kind, given.on("size")))
    },
};

/// `docker container inspect`
pub(in super::super) static CONTAINER: Verb = Verb {
    usage: "[OPTIONS] CONTAINER [CONTAINER...]",
    about: "Print everything about containers",
    aliases: "",
    flags: &[FORMAT, SIZE],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Containers,
    build: |given| Ok(invocation(given, InspectKind::Container, given.on("size"))),
};

/// `docker network inspect`
pub(in super::super) static NETWORK: Verb = Verb {
    usage: "[OPTIONS] NETWORK [NETWORK...]",
    about: "Print everything about networks",
    aliases: "",
    flags: &[FORMAT, Flag::absent("verbose", Kind::Bool).short('v')],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Networks,
    build: |given| Ok(invocation(given, InspectKind::Network, false)),
};

/// `docker image inspect`
pub(in super::super) static IMAGE: Verb = Verb {
    usage: "[OPTIONS] IMAGE [IMAGE...]",
    about: "Print everything about images",
    aliases: "",
    flags: &[FORMAT, Flag::absent("platform", Kind::Text)],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Images,
    build: |given| Ok(invocation(given, InspectKind::Image, false)),
};

/// `docker volume inspect`
pub(in super::super) static VOLUME: Verb = Verb {
    usage: "[OPTIONS] VOLUME [VOLUME...]",
    about: "Print everything about volumes",
    aliases: "",
    flags: &[FORMAT],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Nothing,
    build: |given| Ok(invocation(given, InspectKind::Volume, false)),
};

fn invocation(given: &Given, kind: InspectKind, size: bool) -> Invocation {
    let format = given.text("format").filter(|format| !format.is_empty());
    Invocation::Inspect(Inspect { kind, names: given.texts(0), format, size })
}

fn kind(text: &str) -> Result<InspectKind, Refusal> {
    Ok(match text {
        "container" => InspectKind::Container,
        "image" => InspectKind::Image,
        "network" => InspectKind::Network,
        "volume" => InspectKind::Volume,
        _ => {
            let what = if text.is_empty() {
                "type is empty".to_owned()
            } else {
                format!("unknown type: {}", go::quote(text))
            };
            return Err(Refusal::Plain(format!(
                "{what}: must be one of \"config\", \"container\", \"image\", \"network\", \"node\", \
                 \"plugin\", \"secret\", \"service\", \"task\", \"volume\""
            )));
        }
    })
}
