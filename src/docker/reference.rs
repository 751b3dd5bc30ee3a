//! Image references as docker reads and writes them.

use std::fmt;
use std::sync::LazyLock;

use regex::Regex;

/// The registry of a reference that names none.
const DEFAULT_DOMAIN: &str = "docker.io";

/// A reference, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// `docker.io`, `registry.example:5000`
    pub domain: String,
    /// `library/alpine`
    pub path: String,
    /// `3.20`
    pub tag: Option<String>,
    /// `sha256:…`
    pub digest: Option<String>,
}

impl Reference {
    /// Reads a reference as a learner writes it.
    ///
    /// # Errors
    /// What docker says about it.
    pub fn parse(text: &str) -> Result<Self, String> {
        static HEX: LazyLock<Regex> = LazyLock::new(|| regex("^[a-f0-9]{64}$"));
        static NAME: LazyLock<Regex> = LazyLock::new(|| {
            regex(concat!(
                "^([a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)",
                "(?::([0-9A-Za-z_][0-9A-Za-z_.-]{0,127}))?",
                "(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9A-Fa-f]{32,}))?$"
            ))
        });
        static DOMAIN: LazyLock<Regex> = LazyLock::new(|| {
            regex(concat!(
                r"^(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])",
                r"(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$"
            ))
        });
        if HEX.is_match(text) {
            return Err(format!(
                "invalid repository name ({text}), cannot specify 64-byte hexadecimal strings"
            ));
        }
        let (domain, rest) = split_domain(text);
        let remote = rest.split(':').next().unwrap_or_default();
        if remote.to_lowercase() != remote && !remote.contains('@') {
            return Err(format!("invalid reference format: repository name ({remote}) must be lowercase"));
        }
        let found = NAME.captures(&rest).filter(|_| DOMAIN.is_match(&domain));
        let found = found.ok_or_else(|| "invalid reference format".to_owned())?;
        let part = |index| found.get(index).map(|part: regex::Match<'_>| part.as_str().to_owned());
        let path = part(1).unwrap_or_default();
        Ok(Self { path, tag: part(2), digest: part(3), domain })
    }

    /// With the tag that docker assumes where neither tag nor digest is given.
    pub fn tagged(mut self) -> Self {
        if self.tag.is_none() && self.digest.is_none() {
            self.tag = Some("latest".to_owned());
        }
        self
    }

    /// The name without tag and digest, as people write it: `alpine`.
    pub fn familiar_name(&self) -> String {
        if self.domain != DEFAULT_DOMAIN {
            return format!("{}/{}", self.domain, self.path);
        }
        // `library/` goes only where one name follows.
        match self.path.strip_prefix("library/") {
            Some(name) if !name.contains('/') => name.to_owned(),
            _ => self.path.clone(),
        }
    }

    /// The whole of it, registry and all: `docker.io/library/alpine:latest`.
    pub fn canonical(&self) -> String {
        format!("{}/{}{}", self.domain, self.path, self.suffix())
    }

    fn suffix(&self) -> String {
        let tag = self.tag.as_ref().map(|tag| format!(":{tag}"));
        let digest = self.digest.as_ref().map(|digest| format!("@{digest}"));
        tag.unwrap_or_default() + &digest.unwrap_or_default()
    }
}

/// As people write it: `alpine:latest`.
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.familiar_name(), self.suffix())
    }
}

/// The registry and the rest, with docker's assumptions made.
fn split_domain(text: &str) -> (String, String) {
    let named = text.split_once('/').filter(|(first, _)| {
        first.contains(['.', ':']) || *first == "localhost" || first.to_lowercase() != *first
    });
    let (domain, rest) = match named {
        Some(("index.docker.io" | DEFAULT_DOMAIN, rest)) => (DEFAULT_DOMAIN, rest),
        Some((domain, rest)) => (domain, rest),
        None => (DEFAULT_DOMAIN, text),
    };
    let official = domain == DEFAULT_DOMAIN && !rest.contains('/');
    (domain.to_owned(), if official { format!("library/{rest}") } else { rest.to_owned() })
}

/// A pattern of this file, which a test has compiled.
fn regex(pattern: &str) -> Regex {
    #[expect(clippy::unwrap_used, reason = "the patterns are constants, and every test here compiles them")]
    Regex::new(pattern).unwrap()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Reference;

    #[test]
    fn the_short_and_the_long_name_are_the_same_image() {
        for text in ["alpine", "library/alpine", "docker.io/alpine", "index.docker.io/library/alpine"] {
            let reference = Reference::parse(text).unwrap().tagged();
            assert_eq!(reference.to_string(), "alpine:latest");
            assert_eq!(reference.canonical(), "docker.io/library/alpine:latest");
        }
    }

    #[test]
    fn a_registry_has_a_dot_a_port_or_is_localhost() {
        let name = |text| Reference::parse(text).unwrap().domain;
        assert_eq!(name("localhost/a"), "localhost");
        assert_eq!(name("registry.example/a"), "registry.example");
        assert_eq!(name("registry:5000/a/b:1"), "registry:5000");
        assert_eq!(name("some/a"), "docker.io");
    }

    #[test]
    fn a_digest_takes_the_place_of_the_tag() {
        let digest = format!("sha256:{}", "0".repeat(64));
        let reference = Reference::parse(&format!("alpine@{digest}")).unwrap().tagged();
        assert_eq!((reference.tag, reference.digest), (None, Some(digest)));
    }

    #[test]
    fn what_docker_refuses_is_refused_in_its_words() {
        let said = |text| Reference::parse(text).unwrap_err();
        assert_eq!(
            said("Alpine"),
            "invalid reference format: repository name (library/Alpine) must be lowercase"
        );
        assert_eq!(said("alpine:"), "invalid reference format");
        assert_eq!(said(""), "invalid reference format");
        assert_eq!(said("a b"), "invalid reference format");
        assert!(said(&"a".repeat(64)).starts_with("invalid repository name"));
    }

    proptest! {
        #[test]
        fn nothing_panics_and_what_is_read_reads_back(text in "[a-zA-Z0-9/:@._-]{0,40}|\\PC{0,20}") {
            if let Ok(reference) = Reference::parse(&text) {
                prop_assert_eq!(Reference::parse(&reference.to_string()).unwrap(), reference);
            }
        }
    }
}
