//! `docs/keys.md` is made from the tables that the help is made from.

use netdojo::app::commands::COMMANDS;
use netdojo::app::keymap::{EDITOR, KEYS};
use netdojo::i18n::{Translator, phrase};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");

fn page() -> String {
    let translator = Translator::new(&"en".parse().expect("a language"));
    let say = |key: &'static str| translator.say(&phrase(key));
    let heading = |key| [String::new(), format!("## {}", say(key)), String::new()];
    let mut lines = vec!["# Keys and commands".to_owned(), String::new()];
    lines.push("F1 shows the same in the program.".to_owned());
    for section in KEYS.iter().chain([&EDITOR]) {
        lines.extend(heading(section.title));
        lines.extend(["| Key | What it does |", "| --- | --- |"].map(str::to_owned));
        lines.extend(section.keys.iter().map(|(keys, about)| format!("| `{keys}` | {} |", say(about))));
    }
    lines.extend(heading("ui-help-commands"));
    lines.extend(["| Command | Key | What it does |", "| --- | --- | --- |"].map(str::to_owned));
    for command in COMMANDS {
        let argument = command.argument.map(|argument| format!(" {argument}")).unwrap_or_default();
        let key = command.key.map(|key| format!("`{key}`")).unwrap_or_default();
        let teaching = if command.teaching { " (`netdojo teach`)" } else { "" };
        let about = translator.say(&command.about());
        lines.push(format!("| `/{}{argument}` | {key} | {about}{teaching} |", command.name));
    }
    lines.join("\n") + "\n"
}

/// `UPDATE_DOCS=1` writes the page instead.
#[test]
fn the_page_of_keys_is_what_the_program_says() {
    let page = page();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(PAGE, &page).expect("the page is written");
    }
    let written = std::fs::read_to_string(PAGE).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(written, page, "write it with: UPDATE_DOCS=1 cargo test --test keys_page");
}
