use proptest::prelude::*;

use super::*;

fn terminal(cols: u16, rows: u16, input: &str) -> Terminal {
    let mut terminal = Terminal::new(Size { cols, rows });
    terminal.feed(input.as_bytes());
    terminal
}

fn text(terminal: &Terminal, row: usize) -> String {
    terminal.row(row).map(|cell| cell.symbol()).collect::<String>().trim_end().to_owned()
}

#[test]
fn lines_are_what_was_printed_however_they_were_wrapped() {
    let terminal = terminal(10, 3, "0123456789abc\r\nコンテナ間通信\r\n\r\nx\r\n");
    assert_eq!(terminal.logical_lines(), ["0123456789abc", "コンテナ間通信", "", "x"]);
    assert_eq!(text(&terminal, 2), "コンテナ間");
    assert_eq!(text(&terminal, 3), "通信");
}

#[test]
fn a_wide_character_at_the_edge_goes_down_whole() {
    let terminal = terminal(5, 4, "コンテナ");
    assert_eq!((text(&terminal, 0), text(&terminal, 1)), ("コン".into(), "テナ".into()));
    assert_eq!(terminal.logical_lines(), ["コンテナ"]);
}

#[test]
fn half_width_sound_marks_have_their_own_column() {
    let terminal = terminal(20, 2, "ｶﾞｷﾞ\u{1b}[1Dx");
    assert_eq!(terminal.logical_lines(), ["ｶﾞｷx"]);
    assert_eq!(terminal.cursor().col, 4);
}

#[test]
fn carriage_returns_and_escapes_are_applied() {
    let terminal = terminal(20, 3, "50%\r100%\r\n\x1b[31mred\x1b[0m\tx\x1b[2Ky");
    assert_eq!(terminal.logical_lines(), ["100%", "         y"]);
}

#[test]
fn nothing_printed_is_no_line() {
    assert_eq!(terminal(10, 5, "").logical_lines(), Vec::<String>::new());
    assert_eq!(terminal(10, 5, "").used_rows(), 0);
    assert_eq!(terminal(10, 5, "a").logical_lines(), ["a"]);
    assert_eq!(terminal(10, 5, "\r\n\r\n").logical_lines(), ["", ""]);
}

#[test]
fn without_a_terminal_a_newline_is_enough() {
    let mut terminal = Terminal::new(Size { cols: 20, rows: 3 });
    terminal.feed_lines(b"one\ntw");
    terminal.feed_lines(b"o\nthree\n");
    assert_eq!(terminal.logical_lines(), ["one", "two", "three"]);
}

#[test]
fn a_resize_wraps_anew() {
    let mut terminal = terminal(20, 5, "0123456789コンテナ");
    terminal.resize(Size { cols: 0, rows: 0 });
    assert_eq!(terminal.size(), Size { cols: 2, rows: 1 });
    assert_eq!(terminal.logical_lines(), ["0123456789コンテナ"]);
    terminal.resize(Size { cols: 40, rows: 5 });
    assert_eq!(terminal.logical_lines(), ["0123456789コンテナ"]);
}

#[test]
fn colours_come_as_they_were_named() {
    let terminal = terminal(20, 2, "\x1b[1;31ma\x1b[0;38;5;200mb\x1b[48;2;1;2;3mc\x1b[0;7md");
    let styles: Vec<_> = terminal.row(0).map(|cell| cell.style).take(4).collect();
    assert_eq!(styles[0], CellStyle { fg: Some(Color::Indexed(1)), bold: true, ..CellStyle::default() });
    assert_eq!(styles[1].fg, Some(Color::Indexed(200)));
    assert_eq!(styles[2].bg, Some(Color::Rgb(1, 2, 3)));
    assert_eq!(styles[3], CellStyle { inverse: true, ..CellStyle::default() });
}

#[test]
fn modes_and_answers() {
    let mut terminal = terminal(20, 5, "\x1b[?1h\x1b[?2004h\x1b[?25l\x1b[?1049h\x1b[2;3H\x1b[6n");
    assert_eq!(terminal.take_replies(), b"\x1b[2;3R");
    assert_eq!(terminal.take_replies(), b"");
    assert_eq!(
        terminal.key_modes(),
        KeyModes { app_cursor: true, bracketed_paste: true, ..KeyModes::default() }
    );
    assert!(terminal.is_alternate_screen());
    assert_eq!(terminal.cursor(), Cursor { row: 1, col: 2, visible: false });
    terminal.clear();
    assert_eq!(terminal.key_modes(), KeyModes::default());
}

