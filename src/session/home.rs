//! Where everything that is kept lies.

use std::env;
use std::ffi::OsString;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::SessionError;
use super::file;

/// Folders of one installation. One learner's programs share them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// What the program keeps for itself: ledger, progress, owner's id, log.
    state: PathBuf,
    /// What the learner works on: workspaces.
    data: PathBuf,
}

impl Home {
    /// The folders that the environment names: `NETDOJO_HOME`, else those of the system
    /// (`XDG_STATE_HOME`, `XDG_DATA_HOME` and their defaults). They are made when something is written.
    ///
    /// # Errors
    /// [`SessionError::NoHome`] where there is no home folder either.
    pub fn locate() -> Result<Self, SessionError> {
        Self::from_env(env::var_os("NETDOJO_HOME"))
    }

    fn from_env(home: Option<OsString>) -> Result<Self, SessionError> {
        if let Some(home) = home.filter(|home| !home.is_empty()) {
            return Ok(Self::at(Path::new(&home)));
        }
        let system = etcetera::choose_base_strategy().map_err(|_| SessionError::NoHome)?;
        let data = system.data_dir().join("netdojo");
        let state = system.state_dir().map_or_else(|| data.join("state"), |state| state.join("netdojo"));
        Ok(Self { state, data })
    }

    /// Everything below one folder.
    pub fn at(folder: &Path) -> Self {
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        Self { state: folder.join("state"), data: folder }
    }

    /// The folder of what the program keeps for itself.
    pub fn state(&self) -> &Path {
        &self.state
    }

    /// The folder of what the learner works on.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// This installation's id, made the first time it is asked for; of several programs that ask at once
    /// all get the same.
    ///
    /// # Errors
    /// When it can be neither read nor written.
    pub fn owner(&self) -> Result<String, SessionError> {
        file::make_folder(&self.state)?;
        let path = self.state.join("owner");
        let owner = |content: Vec<u8>| {
            let text = String::from_utf8(content).ok()?.trim().to_owned();
            let sound = (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
            sound.then_some(text)
        };
        if let Some(found) = file::read(&path)?.and_then(owner) {
            return Ok(found);
        }
        let _lock = file::lock(&self.state.join("owner.lock"))?;
        if let Some(found) = file::read(&path)?.and_then(owner) {
            return Ok(found);
        }
        let made = new_owner();
        file::replace(&path, format!("{made}\n").as_bytes())?;
        Ok(made)
    }
}

/// An owner's id that nobody else has: for an installation, or for one `verify` or `run`.
pub fn new_owner() -> String {
    // The standard library seeds its hashers from the system's randomness.
    let half = || RandomState::new().hash_one(std::process::id());
    format!("{:016x}{:08x}", half(), half() >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_folder_may_hold_everything() {
        let home = Home::from_env(Some("/somewhere/netdojo".into())).unwrap();
        assert_eq!(home.data(), Path::new("/somewhere/netdojo"));
        assert!(home.state().starts_with("/somewhere/netdojo"));
        let system = Home::from_env(Some("".into())).unwrap();
        assert!(system.state().components().any(|part| part.as_os_str() == "netdojo"));
    }

    #[test]
    fn all_who_ask_at_once_get_the_same_id() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(&folder.path().join("not/there/yet"));
        let asking: Vec<_> = (0..8)
            .map(|_| {
                let home = home.clone();
                std::thread::spawn(move || home.owner().unwrap())
            })
            .collect();
        let ids: std::collections::BTreeSet<String> =
            asking.into_iter().map(|thread| thread.join().unwrap()).collect();
        assert_eq!(ids.len(), 1);
        assert_eq!(home.owner().unwrap(), *ids.first().unwrap());
    }

    #[test]
    fn an_id_that_was_spoilt_is_made_anew() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let first = home.owner().unwrap();
        std::fs::write(home.state().join("owner"), [0xff, 0xfe]).unwrap();
        let second = home.owner().unwrap();
        assert_ne!(first, second);
        assert_eq!(home.owner().unwrap(), second);
    }
}
