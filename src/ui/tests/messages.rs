//! No message is cut where it is shown, in any language, on the smallest screen and on a usual one.

use super::stage::{begun, draw, langs, lesson};
use super::{NARROW, SMALL};
use crate::app::commands::COMMANDS;
use crate::app::{Notice, Overlay, Tone};
use crate::check::Verdict;
use crate::i18n::{Lang, Phrase, Translator, phrase};
use crate::text::width;

/// Areas whose messages come as notices; `$lang` is the folder.
macro_rules! areas {
    ($lang:literal: $($area:literal)*) => {
        [$(include_str!(concat!("../../../locales/", $lang, "/", $area, ".ftl"))),*].concat()
    };
}

fn locale(lang: &Lang) -> String {
    if *lang == "ja" {
        areas!("ja": "app" "check" "engine" "network" "panes" "probe" "runtime" "session" "shell" "teach")
    } else {
        areas!("en": "app" "check" "engine" "network" "panes" "probe" "runtime" "session" "shell" "teach")
    }
}

/// Every message as a phrase, with arguments as long as they mostly are.
fn phrases(source: &str) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    for line in source.lines() {
        if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| !key.contains([' ', '#'])) {
            out.push(phrase(Box::leak(key.to_owned().into_boxed_str())));
        }
        for argument in line.split('$').skip(1) {
            let name: String = argument
                .trim_start()
                .chars()
                .take_while(|c| c.is_alphanumeric() || "-_".contains(*c))
                .collect();
            let Some(known) = out.pop() else { continue };
            let value = value(&name);
            out.push(known.with(Box::leak(name.into_boxed_str()), value));
        }
    }
    out
}

fn value(argument: &str) -> &'static str {
    match argument {
        "reason" | "problem" | "message" | "text" => "connection refused by the other side",
        "line" | "command" | "url" | "endpoint" => "unix:///var/run/docker.sock",
        _ => "tomcat-network",
    }
}

fn squashed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '│').collect()
}

/// What is seen on the whole screen, row after row.
fn seen(model: &crate::app::Model) -> String {
    let (buffer, _, _) = draw(model);
    squashed(&buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>())
}

#[test]
fn every_notice_is_seen_whole() {
    for lang in langs() {
        let translator = Translator::new(&lang);
        for phrase in phrases(&locale(&lang)) {
            for size in [SMALL, NARROW] {
                let mut model = begun(&lang, size);
                model.notice = Some(Notice { tone: Tone::Warning, phrase: phrase.clone() });
                let said = crate::text::sanitize(&translator.say(&phrase)).into_owned();
                assert!(seen(&model).contains(&squashed(&said)), "{lang} {size:?} {}: {said}", phrase.key);
            }
        }
    }
}

/// Why a step has not passed, and why that cannot be told: any message may be the reason.
#[test]
fn every_reason_is_seen_whole() {
    for lang in langs() {
        let translator = Translator::new(&lang);
        for (index, phrase) in phrases(&locale(&lang)).into_iter().enumerate() {
            let mut model = begun(&lang, if index % 2 == 0 { SMALL } else { NARROW });
            let said = crate::text::sanitize(&translator.say(&phrase)).into_owned();
            let key = phrase.key;
            lesson(&mut model).result.verdict =
                if index % 4 < 2 { Verdict::Failed(vec![phrase]) } else { Verdict::Unknown(phrase) };
            assert!(seen(&model).contains(&squashed(&said)), "{lang} {:?} {key}: {said}", model.size);
        }
    }
}

#[test]
fn every_command_is_described_whole() {
    for lang in langs() {
        let translator = Translator::new(&lang);
        for (index, command) in COMMANDS.iter().filter(|c| c.is_offered(&begun(&lang, SMALL))).enumerate() {
            for size in [SMALL, NARROW] {
                let mut model = begun(&lang, size);
                model.overlay = Some(Overlay::Palette { query: String::new(), selected: index });
                let said = squashed(&translator.say(&command.about()));
                assert!(seen(&model).contains(&said), "{lang} {size:?}: {said}");
            }
        }
    }
}

/// What stands in one row has to fit into the smallest one.
#[test]
fn every_label_fits_its_row() {
    let edges = [
        "ui-help-title",
        "ui-why-title",
        "ui-word-title",
        "ui-palette-title",
        "ui-steps-title",
        "ui-links-title",
        "ui-overlay-close",
        "ui-overlay-scroll",
        "ui-overlay-links",
        "ui-palette-keys",
        "ui-list-keys",
    ];
    let verdicts = [
        "ui-verdict-running",
        "ui-verdict-passed",
        "ui-verdict-read",
        "ui-verdict-not-run",
        "ui-verdict-failed",
        "ui-verdict-unknown",
        "ui-verdict-skipped",
        "ui-verdict-judging",
        "ui-verdict-preparing",
    ];
    let enters = [
        "ui-enter-open",
        "ui-enter-run",
        "ui-enter-edit",
        "ui-enter-waiting",
        "ui-enter-check",
        "ui-enter-read",
        "ui-enter-next",
        "ui-enter-finish",
        "ui-enter-attached",
        "ui-enter-return",
        "ui-enter-clear",
        "ui-enter-running",
        "ui-enter-leaving",
        "ui-enter-return",
        "ui-enter-clear",
    ];
    let room = usize::from(SMALL.0);
    for lang in langs() {
        let translator = Translator::new(&lang);
        let cols = |key: &'static str| width(&translator.say(&phrase(key)));
        let widest = |keys: &[&'static str]| keys.iter().map(|key| cols(key)).max().unwrap_or(0);
        assert!(widest(&edges) + 6 <= room, "{lang}: the edge of an overlay");
        // A sign and a blank before the verdict, two blanks between, one at either end.
        assert!(widest(&verdicts) + widest(&enters) + 6 <= room, "{lang}: the verdict line");
        assert!(cols("ui-prompt-attached") + 2 <= room, "{lang}: the prompt of a container's terminal");
        let tabs = ["ui-pane-network", "ui-pane-output", "ui-pane-check"].map(&cols);
        let titles = tabs.iter().sum::<usize>() + 10;
        assert!(titles + width("Ctrl-]") + 3 <= room, "{lang}: the title of the output");
    }
}
