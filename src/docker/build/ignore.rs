//! `.dockerignore`: which files of a context are not sent, by the rules of docker's command line.
//!
//! They are not those of `.gitignore`: every pattern begins at the context, the last one that fits decides, and braces
//! mean themselves. So patterns become regular expressions here, as they do in docker.

use regex::Regex;

/// The patterns of a `.dockerignore`.
#[derive(Debug, Default)]
pub struct Ignore {
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    /// As cleaned; what an exception begins with keeps its folders.
    text: String,
    regex: Regex,
    /// Behind a `!`: sent after all.
    exception: bool,
}

impl Ignore {
    /// Reads the file's text.
    ///
    /// # Errors
    /// What docker says about a pattern that is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut ignore = Self::default();
        for line in text.trim_start_matches('\u{feff}').lines() {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            ignore.add(line.trim())?;
        }
        Ok(ignore)
    }

    /// Keeps `path`, whatever the patterns say: the builder needs it.
    pub fn keep(&mut self, path: &str) {
        if self.leaves_out(path)
            && let Ok(regex) = Regex::new(&format!("^{}$", regex::escape(path)))
        {
            self.rules.push(Rule { text: path.to_owned(), regex, exception: true });
        }
    }

    /// Whether `path`, relative to the context with `/` between its parts, is not sent.
    pub fn leaves_out(&self, path: &str) -> bool {
        let mut left_out = false;
        for rule in self.rules.iter().filter(|rule| !rule.text.is_empty()) {
            // A rule that would change nothing need not be asked.
            if rule.exception == left_out && ancestors(path).any(|part| rule.regex.is_match(part)) {
                left_out = !rule.exception;
            }
        }
        left_out
    }

    /// Whether something below the folder `path`, which itself is left out, may be sent all the same.
    pub fn may_hold_exceptions(&self, path: &str) -> bool {
        let below = format!("{path}/");
        self.rules.iter().any(|rule| rule.exception && format!("{}/", rule.text).starts_with(&below))
    }

    fn add(&mut self, line: &str) -> Result<(), String> {
        let (exception, pattern) = match line.strip_prefix('!') {
            Some(rest) => (true, rest.trim()),
            None => (false, line),
        };
        if pattern.is_empty() {
            return Err("illegal exclusion pattern: \"!\"".to_owned());
        }
        let text = cleaned(pattern);
        let bad = || "syntax error in pattern".to_owned();
        let regex = Regex::new(&expression(&text).ok_or_else(bad)?).map_err(|_| bad())?;
        self.rules.push(Rule { text, regex, exception });
        Ok(())
    }
}

/// The path itself and every folder above it.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    std::iter::once(path).chain(path.rmatch_indices('/').map(|(at, _)| &path[..at]))
}

/// As Go's `filepath.Clean` leaves it, without a slash before it.
fn cleaned(pattern: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in pattern.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if pattern.starts_with('/') => {}
            other => parts.push(other),
        }
    }
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

/// The pattern as a regular expression; none where it is not well formed.
fn expression(pattern: &str) -> Option<String> {
    // Docker compares the end alone, so that `**.log` also fits `a.log`.
    if let Some(rest) = pattern.strip_prefix("**")
        && !rest.is_empty()
        && !rest.contains(['*', '?', '[', '\\', '/'])
    {
        return Some(format!("(?s)^.*{}$", regex::escape(rest)));
    }
    let mut out = String::from("(?s)^");
    let mut rest = pattern.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '*' if rest.peek() == Some(&'*') => {
                rest.next();
                if rest.peek() == Some(&'/') {
                    rest.next();
                }
                out.push_str(if rest.peek().is_none() { ".*" } else { "(?:.*/)?" });
            }
            '*' => out.push_str("[^/]*"),
            '?' => out.push_str("[^/]"),
            '\\' => out.push_str(&regex::escape(&rest.next()?.to_string())),
            '[' => out.push_str(&class(&mut rest)?),
            c => out.push_str(&regex::escape(&c.to_string())),
        }
    }
    out.push('$');
    Some(out)
}

