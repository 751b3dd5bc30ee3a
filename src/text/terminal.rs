//! A terminal in memory: bytes in, cells and logical lines out.

/// A terminal's size in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Size {
    /// Columns, at least 2.
    pub cols: u16,
    /// Rows, at least 1.
    pub rows: u16,
}

/// An emulated terminal with scrollback.
#[derive(Debug)]
pub struct Terminal {
    size: Size,
}

impl Terminal {
    /// An empty terminal of that size.
    pub fn new(size: Size) -> Self {
        Self { size }
    }

    /// Its size.
    pub fn size(&self) -> Size {
        self.size
    }
}
