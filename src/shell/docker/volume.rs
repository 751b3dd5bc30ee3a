//! `-v`: a folder or a volume to be seen in the container.

/// A `-v` value, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VolumeSpec {
    /// A path on the host, the name of a volume, or nothing for a volume without a name.
    pub source: Option<String>,
    /// The path in the container.
    pub target: String,
    /// `ro`, `rw`, `z`, … after the second colon.
    pub options: Vec<String>,
}

/// Why a `-v` value cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VolumeError {
    /// Nothing at all. Docker's command line says this itself.
    #[error("invalid empty volume spec")]
    Empty,
    /// Too many parts, or an empty one. Docker leaves this to the engine, whose words these are.
    #[error("invalid volume specification: '{0}'")]
    Malformed(String),
}

impl VolumeSpec {
    /// Reads `[SOURCE:]TARGET[:OPTIONS]`.
    pub fn parse(text: &str) -> Result<Self, VolumeError> {
        if text.is_empty() {
            return Err(VolumeError::Empty);
        }
        let malformed = || VolumeError::Malformed(text.to_owned());
        let parts: Vec<&str> = text.split(':').collect();
        if parts.iter().any(|part| part.is_empty()) {
            return Err(malformed());
        }
        let (source, target, options) = match parts.as_slice() {
            [target] => (None, *target, ""),
            [source, target] => (Some((*source).to_owned()), *target, ""),
            [source, target, options] => (Some((*source).to_owned()), *target, *options),
            _ => return Err(malformed()),
        };
        let options = options.split(',').filter(|option| !option.is_empty()).map(str::to_owned).collect();
        Ok(Self { source, target: target.to_owned(), options })
    }

    /// The volume that the engine makes where it does not exist yet; none for a path.
    pub fn volume_name(&self) -> Option<&str> {
        self.source.as_deref().filter(|source| !source.starts_with(['/', '.', '~']))
    }

    /// The path on the host, as written.
    pub fn host_path(&self) -> Option<&str> {
        self.source.as_deref().filter(|source| source.starts_with(['/', '.', '~']))
    }
}
