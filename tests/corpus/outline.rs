//! What was read, as text for a person.

use std::fmt::Write as _;

use netdojo::lesson::{Block, Expected, Inline, Lesson, Line, ListItem, Piece, Step};

/// The lesson in short.
pub fn of(lesson: &Lesson) -> String {
    let mut out = String::new();
    let needs: Vec<_> = lesson.needs.iter().map(|need| need.name()).collect();
    let _ = writeln!(
        out,
        "images {:?}, {} minutes, needs {needs:?}, ports {:?}",
        lesson.images, lesson.minutes, lesson.ports
    );
    for (name, source) in &lesson.values {
        let _ = writeln!(out, "value {name}: {source:?}");
    }
    for (path, content) in &lesson.workspace {
        let _ = writeln!(out, "file {path}: {} bytes", content.len());
    }
    for step in &lesson.steps {
        step_outline(step, &mut out);
    }
    for (lang, prose) in &lesson.prose {
        let _ = writeln!(out, "prose {lang}: {}", prose.title);
        blocks(&prose.intro, 1, &mut out);
        for step in &prose.steps {
            let _ = writeln!(out, "  ## {}", step.title);
            blocks(&step.blocks, 2, &mut out);
        }
    }
    out
}

fn step_outline(step: &Step, out: &mut String) {
    let _ = writeln!(out, "step {}{}", step.id, if step.is_reading() { " (to be read)" } else { "" });
    if step.challenge {
        let _ = writeln!(out, "  challenge");
    }
    for question in &step.questions {
        let _ = writeln!(
            out,
            "  question before tasks {:?}: {} of {}",
            question.tasks,
            question.right + 1,
            question.options
        );
    }
    if step.looks {
        let _ = writeln!(out, "  looks");
    }
    for need in &step.needs {
        let _ = writeln!(out, "  needs {}", need.name());
    }
    for task in &step.tasks {
        let _ = writeln!(out, "  $ {}", task.line);
        if task.edits_before > 0 {
            let _ = writeln!(out, "    after {} edit(s)", task.edits_before);
        }
        for (index, one) in task.expected.iter().enumerate() {
            expected(one, index, out);
        }
    }
    for edit in &step.edits {
        let _ = writeln!(out, "  edit {}: {:?}", edit.path, edit.diff);
    }
    for goal in &step.goals {
        let _ = writeln!(out, "  goal {}", compact(&format!("{goal:?}")));
    }
    for reach in &step.reaches {
        let _ = writeln!(out, "  reach {}", compact(&format!("{reach:?}")));
    }
}

/// A debug text without the fields that say nothing.
fn compact(debug: &str) -> String {
    let fields = ["absent: false", "None", "[]", "{}"];
    let body = debug.split_once(" { ").map_or(debug, |(_, body)| body.trim_end_matches(" }"));
    body.split(", ")
        .filter(|field| !fields.iter().any(|empty| field.ends_with(empty)))
        .collect::<Vec<_>>()
        .join(", ")
}

fn expected(expected: &Expected, index: usize, out: &mut String) {
    if index > 0 {
        let _ = writeln!(out, "    or");
    }
    for line in &expected.lines {
        let line = match line {
            Line::Any => "(any lines)".to_owned(),
            Line::Interrupt => "(interrupt)".to_owned(),
            Line::Text(pieces) => pieces.iter().map(piece).collect(),
        };
        let _ = writeln!(out, "    |{line}");
    }
    if expected.exit != 0 {
        let _ = writeln!(out, "    exit {}", expected.exit);
    }
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Literal(text) => text.clone(),
        Piece::Anything => "‹›".to_owned(),
        Piece::Value { kind, name: None } => format!("‹{}›", kind.name()),
        Piece::Value { kind, name: Some(name) } => format!("‹{} {name}›", kind.name()),
    }
}

fn blocks(blocks: &[Block], depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    for block in blocks {
        let _ = match block {
            Block::Paragraph(text) => writeln!(out, "{indent}{}", inlines(text)),
            Block::Heading(level, text) => writeln!(out, "{indent}heading {level}: {}", inlines(text)),
            Block::Code(language, text) => writeln!(out, "{indent}code {language:?}: {text:?}"),
            Block::Edit(index) => writeln!(out, "{indent}edit {index}"),
            Block::Question(index, choices) => {
                let _ = writeln!(out, "{indent}question {index}");
                for choice in choices {
                    let _ = writeln!(out, "{indent}  [{}]", inlines(&choice.text));
                    self::blocks(&choice.reason, depth + 2, out);
                }
                Ok(())
            }
            Block::Rule => writeln!(out, "{indent}rule"),
            Block::Notes(text) => writeln!(out, "{indent}notes: {text:?}"),
            Block::Console(commands) => {
                for command in commands {
                    let _ = writeln!(
                        out,
                        "{indent}task {}: {:?} {:?}",
                        command.task, command.comments, command.lines
                    );
                }
                Ok(())
            }
            Block::List { start, items } => {
                let _ = writeln!(out, "{indent}list from {start:?}");
                list(items, depth, out);
                Ok(())
            }
            Block::Table { head, rows } => {
                for row in std::iter::once(head).chain(rows) {
                    let cells: Vec<_> = row.iter().map(|cell| inlines(cell)).collect();
                    let _ = writeln!(out, "{indent}| {} |", cells.join(" | "));
                }
                Ok(())
            }
            Block::Alert(kind, inner) => {
                let _ = writeln!(out, "{indent}{}", kind.name());
                self::blocks(inner, depth + 1, out);
                Ok(())
            }
            Block::Quote(inner) => {
                let _ = writeln!(out, "{indent}quote");
                self::blocks(inner, depth + 1, out);
                Ok(())
            }
        };
    }
}

fn list(items: &[ListItem], depth: usize, out: &mut String) {
    for item in items {
        let mark = match item.checked {
            Some(true) => "[x]",
            Some(false) => "[ ]",
            None => "-",
        };
        let _ = writeln!(out, "{}{mark}", "  ".repeat(depth + 1));
        blocks(&item.blocks, depth + 2, out);
    }
}

fn inlines(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Break => "⏎".to_owned(),
            Inline::Text { text, style, link } => {
                let mut shown = text.clone();
                for (is, sign) in
                    [(style.code, "`"), (style.strong, "**"), (style.emphasis, "*"), (style.strike, "~~")]
                {
                    if is {
                        shown = format!("{sign}{shown}{sign}");
                    }
                }
                link.as_ref().map_or(shown.clone(), |to| format!("{shown}→{to}"))
            }
        })
        .collect()
}
