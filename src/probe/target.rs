//! What is attempted: a ping, a TCP connection or an HTTP request.

use crate::i18n::{Phrase, phrase};
use crate::network;

/// A real attempt to reach something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// One ICMP echo, for `name`.
    Ping {
        /// A name or an address.
        host: String,
    },
    /// A TCP connection, for `name:port`.
    Tcp {
        /// A name or an address.
        host: String,
        /// The port.
        port: u16,
    },
    /// A request over HTTP, for a URL.
    Http {
        /// A name or an address.
        host: String,
        /// The port.
        port: u16,
        /// Path and query, from the first slash on.
        path: String,
    },
}

impl Target {
    /// The attempt that `to` stands for in an answer key: `name`, `name:port` or `http://…`.
    ///
    /// # Errors
    /// A phrase that says what is wrong, for what is none of these.
    pub fn parse(to: &str) -> Result<Self, Phrase> {
        let malformed = || phrase("probe-target-malformed").with("to", to);
        let parts = network::Target::parse(to);
        let host = parts.host.to_owned();
        let sound = |c: char| !c.is_whitespace() && !c.is_control() && !"/?#@".contains(c);
        if host.is_empty() || host.starts_with('-') || !host.chars().all(sound) {
            return Err(malformed());
        }
        let Some((scheme, rest)) = to.split_once("://") else {
            if to.contains('/') {
                return Err(malformed());
            }
            return match parts.port {
                Some(port) => Ok(Self::Tcp { host, port }),
                // A port was given, and it is no number.
                None if host != to && format!("[{host}]") != to => Err(malformed()),
                None => Ok(Self::Ping { host }),
            };
        };
        if scheme.eq_ignore_ascii_case("https") {
            return Err(phrase("probe-target-https").with("to", to));
        }
        if !scheme.eq_ignore_ascii_case("http") {
            return Err(malformed());
        }
        let path = rest.find(['/', '?', '#']).map_or("/", |start| &rest[start..]);
        let path = path.split('#').next().unwrap_or_default();
        let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
        if !path.chars().all(|c| c.is_ascii_graphic()) {
            return Err(malformed());
        }
        let port = parts.port.ok_or_else(malformed)?;
        Ok(Self::Http { host, port, path })
    }

    /// The host that is to be reached.
    pub fn host(&self) -> &str {
        match self {
            Self::Ping { host } | Self::Tcp { host, .. } | Self::Http { host, .. } => host,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn http(host: &str, port: u16, path: &str) -> Target {
        Target::Http { host: host.into(), port, path: path.into() }
    }

    #[test]
    fn names_ports_and_urls() {
        let parse = |to| Target::parse(to).unwrap();
        assert_eq!(parse("other_container"), Target::Ping { host: "other_container".into() });
        assert_eq!(parse("[::1]"), Target::Ping { host: "::1".into() });
        assert_eq!(parse("fe80::1"), Target::Ping { host: "fe80::1".into() });
        assert_eq!(parse("web:8080"), Target::Tcp { host: "web".into(), port: 8080 });
        assert_eq!(parse("[::1]:80"), Target::Tcp { host: "::1".into(), port: 80 });
        assert_eq!(parse("http://web"), http("web", 80, "/"));
        assert_eq!(parse("HTTP://127.0.0.1:10080/tomcat/?a=b#c"), http("127.0.0.1", 10080, "/tomcat/?a=b"));
        assert_eq!(parse("http://web?q"), http("web", 80, "/?q"));
    }

    #[test]
    fn what_is_no_target_is_said_to_be_none() {
        for to in ["", "web:http", "web/x", "-c", "a b", "ftp://web/", "http://", "http://web:99999999/é"] {
            assert_eq!(Target::parse(to).unwrap_err().key, "probe-target-malformed", "{to:?}");
        }
        assert_eq!(Target::parse("https://web/").unwrap_err().key, "probe-target-https");
    }

    proptest! {
        #[test]
        fn any_text_is_taken_or_refused(to in ".{0,40}") {
            if let Ok(target) = Target::parse(&to) {
                prop_assert!(!target.host().starts_with('-'));
                prop_assert!(!target.host().contains(char::is_whitespace));
            }
        }
    }
}
