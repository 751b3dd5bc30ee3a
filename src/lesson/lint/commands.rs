//! Commands: each must be one that the prompt can run, with images that are there when the lesson starts.

use std::ops::Range;

use super::Draft;
use crate::i18n::{Phrase, phrase};
use crate::lesson::console::Command;
use crate::lesson::parse::Leaf;
use crate::lesson::value::named;
use crate::lesson::{Need, Problem, Subject};
use crate::shell::docker::Invocation;
use crate::shell::{self, Builtin, Script, ShellError};

/// The commands are the same in every language, so those of the first are looked at.
pub(super) fn check(draft: &Draft) -> Vec<Problem> {
    let Some(leaf) = draft.prose.values().next() else { return Vec::new() };
    let mut problems = Vec::new();
    for section in &leaf.document.sections {
        let own =
            draft.key.steps.get(&section.id).map(|step| step.value.needs.as_slice()).unwrap_or_default();
        let needs = [draft.key.needs.as_slice(), own].concat();
        for (command, _) in &section.tasks {
            // A value may stand where an address does.
            match shell::parse(&with_samples(&command.line)) {
                Ok(script) if draft.key.legible => {
                    problems.extend(look_at(&script, command, leaf, draft, &needs));
                }
                Ok(_) => {}
                Err(error) => problems.extend(refused(error, command, leaf)),
            }
        }
    }
    problems
}

/// What cannot be run, but for what docker refuses as the lesson says that it does.
fn refused(error: ShellError, command: &Command, leaf: &Leaf) -> Option<Problem> {
    let whole = command.span.clone();
    let (reason, span) = match error {
        ShellError::Docker { code, .. } if code != 0 && code == command.output.expected.exit => return None,
        ShellError::Docker { message, .. } => {
            (message.lines().next().unwrap_or_default().to_owned().into(), whole)
        }
        ShellError::Line { phrase, span, .. } => (phrase.into(), within(command, &span).unwrap_or(whole)),
        // The prose's own problem, where there is nothing at all.
        ShellError::Empty if command.line.is_empty() => return None,
        ShellError::Empty => (phrase("lesson-command-empty").into(), whole),
    };
    let what = Phrase { key: "lesson-command-refused", args: vec![("reason", reason)] };
    Some(leaf.source().problem(span, what).help("lesson-command-refused-help"))
}

/// A place in the line as a place in the file; only where the line stands there as it is.
fn within(command: &Command, span: &Range<usize>) -> Option<Range<usize>> {
    let as_written = command.lines.len() == 1 && named(&command.line).is_empty();
    as_written.then(|| command.span.start + span.start..command.span.start + span.end)
}

fn look_at(script: &Script, command: &Command, leaf: &Leaf, draft: &Draft, needs: &[Need]) -> Vec<Problem> {
    let invocation = match &script.command {
        shell::Command::Docker(invocation) => invocation,
        shell::Command::Builtin(Builtin::Edit(_)) => {
            let problem = leaf.source().problem(command.span.clone(), phrase("lesson-edit-as-command"));
            return vec![problem.help("lesson-edit-as-command-help")];
        }
        shell::Command::Builtin(_) => return Vec::new(),
    };
    let mut problems = Vec::new();
    let image = match invocation.as_ref() {
        Invocation::Run(run) | Invocation::Create(run) => {
            for (used, need) in [
                (!run.links.is_empty(), Need::Links),
                (run.networks.iter().any(|network| network == "host"), Need::HostNetwork),
            ] {
                if used && !needs.contains(&need) {
                    let what = phrase("lesson-need-unsaid").with("need", need.name());
                    let problem = leaf.source().problem(command.span.clone(), what);
                    problems.push(problem.help("lesson-need-unsaid-help"));
                }
            }
            &run.image
        }
        Invocation::Pull(pull) => &pull.image,
        _ => return problems,
    };
    if !is_there(image, draft) {
        let span = place_of(image, command, leaf);
        let what = phrase("lesson-image-unlisted").with("image", image.as_str());
        problems.push(leaf.source().problem(span, what).help("lesson-image-unlisted-help"));
    }
    problems
}

/// Whether the lesson brings the image along, or makes it and says so with a goal.
fn is_there(image: &str, draft: &Draft) -> bool {
    let listed = draft.key.images.iter().any(|listed| tagged(&listed.value) == tagged(image));
    let made = draft.key.steps.values().flat_map(|step| &step.value.goals).any(
        |goal| matches!(&goal.subject, Subject::Image(made) if !goal.absent && tagged(made) == tagged(image)),
    );
    listed || made
}

/// An image's name with the tag that docker assumes.
fn tagged(image: &str) -> String {
    let name = image.rsplit('/').next().unwrap_or(image);
    if name.contains([':', '@']) { image.to_owned() } else { format!("{image}:latest") }
}

/// Where a word of a command stands, or the command where it is not found.
fn place_of(word: &str, command: &Command, leaf: &Leaf) -> Range<usize> {
    let text = &leaf.text[command.span.clone()];
    text.rmatch_indices(word)
        .map(|(at, _)| command.span.start + at..command.span.start + at + word.len())
        .next()
        .unwrap_or(command.span.clone())
}

/// The line with an address in place of each value.
fn with_samples(line: &str) -> String {
    let mut filled = line.to_owned();
    for (_, _, span) in named(line).into_iter().rev() {
        filled.replace_range(span, "192.0.2.1");
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_that_docker_assumes() {
        assert_eq!(tagged("alpine"), "alpine:latest");
        assert_eq!(tagged("localhost:5000/alpine"), "localhost:5000/alpine:latest");
        assert_eq!(tagged("tomcat:9.0"), "tomcat:9.0");
        assert_eq!(tagged("alpine@sha256:00"), "alpine@sha256:00");
    }

    #[test]
    fn samples_stand_for_values() {
        assert_eq!(with_samples("ping [IP:a] [IP:b] [N]"), "ping 192.0.2.1 192.0.2.1 [N]");
    }
}
