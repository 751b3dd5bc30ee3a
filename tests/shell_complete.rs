//! Completion and colours of a line that is being typed.

#![allow(clippy::unwrap_used, reason = "what is not there is a failed test")]

use netdojo::i18n::{Translator, phrase};
use netdojo::shell::{Class, Known, Names, complete, highlight, nothing, quote};
use proptest::prelude::*;

fn names() -> Names {
    Names {
        containers: vec![("alpine_01".into(), true), ("alpine_02".into(), true), ("old".into(), false)],
        networks: ["bridge", "host", "tomcat-network"].map(network).into(),
        images: ["alpine", "nginx", "tomcat:9.0"].map(image).into(),
        files: vec!["nginx/".into(), "nginx/Dockerfile".into(), "a b.txt".into()],
    }
}

fn network(name: &str) -> Known {
    let about = phrase("shell-about-subnet").with("subnet", "172.18.0.0/16").with("count", 2_usize);
    Known { name: name.to_owned(), about }
}

fn image(name: &str) -> Known {
    Known { name: name.to_owned(), about: phrase("shell-about-image").with("count", 0_usize) }
}

/// The candidates at the end of `line`.
fn at_end(line: &str) -> Vec<String> {
    complete(line, line.len(), &names())
        .map(|found| found.candidates.into_iter().map(|candidate| candidate.text).collect())
        .unwrap_or_default()
}

/// `line` with its first candidate put in.
fn taken(line: &str) -> String {
    let found = complete(line, line.len(), &names()).unwrap_or_else(|| panic!("{line}"));
    format!("{}{}", &line[..found.span.start], found.candidates[0].text)
}

#[test]
fn verbs_and_groups_come_after_docker() {
    assert_eq!(at_end("do"), ["docker"]);
    assert_eq!(taken("docker ru"), "docker run");
    assert!(at_end("docker ").len() > 20);
    let networks = ["connect", "create", "disconnect", "inspect", "ls", "prune", "rm"];
    assert_eq!(at_end("docker network "), networks);
    assert_eq!(taken("docker -D ru"), "docker -D run");
    assert!(at_end("docker nosuch ").is_empty());
    // Not at the beginning, but alike.
    assert!(at_end("docker nspct").contains(&"inspect".to_owned()));
}

#[test]
fn flags_of_the_verb_come_after_a_dash() {
    assert_eq!(at_end("docker run -")[0], "-it");
    assert_eq!(taken("docker run --na"), "docker run --name");
    assert_eq!(at_end("docker rm -f"), ["-f", "--force"]);
    assert!(!at_end("docker ps --").contains(&"--name".to_owned()));
    assert!(
        !at_end("docker run --").contains(&"--gpus".to_owned()),
        "what is not carried out is not offered"
    );
    assert!(at_end("docker run alpine -").is_empty(), "after the image the words are the command's");
    assert!(at_end("docker stop alpine_01 -").contains(&"--timeout".to_owned()));
    assert!(at_end("docker stop -- -").is_empty());
}

#[test]
fn names_fit_the_verb() {
    assert_eq!(at_end("docker start "), ["old"]);
    assert_eq!(at_end("docker exec -it "), ["alpine_01", "alpine_02"]);
    assert_eq!(at_end("docker stop alpine_01 "), ["alpine_02"]);
    assert_eq!(at_end("docker rm "), ["alpine_01", "alpine_02", "old"]);
    assert!(at_end("docker exec alpine_01 ").is_empty());
    assert_eq!(at_end("docker logs old ").len(), 0);
    assert_eq!(at_end("docker run -d to"), ["tomcat:9.0"]);
    assert_eq!(at_end("docker network inspect "), ["bridge", "host", "tomcat-network"]);
    assert_eq!(at_end("docker network connect "), ["bridge", "host", "tomcat-network"]);
    assert_eq!(at_end("docker network connect --alias web tom"), ["tomcat-network"]);
    assert_eq!(at_end("docker network disconnect -f bridge "), ["alpine_01", "alpine_02", "old"]);
    assert!(at_end("docker network connect bridge old ").is_empty());
    assert_eq!(taken("docker network rm tom"), "docker network rm tomcat-network");
    assert_eq!(taken("docker stop alpine_02 al"), "docker stop alpine_02 alpine_01");
    assert_eq!(taken("docker rm 'al"), "docker rm alpine_01");
}

