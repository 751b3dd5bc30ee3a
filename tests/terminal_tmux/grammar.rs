//! Random sequences of what programs send to a terminal, for both terminals.

use fastrand::Rng;
use netdojo::text::Size;

/// One character or one control sequence.
pub type Piece = String;

/// Characters of one column, of two, and combining ones. Not among them: sequences joined with ZWJ or changed by a
/// variation selector, flags and skin tones, which tmux puts into one cell and our emulator, like most, into several.
const NARROW: &[&str] =
    &["a", "Z", "0", "-", "~", "é", "Ж", "│", "─", "█", "ｱ", "ﾞ", "£", "e\u{301}", "o\u{308}\u{301}"];
const WIDE: &[&str] = &["コ", "ン", "漢", "字", "한", "Ａ", "、", "😀"];

/// Lines drawn, and letters again: the character set that was chosen comes back with the cursor and from the alternate
/// screen with xterm and us, and does not with tmux.
const FRAME: &str = "\x1b(0lqqk\x1b(B";

/// A place saved and gone back to, at once: entering the alternate screen saves it anew with xterm and us, and not with
/// tmux.
const SAVED: &str = "\x1b7\x1b[3;5H\x1b[1mx\x1b8";

/// A sequence of pieces for a screen of that size.
///
/// Among wide characters, everything begins at an odd column and takes whole lines or pairs of columns: of a wide
/// character that is overwritten or erased by half, tmux keeps what the emulator blanks.
pub fn sequence(random: &mut Rng, size: Size) -> Vec<Piece> {
    let wide = random.bool();
    let mut alternate = false;
    (0..random.usize(5..60))
        .map(|_| match random.u8(..25) {
            0 => screen(&mut alternate),
            _ if wide => wide_piece(random, size),
            _ => piece(random, size),
        })
        .collect()
}

/// The alternate screen or back, in turn: leaving it again where it has been left sends tmux's cursor to where it was
/// when it was entered, and xterm's to where it was last saved; ours stays.
fn screen(alternate: &mut bool) -> Piece {
    *alternate = !*alternate;
    if *alternate { "\x1b[?1049h" } else { "\x1b[?1049l" }.to_owned()
}

fn wide_piece(random: &mut Rng, size: Size) -> Piece {
    let (row, col) = (random.u16(1..=size.rows), random.u16(0..size.cols / 2) * 2 + 1);
    match random.u8(..19) {
        0..=5 => text(random, size, WIDE) + &format!("\x1b[{col}G"),
        6 => format!("か\u{3099}\x1b[{col}G"),
        7 => format!("\x1b[{col}Gab\x1b[{col}G"),
        8..=10 => format!("\x1b[{row};{col}H"),
        11 => choose(random, &["\r\x1b[K", "\x1b[2K", "\r\x1b[J", "\x1b[2J"]).to_owned(),
        12 => choose(random, &["\r\n", "\r", "\n", "\x1bM", "\x1bD", "\x1bE", "\x1b7\r\x1b8"]).to_owned(),
        13 => lines(random, size),
        14 => region(random, size),
        15 => up_or_down(random, row),
        _ => styled(random),
    }
}

pub fn bytes(pieces: &[Piece]) -> Vec<u8> {
    pieces.concat().into_bytes()
}

fn choose<'a>(random: &mut Rng, among: &[&'a str]) -> &'a str {
    among[random.usize(..among.len())]
}

fn piece(random: &mut Rng, size: Size) -> Piece {
    match random.u8(..20) {
        0..=4 => text(random, size, NARROW),
        5..=7 => text(random, size, &NARROW[..4]),
        // Back from the first column, tmux goes up to the row before where it wrapped.
        8..=9 => choose(random, &["\r\n", "\r", "\n", "\rx\x08", "\t", "\x1bM", "\x1bD", "\x1bE"]).to_owned(),
        10..=12 => moved(random, size),
        13..=14 => erased(random),
        15 => shifted(random, size),
        16..=17 => styled(random),
        18 => mode(random, size),
        _ => choose(random, &[SAVED, "\x1bH", "\x1b[g", "\x1b[3g", FRAME, "\x1b#8"]).to_owned(),
    }
}

