//! Lines as people type and paste them: stages, redirection, and what is said of those that cannot be run.

use netdojo::i18n::{Lang, Translator, available};
use netdojo::shell::docker::Invocation;
use netdojo::shell::{Builtin, Command, Redirect, Script, ShellError, parse};
use proptest::prelude::*;

fn script(line: &str) -> Script {
    parse(line).unwrap_or_else(|why| panic!("{line}: {why:?}"))
}

/// The key of what is said, the code, and the part of the line that it is said of.
fn said(line: &str) -> (&'static str, i64, &str) {
    match parse(line) {
        Err(ShellError::Line { phrase, span, code }) => (phrase.key, code, &line[span]),
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn the_lines_of_the_training_are_read() {
    let Command::Docker(run) =
        script("docker run -it -d --name alpine_02 \\\n  --link alpine_01:other_container alpine").command
    else {
        panic!()
    };
    let Invocation::Run(run) = *run else { panic!() };
    assert!(run.interactive && run.tty && run.detach);
    assert_eq!(run.name.as_deref(), Some("alpine_02"));
    assert_eq!(run.links, ["alpine_01:other_container"]);
    assert_eq!((run.image.as_str(), run.command.len()), ("alpine", 0));

    let line = script("docker exec -it alpine_01 ip a s | grep inet");
    let Command::Docker(exec) = line.command else { panic!() };
    let Invocation::Exec(exec) = *exec else { panic!() };
    assert_eq!((exec.container.as_str(), exec.command.join(" ").as_str()), ("alpine_01", "ip a s"));
    assert_eq!(
        (line.filters[0].program.as_str(), line.filters[0].args.as_slice()),
        ("grep", &["inet".to_owned()][..])
    );

    let Command::Docker(run) = script("docker run --rm -it alpine ping -c 1 172.17.0.4").command else {
        panic!()
    };
    let Invocation::Run(run) = *run else { panic!() };
    assert_eq!(run.command, ["ping", "-c", "1", "172.17.0.4"]);
}

#[test]
fn streams_go_where_a_shell_sends_them() {
    let to = |path: &str, append| Some(Redirect { path: path.to_owned(), append });
    let of = |line: &str| {
        let script = script(line);
        (script.redirect, script.merge_stderr, script.stderr)
    };
    assert_eq!(of("docker ps > a"), (to("a", false), false, None));
    assert_eq!(of("docker ps >>'a b'"), (to("a b", true), false, None));
    assert_eq!(of("docker ps 2>&1 | grep x > a"), (to("a", false), true, None));
    assert_eq!(of("docker ps |& grep x"), (None, true, None));
    assert_eq!(of("docker ps >a 2>&1"), (to("a", false), true, None));
    assert_eq!(of("docker ps &>a"), (to("a", false), true, None));
    assert_eq!(of("docker ps 2>/dev/null"), (None, false, to("/dev/null", false)));
    assert_eq!(of("docker ps > /dev/null 2>> e"), (to("/dev/null", false), false, to("e", true)));
    assert_eq!(of("> a docker ps"), (to("a", false), false, None));
    assert_eq!(of("docker ps 2>&1 2>e"), (None, false, to("e", false)));
}

#[test]
fn what_is_not_done_here_is_said_with_its_place() {
    assert_eq!(said("docker ps && docker images"), ("shell-op-sequence", 2, "&&"));
    assert_eq!(said("docker ps; ls"), ("shell-op-sequence", 2, ";"));
    assert_eq!(said("docker ps\ndocker images"), ("shell-op-newline", 2, "\n"));
    assert_eq!(said("docker run alpine &"), ("shell-op-background", 2, "&"));
    assert_eq!(said("docker rm $(docker ps -aq)"), ("shell-substitution", 2, "$(docker ps -aq)"));
    assert_eq!(said("docker rm `docker ps -aq`"), ("shell-substitution", 2, "`docker ps -aq`"));
    assert_eq!(said("echo $HOME/x"), ("shell-variable", 2, "$HOME"));
    assert_eq!(said("cat *.conf"), ("shell-glob", 2, "*"));
    assert_eq!(said("docker ps < a"), ("shell-op-input", 2, "<"));
    assert_eq!(said("docker ps |"), ("shell-pipe-nothing-after", 2, "|"));
    assert_eq!(said("| grep a"), ("shell-pipe-nothing-before", 2, "|"));
    assert_eq!(said("docker ps >"), ("shell-redirect-nowhere", 2, ">"));
    assert_eq!(said("> a"), ("shell-redirect-alone", 2, "> a"));
    assert_eq!(said("docker ps > a | grep b"), ("shell-redirect-early", 2, "> a"));
    assert_eq!(said("docker ps 2>&1 > a"), ("shell-redirect-order", 2, "> a"));
    assert_eq!(said("docker exec a sh -c 'ls"), ("shell-open-quote", 2, "'ls"));
    assert_eq!(said("docker ps | less"), ("shell-unknown-filter", 127, "less"));
    assert_eq!(said("docker ps | grpe a"), ("shell-unknown-filter-near", 127, "grpe"));
}

#[test]
fn an_unknown_word_gets_the_answer_that_helps() {
    for (line, key) in [
        ("dokcer ps", "shell-unknown-near"),
        ("docker_ps", "shell-unknown"),
        ("sudo docker ps", "shell-sudo"),
        ("$ docker ps", "shell-pasted-prompt"),
        ("ps -a", "shell-missing-docker"),
        ("exit", "shell-exit"),
        ("ping alpine_01", "shell-inside"),
        ("podman ps", "shell-other-engine"),
        ("xyzzy", "shell-unknown"),
    ] {
        assert_eq!((said(line).0, said(line).1), (key, 127), "{line}");
    }
    assert_eq!(said("grep a b").0, "shell-filter-first");
    assert_eq!(said("A=b docker ps"), ("shell-assignment", 2, "A=b"));
}

#[test]
fn what_docker_has_and_this_prompt_does_not_is_told_from_what_nobody_has() {
    assert_eq!(said("docker volume create x"), ("shell-docker-absent", 2, "volume create"));
    assert_eq!(said("docker push x"), ("shell-docker-absent", 2, "push"));
    assert_eq!(said("docker compose up"), ("shell-docker-absent", 2, "compose"));
    assert_eq!(said("docker run --gpus all alpine"), ("shell-docker-flag-absent", 2, "--gpus"));
    assert_eq!(said("docker -H tcp://x ps"), ("shell-docker-global-absent", 2, "-H"));
    assert!(matches!(parse("docker nosuch"), Err(ShellError::Docker { code: 1, .. })));
    // What docker refuses is refused in docker's words first.
    assert!(matches!(parse("docker run --gpus all"), Err(ShellError::Docker { code: 1, .. })));
}

#[test]
fn docker_is_also_asked_for_help_and_for_its_version() {
    let text = |line: &str| match script(line).command {
        Command::Docker(invocation) => match *invocation {
            Invocation::Help { text, code: 0 } => text,
            other => panic!("{line}: {other:?}"),
        },
        Command::Builtin(other) => panic!("{line}: {other:?}"),
    };
    assert!(text("docker").starts_with("Usage:  docker [OPTIONS] COMMAND\n"));
    assert_eq!(text("docker help"), text("docker --help"));
    assert_eq!(text("docker network"), text("docker network --help"));
    assert!(text("docker --version").starts_with("Docker version 28.2.2, build netdojo-"));
    let run = text("docker run --help");
    assert!(run.starts_with("Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]\n\n"), "{run}");
    for line in
        ["docker help run", "docker run --rm --help alpine", "docker --help run", "docker run --help x"]
    {
        assert_eq!(text(line), run, "{line}");
    }
    assert!(text("docker container ls --help").starts_with("Usage:  docker container ls [OPTIONS]\n"));
    for line in ["docker", "docker run --help", "docker network --help", "docker ps --help"] {
        assert!(text(line).lines().all(|line| line.len() < 80 && line.trim_end() == line), "{}", text(line));
    }
}

#[test]
fn the_prompts_own_commands() {
    let builtin = |line: &str| match script(line).command {
        Command::Builtin(builtin) => builtin,
        Command::Docker(other) => panic!("{other:?}"),
    };
    assert_eq!(builtin("clear"), Builtin::Clear);
    assert_eq!(builtin("cd ..  # up"), Builtin::Cd(Some("..".into())));
    assert_eq!(builtin("'ls'"), Builtin::Ls(None));
    assert_eq!(builtin("echo -n 'a  b'"), Builtin::Echo(vec!["-n".into(), "a  b".into()]));
    let Builtin::Curl(curl) = builtin("curl -sS http://127.0.0.1:10080/tomcat/") else { panic!("curl") };
    assert!(curl.silent && curl.show_error && !curl.fail);
    assert_eq!(curl.url.map(|url| url.to_string()).as_deref(), Some("http://127.0.0.1:10080/tomcat/"));
    let Builtin::Open(url) = builtin("open localhost:10080") else { panic!("open") };
    assert_eq!(url.to_string(), "http://localhost:10080/");
    assert_eq!(said("curl -k localhost"), ("shell-curl-flag", 2, "-k"));
    assert_eq!(said("ls -la"), ("shell-builtin-flag", 2, "-la"));
    assert_eq!(builtin("edit 'a b'"), Builtin::Edit("a b".into()));
    assert_eq!(said("edit"), ("shell-edit-nothing", 2, "edit"));
    assert_eq!(said("edit a | wc"), ("shell-edit-piped", 2, "edit"));
    assert_eq!(said("edit a > b"), ("shell-edit-piped", 2, "edit"));
    assert_eq!(said("edit a b"), ("shell-builtin-extra", 2, "b"));
    assert_eq!(said("cd a b"), ("shell-builtin-extra", 2, "b"));
    for empty in ["", "  ", "# a", "\n\n", " \\\n "] {
        assert_eq!(parse(empty), Err(ShellError::Empty), "{empty:?}");
    }
}

#[test]
fn every_sentence_is_there_in_every_language() {
    let source = include_str!("../locales/en/shell.ftl");
    let keys = |text: &str| -> Vec<String> {
        text.lines()
            .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
            .filter(|key| key.starts_with("shell-"))
            .collect()
    };
    assert_eq!(keys(source), keys(include_str!("../locales/ja/shell.ftl")));
    let languages: Vec<Lang> = available();
    let mut said = std::collections::BTreeSet::<&str>::new();
    for lang in &languages {
        let translator = Translator::new(lang);
        for line in REFUSED {
            let Err(ShellError::Line { phrase, .. }) = parse(line) else { panic!("{line}") };
            let text = translator.say(&phrase);
            assert!(text != phrase.key && !text.contains("{$") && !text.contains("{ $"), "{lang}: {text}");
            said.insert(phrase.key);
        }
    }
    // Only what is said of a flood, and what completion says, comes from no line.
    let mut unsaid = keys(source);
    let completes = |key: &str| key.starts_with("shell-about-") || key.starts_with("shell-nothing");
    unsaid.retain(|key| !said.contains(key.as_str()) && !completes(key));
    assert_eq!(unsaid, ["shell-filter-long-line", "shell-filter-too-much"]);
}

/// A line for every sentence.
const REFUSED: &[&str] = &[
    "edit",
    "edit a | wc",
    "curl localhost localhost",
    "curl https://localhost/",
    "curl http://me@localhost/",
    "curl -X POST localhost",
    "open",
    "open http://example.com/",
    "echo {a,b}",
    "ls *",
    "ls ~",
    "ls 'a",
    "ls \\",
    "docker rm $(x)",
    "docker rm $()",
    "echo $A",
    "echo $'a'",
    "ls && ls",
    "ls\nls",
    "ls &",
    "(ls)",
    "cat << a",
    "cat < a",
    "ls >(a)",
    "| ls",
    "ls |",
    "ls >",
    "> a",
    "ls > a | grep b",
    "ls 2>&1 > a",
    "ls 1>&2",
    "ls | grep a 2> b",
    "$ ls",
    "sudo ls",
    "time docker ps",
    "exit",
    "help",
    "podman ps",
    "docker-compose up",
    "vi a",
    "ping a",
    "if a",
    "grep a",
    "A=b",
    "xyzzy",
    "dokcer",
    "run a",
    "ls | xyzzy",
    "ls | grpe",
    "ls -l",
    "cd a b",
    "clear a",
    "docker push",
    "docker run --gpus all a",
    "docker -H a ps",
    "ls | grep -P a",
    "ls | grep -e",
    "ls | head -n x",
    "ls | wc a",
    "ls | cut -f0",
    "ls | grep",
    "ls | grep '['",
    "ls | grep '\\('",
    "ls | grep -E 'a{3,2}'",
    "ls | grep '[z-a]'",
    "ls | grep '[[:x:]]'",
    "ls | grep '\\(a\\)\\1'",
    "ls | grep 'a\\'",
    "ls | grep -E '((((a{999}){999}){999}){999}){999}'",
    "ls | cut -d:",
    "ls | cut -f1 -c1",
    "ls | cut -d:: -f1",
    "ls | sort -t ab",
    "ls | sort -k x",
    "ls | tr a",
    "ls | tr a b c",
    "ls | tr a ''",
    "ls | tr z-a b",
    "ls | tr '[:x:]' b",
];

#[test]
fn a_line_says_what_it_would_do_to_what() {
    let names = |objects: Vec<netdojo::shell::docker::Object>| -> Vec<String> {
        objects
            .into_iter()
            .map(|object| format!("{:?} {}", object.kind, object.name.unwrap_or_default()))
            .collect()
    };
    let run = script("docker run -it --name b --link a:x --network n -v data:/d -v /tmp:/t alpine | grep x");
    assert!(run.wants_terminal() && !run.prints_to_screen());
    assert_eq!(names(run.creates()), ["Container b", "Volume data", "Image alpine"]);
    assert_eq!(names(run.names_touched()), ["Image alpine", "Network n", "Container a", "Volume data"]);
    assert!(run.destroys().is_empty() && run.changes().is_empty());
    assert_eq!(names(script("docker run --pull never alpine").creates()), ["Container "]);
    assert_eq!(
        names(script("docker run --network container:c alpine").names_touched()),
        ["Image alpine", "Container c"]
    );
    assert!(!script("docker run -itd alpine").wants_terminal());
    let rm = script("docker rm -f a b");
    assert_eq!(names(rm.destroys()), ["Container a", "Container b"]);
    assert_eq!(rm.changes(), rm.destroys());
    assert_eq!(names(script("docker exec a ls").changes()), ["Container a"]);
    for line in ["docker ps", "docker inspect a", "docker logs a", "docker images", "ls"] {
        let script = script(line);
        assert!(
            script.changes().is_empty() && script.destroys().is_empty() && script.creates().is_empty(),
            "{line}"
        );
    }
}

/// The word in single quotes, as a careful person writes it.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}

proptest! {
    #[test]
    fn any_line_is_answered_and_the_answer_points_into_it(
        line in "\\PC*|(docker|run|exec|-it|--name|-p|80:80|--network|ps|grep|[|>&;$'\"\\\\ \n-]|[a-z=:/,.]{1,5}| ){0,12}"
    ) {
        match parse(&line) {
            Err(ShellError::Line { span, code, .. }) => {
                prop_assert!(line.get(span).is_some());
                prop_assert!(code == 2 || code == 127);
            }
            Err(ShellError::Docker { message, code }) => {
                prop_assert!(!message.is_empty());
                prop_assert!(code == 1 || code == 125);
            }
            Err(ShellError::Empty) | Ok(_) => {}
        }
    }

    #[test]
    fn quoting_goes_there_and_back(words in prop::collection::vec("[^\0]{0,8}", 0..5)) {
        let line = format!("echo {}", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" "));
        prop_assert_eq!(parse(&line).unwrap().command, Command::Builtin(Builtin::Echo(words)));
    }

    #[test]
    fn the_order_of_flags_does_not_matter(order in Just(vec!["-d", "-it", "--name=x", "-p80:80", "--rm", "--network n"]).prop_shuffle()) {
        let line = format!("docker run {} alpine sh", order.join(" "));
        prop_assert_eq!(parse(&line), parse("docker run -itd -p=80:80 --rm=true --name x --network=n alpine sh"));
    }
}
