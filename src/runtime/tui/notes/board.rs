//! The program's end: it shows every follower what the instructor has to read.

use std::io;
use std::path::{Path, PathBuf};

use tokio::io::AsyncWriteExt;
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::watch;

use super::{FOLLOWER, Name, Told, board_at};
use crate::app::Model;
use crate::app::teach::page;
use crate::i18n::{Translator, available};
use crate::session::Home;

/// What followers are shown. It is gone with its owner, and they are told so.
#[derive(Debug)]
pub struct Board {
    shown: watch::Sender<Told>,
    translators: Vec<Translator>,
    _name: Name,
}

impl Board {
    /// Begins to show things to all who follow, now or later; none where another program of this home does so already.
    ///
    /// # Errors
    /// When nobody can listen in this home.
    pub fn new(home: &Home) -> io::Result<Option<Self>> {
        let path = board_at(home);
        std::fs::create_dir_all(home.state())?;
        if std::os::unix::net::UnixStream::connect(&path).is_ok() {
            return Ok(None);
        }
        // Nobody answers there: it was left behind by a program that was killed.
        let _ = std::fs::remove_file(&path);
        let listener = UnixListener::bind(&path)?;
        let shown = watch::Sender::new(Told::default());
        tokio::spawn(accept(listener, shown.subscribe()));
        for follower in followers(home) {
            tokio::spawn(call(follower, shown.subscribe()));
        }
        let translators = available().iter().map(Translator::new).collect();
        Ok(Some(Self { shown, translators, _name: Name(path) }))
    }

    /// Shows what there is to read now, where it is something else than before.
    pub fn show(&self, model: &Model) {
        let pages = self
            .translators
            .iter()
            .map(|translator| (translator.lang().to_string(), page(model, translator)));
        let told = Told { lang: model.lang.to_string(), pages: pages.collect() };
        self.shown.send_if_modified(|shown| {
            let changed = *shown != told;
            *shown = told;
            changed
        });
    }
}

/// Where followers listen.
fn followers(home: &Home) -> Vec<PathBuf> {
    let is_follower = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with(FOLLOWER)
            && Path::new(&name).extension().is_some_and(|extension| extension == "sock")
    };
    let entries = std::fs::read_dir(home.state()).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_follower).collect()
}

/// Whoever comes later.
async fn accept(listener: UnixListener, shown: watch::Receiver<Told>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(tell(stream, shown.clone()));
    }
}

/// Whoever waited already. A name at which nobody answers any more is taken away.
async fn call(follower: PathBuf, shown: watch::Receiver<Told>) {
    match UnixStream::connect(&follower).await {
        Ok(stream) => tell(stream, shown).await,
        Err(_) => drop(std::fs::remove_file(&follower)),
    }
}

/// Tells one follower of each change, until it or the program ends.
async fn tell(mut stream: UnixStream, mut shown: watch::Receiver<Told>) {
    loop {
        let told = shown.borrow_and_update().clone();
        if !told.pages.is_empty() {
            let Ok(mut line) = serde_json::to_vec(&told) else { return };
            line.push(b'\n');
            if stream.write_all(&line).await.is_err() {
                return;
            }
        }
        if shown.changed().await.is_err() {
            return;
        }
    }
}
