//! Completion at the prompt: slash commands while they are typed, everything else with Tab; what is typed then narrows what
//! is offered.

use std::ops::Range;

use super::say;
use crate::app::commands::{Action, find, starting_with};
use crate::app::prompt::{Candidate, Completion};
use crate::app::{Model, Scheme, Screen, Tone, glossary, outline};
use crate::i18n::phrase;
use crate::network::{Container, ContainerState, Network, Snapshot};
use crate::shell::{self, Known, Names};
use crate::text;

/// After the text has changed: slash commands are offered by themselves, anything else no more.
pub(super) fn refresh(model: &mut Model) {
    model.prompt.completion = slash(model);
}

/// After something was typed or taken away: what is offered is narrowed to what fits now. What was chosen stays chosen
/// while it is among that.
pub(super) fn narrow(model: &mut Model) {
    let Some(before) = model.prompt.completion.take() else { return refresh(model) };
    let Some(mut found) = slash(model).or_else(|| same_word(model, &before)) else { return };
    let chosen = before.selected.and_then(|selected| before.candidates.get(selected));
    found.selected =
        chosen.and_then(|chosen| found.candidates.iter().position(|one| one.text == chosen.text));
    model.prompt.completion = Some(found);
}

/// What the word that was completed may still become: nothing once it has been left behind, or is whole.
fn same_word(model: &mut Model, before: &Completion) -> Option<Completion> {
    if model.prompt.text.is_empty() {
        return None;
    }
    let found = shell_words(model)?;
    let is_whole = matches!(found.candidates.as_slice(), [only] if only.text == found.typed);
    (found.range.start == before.range.start && !is_whole).then_some(found)
}

/// Esc: nothing is offered any more, and what was typed stands there again; whether anything was offered.
pub(super) fn close(model: &mut Model) -> bool {
    let Some(completion) = model.prompt.completion.take() else { return false };
    put(model, completion.range, &completion.typed);
    true
}

/// Puts a text in the place of a part of the prompt's, unless it stands there already: then there is nothing to undo.
fn put(model: &mut Model, range: Range<usize>, text: &str) {
    if model.prompt.text.get(range.clone()).is_some_and(|stands| stands != text) {
        model.prompt.replace(range, text);
    }
}

/// These candidates for a part of what was typed; none where there are none.
fn offered(model: &Model, range: Range<usize>, candidates: Vec<Candidate>) -> Option<Completion> {
    let typed = model.prompt.text.get(range.clone()).unwrap_or_default().to_owned();
    (!candidates.is_empty()).then_some(Completion { range, typed, candidates, selected: None })
}

/// The slash commands that what was typed may become.
fn slash(model: &Model) -> Option<Completion> {
    let typed = text::fold(&model.prompt.text);
    let name = typed.strip_prefix('/')?;
    if let Some((name, _)) = name.split_once(char::is_whitespace) {
        return argument(model, find(name)?.action);
    }
    let candidates: Vec<Candidate> = starting_with(name)
        .filter(|command| command.is_offered(model))
        .map(|command| Candidate {
            whole: true,
            ..Candidate::of(format!("/{}", command.name), command.about())
        })
        .collect();
    offered(model, 0..model.prompt.text.len(), candidates)
}

/// What may follow a slash command, where something is known that may.
fn argument(model: &Model, action: Action) -> Option<Completion> {
    let typed = &model.prompt.text;
    let after = typed.find(char::is_whitespace)?;
    let start = typed.len() - typed[after..].trim_start().len();
    let wanted = text::fold(&typed[start..]).to_lowercase();
    let candidates = match action {
        Action::Word => words(model, &wanted),
        Action::Goto => steps(model, &wanted),
        Action::Network => sights(model, &wanted),
        Action::Theme => themes(&wanted),
        _ => Vec::new(),
    };
    offered(model, start..typed.len(), candidates)
}

/// The words of the glossary that what was typed after `/word` may become.
fn words(model: &Model, wanted: &str) -> Vec<Candidate> {
    glossary::beginning(model, wanted)
        .into_iter()
        .map(|(term, id)| Candidate::of(term, phrase("app-word-id").with("id", id)))
        .collect()
}