#[test]
fn values_fit_the_flag() {
    assert_eq!(at_end("docker run --network "), ["bridge", "host", "tomcat-network", "none", "container:"]);
    assert_eq!(taken("docker run --network=tom"), "docker run --network=tomcat-network");
    assert_eq!(at_end("docker run --net tom"), ["tomcat-network"]);
    assert_eq!(at_end("docker run --link "), ["alpine_01", "alpine_02"]);
    assert_eq!(taken("docker run -d --pull ne"), "docker run -d --pull never");
    assert!(at_end("docker run --name ").is_empty());
    assert!(at_end("docker run -itdp ").is_empty());
    assert_eq!(taken("docker ps -af sta"), "docker ps -af status=");
}

#[test]
fn filters_come_after_a_pipe_and_files_after_an_arrow() {
    assert_eq!(at_end("docker ps | gr"), ["grep"]);
    assert_eq!(at_end("docker ps | ").len(), 8);
    assert_eq!(at_end("docker ps > ng"), ["nginx/", "nginx/Dockerfile"]);
    assert_eq!(at_end("cat a"), ["'a b.txt'"]);
    assert_eq!(taken("cat 'a b"), "cat 'a b.txt'");
    assert!(at_end("docker ps | grep ").is_empty());
    assert!(at_end("docker ps # ru").is_empty());
    assert!(at_end("docker ps 2>&").is_empty());
}

#[test]
fn a_line_of_several_rows_is_completed_as_one() {
    assert_eq!(at_end("docker ps |\n gr"), at_end("docker ps | gr"));
    assert_eq!(at_end("docker \\\n  inspec"), at_end("docker inspec"));
}

#[test]
fn the_middle_of_a_line_is_completed_to_the_left_of_the_cursor() {
    let found = complete("docker ru alpine", 9, &names()).unwrap();
    assert_eq!((found.span, found.candidates[0].text.as_str()), (7..9, "run"));
    assert!(complete("docker", 99, &names()).is_none());
    assert!(complete("あ", 1, &names()).is_none());
}

#[test]
fn all_that_is_offered_is_described_in_japanese() {
    let japanese = Translator::new(&"ja".parse().unwrap());
    let lines = [
        "",
        "docker ",
        "docker network ",
        "docker container ",
        "docker image ",
        "docker volume ",
        "docker -",
        "docker ps | ",
        "docker run -",
        "docker exec -",
        "docker ps -",
        "docker images -",
        "docker image ls -",
        "docker inspect -",
        "docker logs -",
        "docker start -",
        "docker stop -",
        "docker kill -",
        "docker rm -",
        "docker pull -",
        "docker build -",
        "docker rmi -",
        "docker network ls -",
        "docker version -",
        "docker rm ",
        "docker run ",
        "docker run --network ",
        "docker build ",
        "docker network rm ",
        "docker inspect ",
        "edit ",
    ];
    for line in lines {
        for candidate in complete(line, line.len(), &names()).unwrap().candidates {
            let text = japanese.say(&candidate.describe.unwrap());
            let is_japanese = text.contains(|c: char| ('\u{3040}'..'\u{a000}').contains(&c));
            assert!(is_japanese, "{line}{}: {text}", candidate.text);
        }
    }
}

