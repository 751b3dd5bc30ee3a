//! `--link`: a container to be known by a name.

/// A `--link` value, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The container linked to, as written.
    pub container: String,
    /// The name it is to have; the container's own where none was given.
    pub alias: String,
}

impl Link {
    /// Reads `CONTAINER` or `CONTAINER:ALIAS`.
    ///
    /// # Errors
    /// Docker's message.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() {
            return Err("empty string specified for links".to_owned());
        }
        let parts: Vec<&str> = text.split(':').collect();
        let (container, alias) = match parts.as_slice() {
            [container] => (*container, *container),
            [container, alias] => (*container, *alias),
            _ => return Err(format!("bad format for links: {text}")),
        };
        // The engine writes a link as `/name:/linking/alias`, and such a text may be given back to it.
        Ok(match container.strip_prefix('/') {
            Some(name) => {
                let alias = alias.rsplit('/').next().unwrap_or(alias);
                Self { container: name.to_owned(), alias: alias.to_owned() }
            }
            None => Self { container: container.to_owned(), alias: alias.to_owned() },
        })
    }
}