/// The colours whose name begins with what was typed after `/theme`.
fn themes(wanted: &str) -> Vec<Candidate> {
    (Scheme::ALL.into_iter())
        .filter(|scheme| scheme.name().starts_with(wanted))
        .map(|scheme| Candidate::of(scheme.name(), scheme.about()))
        .collect()
}

/// The steps whose title, or a word of it, begins with what was typed after `/goto`; those that are done are marked.
fn steps(model: &Model, wanted: &str) -> Vec<Candidate> {
    let Screen::Lesson(lesson) = &model.screen else { return Vec::new() };
    let fits = |title: &str| title.to_lowercase().contains(wanted);
    outline::headings(model, lesson)
        .into_iter()
        .enumerate()
        .filter(|(_, heading)| fits(&heading.title))
        .map(|(index, heading)| {
            let key = if heading.done { "app-step-done" } else { "app-step-open" };
            Candidate::of(heading.title, phrase(key).with("number", index + 1))
        })
        .collect()
}

/// What `/network` may be followed by: whose things, or the name of one.
fn sights(model: &Model, wanted: &str) -> Vec<Candidate> {
    let names = names(model);
    let scopes = [("all", "panes-candidate-all"), ("lesson", "panes-candidate-lesson")];
    scopes
        .into_iter()
        .map(|(scope, about)| (scope.to_owned(), about))
        .chain(names.containers.into_iter().map(|(name, _)| (name, "panes-candidate-container")))
        .chain(names.networks.into_iter().map(|known| (known.name, "panes-candidate-network")))
        .filter(|(name, _)| name.to_lowercase().starts_with(wanted))
        .map(|(text, about)| Candidate::of(text, phrase(about)))
        .collect()
}

/// Tab: one candidate is put in, several are offered and gone through; where there is none, that is said.
pub(super) fn tab(model: &mut Model, backwards: bool) {
    let offered = model.prompt.completion.take();
    let fresh = offered.is_none();
    let Some(completion) = offered.or_else(|| shell_words(model)) else { return say_nothing(model) };
    if completion.selected.is_some() {
        model.prompt.completion = Some(completion);
        step(model, backwards);
        return;
    }
    if let [only] = completion.candidates.as_slice() {
        // A blank goes on to the next word, once there is nothing left to choose.
        let blank = if only.whole { " " } else { "" };
        model.prompt.replace(completion.range, &format!("{}{blank}", only.text));
        return;
    }
    let common = common_prefix(&completion.candidates);
    let typed = model.prompt.text.get(completion.range.clone()).unwrap_or_default();
    if common.len() > typed.len() && common.starts_with(text::fold(typed).as_ref()) {
        let range = completion.range.start..completion.range.start + common.len();
        model.prompt.replace(completion.range, &common);
        model.prompt.completion = Some(Completion { range, ..completion });
    } else {
        model.prompt.completion = Some(completion);
        if !fresh {
            step(model, backwards);
        }
    }
}

/// Moves among the candidates offered, around at the ends, and puts the one under the cursor in; whether
/// there were any.
pub(super) fn step(model: &mut Model, up: bool) -> bool {
    let Some(completion) = &mut model.prompt.completion else { return false };
    let count = completion.candidates.len();
    if count == 0 {
        return false;
    }
    let next = match completion.selected {
        None if up => count - 1,
        None => 0,
        Some(now) if up => (now + count - 1) % count,
        Some(now) => (now + 1) % count,
    };
    completion.selected = Some(next);
    let text = completion.candidates[next].text.clone();
    let range = completion.range.clone();
    completion.range = range.start..range.start + text.len();
    model.prompt.replace(range, &text);
    true
}

/// Enter while candidates are offered: a chosen one is taken, and that is all; whether Enter goes on to do
/// what it does. A slash command that was chosen is meant to run.
pub(super) fn accept(model: &mut Model) -> bool {
    let Some(Completion { range, candidates, selected: Some(chosen), .. }) = model.prompt.completion.take()
    else {
        return true;
    };
    if let Some(chosen) = candidates.get(chosen) {
        // Part of it may have been taken away again.
        put(model, range, &chosen.text);
    }
    model.prompt.text.starts_with('/')
}