#[test]
fn where_nothing_fits_it_is_said_what_was_looked_for() {
    let none = Names { networks: names().networks, ..Names::default() };
    let said = |line: &str, names: Option<&Names>| nothing(line, line.len(), names).key;
    for (line, key) in [
        ("docker exec -it ", "shell-nothing-running"),
        ("docker exec -it alp", "shell-nothing-running"),
        ("docker run --link ", "shell-nothing-running"),
        ("docker start ", "shell-nothing-stopped"),
        ("docker rm ", "shell-nothing-containers"),
        ("docker network disconnect bridge ", "shell-nothing-containers"),
        ("docker rmi ", "shell-nothing-images"),
        ("cat ", "shell-nothing-files"),
        ("docker run --name ", "shell-nothing"),
        ("docker ps # ru", "shell-nothing"),
        ("docker inspect zzz", "shell-nothing-begins"),
        ("docker run --network=zzz", "shell-nothing-begins"),
        ("docker ps --zzz", "shell-nothing-begins"),
    ] {
        assert_eq!(said(line, Some(&none)), key, "{line}");
    }
    assert_eq!(said("docker exec zzz", Some(&names())), "shell-nothing-begins", "others run");
    assert_eq!(said("docker exec alpine_01 ", Some(&names())), "shell-nothing");
    assert_eq!(said("docker exec ", None), "shell-nothing", "nobody knows what runs");
    assert_eq!(nothing("docker ps --zzz", 99, None).key, "shell-nothing");
}

/// The parts of a line with their classes, a letter each.
fn coloured(line: &str) -> String {
    let mut out = String::new();
    for (span, class) in highlight(line) {
        out.push(match class {
            Class::Command => 'C',
            Class::Verb => 'V',
            Class::Flag => 'F',
            Class::Quoted => 'Q',
            Class::Operator => 'O',
            Class::Comment => '#',
            Class::Error => '!',
        });
        out.extend(["(", &line[span], ")"]);
    }
    out
}

#[test]
fn parts_of_a_line_are_told_apart() {
    assert_eq!(
        coloured("docker run -it --name 'a' alpine sh -c 'ls' | grep -v \"x\" > f # end"),
        "C(docker)V(run)F(-it)F(--name)Q('a')F(-c)Q('ls')O(|)C(grep)F(-v)Q(\"x\")O(>)#(# end)"
    );
    assert_eq!(coloured("docker network ls -q"), "C(docker)V(network)V(ls)F(-q)");
    assert_eq!(coloured("docker nosuch x"), "C(docker)!(nosuch)");
    assert_eq!(coloured("docker run --nosuch x"), "C(docker)V(run)!(--nosuch)");
    assert_eq!(coloured("docker ru"), "C(docker)", "not yet wrong");
    assert_eq!(coloured("docker exec a echo $HOME x"), "C(docker)V(exec)!($HOME)");
    assert_eq!(coloured("ls && ls"), "C(ls)!(&&)");
    assert_eq!(coloured("docker exec a 'b"), "C(docker)V(exec)Q('b)");
    assert_eq!(coloured("docker exec a \"b $C d\" e"), "C(docker)V(exec)Q(\"b )!($C)Q( d\")");
}

proptest! {
    #[test]
    fn any_line_is_coloured_and_completed(
        line in "\\PC*|(docker|run|network|-it|--name|--network=|-p|ps|grep|alp|[|>&;$'\"\\\\ \n#-]|あ| ){0,12}",
        cursor in 0_usize..40,
    ) {
        let mut end = 0;
        for (span, _) in highlight(&line) {
            prop_assert!(span.start >= end && !span.is_empty() && line.get(span.clone()).is_some());
            end = span.end;
        }
        nothing(&line, cursor, Some(&names()));
        if let Some(found) = complete(&line, cursor, &names()) {
            prop_assert!(line.get(found.span.clone()).is_some() && found.span.end == cursor);
            prop_assert!(!found.candidates.is_empty());
        }
    }

    #[test]
    fn what_is_quoted_is_one_word_again(word in "[^\0]{0,12}") {
        let line = format!("echo {}", quote(&word));
        let script = netdojo::shell::parse(&line).unwrap();
        prop_assert_eq!(script.command, netdojo::shell::Command::Builtin(netdojo::shell::Builtin::Echo(vec![word])));
    }
}
