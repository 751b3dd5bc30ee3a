//! Edits of a lesson through `update`: what is offered, what counts as made, `/solve`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod app_driver;

use app_driver::edits::{begun, look, open, opening, saving};
use app_driver::{Driver, passed};
use netdojo::app::offer::{Offer, ghost, offer};
use netdojo::app::{Effect, Made, Msg, Opened, Outcome, Saved};
use netdojo::check::{StepResult, Verdict};
use netdojo::i18n::phrase;

fn made(edit: usize, edits: &[bool]) -> Made {
    Made { edit, edits: edits.to_vec(), kept: None }
}

fn edit_line(driver: &Driver) -> Option<String> {
    match offer(&driver.model) {
        Offer::Edit { line, .. } => Some(line),
        _ => None,
    }
}

#[test]
fn an_edit_is_offered_before_the_task_that_follows_it() {
    let mut driver = begun();
    assert_eq!(ghost(&driver.model).as_deref(), Some("edit nginx/a.conf"));
    driver.enter();
    let (generation, path) = opening(&driver);
    assert_eq!(path, "nginx/a.conf");
    driver.send(Msg::FileOpened(generation, Ok(Opened::Elsewhere)));
    assert!(driver.judge().is_some(), "the step is judged after another editor");
    let looked = look(&driver);
    driver.send(Msg::Edits(looked - 1, vec![true; 2]));
    assert!(edit_line(&driver).is_some(), "an old answer says nothing");
    driver.send(Msg::Edits(looked, vec![true, false]));
    assert!(matches!(offer(&driver.model), Offer::Run { task: 0, .. }));
    driver.enter();
    driver.print("listen 81;\r\n");
    driver.end(Outcome::Exited(0));
    assert_eq!(edit_line(&driver).as_deref(), Some("edit b.conf"), "the edit after the last task");
}

#[test]
fn an_editor_that_fails_may_have_written_before() {
    let mut driver = begun();
    driver.enter();
    let (generation, _) = opening(&driver);
    driver.send(Msg::FileOpened(generation, Err(phrase("runtime-editor-failed"))));
    assert_eq!(driver.notice(), Some("runtime-editor-failed"));
    let looked = look(&driver);
    assert!(driver.judge().is_some(), "the step is judged");
    driver.send(Msg::Edits(looked, vec![true, false]));
    assert!(matches!(offer(&driver.model), Offer::Run { task: 0, .. }));
}

#[test]
fn whoever_leaves_a_file_too_early_is_told() {
    let mut driver = begun();
    open(&mut driver, "edit nginx/a.conf", Some("listen 80;\n"));
    driver.control('q');
    let looked = look(&driver);
    driver.send(Msg::Edits(looked, vec![false; 2]));
    assert_eq!(driver.notice(), Some("app-edit-open"));
    open(&mut driver, "edit other.conf", None);
    driver.control('q');
    let looked = look(&driver);
    driver.send(Msg::Edits(looked, vec![false; 2]));
    assert_eq!(driver.notice(), None, "that file is nobody's business");
    open(&mut driver, "edit nginx/a.conf", Some("listen 81;\n"));
    driver.control('q');
    let looked = look(&driver);
    driver.send(Msg::Edits(looked, vec![true, false]));
    assert_eq!(driver.notice(), None);
}

#[test]
fn a_step_of_edits_alone_passes_by_its_goals() {
    let mut driver = begun();
    driver.line("/next");
    let generation = look(&driver);
    driver.send(Msg::Edits(generation, vec![false]));
    assert_eq!(edit_line(&driver).as_deref(), Some("edit b.conf"));
    open(&mut driver, "edit b.conf", Some("new\n"));
    driver.control('k');
    driver.type_text("newer");
    driver.control('s');
    let (generation, before, content) = saving(&driver);
    assert_eq!((before.as_deref(), content.as_str()), (Some("new\n"), "newer\n"));
    driver.send(Msg::FileSaved(generation, Saved::Written(content)));
    assert!(driver.judge().is_some(), "saving has the step judged");
    driver.judged(passed());
    assert_eq!(driver.notice(), Some("app-edit-saved"));
    driver.control('q');
    assert!(driver.model.editor.is_none(), "there is nothing left to save");
    assert_eq!(offer(&driver.model), Offer::Finish);
}

