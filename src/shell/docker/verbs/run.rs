//! `docker run` and `docker create`.

use super::super::given::Given;
use super::super::verb::{Arity, Refusal, Takes, Verb};
use super::super::{Invocation, NetworkSpec, PortSpec, Reference, Run, VolumeError, VolumeSpec, exposed};
use super::run_flags;

/// `docker run`
pub(in super::super) static RUN: Verb = Verb {
    usage: "[OPTIONS] IMAGE [COMMAND] [ARG...]",
    about: "Make a new container from an image and start it",
    aliases: "docker container run, docker run",
    flags: &run_flags::RUN,
    interspersed: false,
    arity: Arity::AtLeast(1),
    takes: Takes::ImageThenCommand,
    build: |given| {
        let run = build(given, given.on("detach"))?;
        Reference::parse(&run.image).map_err(|why| Refusal::Hinted(why.to_string()))?;
        Ok(Invocation::Run(run))
    },
};

/// `docker create`
pub(in super::super) static CREATE: Verb = Verb {
    usage: "[OPTIONS] IMAGE [COMMAND] [ARG...]",
    about: "Make a new container and do not start it",
    aliases: "docker container create, docker create",
    flags: &run_flags::CREATE,
    interspersed: false,
    arity: Arity::AtLeast(1),
    takes: Takes::ImageThenCommand,
    build: |given| {
        let run = build(given, false)?;
        // Alone of all that `create` says, this comes without docker's name before it.
        Reference::parse(&run.image).map_err(|why| Refusal::Plain(why.to_string()))?;
        Ok(Invocation::Create(run))
    },
};

fn build(given: &Given, detach: bool) -> Result<Run, Refusal> {
    let run = Run {
        image: given.arg(0),
        command: given.texts(1),
        detach,
        interactive: given.on("interactive"),
        tty: given.on("tty"),
        rm: given.on("rm"),
        name: given.text("name").filter(|name| !name.is_empty()),
        links: given.list("link"),
        networks: given.list("network"),
        network_aliases: given.list("network-alias"),
        ip: given.text("ip").filter(|ip| !ip.is_empty()),
        publish: given.list("publish"),
        publish_all: given.on("publish-all"),
        expose: given.list("expose"),
        env: given.list("env"),
        hostname: given.text("hostname").filter(|name| !name.is_empty()),
        labels: given.list("label"),
        workdir: given.text("workdir").filter(|dir| !dir.is_empty()),
        user: given.text("user").filter(|user| !user.is_empty()),
        // An empty one is not the same as none: it takes the image's entrypoint away.
        entrypoint: given.text("entrypoint"),
        volumes: given.list("volume"),
        add_hosts: given.list("add-host"),
        dns: given.list("dns"),
        cap_add: given.list("cap-add"),
        cap_drop: given.list("cap-drop"),
        restart: given.text("restart"),
        pull: given.text("pull"),
        init: given.on("init"),
        read_only: given.on("read-only"),
    };
    check(&run).map_err(Refusal::Hinted)?;
    Ok(run)
}

/// What docker's command line refuses before it asks the engine, in the order in which it looks.
fn check(run: &Run) -> Result<(), String> {
    if let Some(pull) = run.pull.as_deref().filter(|pull| !["always", "missing", "never", ""].contains(pull))
    {
        return Err(format!(
            "invalid pull option: '{pull}': must be one of \"always\", \"missing\" or \"never\""
        ));
    }
    for volume in &run.volumes {
        if let Err(why @ VolumeError::Empty) = VolumeSpec::parse(volume) {
            return Err(why.to_string());
        }
    }
    for publish in &run.publish {
        PortSpec::parse(publish)?;
    }
    for expose in &run.expose {
        exposed(expose)?;
    }
    let restarts = restart_policy(run.restart.as_deref().unwrap_or(""))?;
    if run.rm && restarts {
        return Err("conflicting options: cannot specify both --restart and --rm".to_owned());
    }
    networks(run)
}

/// Whether the policy `text` ever starts a container again.
fn restart_policy(text: &str) -> Result<bool, String> {
    let mut parts = text.split(':');
    let name = parts.next().unwrap_or("");
    match (parts.next(), parts.next()) {
        (_, Some(_)) => {
            return Err("invalid restart policy format: maximum retry count must be an integer".to_owned());
        }
        (Some(count), None) if count.parse::<i64>().is_err() => {
            return Err("invalid restart policy format: maximum retry count must be an integer".to_owned());
        }
        _ if name.is_empty() && !text.is_empty() => {
            return Err("invalid restart policy format: no policy provided before colon".to_owned());
        }
        _ => {}
    }
    Ok(!matches!(name, "" | "no"))
}

fn networks(run: &Run) -> Result<(), String> {
    let mut seen: Vec<String> = Vec::new();
    let mut specs =
        run.networks.iter().map(|network| NetworkSpec::parse(network)).collect::<Result<Vec<_>, _>>()?;
    if specs.is_empty() {
        specs.push(NetworkSpec { name: "default".to_owned(), ..NetworkSpec::default() });
    }
    let own = specs.iter().filter(|spec| spec.is_user_defined()).count();
    for (number, spec) in specs.iter().enumerate() {
        if spec.name.is_empty() {
            return Err("no name set for network".to_owned());
        }
        if specs.len() > 1 && own > 0 && own < specs.len() {
            return Err(
                "conflicting options: cannot attach both user-defined and non-user-defined network-modes"
                    .to_owned(),
            );
        }
        if seen.contains(&spec.name) {
            return Err(format!(
                "network {} is specified multiple times",
                super::super::go::quote(&spec.name)
            ));
        }
        if !spec.is_user_defined()
            && (!spec.aliases.is_empty() || number == 0 && !run.network_aliases.is_empty())
        {
            return Err("network-scoped aliases are only supported for user-defined networks".to_owned());
        }
        seen.push(spec.name.clone());
    }
    Ok(())
}
