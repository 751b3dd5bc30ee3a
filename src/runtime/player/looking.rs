//! Whether a line only looks: afterwards all is as it was before.

use crate::shell::docker::{Exec, Invocation};
use crate::shell::{self, Builtin, Command};

/// Programs that only look when they run in a container.
const LOOKERS: [&str; 14] = [
    "cat", "curl", "env", "getent", "grep", "hostname", "id", "ip", "ls", "nc", "nslookup", "ping", "ps",
    "wget",
];

/// Whether everything that lines can change is surely as before once the line has run. A line that cannot be run
/// changes nothing.
pub(super) fn only_looks(line: &str) -> bool {
    let Ok(script) = shell::parse(line) else { return true };
    let mut redirects = script.redirect.iter().chain(&script.stderr);
    if !redirects.all(shell::Redirect::is_null) {
        return false;
    }
    match &script.command {
        Command::Builtin(builtin) => {
            matches!(
                builtin,
                Builtin::Clear | Builtin::Pwd | Builtin::Echo(_) | Builtin::Ls(_) | Builtin::Cat(_)
            )
        }
        Command::Docker(invocation) => match invocation.as_ref() {
            Invocation::Exec(exec) => looks_inside(exec),
            _ => script.creates().is_empty() && script.destroys().is_empty() && script.changes().is_empty(),
        },
    }
}

fn looks_inside(exec: &Exec) -> bool {
    let program = exec.command.first().map_or("", String::as_str);
    !exec.detach && LOOKERS.contains(&program.rsplit('/').next().unwrap_or(program))
}

#[cfg(test)]
mod tests {
    use super::only_looks;

    #[test]
    fn what_looks_is_told_from_what_changes() {
        for line in [
            "docker ps -a",
            "docker exec -it a ping b",
            "docker exec a /bin/cat /etc/hosts | grep x",
            "docker network inspect bridge 2>/dev/null",
            "cat nginx/Dockerfile",
            "no such line",
            "docker exec a ping b && true",
        ] {
            assert!(only_looks(line), "{line}");
        }
        for line in [
            "docker run --rm alpine true",
            "docker exec a sh -c 'echo > /x'",
            "docker exec -d a ping b",
            "docker stop a",
            "docker rm a",
            "docker ps > list",
            "cd nginx",
        ] {
            assert!(!only_looks(line), "{line}");
        }
    }
}
