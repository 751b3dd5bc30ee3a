//! Labels: whose an object on an engine is, told by the object itself.

use std::collections::BTreeMap;

/// On everything that this program makes.
pub const MARK: &str = "netdojo";
/// Whose it is: an installation's id, or that of one `verify` or `run`.
pub const OWNER: &str = "netdojo.owner";
/// The lesson in which it was made.
pub const LESSON: &str = crate::lesson::LABEL;
/// On containers that only serve a probe.
pub const HELPER: &str = "netdojo.helper";

/// The labels for what is made now.
pub fn labels(owner: &str, lesson: Option<&str>) -> BTreeMap<String, String> {
    let lesson = lesson.map(|lesson| (LESSON.to_owned(), lesson.to_owned()));
    [(MARK.to_owned(), "1".to_owned()), (OWNER.to_owned(), owner.to_owned())]
        .into_iter()
        .chain(lesson)
        .collect()
}

/// Whose an object is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owned {
    /// Made by this owner.
    Ours,
    /// Made by this program for the owner of that id.
    Others(String),
    /// Made by something else.
    Foreign,
}

/// Whose the object with these labels is, to `owner`.
pub fn owned(labels: &BTreeMap<String, String>, owner: &str) -> Owned {
    match (labels.contains_key(MARK), labels.get(OWNER)) {
        (true, Some(found)) if found == owner => Owned::Ours,
        (true, Some(found)) => Owned::Others(found.clone()),
        (true, None) | (false, _) => Owned::Foreign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_labelled_is_told_apart() {
        let made = labels("me", Some("link"));
        assert_eq!(made[LESSON], "link");
        assert_eq!(owned(&made, "me"), Owned::Ours);
        assert_eq!(owned(&made, "you"), Owned::Others("me".into()));
        assert_eq!(owned(&BTreeMap::new(), "me"), Owned::Foreign);
        // An owner's label alone could be anybody's.
        assert_eq!(owned(&[(OWNER.to_owned(), "me".to_owned())].into(), "me"), Owned::Foreign);
    }
}