#[test]
fn titles_links_and_the_clipboard_do_not_get_through() {
    let mut terminal = terminal(40, 2, "\x1b]0;t\x07a\x1b]8;;http://x\x1b\\b\x1b]52;c;?\x07c\x1b]4;1;?\x07");
    assert_eq!(terminal.logical_lines(), ["abc"]);
    assert_eq!(terminal.take_replies(), b"");
}

#[test]
fn a_flood_stays_bounded() {
    let mut terminal = Terminal::new(Size { cols: 80, rows: 24 });
    for n in 0..1000 {
        let lines: Vec<String> = (n * 1000..(n + 1) * 1000).map(|n| format!("line {n}\r\n")).collect();
        terminal.feed(lines.concat().as_bytes());
    }
    assert_eq!(terminal.total_rows(), SCROLLBACK + 24);
    assert_eq!(terminal.logical_lines().last().map(String::as_str), Some("line 999999"));
    let wide = Terminal::new(Size { cols: 400, rows: 24 });
    assert_eq!(config(wide.size(), SCROLLBACK, 0).scrolling_history, MAX_CELLS / 400);
}

#[test]
fn few_bytes_do_not_become_many() {
    let mut terminal = Terminal::new(Size { cols: 80, rows: 24 });
    terminal.feed("e\u{301}\x1b[65535b".repeat(1000).as_bytes());
    assert!(terminal.row(0).all(|cell| cell.marks.len() <= 8));
    terminal.feed("\x1b[65535b\x1b[6n".repeat(100_000).as_bytes());
    assert!(terminal.take_replies().len() <= MAX_REPLIES);
}

#[derive(Debug, Clone)]
enum Act {
    Feed(Vec<u8>),
    Resize(u16, u16),
}

fn act() -> impl Strategy<Value = Act> {
    let snippet = prop_oneof![
        4 => proptest::collection::vec(any::<u8>(), 0..24),
        4 => "\\PC{0,12}".prop_map(String::into_bytes),
        2 => "(\x1b\\[[?]?[0-9]{0,3};?[0-9]{0,3}[@-~]|\r|\n|\t|コ|ﾞ|\u{301}|👩‍👧){1,8}".prop_map(String::into_bytes),
    ];
    prop_oneof![4 => snippet.prop_map(Act::Feed), 1 => (0_u16..60, 0_u16..20).prop_map(|(c, r)| Act::Resize(c, r))]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_output_and_no_size_makes_it_stumble(acts in proptest::collection::vec(act(), 0..40)) {
        let mut terminal = Terminal::with_scrollback(Size { cols: 20, rows: 6 }, 50);
        for act in acts {
            match act {
                Act::Feed(bytes) => terminal.feed(&bytes),
                Act::Resize(cols, rows) => terminal.resize(Size { cols, rows }),
            }
            let size = terminal.size();
            prop_assert!(terminal.total_rows() <= 50 + usize::from(size.rows));
            prop_assert!(terminal.used_rows() <= terminal.total_rows());
            prop_assert!(terminal.cursor().col < size.cols);
            for row in 0..=terminal.total_rows() {
                let cols: usize = terminal.row(row).map(|cell| crate::text::width(&cell.symbol())).sum();
                prop_assert!(cols <= usize::from(size.cols), "{} > {}", cols, size.cols);
            }
            prop_assert!(terminal.logical_lines().iter().all(|line| !line.contains(char::is_control)));
        }
    }

    #[test]
    fn plain_lines_come_back_at_every_width(
        lines in proptest::collection::vec("[a-z あ-んア-ン漢字]{0,60}[a-zあ-ん]", 1..8),
        cols in 2_u16..100,
    ) {
        let mut terminal = Terminal::new(Size { cols, rows: 5 });
        terminal.feed_lines((lines.join("\n") + "\n").as_bytes());
        prop_assert_eq!(terminal.logical_lines(), lines);
    }
}
