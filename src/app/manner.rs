//! How a line will run: on a terminal or not, with input or without.

use crate::network::Snapshot;
use crate::shell::docker::Invocation;
use crate::shell::{self, Command};

/// How a line will run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "four independent properties")]
pub(super) struct Manner {
    /// Keys go to a terminal in the container (`-t`).
    pub terminal: bool,
    /// It takes input (`-i`).
    pub interactive: bool,
    /// Its output is the terminal's own, not passed through filters, whose newlines are bare.
    pub raw: bool,
    /// What it started goes on in the engine when nobody looks any more.
    pub goes_on: bool,
}

/// How a line will run; one that cannot be parsed has nothing of it.
pub(super) fn of(line: &str, snapshot: Option<&Snapshot>) -> Manner {
    let Ok(script) = shell::parse(line) else { return Manner::default() };
    let Command::Docker(invocation) = &script.command else { return Manner::default() };
    let has_tty = |name: &str| snapshot.and_then(|all| all.container(name)).is_some_and(|c| c.tty);
    let (terminal, interactive, goes_on) = match invocation.as_ref() {
        Invocation::Run(run) if !run.detach => (run.tty, run.interactive, true),
        Invocation::Exec(exec) if !exec.detach => (exec.tty, exec.interactive, true),
        Invocation::Start(start) if start.attach || start.interactive => {
            let terminal = start.interactive && start.names.first().is_some_and(|name| has_tty(name));
            (terminal, start.interactive, true)
        }
        _ => (false, false, false),
    };
    Manner { terminal, interactive, raw: terminal && script.filters.is_empty(), goes_on }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_asked_for_with_t_and_not_detached() {
        let terminal = |line| of(line, None).terminal;
        assert!(terminal("docker exec -it a sh"));
        assert!(terminal("docker run --rm -ti alpine"));
        assert!(!terminal("docker run -itd alpine"));
        assert!(!terminal("docker exec a ls"));
        assert!(!terminal("docker ps"));
        assert!(!terminal("nosuch -it"));
    }

    #[test]
    fn filters_make_output_lines() {
        assert!(of("docker exec -it a ip a", None).raw);
        let filtered = of("docker exec -it a ip a | grep inet", None);
        assert!(filtered.terminal && !filtered.raw);
    }

    #[test]
    fn what_a_container_does_goes_on() {
        assert!(of("docker exec a sleep 9", None).goes_on);
        assert!(!of("docker logs -f a", None).goes_on);
    }
}
