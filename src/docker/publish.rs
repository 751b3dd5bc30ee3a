//! `-p` and `--expose`: ports as a learner writes them.

use std::net::IpAddr;

/// A container port on the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// `80/tcp`
    pub container: String,
    /// The address it is bound to; empty means all.
    pub host_ip: String,
    /// A port, a range to choose from, or nothing: any that is free.
    pub host_port: String,
}

/// Reads one `-p`: a range of ports gives several.
///
/// # Errors
/// What docker says about it.
pub fn publish(text: &str) -> Result<Vec<Published>, String> {
    let text = if text.contains('=') { short_form(text)? } else { text.to_owned() };
    let (host_ip, host_port, rest) = split(&text);
    let (container_port, protocol) = split_protocol(rest);
    let host_ip = host_ip.strip_prefix('[').and_then(|ip| ip.strip_suffix(']')).unwrap_or(&host_ip);
    if !host_ip.is_empty() && host_ip.parse::<IpAddr>().is_err() {
        return Err(format!("invalid IP address: {host_ip}"));
    }
    if container_port.is_empty() {
        return Err(format!("no port specified: {text}<empty>"));
    }
    let (first, last) =
        range(container_port).map_err(|_| format!("invalid containerPort: {container_port}"))?;
    let host = match host_port {
        "" => None,
        port => Some(range(port).map_err(|_| format!("invalid hostPort: {port}"))?),
    };
    if host.is_some_and(|(from, to)| last - first != to - from) && first != last {
        return Err(format!(
            "invalid ranges specified for container and host Ports: {container_port} and {host_port}"
        ));
    }
    if !["tcp", "udp", "sctp"].contains(&protocol.to_lowercase().as_str()) {
        return Err(format!("invalid proto: {protocol}"));
    }
    let protocol = protocol.to_lowercase();
    Ok((first..=last)
        .map(|port| {
            let host_port = match host {
                None => String::new(),
                Some((from, to)) if first == last && from != to => format!("{from}-{to}"),
                Some((from, _)) => (u32::from(from) + u32::from(port - first)).to_string(),
            };
            Published { container: format!("{port}/{protocol}"), host_ip: host_ip.to_owned(), host_port }
        })
        .collect())
}

/// Reads one `--expose`: `80`, `80/udp`, `8000-8010`.
///
/// # Errors
/// What docker says about it.
pub fn expose(text: &str) -> Result<Vec<String>, String> {
    if text.contains(':') {
        return Err(format!("invalid port format for --expose: {text}"));
    }
    let (port, protocol) = split_protocol(text);
    let (first, last) =
        range(port).map_err(|error| format!("invalid range format for --expose: {text}, error: {error}"))?;
    Ok((first..=last).map(|port| format!("{port}/{}", protocol.to_lowercase())).collect())
}

/// Host address, host port and container port; an address may hold colons.
fn split(text: &str) -> (String, &str, &str) {
    let mut parts: Vec<&str> = text.split(':').collect();
    let container = parts.pop().unwrap_or_default();
    let host = parts.pop().unwrap_or_default();
    (parts.join(":"), host, container)
}

fn split_protocol(text: &str) -> (&str, &str) {
    match text.split_once('/') {
        Some((port, protocol)) if !protocol.is_empty() => (port, protocol),
        Some((port, _)) => (port, "tcp"),
        None => (text, "tcp"),
    }
}

/// A port or a range of ports.
fn range(text: &str) -> Result<(u16, u16), String> {
    if text.is_empty() {
        return Err("empty string specified for ports.".to_owned());
    }
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (port(first)?, port(last)?);
    if last < first {
        return Err(format!("invalid range specified for port: {text}"));
    }
    Ok((first, last))
}

fn port(text: &str) -> Result<u16, String> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let problem = if digits { "value out of range" } else { "invalid syntax" };
    let parsed = text.parse().ok().filter(|_| digits);
    parsed.ok_or_else(|| format!("strconv.ParseUint: parsing {text:?}: {problem}"))
}

/// `target=80,published=8080,protocol=tcp` in the short form.
fn short_form(text: &str) -> Result<String, String> {
    let (mut target, mut published, mut protocol) = ("", "", "tcp");
    for field in text.split(',') {
        let (key, value) = field
            .split_once('=')
            .filter(|(_, value)| !value.is_empty())
            .ok_or_else(|| format!("invalid publish opts format (should be name=value but got '{field}')"))?;
        match key.to_lowercase().as_str() {
            "target" => target = value,
            "published" => published = value,
            "protocol" => protocol = value,
            _ => {}
        }
    }
    let published = if published.is_empty() { String::new() } else { format!("{published}:") };
    Ok(format!("{published}{target}/{protocol}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(text: &str) -> (String, String, String) {
        let all = publish(text).unwrap();
        assert_eq!(all.len(), 1, "{text}");
        let Published { container, host_ip, host_port } = all[0].clone();
        (host_ip, host_port, container)
    }

    #[test]
    fn every_form_of_one_port() {
        let made = |ip: &str, host: &str, port: &str| (ip.to_owned(), host.to_owned(), port.to_owned());
        assert_eq!(one("80"), made("", "", "80/tcp"));
        assert_eq!(one("80/UDP"), made("", "", "80/udp"));
        assert_eq!(one("10080:80"), made("", "10080", "80/tcp"));
        assert_eq!(one("127.0.0.1:10080:80"), made("127.0.0.1", "10080", "80/tcp"));
        assert_eq!(one("127.0.0.1::80"), made("127.0.0.1", "", "80/tcp"));
        assert_eq!(one("[::1]:10080:80/sctp"), made("::1", "10080", "80/sctp"));
        assert_eq!(one("8000-8010:80"), made("", "8000-8010", "80/tcp"));
        assert_eq!(one("target=80,published=8080,mode=ingress"), made("", "8080", "80/tcp"));
    }

    #[test]
    fn a_range_is_one_by_one() {
        let hosts: Vec<_> = publish("8000-8002:80-82").unwrap().into_iter().map(|p| p.host_port).collect();
        assert_eq!(hosts, ["8000", "8001", "8002"]);
        assert_eq!(publish("80-82").unwrap().len(), 3);
    }

    #[test]
    fn slips_are_told_in_dockers_words() {
        let said = |text| publish(text).unwrap_err();
        assert_eq!(said("abc"), "invalid containerPort: abc");
        assert_eq!(said("x:80"), "invalid hostPort: x");
        assert_eq!(said("1:2:3:4:5"), "invalid IP address: 1:2:3");
        assert_eq!(said("80-90:1-2"), "invalid ranges specified for container and host Ports: 1-2 and 80-90");
        assert_eq!(said("80/foo"), "invalid proto: foo");
        assert_eq!(said("80:"), "no port specified: 80:<empty>");
        assert_eq!(said("70000"), "invalid containerPort: 70000");
        assert_eq!(
            expose("abc").unwrap_err(),
            "invalid range format for --expose: abc, error: strconv.ParseUint: parsing \"abc\": invalid syntax"
        );
    }

    #[test]
    fn expose_takes_ranges_and_protocols() {
        assert_eq!(expose("80").unwrap(), ["80/tcp"]);
        assert_eq!(expose("53-54/udp").unwrap(), ["53/udp", "54/udp"]);
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "[0-9:/.\\[\\]=,a-z-]{0,24}|\\PC{0,12}") {
            let _ = publish(&text);
            let _ = expose(&text);
        }
    }
}
