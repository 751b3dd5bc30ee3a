//! Which task of a step a line stands for.

use super::LessonModel;
use super::offer::filled;
use crate::lesson::{Line, Step, Task};
use crate::network::Snapshot;
use crate::shell::docker::{Invocation, Object, ObjectKind};
use crate::shell::{self, Command};

/// The task that a typed line stands for: the next one if it may be that, else any other of the step.
pub(super) fn task_of(lesson: &LessonModel, step: &Step, line: &str) -> Option<usize> {
    let next = lesson.task..step.tasks.len();
    let earlier = 0..lesson.task.min(step.tasks.len());
    next.chain(earlier)
        .find(|&index| filled(lesson, &step.tasks[index]).is_ok_and(|task_line| same_line(&task_line, line)))
}

/// How many of the step's tasks are done: those before the one that is offered, and what has come out as it should behind it.
pub fn done(lesson: &LessonModel) -> usize {
    let behind = lesson.tasks.iter().skip(lesson.task).filter(|task| task.as_expected).count();
    lesson.task.min(lesson.tasks.len()) + behind
}

/// Whether two lines do the same: alike once parsed, or, where one cannot be, alike but for blanks.
pub fn same_line(one: &str, other: &str) -> bool {
    match (shell::parse(one), shell::parse(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one.split_whitespace().eq(other.split_whitespace()),
    }
}

/// Whether a line makes a container or a network of a name that there is by now: it would only be refused.
pub(super) fn is_made(line: &str, now: &Snapshot) -> bool {
    let Ok(script) = shell::parse(line) else { return false };
    let is_there = |object: &Object| match (object.kind, object.name.as_deref()) {
        (ObjectKind::Container, Some(name)) => now.container(name).is_some(),
        (ObjectKind::Network, Some(name)) => now.network(name).is_some(),
        _ => false,
    };
    script.creates().iter().any(is_there)
}

/// Whether a line can be run once more whatever has been made meanwhile: it looks, or asks inside a container.
pub(super) fn may_run_again(line: &str) -> bool {
    let Ok(script) = shell::parse(line) else { return true };
    if let Command::Docker(invocation) = &script.command
        && matches!(invocation.as_ref(), Invocation::Exec(_))
    {
        return true;
    }
    script.leaves_all_as_it_is()
}

/// Whether an exit code is one that the task expects.
pub fn expects_exit(task: &Task, exit: Option<i64>) -> bool {
    let Some(exit) = exit else { return false };
    if task.expected.is_empty() {
        exit == 0
    } else {
        task.expected.iter().any(|expected| expected.exit == exit)
    }
}

/// Whether the task goes on until it is interrupted (`^C` in its expected output).
pub(super) fn expects_interrupt(task: &Task) -> bool {
    task.expected.iter().any(|expected| expected.lines.contains(&Line::Interrupt))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_the_manner_of_writing_do_not_matter() {
        assert!(same_line("docker  ps", " docker ps "));
        assert!(same_line("docker run -it -d --name a alpine", "docker run -itd --name=a alpine"));
        assert!(same_line("docker exec a ip a | grep inet", "docker exec a ip a|grep 'inet'"));
        assert!(!same_line("docker run -d alpine", "docker run alpine"));
        assert!(!same_line("docker exec a echo 'x  y'", "docker exec a echo 'x y'"));
        assert!(!same_line("nosuch a", "nosuch b"));
    }

    #[test]
    fn what_makes_or_removes_something_is_not_run_again() {
        for line in ["docker ps -a", "docker exec a ping -c 1 b", "docker network inspect n", "nosuch"] {
            assert!(may_run_again(line), "{line}");
        }
        for line in ["docker run -d --name a alpine", "docker network connect n a", "docker rm -f a"] {
            assert!(!may_run_again(line), "{line}");
        }
    }
}
