//! What is told line by line.

use std::sync::Arc;

use super::stage::{begun, container, langs, lesson, look, snapshot as engine_with, stopped};
use super::{Lang, NARROW};
use crate::app::{Model, Pane, TaskState};
use crate::check::{StepResult, TaskRun, Verdict};
use crate::i18n::{Translator, phrase};
use crate::network::Network;
use crate::ui::plain::Narrator;

/// A narrator that has told all there is of a lesson's first step.
fn listening(lang: &Lang) -> (Model, Narrator) {
    let model = begun(lang, NARROW);
    let mut narrator = Narrator::new(None);
    narrator.tell(&model, &look(lang));
    narrator.take();
    (model, narrator)
}

/// A line is read and judged; gives what is told then.
fn judged(model: &mut Model, narrator: &mut Narrator, result: &StepResult) -> String {
    let look = look(&model.lang);
    narrator.read("", false);
    for judging in [true, false] {
        let lesson = lesson(model);
        lesson.judging = judging;
        lesson.judgement += 1;
        lesson.result = result.clone();
        narrator.tell(model, &look);
    }
    narrator.take()
}

#[test]
fn what_is_said_to_be_checked_comes_out() {
    for lang in langs() {
        let (mut model, mut narrator) = listening(&lang);
        let say = |key| Translator::new(&lang).say(&phrase(key));
        let result = StepResult::default();
        let told = judged(&mut model, &mut narrator, &result);
        assert!(told.contains(&say("plain-judging")) && told.contains(&say("ui-verdict-not-run")), "{told}");
        let lesson_model = lesson(&mut model);
        let done = TaskRun { exit: Some(0), ..TaskRun::default() };
        lesson_model.tasks[0] = TaskState { run: Some(done), ..TaskState::default() };
        lesson_model.task = 1;
        for _ in 0..2 {
            let told = judged(&mut model, &mut narrator, &result);
            assert!(told.contains(&say("ui-verdict-under-way")), "{told}");
        }
        // Nothing was read, and nothing is another than before.
        lesson(&mut model).judgement += 1;
        narrator.tell(&model, &look(&lang));
        assert_eq!(narrator.take(), "");
        let failed =
            StepResult { verdict: Verdict::Failed(vec![phrase("app-busy")]), ..StepResult::default() };
        let told = judged(&mut model, &mut narrator, &failed);
        assert_eq!(told.matches(&say("ui-verdict-failed")).count(), 1, "{told}");
    }
}

#[test]
fn networks_and_their_containers_are_told_apart() {
    for lang in langs() {
        let (mut model, mut narrator) = listening(&lang);
        let mut now = engine_with(&[container("alpine_01", 2), stopped(container("stranger", 9))]);
        let empty = Network { id: "n9".to_owned(), name: "empty".to_owned(), ..Network::default() };
        now.networks.insert(empty.id.clone(), empty);
        let gone = engine_with(&[container("alpine_01", 2), container("alpine_02", 3)]);
        lesson(&mut model).baseline = Some(Arc::new(gone));
        model.snapshot = Some(Arc::new(now));
        model.asked = Some(Pane::Network);
        narrator.tell(&model, &look(&lang));
        let told = narrator.take();
        insta::assert_snapshot!(format!("plain_network_{lang}"), told);
    }
}
