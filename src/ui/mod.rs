//! What is on the screen: panes, markdown layout, theme, overlays.
//!
//! [`view`] only draws. It decides nothing and remembers nothing; what it measured on the way goes
//! back to the model as a message, so that scrolling ends where the content does.

mod buttons;
mod code;
mod editor;
mod find;
mod frames;
mod header;
mod look;
mod markdown;
mod notes;
mod overlay;
mod paint;
mod panes;
pub mod plain;
mod popup;
mod prompt;
mod row;
mod selection;
mod start;
pub mod svg;
mod theme;
mod too_small;
mod verdict;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::{Measured, Model, Screen, layout};

pub use frames::Frames;
pub use look::Look;
pub use notes::notes;
pub use selection::{count, selected};
pub use theme::{Depth, Theme};

/// Draws the model and places the cursor. Gives the heights of what was drawn, for
/// [`crate::app::Msg::Measured`].
pub fn view(frame: &mut Frame<'_>, model: &Model, look: &Look) -> Measured {
    let screen = frame.area();
    let buffer = frame.buffer_mut();
    buffer.set_style(screen, look.theme.base);
    if model.teach.as_ref().is_some_and(|teach| teach.blank) {
        return model.measured.clone();
    }
    let said = verdict::lay_out(model, look, model.size.0);
    let Some(areas) = layout::areas_below(model, said.rows()) else {
        too_small::draw(buffer, screen, look);
        look.frames.apply(buffer);
        return Measured::default();
    };
    let mut measured = Measured::default();
    if let Some(editor) = &model.editor {
        let mut cursor = editor::draw(buffer, model, editor, look);
        if let Some(over) = &model.overlay {
            cursor = overlay::draw(buffer, screen, model, over, look, &mut measured);
        }
        finish(buffer, look);
        if let Some(position) = cursor {
            frame.set_cursor_position(position);
        }
        return measured;
    }
    header::draw(buffer, areas.header, model, look, &mut measured);
    match &model.screen {
        Screen::Start(start) => start::draw(buffer, &areas, model, start, look, &mut measured),
        Screen::Lesson(lesson) => panes::draw(buffer, &areas, model, lesson, look, &mut measured),
    }
    if let Some(area) = areas.notes {
        notes::draw(buffer, area, model, look);
    }
    verdict::draw(buffer, areas.verdict, model, look, said, &mut measured);
    let mut cursor = prompt::draw(buffer, areas.prompt, model, look);
    if let Some(position) = panes::output::cursor(model, &areas) {
        cursor = Some(position);
    }
    if let Some(position) = selection::draw(buffer, &areas, model, look, &mut measured) {
        cursor = Some(position);
    }
    popup::draw(buffer, areas.prompt, model, look);
    if let Some(over) = &model.overlay {
        // What lies below cannot be clicked.
        measured.buttons.clear();
        cursor = overlay::draw(buffer, screen, model, over, look, &mut measured);
    }
    finish(buffer, look);
    if let Some(position) = cursor {
        frame.set_cursor_position(position);
    }
    measured
}

/// What is done to all that was drawn.
fn finish(buffer: &mut Buffer, look: &Look) {
    look.frames.apply(buffer);
    paint::part(buffer);
}

/// A position, where it lies on the screen.
fn within(area: ratatui::layout::Rect, x: u16, y: u16) -> Option<Position> {
    let position = Position::new(x, y);
    area.contains(position).then_some(position)
}

#[cfg(test)]
mod tests;
