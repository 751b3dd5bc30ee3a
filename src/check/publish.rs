//! A published port as a key names it, `127.0.0.1:10080:80/tcp`.

use std::fmt;
use std::net::IpAddr;

use crate::lesson::Values;
use crate::network::PublishedPort;

/// What of a published port is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Published {
    host_ip: Option<IpAddr>,
    host_port: Option<u16>,
    /// None where the key's text is no port at all; then nothing is it.
    container_port: Option<u16>,
    protocol: String,
}

impl Published {
    /// Reads `[HOST_IP:][HOST_PORT:]CONTAINER_PORT[/PROTOCOL]`. A host port of the lesson that is taken on
    /// this machine is replaced by the one that stands for it.
    pub(super) fn parse(text: &str, values: &Values) -> Self {
        let (ports, protocol) = text.split_once('/').unwrap_or((text, "tcp"));
        let (rest, container_port) = ports.rsplit_once(':').unwrap_or(("", ports));
        let (ip, host_port) = match rest.rsplit_once(':') {
            Some((ip, port)) => (Some(ip), port),
            None => (None, rest),
        };
        let host_port: Option<u16> = host_port.parse().ok();
        Self {
            host_ip: ip.and_then(|ip| ip.trim_matches(['[', ']']).parse().ok()),
            host_port: host_port.map(|port| values.ports.get(&port).copied().unwrap_or(port)),
            container_port: container_port.parse().ok(),
            protocol: protocol.to_ascii_lowercase(),
        }
    }

    /// Whether the port is published as asked for. No address asks for any but loopback alone.
    pub(super) fn is(&self, port: &PublishedPort) -> bool {
        let address = match (self.host_ip, port.host_ip) {
            (None, bound) => bound.is_none_or(|bound| !bound.is_loopback()),
            (Some(wanted), None) => wanted.is_unspecified(),
            (Some(wanted), Some(bound)) => wanted == bound,
        };
        self.is_same_container_port(port)
            && address
            && port.host_port.is_some()
            && (self.host_port.is_none() || self.host_port == port.host_port)
    }

    /// Whether it is about the same port of the container.
    pub(super) fn is_same_container_port(&self, port: &PublishedPort) -> bool {
        self.container_port == Some(port.container_port) && self.protocol == port.protocol
    }
}

impl From<&PublishedPort> for Published {
    fn from(port: &PublishedPort) -> Self {
        Self {
            host_ip: port.host_ip,
            host_port: port.host_port,
            container_port: Some(port.container_port),
            protocol: port.protocol.clone(),
        }
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.host_ip {
            Some(IpAddr::V6(ip)) => write!(f, "[{ip}]:")?,
            Some(IpAddr::V4(ip)) => write!(f, "{ip}:")?,
            None => {}
        }
        if let Some(port) = self.host_port {
            write!(f, "{port}:")?;
        }
        write!(f, "{}", self.container_port.unwrap_or_default())?;
        if self.protocol == "tcp" { Ok(()) } else { write!(f, "/{}", self.protocol) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(ip: Option<&str>, host: Option<u16>, container_port: u16) -> PublishedPort {
        PublishedPort {
            host_ip: ip.map(|ip| ip.parse().unwrap()),
            host_port: host,
            container_port,
            protocol: "tcp".into(),
        }
    }

    fn is(text: &str, port: &PublishedPort) -> bool {
        Published::parse(text, &Values::default()).is(port)
    }

    #[test]
    fn what_is_not_said_does_not_matter() {
        let everywhere = bound(Some("0.0.0.0"), Some(10_080), 80);
        for text in ["10080:80", "80", "10080:80/tcp", "0.0.0.0:10080:80", "10080:80/TCP"] {
            assert!(is(text, &everywhere), "{text}");
        }
        for text in ["10081:80", "10080:81", "10080:80/udp", "127.0.0.1:10080:80", "nonsense", "", ":::", "/"]
        {
            assert!(!is(text, &everywhere), "{text}");
        }
        assert!(is("10080:80", &bound(None, Some(10_080), 80)));
        assert!(!is("10080:80", &bound(Some("127.0.0.1"), Some(10_080), 80)));
        assert!(is("[::1]:10080:80", &bound(Some("::1"), Some(10_080), 80)));
        assert!(!is("80", &bound(None, None, 80)));
    }

    #[test]
    fn a_taken_port_is_asked_for_under_its_new_number() {
        let values = Values { ports: [(10_080, 10_081)].into(), ..Values::default() };
        let wanted = Published::parse("10080:80", &values);
        assert!(wanted.is(&bound(None, Some(10_081), 80)) && !wanted.is(&bound(None, Some(10_080), 80)));
        assert_eq!(wanted.to_string(), "10081:80");
    }
}
