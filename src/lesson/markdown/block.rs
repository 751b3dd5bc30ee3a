//! Blocks: paragraphs, lists, tables, quotations and alerts.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Tag};

use super::{Reader, first_line};
use crate::i18n::phrase;
use crate::lesson::{AlertKind, Block, Inline, ListItem};

/// How deep blocks may stand in one another.
const DEPTH: usize = 12;

impl Reader<'_> {
    /// Reads the block that stands next; none where there is nothing to show.
    pub(super) fn block(&mut self) -> Option<Block> {
        let (event, span) = self.events.get(self.at)?.clone();
        let Event::Start(tag) = event else {
            return self.loose_block(&event);
        };
        if self.depth >= DEPTH {
            let problem = self.source.problem(first_line(self.source.text, span), phrase("lesson-too-deep"));
            self.problems.push(problem.help("lesson-too-deep-help"));
            self.skip();
            return None;
        }
        if is_inline(&tag) {
            return self.paragraph();
        }
        self.depth += 1;
        let block = self.open_block(tag, span);
        self.depth -= 1;
        block
    }

    fn open_block(&mut self, tag: Tag<'_>, span: Range<usize>) -> Option<Block> {
        match tag {
            Tag::HtmlBlock => self.html_block(),
            Tag::CodeBlock(kind) => Some(match kind {
                CodeBlockKind::Fenced(info) => self.fence(&info, span),
                CodeBlockKind::Indented => {
                    self.document.verbatim.push(span);
                    Block::Code(String::new(), self.code_text())
                }
            }),
            Tag::Paragraph => {
                self.at += 1;
                let paragraph = self.paragraph();
                self.at += 1;
                paragraph
            }
            Tag::Heading { level, .. } => {
                let level = self.level(level, span);
                Some(Block::Heading(level, self.heading()))
            }
            Tag::BlockQuote(kind) => {
                self.at += 1;
                self.quoted += 1;
                let blocks = self.blocks();
                self.quoted -= 1;
                self.at += 1;
                Some(self.quote(kind, blocks, span))
            }
            Tag::List(start) => {
                self.at += 1;
                let items = self.items();
                self.at += 1;
                Some(self.list(start, items, span))
            }
            Tag::Table(_) => {
                self.at += 1;
                let table = self.table();
                self.at += 1;
                Some(table)
            }
            // Extensions that are not switched on.
            _ => {
                self.skip();
                None
            }
        }
    }

    /// What is not opened by a tag: a rule, or the text of a tight list's item.
    fn loose_block(&mut self, event: &Event<'_>) -> Option<Block> {
        match event {
            Event::Rule => {
                self.at += 1;
                Some(Block::Rule)
            }
            Event::End(_) => None,
            _ => self.paragraph(),
        }
    }

    fn paragraph(&mut self) -> Option<Block> {
        let at = self.at;
        let inlines = self.inlines();
        if self.at == at {
            self.at += 1;
        }
        (!inlines.is_empty()).then_some(Block::Paragraph(inlines))
    }

    /// Blocks up to the end of what they stand in.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, _)) = self.events.get(self.at)
            && !matches!(event, Event::End(_))
        {
            blocks.extend(self.block());
        }
        blocks
    }

    /// A heading's level. `#` and `##` make lessons and steps, and only outside of other blocks.
    fn level(&mut self, level: HeadingLevel, span: Range<usize>) -> u8 {
        if matches!(level, HeadingLevel::H1 | HeadingLevel::H2) {
            let problem =
                self.source.problem(first_line(self.source.text, span), phrase("lesson-heading-inside"));
            self.problems.push(problem.help("lesson-heading-inside-help"));
        }
        (level as u8).max(3)
    }

    fn quote(&mut self, kind: Option<BlockQuoteKind>, blocks: Vec<Block>, span: Range<usize>) -> Block {
        if let Some(kind) = kind {
            return Block::Alert(alert(kind), blocks);
        }
        if let Some(Block::Paragraph(inlines)) = blocks.first()
            && let Some(Inline::Text { text, .. }) = inlines.first()
            && text.starts_with("[!")
        {
            let problem = self.source.problem(
                first_line(self.source.text, span),
                phrase("lesson-alert-unknown")
                    .with("alert", &text[..text.find(']').map_or(text.len(), |end| end + 1)]),
            );
            self.problems.push(problem.help("lesson-alert-unknown-help"));
        }
        Block::Quote(blocks)
    }

    /// The items of a list, and where each stands.
    fn items(&mut self) -> Vec<(ListItem, Range<usize>)> {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), span)) = self.events.get(self.at) {
            let span = first_line(self.source.text, span.clone());
            self.at += 1;
            let outer = self.checked.take();
            let blocks = self.blocks();
            items.push((ListItem { checked: self.checked, blocks }, span));
            self.checked = outer;
            self.at += 1;
        }
        items
    }

    fn table(&mut self) -> Block {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        while let Some((Event::Start(tag), _)) = self.events.get(self.at) {
            let in_head = matches!(tag, Tag::TableHead);
            self.at += 1;
            let cells = self.cells();
            self.at += 1;
            if in_head {
                head = cells;
            } else {
                rows.push(cells);
            }
        }
        Block::Table { head, rows }
    }

    fn cells(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while matches!(self.events.get(self.at), Some((Event::Start(Tag::TableCell), _))) {
            self.at += 1;
            cells.push(self.inlines());
            self.at += 1;
        }
        cells
    }

    /// Moves behind the end of what begins at the reader's place.
    pub(super) fn skip(&mut self) {
        let mut open = 0_usize;
        while let Some((event, _)) = self.events.get(self.at) {
            self.at += 1;
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open = open.saturating_sub(1),
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
    }
}

/// Whether a tag stands within a line.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

fn alert(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}
