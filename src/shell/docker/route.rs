//! Which words lead to which verb: `docker ps` and `docker container list` to the same.

use super::verb::Verb;
use super::verbs::{build, container, exec, image, inspect, lifecycle, list, logs, network, run, version};

/// A way to a verb.
#[derive(Debug)]
pub(crate) struct Route {
    /// `container` in `docker container ls`; empty for `docker ps`.
    pub group: &'static str,
    /// The verb's name there.
    pub name: &'static str,
    /// Its other names there.
    pub aliases: &'static [&'static str],
    /// The verb.
    pub verb: &'static Verb,
}

impl Route {
    const fn new(group: &'static str, name: &'static str, verb: &'static Verb) -> Self {
        Self { group, name, aliases: &[], verb }
    }

    const fn aka(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }
}

/// The verbs of this prompt.
pub(crate) static ROUTES: &[Route] = &[
    Route::new("", "build", &build::BUILD),
    Route::new("", "create", &run::CREATE),
    Route::new("", "exec", &exec::EXEC),
    Route::new("", "images", &list::IMAGES),
    Route::new("", "inspect", &inspect::ANY),
    Route::new("", "kill", &lifecycle::KILL),
    Route::new("", "logs", &logs::LOGS),
    Route::new("", "pause", &lifecycle::PAUSE),
    Route::new("", "port", &container::PORT),
    Route::new("", "ps", &list::PS),
    Route::new("", "pull", &image::PULL),
    Route::new("", "restart", &lifecycle::RESTART),
    Route::new("", "rm", &container::RM),
    Route::new("", "rmi", &image::RM),
    Route::new("", "run", &run::RUN),
    Route::new("", "start", &lifecycle::START),
    Route::new("", "stop", &lifecycle::STOP),
    Route::new("", "unpause", &lifecycle::UNPAUSE),
    Route::new("", "version", &version::VERSION),
    Route::new("", "wait", &lifecycle::WAIT),
    Route::new("container", "create", &run::CREATE),
    Route::new("container", "exec", &exec::EXEC),
    Route::new("container", "inspect", &inspect::CONTAINER),
    Route::new("container", "kill", &lifecycle::KILL),
    Route::new("container", "logs", &logs::LOGS),
    Route::new("container", "ls", &list::PS).aka(&["ps", "list"]),
    Route::new("container", "pause", &lifecycle::PAUSE),
    Route::new("container", "port", &container::PORT),
    Route::new("container", "restart", &lifecycle::RESTART),
    Route::new("container", "rm", &container::RM).aka(&["remove"]),
    Route::new("container", "run", &run::RUN),
    Route::new("container", "start", &lifecycle::START),
    Route::new("container", "stop", &lifecycle::STOP),
    Route::new("container", "unpause", &lifecycle::UNPAUSE),
    Route::new("container", "wait", &lifecycle::WAIT),
    Route::new("image", "build", &build::BUILD),
    Route::new("image", "inspect", &inspect::IMAGE),
    Route::new("image", "ls", &list::IMAGES).aka(&["list"]),
    Route::new("image", "pull", &image::PULL),
    Route::new("image", "rm", &image::RM).aka(&["remove"]),
    Route::new("network", "connect", &network::CONNECT),
    Route::new("network", "create", &network::CREATE),
    Route::new("network", "disconnect", &network::DISCONNECT),
    Route::new("network", "inspect", &inspect::NETWORK),
    Route::new("network", "ls", &network::LS).aka(&["list"]),
    Route::new("network", "prune", &network::PRUNE),
    Route::new("network", "rm", &network::RM).aka(&["remove"]),
    Route::new("volume", "inspect", &inspect::VOLUME),
];

/// A group of verbs that this prompt has some of, and what docker says it is for.
pub(crate) static GROUPS: [(&str, &str); 4] = [
    ("container", "Manage containers"),
    ("image", "Manage images"),
    ("network", "Manage networks"),
    ("volume", "Manage volumes"),
];

/// Commands that docker has and this prompt does not: the group, and the names in it.
pub(crate) static ABSENT: [(&str, &[&str]); 4] = [
    (
        "",
        &[
            "attach",
            "builder",
            "buildx",
            "checkpoint",
            "commit",
            "compose",
            "config",
            "context",
            "cp",
            "diff",
            "events",
            "export",
            "history",
            "import",
            "info",
            "init",
            "load",
            "login",
            "logout",
            "manifest",
            "model",
            "node",
            "plugin",
            "push",
            "rename",
            "save",
            "scout",
            "search",
            "secret",
            "service",
            "stack",
            "stats",
            "swarm",
            "system",
            "tag",
            "top",
            "trust",
            "update",
        ],
    ),
    ("container", &["attach", "commit", "cp", "diff", "export", "prune", "rename", "stats", "top", "update"]),
    ("image", &["history", "import", "load", "prune", "push", "save", "tag"]),
    ("volume", &["create", "list", "ls", "prune", "remove", "rm", "update"]),
];

/// The way to `name` in `group`, by any of its names.
pub(super) fn find(group: &str, name: &str) -> Option<&'static Route> {
    ROUTES.iter().find(|route| route.group == group && (route.name == name || route.aliases.contains(&name)))
}

/// What docker says the group `name` is for, if it is one that has verbs here.
pub(super) fn group(name: &str) -> Option<&'static str> {
    GROUPS.iter().find(|(group, _)| *group == name).map(|(_, about)| *about)
}

/// Whether docker has `name` in `group` and this prompt does not.
pub(super) fn is_absent(group: &str, name: &str) -> bool {
    ABSENT.iter().any(|(of, names)| *of == group && names.contains(&name))
}

/// Whether `name` is a command of docker's: somebody who types it alone forgot the `docker`.
pub(crate) fn knows(name: &str) -> bool {
    find("", name).is_some() || group(name).is_some() || is_absent("", name)
}
