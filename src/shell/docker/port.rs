//! `-p`: what of a container is reachable from outside, and where.

use std::net::IpAddr;

use super::go;

/// A `-p` value, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortSpec {
    /// The address to bind; empty for all of them.
    pub host_ip: String,
    /// First and last port outside; none for a free one of the engine's choice.
    pub host: Option<(u16, u16)>,
    /// First and last port in the container.
    pub container: (u16, u16),
    /// `tcp`, `udp` or `sctp`.
    pub proto: String,
}

/// One port of a container and where it is published, as the engine's API has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortBinding {
    /// `80/tcp`
    pub container: String,
    /// The address to bind; empty for all of them.
    pub host_ip: String,
    /// `10080`, a range `10080-10090` to choose from, or empty for any free port.
    pub host_port: String,
}

impl PortSpec {
    /// Reads `[[IP:][HOST]:]CONTAINER[/PROTO]` or `published=…,target=…`; ranges as `8000-8002`, an IPv6 address
    /// in brackets or not.
    ///
    /// # Errors
    /// Docker's message.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.contains('=') { Self::short(&long_form(text)?) } else { Self::short(text) }
    }

    fn short(text: &str) -> Result<Self, String> {
        let (ip, host, container) = split(text);
        let (container, proto) = split_proto(container);
        let host_ip = address(ip)?;
        if container.is_empty() {
            return Err(format!("no port specified: {text}<empty>"));
        }
        let ports = range(container).map_err(|_| format!("invalid containerPort: {container}"))?;
        let outside = match host {
            "" => None,
            _ => Some(range(host).map_err(|_| format!("invalid hostPort: {host}"))?),
        };
        if let Some(outside) = outside
            && ports.1 - ports.0 != outside.1 - outside.0
            && ports.0 != ports.1
        {
            return Err(format!(
                "invalid ranges specified for container and host Ports: {container} and {host}"
            ));
        }
        let lower = proto.to_ascii_lowercase();
        if !["tcp", "udp", "sctp"].contains(&lower.as_str()) {
            return Err(format!("invalid proto: {proto}"));
        }
        Ok(Self { host_ip, host: outside, container: ports, proto: lower })
    }

    /// The single ports that this publishes: a range stands for each port of it.
    pub fn bindings(&self) -> Vec<PortBinding> {
        let (first, last) = self.container;
        (first..=last)
            .map(|port| PortBinding {
                container: format!("{port}/{}", self.proto),
                host_ip: self.host_ip.clone(),
                host_port: match self.host {
                    None => String::new(),
                    // One port inside and several outside: the engine takes the first that is free.
                    Some((low, high)) if first == last && low != high => format!("{low}-{high}"),
                    Some((low, _)) => (u32::from(low) + u32::from(port - first)).to_string(),
                },
            })
            .collect()
    }
}

/// The ports that `--expose` names: `80`, `80/udp`, `8000-8002`, as the engine's API has them.
///
/// # Errors
/// Docker's message.
pub fn exposed(text: &str) -> Result<Vec<String>, String> {
    if text.contains(':') {
        return Err(format!("invalid port format for --expose: {text}"));
    }
    let (port, proto) = split_proto(text);
    let (first, last) =
        range(port).map_err(|why| format!("invalid range format for --expose: {text}, error: {why}"))?;
    Ok((first..=last).map(|port| format!("{port}/{}", proto.to_ascii_lowercase())).collect())
}

/// The address, the outer and the inner port, cut at the last two colons.
fn split(text: &str) -> (&str, &str, &str) {
    let Some((before, container)) = text.rsplit_once(':') else { return ("", "", text) };
    match before.rsplit_once(':') {
        Some((ip, host)) => (ip, host, container),
        None => ("", before, container),
    }
}

fn split_proto(text: &str) -> (&str, &str) {
    let mut parts = text.split('/');
    match (parts.next().unwrap_or(""), parts.next()) {
        ("", _) => ("", ""),
        (port, None | Some("")) => (port, "tcp"),
        (port, Some(proto)) => (port, proto),
    }
}

fn address(text: &str) -> Result<String, String> {
    let bare = match text.strip_prefix('[') {
        None => text,
        Some(rest) => match rest.split_once(']') {
            Some((inside, "")) => inside,
            Some(_) => {
                return Err(format!("invalid IP address {text}: address {text}:: missing port in address"));
            }
            None => {
                return Err(format!("invalid IP address {text}: address {text}:: missing ']' in address"));
            }
        },
    };
    if bare.is_empty() || bare.parse::<IpAddr>().is_ok() {
        Ok(bare.to_owned())
    } else {
        Err(format!("invalid IP address: {bare}"))
    }
}

/// `80` or `80-90`, as first and last.
fn range(text: &str) -> Result<(u16, u16), String> {
    if text.is_empty() {
        return Err("empty string specified for ports".to_owned());
    }
    let mut parts = text.split('-');
    let start = go::parse_port(parts.next().unwrap_or(""))?;
    let end = match parts.next() {
        Some(end) => go::parse_port(end)?,
        None => start,
    };
    if end < start { Err(format!("invalid range specified for port: {text}")) } else { Ok((start, end)) }
}

/// `published=10080,target=80,protocol=tcp` in the short form, as docker turns it.
fn long_form(text: &str) -> Result<String, String> {
    let (mut published, mut target, mut protocol) = (String::new(), String::new(), "tcp".to_owned());
    for part in text.split(',') {
        match part.split_once('=') {
            Some(("published", value)) => value.clone_into(&mut published),
            Some(("target", value)) => value.clone_into(&mut target),
            Some(("protocol", value)) => value.clone_into(&mut protocol),
            Some((key, _)) if !key.is_empty() => {}
            _ => {
                return Err(format!("invalid publish opts format (should be name=value but got '{part}')"));
            }
        }
    }
    Ok(format!("{published}:{target}/{protocol}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bindings(text: &str) -> Vec<String> {
        let spec = PortSpec::parse(text).unwrap();
        spec.bindings().iter().map(|b| format!("{} {} {}", b.container, b.host_ip, b.host_port)).collect()
    }

    #[test]
    fn every_form_is_read() {
        assert_eq!(bindings("80"), ["80/tcp  "]);
        assert_eq!(bindings("10080:80"), ["80/tcp  10080"]);
        assert_eq!(bindings("127.0.0.1:10080:80/udp"), ["80/udp 127.0.0.1 10080"]);
        assert_eq!(bindings("127.0.0.1::80"), ["80/tcp 127.0.0.1 "]);
        assert_eq!(bindings("[::1]:80:80"), ["80/tcp ::1 80"]);
        assert_eq!(bindings("::1:80:80"), ["80/tcp ::1 80"]);
        assert_eq!(bindings("8000-8001:80-81"), ["80/tcp  8000", "81/tcp  8001"]);
        assert_eq!(bindings("8000-8009:80"), ["80/tcp  8000-8009"]);
        assert_eq!(bindings("published=8080,target=80,protocol=TCP"), ["80/tcp  8080"]);
        assert_eq!(bindings("0-65535").len(), 65536);
    }

    #[test]
    fn exposed_ports_take_ranges_and_protocols() {
        assert_eq!(exposed("80").unwrap(), ["80/tcp"]);
        assert_eq!(exposed("53-54/UDP").unwrap(), ["53/udp", "54/udp"]);
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC*|[0-9:/.=,a-f\\[\\]-]{0,24}") {
            if let Ok(spec) = PortSpec::parse(&text) {
                prop_assert!(!spec.bindings().is_empty());
            }
        }
    }
}
