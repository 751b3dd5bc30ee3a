//! What programs print, for both terminals.

/// What programs print.
pub const CORPUS: &[(&str, &str)] = &[
    ("plain lines", "one\r\ntwo\r\n\r\nthree\ttab\r\n"),
    ("a progress bar", "  0%\r 50%\r100%\x1b[K\r\ndone\r\n"),
    (
        "a wrapped line",
        "0123456789abcdefghijklmnopqrstuvwxyz0123456789\r\nコンテナ間通信をするにはネットワークが要ります。\r\n",
    ),
    ("a wide character at the edge", "123456789012345678901234567890123456789コ\r\n"),
    (
        "ls in colour",
        "\x1b[1;34mbin\x1b[m   \x1b[1;34metc\x1b[m  \x1b[1;36mlib\x1b[m  \x1b[0;32mrun.sh\x1b[0m\r\n",
    ),
    (
        "256 and true colours",
        "\x1b[38;5;208morange\x1b[48;5;17mon blue\x1b[0m \x1b[38;2;1;2;3mrgb\x1b[0m \x1b[1;2;3;4;7;9mall\x1b[0m",
    ),
    (
        "a full screen and back",
        "before\r\n\x1b[?1049h\x1b[H\x1b[2J~\r\n~\r\n\x1b[7mstatus\x1b[0m\x1b[5;5Hx\x1b[?1049lafter",
    ),
    (
        "a full screen that stays",
        "before\r\n\x1b[?1049h\x1b[H\x1b[2J\x1b[12;1H\x1b[7m status \x1b[0m\x1b[3;4Hコンテナ\x1b[3;5Hx",
    ),
    ("a scroll region", "\x1b[2;5ra\r\nb\r\nc\r\nd\r\ne\r\nf\r\ng\x1b[r\x1b[12;1Hlast"),
    ("combining marks", "e\u{301}a\u{308}か\u{3099}は\u{309a} n\u{303}\r\n"),
    ("half-width katakana", "ｺﾝﾃﾅ ｶﾞｷﾞ ﾊﾟ\r\n"),
    ("line drawing", "\x1b(0lqqqk\r\nx   x\r\nmqqqj\x1b(B\r\nok"),
    (
        "inserting and deleting",
        "abcdefgh\x1b[4D\x1b[2@\x1b[3DX\x1b[2P\r\nl1\r\nl2\r\nl3\x1b[2A\x1b[L\x1b[B\x1b[M",
    ),
    ("deleting more than there is", "\x1b[38Gabc\x1b[39G\x1b[5P\x1b[2;38Gdef\x1b[2;40H\x1b[3P"),
    ("tab stops", "\x1b[3g\x1b[5G\x1bH\x1b[15G\x1bH\ra\tb\tc\td"),
    ("saved cursor", "\x1b[3;3H\x1b[31m\x1b7\x1b[0m\x1b[8;8Hx\x1b8y"),
    ("an origin of its own", "\x1b[3;8r\x1b[?6h\x1b[1;1Htop\x1b[20;1Hbottom\x1b[?6l\x1b[1;1Hhome"),
    ("no wrapping", "\x1b[?7l0123456789012345678901234567890123456789xyz\x1b[?7h\r\nnext"),
    ("the screen filled", "\x1b#8\x1b[3;3H\x1b[J"),
    ("erasing above the second row", "one\r\ntwo\x1b[1J"),
    ("the screen filled, from within a region", "\x1b[2;4r\x1b[3;3Hx\x1b#8y"),
];
