//! The built-in editor on the whole screen: title, numbered lines, what is said or asked, keys.

use ratatui::buffer::Buffer as Cells;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::code::{Language, pieces};
use super::row::{Row, Run, apart, cut, rows};
use super::{Look, paint, verdict, within};
use crate::app::editor::columns;
use crate::app::editor::{Editor, Mode};
use crate::app::{Model, layout};
use crate::i18n::phrase;
use crate::text::{Span, sanitize, width};

/// Keys, as they are written on keyboards, and what they do: what matters most comes first.
const KEYS: [(&str, &str); 6] = [
    ("Ctrl-S", "ui-editor-save"),
    ("Ctrl-Q", "ui-editor-leave"),
    ("F1", "ui-editor-help"),
    ("Ctrl-F", "ui-editor-find"),
    ("Ctrl-Z", "ui-editor-undo"),
    ("Ctrl-Y", "ui-editor-redo"),
];

/// Draws the editor; gives where the cursor is.
pub(super) fn draw(buffer: &mut Cells, model: &Model, editor: &Editor, look: &Look) -> Option<Position> {
    let areas = layout::editor(model.size);
    paint::clear(buffer, Rect::new(0, 0, model.size.0, model.size.1), look.theme.base);
    title(buffer, areas.title, editor, look);
    text(buffer, areas.text, editor, look);
    let above = keys(buffer, model, editor, look);
    let asked = message(buffer, above, model, editor, look);
    match editor.mode {
        Mode::Edit => cursor(areas.text, editor),
        Mode::Search { .. } => asked,
        Mode::AskUnsaved | Mode::AskChanged => None,
    }
}

fn title(buffer: &mut Cells, area: Rect, editor: &Editor, look: &Look) {
    let theme = &look.theme;
    let state = match (editor.saving.is_some(), editor.is_changed(), editor.is_new()) {
        (true, ..) => "ui-editor-saving",
        (_, _, true) => "ui-editor-new",
        (_, true, _) => "ui-editor-changed",
        _ => "ui-editor-unchanged",
    };
    let brand = Span::new(" netdojo ", theme.brand);
    let path = Span::new(format!(" {} ", sanitize(&editor.path)), theme.strong);
    let state_style = if editor.is_changed() { theme.warning } else { theme.dim };
    let state = Span::new(format!(" {}", look.word(state)), state_style);
    let place = phrase("ui-editor-place")
        .with("line", editor.buffer.line() + 1)
        .with("count", editor.buffer.lines())
        .with("column", editor.buffer.cursor_column() + 1);
    let right = vec![Span::new(format!("{} ", look.say(&place)), Style::new())];
    let cols = usize::from(area.width);
    let fits = |left: &[Run]| Row::from([left, &right].concat()).width() < cols;
    // What there is no room for goes whole: the program's name, then the place.
    let named = vec![brand, path.clone(), state.clone()];
    let mut row = if fits(&named) {
        apart(named, right, cols)
    } else {
        let left = vec![path, state];
        if fits(&left) { apart(left, right, cols) } else { Row::from(cut(left, cols)) }
    };
    row.fill = Some(theme.bar);
    paint::row(buffer, area, &row);
}

/// The lines in sight, each with its number.
fn text(buffer: &mut Cells, area: Rect, editor: &Editor, look: &Look) {
    let theme = &look.theme;
    let gutter = usize::from(editor.gutter());
    let cols = usize::from(area.width).saturating_sub(gutter);
    let current = editor.buffer.line();
    let found = found(editor);
    let language = Language::of_path(&editor.path);
    let lines = editor.buffer.lines_from(editor.top).take(usize::from(area.height));
    let rows: Vec<Row> = lines
        .enumerate()
        .map(|(index, (start, line))| {
            let number = editor.top + index;
            let style = if number == current { theme.accent } else { theme.dim };
            let mut runs = vec![Span::new(format!("{:>1$} ", number + 1, gutter - 1), style)];
            let marked = found
                .as_ref()
                .map(|found| found.start.saturating_sub(start)..found.end.saturating_sub(start));
            runs.extend(shown((line, language), editor.left, cols, marked.as_ref(), look));
            Row::from(runs)
        })
        .collect();
    paint::rows(buffer, area, &rows);
}

/// What the search has found, in bytes.
fn found(editor: &Editor) -> Option<std::ops::Range<usize>> {
    let Mode::Search { failed: false, .. } = editor.mode else { return None };
    let start = editor.buffer.cursor();
    (!editor.query.is_empty()).then(|| start..start + editor.query.len())
}

