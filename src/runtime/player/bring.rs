//! The engine is brought to the state in which a step of somebody's own lesson begins.

use std::collections::{BTreeMap, BTreeSet};

use super::approach::{Watch, stopping};
use super::steps::{Place, Steps};
use super::touch::Thing;
use super::{Outcome, Player};
use crate::app::Headway;
use crate::check::{self, Evidence};
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Lesson, Subject, Values};
use crate::runtime::judge;
use crate::session::clean::Item;
use crate::session::{self, Owned};
use crate::shell::docker::ObjectKind;

impl Player {
    /// Brings the engine and the lesson's files to the state in which step `to` begins, and gives the lesson's values
    /// then. What holds already is left as it is, where that can be told; else what was made in the lesson is removed,
    /// and the steps before are played anew.
    ///
    /// # Errors
    /// Why it could not be done, and in which line. What had been done until then is there.
    pub async fn bring(
        &self,
        lesson: &Lesson,
        place: Place,
        to: usize,
        watch: Watch<'_>,
    ) -> Result<Values, Phrase> {
        let snapshot = self.engine.snapshot().await.map_err(|error| error.phrase())?;
        match self.against(lesson, &snapshot)? {
            None => {}
            Some(Outcome::Taken(reasons) | Outcome::Lacking(reasons)) => {
                return Err(reasons.into_iter().next().unwrap_or_else(|| phrase("runtime-player-no-step")));
            }
            Some(Outcome::Broken(reason)) => return Err(reason),
            Some(Outcome::Played(_)) => return Err(phrase("runtime-player-no-step")),
        }
        let mut steps = Steps::within(self, lesson, snapshot, place)?;
        let brought = self.bring_steps(&mut steps, to, watch).await;
        // No helper stays, whatever came of it.
        self.prober.settle().await;
        brought?;
        steps.look().await.map_err(|error| error.phrase())?;
        Ok(steps.values)
    }

    async fn bring_steps(&self, steps: &mut Steps<'_>, to: usize, watch: Watch<'_>) -> Result<(), Phrase> {
        let from = if let Some(from) = steps.stands_at(to, &self.owner) {
            from
        } else {
            if watch(Headway::Removing).is_break() {
                return Err(stopping());
            }
            self.clear(steps, to).await?;
            0
        };
        steps.approach(from, to, watch).await
    }

    /// Removes what was made in the lesson, but for images that are there again at `to`, and puts its files back.
    async fn clear(&self, steps: &mut Steps<'_>, to: usize) -> Result<(), Phrase> {
        let made = steps.plan(0, to).made;
        let stays = |name: &str| made.contains(&Thing::Object(ObjectKind::Image, name.to_owned()));
        let unwanted = |item: &Item| item.kind != session::ObjectKind::Image || !stays(&item.name);
        if let Some(left) = self.remove_those(Some(&steps.lesson.id), &unwanted).await.into_iter().next() {
            return Err(left);
        }
        steps.workspace.reset(steps.lesson).map_err(|error| error.phrase())?;
        steps.look_around().await.map_err(|error| error.phrase())
    }
}

impl Steps<'_> {
    /// The last step up to `to` whose beginning is the present state, where that can be told from what the steps before
    /// say must hold.
    fn stands_at(&self, to: usize, owner: &str) -> Option<usize> {
        let there = self.owned(owner);
        // Files may have been changed in any way.
        let files = self.lesson.steps.iter().any(|step| !step.edits.is_empty());
        (0..=to).rev().find(|&index| {
            let made: BTreeSet<Thing> = (self.plan(0, index).made.into_iter())
                .filter(|thing| !matches!(thing, Thing::Object(ObjectKind::Image | ObjectKind::Volume, _)))
                .collect();
            made == there && (index == 0 || !files && self.holds(index) && !self.may_differ(index))
        })
    }

    /// The lesson's containers and networks on the engine.
    fn owned(&self, owner: &str) -> BTreeSet<Thing> {
        let is_ours = |labels: &BTreeMap<String, String>| {
            labels.get(session::LESSON) == Some(&self.lesson.id)
                && session::owned(labels, owner) == Owned::Ours
        };
        let containers = self.snapshot.containers.values().filter(|container| is_ours(&container.labels));
        let networks = self.snapshot.networks.values().filter(|network| is_ours(&network.labels));
        (containers.map(|container| Thing::Object(ObjectKind::Container, container.name.clone())))
            .chain(networks.map(|network| Thing::Object(ObjectKind::Network, network.name.clone())))
            .collect()
    }

    /// Whether every step before `index` that leaves something behind has goals, and they hold.
    fn holds(&self, index: usize) -> bool {
        let plan = self.plan(0, index);
        let steps: BTreeSet<usize> = plan.work.iter().map(|planned| planned.step).collect();
        steps.into_iter().filter_map(|step| self.lesson.steps.get(step)).all(|step| {
            let evidence = Evidence {
                snapshot: Some(self.snapshot.clone()),
                files: judge::files(step, &self.workspace),
                ..Evidence::default()
            };
            let goals = check::judge(step, &evidence, &self.values).goals;
            !goals.is_empty() && goals.iter().all(|goal| *goal == check::Outcome::Holds)
        })
    }

    /// Whether a later step may have changed what is there at the beginning of `index`, in a way that no goal sees.
    fn may_differ(&self, index: usize) -> bool {
        let made = self.plan(0, index).made;
        let states: BTreeSet<&str> = (self.lesson.steps.iter().take(index))
            .flat_map(|step| &step.goals)
            .filter(|goal| goal.state.is_some())
            .filter_map(|goal| match &goal.subject {
                Subject::Container(name) => Some(name.as_str()),
                _ => None,
            })
            .collect();
        // Whether a container runs, goals see; what was done inside of it, or to its networks, they do not.
        let is_seen = |thing: &Thing, only_runs: bool| match thing {
            Thing::Object(ObjectKind::Container, name) => only_runs && states.contains(name.as_str()),
            _ => false,
        };
        let later = self.plan(index, self.lesson.steps.len());
        later.work.iter().map(|planned| &planned.touch).any(|touch| {
            let stay = &touch.alters - &touch.ends;
            touch.anything || stay.intersection(&made).any(|thing| !is_seen(thing, touch.only_runs))
        })
    }
}
