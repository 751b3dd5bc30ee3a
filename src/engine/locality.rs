//! Whether an engine's published ports are on this machine's own 127.0.0.1.
//!
//! A Unix socket does not say so: the engine behind it may live in another network namespace, or the
//! socket may be the end of a tunnel. What says so is where the socket was opened: Linux lists the
//! listening sockets of *our* network namespace, to everybody, in `/proc/net/unix`.

use std::path::Path;

use tokio::net::UnixStream;

use super::endpoint::Address;

/// Flag of a listening socket in `/proc/net/unix`.
const ACCEPTING: u32 = 0x0001_0000;

/// Where an engine's listening socket is, as far as can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listener {
    /// In our network namespace.
    Here,
    /// Not in our network namespace.
    Elsewhere,
    /// This system does not tell.
    Unknown,
}

/// Where the engine at `address` listens.
pub async fn listener(address: &Address) -> Listener {
    let Address::Unix(path) = address else { return Listener::Elsewhere };
    if let Some(listener) = listener_of_peer(path).await {
        return listener;
    }
    match std::fs::read_to_string("/proc/net/unix") {
        Ok(table) if listens(&table, path) => Listener::Here,
        Ok(_) => Listener::Elsewhere,
        Err(_) => Listener::Unknown,
    }
}

/// Whether the process that opened the socket is in our network namespace. Only root may look at the
/// namespaces of root's engine; none where it cannot be seen.
async fn listener_of_peer(path: &Path) -> Option<Listener> {
    let peer = UnixStream::connect(path).await.ok()?.peer_cred().ok()?.pid().filter(|pid| *pid > 0)?;
    let theirs = std::fs::read_link(format!("/proc/{peer}/ns/net")).ok()?;
    let ours = std::fs::read_link("/proc/self/ns/net").ok()?;
    Some(if ours == theirs { Listener::Here } else { Listener::Elsewhere })
}

/// Whether `table` (the text of `/proc/net/unix`) has a listening socket at `path`, whichever of its
/// names it was opened by: `/run/docker.sock` is `/var/run/docker.sock`, and an engine that was started
/// below another root knows only the end of the path.
fn listens(table: &str, path: &Path) -> bool {
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    table.lines().filter_map(accepting_path).map(Path::new).any(|listed| {
        let below = listed.strip_prefix("/").unwrap_or(listed);
        path.ends_with(below)
            || real.ends_with(below)
            || (listed.file_name() == path.file_name()
                && listed.canonicalize().is_ok_and(|listed| listed == real))
    })
}

/// The path of a listening socket's line: `Num RefCount Protocol Flags Type St Inode Path`.
fn accepting_path(line: &str) -> Option<&str> {
    let mut fields = line.splitn(8, ' ').filter(|field| !field.is_empty());
    let flags = u32::from_str_radix(fields.nth(3)?, 16).ok()?;
    if flags & ACCEPTING == 0 {
        return None;
    }
    let start = line.find('/')?;
    Some(&line[start..])
}

/// Whether published ports are here, given where the engine listens, what it says of itself, and our
/// own host name.
///
/// An engine whose own namespace only forwards to ours (rootless Docker) says so. A socket of our
/// namespace whose engine has another host's name is a tunnel's end, unless it belongs to one of the
/// products that run their engine in a virtual machine and forward its ports.
pub fn is_local(
    listener: Listener,
    engine_host: Option<&str>,
    our_host: Option<&str>,
    rootless: bool,
) -> bool {
    let same_host = match (engine_host, our_host) {
        (Some(engine), Some(ours)) => engine == ours,
        _ => true,
    };
    match listener {
        Listener::Here => same_host || engine_host.is_some_and(forwards_ports),
        Listener::Elsewhere => rootless && same_host,
        Listener::Unknown => true,
    }
}

/// Whether an engine with this host name is a virtual machine whose ports are forwarded.
fn forwards_ports(host: &str) -> bool {
    host == "docker-desktop" || host.starts_with("colima") || host.starts_with("lima-")
}

/// This machine's name, as an engine on it would give it.
pub fn our_host() -> Option<String> {
    std::fs::read_to_string("/proc/sys/kernel/hostname").ok().map(|name| name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "Num       RefCount Protocol Flags    Type St Inode Path
00000000832fb989: 00000002 00000000 00010000 0001 01  5884 /var/run/docker.sock
000000004f5d2c11: 00000002 00000000 00010000 0001 01  7001 /sockets/engine.sock
00000000aa5d2c11: 00000003 00000000 00000000 0001 03  7002 /run/other/docker.sock
00000000bb5d2c11: 00000002 00000000 00010000 0001 01  7003 @abstract
";

    #[test]
    fn only_listening_sockets_count_by_any_of_their_names() {
        assert!(listens(TABLE, Path::new("/var/run/docker.sock")));
        assert!(listens(TABLE, Path::new("/srv/engine/sockets/engine.sock")), "opened below another root");
        assert!(!listens(TABLE, Path::new("/run/other/docker.sock")), "a connection, not a listener");
        assert!(!listens(TABLE, Path::new("/srv/engine/docker.sock")));
        assert!(!listens("", Path::new("/var/run/docker.sock")));
    }

    #[test]
    fn ports_are_here_or_not() {
        let local = |listener, engine, rootless| is_local(listener, Some(engine), Some("vm"), rootless);
        assert!(local(Listener::Here, "vm", false));
        assert!(!local(Listener::Here, "elsewhere", false), "a tunnel's end");
        assert!(local(Listener::Here, "docker-desktop", false), "forwards its ports");
        assert!(local(Listener::Here, "lima-rancher-desktop", false));
        assert!(!local(Listener::Elsewhere, "vm", false), "another network namespace");
        assert!(local(Listener::Elsewhere, "vm", true), "rootless Docker forwards its ports");
        assert!(!local(Listener::Elsewhere, "elsewhere", true));
        assert!(local(Listener::Unknown, "docker-desktop", false));
    }
}
