//! The command line itself: help, slips, completions, lint.

use std::process::{Command, Output};

fn netdojo(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_netdojo"));
    command.args(args).env_remove("NETDOJO_LANG").env_remove("NETDOJO_LESSONS").env("LC_ALL", "en_US.UTF-8");
    command.output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn help_and_version_are_printed_in_the_language_chosen() {
    let english = netdojo(&["--help"]);
    assert_eq!(english.status.code(), Some(0));
    assert!(text(&english.stdout).contains("Usage: netdojo"));
    let japanese = netdojo(&["verify", "--help", "--lang", "ja"]);
    assert!(text(&japanese.stdout).contains("使い方: netdojo verify"), "{}", text(&japanese.stdout));
    let version = netdojo(&["--version"]);
    assert_eq!(text(&version.stdout).trim(), concat!("netdojo ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn slips_end_with_2_and_say_what_to_do() {
    for args in [
        &["verifi"][..],
        &["run"],
        &["--lang", "tlh"],
        &["clean", "--all"],
        &["completions", "csh"],
        // What says how the terminal program is shown, where it is not what runs, or cannot be shown so.
        &["--ascii", "verify"],
        &["--plain", "doctor"],
        &["--plain", "--ascii"],
        &["--plain", "teach"],
        &["teach", "--plain"],
    ] {
        let output = netdojo(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty());
        let said = text(&output.stderr);
        assert!(said.starts_with("netdojo: ") && said.lines().count() >= 2, "{args:?}: {said}");
        assert!(!said.contains("cli-"), "{said}");
    }
}

#[test]
fn completions_are_a_script_of_the_shell() {
    for shell in ["bash", "zsh", "fish"] {
        let output = netdojo(&["completions", shell]);
        assert_eq!(output.status.code(), Some(0));
        assert!(text(&output.stdout).contains("netdojo"));
    }
}

#[test]
fn lint_passes_the_program_s_own_lessons() {
    let output = netdojo(&["lint"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
}

#[test]
fn lint_shows_file_line_and_caret() {
    let temp = tempfile::tempdir().expect("a folder");
    let lesson = temp.path().join("broken");
    std::fs::create_dir(&lesson).expect("a folder");
    std::fs::write(temp.path().join("course.toml"), "format = 1\nlessons = [\"broken\"]\n").expect("written");
    std::fs::write(lesson.join("lesson.toml"), "format = 1\nimages = [\"alpine\"]\nminutez = 3\n")
        .expect("written");
    for (lang, title) in [("ja", "壊れた課題"), ("en", "Broken")] {
        let text = format!("# {title}\n\n## {title}\n<!-- step: one -->\n\n```console\n$ docker ps\n```\n");
        std::fs::write(lesson.join(format!("{lang}.md")), text).expect("written");
    }
    let folder = temp.path().display().to_string();
    for lang in ["en", "ja"] {
        let output = netdojo(&["lint", &folder, "--lang", lang]);
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
        let said = text(&output.stdout);
        assert!(said.contains("broken/lesson.toml:3:1"), "{said}");
        assert!(said.contains("minutez = 3"), "{said}");
    }
}

#[test]
fn lint_of_no_folder_is_a_slip() {
    let output = netdojo(&["lint", "/nowhere/at/all"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("/nowhere/at/all"));
}
