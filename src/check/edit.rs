//! Which of a step's edits have been made.

use std::collections::{BTreeMap, BTreeSet};

use super::goal;
use crate::lesson::{Step, Subject};

/// Whether each edit of the step has been made, by the files' contents (none where there is no such file).
///
/// An edit has been made when its lines stand in the file; also when a later edit of the same file has been made,
/// which may have replaced what the first one put in, or when all that the step's goals ask of the file holds: they
/// decide, and a learner may have come there in another way.
pub fn edits(step: &Step, files: &BTreeMap<String, Option<String>>) -> Vec<bool> {
    let content = |path: &str| files.get(path).and_then(Option::as_deref);
    let mut made: Vec<bool> = step
        .edits
        .iter()
        .map(|edit| {
            let content = content(&edit.path);
            content.is_some_and(|content| edit.is_made(content)) || goals_hold(step, &edit.path, content)
        })
        .collect();
    let mut later = BTreeSet::new();
    for (edit, made) in step.edits.iter().zip(&mut made).rev() {
        *made |= later.contains(&edit.path);
        if *made {
            later.insert(&edit.path);
        }
    }
    made
}

/// Whether the step asks something of the file, and all of it holds.
fn goals_hold(step: &Step, path: &str, content: Option<&str>) -> bool {
    let mut goals =
        step.goals.iter().filter(|goal| goal.subject == Subject::File(path.to_owned())).peekable();
    goals.peek().is_some() && goals.all(|wanted| goal::file(wanted, path, content).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::{Edit, Goal};

    fn step(edits: &[(&str, &str)], goals: Vec<Goal>) -> Step {
        let edits = edits.iter().map(|(path, diff)| Edit { path: (*path).into(), diff: (*diff).into() });
        Step { edits: edits.collect(), goals, ..Step::default() }
    }

    fn file(content: &str) -> BTreeMap<String, Option<String>> {
        [("f".to_owned(), Some(content.to_owned()))].into()
    }

    #[test]
    fn a_later_edit_of_the_same_file_covers_the_first() {
        let step = step(&[("f", "-a\n+b\n"), ("g", "-a\n+b\n"), ("f", "-b\n+c\n")], vec![]);
        assert_eq!(edits(&step, &file("a\n")), [false, false, false]);
        assert_eq!(edits(&step, &file("b\n")), [true, false, false]);
        assert_eq!(edits(&step, &file("c\n")), [true, false, true]);
        assert_eq!(edits(&step, &BTreeMap::new()), [false, false, false]);
    }

    #[test]
    fn what_the_goals_ask_for_is_enough() {
        let goal = Goal {
            contains: Some("listen 81".into()),
            lacks: Some("listen 80".into()),
            ..Goal::about(Subject::File("f".into()))
        };
        let step = step(&[("f", "-listen 80;\n+listen 81; # new\n")], vec![goal]);
        assert_eq!(edits(&step, &file("listen 81;\n")), [true]);
        assert_eq!(edits(&step, &file("listen 80;\nlisten 81;\n")), [false]);
    }
}
