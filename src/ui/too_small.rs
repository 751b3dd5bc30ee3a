//! What is shown on a terminal that is too small for a lesson.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::row::rows;
use super::{Look, paint};
use crate::app::layout::SMALLEST;
use crate::i18n::phrase;
use crate::text::Span;

/// Says what the program needs, and what there is.
pub(super) fn draw(buffer: &mut Buffer, screen: Rect, look: &Look) {
    let text = look.say(
        &phrase("ui-too-small")
            .with("columns", usize::from(SMALLEST.0))
            .with("rows", usize::from(SMALLEST.1))
            .with("width", usize::from(screen.width))
            .with("height", usize::from(screen.height)),
    );
    let rows = rows(&[Span::new(text, look.theme.base)], usize::from(screen.width));
    paint::rows(buffer, screen, &rows);
}
