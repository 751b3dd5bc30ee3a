//! Any bytes as a container's output, on terminals of any size that changes in between.

#![no_main]

use libfuzzer_sys::fuzz_target;
use netdojo::text::{Size, Terminal};

fuzz_target!(|data: &[u8]| {
    let [cols, rows, again_cols, again_rows, bytes @ ..] = data else { return };
    let size = |cols: &u8, rows: &u8| Size { cols: u16::from(*cols).max(2), rows: u16::from(*rows).max(1) };
    let mut terminal = Terminal::new(size(cols, rows));
    let (before, after) = bytes.split_at(bytes.len() / 2);
    terminal.feed(before);
    terminal.resize(size(again_cols, again_rows));
    terminal.feed(after);
    let cols = usize::from(terminal.size().cols);
    for row in 0..terminal.total_rows() {
        assert!(terminal.row(row).count() <= cols);
        let _ = terminal.goes_on(row);
    }
    let _ = (
        terminal.cursor(),
        terminal.key_modes(),
        terminal.mouse_modes(),
        terminal.logical_lines(),
        terminal.take_replies(),
    );
    terminal.clear();
});