/// What follows a `[`, up to its `]`.
fn class(rest: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<String> {
    let mut out = String::from("[");
    if rest.next_if_eq(&'^').is_some() {
        out.push('^');
    }
    let mut empty = true;
    loop {
        if !empty && rest.next_if_eq(&']').is_some() {
            out.push(']');
            return Some(out);
        }
        let low = member(rest)?;
        let high = if rest.next_if_eq(&'-').is_some() { member(rest)? } else { low };
        out.extend([escaped(low), "-".to_owned(), escaped(high)]);
        empty = false;
    }
}

fn member(rest: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<char> {
    match rest.next()? {
        '-' | ']' => None,
        '\\' => rest.next(),
        c => Some(c),
    }
}

fn escaped(c: char) -> String {
    format!("\\u{{{:x}}}", c as u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn left_out(patterns: &str, path: &str) -> bool {
        Ignore::parse(patterns).unwrap().leaves_out(path)
    }

    #[test]
    fn patterns_begin_at_the_context() {
        assert!(left_out("a.log", "a.log"));
        assert!(!left_out("a.log", "below/a.log"));
        assert!(left_out("/a.log", "a.log"));
        assert!(left_out("./a.log", "a.log"));
        assert!(left_out("*/a.log", "below/a.log"));
        assert!(!left_out("*/a.log", "a.log"));
        assert!(left_out("*", "a/b") && !left_out("?", "ab"));
    }

    #[test]
    fn two_stars_are_any_number_of_folders() {
        for path in ["a.log", "b/a.log", "b/c/a.log"] {
            assert!(left_out("**/*.log", path), "{path}");
            assert!(left_out("**/a.log", path), "{path}");
            assert!(left_out("**.log", path), "{path}");
        }
        assert!(!left_out("**/a.log", "b/ba.log"));
        assert!(left_out("b/**/c", "b/c") && left_out("b/**/c", "b/x/y/c"));
        assert!(left_out("b/**", "b/c") && !left_out("b/**", "b"));
        assert!(left_out("**", "anything/at/all"));
    }

    #[test]
    fn a_folder_takes_its_files_with_it() {
        assert!(left_out("target", "target/debug/x"));
        assert!(left_out("target/", "target/debug/x"));
        assert!(!left_out("target", "targets/x"));
    }

    #[test]
    fn the_last_rule_that_fits_decides() {
        let rules = "# all notes\n*.md\n!README.md\nREADME-secret.md\n";
        assert!(left_out(rules, "a.md"));
        assert!(!left_out(rules, "README.md"));
        assert!(left_out("*.md\n!README*.md\nREADME-secret.md", "README-secret.md"));
        assert!(!left_out("*.md\nREADME-secret.md\n!README*.md", "README-secret.md"));
        let ignore = Ignore::parse("a\n!a/b/keep").unwrap();
        assert!(ignore.may_hold_exceptions("a") && ignore.may_hold_exceptions("a/b"));
        assert!(!ignore.may_hold_exceptions("a/c") && !ignore.leaves_out("a/b/keep"));
    }

    #[test]
    fn classes_escapes_and_braces() {
        assert!(left_out("[a-c]?.txt", "b1.txt") && !left_out("[a-c]?.txt", "d1.txt"));
        assert!(left_out("[^a-c].txt", "d.txt") && !left_out("[^a-c].txt", "a.txt"));
        assert!(left_out(r"\*.txt", "*.txt") && !left_out(r"\*.txt", "a.txt"));
        assert!(left_out("{a,b}", "{a,b}") && !left_out("{a,b}", "a"));
        for bad in ["[", "[]", "[a", "[a-]", "a\\", "[]a]"] {
            assert_eq!(Ignore::parse(bad).unwrap_err(), "syntax error in pattern", "{bad}");
        }
        assert_eq!(Ignore::parse("!").unwrap_err(), "illegal exclusion pattern: \"!\"");
    }

    #[test]
    fn what_the_builder_needs_is_kept() {
        let mut ignore = Ignore::parse("*").unwrap();
        ignore.keep("Dockerfile");
        assert!(!ignore.leaves_out("Dockerfile") && ignore.leaves_out("other"));
    }

    proptest! {
        #[test]
        fn no_pattern_is_too_odd(text in "[ -~\n]{0,40}", path in "[a-z*./\\[-]{0,12}") {
            if let Ok(ignore) = Ignore::parse(&text) {
                let _ = ignore.leaves_out(&path);
            }
        }

        #[test]
        fn a_plain_name_fits_itself_and_what_is_below(name in "[a-z{}+().$|]{1,8}", below in "[a-z]{1,5}") {
            prop_assume!(name.chars().any(|c| c != '.'));
            prop_assert!(left_out(&name, &name));
            let path = format!("{name}/{below}");
            prop_assert!(left_out(&name, &path));
            let longer = format!("{name}x");
            prop_assert!(!left_out(&name, &longer));
        }
    }
}
