//! Image references as docker prints them.

use crate::shell::docker::Reference;

/// The tag or digest that is meant, with its sign.
fn suffix(reference: &Reference) -> String {
    let tag = reference.tag_or_latest().map(|tag| format!(":{tag}")).unwrap_or_default();
    let digest = reference.digest.as_ref().map(|digest| format!("@{digest}")).unwrap_or_default();
    tag + &digest
}

/// As people write it, with the tag that is meant: `alpine:latest`.
pub fn familiar(reference: &Reference) -> String {
    reference.familiar_name() + &suffix(reference)
}

/// The whole of it, registry and all: `docker.io/library/alpine:latest`.
pub fn canonical(reference: &Reference) -> String {
    format!("{}/{}{}", reference.domain, reference.path, suffix(reference))
}

#[cfg(test)]
mod tests {
    use super::{canonical, familiar};
    use crate::shell::docker::Reference;

    #[test]
    fn the_short_and_the_long_name_are_the_same_image() {
        for text in ["alpine", "library/alpine", "docker.io/alpine", "index.docker.io/library/alpine"] {
            let reference = Reference::parse(text).unwrap();
            assert_eq!(familiar(&reference), "alpine:latest");
            assert_eq!(canonical(&reference), "docker.io/library/alpine:latest");
        }
    }

    #[test]
    fn a_digest_takes_the_place_of_the_tag() {
        let text = format!("registry.example:5000/a@sha256:{}", "0".repeat(64));
        assert_eq!(familiar(&Reference::parse(&text).unwrap()), text);
    }
}
