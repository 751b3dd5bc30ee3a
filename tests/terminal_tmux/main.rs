//! The emulated terminal against tmux: the same bytes give the same screen, cell by cell.
//!
//! The bytes are a corpus of what programs print, in [`corpus`], and random sequences with a fixed seed, in [`grammar`].
//! What the two are known to do differently is not among them; [`grammar`] says what, and why.

mod corpus;
mod grammar;
mod tmux;

use grammar::Piece;
use netdojo::text::{CellStyle, Size, Terminal};
use tmux::Tmux;

/// What a screen shows: rows of characters, the cursor, whether it is the alternate one.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    rows: Vec<String>,
    cursor: (u16, usize),
    alternate: bool,
}

/// What our emulator makes of the bytes.
fn ours(size: Size, bytes: &[u8]) -> (Terminal, Shown) {
    let mut terminal = Terminal::new(size);
    terminal.feed(bytes);
    let first = terminal.total_rows() - usize::from(size.rows);
    let shown = Shown {
        rows: (first..terminal.total_rows()).map(|row| text(&terminal, row)).collect(),
        cursor: (terminal.cursor().col, terminal.cursor().row - first),
        alternate: terminal.is_alternate_screen(),
    };
    (terminal, shown)
}

fn text(terminal: &Terminal, row: usize) -> String {
    terminal.row(row).map(|cell| cell.symbol()).collect::<String>().trim_end().to_owned()
}

/// How the characters of a row look, those that are no blanks, with their columns.
fn styles(terminal: &Terminal, row: usize) -> Vec<(u16, CellStyle)> {
    let mut col = 0;
    let cells = terminal.row(row).map(|cell| {
        col += cell.cols;
        (col - cell.cols, cell)
    });
    cells.filter(|(_, cell)| cell.c != ' ').map(|(col, cell)| (col, cell.style)).collect()
}

/// What follows comes from the second character set.
const SHIFT_OUT: char = '\u{e}';

/// Why the two differ; none where they do not.
fn difference(tmux: &mut Tmux, size: Size, bytes: &[u8]) -> Option<String> {
    let (terminal, ours) = ours(size, bytes);
    let mut theirs = tmux.show(bytes);
    // tmux says how its cells look in the same language, with lines drawn from the second character set: read by our
    // emulator, it must come out as ours.
    let mut read = Terminal::with_scrollback(Size { cols: size.cols + 1, rows: size.rows }, 0);
    read.feed(b"\x1b)0");
    read.feed(theirs.styled.join("\r\n").as_bytes());
    if theirs.styled.iter().any(|row| row.contains(SHIFT_OUT)) {
        theirs.rows = (0..usize::from(size.rows)).map(|row| text(&read, row)).collect();
    }
    let shown = Shown { rows: theirs.rows, cursor: theirs.cursor, alternate: theirs.alternate };
    if ours != shown {
        return Some(format!("ours {ours:#?}\ntmux {shown:#?}"));
    }
    let first = terminal.total_rows() - usize::from(size.rows);
    let differs =
        (0..usize::from(size.rows)).find(|row| styles(&terminal, first + row) != styles(&read, *row))?;
    let (ours, theirs) = (styles(&terminal, first + differs), styles(&read, differs));
    Some(format!("row {differs}: ours {ours:?}\ntmux {theirs:?}"))
}

/// The shortest part of the pieces that still differs.
fn shortest(tmux: &mut Tmux, size: Size, pieces: &[Piece]) -> Vec<Piece> {
    let mut left = pieces.to_vec();
    let mut step = left.len().div_ceil(2);
    while step > 0 {
        let mut at = 0;
        while at < left.len() {
            let mut fewer = left.clone();
            fewer.drain(at..(at + step).min(left.len()));
            if difference(tmux, size, &grammar::bytes(&fewer)).is_some() {
                left = fewer;
            } else {
                at += step;
            }
        }
        step /= 2;
    }
    left
}

#[test]
fn what_programs_print_looks_the_same() {
    let size = Size { cols: 40, rows: 12 };
    let mut tmux = Tmux::start(size);
    for (name, bytes) in corpus::CORPUS {
        if let Some(why) = difference(&mut tmux, size, bytes.as_bytes()) {
            panic!("{name}: {why}");
        }
    }
}

#[test]
fn random_sequences_look_the_same() {
    for (seed, size) in
        [(1, Size { cols: 20, rows: 6 }), (2, Size { cols: 37, rows: 11 }), (3, Size { cols: 80, rows: 24 })]
    {
        let mut tmux = Tmux::start(size);
        let mut random = fastrand::Rng::with_seed(seed);
        for case in 0..cases() {
            let pieces = grammar::sequence(&mut random, size);
            if difference(&mut tmux, size, &grammar::bytes(&pieces)).is_some() {
                let bytes = grammar::bytes(&shortest(&mut tmux, size, &pieces));
                let why = difference(&mut tmux, size, &bytes).unwrap_or_default();
                panic!("seed {seed}, case {case}: {:?}\n{why}", String::from_utf8_lossy(&bytes));
            }
        }
    }
}

/// Sequences per size; `NETDOJO_TMUX_CASES` asks for more.
fn cases() -> usize {
    std::env::var("NETDOJO_TMUX_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(60)
}
