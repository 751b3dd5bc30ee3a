//! What has to be done so that one gets from the beginning of one step to that of a later one.
//!
//! What is made on the way and removed again is left out, and so is what only looks. What does not depend on one
//! another may be done at the same time.

use std::collections::{BTreeMap, BTreeSet};

use super::touch::{Thing, Touch, touch};
use crate::lesson::{Edit, Step, Task};

/// Something that a step has a learner do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Work<'a> {
    /// Run a line.
    Line(&'a Task),
    /// Change a file.
    Edit(&'a Edit),
}

/// A piece of work, and when its turn is.
#[derive(Debug)]
pub(super) struct Planned<'a> {
    /// Index of the step that it belongs to.
    pub step: usize,
    /// What is to be done.
    pub work: Work<'a>,
    /// What it has to do with.
    pub touch: Touch,
    /// It may be done together with all others of that number, once all of the numbers before are done.
    pub wave: usize,
}

/// All that has to be done, in order.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// The pieces of work.
    pub work: Vec<Planned<'a>>,
    /// What was made on the way and is there at the end.
    pub made: BTreeSet<Thing>,
}

impl<'a> Plan<'a> {
    /// What the steps ask for; with each its index.
    pub fn new(steps: impl IntoIterator<Item = (usize, &'a Step)>) -> Self {
        let mut work: Vec<Planned<'_>> =
            steps.into_iter().flat_map(|(index, step)| in_order(index, step)).collect();
        let made = leave_out(&mut work);
        give_turns(&mut work);
        Self { work, made }
    }

    /// The pieces that may be done at the same time, one group after the other.
    pub fn waves(&self) -> impl Iterator<Item = Vec<&Planned<'a>>> {
        let last = self.work.iter().map(|planned| planned.wave).max();
        (0..last.map_or(0, |last| last + 1))
            .map(|wave| self.work.iter().filter(|planned| planned.wave == wave).collect())
    }
}

/// A step's edits and lines as they follow one another; those that only look are left out.
fn in_order(index: usize, step: &Step) -> Vec<Planned<'_>> {
    let planned = |work| {
        let touch = match work {
            Work::Line(task) => touch(&task.line)?,
            Work::Edit(_) => Touch::of_files(),
        };
        Some(Planned { step: index, work, touch, wave: 0 })
    };
    let mut edits = step.edits.iter();
    let mut out = Vec::new();
    let mut edited = 0;
    for task in &step.tasks {
        let due = task.edits_before.saturating_sub(edited);
        out.extend(edits.by_ref().take(due).map(Work::Edit));
        edited += due;
        out.push(Work::Line(task));
    }
    out.extend(edits.map(Work::Edit));
    out.into_iter().filter_map(planned).collect()
}

/// Leaves out what is done only to things that are gone at the end, unless something that stays needs them meanwhile;
/// gives what was made and is there at the end.
fn leave_out(work: &mut Vec<Planned<'_>>) -> BTreeSet<Thing> {
    // A name may be given, taken away and given again: each time it is another life.
    let mut lives: Vec<Life> = Vec::new();
    let mut now: BTreeMap<Thing, usize> = BTreeMap::new();
    let shares: Vec<Lived> = work.iter().map(|planned| live(planned, &mut lives, &mut now)).collect();
    let mut gone: Vec<bool> = lives.iter().map(|life| life.made && life.ended).collect();
    let mut again = true;
    while again {
        again = false;
        for share in &shares {
            if share.stays(&gone) {
                for &life in share.alters.iter().chain(&share.needs) {
                    again |= std::mem::take(&mut gone[life]);
                }
            }
        }
    }
    let mut stays = shares.iter().map(|share| share.stays(&gone));
    work.retain(|_| stays.next().unwrap_or(true));
    now.into_iter().filter(|(_, life)| lives[*life].made).map(|(thing, _)| thing).collect()
}

/// The time from when something is made until it is removed.
struct Life {
    /// Whether it began on the way; else it was there before.
    made: bool,
    /// Whether it has ended.
    ended: bool,
}

/// The lives with which a piece of work has to do.
struct Lived {
    anything: bool,
    alters: Vec<usize>,
    needs: Vec<usize>,
}

impl Lived {
    /// Whether something of it is left, where these lives are left out.
    fn stays(&self, gone: &[bool]) -> bool {
        self.anything || self.alters.iter().any(|&life| !gone[life])
    }
}

fn live(planned: &Planned<'_>, lives: &mut Vec<Life>, now: &mut BTreeMap<Thing, usize>) -> Lived {
    let touch = &planned.touch;
    let mut of = |thing: &Thing| {
        *now.entry(thing.clone()).or_insert_with(|| {
            lives.push(Life { made: touch.makes.contains(thing), ended: false });
            lives.len() - 1
        })
    };
    let alters: Vec<usize> = touch.alters.iter().map(&mut of).collect();
    let needs = touch.needs.iter().map(&mut of).collect();
    for thing in &touch.ends {
        if let Some(life) = now.remove(thing) {
            lives[life].ended = true;
        }
    }
    Lived { anything: touch.anything, alters, needs }
}

