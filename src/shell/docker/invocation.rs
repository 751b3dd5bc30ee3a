//! What a `docker …` line asks for, after its flags are parsed. One struct per verb.

#![allow(clippy::struct_excessive_bools, reason = "one for each switch that docker has")]

use super::{NetworkSpec, Subnet};

/// A docker command, ready to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invocation {
    /// `docker run`
    Run(Run),
    /// `docker create`
    Create(Run),
    /// `docker exec`
    Exec(Exec),
    /// `docker ps`
    Ps(Ps),
    /// `docker images`
    Images(Images),
    /// `docker inspect`, also `container inspect`, `network inspect`, `image inspect`
    Inspect(Inspect),
    /// `docker logs`
    Logs(Logs),
    /// `docker stop`
    Stop(Stop),
    /// `docker start`
    Start(Start),
    /// `docker restart`
    Restart(Stop),
    /// `docker kill`
    Kill(Kill),
    /// `docker pause`: names
    Pause(Vec<String>),
    /// `docker unpause`: names
    Unpause(Vec<String>),
    /// `docker wait`: names
    Wait(Vec<String>),
    /// `docker rm`
    Rm(Rm),
    /// `docker pull`
    Pull(Pull),
    /// `docker build`
    Build(Build),
    /// `docker rmi`
    Rmi(Rmi),
    /// `docker port CONTAINER [PRIVATE]`
    Port {
        /// The container.
        container: String,
        /// Only this container port, `80` or `80/tcp`.
        private: Option<String>,
    },
    /// `docker network ls`
    NetworkLs(NetworkLs),
    /// `docker network create`
    NetworkCreate(NetworkCreate),
    /// `docker network connect`
    NetworkConnect(NetworkConnect),
    /// `docker network disconnect`
    NetworkDisconnect(NetworkDisconnect),
    /// `docker network rm`
    NetworkRm(NetworkRm),
    /// `docker network prune`
    NetworkPrune(NetworkPrune),
    /// `docker version`
    Version(Version),
    /// `docker … --help`, `docker --version`, or a group without a verb: no engine is asked.
    Help {
        /// Printed on standard output, as it is; it ends with a newline.
        text: String,
        /// The exit code: 0, as docker gives for all of these.
        code: i64,
    },
}

/// `docker run`, `docker create`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The image as written.
    pub image: String,
    /// What to run in it instead of the image's own command.
    pub command: Vec<String>,
    /// `-d`
    pub detach: bool,
    /// `-i`
    pub interactive: bool,
    /// `-t`
    pub tty: bool,
    /// `--rm`
    pub rm: bool,
    /// `--name`
    pub name: Option<String>,
    /// `--link CONTAINER[:ALIAS]`, each as written
    pub links: Vec<String>,
    /// `--network`, each as written
    pub networks: Vec<String>,
    /// `--network-alias`
    pub network_aliases: Vec<String>,
    /// `--ip`
    pub ip: Option<String>,
    /// `-p`, each as written
    pub publish: Vec<String>,
    /// `-P`
    pub publish_all: bool,
    /// `--expose`
    pub expose: Vec<String>,
    /// `-e`, each as written
    pub env: Vec<String>,
    /// `-h`
    pub hostname: Option<String>,
    /// `-l KEY=VALUE`
    pub labels: Vec<String>,
    /// `-w`
    pub workdir: Option<String>,
    /// `-u`
    pub user: Option<String>,
    /// `--entrypoint`
    pub entrypoint: Option<String>,
    /// `-v`, each as written
    pub volumes: Vec<String>,
    /// `--add-host HOST:IP`
    pub add_hosts: Vec<String>,
    /// `--dns`
    pub dns: Vec<String>,
    /// `--cap-add`
    pub cap_add: Vec<String>,
    /// `--cap-drop`
    pub cap_drop: Vec<String>,
    /// `--restart`
    pub restart: Option<String>,
    /// `--pull always|missing|never`
    pub pull: Option<String>,
    /// `--init`
    pub init: bool,
    /// `--read-only`
    pub read_only: bool,
}

/// `docker exec`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exec {
    /// The container.
    pub container: String,
    /// The command and its arguments.
    pub command: Vec<String>,
    /// `-d`
    pub detach: bool,
    /// `-i`
    pub interactive: bool,
    /// `-t`
    pub tty: bool,
    /// `-e`
    pub env: Vec<String>,
    /// `-w`
    pub workdir: Option<String>,
    /// `-u`
    pub user: Option<String>,
    /// `--privileged`
    pub privileged: bool,
}

/// `docker ps`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ps {
    /// `-a`
    pub all: bool,
    /// `-q`
    pub quiet: bool,
    /// `--no-trunc`
    pub no_trunc: bool,
    /// `-s`
    pub size: bool,
    /// `-l`
    pub latest: bool,
    /// `-n N`
    pub last: Option<i64>,
    /// `-f KEY=VALUE`
    pub filters: Vec<String>,
    /// `--format`
    pub format: Option<String>,
}

