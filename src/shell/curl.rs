//! `curl`, as far as a look at a container's page needs it.

use std::time::Duration;

use super::slip::line;
use super::url::{Url, UrlError};
use super::{ShellError, Word};
use crate::i18n::phrase;

/// What a `curl` line asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools, reason = "one for each switch that curl has")]
pub struct Curl {
    /// The page; none where what was given is no address, which curl says when it runs.
    pub url: Option<Url>,
    /// `-s`: errors are not said, unless `-S`
    pub silent: bool,
    /// `-S`
    pub show_error: bool,
    /// `-i`: the answer's head is printed, too
    pub include: bool,
    /// `-I`: only the head is asked for
    pub head: bool,
    /// `-f`: an answer of 400 and more is a failure
    pub fail: bool,
    /// `-L`: redirects are followed
    pub location: bool,
    /// `-v`: what is sent and received is told on standard error
    pub verbose: bool,
    /// `-o`: where the page goes, as written
    pub output: Option<String>,
    /// `-w`, as written
    pub write_out: Option<String>,
    /// `-m`: the longest that everything may take
    pub max_time: Option<Duration>,
    /// `--connect-timeout`: the longest that connecting may take
    pub connect_timeout: Option<Duration>,
    /// `-H`, each as written
    pub headers: Vec<String>,
}

/// What a flag takes.
enum Flag {
    Switch(fn(&mut Curl) -> &mut bool),
    Value(fn(&mut Curl, &str, &str) -> Result<(), String>),
}

/// Reads the words after `curl`.
///
/// # Errors
/// curl's own message where curl would refuse it, a phrase where only this prompt does.
pub(super) fn parse(words: &[Word]) -> Result<Curl, ShellError> {
    let mut curl = Curl::default();
    let mut page: Option<&Word> = None;
    let mut words = words.iter();
    let mut only_pages = false;
    while let Some(word) = words.next() {
        let text = word.text.as_str();
        if only_pages || text == "-" || !text.starts_with('-') {
            if page.is_some() {
                return Err(line(phrase("shell-curl-one"), word.span.clone()));
            }
            page = Some(word);
        } else if text == "--" {
            only_pages = true;
        } else if let Some(long) = text.strip_prefix("--") {
            let Some(flag) = long_flag(long) else { return Err(unknown(text, word)) };
            set(&mut curl, &flag, text, || words.next())?;
        } else {
            shorts(&mut curl, word, || words.next())?;
        }
    }
    let Some(page) = page else {
        return Err(message("curl: no URL specified!", 2));
    };
    curl.url = match Url::parse(&page.text) {
        Ok(url) => Some(url),
        Err(UrlError::Malformed) => None,
        Err(UrlError::Scheme) => return Err(line(phrase("shell-curl-scheme"), page.span.clone())),
        Err(UrlError::User) => return Err(line(phrase("shell-curl-user"), page.span.clone())),
    };
    Ok(curl)
}

fn shorts<'w>(
    curl: &mut Curl,
    word: &Word,
    mut next: impl FnMut() -> Option<&'w Word>,
) -> Result<(), ShellError> {
    let letters = &word.text[1..];
    for (at, letter) in letters.char_indices() {
        let name = format!("-{letter}");
        let Some(flag) = short_flag(letter) else { return Err(unknown(&name, word)) };
        let rest = &letters[at + letter.len_utf8()..];
        if let (Flag::Value(take), false) = (&flag, rest.is_empty()) {
            return take(curl, &name, rest).map_err(|why| message(&why, 2));
        }
        set(curl, &flag, &name, &mut next)?;
    }
    Ok(())
}

fn set<'w>(
    curl: &mut Curl,
    flag: &Flag,
    name: &str,
    mut next: impl FnMut() -> Option<&'w Word>,
) -> Result<(), ShellError> {
    match flag {
        Flag::Switch(switch) => *switch(curl) = true,
        Flag::Value(take) => {
            let value =
                next().ok_or_else(|| message(&format!("curl: option {name}: requires parameter"), 2))?;
            take(curl, name, &value.text).map_err(|why| message(&why, 2))?;
        }
    }
    Ok(())
}

fn short_flag(letter: char) -> Option<Flag> {
    long_flag(match letter {
        's' => "silent",
        'S' => "show-error",
        'i' => "include",
        'I' => "head",
        'f' => "fail",
        'L' => "location",
        'v' => "verbose",
        'o' => "output",
        'w' => "write-out",
        'm' => "max-time",
        'H' => "header",
        _ => return None,
    })
}

