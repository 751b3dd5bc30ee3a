//! Where an engine may be: what the learner chose, else the usual sockets.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use super::context;
use super::error::{Choice, EngineError};

/// The socket that docker uses when nothing else is said.
const DEFAULT_SOCKET: &str = "var/run/docker.sock";

/// A place where an engine may answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// How it is reached.
    pub address: Address,
    /// Why it is this one.
    pub origin: Origin,
}

/// How an engine is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A Unix socket.
    Unix(PathBuf),
    /// TCP, with or without TLS.
    Tcp {
        /// Host and port, `192.0.2.7:2376`.
        authority: String,
        /// The certificates; none means plain HTTP.
        tls: Option<Tls>,
    },
}

/// Certificates for a TLS connection, as docker lays them out in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tls {
    /// Where `ca.pem`, `cert.pem` and `key.pem` lie.
    pub folder: PathBuf,
}

/// Why an endpoint is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// `DOCKER_HOST` names it.
    Host,
    /// The docker context of this name names it.
    Context(String),
    /// It is one of the places where engines usually are.
    Usual,
}

/// What the choice of an endpoint depends on: the environment, and the root of the file system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surroundings {
    /// The environment's variables; an empty one counts as not set.
    pub vars: BTreeMap<String, String>,
    /// `/`, or a folder that stands for it in tests.
    pub root: PathBuf,
}

impl Surroundings {
    /// Those of this process.
    pub fn of_process() -> Self {
        let text = |value: std::ffi::OsString| value.into_string().ok();
        let vars =
            std::env::vars_os().filter_map(|(name, value)| Some((text(name)?, text(value)?))).collect();
        Self { vars, root: PathBuf::from("/") }
    }

    /// A variable that is set and not empty.
    pub fn var(&self, name: &str) -> Option<&str> {
        self.vars.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The learner's home folder.
    pub fn home(&self) -> Option<PathBuf> {
        self.var("HOME").map(PathBuf::from)
    }

    /// docker's own folder: `DOCKER_CONFIG`, else `~/.docker`.
    pub fn docker_folder(&self) -> Option<PathBuf> {
        self.var("DOCKER_CONFIG").map(PathBuf::from).or_else(|| Some(self.home()?.join(".docker")))
    }
}

/// The endpoints to try, in order; never empty.
///
/// `DOCKER_HOST` or a docker context is a choice and stands alone: it is never replaced by another
/// engine, however many answer elsewhere. Without a choice these are the usual sockets that exist,
/// docker's own first; where none exists, docker's own, so that there is something to be said about it.
///
/// # Errors
/// [`EngineError::Choice`] when what was chosen cannot be used.
pub fn candidates(surroundings: &Surroundings) -> Result<Vec<Endpoint>, EngineError> {
    if let Some(host) = surroundings.var("DOCKER_HOST") {
        let tls = tls_of_environment(surroundings, host)?;
        return Ok(vec![Endpoint { address: Address::parse(host, tls)?, origin: Origin::Host }]);
    }
    if let Some(endpoint) = context::chosen(surroundings)? {
        return Ok(vec![endpoint]);
    }
    let usual = |path: PathBuf| Endpoint { address: Address::Unix(path), origin: Origin::Usual };
    let found: Vec<Endpoint> =
        usual_sockets(surroundings).into_iter().filter(|path| exists(path)).map(usual).collect();
    if found.is_empty() {
        return Ok(vec![usual(surroundings.root.join(DEFAULT_SOCKET))]);
    }
    Ok(found)
}

/// Whether there is something at `path`, or may be: a folder that may not be looked into hides it.
fn exists(path: &Path) -> bool {
    !matches!(path.try_exists(), Ok(false))
}

/// Where engines usually listen, in the order of preference, whether they are there or not.
fn usual_sockets(surroundings: &Surroundings) -> Vec<PathBuf> {
    let runtime = surroundings.var("XDG_RUNTIME_DIR").map(PathBuf::from);
    let home = surroundings.home();
    let mut paths = vec![surroundings.root.join(DEFAULT_SOCKET)];
    paths.extend(runtime.iter().map(|dir| dir.join("docker.sock")));
    if let Some(home) = &home {
        paths.push(home.join(".docker/run/docker.sock"));
        paths.push(home.join(".docker/desktop/docker.sock"));
        paths.extend(colima_sockets(home));
        paths.push(home.join(".rd/docker.sock"));
    }
    paths.extend(runtime.iter().map(|dir| dir.join("podman/podman.sock")));
    paths.push(surroundings.root.join("run/podman/podman.sock"));
    paths
}

/// Colima's sockets, one per profile, the default profile first.
fn colima_sockets(home: &Path) -> Vec<PathBuf> {
    let folder = home.join(".colima");
    let mut profiles: Vec<PathBuf> = std::fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    profiles.sort_by_key(|path| (!path.ends_with("default"), path.clone()));
    profiles.into_iter().map(|profile| profile.join("docker.sock")).collect()
}

/// The certificates that the environment names for a TCP host, by docker's own rules.
fn tls_of_environment(surroundings: &Surroundings, host: &str) -> Result<Option<Tls>, EngineError> {
    let verified = surroundings.var("DOCKER_TLS_VERIFY").is_some();
    if !verified && surroundings.var("DOCKER_TLS").is_some() {
        return Err(EngineError::Choice { given: host.to_owned(), problem: Choice::Unverified });
    }
    if !verified {
        return Ok(None);
    }
    let folder =
        surroundings.var("DOCKER_CERT_PATH").map(PathBuf::from).or_else(|| surroundings.docker_folder());
    Ok(folder.map(|folder| Tls { folder }))
}

impl Address {
    /// The address that `host` names in docker's way: `unix://…`, `tcp://…`, `http(s)://…`, `host:port`.
    ///
    /// # Errors
    /// [`EngineError::Choice`] for a scheme that cannot be used here and for no address at all.
    pub fn parse(host: &str, tls: Option<Tls>) -> Result<Self, EngineError> {
        let refuse = |problem| EngineError::Choice { given: host.to_owned(), problem };
        let host = host.trim();
        let (scheme, rest) = host.split_once("://").unwrap_or(("tcp", host));
        match scheme {
            "unix" if rest.is_empty() => Ok(Self::Unix(Path::new("/").join(DEFAULT_SOCKET))),
            "unix" => Ok(Self::Unix(PathBuf::from(rest))),
            "tcp" | "http" | "https" => {
                let authority = rest.trim_end_matches('/');
                if authority.is_empty() || authority.contains(['/', '@', ' ']) {
                    return Err(refuse(Choice::Malformed));
                }
                if scheme == "https" && tls.is_none() {
                    return Err(refuse(Choice::Unverified));
                }
                let port = if tls.is_some() { 2376 } else { 2375 };
                let authority =
                    if has_port(authority) { authority.to_owned() } else { format!("{authority}:{port}") };
                Ok(Self::Tcp { authority, tls })
            }
            "ssh" => Err(refuse(Choice::Ssh)),
            "npipe" => Err(refuse(Choice::NamedPipe)),
            _ => Err(refuse(Choice::Scheme)),
        }
    }
}

/// Whether `authority` ends in a port; `[::1]` does not.
fn has_port(authority: &str) -> bool {
    authority.rsplit_once(':').is_some_and(|(_, port)| !port.is_empty() && !port.contains(']'))
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unix(path) => write!(f, "unix://{}", path.display()),
            Self::Tcp { authority, .. } => write!(f, "tcp://{authority}"),
        }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.address.fmt(f)
    }
}
