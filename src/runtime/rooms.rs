//! Where lines run: each lesson's folder, and the learner's own folder outside of lessons.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use crate::app::Progress;
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Course, Lesson, Values};
use crate::probe::Prober;
use crate::runtime::line::{Folder, Gate};
use crate::session::{Home, Ledger, Store, Workspace, because};

/// A place in which lines run.
#[derive(Debug)]
pub struct Room {
    /// Its files.
    pub folder: Folder,
    /// The lesson's files, in a lesson.
    pub workspace: Option<Workspace>,
    /// For whom lines run there.
    pub gate: Gate,
    values: Mutex<Values>,
}

impl Room {
    /// The lesson's values, as they were last known.
    pub fn values(&self) -> Values {
        self.values.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps the lesson's values for the next time.
    pub fn keep(&self, values: &Values) {
        self.values.lock().unwrap_or_else(PoisonError::into_inner).clone_from(values);
    }
}

/// All places, made when they are first entered.
#[derive(Debug)]
pub struct Rooms {
    course: Arc<Course>,
    home: Home,
    owner: String,
    store: Store<Progress>,
    entered: Mutex<HashMap<Option<usize>, Arc<Room>>>,
    /// Makes attempts for the whole program.
    pub prober: Prober,
}

impl Rooms {
    /// The rooms of that course, kept in `home`, for `owner`.
    pub fn new(course: Arc<Course>, home: Home, owner: String) -> Self {
        let store = Store::progress(&home);
        Self { course, home, owner, store, entered: Mutex::default(), prober: Prober::default() }
    }

    /// Whose the made things are.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// The lesson of that index.
    pub fn lesson(&self, index: usize) -> Option<&Lesson> {
        self.course.lessons.get(index)
    }

    /// The lessons.
    pub fn course(&self) -> &Course {
        &self.course
    }

    /// Where everything is kept.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The lesson's files.
    ///
    /// # Errors
    /// What to tell the learner when its folder cannot be made.
    pub fn workspace(&self, lesson: &Lesson) -> Result<Workspace, Phrase> {
        Workspace::open(&self.home, lesson).map_err(|error| error.phrase())
    }

    /// The journal of what was made.
    pub fn ledger(&self) -> Ledger {
        Ledger::new(&self.home)
    }

    /// The lesson's room, or the one outside of lessons.
    ///
    /// # Errors
    /// What to tell the learner when its folder cannot be made.
    pub fn room(&self, lesson: Option<usize>) -> Result<Arc<Room>, Phrase> {
        let mut rooms = self.entered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(room) = rooms.get(&lesson) {
            return Ok(room.clone());
        }
        let room = Arc::new(self.enter(lesson.and_then(|index| self.lesson(index)))?);
        rooms.insert(lesson, room.clone());
        Ok(room)
    }

    /// Names of the files in a lesson's folder, for completion; none where they cannot be read.
    pub fn files(&self, lesson: Option<usize>) -> Vec<String> {
        let room = self.room(lesson).ok();
        room.and_then(|room| room.workspace.as_ref()?.files().ok()).unwrap_or_default()
    }

    /// Keeps what the learner has done.
    ///
    /// # Errors
    /// What to tell the learner when it cannot be kept.
    pub fn save(&self, progress: &Progress) -> Result<(), Phrase> {
        self.store.save(progress).map_err(|error| error.phrase())
    }

    fn enter(&self, lesson: Option<&Lesson>) -> Result<Room, Phrase> {
        let workspace = match lesson {
            Some(lesson) => Some(self.workspace(lesson)?),
            None => None,
        };
        let root = match &workspace {
            Some(workspace) => workspace.root().to_owned(),
            None => std::env::current_dir().unwrap_or_else(|_| PathBuf::from("/")),
        };
        let folder = Folder::new(&root).map_err(|error| {
            let folder = root.display().to_string();
            phrase("runtime-folder").with("folder", folder).with("detail", because(&error))
        })?;
        let lesson = lesson.map(|lesson| lesson.id.clone());
        let gate = Gate { ledger: self.ledger(), owner: self.owner.clone(), lesson };
        Ok(Room { folder, workspace, gate, values: Mutex::default() })
    }
}