fn long_flag(long: &str) -> Option<Flag> {
    Some(match long {
        "silent" => Flag::Switch(|curl| &mut curl.silent),
        "show-error" => Flag::Switch(|curl| &mut curl.show_error),
        "include" => Flag::Switch(|curl| &mut curl.include),
        "head" => Flag::Switch(|curl| &mut curl.head),
        "fail" => Flag::Switch(|curl| &mut curl.fail),
        "location" => Flag::Switch(|curl| &mut curl.location),
        "verbose" => Flag::Switch(|curl| &mut curl.verbose),
        "output" => Flag::Value(|curl, _, text| {
            curl.output = Some(text.to_owned());
            Ok(())
        }),
        "write-out" => Flag::Value(|curl, _, text| {
            curl.write_out = Some(text.to_owned());
            Ok(())
        }),
        "max-time" => Flag::Value(|curl, name, text| {
            curl.max_time = seconds(name, text)?;
            Ok(())
        }),
        "connect-timeout" => Flag::Value(|curl, name, text| {
            curl.connect_timeout = seconds(name, text)?;
            Ok(())
        }),
        "header" => Flag::Value(|curl, name, text| {
            if text.bytes().any(|byte| byte < b' ' || byte == 0x7f) {
                return Err(format!("curl: option {name}: error encountered when reading a file"));
            }
            curl.headers.push(text.to_owned());
            Ok(())
        }),
        _ => return None,
    })
}

/// Seconds with or without a fraction; nothing for 0, which sets no limit.
fn seconds(name: &str, text: &str) -> Result<Option<Duration>, String> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let given = plain.then(|| text.parse::<f64>().ok()).flatten();
    let given = given.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let given = given.ok_or_else(|| format!("curl: option {name}: expected a proper numerical parameter"))?;
    Ok((!given.is_zero()).then_some(given))
}

/// A flag that nobody has, or that curl has and this prompt does not: it cannot be told which.
fn unknown(name: &str, word: &Word) -> ShellError {
    line(phrase("shell-curl-flag").with("flag", name), word.span.clone())
}

fn message(text: &str, code: i64) -> ShellError {
    let message = format!("{text}\ncurl: try 'curl --help' or 'curl --manual' for more information");
    ShellError::Docker { message, code }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::word::Word;
    use super::*;

    fn read(text: &str) -> Result<Curl, ShellError> {
        let words = text.split(' ').filter(|word| !word.is_empty());
        let word = |text: &str| Word { text: text.to_owned(), span: 0..text.len(), quoted: false };
        parse(&words.map(word).collect::<Vec<_>>())
    }

    #[test]
    fn flags_stand_alone_together_and_with_their_values() {
        let curl =
            read("-sSf -o/dev/null -w %{http_code} --max-time 1.5 -IL http://localhost:1/ -i").expect("read");
        let expected = Curl {
            url: Url::parse("localhost:1").ok(),
            silent: true,
            show_error: true,
            include: true,
            head: true,
            fail: true,
            location: true,
            output: Some("/dev/null".into()),
            write_out: Some("%{http_code}".into()),
            max_time: Some(Duration::from_millis(1500)),
            ..Curl::default()
        };
        assert_eq!(curl, expected);
    }

    #[test]
    fn slips_are_said_as_curl_says_them() {
        for (text, said) in [
            ("", "curl: no URL specified!"),
            ("-m x localhost", "curl: option -m: expected a proper numerical parameter"),
            ("localhost -w", "curl: option -w: requires parameter"),
        ] {
            match read(text) {
                Err(ShellError::Docker { message, code: 2 }) => {
                    let expected =
                        format!("{said}\ncurl: try 'curl --help' or 'curl --manual' for more information");
                    assert_eq!(message, expected);
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        for text in ["--nosuch localhost", "-sX localhost", "a b", "https://localhost"] {
            assert!(matches!(read(text), Err(ShellError::Line { .. })), "{text}");
        }
        assert_eq!(read("localhost:99999").map(|curl| curl.url), Ok(None));
    }

    proptest! {
        #[test]
        fn any_words_are_read(text in "[-a-zA-Z0-9. :/é]{0,40}") {
            let _ = read(&text);
        }
    }
}
