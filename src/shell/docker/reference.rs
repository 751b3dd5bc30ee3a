//! The name of an image: `nginx`, `localhost:5000/team/app:1`, `alpine@sha256:…`.

use std::sync::LazyLock;

use regex::Regex;

/// An image's name, read and completed as docker does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// `docker.io`, or the registry written.
    pub domain: String,
    /// `library/alpine`
    pub path: String,
    /// `latest`, where written.
    pub tag: Option<String>,
    /// `sha256:…`, where written.
    pub digest: Option<String>,
}

/// Why a name is no image's, in docker's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// Not of the form of a name.
    #[error("invalid reference format")]
    Format,
    /// Capital letters.
    #[error("invalid reference format: repository name ({0}) must be lowercase")]
    Uppercase(String),
    /// 64 hex digits: an id, where a name is wanted.
    #[error("invalid repository name ({0}), cannot specify 64-byte hexadecimal strings")]
    Id(String),
    /// More than 255 characters.
    #[error("repository name must not be more than 255 characters")]
    TooLong,
}

static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let part = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    let label = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
    let domain = format!(r"(?:{label}(?:\.{label})*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?");
    let digest = "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}";
    Regex::new(&format!(
        r"^({domain}/)?({part}(?:/{part})*)(?::([0-9A-Za-z_][0-9A-Za-z_.-]{{0,127}}))?(?:@({digest}))?$"
    ))
    .ok()
});

impl Reference {
    /// Reads a name as people write it: `alpine` is `docker.io/library/alpine`.
    ///
    /// # Errors
    /// Docker's message.
    pub fn parse(text: &str) -> Result<Self, ReferenceError> {
        if text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            return Err(ReferenceError::Id(text.to_owned()));
        }
        let (domain, rest) = split_domain(text);
        let remote = rest.split_once(':').map_or(rest.as_str(), |(name, _)| name);
        if remote.to_lowercase() != remote {
            return Err(ReferenceError::Uppercase(remote.to_owned()));
        }
        let full = format!("{domain}/{rest}");
        let found = NAME.as_ref().and_then(|name| name.captures(&full)).ok_or(ReferenceError::Format)?;
        let part = |number: usize| found.get(number).map(|part| part.as_str().to_owned());
        let path = part(2).unwrap_or_default();
        if path.len() > 255 {
            return Err(ReferenceError::TooLong);
        }
        let domain = part(1).unwrap_or_default().trim_end_matches('/').to_owned();
        Ok(Self { domain, path, tag: part(3), digest: part(4) })
    }

    /// As docker shows it: `alpine`, `localhost:5000/app`; without tag and digest.
    pub fn familiar_name(&self) -> String {
        match (self.domain.as_str(), self.path.strip_prefix("library/")) {
            ("docker.io", Some(short)) if !short.contains('/') => short.to_owned(),
            ("docker.io", _) => self.path.clone(),
            (domain, _) => format!("{domain}/{}", self.path),
        }
    }

    /// The tag that is meant: the one written, else `latest` unless a digest says which.
    pub fn tag_or_latest(&self) -> Option<&str> {
        match (&self.tag, &self.digest) {
            (Some(tag), _) => Some(tag),
            (None, None) => Some("latest"),
            (None, Some(_)) => None,
        }
    }
}

/// The registry, and the name in it.
fn split_domain(text: &str) -> (String, String) {
    let (domain, rest) = match text.split_once('/') {
        Some((first, rest))
            if first.contains(['.', ':']) || first == "localhost" || first.to_lowercase() != first =>
        {
            (first, rest)
        }
        _ => ("docker.io", text),
    };
    let domain = if domain == "index.docker.io" { "docker.io" } else { domain };
    let library = domain == "docker.io" && !rest.contains('/');
    (domain.to_owned(), if library { format!("library/{rest}") } else { rest.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_completed_as_docker_does() {
        let read = |text: &str| {
            let found = Reference::parse(text).unwrap();
            format!("{} {} {:?} {}", found.domain, found.path, found.tag_or_latest(), found.familiar_name())
        };
        assert_eq!(read("alpine"), "docker.io library/alpine Some(\"latest\") alpine");
        assert_eq!(read("team/app:1"), "docker.io team/app Some(\"1\") team/app");
        assert_eq!(read("localhost:5000/a/b"), "localhost:5000 a/b Some(\"latest\") localhost:5000/a/b");
        assert_eq!(read("index.docker.io/nginx"), "docker.io library/nginx Some(\"latest\") nginx");
        let digest = format!("alpine@sha256:{}", "a".repeat(64));
        assert_eq!(Reference::parse(&digest).unwrap().tag_or_latest(), None);
        assert!(Reference::parse("[::1]:5000/x").is_ok());
    }

    #[test]
    fn what_is_no_name_is_refused_in_dockers_words() {
        for bad in ["", "-", "a//b", "a:", "a b", "a:b:c", ":a", "/a", "a/", "a@x", "a..b", "日本"] {
            assert_eq!(Reference::parse(bad), Err(ReferenceError::Format), "{bad}");
        }
        assert_eq!(
            Reference::parse("Alpine").unwrap_err().to_string(),
            "invalid reference format: repository name (library/Alpine) must be lowercase"
        );
        assert!(matches!(Reference::parse(&"a".repeat(64)), Err(ReferenceError::Id(_))));
        assert_eq!(Reference::parse(&"a".repeat(300)), Err(ReferenceError::TooLong));
    }
}
