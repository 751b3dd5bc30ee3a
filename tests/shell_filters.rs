//! The filters against the GNU tools of this machine, over generated arguments and inputs cut anywhere.

#![allow(clippy::unwrap_used, reason = "a tool that cannot be run is a failed test")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use netdojo::shell::{Filter, FilterState, Flow, ShellError};
use proptest::prelude::*;

/// What our filter prints and exits with; `cuts` are the sizes of the pieces it is fed.
fn ours(program: &str, args: &[String], input: &[u8], cuts: &[usize]) -> Result<(Vec<u8>, i64), ShellError> {
    let filter = Filter { program: program.to_owned(), args: args.to_vec() };
    let mut state = FilterState::new(&filter)?;
    let (mut out, mut rest) = (Vec::new(), input);
    for size in cuts.iter().cycle() {
        let (piece, tail) = rest.split_at((*size).clamp(1, rest.len().max(1)).min(rest.len()));
        rest = tail;
        if state.feed(piece, &mut out) == Flow::Done || rest.is_empty() {
            break;
        }
    }
    let code = state.finish(&mut out);
    Ok((out, code))
}

/// What the machine's own tool prints and exits with.
fn theirs(program: &str, args: &[String], input: &[u8]) -> (Vec<u8>, i64) {
    let mut command = Command::new(program);
    if program == "grep" {
        // As text, whatever the bytes are: ours never withholds a line.
        command.arg("-a");
    }
    let mut child = command
        .args(args)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A tool that has seen enough closes its end; that is no failure.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    (output.stdout, i64::from(output.status.code().unwrap()))
}

fn same(program: &str, args: &[&str], input: &str) {
    let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
    let ours = ours(program, &args, input.as_bytes(), &[7])
        .unwrap_or_else(|why| panic!("{program} {args:?}: {why:?}"));
    let theirs = theirs(program, &args, input.as_bytes());
    assert_eq!(
        (String::from_utf8_lossy(&ours.0), ours.1),
        (String::from_utf8_lossy(&theirs.0), theirs.1),
        "{program} {args:?}"
    );
}

const PS: &str = "CONTAINER ID   IMAGE          COMMAND                  PORTS                                         NAMES
dd57496e7899   alpine         \"/bin/sh\"                                                              alpine_02
ce1d1a84aab3   alpine         \"/bin/sh\"                                                              alpine_01
ecc2959bc3fd   nginx-tomcat   \"/docker-entrypoint.…\"   0.0.0.0:10080->80/tcp, [::]:10080->80/tcp   nginx-tomcat-1
";
const IP: &str = "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536\r\n    inet 127.0.0.1/8 scope host lo\r\n2: eth0: <UP>\r\n    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0\r\n";

#[test]
fn lines_of_the_lessons_come_out_as_in_a_shell() {
    same("grep", &["inet"], IP);
    same("grep", &["-c", "inet"], IP);
    same("grep", &["-oE", "[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+"], IP);
    same("grep", &["-o", "[0-9.]*/[0-9]*"], IP);
    same("grep", &["-A1", "-n", "eth0:"], IP);
    same("grep", &["-v", "CONTAINER ID"], PS);
    same("grep", &["-E", "alpine_0(1|2)$"], PS);
    same("grep", &["-w", "alpine"], PS);
    same("grep", &["-i", "names"], PS);
    same("grep", &["-q", "nosuch"], PS);
    same("grep", &["-e", "alpine_01", "-e", "tomcat"], PS);
    same("grep", &["-E", "a+?|b*?c{1}?", "-o"], "aaa\nbcc\n");
    same("grep", &["-oE", "a|ab|abc"], "abcab\n");
    same("grep", &["-oE", "-w", "a|ab"], "ab a b\n");
    same("grep", &["日本"], "日本語\n英語\n");
    same("grep", &["-n", "^*a"], "*a\na\n");
    same("grep", &["\\(*a\\)"], "*a\na\n");
    same("head", &["-n", "2"], PS);
    same("head", &["-1"], PS);
    same("tail", &["-n", "+2"], PS);
    same("tail", &["-2"], PS);
    same("wc", &["-l"], PS);
    same("wc", &[], PS);
    same("sort", &["-k2,2", "-k1r"], PS);
    same("cut", &["-d", " ", "-f1"], PS);
    same("cut", &["-c1-12"], "dd57496e7899   alpine\n");
    same("tr", &["-s", " "], PS);
    same("tr", &["a-z", "A-Z"], PS);
    same("tr", &["-d", "\\r"], IP);
    same("uniq", &["-c"], "a\na\nb\na\n");
}

