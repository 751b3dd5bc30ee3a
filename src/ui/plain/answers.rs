//! What was asked for with a slash command: help, reasons, words, and what stands in panes on a screen.

use super::page::Page;
use super::prose::Prose;
use super::{Narrator, check, step};
use crate::app::commands::COMMANDS;
use crate::app::links::{Target, links};
use crate::app::offer::{Solution, current_step};
use crate::app::outline::headings;
use crate::app::{List, Model, Overlay, Pane, Screen};
use crate::i18n::phrase;
use crate::lesson::{Block, Step, Values};
use crate::text::sanitize;
use crate::ui::overlay::{finished, help, why};
use crate::ui::panes::network;
use crate::ui::row::Thing;
use crate::ui::{Look, row};

impl Narrator {
    /// What lies over a screen.
    pub(super) fn overlay(&mut self, model: &Model, look: &Look) {
        if self.told.overlay == model.overlay {
            return;
        }
        self.told.overlay.clone_from(&model.overlay);
        let page = &mut self.page;
        match &model.overlay {
            // Notes are for whoever teaches, and colours to be seen, on the screen.
            None | Some(Overlay::Notes { .. } | Overlay::List { of: List::Themes | List::Jump, .. }) => {}
            Some(Overlay::List { of: List::Steps, .. }) => steps(page, model, look),
            Some(Overlay::List { of: List::Links(word), .. }) => {
                addresses(page, model, word.as_deref(), look);
            }
            Some(Overlay::Help { .. } | Overlay::Palette { .. }) => commands(page, look),
            Some(Overlay::Why { .. }) => {
                let reasons = why::reasons(model);
                if reasons.is_empty() {
                    page.say(&look.word(why::nothing(model)));
                } else {
                    page.say(&look.say(&phrase("plain-title").with("text", phrase("ui-why-title"))));
                    check::numbered(page, reasons.into_iter(), look);
                }
                if let Some(next) = why::next(model) {
                    page.say(&look.say(&next));
                }
            }
            Some(Overlay::Finished { .. }) => {
                for row in finished::content(model, look, usize::MAX) {
                    page.say(&row.runs.iter().map(|run| run.text.as_str()).collect::<String>());
                }
            }
            Some(Overlay::Word { id, .. }) => word(page, model, id.as_deref(), look),
        }
    }

    /// What stands in a pane on a screen.
    pub(super) fn asked(&mut self, model: &Model, look: &Look) {
        if self.told.asked == model.asked {
            return;
        }
        let Screen::Lesson(lesson) = &model.screen else { return };
        if model.asked == Some(Pane::Check) && lesson.judging {
            return;
        }
        self.told.asked = model.asked;
        match model.asked {
            Some(Pane::Lesson) => self.told.step = step::tell(&mut self.page, model, lesson, look),
            Some(Pane::Network) => {
                // Wide enough for everything to stand in one line, which the terminal may break.
                let rows = network::content(model, lesson, look, WIDE);
                self.page.say(&look.say(&phrase("plain-title").with("text", phrase("ui-pane-network"))));
                self.page.rows(rows.iter().map(|row| spoken(row, look)));
            }
            Some(Pane::Check) => {
                if let Some(step) = current_step(model, lesson) {
                    check::list(&mut self.page, step, lesson, look);
                }
                if let Some(next) = why::next(model) {
                    self.page.say(&look.say(&next));
                }
            }
            Some(Pane::Output) | None => {}
        }
    }
}

/// Columns in which no line of the network is cut or broken.
const WIDE: usize = 1_000;

/// Signs that only eyes need: words say the same.
const SIGNS: [char; 12] = ['●', '○', '✓', '✗', '▾', '▸', '+', '-', '~', '!', '?', ' '];

/// A row of a pane in words: what it is the first row of by its name, anything else as deep as it stands.
fn spoken(row: &row::Row, look: &Look) -> String {
    let text: String = row.runs.iter().map(|run| run.text.as_str()).collect();
    let words = text.split("  ").map(|word| word.trim_start_matches(SIGNS).trim_end());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let (key, indent) = match row.thing {
        Some(Thing::Network) => ("plain-network", 2),
        Some(Thing::EmptyNetwork) => ("plain-network-empty", 2),
        Some(Thing::EmptyNetworks) => return format!("  {}", words.join("  ")),
        Some(Thing::Container) => ("plain-container", 4),
        None => {
            // A heading stands less deep than what is below it.
            let is_before = |c: &char| SIGNS.contains(c) && !['▾', '▸'].contains(c);
            let indent = text.chars().take_while(is_before).count();
            return format!("{}{}", " ".repeat(indent), words.join("  ")).trim_end().to_owned();
        }
    };
    let said = look.say(&phrase(key).with("text", words.join(&look.word("ui-separator"))));
    format!("{}{said}", " ".repeat(indent))
}

/// The steps of the lesson, and how one is gone to.
fn steps(page: &mut Page, model: &Model, look: &Look) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    page.say(&look.say(&phrase("plain-title").with("text", phrase("ui-steps-title"))));
    for (index, heading) in headings(model, lesson).iter().enumerate() {
        let standing = if heading.done { "ui-verdict-passed" } else { "plain-open" };
        let said =
            phrase("plain-standing").with("text", heading.title.as_str()).with("standing", phrase(standing));
        page.item(&format!("{}. ", index + 1), &look.say(&said));
    }
    page.say(&look.word("plain-goto"));
}

/// The links of the text, each with what follows it.
fn addresses(page: &mut Page, model: &Model, word: Option<&str>, look: &Look) {
    page.say(&look.say(&phrase("plain-title").with("text", phrase("ui-links-title"))));
    for link in links(model, word) {
        let target = match link.target {
            Target::Word(id) => format!("/word {id}"),
            Target::Url(url) => url,
        };
        page.item("- ", &format!("{}: {target}", sanitize(&link.text)));
    }
}

/// What can be typed.
fn commands(page: &mut Page, look: &Look) {
    page.say(&look.word("plain-help"));
    page.say(&look.say(&phrase("plain-title").with("text", phrase("ui-help-commands"))));
    for command in COMMANDS.iter().filter(|command| !command.needs_screen && !command.teaching) {
        page.item("- ", &format!("{}: {}", help::name(command), look.say(&command.about())));
    }
    page.say(&look.word("ui-help-shell"));
}

fn word(page: &mut Page, model: &Model, id: Option<&str>, look: &Look) {
    let glossary = &model.course.glossary;
    match id.map(|id| glossary.word(&model.lang, id)) {
        None => {
            page.say(&look.word("plain-word-list"));
            for word in glossary.words_in(&model.lang) {
                page.item("- ", &format!("{}: {}", word.id, word.term));
            }
        }
        Some(Some(word)) => {
            page.say(&look.say(&phrase("plain-title").with("text", word.term.as_str())));
            let rows = entry(&word.text, look, page.cols());
            page.rows(rows);
        }
        Some(None) => page.say(&look.word("ui-word-untold")),
    }
}

/// A text that belongs to no step.
fn entry(blocks: &[Block], look: &Look, cols: usize) -> Vec<String> {
    let prose = Prose {
        look,
        values: &Values::default(),
        step: &Step::default(),
        hints: usize::MAX,
        passed: true,
        questions: &[],
        solution: Solution::None,
        hints_seen: std::cell::Cell::default(),
        solution_said: std::cell::Cell::default(),
        words: std::cell::RefCell::default(),
    };
    prose.blocks(blocks, cols)
}
