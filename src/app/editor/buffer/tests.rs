//! What a buffer holds, whatever is done to it.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

fn typed(text: &str) -> Buffer {
    let mut buffer = Buffer::default();
    for c in text.chars() {
        if c == '\n' { buffer.newline() } else { buffer.insert(c.encode_utf8(&mut [0; 4])) }
    }
    buffer
}

#[test]
fn a_new_line_is_indented_as_the_one_before() {
    let buffer = typed("server {\n    listen 80;\nroot");
    assert_eq!(buffer.text(), "server {\n    listen 80;\n    root");
    let mut buffer = Buffer::new("\tx");
    buffer.newline();
    assert_eq!(buffer.text(), "\n\tx", "at the very beginning there is nothing to copy");
}

#[test]
fn lines_keep_their_ends() {
    let mut buffer = Buffer::new("ab\r\ncd\n\r\nx");
    let lines = |buffer: &Buffer| buffer.lines_from(0).map(|(_, line)| line.to_owned()).collect::<Vec<_>>();
    assert_eq!(lines(&buffer), ["ab", "cd", "", "x"]);
    buffer.end();
    assert_eq!(buffer.cursor(), 2);
    buffer.newline();
    buffer.insert("é");
    assert_eq!(buffer.text(), "ab\r\né\r\ncd\n\r\nx", "as the line's own");
    buffer.vertical(1);
    buffer.paste("1\n2");
    assert_eq!(buffer.text(), "ab\r\né\r\nc1\n2d\n\r\nx");
    buffer.bottom();
    buffer.newline();
    buffer.backspace();
    assert_eq!(lines(&buffer), ["ab", "é", "c1", "2d", "", "x"]);
    buffer.top();
    buffer.end();
    buffer.delete_to_end();
    buffer.left();
    buffer.delete();
    assert_eq!(buffer.text(), "aé\r\nc1\n2d\n\r\nx", "an end goes as a whole");
    buffer.go_to(1, 0);
    buffer.left();
    assert_eq!(buffer.cursor(), "aé".len());
}

#[test]
fn a_tab_goes_to_the_next_stop() {
    let mut buffer = typed("ab");
    buffer.tab();
    assert_eq!(buffer.text(), "ab  ");
    let mut buffer = Buffer::new("a:\n\tb");
    buffer.tab();
    assert_eq!(buffer.text(), "\ta:\n\tb", "a file that is indented with tabs stays so");
}

#[test]
fn up_and_down_keep_to_their_column() {
    let mut buffer = Buffer::new("コンテナ\nab\nコンテナ\n");
    buffer.end();
    buffer.vertical(1);
    assert_eq!((buffer.line(), buffer.cursor_column()), (1, 2));
    buffer.vertical(1);
    assert_eq!((buffer.line(), buffer.cursor_column()), (2, 8));
    buffer.vertical(5);
    assert_eq!((buffer.line(), buffer.cursor()), (3, buffer.text().len()));
    buffer.vertical(-9);
    assert_eq!(buffer.cursor_column(), 8);
}

#[test]
fn home_goes_to_the_first_letter_and_then_to_the_beginning() {
    let mut buffer = Buffer::new("    listen 80;");
    buffer.end();
    buffer.home();
    assert_eq!(buffer.cursor(), 4);
    buffer.home();
    assert_eq!(buffer.cursor(), 0);
    buffer.home();
    assert_eq!(buffer.cursor(), 4);
}

#[test]
fn the_rest_of_a_line_and_then_its_end_go() {
    let mut buffer = Buffer::new("ab\ncd");
    buffer.right();
    buffer.delete_to_end();
    assert_eq!(buffer.text(), "a\ncd");
    buffer.delete_to_end();
    assert_eq!(buffer.text(), "acd");
}

