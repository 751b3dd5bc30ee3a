//! What the tasks and edits of a step decide.

use super::*;

fn task(printed: &str) -> Task {
    let lines = vec![Line::Text(vec![Piece::Literal(printed.to_owned())])];
    Task { line: "docker ps".into(), expected: vec![Expected { lines, exit: 0 }], edits_before: 0 }
}

/// As evidence holds it.
#[allow(clippy::unnecessary_wraps)]
fn ran(printed: &str, exit: Option<i64>) -> Option<TaskRun> {
    Some(TaskRun { lines: vec![printed.to_owned()], exit, interrupted: false })
}

#[test]
fn without_goals_the_tasks_decide() {
    let step = Step { tasks: vec![task("a"), task("b")], ..step(vec![]) };
    let verdict = |tasks, strict| {
        let evidence = Evidence { snapshot: Some(snapshot()), tasks, strict, ..Evidence::default() };
        judge(&step, &evidence, &Values::default()).verdict
    };
    assert_eq!(verdict(vec![ran("a", Some(0)), ran("b", Some(0))], false), Verdict::Passed);
    assert_eq!(verdict(vec![], false), Verdict::NotRun);
    assert_eq!(verdict(vec![ran("a", Some(0)), None], false), Verdict::NotRun);
    assert_eq!(verdict(vec![ran("a", Some(0)), ran("b", None)], false), Verdict::NotRun);
    assert_eq!(reasons(&verdict(vec![ran("a", Some(0)), None], true)), ["check-task-not-run"]);
    assert_eq!(
        reasons(&verdict(vec![ran("a", Some(1)), None], false)),
        ["check-task-exit-saying", "check-task-not-run"]
    );
    let silent = Some(TaskRun { exit: Some(1), ..TaskRun::default() });
    assert_eq!(reasons(&verdict(vec![silent], true)), ["check-task-exit", "check-task-not-run"]);
    assert_eq!(reasons(&verdict(vec![ran("x", Some(0)), ran("b", Some(0))], false)).len(), 1);
}

#[test]
fn output_that_differs_is_judged_only_when_strict_or_when_there_are_no_goals() {
    let step = Step { tasks: vec![task("a")], ..step(vec![container_goal()]) };
    let result = |strict| {
        let tasks = vec![ran("x", Some(0))];
        let evidence = Evidence { snapshot: Some(snapshot()), tasks, strict, ..Evidence::default() };
        judge(&step, &evidence, &Values::default())
    };
    let lenient = result(false);
    assert_eq!(lenient.verdict, Verdict::Passed);
    assert!(!lenient.tasks[0].as_ref().unwrap().matches());
    assert!(matches!(result(true).verdict, Verdict::Failed(_)));
}

#[test]
fn a_step_that_only_looks_wants_its_goals_and_its_tasks() {
    let step = Step { tasks: vec![task("a")], looks: true, ..step(vec![container_goal()]) };
    let verdict = |tasks, snapshot| {
        let evidence = Evidence { snapshot: Some(snapshot), tasks, ..Evidence::default() };
        judge(&step, &evidence, &Values::default()).verdict
    };
    assert_eq!(verdict(vec![None], snapshot()), Verdict::NotRun);
    assert_eq!(verdict(vec![ran("a", Some(0))], snapshot()), Verdict::Passed);
    assert!(matches!(verdict(vec![ran("x", Some(0))], snapshot()), Verdict::Failed(_)));
    let gone = Snapshot::default();
    assert!(matches!(verdict(vec![ran("a", Some(0))], gone.clone()), Verdict::Failed(_)));
    assert!(matches!(verdict(vec![None], gone), Verdict::Failed(_)), "there is nothing to look at");
}

#[test]
fn a_step_with_nothing_to_judge_is_read() {
    let evidence = Evidence::default();
    assert_eq!(judge(&step(vec![]), &evidence, &Values::default()).verdict, Verdict::Read);
}

#[test]
fn without_goals_the_edits_decide_as_well() {
    let edit = Edit { path: "f".into(), diff: "-a\n+b\n".into() };
    let step = Step { edits: vec![edit], ..step(vec![]) };
    let verdict = |step: &Step, content: &str, tasks| {
        let files = [("f".to_owned(), Some(content.to_owned()))].into();
        let evidence = Evidence { snapshot: Some(snapshot()), files, tasks, ..Evidence::default() };
        judge(step, &evidence, &Values::default()).verdict
    };
    assert_eq!(verdict(&step, "b\n", vec![]), Verdict::Passed);
    assert_eq!(reasons(&verdict(&step, "a\n", vec![])), ["check-edit-undone"]);
    let with_task = Step { tasks: vec![task("a")], ..step };
    assert_eq!(verdict(&with_task, "a\n", vec![None]), Verdict::NotRun, "it is the task's turn");
    assert_eq!(reasons(&verdict(&with_task, "a\n", vec![ran("a", Some(0))])), ["check-edit-undone"]);
    assert_eq!(verdict(&with_task, "b\n", vec![ran("a", Some(0))]), Verdict::Passed);
}

#[test]
fn nothing_has_failed_while_the_engine_is_lost() {
    let with_goals = step(vec![container_goal()]);
    let with_tasks = Step { tasks: vec![task("a")], ..step(vec![]) };
    let evidence = Evidence { tasks: vec![ran("x", Some(1))], strict: true, ..Evidence::default() };
    for step in [with_goals, with_tasks.clone(), reach(Expect::Reply, None)] {
        let verdict = judge(&step, &evidence, &Values::default()).verdict;
        assert_eq!(verdict, Verdict::Unknown(phrase("check-engine-lost")));
    }
    let done = Evidence { tasks: vec![ran("a", Some(0))], ..Evidence::default() };
    assert_eq!(judge(&with_tasks, &done, &Values::default()).verdict, Verdict::Passed);
}
