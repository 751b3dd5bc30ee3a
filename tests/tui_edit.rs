//! Files of a lesson edited in the terminal program: with the built-in editor, and with one of the learner's own.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod pty;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pty::{Pty, key, say};

const CTRL_F: &str = "\x06";
const CTRL_Q: &str = "\x11";
const CTRL_S: &str = "\x13";
const CTRL_Z: &str = "\x1a";
const DELETE: &str = "\x1b[3~";
const END: &str = "\x1b[F";

const PROSE: &str = "# Edits\n\n## One\n<!-- step: one -->\n\n```diff path=nginx/a.conf\n server {\n\
    -    listen 80;\n+    listen 81;\n }\n```\n\n## Two\n<!-- step: two -->\n\nDone.\n";

const KEY: &str = "format = 1\nimages = []\nminutes = 1\n\n[[step.one.goal]]\nfile = \"nginx/a.conf\"\n\
    contains = \"listen 81;\"\nlacks = \"listen 80;\"\n";

/// A home with a lesson of edits.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let lesson = folder.path().join("mine/edits");
        fs::create_dir_all(lesson.join("workspace/nginx")).unwrap();
        fs::write(folder.path().join("mine/course.toml"), "format = 1\nlessons = [\"edits\"]\n").unwrap();
        fs::write(lesson.join("lesson.toml"), KEY).unwrap();
        fs::write(lesson.join("en.md"), PROSE).unwrap();
        fs::write(lesson.join("ja.md"), PROSE).unwrap();
        fs::write(lesson.join("workspace/nginx/a.conf"), "# あ\nserver {\n    listen 80;\n}\n").unwrap();
        Self { folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The lesson, opened, with these variables.
    fn begin(&self, lang: &str, env: &[(&str, &str)]) -> Pty {
        let lessons = self.path().join("mine").display().to_string();
        let mut all = vec![("NETDOJO_LESSONS", lessons.as_str()), ("NETDOJO_LANG", lang)];
        all.extend(env);
        let mut pty = Pty::start(80, 24, self.path(), &all, &[]);
        pty.see("API");
        pty.keys(key::ENTER);
        pty.see("❯ edit nginx/a.conf");
        pty
    }

    fn file(&self) -> PathBuf {
        found(self.path().join("netdojo").as_path()).expect("the lesson's file")
    }

    fn content(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    /// An editor of the learner's own, as a script.
    fn script(&self, text: &str) -> String {
        use std::os::unix::fs::PermissionsExt;
        let path = self.path().join("my editor");
        fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        format!("'{}'", path.display())
    }
}

#[test]
fn an_editor_that_stops_gives_the_terminal_to_the_shell() {
    let home = Home::new();
    let lessons = home.path().join("mine").display().to_string();
    let editor = home.script("kill -s TSTP 0\nsed -i s/80/81/ \"$1\"");
    let env = [("NETDOJO_LESSONS", lessons.as_str()), ("VISUAL", editor.as_str()), ("PS1", "shell>")];
    let mut pty = Pty::spawn(80, 24, home.path(), &env, "sh", &["-i"]);
    pty.see("shell>");
    pty.line(env!("CARGO_BIN_EXE_netdojo"));
    pty.see("API");
    pty.keys(key::ENTER);
    pty.see("❯ edit nginx/a.conf");
    pty.keys(key::ENTER);
    pty.see("Stopped");
    pty.line("echo its $((40 + 2))");
    pty.see("its 42");
    pty.line("fg; exit");
    pty.see("✓");
    assert!(home.content().contains("listen 81;"));
    pty.keys(key::CTRL_D);
    assert_eq!(pty.ended().code, 0);
}

fn found(folder: &Path) -> Option<PathBuf> {
    fs::read_dir(folder).unwrap().find_map(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() { found(&path) } else { path.ends_with("nginx/a.conf").then_some(path) }
    })
}

fn passed(lang: &str) -> String {
    format!("✓ {}", say(lang, "ui-verdict-passed"))
}

