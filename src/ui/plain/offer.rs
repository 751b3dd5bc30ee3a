//! What Enter does now, told when the program waits for the learner.

use super::Narrator;
use crate::app::offer::{Offer, current_step, offer};
use crate::app::{Front, Model, Screen, questions};
use crate::i18n::{Phrase, phrase};
use crate::ui::Look;

/// Stands where a line is to be typed.
const PROMPT: &str = "> ";

impl Narrator {
    /// What Enter does now, if that is another than before or something was read; and a prompt.
    pub(super) fn offer(&mut self, model: &Model, look: &Look) {
        if !Self::is_settled(model) || !self.is_there(model) {
            return;
        }
        let now = offer(model);
        let begun = !model.prompt.text.is_empty();
        let changed = self.told.offer.as_ref() != Some(&now);
        // What is in the way is told once: whoever presses Enter is told again.
        let news = match &now {
            Offer::Blocked(reason) => changed && !self.told.obstacles.contains(reason),
            _ => self.answering || changed,
        };
        if news && !begun && model.confirm.is_none() {
            self.page.part();
            for said in meaning(model, &now) {
                self.page.say(&look.say(&said));
            }
        }
        self.answering = false;
        self.told.offer = Some(now);
        if model.front == (Front::Lines { typed: true }) {
            self.page.prompt(PROMPT);
        }
    }
}

fn meaning(model: &Model, offer: &Offer) -> Vec<Phrase> {
    let mut out = Vec::new();
    if let Screen::Lesson(lesson) = &model.screen {
        let step = current_step(model, lesson);
        let asks = questions::standings(model, lesson)
            .iter()
            .position(|standing| standing.open && standing.predicted.is_none());
        let last = asks.and_then(|asked| Some(step?.questions.get(asked)?.options));
        out.extend(last.map(|last| phrase("plain-question").with("last", last)));
        if *offer == Offer::Check && step.is_some_and(|step| step.challenge) {
            out.push(phrase("ui-challenge-judged"));
        }
    }
    out.extend(match offer {
        Offer::Open(index) => Some(phrase("plain-offer-open").with("number", index + 1)),
        Offer::Run { line, .. } | Offer::Edit { line, .. } => {
            Some(phrase("plain-offer-run").with("line", line.as_str()))
        }
        Offer::Waiting { missing } => Some(phrase("app-waiting-values").with("names", missing.join(", "))),
        Offer::Blocked(reason) => Some(reason.clone()),
        Offer::Check => Some(phrase("ui-enter-check")),
        Offer::Read => Some(phrase("ui-enter-read")),
        Offer::Next => Some(phrase("ui-enter-next")),
        Offer::Finish => Some(phrase("ui-enter-finish")),
        Offer::Judging | Offer::Nothing => None,
    });
    out
}