/// Text over one row or several, and a column or row to go on from: a cursor that waits behind a full row is for tmux in
/// a column of its own, where vertical movement and erasing leave it, and for xterm and us in the last one.
fn text(random: &mut Rng, size: Size, of: &[&str]) -> Piece {
    let most = if random.u8(..4) == 0 { usize::from(size.cols) * 2 } else { 12 };
    let text: Piece = (0..random.usize(1..most)).map(|_| choose(random, of)).collect();
    match random.u8(..3) {
        0 => text + "\r\n",
        1 => text + "\r",
        _ => format!("{text}\x1b[{}G", random.u16(1..=size.cols)),
    }
}

/// The cursor goes somewhere.
fn moved(random: &mut Rng, size: Size) -> Piece {
    let (row, col) = (random.u16(1..=size.rows + 2), random.u16(1..=size.cols + 2));
    match random.u8(..7) {
        0..=1 => format!("\x1b[{row};{col}H"),
        2 => format!("\x1b[{col}G"),
        3 => format!("\x1b[{row}d"),
        4 => format!("\x1b[{}{}", random.u16(1..5), choose(random, &["C", "D"])),
        5 => up_or_down(random, row.min(size.rows)),
        _ => "\x1b[H".to_owned(),
    }
}

/// Rows up or down without a scroll region: the emulator does not stop at its edge, as tmux and xterm do.
fn up_or_down(random: &mut Rng, row: u16) -> Piece {
    format!("\x1b[r\x1b[{row}d\x1b[{}{}", random.u16(1..5), choose(random, &["A", "B", "E", "F"]))
}

fn erased(random: &mut Rng) -> Piece {
    let count = random.u16(1..6);
    match random.u8(..3) {
        0 => choose(random, &["\x1b[J", "\x1b[1J", "\x1b[2J"]).to_owned(),
        1 => choose(random, &["\x1b[K", "\x1b[1K", "\x1b[2K"]).to_owned(),
        _ => format!("\x1b[{count}X"),
    }
}

/// Characters and lines move.
fn shifted(random: &mut Rng, size: Size) -> Piece {
    match random.u8(..3) {
        0 => lines(random, size),
        _ => format!("\x1b[{}{}", random.u16(1..5), choose(random, &["@", "P"])),
    }
}

/// Lines move.
///
/// They are inserted and deleted without a scroll region: with the cursor outside of one, tmux does it on the whole
/// screen, and xterm and we, as the standard says, do not.
fn lines(random: &mut Rng, size: Size) -> Piece {
    let (count, row) = (random.u16(1..5), random.u16(1..=size.rows));
    match choose(random, &["L", "M", "S", "T"]) {
        lines @ ("L" | "M") => format!("\x1b[r\x1b[{row}d\x1b[{count}{lines}"),
        other => format!("\x1b[{count}{other}"),
    }
}

fn styled(random: &mut Rng) -> Piece {
    match random.u8(..5) {
        0 => {
            format!("\x1b[{}m", choose(random, &["1", "2", "3", "4", "7", "9", "22", "23", "24", "27", "29"]))
        }
        1 => format!("\x1b[3{};4{}m", random.u8(..8), random.u8(..8)),
        2 => format!("\x1b[38;5;{}m", random.u8(..)),
        3 => format!("\x1b[48;2;{};{};{}m", random.u8(..), random.u8(..), random.u8(..)),
        _ => "\x1b[m".to_owned(),
    }
}

/// A scroll region, or none.
///
/// An origin of its own is in the corpus alone: a region that is set while it counts sends tmux's cursor to the
/// screen's first row, and ours, as the standard says, to the region's.
fn region(random: &mut Rng, size: Size) -> Piece {
    let top = random.u16(1..size.rows);
    if random.bool() {
        "\x1b[r".to_owned()
    } else {
        format!("\x1b[{top};{}r", random.u16(top + 1..=size.rows))
    }
}

fn mode(random: &mut Rng, size: Size) -> Piece {
    match random.u8(..4) {
        0..=1 => region(random, size),
        // Without wrapping, tmux puts a combining mark at the edge on the wrong character: plain letters only.
        2 => format!("\x1b[?7l{}\x1b[?7h\r", "xyz".repeat(random.usize(1..10))),
        // Where inserted text wraps, tmux makes room for its first character on the row that is full.
        _ => {
            let col = random.u16(1..=size.cols - 9);
            format!("\x1b[{col}G\x1b[4h{}\x1b[4l", "insert".repeat(random.usize(0..=1)))
        }
    }
}