/// `docker images`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Images {
    /// Only this repository, or `repository:tag`.
    pub reference: Option<String>,
    /// `-a`
    pub all: bool,
    /// `-q`
    pub quiet: bool,
    /// `--no-trunc`
    pub no_trunc: bool,
    /// `--digests`
    pub digests: bool,
    /// `-f KEY=VALUE`
    pub filters: Vec<String>,
    /// `--format`
    pub format: Option<String>,
}

/// What an `inspect` may look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InspectKind {
    /// Whatever has that name: container, image, network, volume.
    #[default]
    Any,
    /// `docker container inspect`
    Container,
    /// `docker network inspect`
    Network,
    /// `docker image inspect`
    Image,
    /// `docker volume inspect`
    Volume,
}

/// `docker inspect`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inspect {
    /// What to look at.
    pub kind: InspectKind,
    /// Names or ids.
    pub names: Vec<String>,
    /// `--format`
    pub format: Option<String>,
    /// `-s`
    pub size: bool,
}

/// `docker logs`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Logs {
    /// The container.
    pub container: String,
    /// `-f`
    pub follow: bool,
    /// `-n`, `--tail`: `all` or a number
    pub tail: Option<String>,
    /// `-t`
    pub timestamps: bool,
    /// `--since`
    pub since: Option<String>,
    /// `--until`
    pub until: Option<String>,
}

/// `docker stop`, `docker restart`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stop {
    /// Names or ids.
    pub names: Vec<String>,
    /// `-t` seconds
    pub timeout: Option<i64>,
    /// `-s`
    pub signal: Option<String>,
}

/// `docker start`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Start {
    /// Names or ids.
    pub names: Vec<String>,
    /// `-a`
    pub attach: bool,
    /// `-i`
    pub interactive: bool,
}

/// `docker kill`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kill {
    /// Names or ids.
    pub names: Vec<String>,
    /// `-s`
    pub signal: Option<String>,
}

/// `docker rm`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rm {
    /// Names or ids.
    pub names: Vec<String>,
    /// `-f`
    pub force: bool,
    /// `-v`
    pub volumes: bool,
    /// `-l`
    pub link: bool,
}

/// `docker pull`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pull {
    /// The image as written.
    pub image: String,
    /// `-q`
    pub quiet: bool,
    /// `--platform`
    pub platform: Option<String>,
}

/// `docker build`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Build {
    /// The folder that is sent, as written; also a URL or `-`, which docker takes.
    pub path: String,
    /// `-f`
    pub file: Option<String>,
    /// `-t`, each as written
    pub tags: Vec<String>,
    /// `--build-arg KEY[=VALUE]`, each as written
    pub args: Vec<String>,
    /// `--label KEY[=VALUE]`, each as written
    pub labels: Vec<String>,
    /// `--no-cache`
    pub no_cache: bool,
    /// `--pull`
    pub pull: bool,
    /// `-q`
    pub quiet: bool,
    /// `--target`
    pub target: Option<String>,
}

/// `docker rmi`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rmi {
    /// Names or ids.
    pub names: Vec<String>,
    /// `-f`
    pub force: bool,
    /// `--no-prune`
    pub no_prune: bool,
}

/// `docker network ls`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NetworkLs {
    /// `-q`
    pub quiet: bool,
    /// `--no-trunc`
    pub no_trunc: bool,
    /// `-f KEY=VALUE`
    pub filters: Vec<String>,
    /// `--format`
    pub format: Option<String>,
}

/// `docker network create`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NetworkCreate {
    /// The name.
    pub name: String,
    /// `-d`
    pub driver: Option<String>,
    /// `--subnet`, each with its `--ip-range` and `--gateway`
    pub subnets: Vec<Subnet>,
    /// `--internal`
    pub internal: bool,
    /// `--attachable`
    pub attachable: bool,
    /// `--ipv6`, where it was given
    pub ipv6: Option<bool>,
    /// `--label KEY=VALUE`
    pub labels: Vec<String>,
    /// `-o KEY=VALUE`
    pub options: Vec<String>,
}

/// `docker network connect`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NetworkConnect {
    /// Which network, and how the container is known there.
    pub network: NetworkSpec,
    /// The container.
    pub container: String,
    /// `--link CONTAINER[:ALIAS]`, each as written
    pub links: Vec<String>,
}

/// `docker network disconnect`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NetworkDisconnect {
    /// The network.
    pub network: String,
    /// The container.
    pub container: String,
    /// `-f`
    pub force: bool,
}

/// `docker network rm`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NetworkRm {
    /// Names or ids.
    pub names: Vec<String>,
    /// `-f`
    pub force: bool,
}

/// `docker network prune`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NetworkPrune {
    /// `-f`
    pub force: bool,
    /// `--filter KEY=VALUE`
    pub filters: Vec<String>,
}

/// `docker version`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Version {
    /// `-f`, `--format`
    pub format: Option<String>,
}
