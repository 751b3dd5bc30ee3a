//! Whether a line only looks: afterwards all is as it was before.

use crate::shell::docker::{Exec, Invocation};
use crate::shell::{self, Builtin, Command};

/// Programs that only look when they run in a container, whatever their arguments.
const LOOKERS: [&str; 8] = ["cat", "getent", "grep", "id", "ls", "nslookup", "ping", "ps"];

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
                Builtin::Clear
                    | Builtin::Pwd
                    | Builtin::Echo(_)
                    | Builtin::Ls(_)
                    | Builtin::Cat(_)
                    | Builtin::Open(_)
            ) || matches!(builtin, Builtin::Curl(curl) if keeps_nothing(curl.output.as_deref()))
        }
        Command::Docker(invocation) => match invocation.as_ref() {
            Invocation::Exec(exec) => looks_inside(exec),
            _ => script.leaves_all_as_it_is(),
        },
    }
}

fn looks_inside(exec: &Exec) -> bool {
    let Some((program, arguments)) = exec.command.split_first() else { return false };
    let has = |word: &str| arguments.iter().any(|argument| argument == word);
    let shows = match program.rsplit('/').next().unwrap_or(program) {
        "hostname" => arguments.is_empty(),
        "ip" => !["add", "del", "delete", "set", "flush", "change", "replace"].into_iter().any(has),
        // To the screen: `-O -`, `-qO-`, `-qO -`.
        "wget" => {
            let ends = |end: &str| {
                arguments.iter().any(|argument| argument.starts_with('-') && argument.ends_with(end))
            };
            ends("O-") || (ends("O") && (has("-") || has("/dev/null")))
        }
        "curl" => !arguments.iter().any(|argument| {
            argument.starts_with("--output") || argument.starts_with('-') && argument.contains(['o', 'O'])
        }),
        program => LOOKERS.contains(&program),
    };
    shows && !exec.detach
}

/// Whether a page goes to the screen or nowhere.
fn keeps_nothing(output: Option<&str>) -> bool {
    matches!(output, None | Some("-" | "/dev/null"))
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
            "docker exec a wget -qO- http://b/",
            "docker exec a wget -q -O - http://b:80/",
            "docker exec a ip a s",
            "curl -s -o /dev/null http://127.0.0.1:1/",
            "curl http://127.0.0.1:1/ | grep x",
            "open http://127.0.0.1:1/",
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
            "docker exec a env sh",
            "docker exec a ip link set eth0 down",
            "docker exec a wget http://b/",
            "docker exec a hostname b",
            "curl -o page http://127.0.0.1:1/",
            "docker stop a",
            "docker rm a",
            "docker ps > list",
            "cd nginx",
        ] {
            assert!(!only_looks(line), "{line}");
        }
    }
}
