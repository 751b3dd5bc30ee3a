//! What only `BuildKit` knows in a Dockerfile: the classic builder's own words about it mislead.

use parse_dockerfile::{Command, Dockerfile, Flag, Instruction, RunInstruction, Source, Span};

/// The first construct of the Dockerfile that only `BuildKit` builds: the number of its line, and the construct as
/// it is written. None where there is none, and where the engine is better asked what is wrong.
pub fn newer(text: &str) -> Option<(usize, String)> {
    let parsed = parse_dockerfile::parse(text).ok()?;
    let (span, construct) = first(&parsed)?;
    Some((text[..span.start.min(text.len())].matches('\n').count() + 1, construct))
}

fn first(parsed: &Dockerfile<'_>) -> Option<(Span, String)> {
    parsed.instructions.iter().find_map(of)
}

fn of(instruction: &Instruction<'_>) -> Option<(Span, String)> {
    match instruction {
        Instruction::Run(run) => of_run(run),
        Instruction::Copy(copy) => flag("COPY", &copy.options, &["link", "chmod", "parents", "exclude"])
            .or_else(|| heredoc("COPY", &copy.src)),
        Instruction::Add(add) => {
            flag("ADD", &add.options, &["link", "chmod", "checksum", "keep-git-dir", "exclude", "unpack"])
                .or_else(|| heredoc("ADD", &add.src))
        }
        Instruction::Onbuild(on) => of(&on.instruction),
        _ => None,
    }
}

fn of_run(run: &RunInstruction<'_>) -> Option<(Span, String)> {
    let here = || {
        let doc = run.here_docs.first()?;
        let start = match &run.arguments {
            Command::Shell(shell) => shell.span.start,
            Command::Exec(exec) => exec.span.start,
            _ => doc.span.start,
        };
        Some((start..doc.span.end, "RUN <<".to_owned()))
    };
    flag("RUN", &run.options, &["mount", "network", "security", "device"]).or_else(here)
}

/// The first of `flags` whose name is among `newer`.
fn flag(instruction: &str, flags: &[Flag<'_>], newer: &[&str]) -> Option<(Span, String)> {
    let flag = flags.iter().find(|flag| newer.contains(&flag.name.value.as_ref()))?;
    Some((flag.flag_span(), format!("{instruction} --{}", flag.name.value)))
}

fn heredoc(instruction: &str, sources: &[Source<'_>]) -> Option<(Span, String)> {
    sources.iter().find_map(|source| match source {
        Source::HereDoc(doc) => Some((doc.span.clone(), format!("{instruction} <<"))),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_buildkit_knows_is_found_with_its_line() {
        let found = |text: &str| newer(text).map(|(line, construct)| format!("{line} {construct}"));
        let is = |text: &str, expected: &str| assert_eq!(found(text).as_deref(), Some(expected), "{text}");
        is("FROM alpine\n# a note\n\nRUN --mount=type=cache,target=/x \\\n  make\n", "4 RUN --mount");
        is("FROM alpine\nRUN true\nCOPY --link a /a\n", "3 COPY --link");
        is("FROM alpine\nADD --chmod=755 a /a\n", "2 ADD --chmod");
        is("FROM alpine\nRUN <<EOF\necho a\nEOF\n", "2 RUN <<");
        assert!(
            found("FROM alpine\nCOPY <<EOF /a\ntext\nEOF\n").is_some_and(|found| found.ends_with("COPY <<"))
        );
        is("FROM alpine\nONBUILD RUN --network=none true\n", "2 RUN --network");
    }

    #[test]
    fn what_the_classic_builder_knows_passes() {
        for text in [
            "FROM alpine\nRUN echo a | sort\nCOPY --from=x --chown=1:1 a /a\nCMD [\"sh\"]\n",
            "FROM --platform=linux/amd64 alpine AS base\nRUN make --mount=x\n",
            "# syntax=docker/dockerfile:1\nFROM alpine\n",
            "FOO\n",
            "",
            "RUN echo '<<EOF'",
        ] {
            assert_eq!(newer(text), None, "{text}");
        }
    }
}
