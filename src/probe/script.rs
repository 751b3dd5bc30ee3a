//! What a helper runs: busybox alone, by its path, because that is what small images have.
//!
//! The name is looked up first, by a ping (busybox has no other tool that asks as programs do, with
//! /etc/hosts), and the connection goes to the address found: so the time a look-up takes is not
//! counted against the connection. `nc -e` tells a connection that is open from one that is not,
//! whichever of busybox's two `nc` is built in.

use std::time::Duration;

use super::http;
use super::target::Target;

/// The longest that a connection may take to open; no route to a stopped container takes about 3.2 s.
pub const CONNECT: Duration = Duration::from_secs(4);

/// A connection that is cut within this time after it was opened counts as reset.
pub const CUT: Duration = Duration::from_millis(300);

/// Printed on standard error when the connection is open.
pub const OPEN: &str = "netdojo:open";

/// Printed on standard error, before the exit code, and on standard output, behind the answer, when all is over: the
/// engine keeps the order within each of the two alone.
pub const END: &str = "netdojo:end";

/// Runs what follows it as `$1` seconds at most, then says that it is over.
const FRAME: &str = r#"
limit=$1; shift
attempt "$@" &
pid=$!
{ /bin/busybox sleep "$limit"; kill -9 $pid; } 2>/dev/null &
wait $pid
code=$?
echo "netdojo:end"
echo "netdojo:end $code" >&2
"#;

/// One echo.
const PING: &str = r#"
attempt() { exec /bin/busybox ping -c 1 -W 2 "$1" >&2; }
"#;

/// A look-up, then a connection on which `$3` is sent, or nothing.
const CONNECTION: &str = r#"
attempt() {
  found=$(/bin/busybox ping -c 1 -W 1 "$1" 2>&1)
  echo "$found" >&2
  case $found in "PING "*) ;; *) case $found in *"bad address"*) return 1;; esac;; esac
  address=${found#*(}; address=${address%%)*}
  case $found in "PING "*) ;; *) address=$1;; esac
  case $(/bin/busybox nc --help 2>&1) in *"-v"*) loud="-v -v";; *) loud=;; esac
  exec 3>&1
  exec /bin/busybox nc $loud -w "$4" "$address" "$2" -e /bin/busybox sh -c '
    echo "netdojo:open" >&2
    if [ -n "$1" ]; then printf "%s" "$1"; exec /bin/busybox cat >&3; fi
    IFS= read -r word || exit 99
  ' sh "$3"
}
"#;

/// The exit code of a connection that was closed without a word.
pub const CUT_CODE: i64 = 99;

/// The command that attempts `target` for `limit` at most.
pub fn command(target: &Target, limit: Duration) -> Vec<String> {
    let connect = CONNECT.as_secs().to_string();
    let (attempt, arguments) = match target {
        Target::Ping { host } => (PING, vec![host.clone()]),
        Target::Tcp { host, port } => {
            (CONNECTION, vec![host.clone(), port.to_string(), String::new(), connect])
        }
        Target::Http { host, port, path } => {
            (CONNECTION, vec![host.clone(), port.to_string(), http::request(host, *port, path), connect])
        }
    };
    let mut command: Vec<String> = ["/bin/busybox", "sh", "-c"].map(str::to_owned).to_vec();
    command.push(format!("{attempt}{FRAME}"));
    command.push("netdojo".to_owned());
    command.push(limit.as_secs().max(1).to_string());
    command.extend(arguments);
    command
}
