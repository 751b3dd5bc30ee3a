//! What stands between a line and the engine: nobody else's things are touched, and what is about to be
//! made is written down first.

use std::collections::BTreeSet;

use crate::engine::Engine;
use crate::i18n::Phrase;
use crate::lesson::Subject;
use crate::network::Snapshot;
use crate::session::images::{self, Found};
use crate::session::{self, Change, Ledger, Place};
use crate::shell::docker::{Invocation, Object, ObjectKind};

/// For whom lines run.
#[derive(Debug, Clone)]
pub struct Gate {
    /// Where changes are written down first.
    pub ledger: Ledger,
    /// Whose the made things are.
    pub owner: String,
    /// The lesson in which they are made.
    pub lesson: Option<String>,
}

impl Gate {
    /// Lets the line pass, or says why not. Lines that only look cost nothing. Gives the ids of the images that are there
    /// before a build; none for other lines.
    ///
    /// # Errors
    /// What to tell the learner.
    pub async fn pass(&self, engine: &Engine, invocation: &Invocation) -> Result<BTreeSet<String>, Phrase> {
        let subjects = subjects(invocation);
        if subjects.is_empty() {
            return Ok(BTreeSet::new());
        }
        let snapshot = engine.fresh(&Snapshot::default(), &subjects).await.map_err(|error| error.phrase())?;
        session::allow(invocation, &snapshot, &self.owner)?;
        self.images(engine, invocation).await?;
        self.write(engine, &session::changes(invocation, &snapshot))?;
        match invocation {
            Invocation::Build(_) => engine.image_ids().await.map_err(|error| error.phrase()),
            _ => Ok(BTreeSet::new()),
        }
    }

    /// Writes down which images now have the names that a build was to give: by their ids they are known again. An image
    /// that was there `before` was not made by it.
    ///
    /// # Errors
    /// What to tell the learner.
    pub async fn made(
        &self,
        engine: &Engine,
        invocation: &Invocation,
        before: &BTreeSet<String>,
    ) -> Result<(), Phrase> {
        let Invocation::Build(build) = invocation else { return Ok(()) };
        let mut changes = Vec::new();
        for tag in &build.tags {
            if let Some((id, _)) = engine.image(tag).await.map_err(|error| error.phrase())? {
                let found = before.contains(&id);
                changes.push(if found { session::named(tag, id) } else { session::built(tag, Some(id)) });
            }
        }
        self.write(engine, &changes)
    }

    /// Images carry no labels; the ledger says whose they are.
    async fn images(&self, engine: &Engine, invocation: &Invocation) -> Result<(), Phrase> {
        let (names, builds) = match invocation {
            Invocation::Build(build) => (&build.tags, true),
            Invocation::Rmi(rmi) => (&rmi.names, false),
            _ => return Ok(()),
        };
        let entries = self.ledger.entries().map_err(|error| error.phrase())?;
        for name in names {
            let found = engine.image(name).await.map_err(|error| error.phrase())?;
            let Some((id, tags)) = found else { continue };
            let (found, info) = (Found { id, tags }, engine.info());
            if builds {
                images::allow_tag(name, &found, &entries, info, &self.owner)?;
            } else {
                images::allow_removal(name, &found, &entries, info, &self.owner)?;
            }
        }
        Ok(())
    }

    fn write(&self, engine: &Engine, changes: &[Change]) -> Result<(), Phrase> {
        let place = Place::new(engine.info(), &self.owner, self.lesson.as_deref());
        self.ledger.record(&place, changes).map_err(|error| error.phrase())
    }
}

/// What a line makes or changes: what must be looked at before it runs, and again after it.
pub fn subjects(invocation: &Invocation) -> Vec<Subject> {
    let subject = |object: Object| match (object.kind, object.name) {
        (ObjectKind::Container, name) => Some(Subject::Container(name?)),
        // All networks are looked at together, whichever it is.
        (ObjectKind::Network, name) => Some(Subject::Network(name.unwrap_or_default())),
        (ObjectKind::Image, name) => Some(Subject::Image(name?)),
        (ObjectKind::Volume | ObjectKind::Any, _) => None,
    };
    invocation.creates().into_iter().chain(invocation.changes()).filter_map(subject).collect()
}
