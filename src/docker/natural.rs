//! The order in which people expect names with numbers in them: `web2` before `web10`.

use std::cmp::Ordering;

/// Compares two names, runs of digits by their value.
pub fn order(one: &str, other: &str) -> Ordering {
    let (mut a, mut b) = (one, other);
    loop {
        let (number_a, rest_a) = digits(a);
        let (number_b, rest_b) = digits(b);
        if !number_a.is_empty() && !number_b.is_empty() {
            let value = |number: &str| number.trim_start_matches('0').to_owned();
            let (x, y) = (value(number_a), value(number_b));
            let ordering = x.len().cmp(&y.len()).then_with(|| x.cmp(&y));
            // Of equal numbers the one with fewer zeros before it comes first.
            let ordering = ordering.then_with(|| number_a.len().cmp(&number_b.len()));
            if ordering != Ordering::Equal {
                return ordering;
            }
            (a, b) = (rest_a, rest_b);
            continue;
        }
        let (mut left, mut right) = (a.chars(), b.chars());
        match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (x, y) if x != y => return x.cmp(&y),
            _ => (a, b) = (left.as_str(), right.as_str()),
        }
    }
}

/// The digits that `text` begins with, and the rest.
fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;

    use super::order;

    #[test]
    fn numbers_count_by_value() {
        let mut names = ["web10", "web2", "bridge", "web02", "web"];
        names.sort_by(|one, other| order(one, other));
        assert_eq!(names, ["bridge", "web", "web2", "web02", "web10"]);
    }

    proptest! {
        #[test]
        fn it_is_an_order(a in "[a0-9é]{0,8}", b in "[a0-9é]{0,8}") {
            prop_assert_eq!(order(&a, &b), order(&b, &a).reverse());
            prop_assert_eq!(order(&a, &b) == Ordering::Equal, a == b);
        }
    }
}
