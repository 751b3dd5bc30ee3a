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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A machine in a temporary folder: its root, its home, and a runtime folder.
    struct Machine {
        folder: tempfile::TempDir,
        vars: BTreeMap<String, String>,
    }

    impl Machine {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let mut machine = Self { folder, vars: BTreeMap::new() };
            for (name, below) in [("HOME", "home/me"), ("XDG_RUNTIME_DIR", "run/user/1000")] {
                let path = machine.path(below).display().to_string();
                machine.vars.insert(name.into(), path);
            }
            machine
        }

        fn path(&self, below: &str) -> PathBuf {
            self.folder.path().join(below)
        }

        fn write(&self, below: &str, text: &str) {
            let path = self.path(below);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }

        fn set(&mut self, name: &str, value: &str) {
            self.vars.insert(name.into(), value.into());
        }

        fn candidates(&self) -> Result<Vec<Endpoint>, EngineError> {
            candidates(&Surroundings { vars: self.vars.clone(), root: self.folder.path().to_owned() })
        }

        /// The addresses found, sockets below the machine's root.
        fn found(&self) -> Vec<String> {
            let root = format!("unix://{}/", self.folder.path().display());
            let found = self.candidates().unwrap();
            found.iter().map(|it| it.to_string().replace(&root, "unix:")).collect()
        }

        /// A context with a folder of its own and, perhaps, certificates.
        fn context(&self, name: &str, host: &str, skip: bool, tls: bool) {
            let meta = serde_json::json!({
                "Name": name, "Metadata": {},
                "Endpoints": { "docker": { "Host": host, "SkipTLSVerify": skip } },
            });
            let folder = format!("sha-of-{name}");
            self.write(&format!("home/me/.docker/contexts/meta/{folder}/meta.json"), &meta.to_string());
            if tls {
                self.write(&format!("home/me/.docker/contexts/tls/{folder}/docker/ca.pem"), "");
            }
        }

        fn problem(&self) -> Choice {
            match self.candidates() {
                Err(EngineError::Choice { problem, .. }) => problem,
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn usual_sockets_that_exist_dockers_own_first() {
        let machine = Machine::new();
        assert_eq!(machine.found(), ["unix:var/run/docker.sock"], "none there: something to speak of");
        for socket in [
            "run/podman/podman.sock",
            "run/user/1000/podman/podman.sock",
            "home/me/.rd/docker.sock",
            "home/me/.colima/second/docker.sock",
            "home/me/.colima/default/docker.sock",
            "home/me/.docker/desktop/docker.sock",
            "home/me/.docker/run/docker.sock",
            "run/user/1000/docker.sock",
        ] {
            machine.write(socket, "");
        }
        let expected = [
            "unix:run/user/1000/docker.sock",
            "unix:home/me/.docker/run/docker.sock",
            "unix:home/me/.docker/desktop/docker.sock",
            "unix:home/me/.colima/default/docker.sock",
            "unix:home/me/.colima/second/docker.sock",
            "unix:home/me/.rd/docker.sock",
            "unix:run/user/1000/podman/podman.sock",
            "unix:run/podman/podman.sock",
        ];
        assert_eq!(machine.found(), expected);
        machine.write("var/run/docker.sock", "");
        assert_eq!(machine.found()[0], "unix:var/run/docker.sock");
    }

    #[test]
    fn a_choice_stands_alone() {
        let mut machine = Machine::new();
        machine.write("var/run/docker.sock", "");
        machine.context("lab", "unix:///lab.sock", false, false);
        machine.set("DOCKER_CONTEXT", "lab");
        let found = machine.candidates().unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].to_string(), &found[0].origin),
            ("unix:///lab.sock".into(), &Origin::Context("lab".into()))
        );
        machine.set("DOCKER_HOST", "tcp://192.0.2.7");
        assert_eq!(
            machine.found(),
            ["tcp://192.0.2.7:2375"],
            "DOCKER_HOST is before a context, as for docker"
        );
        machine.set("DOCKER_HOST", "");
        machine.set("DOCKER_CONTEXT", "default");
        assert_eq!(machine.found(), ["unix:var/run/docker.sock"]);
    }

    #[test]
    fn contexts_of_the_configuration() {
        let mut machine = Machine::new();
        machine.write("home/me/.docker/config.json", r#"{ "auths": {}, "currentContext": "far" }"#);
        assert_eq!(machine.problem(), Choice::NoSuchContext);
        machine.context("near", "unix:///near.sock", false, false);
        machine.context("far", "tcp://192.0.2.7:2376", false, true);
        let Address::Tcp { authority, tls: Some(tls) } = &machine.candidates().unwrap()[0].address else {
            panic!("TLS is on where the context has certificates")
        };
        assert_eq!(authority, "192.0.2.7:2376");
        assert!(tls.folder.join("ca.pem").exists());
        machine.context("far", "tcp://192.0.2.7:2376", true, true);
        assert_eq!(machine.problem(), Choice::Unverified);
        machine.write("home/me/.docker/config.json", "{");
        assert!(matches!(machine.problem(), Choice::Broken(_)));
        let elsewhere = machine.path("elsewhere").display().to_string();
        machine.set("DOCKER_CONFIG", &elsewhere);
        machine.write("var/run/docker.sock", "");
        assert_eq!(machine.found(), ["unix:var/run/docker.sock"]);
    }

    #[test]
    fn tls_of_the_environment() {
        let mut machine = Machine::new();
        machine.set("DOCKER_HOST", "tcp://engine");
        machine.set("DOCKER_TLS_VERIFY", "1");
        let tls = |folder| Some(Tls { folder });
        let address = |machine: &Machine| machine.candidates().unwrap()[0].address.clone();
        let home = machine.path("home/me/.docker");
        assert_eq!(address(&machine), Address::Tcp { authority: "engine:2376".into(), tls: tls(home) });
        machine.set("DOCKER_CERT_PATH", "/certs");
        assert_eq!(
            address(&machine),
            Address::Tcp { authority: "engine:2376".into(), tls: tls("/certs".into()) }
        );
        machine.set("DOCKER_TLS_VERIFY", "");
        machine.set("DOCKER_TLS", "1");
        assert_eq!(machine.problem(), Choice::Unverified);
    }

    #[test]
    fn addresses_as_docker_writes_them() {
        let parse = |host| Address::parse(host, None);
        let text = |host| parse(host).unwrap().to_string();
        assert_eq!(text("unix://"), "unix:///var/run/docker.sock");
        assert_eq!(text("unix:///run/x.sock"), "unix:///run/x.sock");
        assert_eq!(text("tcp://[::1]"), "tcp://[::1]:2375");
        assert_eq!(text("http://engine:80/"), "tcp://engine:80");
        assert_eq!(text("engine:2375"), "tcp://engine:2375");
        let problem = |host| match parse(host) {
            Err(EngineError::Choice { problem, .. }) => problem,
            other => panic!("{host}: {other:?}"),
        };
        assert_eq!(problem("ssh://me@engine"), Choice::Ssh);
        assert_eq!(problem("npipe:////./pipe/docker_engine"), Choice::NamedPipe);
        assert_eq!(problem("fd://"), Choice::Scheme);
        assert_eq!(problem("tcp://"), Choice::Malformed);
        assert_eq!(problem("https://engine"), Choice::Unverified);
    }

    proptest! {
        #[test]
        fn any_text_is_an_address_or_refused(host in ".{0,40}") {
            if let Ok(Address::Tcp { authority, .. }) = Address::parse(&host, None) {
                prop_assert!(has_port(&authority));
            }
        }
    }
}