/// There is nothing to complete: in terms of what was looked for, where anything is known of what there is.
fn say_nothing(model: &mut Model) {
    let names = model.snapshot.is_some().then(|| names(model));
    let said = shell::nothing(&model.prompt.text, model.prompt.cursor, names.as_ref());
    say(model, Tone::Info, said);
}

/// What the word at the cursor may become: verbs, flags, containers, networks, images, files.
fn shell_words(model: &mut Model) -> Option<Completion> {
    fold(model);
    let found = shell::complete(&model.prompt.text, model.prompt.cursor, &names(model))?;
    let candidates = (found.candidates.into_iter()).map(|candidate| Candidate {
        text: candidate.text,
        about: candidate.describe,
        whole: candidate.whole,
    });
    offered(model, found.span, candidates.collect())
}

/// The names that there are now on the engine and in the workspace.
fn names(model: &Model) -> Names {
    let mut names = Names { files: model.files.clone(), ..Names::default() };
    if let Some(snapshot) = &model.snapshot {
        let runs = |container: &Container| container.state == ContainerState::Running;
        names.containers =
            snapshot.containers.values().map(|container| (container.name.clone(), runs(container))).collect();
        names.networks = snapshot.networks.values().map(|network| known_network(snapshot, network)).collect();
        names.images = snapshot.images.iter().map(|image| known_image(snapshot, image)).collect();
        names.containers.sort();
        names.networks.sort_by(|a, b| a.name.cmp(&b.name));
        names.images.sort_by(|a, b| a.name.cmp(&b.name));
    }
    names
}

/// A network, with its subnet and how many containers are on it.
fn known_network(snapshot: &Snapshot, network: &Network) -> Known {
    let is_on = |container: &&Container| container.endpoints.iter().any(|at| at.network == network.name);
    let count = snapshot.containers.values().filter(is_on).count();
    let about = match (network.driver.as_str(), network.subnets.first()) {
        ("host", _) => phrase("shell-about-host"),
        ("null", _) => phrase("shell-about-none"),
        (_, Some(subnet)) => {
            phrase("shell-about-subnet").with("subnet", subnet.as_str()).with("count", count)
        }
        (_, None) => phrase("shell-about-network").with("count", count),
    };
    Known { name: network.name.clone(), about }
}

/// An image, with how many containers were made from it.
fn known_image(snapshot: &Snapshot, image: &str) -> Known {
    let name = familiar(image);
    let count = snapshot.containers.values().filter(|container| familiar(&container.image) == name).count();
    Known { about: phrase("shell-about-image").with("count", count), name }
}

/// An image's name as people write it: without `:latest`.
fn familiar(image: &str) -> String {
    let image = image.strip_prefix("docker.io/").unwrap_or(image);
    let image = image.strip_prefix("library/").unwrap_or(image);
    image.strip_suffix(":latest").unwrap_or(image).to_owned()
}

/// Full-width letters in the prompt become what they will be when the line runs.
fn fold(model: &mut Model) {
    let prompt = &mut model.prompt;
    let folded = text::fold(&prompt.text).into_owned();
    if folded != prompt.text {
        let cursor = text::fold(&prompt.text[..prompt.cursor]).len();
        prompt.replace(0..prompt.text.len(), &folded);
        prompt.place(cursor);
    }
}

fn common_prefix(candidates: &[Candidate]) -> String {
    let mut texts = candidates.iter().map(|candidate| candidate.text.as_str());
    let first = texts.next().unwrap_or_default();
    let length = texts.fold(first.len(), |length, text| {
        first
            .char_indices()
            .zip(text.chars())
            .find(|((_, one), other)| one != other)
            .map_or_else(|| length.min(text.len()).min(first.len()), |((at, _), _)| length.min(at))
    });
    first[..length].to_owned()
}