#[test]
fn what_stops_early_says_so() {
    let feed = |program: &str, args: &[&str], input: &str| {
        let args = args.iter().map(|arg| (*arg).to_owned()).collect();
        let mut state = FilterState::new(&Filter { program: program.to_owned(), args }).unwrap();
        state.feed(input.as_bytes(), &mut Vec::new())
    };
    assert_eq!(feed("head", &["-n1"], "a\nb"), Flow::Done);
    assert_eq!(feed("head", &["-n2"], "a\nb"), Flow::More);
    assert_eq!(feed("head", &["-c1"], "ab"), Flow::Done);
    assert_eq!(feed("grep", &["-q", "a"], "xa\n"), Flow::Done);
    assert_eq!(feed("grep", &["-m1", "a"], "a\na\n"), Flow::Done);
    assert_eq!(feed("grep", &["a"], "a\na\n"), Flow::More);
}

#[test]
fn floods_are_held_in_bounds_and_said() {
    let line = vec![b'a'; 3 << 20];
    for (program, args) in [("grep", vec!["-c", "a"]), ("cut", vec!["-c1"]), ("uniq", vec!["-c"])] {
        let filter = Filter { program: program.into(), args: args.into_iter().map(String::from).collect() };
        let mut state = FilterState::new(&filter).unwrap();
        let mut out = Vec::new();
        state.feed(&line, &mut out);
        state.feed(b"\nshort\n", &mut out);
        state.finish(&mut out);
        assert!(state.trouble().is_some(), "{program}");
        assert!(out.len() < 2 << 20, "{program}");
    }
    let filter = Filter { program: "sort".into(), args: vec![] };
    let mut state = FilterState::new(&filter).unwrap();
    let flood = "some line\n".repeat(100_000);
    let stopped = (0..100).position(|_| state.feed(flood.as_bytes(), &mut Vec::new()) == Flow::Done);
    assert!(stopped.is_some_and(|at| at < 30));
    assert_eq!(state.finish(&mut Vec::new()), 2);
    assert!(state.trouble().is_some());
}

#[test]
fn slips_are_said_with_their_place() {
    let said = |line: &'static str| match netdojo::shell::parse(line) {
        Err(ShellError::Line { phrase, span, code }) => (phrase.key, &line[span], code),
        other => panic!("{line}: {other:?}"),
    };
    assert_eq!(said("docker ps | grep -P a"), ("shell-filter-option", "-P", 2));
    assert_eq!(said("docker ps | grep"), ("shell-grep-pattern", "grep", 2));
    assert_eq!(said("docker ps | grep 'a['"), ("shell-grep-bracket", "'a['", 2));
    assert_eq!(said(r"docker ps | grep '\(a\)\1'"), ("shell-grep-back-reference", r"'\(a\)\1'", 2));
    assert_eq!(said("docker ps | grep a file"), ("shell-filter-file", "file", 2));
    assert_eq!(said("docker ps | head -n x"), ("shell-filter-number", "-n", 1));
    assert_eq!(said("docker ps | tail -f"), ("shell-filter-option", "-f", 1));
    assert_eq!(said("docker ps | cut -d, -f0"), ("shell-filter-list", "-f0", 1));
    assert_eq!(said("docker ps | cut -d:"), ("shell-cut-what", "cut", 1));
    assert_eq!(said("docker ps | tr a"), ("shell-tr-missing", "tr", 1));
    assert_eq!(said("docker ps | tr z-a b"), ("shell-tr-range", "z-a", 1));
    assert_eq!(said("docker ps | sort -k"), ("shell-filter-option-value", "-k", 2));
}

fn input() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        "([ab1-3 .\t:,-]{0,6}\n?){0,8}".prop_map(String::into_bytes),
        "([a-c]{0,3}\n){0,10}".prop_map(String::into_bytes),
        "([A-Za-z0-9あいé ]{0,8}\n){0,6}".prop_map(String::into_bytes),
        "(-?[0-9]{0,3}(\\.[0-9]{0,2})? ?[a-b]{0,2}\n){0,8}".prop_map(String::into_bytes),
    ]
}

/// Whether something that matches no letter is repeated, which POSIX leaves open and GNU does in its own way.
fn repeats_an_assertion(pattern: &str) -> bool {
    let assertions = ["\\b", "\\<", "\\>", "^"];
    assertions.iter().any(|sign| pattern.split(sign).skip(1).any(|rest| rest.starts_with('*')))
}

/// A pattern in either syntax, of signs that mean something.
fn pattern() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ab1]",
        Just(".".to_owned()),
        Just("[ab]".to_owned()),
        Just("[^a]".to_owned()),
        Just("[]a]".to_owned()),
        Just("[a-c1-]".to_owned()),
        Just("[[:digit:]]".to_owned()),
        Just("[[:space:]]".to_owned()),
        Just("a*".to_owned()),
        Just("b+".to_owned()),
        Just("b\\+".to_owned()),
        Just("a?".to_owned()),
        Just("\\(a\\|b\\)".to_owned()),
        Just("(a|ab)".to_owned()),
        Just("a{2}".to_owned()),
        Just("a\\{1,2\\}".to_owned()),
        Just("a{1,}".to_owned()),
        Just("\\.".to_owned()),
        Just("\\w".to_owned()),
        Just("\\b".to_owned()),
        Just("\\<".to_owned()),
        Just("\\>".to_owned()),
        Just("|".to_owned()),
        Just("*".to_owned()),
        Just("-".to_owned()),
    ];
    (prop::bool::weighted(0.2), prop::collection::vec(piece, 1..4), prop::bool::weighted(0.2))
        .prop_map(|(begin, pieces, end)| {
            format!("{}{}{}", if begin { "^" } else { "" }, pieces.concat(), if end { "$" } else { "" })
        })
        .prop_filter("an assertion repeated", |pattern| !repeats_an_assertion(pattern))
}

