//! Whether an engine's published ports are on this machine's own 127.0.0.1.
//!
//! A Unix socket does not say so: the engine behind it may live in another network namespace, or the
//! socket may be the end of a tunnel. What says so is where the socket was opened: Linux lists the
//! listening sockets of *our* network namespace, to everybody, in `/proc/net/unix`.

use std::path::Path;

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
pub fn listener(address: &Address) -> Listener {
    match address {
        Address::Unix(path) => match std::fs::read_to_string("/proc/net/unix") {
            Ok(table) if listens(&table, path) => Listener::Here,
            Ok(_) => Listener::Elsewhere,
            Err(_) => Listener::Unknown,
        },
        Address::Tcp { .. } => Listener::Elsewhere,
    }
}

/// Whether `table` (the text of `/proc/net/unix`) has a listening socket at `path`, whichever of its
/// names it was opened by (`/run/docker.sock` is `/var/run/docker.sock`).
fn listens(table: &str, path: &Path) -> bool {
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    table.lines().filter_map(accepting_path).any(|listed| {
        let listed = Path::new(listed);
        listed == path
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
