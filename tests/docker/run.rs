//! `run`, `create`, `rm`.

use netdojo::docker::{Ended, Input};
use netdojo::shell::docker::{Invocation, Rm, Run};
use netdojo::text::Size;

use super::rig::{Corner, sh, words};

fn alpine(name: &str, command: &str) -> Run {
    Run { image: "alpine".to_owned(), name: Some(name.to_owned()), command: words(command), ..Run::default() }
}

fn rm(names: &[&str], force: bool) -> Invocation {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    Invocation::Rm(Rm { names, force, ..Rm::default() })
}

#[tokio::test]
async fn streams_are_kept_apart_and_the_exit_code_is_the_containers() {
    let corner = Corner::new().await;
    let run =
        Run { command: sh("echo out; echo err >&2; exit 3"), rm: true, ..alpine(&corner.name("a"), "") };
    let (printed, ended) = corner.run(Invocation::Run(run)).await;
    assert_eq!((printed.stdout.as_str(), printed.stderr.as_str()), ("out\n", "err\n"));
    assert_eq!(ended, Ended::Exited(3));
    let (printed, ended) = corner.run(rm(&[&corner.name("a")], false)).await;
    assert_eq!(
        printed.stderr,
        format!("Error response from daemon: No such container: {}\n", corner.name("a"))
    );
    assert_eq!(ended, Ended::Exited(1));
}

#[tokio::test]
async fn detached_prints_the_whole_id_and_the_container_goes_on() {
    let corner = Corner::new().await;
    let run = Run { detach: true, interactive: true, tty: true, ..alpine(&corner.name("a"), "") };
    let (printed, ended) = corner.run(Invocation::Run(run)).await;
    let id = printed.stdout.strip_suffix('\n').unwrap();
    assert!(id.len() == 64 && id.bytes().all(|b| b.is_ascii_hexdigit()), "{printed:?}");
    assert_eq!((printed.stderr.as_str(), ended), ("", Ended::Exited(0)));
    let (printed, ended) = corner.run(rm(&[&corner.name("a")], false)).await;
    assert!(printed.stderr.starts_with("Error response from daemon: "), "{printed:?}");
    assert!(printed.stderr.to_lowercase().contains("running"), "{printed:?}");
    assert_eq!((printed.stdout.as_str(), ended), ("", Ended::Exited(1)));
    let name = corner.name("a");
    let (printed, ended) = corner.run(rm(&["ndt-nosuch", &name], true)).await;
    assert_eq!(printed.stdout, format!("{name}\n"));
    assert_eq!(printed.stderr, "Error response from daemon: No such container: ndt-nosuch\n");
    assert_eq!(ended, Ended::Exited(0));
}

#[tokio::test]
async fn a_shell_on_a_terminal_has_our_size_and_follows_it() {
    let corner = Corner::new().await;
    let run = Run { interactive: true, tty: true, rm: true, ..alpine(&corner.name("a"), "sh") };
    let mut line = corner.begin(Invocation::Run(run), true);
    // The size arrives just after the shell: asked for until it is there.
    line.keys("until [ \"$(stty size)\" = '24 80' ]; do :; done; echo sized-$((1+1))\r").await;
    line.until("sized-2").await;
    line.send(Input::Resize(Size { cols: 100, rows: 30 })).await;
    line.keys("until [ \"$(stty size)\" = '30 100' ]; do :; done; echo resized-$((1+1))\r").await;
    line.until("resized-2").await;
    line.keys("sh -c 'trap \"echo caught; exit\" INT; echo waits-$((1+1)); while :; do sleep 0.1; done'\r")
        .await;
    line.until("waits-2").await;
    line.send(Input::Interrupt).await;
    line.until("^Ccaught").await;
    line.keys("exit 7\r").await;
    let (printed, ended) = line.end().await;
    assert_eq!((printed.stderr.as_str(), ended), ("", Ended::Exited(7)));
}

#[tokio::test]
async fn input_reaches_the_container_and_ends() {
    let corner = Corner::new().await;
    let run = Run { interactive: true, rm: true, ..alpine(&corner.name("a"), "wc -c") };
    let line = corner.begin(Invocation::Run(run), false);
    for _ in 0..64 {
        line.send(Input::Bytes(vec![b'x'; 16 * 1024].into())).await;
    }
    line.send(Input::Eof).await;
    let (printed, ended) = line.end().await;
    assert_eq!((printed.stdout.trim(), ended), ("1048576", Ended::Exited(0)));
}

#[tokio::test]
async fn an_interrupt_without_a_terminal_is_a_signal_and_the_third_one_leaves() {
    let corner = Corner::new().await;
    let trap = Run {
        command: sh("trap 'echo caught; exit 5' INT; echo ready; while :; do sleep 0.05; done"),
        ..alpine(&corner.name("a"), "")
    };
    let mut line = corner.begin(Invocation::Run(trap), false);
    line.until("ready").await;
    line.send(Input::Interrupt).await;
    let (printed, ended) = line.end().await;
    assert_eq!((printed.stdout.as_str(), ended), ("ready\ncaught\n", Ended::Exited(5)));

    let deaf = Run { command: sh("trap '' INT; echo ready; sleep 1000"), ..alpine(&corner.name("b"), "") };
    let mut line = corner.begin(Invocation::Run(deaf), false);
    line.until("ready").await;
    for _ in 0..3 {
        line.send(Input::Interrupt).await;
    }
    let (_, ended) = line.end().await;
    assert_eq!(ended, Ended::Left(130));
}