fn grep() -> impl Strategy<Value = Vec<String>> {
    let flags = prop::sample::subsequence(
        vec!["-i", "-v", "-c", "-n", "-o", "-w", "-x", "-A1", "-B1", "-C2", "-m2"],
        0..3,
    );
    let flavour = prop_oneof![Just(None), Just(Some("-E")), Just(Some("-F"))];
    (flags, flavour, pattern()).prop_map(|(flags, flavour, pattern)| {
        let mut args: Vec<String> = flags.into_iter().chain(flavour).map(str::to_owned).collect();
        args.extend(["-e".to_owned(), pattern]);
        args
    })
}

fn other() -> impl Strategy<Value = (&'static str, Vec<String>)> {
    let flags = |all: Vec<&'static str>| prop::sample::subsequence(all, 0..3);
    let owned = |args: Vec<&str>| args.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let list = "([1-4]|[1-2]-[2-4]|[1-3]-|-[1-3])(,[1-5]){0,2}";
    let set = "(a-c|[ab1]|[[:digit:]]|\\\\n|[[:upper:]]|[[:space:]]|-){1,3}";
    prop_oneof![
        ("-?[0-9]", prop_oneof![Just("-n"), Just("-c")]).prop_map(|(n, by)| ("head", vec![by.to_owned(), n])),
        ("[-+]?[0-9]", prop_oneof![Just("-n"), Just("-c")])
            .prop_map(|(n, by)| ("tail", vec![by.to_owned(), n])),
        flags(vec!["-l", "-w", "-c", "-m"]).prop_map(move |args| ("wc", owned(args))),
        flags(vec!["-c", "-d", "-u", "-i"]).prop_map(move |args| ("uniq", owned(args))),
        flags(vec!["-r", "-n", "-u", "-k2", "-k1,1n", "-k2.2r", "-t:", "-f", "-b", "-s", "-k2b,2", "-t "])
            .prop_map(move |args| ("sort", owned(args))),
        (
            list,
            prop_oneof![Just("-f"), Just("-b")],
            flags(vec!["-s", "--complement", "--output-delimiter=<>"])
        )
            .prop_map(|(list, by, flags)| {
                let mut args: Vec<String> = flags.into_iter().map(str::to_owned).collect();
                if by == "-f" {
                    args.push("-d:".to_owned());
                } else {
                    args.retain(|arg| arg != "-s");
                }
                args.extend([by.to_owned(), list]);
                ("cut", args)
            }),
        (flags(vec!["-c", "-s", "-t"]), set, set).prop_map(move |(flags, from, to)| {
            let mut args: Vec<String> = flags.into_iter().map(str::to_owned).collect();
            args.extend(["--".to_owned(), from, to]);
            ("tr", args)
        }),
        (prop_oneof![Just("-d"), Just("-s"), Just("-cd"), Just("-cs")], set)
            .prop_map(|(flag, from)| ("tr", vec![flag.to_owned(), "--".to_owned(), from])),
    ]
}

proptest! {
    #[test]
    fn grep_as_gnu(args in grep(), input in input(), cuts in prop::collection::vec(1..9_usize, 1..4)) {
        let theirs = theirs("grep", &args, &input);
        if let Ok(ours) = ours("grep", &args, &input, &cuts) {
            prop_assert_eq!(
                (String::from_utf8_lossy(&ours.0), ours.1),
                (String::from_utf8_lossy(&theirs.0), theirs.1)
            );
        } else {
            prop_assert_eq!(theirs.1, 2);
        }
    }

    #[test]
    fn the_others_as_gnu((program, args) in other(), input in input(), cuts in prop::collection::vec(1..9_usize, 1..4)) {
        let theirs = theirs(program, &args, &input);
        if let Ok(ours) = ours(program, &args, &input, &cuts) {
            prop_assert_eq!(
                (String::from_utf8_lossy(&ours.0), ours.1),
                (String::from_utf8_lossy(&theirs.0), theirs.1)
            );
        } else {
            prop_assert_ne!(theirs.1, 0);
        }
    }

    #[test]
    fn no_arguments_and_no_bytes_make_one_panic(
        program in prop_oneof![Just("grep"), Just("head"), Just("tail"), Just("wc"), Just("sort"), Just("uniq"), Just("cut"), Just("tr")],
        args in prop::collection::vec("\\PC{0,6}|-[a-zA-Z]{1,3}[0-9,.-]{0,3}|\\PC*", 0..4),
        input in prop::collection::vec(any::<u8>(), 0..80),
    ) {
        let _ = ours(program, &args, &input, &[3, 1]);
    }
}