/// The part of a line that is in sight, `marked` bytes of it marked; what is cut off leaves a sign.
fn shown(
    (line, language): (&str, Option<Language>),
    left: usize,
    cols: usize,
    marked: Option<&std::ops::Range<usize>>,
    look: &Look,
) -> Vec<Run> {
    let total = columns::column(line, line.len());
    let mut pieces = pieces(language, line, Style::new(), &look.theme).into_iter().peekable();
    let goes_on = total > left + cols;
    // A line that goes on beyond an edge has a sign there.
    let (first, last) = (left + usize::from(left > 0), left + cols - usize::from(goes_on && cols > 0));
    let mut runs: Vec<Run> = Vec::new();
    let mut push = |text: &str, style: Style| match runs.last_mut() {
        Some(run) if run.style == style => run.text.push_str(text),
        _ => runs.push(Span::new(text, style)),
    };
    if left > 0 && total > 0 {
        push("‹", look.theme.dim);
    }
    let mut at_column = first;
    for cell in columns::cells(line) {
        let end = cell.column + cell.cols;
        if end <= first {
            continue;
        }
        if end > last {
            break;
        }
        let style = match marked {
            Some(marked) if marked.contains(&cell.at) => look.theme.selected,
            _ => {
                while pieces.next_if(|(span, _)| span.end <= cell.at).is_some() {}
                pieces.peek().map_or(Style::new(), |(_, style)| *style)
            }
        };
        // The right part of a character that is cut off cannot be drawn.
        if cell.column < first {
            push(&" ".repeat(end - first), style);
        } else {
            push(&cell.text, style);
        }
        at_column = end;
    }
    if goes_on {
        push(&" ".repeat(last.saturating_sub(at_column)), Style::new());
        push("›", look.theme.dim);
    }
    runs
}

fn cursor(area: Rect, editor: &Editor) -> Option<Position> {
    let row = editor.buffer.line().checked_sub(editor.top)?;
    let column = editor.buffer.cursor_column().checked_sub(editor.left)?;
    let x = area.x + editor.gutter() + u16::try_from(column).ok()?;
    within(area, x, area.y.checked_add(u16::try_from(row).ok()?)?)
}

/// What is asked, searched for or said, above the keys; gives where what is searched for is typed. What needs more rows
/// lies over the text.
fn message(buffer: &mut Cells, above: u16, model: &Model, editor: &Editor, look: &Look) -> Option<Position> {
    let theme = &look.theme;
    let (runs, typed) = match editor.mode {
        Mode::Search { failed, .. } => {
            let key = if failed { "ui-editor-not-found" } else { "ui-editor-search" };
            let label = format!("{} ", look.word(key));
            let query = sanitize(&editor.query).into_owned();
            let columns = 1 + width(&label) + width(&query);
            let style = if failed { theme.bad } else { theme.accent };
            (vec![Span::new(label, style), Span::new(query, theme.strong)], Some(columns))
        }
        Mode::AskUnsaved => (vec![Span::new(look.word("ui-editor-ask-unsaved"), theme.warning)], None),
        Mode::AskChanged => (vec![Span::new(look.word("ui-editor-ask-changed"), theme.warning)], None),
        Mode::Edit => (model.notice.iter().map(|notice| verdict::message(notice, look)).collect(), None),
    };
    let area = foot(buffer, above, model, &rows(&runs, cols(model)), look.theme.base);
    let x = area.x.saturating_add(u16::try_from(typed?).unwrap_or(u16::MAX));
    within(area, x.min(area.right().saturating_sub(1)), area.y)
}

/// What the keys do now; gives the row where they begin.
fn keys(buffer: &mut Cells, model: &Model, editor: &Editor, look: &Look) -> u16 {
    let theme = &look.theme;
    let asked = |key| vec![Span::new(look.word(key), theme.strong)];
    let runs = match editor.mode {
        Mode::Edit => key_list(look, cols(model)),
        Mode::Search { .. } => vec![Span::new(look.word("ui-editor-search-keys"), theme.dim)],
        Mode::AskUnsaved => asked("ui-editor-unsaved-keys"),
        Mode::AskChanged => asked("ui-editor-changed-keys"),
    };
    foot(buffer, model.size.1, model, &rows(&runs, cols(model)), theme.bar).y
}

/// The keys and what they do, as many as have room.
fn key_list(look: &Look, cols: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (key, about) in KEYS {
        let more = [
            Span::new(key, look.theme.code),
            Span::new(format!(" {}  ", look.word(about)), look.theme.dim.remove_modifier(Modifier::ITALIC)),
        ];
        if Row::from([&runs[..], &more].concat()).width() > cols + 2 {
            break;
        }
        runs.extend(more);
    }
    runs
}

/// The columns of what is said below the text.
fn cols(model: &Model) -> usize {
    usize::from(model.size.0).saturating_sub(2)
}

/// Draws rows that end above the row `above`; gives where they are.
fn foot(buffer: &mut Cells, above: u16, model: &Model, rows: &[Row], style: Style) -> Rect {
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(above);
    let area = Rect { x: 0, y: above - height, width: model.size.0, height };
    paint::clear(buffer, area, style);
    paint::rows(buffer, Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }, rows);
    area
}