#[test]
fn the_built_in_editor_changes_a_file_and_the_step_passes() {
    for lang in ["ja", "en"] {
        let home = Home::new();
        let mut pty = home.begin(lang, &[("EDITOR", "false"), ("NETDOJO_EDITOR", "builtin")]);
        pty.keys(key::ENTER);
        pty.see("Ctrl-S");
        pty.keys(CTRL_F);
        pty.see(&say(lang, "ui-editor-search"));
        pty.keys("80");
        pty.wait("the line that was found", |screen| {
            screen.lines().next().is_some_and(|title| title.contains("3/5"))
        });
        pty.keys(key::ESC);
        pty.see("Ctrl-S");
        pty.keys(DELETE);
        pty.keys(DELETE);
        pty.keys("81");
        pty.see("listen 81;");
        // Pasted in several lines, and taken back.
        pty.keys("\x1b[200~x\r\ny\x1b[201~");
        pty.wait("what was pasted", |screen| screen.contains("listen 81x"));
        pty.keys(CTRL_Z);
        pty.see("listen 81;");
        pty.keys(END);
        pty.keys(" # 名前");
        pty.see("名前");
        pty.keys(CTRL_Q);
        pty.see(&say(lang, "ui-editor-ask-unsaved"));
        pty.keys(key::ESC);
        pty.wait("the way back", |screen| !screen.contains(&say(lang, "ui-editor-ask-unsaved")));
        pty.keys(CTRL_S);
        pty.see(&say(lang, "ui-editor-unchanged"));
        assert_eq!(home.content(), "# あ\nserver {\n    listen 81; # 名前\n}\n");
        pty.keys(CTRL_Q);
        pty.see(&passed(lang));
        pty.see("✓ nginx/a.conf");
        pty.leave();
    }
}

#[test]
fn solve_makes_the_edit() {
    let home = Home::new();
    let mut pty = home.begin("en", &[]);
    pty.line("/solve");
    pty.see(&passed("en"));
    assert_eq!(home.content(), "# あ\nserver {\n    listen 81;\n}\n");
    pty.leave();
}

#[test]
fn an_editor_of_ones_own_gets_the_terminal_and_gives_it_back() {
    let home = Home::new();
    let script = home.script("echo \"editing $1\"; read answer; sed -i \"s/80/$answer/\" \"$1\"");
    let mut pty = home.begin("en", &[("VISUAL", &script), ("EDITOR", "false")]);
    pty.keys(key::ENTER);
    let screen = pty.see("editing ");
    assert!(!screen.contains("netdojo  Step"), "the whole terminal is the editor's\n{screen}");
    // On a terminal that is as it was, Enter ends the line that is read, and Backspace mends it.
    pty.line("8x\x7f1");
    pty.see(&passed("en"));
    assert_eq!(home.content(), "# あ\nserver {\n    listen 81;\n}\n");
    pty.line("cat nginx/a.conf");
    pty.see("$ cat nginx/a.conf");
    // The line has ended once the next step is offered again.
    pty.see(&say("en", "ui-enter-next"));
    pty.leave();
}

#[test]
fn ctrl_c_is_the_editors_alone_and_one_that_fails_is_told() {
    let home = Home::new();
    let script = home.script("trap 'echo caught; exit 3' INT; echo waiting; while :; do read x; done");
    let mut pty = home.begin("en", &[("EDITOR", &script)]);
    pty.keys(key::ENTER);
    pty.see("waiting");
    pty.keys(key::CTRL_C);
    pty.see("NETDOJO_EDITOR=builtin");
    pty.see("❯ edit nginx/a.conf");
    pty.leave();
}

#[test]
fn what_cannot_be_edited_is_said() {
    let home = Home::new();
    let mut pty = home.begin("en", &[]);
    fs::write(home.file().with_file_name("picture"), b"\x89PNG\0").unwrap();
    pty.line("edit nginx/picture");
    pty.see("is not a text file");
    pty.line("edit ../../other");
    pty.see("outside");
    pty.line("edit nginx");
    pty.see("is a folder");
    // A file that is changed elsewhere meanwhile is not written over unasked.
    pty.line("edit nginx/a.conf");
    pty.see("Ctrl-S");
    fs::write(home.file(), "theirs\n").unwrap();
    pty.keys("mine");
    pty.keys(CTRL_S);
    pty.see(&say("en", "ui-editor-ask-changed"));
    assert_eq!(home.content(), "theirs\n");
    pty.keys("r");
    pty.see("theirs");
    pty.keys(CTRL_Q);
    pty.see("❯");
    pty.leave();
}

#[test]
fn without_a_screen_edit_says_what_it_needs_or_uses_ones_own_editor() {
    let home = Home::new();
    let output = Command::new(env!("CARGO_BIN_EXE_netdojo"))
        .args(["run", "edit a.conf"])
        .current_dir(home.path())
        .env("NETDOJO_HOME", home.path().join("netdojo"))
        .env("NETDOJO_LANG", "en")
        .env_remove("VISUAL")
        .env_remove("EDITOR")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("EDITOR"));
    let script = home.script("echo new > \"$1\"; exit 7");
    let pty = Pty::start(80, 24, home.path(), &[("EDITOR", &script)], &["run", "edit a.conf"]);
    assert_eq!(pty.ended().code, 7);
    assert_eq!(fs::read_to_string(home.path().join("a.conf")).unwrap(), "new\n");
}