#[test]
fn solve_makes_edits_and_runs_tasks_in_their_order() {
    let mut driver = begun();
    driver.line("/solve");
    let making = |driver: &Driver| {
        let asked = driver.effects.iter().find_map(|effect| match effect {
            Effect::MakeEdit { generation, edit, .. } => Some((*generation, *edit)),
            _ => None,
        });
        asked.expect("an edit is made")
    };
    let (generation, edit) = making(&driver);
    assert_eq!(edit, 0);
    let old = driver.lesson().looking;
    driver.send(Msg::EditMade(generation, Ok(made(0, &[true, false]))));
    assert_eq!(driver.run(), Some("cat nginx/a.conf"));
    driver.send(Msg::Edits(old, vec![false; 2]));
    assert_eq!(driver.lesson().edits, [true, false], "a look from before says nothing any more");
    driver.print("listen 81;\r\n");
    driver.end(Outcome::Exited(0));
    let (generation, edit) = making(&driver);
    assert_eq!(edit, 1);
    driver.send(Msg::EditMade(generation, Ok(made(1, &[true; 2]))));
    assert!(!driver.lesson().solving);
    assert_eq!(driver.lesson().edits, [true, true]);
    assert!(driver.lesson().judging || driver.lesson().judge_again);
}

/// What counts as made may be what is in the way: the goals of a file may hold although it says nonsense.
#[test]
fn solve_makes_the_edits_anew_where_all_has_run_in_vain() {
    let mut driver = begun();
    driver.send(Msg::Edits(driver.lesson().looking, vec![true; 2]));
    driver.enter();
    driver.print("listen 81;\r\n");
    driver.end(Outcome::Exited(0));
    driver.judged(StepResult { verdict: Verdict::Failed(vec![phrase("app-busy")]), ..passed() });
    assert_eq!(offer(&driver.model), Offer::Check);
    driver.line("/solve");
    let asked = driver.effects.iter().any(|effect| matches!(effect, Effect::MakeEdit { edit: 0, .. }));
    assert!(asked && driver.lesson().edits == [false, false], "{:?}", driver.effects);
}

#[test]
fn what_has_been_made_is_seen_from_the_files() {
    let mut driver = begun();
    driver.line("/solve");
    let generation = driver.lesson().making.unwrap();
    // The other one has been made as well.
    driver.send(Msg::EditMade(generation, Ok(made(0, &[false, true]))));
    assert_eq!(
        driver.lesson().edits,
        [true, true],
        "what was made for the learner counts, whatever it looks like"
    );
}

#[test]
fn a_file_that_was_written_anew_is_told_and_commands_run_with_it() {
    let mut driver = begun();
    driver.send(Msg::Edits(driver.lesson().looking, vec![true, false]));
    driver.enter();
    driver.print("listen 81;\r\n");
    driver.end(Outcome::Exited(0));
    assert!(driver.lesson().tasks[0].run.is_some());
    driver.line("/solve");
    let generation = driver.lesson().making.unwrap();
    let kept = Some(("nginx/a.conf".to_owned(), "nginx/a.conf.kept-1".to_owned()));
    driver.send(Msg::EditMade(generation, Ok(Made { kept, ..made(0, &[true, false]) })));
    assert_eq!((driver.notice(), driver.run()), (Some("app-edit-anew"), Some("cat nginx/a.conf")));
}

#[test]
fn an_edit_that_cannot_be_made_ends_solving_and_says_why() {
    let mut driver = begun();
    driver.line("/solve");
    let generation = driver.lesson().making.unwrap();
    driver.send(Msg::EditMade(generation, Err(phrase("session-edit-fails"))));
    assert_eq!(driver.notice(), Some("session-edit-fails"));
    assert!(!driver.lesson().solving && driver.run().is_none());
}