#[test]
fn undo_takes_back_a_word_at_a_time_and_redo_puts_it_back() {
    let mut buffer = typed("listen 80;");
    assert!(buffer.undo());
    assert_eq!(buffer.text(), "listen ");
    assert!(buffer.undo());
    assert_eq!(buffer.text(), "");
    assert!(!buffer.undo());
    assert!(buffer.redo() && buffer.redo() && !buffer.redo());
    assert_eq!((buffer.text(), buffer.cursor()), ("listen 80;", 10));
    buffer.backspace();
    buffer.undo();
    buffer.insert("x");
    assert!(!buffer.redo(), "a new change ends what could be made again");
}

#[test]
fn words_are_found_in_both_directions() {
    let mut buffer = Buffer::new("proxy_pass http://tomcat-1:8080/;\nend");
    buffer.end();
    buffer.delete_word();
    assert_eq!(buffer.text(), "proxy_pass http://tomcat-1:\nend");
    buffer.right_by_word();
    assert_eq!(buffer.cursor(), buffer.text().len());
    buffer.left_by_word();
    assert_eq!(buffer.line(), 1);
    let mut buffer = Buffer::new("server alpine_01");
    buffer.bottom();
    buffer.left_by_word();
    assert_eq!(buffer.cursor(), "server alpine_".len(), "as at the prompt");
    buffer.top();
    buffer.right_by_word();
    buffer.right_by_word();
    assert_eq!(buffer.cursor(), "server alpine".len());
}

#[test]
fn searching_goes_around_and_minds_capitals_only_where_they_are_asked_for() {
    let buffer = Buffer::new("Listen あ listen");
    assert_eq!(buffer.find("listen", 1), Some(11));
    assert_eq!(buffer.find("listen", 12), Some(0));
    assert_eq!(buffer.find("Listen", 1), Some(0));
    assert_eq!(buffer.find_back("listen", 11), Some(0));
    assert_eq!(buffer.find_back("listen", 0), Some(11));
    assert_eq!(buffer.find("none", 0), None);
    assert_eq!(buffer.find("", 0), None);
}

fn act(buffer: &mut Buffer, action: u8, text: &str) {
    match action {
        0..=5 => buffer.insert(text),
        6 => buffer.newline(),
        7 => buffer.tab(),
        8 => buffer.backspace(),
        9 => buffer.delete(),
        10 => buffer.delete_to_end(),
        11 => buffer.delete_word(),
        12 => buffer.left(),
        13 => buffer.right(),
        14 => buffer.left_by_word(),
        15 => buffer.right_by_word(),
        16 => buffer.home(),
        17 => buffer.end(),
        18 => buffer.vertical(1),
        19 => buffer.vertical(-2),
        20 => buffer.go_to(text.len(), 3),
        21 => drop(buffer.redo()),
        _ => drop(buffer.undo()),
    }
}

proptest! {
    /// Whatever is done, the cursor is at a grapheme's boundary, and taking all of it back gives the text
    /// that was there at first.
    #[test]
    fn any_edits_can_be_taken_back(
        first in "[ab\t\r\nあ\u{3099}\u{301}👨\u{200d}🇯🇵]{0,20}",
        actions in prop::collection::vec((0u8..24, "[a \t\r\nあ\u{3099}\u{301}\u{200d}👨🇯🇵]{0,4}"), 0..60),
    ) {
        let mut buffer = Buffer::new(first.clone());
        for (action, text) in actions {
            act(&mut buffer, action, &text);
            let cursor = buffer.cursor();
            let boundary = cursor == buffer.text().len()
                || buffer.text().grapheme_indices(true).any(|(at, _)| at == cursor);
            prop_assert!(boundary, "{:?} at {cursor}", buffer.text());
            prop_assert!(buffer.line() < buffer.lines());
            prop_assert_eq!(buffer.lines_from(0).count(), buffer.lines());
        }
        let last = buffer.text().to_owned();
        let mut undone = 0;
        while buffer.undo() { undone += 1 }
        prop_assert_eq!(buffer.text(), &first);
        for _ in 0..undone { prop_assert!(buffer.redo()); }
        prop_assert_eq!(buffer.text(), &last);
    }
}
