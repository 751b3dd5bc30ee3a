//! What is to be reached, as a key or a learner writes it.

use std::net::IpAddr;

/// `name`, `name:port` or a URL, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target<'a> {
    /// A name or an address, without brackets.
    pub host: &'a str,
    /// The port, where one is given or the scheme implies one.
    pub port: Option<u16>,
}

impl<'a> Target<'a> {
    /// Takes `to` apart. A port that is no number counts as none.
    pub fn parse(to: &'a str) -> Self {
        let (implied, rest) = match to.split_once("://") {
            Some((scheme, rest)) => {
                (if scheme.eq_ignore_ascii_case("https") { Some(443) } else { Some(80) }, rest)
            }
            None => (None, to),
        };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        let authority = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        if let Some((host, port)) = authority.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
            return Self {
                host,
                port: port.strip_prefix(':').and_then(|port| port.parse().ok()).or(implied),
            };
        }
        match authority.split_once(':') {
            Some((host, port)) if !port.contains(':') => Self { host, port: port.parse().ok().or(implied) },
            _ => Self { host: authority, port: implied },
        }
    }

    /// The address, where the host is one.
    pub fn address(&self) -> Option<IpAddr> {
        self.host.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_ports_and_urls_are_taken_apart() {
        let parts = |to| {
            let target = Target::parse(to);
            (target.host.to_owned(), target.port)
        };
        assert_eq!(parts("other_container"), ("other_container".into(), None));
        assert_eq!(parts("tomcat-1:8080"), ("tomcat-1".into(), Some(8080)));
        assert_eq!(parts("http://127.0.0.1:10080/tomcat/"), ("127.0.0.1".into(), Some(10_080)));
        assert_eq!(parts("http://web"), ("web".into(), Some(80)));
        assert_eq!(parts("https://user@web/x:1"), ("web".into(), Some(443)));
        assert_eq!(parts("http://[::1]:8080/"), ("::1".into(), Some(8080)));
        assert_eq!(parts("fe80::1"), ("fe80::1".into(), None));
        assert_eq!(parts("web:http"), ("web".into(), None));
        assert_eq!(parts(""), (String::new(), None));
    }
}
