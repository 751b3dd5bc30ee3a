//! Where rows break, by example and by property.

use proptest::prelude::*;

use super::*;

#[test]
fn japanese_breaks_where_a_reader_expects_it() {
    let rows = wrap_plain("コンテナ同士は「名前」で、通信します。", 12);
    assert_eq!(rows, ["コンテナ同士", "は「名前」", "で、通信しま", "す。"]);
    assert_eq!(wrap_plain("ネットワークとは", 6), ["ネット", "ワーク", "とは"]);
}

#[test]
fn no_option_is_torn_from_its_dash() {
    assert_eq!(
        wrap_plain("とても小さな Linux です。-it を付ける", 26),
        ["とても小さな Linux です。", "-it を付ける"]
    );
    assert_eq!(wrap_plain("is open now. /catchup makes", 14), ["is open now.", "/catchup makes"]);
    assert_eq!(wrap_plain("use --name here", 6), ["use", "--name", "here"]);
    assert_eq!(wrap_plain("well-known words", 6), ["well-", "known", "words"]);
}

#[test]
fn names_addresses_and_keys_stay_whole() {
    assert_eq!(wrap_plain("ask ports-web now", 12), ["ask", "ports-web", "now"]);
    assert_eq!(wrap_plain("see http://web:80/x", 15), ["see", "http://web:80/x"]);
    assert_eq!(wrap_plain("止めるには Ctrl-C です", 16), ["止めるには", "Ctrl-C です"]);
    assert_eq!(wrap_plain("a http://web:8080/path/to/x", 14), ["a", "http://", "web:8080/path/", "to/x"]);
}

#[test]
fn a_word_as_long_as_a_row_is_broken_rather_than_kinsoku() {
    assert_eq!(wrap_plain("host_name_abc ッ", 13), ["host_name_ab", "c ッ"]);
}

#[test]
fn words_stay_whole_and_blanks_go() {
    assert_eq!(wrap_plain("the quick  brown fox", 10), ["the quick", "brown fox"]);
    assert_eq!(wrap_plain("", 10), [""]);
    assert_eq!(wrap_plain("a\n\nb", 10), ["a", "", "b"]);
    assert_eq!(wrap_plain("docker build ./nginx", 14), ["docker build", "./nginx"]);
}

#[test]
fn what_is_too_long_is_broken_when_it_must() {
    let rows = wrap_plain("see https://example.org/aaaaaaaaaaaaaaaaaaaaaaaa now", 20);
    assert_eq!(rows.concat().replace(' ', ""), "seehttps://example.org/aaaaaaaaaaaaaaaaaaaaaaaanow");
    assert!(rows.iter().all(|row| width(row) <= 20), "{rows:?}");
    assert_eq!(wrap_plain("aaaaaaaaaa bb", 4), ["aaaa", "aaaa", "aa", "bb"]);
}

#[test]
fn a_syllable_wider_than_a_row_is_a_row() {
    let syllable = "र्त्स्न्य";
    assert_eq!((syllable.graphemes(true).count(), width(syllable)), (1, 5));
    assert_eq!(wrap_plain(&format!("का {syllable}क"), 2), ["का", syllable, "क"]);
    assert_eq!(wrap_plain(&format!("a{syllable}b"), 4), ["a", syllable, "b"]);
    assert_eq!(wrap_plain("#*\u{1c25}\u{1c25}", 2), ["#", "*\u{1c25}\u{1c25}"]);
}

#[test]
fn styles_survive_and_indents_hang() {
    let spans = [Span::new("ab ", 1), Span::new("cd ef", 2), Span::new("gh", 2)];
    let rows = wrap_hanging(&spans, 6, 4);
    assert_eq!(rows[0], [Span::new("ab ", 1), Span::new("cd", 2)]);
    assert_eq!(rows[1], [Span::new("efgh", 2)]);
}

/// Text as lessons have it, and worse.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[あ-んア-ン漢字通信名前]{1,8}",
        3 => "[a-zA-Z0-9_.:/-]{1,14}",
        3 => "[、。」）！？ーっゃァ…～々％]",
        2 => "[「（『【“]",
        1 => "[कत]{1,2}(्[कतय]){0,4}[\u{903}\u{1c25}]{0,3}",
        2 => Just(" ".to_owned()),
        1 => Just("　".to_owned()),
        1 => prop_oneof![Just("👩‍👩‍👧"), Just("🐳"), Just("か\u{3099}"), Just("ｶﾞ"), Just("é"), Just("🇯🇵"), Just("☁️")]
            .prop_map(str::to_owned),
        1 => Just("https://example.org/a/very/long/path?with=query&and=more#fragment".to_owned()),
        1 => "\\PC{1,6}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn rows_fit_and_nothing_but_blanks_is_lost(text in text(), cols in 20_usize..=200) {
        let rows = wrap_plain(&text, cols);
        for row in &rows {
            prop_assert!(width(row) <= cols, "{:?} is wider than {}", row, cols);
        }
        let bare = |text: &str| text.replace(is_blank, "");
        prop_assert_eq!(bare(&rows.concat()), bare(&text));
    }

    #[test]
    fn a_row_of_hardly_any_columns_is_too_wide_only_for_a_single_grapheme(text in text(), cols in 0_usize..=8) {
        let rows = wrap_plain(&text, cols);
        for row in &rows {
            let fits = width(row) <= cols.max(2) || row.graphemes(true).count() == 1;
            prop_assert!(fits, "{:?} is wider than {}", row, cols);
        }
        // A blank may itself be part of a grapheme: behind a letter that joins what follows.
        let graphemes = |text: &str| -> Vec<String> {
            let bare = text.graphemes(true).map(|grapheme| grapheme.trim_end_matches(is_blank));
            bare.filter(|grapheme| !grapheme.is_empty()).map(str::to_owned).collect()
        };
        let kept: Vec<String> = rows.iter().flat_map(|row| graphemes(row)).collect();
        prop_assert_eq!(kept, graphemes(&text));
    }

    #[test]
    fn no_row_breaks_kinsoku(text in text(), cols in 20_usize..=200) {
        let rows = wrap_plain(&text, cols);
        for pair in rows.windows(2) {
            let (Some(last), Some(next)) = (pair[0].chars().next_back(), pair[1].chars().next()) else { continue };
            if (may_end_row(last) && may_start_row(next)) || is_unbreakable(&pair[0]) {
                continue;
            }
            prop_assert!(false, "{:?} / {:?}", pair[0], pair[1]);
        }
    }

    #[test]
    fn styles_change_nothing_about_where_rows_break(text in text(), cut in 0_usize..80, cols in 20_usize..=200) {
        let at = text.char_indices().nth(cut).map_or(text.len(), |(at, _)| at);
        let spans = [Span::new(&text[..at], 1), Span::new(&text[at..], 2)];
        let rows: Vec<String> =
            wrap(&spans, cols).into_iter().map(|row| row.into_iter().map(|span| span.text).collect()).collect();
        prop_assert_eq!(rows, wrap_plain(&text, cols));
    }
}

/// Whether there is no place in a row at which kinsoku would let it end.
fn is_unbreakable(row: &str) -> bool {
    row.grapheme_indices(true).skip(1).all(|(at, _)| !allowed(row, at))
}
