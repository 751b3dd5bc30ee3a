//! Any line: read, coloured, completed, and, where it is a pipe, its filters fed with the line itself.

#![no_main]

use libfuzzer_sys::fuzz_target;
use netdojo::i18n::phrase;
use netdojo::shell::{FilterState, Flow, Known, Names, complete, highlight, parse};

fn known(name: &str) -> Known {
    Known { name: name.to_owned(), about: phrase("shell-about-image").with("count", 1_usize) }
}

fuzz_target!(|line: &str| {
    let names = Names {
        containers: vec![("alpine_01".into(), true), ("a b".into(), false)],
        networks: vec![known("bridge")],
        images: vec![known("alpine")],
        files: vec!["nginx/Dockerfile".into()],
    };
    let mut end = 0;
    for (span, _) in highlight(line) {
        assert!(span.start >= end && line.get(span.clone()).is_some());
        end = span.end;
    }
    for cursor in [0, line.len() / 2, line.len()] {
        if let Some(found) = complete(line, cursor, &names) {
            assert!(line.get(found.span).is_some());
        }
    }
    let Ok(script) = parse(line) else { return };
    for filter in &script.filters {
        // What `parse` has let through is a filter that can be made.
        let mut state = FilterState::new(filter).expect("the filter was looked at");
        let mut out = Vec::new();
        for piece in line.as_bytes().chunks(5) {
            if state.feed(piece, &mut out) == Flow::Done {
                break;
            }
        }
        state.finish(&mut out);
    }
});
