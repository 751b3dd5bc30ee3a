//! What must be so before a build is begun: nothing from outside is sent, and the engine's builder can do it.

use std::path::Path;

use super::folder::Folder;
use crate::docker;
use crate::engine::Engine;
use crate::i18n::{Phrase, phrase};
use crate::network::Product;
use crate::shell::docker::Build;

/// The largest Dockerfile that is looked at, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// Lets the build begin, or says why not. What docker itself says about a path is left to it.
///
/// # Errors
/// What to tell the learner.
pub fn allow(build: &Build, folder: &Folder, engine: &Engine) -> Result<(), Phrase> {
    if build.path == "-" || build.file.as_deref() == Some("-") {
        return Err(phrase("runtime-build-input"));
    }
    if is_remote(&build.path) {
        return Err(phrase("runtime-build-remote").with("path", build.path.as_str()));
    }
    let root = folder.resolve(&build.path)?;
    // It may be a symbolic link, which must not lead out either.
    let dockerfile = docker::dockerfile(&folder.here(), &root, build.file.as_deref());
    let dockerfile = folder.resolve(&dockerfile.to_string_lossy())?;
    // Podman's builder knows them.
    if engine.info().product == Product::Podman {
        return Ok(());
    }
    match text(&dockerfile).and_then(|text| docker::newer(&text)) {
        Some((line, construct)) => {
            let name = build.file.as_deref().unwrap_or("Dockerfile");
            Err(phrase("runtime-build-newer")
                .with("construct", construct)
                .with("file", name)
                .with("line", i64::try_from(line).unwrap_or(i64::MAX)))
        }
        None => Ok(()),
    }
}

/// What docker would fetch: a URL, or a repository.
fn is_remote(path: &str) -> bool {
    ["http://", "https://", "git://", "git@", "ssh://", "github.com/"]
        .iter()
        .any(|begin| path.starts_with(begin))
}

fn text(path: &Path) -> Option<String> {
    let found = std::fs::metadata(path).ok()?;
    // A pipe or a device would hold the program up for good.
    if !found.is_file() || found.len() > LARGEST {
        return None;
    }
    std::fs::read_to_string(path).ok()
}
