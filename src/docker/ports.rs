//! The PORTS column.

use crate::engine::models::PortSummary;

/// A port as `ps` lists it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Port {
    private: u16,
    ip: String,
    public: u16,
    protocol: String,
}

/// Neighbouring ports of one protocol and address.
#[derive(Debug)]
struct Group {
    ip: String,
    protocol: String,
    first: u16,
    last: u16,
}

/// Ports as docker writes them: `0.0.0.0:10080->80/tcp, [::]:10080->80/tcp, 8080/tcp`.
pub fn ports(ports: &[PortSummary]) -> String {
    let mut ports: Vec<Port> = ports.iter().map(Port::new).collect();
    ports.sort();
    let (mut done, mut open, mut mapped): (Vec<String>, Vec<Group>, Vec<String>) = Default::default();
    for port in ports {
        if !port.ip.is_empty() && port.public != port.private {
            let Port { private, ip, public, protocol } = port;
            mapped.push(format!("{}->{private}/{protocol}", host_port(&ip, &public.to_string())));
            continue;
        }
        let of_its_kind = |group: &&mut Group| group.ip == port.ip && group.protocol == port.protocol;
        match open.iter_mut().find(of_its_kind) {
            Some(group) if u32::from(port.private) == u32::from(group.last) + 1 => group.last = port.private,
            Some(group) => {
                done.push(group.to_string());
                (group.first, group.last) = (port.private, port.private);
            }
            None => {
                let Port { private, ip, protocol, .. } = port;
                open.push(Group { ip, protocol, first: private, last: private });
            }
        }
    }
    done.extend(open.iter().map(ToString::to_string));
    done.extend(mapped);
    done.join(", ")
}

impl Port {
    fn new(port: &PortSummary) -> Self {
        Self {
            private: port.private_port,
            ip: port.ip.clone().unwrap_or_default(),
            public: port.public_port.unwrap_or_default(),
            protocol: port.typ.map(|typ| typ.to_string()).unwrap_or_default(),
        }
    }
}

impl std::fmt::Display for Group {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { ip, protocol, first, last } = self;
        let range = if first == last { first.to_string() } else { format!("{first}-{last}") };
        if ip.is_empty() {
            return write!(f, "{range}/{protocol}");
        }
        write!(f, "{}->{range}/{protocol}", host_port(ip, &range))
    }
}

/// Address and port, an IPv6 address in brackets.
pub fn host_port(ip: &str, port: &str) -> String {
    if ip.contains(':') { format!("[{ip}]:{port}") } else { format!("{ip}:{port}") }
}

#[cfg(test)]
mod tests {
    use super::ports;
    use crate::engine::models::{PortSummary, PortSummaryTypeEnum};

    fn port(ip: &str, public: u16, private: u16) -> PortSummary {
        PortSummary {
            ip: (!ip.is_empty()).then(|| ip.to_owned()),
            public_port: (public > 0).then_some(public),
            private_port: private,
            typ: Some(PortSummaryTypeEnum::TCP),
        }
    }

    #[test]
    fn published_ports_name_both_families() {
        assert_eq!(
            ports(&[port("::", 10080, 80), port("0.0.0.0", 10080, 80)]),
            "0.0.0.0:10080->80/tcp, [::]:10080->80/tcp"
        );
    }

    #[test]
    fn neighbours_form_a_range_and_mapped_ports_come_last() {
        let many = [
            port("", 0, 8080),
            port("", 0, 8081),
            port("", 0, 9000),
            port("0.0.0.0", 10080, 80),
            port("0.0.0.0", 443, 443),
            port("0.0.0.0", 444, 444),
        ];
        assert_eq!(
            ports(&many),
            "8080-8081/tcp, 0.0.0.0:443-444->443-444/tcp, 9000/tcp, 0.0.0.0:10080->80/tcp"
        );
    }

    #[test]
    fn no_ports_are_nothing() {
        assert_eq!(ports(&[]), "");
    }
}
