//! Which of the words that exist somebody most likely meant by one that does not.

/// A pasted page is not a slip of the finger, and the cost of comparing grows with the length.
const LONGEST: usize = 64;

/// The word of a fixed vocabulary (a command, a verb, a flag) that `typed` is most likely a slip of, if any is near: two
/// letters off or swapped, one where there are three or fewer.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = if typed.chars().count() <= 3 { 1 } else { 2 };
    closest(typed, known, allowed)
}

/// The name that somebody gave, and most likely meant by `typed`: a third of its letters may be off, at most three.
/// Names with other numbers are other names, not slips: who types `web-2` does not mean `web-1`.
pub fn nearest_name<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (typed.chars().count() / 3).min(3);
    closest(typed, known.into_iter().filter(|name| !differs_in_number(typed, name)), allowed)
}

fn closest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>, allowed: usize) -> Option<&'a str> {
    if typed.is_empty() || typed.len() > LONGEST || allowed == 0 {
        return None;
    }
    known
        .into_iter()
        .map(|word| (strsim::damerau_levenshtein(typed, word), word))
        .filter(|(distance, word)| *distance <= allowed && *distance < word.len())
        // Of two that are as near, the one that begins as it was typed.
        .min_by(|(one, a), (other, b)| {
            one.cmp(other)
                .then_with(|| strsim::jaro_winkler(typed, b).total_cmp(&strsim::jaro_winkler(typed, a)))
        })
        .map(|(_, word)| word)
}

/// Whether the two are the same but for the value of their numbers: `01` and `1` are no two numbers.
fn differs_in_number(one: &str, other: &str) -> bool {
    let letters = |name: &str| name.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    let numbers = |name: &str| {
        let digits = name.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
        digits.map(|digits| digits.trim_start_matches('0').to_owned()).collect::<Vec<_>>()
    };
    letters(one) == letters(other) && numbers(one) != numbers(other)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slip_in_a_fixed_word_is_seen() {
        let verbs = ["run", "rm", "rmi", "logs", "network", "container", "ps"];
        for (typed, meant) in [
            ("rnu", Some("run")),
            ("lgos", Some("logs")),
            ("netwrok", Some("network")),
            ("contaner", Some("container")),
            ("sp", Some("ps")),
            ("frobnicate", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, verbs), meant, "{typed}");
        }
    }

    #[test]
    fn a_slip_in_a_name_is_seen_and_another_name_is_none() {
        let names = ["ports-web", "alpine_01", "tomcat-network", "db", "api"];
        for (typed, meant) in [
            ("port-web", Some("ports-web")),
            ("alpine_1", Some("alpine_01")),
            ("alpin_01", Some("alpine_01")),
            ("tomcat-netwrok", Some("tomcat-network")),
            ("aip", Some("api")),
            // Too short, too far, another number.
            ("bd", None),
            ("web", None),
            ("tomcat-nginx-1", None),
            ("alpine_02", None),
            ("alpine_11", None),
        ] {
            assert_eq!(nearest_name(typed, names), meant, "{typed}");
        }
    }

    #[test]
    fn of_several_the_nearest_is_meant() {
        assert_eq!(nearest_name("web-proxy", ["wob-proxy", "web-prexy"]), Some("web-prexy"));
        assert_eq!(nearest_name("proxy-weeb", ["proxy-wed", "proxy-web"]), Some("proxy-web"));
    }

    proptest! {
        #[test]
        fn what_is_meant_is_one_of_the_known_and_near(typed in ".{0,70}", known in prop::collection::vec(".{0,12}", 0..6)) {
            let words = || known.iter().map(String::as_str);
            for meant in [nearest(&typed, words()), nearest_name(&typed, words())].into_iter().flatten() {
                prop_assert!(known.iter().any(|word| word == meant));
                prop_assert!(strsim::damerau_levenshtein(&typed, meant) <= 3);
            }
        }
    }
}
