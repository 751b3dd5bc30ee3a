//! The addresses of pages that `curl` and `open` take.

use std::fmt;
use std::net::IpAddr;

/// An `http` address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url {
    /// A name in small letters, or an address without brackets.
    pub host: String,
    /// The port, 80 where none was written.
    pub port: u16,
    /// Path and query, beginning with `/`.
    pub path: String,
}

/// Why an address cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlError {
    /// It is none.
    Malformed,
    /// It has another scheme than `http`.
    Scheme,
    /// It names a user.
    User,
}

impl Url {
    /// Reads an address; one without a scheme is `http`, as curl takes it.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        // Nothing in it may end a line of the request.
        if text.bytes().any(|byte| byte <= b' ' || byte == 0x7f) {
            return Err(UrlError::Malformed);
        }
        let rest = match text.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => rest,
            Some((scheme, _)) if !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric()) => {
                return Err(UrlError::Scheme);
            }
            _ => text,
        };
        let rest = rest.split('#').next().unwrap_or_default();
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        if authority.contains('@') {
            return Err(UrlError::User);
        }
        let (host, port) = authority_of(authority).ok_or(UrlError::Malformed)?;
        let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
        Ok(Self { host: host.to_ascii_lowercase(), port, path })
    }

    /// The address, where the host is one.
    pub fn address(&self) -> Option<IpAddr> {
        self.host.parse().ok()
    }

    /// Whether it leads to this machine itself.
    pub fn is_loopback(&self) -> bool {
        self.host == "localhost"
            || self.host.ends_with(".localhost")
            || self.address().is_some_and(|address| address.is_loopback() || address.is_unspecified())
    }

    /// The address that a page's `Location` names, seen from this one.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn join(&self, location: &str) -> Result<Self, UrlError> {
        let location = location.trim();
        if location.contains("://") {
            return Self::parse(location);
        }
        if let Some(rest) = location.strip_prefix("//") {
            return Self::parse(&format!("http://{rest}"));
        }
        let before = self.path.split('?').next().unwrap_or_default();
        let path = match location.chars().next() {
            Some('/') => location.to_owned(),
            Some('?') => format!("{before}{location}"),
            _ => format!("{}{location}", &before[..before.rfind('/').map_or(0, |at| at + 1)]),
        };
        Self::parse(&format!("http://{}{path}", self.authority(true)))
    }

    /// `host:port`, without a port that is 80 unless `whole`; an IPv6 address in brackets.
    pub fn authority(&self, whole: bool) -> String {
        let host = if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        if self.port == 80 && !whole { host } else { format!("{host}:{}", self.port) }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "http://{}{}", self.authority(false), self.path)
    }
}

fn authority_of(text: &str) -> Option<(&str, u16)> {
    let (host, rest) = match text.strip_prefix('[') {
        Some(inner) => {
            let (host, rest) = inner.split_once(']')?;
            host.parse::<std::net::Ipv6Addr>().ok()?;
            (host, rest)
        }
        None => text.split_at(text.find(':').unwrap_or(text.len())),
    };
    let port = match rest.strip_prefix(':') {
        Some("") => 80,
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok()?,
        None if rest.is_empty() => 80,
        _ => return None,
    };
    let is_name = |c: char| c.is_alphanumeric() || "-._".contains(c);
    (!host.is_empty() && (text.starts_with('[') || host.chars().all(is_name))).then_some((host, port))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_read_as_curl_reads_them() {
        for (text, shown) in [
            ("127.0.0.1:10080", "http://127.0.0.1:10080/"),
            ("http://LOCALHOST:10080/tomcat/?a=b#c", "http://localhost:10080/tomcat/?a=b"),
            ("HTTP://[::1]:8080/x", "http://[::1]:8080/x"),
            ("web?x", "http://web/?x"),
            ("localhost:", "http://localhost/"),
        ] {
            assert_eq!(Url::parse(text).map(|url| url.to_string()).as_deref(), Ok(shown), "{text}");
        }
        for text in
            ["", "http://", "http:///x", "127.0.0.1:99999", "a b", "http://a\r\nX: y", "[::1", "[x]", "a:b"]
        {
            assert_eq!(Url::parse(text), Err(UrlError::Malformed), "{text:?}");
        }
        assert_eq!(Url::parse("https://localhost/"), Err(UrlError::Scheme));
        assert_eq!(Url::parse("file:///etc/passwd"), Err(UrlError::Scheme));
        assert_eq!(Url::parse("http://localhost@example.com/"), Err(UrlError::User));
    }

    #[test]
    fn only_this_machine_is_loopback() {
        let is = |text: &str| Url::parse(text).is_ok_and(|url| url.is_loopback());
        assert!(["localhost", "127.9.9.9:80", "[::1]", "0.0.0.0", "a.localhost"].into_iter().all(is));
        assert!(
            !["example.com", "10.0.0.1", "localhost.example.com", "127.0.0.1.example.com"]
                .into_iter()
                .any(is)
        );
    }

    #[test]
    fn a_redirect_is_seen_from_its_page() {
        let page = Url::parse("http://localhost:8080/a/b?q").expect("an address");
        for (location, shown) in [
            ("/x", "http://localhost:8080/x"),
            ("c", "http://localhost:8080/a/c"),
            ("?z", "http://localhost:8080/a/b?z"),
            ("//127.0.0.1/y", "http://127.0.0.1/y"),
            ("http://localhost/z", "http://localhost/z"),
        ] {
            assert_eq!(page.join(location).map(|url| url.to_string()).as_deref(), Ok(shown));
        }
        assert_eq!(page.join("https://localhost/"), Err(UrlError::Scheme));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(text in "[a-z0-9:/?#\\[\\].@ -]{0,30}") {
            if let Ok(url) = Url::parse(&text) {
                prop_assert_eq!(Url::parse(&url.to_string()), Ok(url));
            }
        }
    }
}