/// A piece's turn comes after the last of those before it that it has to wait for.
fn give_turns(work: &mut [Planned<'_>]) {
    for index in 0..work.len() {
        let (before, rest) = work.split_at_mut(index);
        let planned = &mut rest[0];
        let waits_for = before.iter().filter(|other| other.touch.is_in_the_way_of(&planned.touch));
        planned.wave = waits_for.map(|other| other.wave + 1).max().unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines that are left, wave by wave.
    fn waves(lines: &[&str]) -> Vec<Vec<String>> {
        let step = step(lines);
        let plan = Plan::new([(0, &step)]);
        let line = |planned: &&Planned<'_>| match planned.work {
            Work::Line(task) => task.line.clone(),
            Work::Edit(edit) => edit.path.clone(),
        };
        plan.waves().map(|wave| wave.iter().map(line).collect()).collect()
    }

    fn step(lines: &[&str]) -> Step {
        let task = |line: &&str| Task { line: (*line).into(), expected: vec![], edits_before: 0 };
        Step { tasks: lines.iter().map(task).collect(), ..Step::default() }
    }

    #[test]
    fn what_only_looks_is_left_out() {
        assert_eq!(waves(&["docker ps", "docker exec a ping b"]), Vec::<Vec<String>>::new());
    }

    #[test]
    fn what_is_removed_again_is_left_out_with_all_that_was_done_to_it() {
        let lines = [
            "docker network create n",
            "docker run -d --name a --network n alpine",
            "docker run -d --name b alpine",
            "docker stop a",
            "docker rm -f a",
        ];
        assert_eq!(waves(&lines), [["docker network create n", "docker run -d --name b alpine"]]);
        assert_eq!(waves(&["docker run -d --name a alpine", "docker rm -f a"]).len(), 0);
    }

    #[test]
    fn what_stays_keeps_what_it_was_made_with() {
        let lines =
            ["docker run -d --name a alpine", "docker run -d --name b --link a alpine", "docker rm -f a"];
        assert_eq!(waves(&lines).concat(), lines);
        let together = ["docker run -d --name a alpine", "docker run -d --name b alpine", "docker rm -f a b"];
        assert_eq!(waves(&together).len(), 0);
    }

    #[test]
    fn a_name_that_is_given_again_is_another_thing() {
        let lines = [
            "docker run -d --name a alpine",
            "docker rm -f a",
            "docker run -d --name a --dns 9.9.9.9 alpine",
        ];
        assert_eq!(waves(&lines), [[lines[2]]]);
    }

    #[test]
    fn what_was_there_before_is_removed() {
        assert_eq!(waves(&["docker rm -f a"]), [["docker rm -f a"]]);
    }

    #[test]
    fn what_shares_nothing_is_done_at_the_same_time() {
        let lines = [
            "docker run -d --name a alpine",
            "docker run -d --name b alpine",
            "docker run -d --name c --link a alpine",
        ];
        assert_eq!(waves(&lines), [vec![lines[0], lines[1]], vec![lines[2]]]);
        // Who joins a network sees who is there.
        let lines =
            ["docker run -d --name a --network n alpine", "docker run -d --name b --network n alpine"];
        assert_eq!(waves(&lines), [[lines[0]], [lines[1]]]);
    }

    /// Which networks a container is on, and whom it calls there, no line says that only names it.
    #[test]
    fn what_runs_already_keeps_its_place() {
        let lines = ["docker run -d --name app --network n alpine", "docker start web", "docker stop app"];
        assert_eq!(waves(&lines), [[lines[0]], [lines[1]], [lines[2]]]);
        let lines = [
            "docker network connect --alias app b app",
            "docker network disconnect a app",
            "docker start -a web",
        ];
        assert_eq!(waves(&lines), [[lines[0]], [lines[1]], [lines[2]]]);
        let lines = [
            "docker wait web",
            "docker run -d --name app --network n alpine",
            "docker exec web nginx -s reload",
        ];
        assert_eq!(waves(&lines), [[lines[0]], [lines[1]], [lines[2]]]);
        assert_eq!(waves(&["docker build -t a .", "docker exec web nginx -s reload"]).len(), 1);
    }

    #[test]
    fn nothing_is_moved_past_what_may_do_anything() {
        let lines = ["docker run -d --name a alpine", "cd nginx", "docker run -d --name b alpine"];
        assert_eq!(waves(&lines), [[lines[0]], [lines[1]], [lines[2]]]);
        let lines = [
            "docker run -d --name a alpine",
            "docker run -d --name b alpine",
            "docker exec b ping -c 1 [IP:a]",
        ];
        assert_eq!(waves(&lines).len(), 1, "it only looks");
    }

    #[test]
    fn edits_come_where_they_stand() {
        let edit = Edit { path: "site.conf".into(), diff: String::new() };
        let mut step = step(&["docker build -t a .", "docker build -t b ."]);
        step.edits = vec![edit];
        step.tasks[1].edits_before = 1;
        let plan = Plan::new([(3, &step)]);
        let waves: Vec<usize> = plan.work.iter().map(|planned| planned.wave).collect();
        assert_eq!(waves, [0, 1, 2]);
        assert!(matches!(plan.work[1].work, Work::Edit(_)));
        assert_eq!(plan.work[1].step, 3);
    }
}
