//! Holds the house together: what may use what runs one way, and only some rooms touch the world.
//!
//! The picture of it is in `docs/architecture.md`. Reads the sources as text, tests left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each module and the ones it may name. `i18n` and `text` are leaves that anyone may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("i18n", &[]),
    ("text", &[]),
    ("shell", &[]),
    ("lesson", &["shell"]),
    ("network", &["lesson"]),
    ("check", &["lesson", "network"]),
    ("report", &["check", "lesson"]),
    ("app", &["check", "lesson", "network", "report", "shell"]),
    ("ui", &["app", "check", "lesson", "network", "shell"]),
    ("engine", &["lesson", "network"]),
    ("docker", &["engine", "network", "shell"]),
    ("probe", &["engine", "lesson", "network"]),
    ("session", &["engine", "lesson", "network", "shell"]),
    (
        "runtime",
        &[
            "app", "check", "docker", "engine", "lesson", "network", "probe", "report", "session", "shell",
            "ui",
        ],
    ),
    (
        "cli",
        &[
            "app", "check", "docker", "engine", "lesson", "network", "probe", "report", "runtime", "session",
            "shell", "ui",
        ],
    ),
];

const LEAVES: &[&str] = &["i18n", "text"];

/// Modules that are functions of their arguments: no files, no clock, no network, no environment.
const PURE: &[&str] = &["app", "check", "lesson", "network", "report", "shell", "text", "ui"];

/// What a pure module never names.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net::TcpStream",
    "std::process",
    "std::env::",
    "SystemTime::now",
    "Instant::now",
    "tokio::",
    "println!",
    "eprintln!",
];

fn sources(below: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(below).expect("a folder").map(|entry| entry.expect("an entry")) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs")
            && path.file_name().is_some_and(|name| name != "tests.rs")
        {
            found.push(path);
        }
    }
    found
}

/// The code of a file without comments and without what follows `#[cfg(test)]`.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn modules() -> BTreeMap<String, Vec<(PathBuf, String)>> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut modules: BTreeMap<String, Vec<(PathBuf, String)>> = BTreeMap::new();
    for path in sources(&src) {
        let below = path.strip_prefix(&src).expect("below src");
        if let (Some(first), true) = (below.iter().next(), below.iter().count() > 1) {
            modules
                .entry(first.to_string_lossy().into_owned())
                .or_default()
                .push((path.clone(), code(&path)));
        }
    }
    modules
}

/// Every `crate::NAME` in the code, also inside `crate::{a, b}`.
fn named(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        if let Some(group) = after.strip_prefix('{') {
            let mut depth = 0_u32;
            let mut word = String::new();
            for letter in group.chars() {
                match letter {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' | ':' | ' ' | '\n' if depth == 0 => {
                        names.insert(std::mem::take(&mut word));
                    }
                    _ if depth == 0 => word.push(letter),
                    _ => {}
                }
            }
            names.insert(word);
            names.remove("");
        } else {
            names.insert(
                after.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect(),
            );
        }
    }
    names
}

#[test]
fn what_may_use_what_runs_one_way() {
    let modules = modules();
    let mut broken = Vec::new();
    for (module, files) in &modules {
        let allowed = MAY_USE.iter().find(|(name, _)| name == module).map_or_else(
            || panic!("src/{module} is new: say in this test and in docs/architecture.md what it may use"),
            |(_, allowed)| *allowed,
        );
        for (path, code) in files {
            for name in named(code) {
                let fine = name == *module
                    || allowed.contains(&name.as_str())
                    || LEAVES.contains(&name.as_str()) && !LEAVES.contains(&module.as_str())
                    || !modules.contains_key(&name);
                if !fine {
                    broken.push(format!("{}: {module} may not use {name}", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_table_has_no_circle() {
    for (position, (module, allowed)) in MAY_USE.iter().enumerate() {
        for used in *allowed {
            let where_used = MAY_USE.iter().position(|(name, _)| name == used).unwrap();
            assert!(where_used < position, "{module} uses {used}, which stands below it");
        }
    }
}

#[test]
fn only_the_engine_names_bollard() {
    for (module, files) in modules() {
        for (path, code) in files {
            assert!(module == "engine" || !code.contains("bollard"), "{} names bollard", path.display());
        }
    }
}

#[test]
fn pure_modules_touch_nothing() {
    let mut broken = Vec::new();
    for (_, files) in modules().into_iter().filter(|(module, _)| PURE.contains(&module.as_str())) {
        for (path, code) in files {
            for word in IMPURE.iter().filter(|word| code.contains(**word)) {
                broken.push(format!("{} names {word}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn groups_are_read() {
    let names = named("use crate::{app::{Model, Msg}, ui};\nuse crate::text::width;");
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["app", "text", "ui"]);
}