#[tokio::test]
async fn a_flood_is_held_back_and_ends_when_nobody_reads() {
    let corner = Corner::new().await;
    let mut line = corner.begin(Invocation::Run(alpine(&corner.name("a"), "yes")), false);
    line.until("y\n").await;
    for _ in 0..200 {
        let event = line.out.recv().await.unwrap();
        let netdojo::docker::Event::Output(chunk) = event else { panic!("{event:?}") };
        assert!(chunk.bytes.len() <= 64 * 1024, "{}", chunk.bytes.len());
    }
    line.out.close();
    let (_, ended) = line.end().await;
    assert_eq!(ended, Ended::Left(141));
}

#[tokio::test]
async fn what_a_terminal_prints_is_never_taken_for_a_frame() {
    let corner = Corner::new().await;
    let command = sh(r"stty raw; printf '\001\000\000\000\000\000\000\377hello\002'");
    let run = Run { command, tty: true, rm: true, ..alpine(&corner.name("a"), "") };
    let (printed, ended) = corner.run(Invocation::Run(run)).await;
    assert_eq!((printed.bytes, ended), (14, Ended::Exited(0)));
}

#[tokio::test]
async fn a_start_that_fails_says_so_as_docker_does() {
    let corner = Corner::new().await;
    for (command, code, words) in
        [("nosuch", 127, "executable file not found in $PATH"), ("/etc/hosts", 126, "permission denied")]
    {
        let run = Run { rm: true, ..alpine(&corner.name("a"), command) };
        let (printed, ended) = corner.run(Invocation::Run(run)).await;
        assert!(printed.stderr.starts_with("docker: Error response from daemon: "), "{printed:?}");
        assert!(printed.stderr.contains(words), "{printed:?}");
        assert!(
            printed.stderr.ends_with("\n\nRun 'docker run --help' for more information\n"),
            "{printed:?}"
        );
        assert_eq!(ended, Ended::Exited(code));
    }
}

#[tokio::test]
async fn a_taken_name_is_refused() {
    let corner = Corner::new().await;
    let name = corner.name("a");
    let (printed, ended) = corner.run(Invocation::Create(alpine(&name, ""))).await;
    assert_eq!(ended, Ended::Exited(0), "{printed:?}");
    let id = printed.stdout.trim_end().to_owned();
    let (printed, ended) = corner.run(Invocation::Run(alpine(&name, ""))).await;
    assert_eq!(
        printed.stderr,
        format!(
            "docker: Error response from daemon: Conflict. The container name \"/{name}\" is already in use by \
             container \"{id}\". You have to remove (or rename) that container to be able to reuse that \
             name.\n\nRun 'docker run --help' for more information\n"
        )
    );
    assert_eq!(ended, Ended::Exited(125));
    let (printed, ended) = corner.run(Invocation::Create(alpine(&name, ""))).await;
    assert!(printed.stderr.starts_with("Error response from daemon: Conflict."), "{printed:?}");
    assert_eq!(ended, Ended::Exited(1));
}

#[tokio::test]
async fn a_missing_image_is_looked_for() {
    let corner = Corner::new().await;
    // A registry that is not there, on this very machine: no network is needed to find that out.
    let image = "127.0.0.1:9/nosuch".to_owned();
    let run = Run { image, ..Run::default() };
    let (printed, ended) = corner.run(Invocation::Run(run.clone())).await;
    let said =
        "Unable to find image '127.0.0.1:9/nosuch:latest' locally\ndocker: Error response from daemon: ";
    assert!(printed.stderr.starts_with(said), "{printed:?}");
    assert_eq!(ended, Ended::Exited(125));
    let (printed, _) = corner.run(Invocation::Run(Run { pull: Some("never".to_owned()), ..run })).await;
    assert_eq!(
        printed.stderr,
        "docker: Error response from daemon: No such image: 127.0.0.1:9/nosuch:latest\n\n\
         Run 'docker run --help' for more information\n"
    );
}

#[tokio::test]
async fn a_terminal_that_is_not_there_is_refused_only_for_input() {
    let corner = Corner::new().await;
    let run = Run { interactive: true, tty: true, ..alpine(&corner.name("a"), "sh") };
    let (printed, ended) = corner.run(Invocation::Run(run)).await;
    assert_eq!((printed.stderr.as_str(), ended), ("the input device is not a TTY\n", Ended::Exited(1)));
    let run = Run { tty: true, rm: true, command: sh("echo a"), ..alpine(&corner.name("b"), "") };
    let (printed, ended) = corner.run(Invocation::Run(run)).await;
    assert_eq!((printed.stdout.as_str(), ended), ("a\r\n", Ended::Exited(0)));
}

#[tokio::test]
async fn slips_in_flags_are_told_before_anything_is_made() {
    let corner = Corner::new().await;
    for (run, said) in [
        (Run { publish: words("abc"), ..alpine("x", "") }, "invalid containerPort: abc"),
        (
            Run { image: "Alpine".to_owned(), ..Run::default() },
            "invalid reference format: repository name (library/Alpine) must be lowercase",
        ),
    ] {
        let (printed, ended) = corner.run(Invocation::Run(run)).await;
        let help = "\n\nRun 'docker run --help' for more information\n";
        assert_eq!((printed.stderr, ended), (format!("docker: {said}{help}"), Ended::Exited(125)));
    }
}
