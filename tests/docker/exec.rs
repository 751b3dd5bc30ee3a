//! `exec`.

use netdojo::docker::{Ended, Input};
use netdojo::shell::docker::{Exec, Invocation, Run};

use super::rig::{Corner, sh, words};

async fn corner_with(name: &str) -> (Corner, String) {
    let corner = Corner::new().await;
    let name = corner.name(name);
    let run = Run {
        image: "alpine".to_owned(),
        name: Some(name.clone()),
        detach: true,
        interactive: true,
        tty: true,
        ..Run::default()
    };
    let (printed, ended) = corner.run(Invocation::Run(run)).await;
    assert_eq!(ended, Ended::Exited(0), "{printed:?}");
    (corner, name)
}

fn exec(container: &str, command: Vec<String>) -> Exec {
    Exec { container: container.to_owned(), command, ..Exec::default() }
}

#[tokio::test]
async fn streams_are_kept_apart_and_the_exit_code_is_the_commands() {
    let (corner, name) = corner_with("a").await;
    let line = exec(&name, sh("echo $A; pwd; id -u >&2; exit 4"));
    let line =
        Exec { env: words("A=b"), workdir: Some("/tmp".to_owned()), user: Some("1000".to_owned()), ..line };
    let (printed, ended) = corner.run(Invocation::Exec(line)).await;
    assert_eq!((printed.stdout.as_str(), printed.stderr.as_str()), ("b\n/tmp\n", "1000\n"));
    assert_eq!(ended, Ended::Exited(4));
}

#[tokio::test]
async fn an_endless_ping_on_a_terminal_ends_with_its_statistics() {
    let (corner, name) = corner_with("a").await;
    let line = Exec { interactive: true, tty: true, ..exec(&name, words("ping 127.0.0.1")) };
    let mut line = corner.begin(Invocation::Exec(line), true);
    line.until("time=").await;
    line.send(Input::Interrupt).await;
    let (printed, ended) = line.end().await;
    // Busybox says its last line again where the signal finds it writing: not compared.
    assert!(printed.stdout.contains("^C"), "{printed:?}");
    assert!(printed.stdout.contains("\r\n--- 127.0.0.1 ping statistics ---\r\n"), "{printed:?}");
    assert!(printed.stdout.ends_with("ms\r\n"), "{printed:?}");
    assert_eq!((printed.stderr.as_str(), ended), ("", Ended::Exited(0)));
}

#[tokio::test]
async fn without_a_terminal_an_interrupt_leaves_and_the_command_goes_on() {
    let (corner, name) = corner_with("a").await;
    let mut line = corner.begin(Invocation::Exec(exec(&name, words("ping 127.0.0.1"))), false);
    line.until("time=").await;
    line.send(Input::Interrupt).await;
    let (_, ended) = line.end().await;
    assert_eq!(ended, Ended::Left(130));
    let (printed, _) = corner.run(Invocation::Exec(exec(&name, words("pidof ping")))).await;
    assert!(!printed.stdout.trim().is_empty(), "{printed:?}");
}

#[tokio::test]
async fn input_reaches_the_command() {
    let (corner, name) = corner_with("a").await;
    let line = Exec { interactive: true, ..exec(&name, words("cat")) };
    let line = corner.begin(Invocation::Exec(line), false);
    line.keys("hello\n").await;
    line.send(Input::Eof).await;
    let (printed, ended) = line.end().await;
    assert_eq!((printed.stdout.as_str(), ended), ("hello\n", Ended::Exited(0)));
}

#[tokio::test]
async fn a_container_that_does_not_run_or_is_not_there_is_told() {
    let corner = Corner::new().await;
    let line = Exec { interactive: true, tty: true, ..exec("ndt-nosuch", words("sh")) };
    let (printed, ended) = corner.run(Invocation::Exec(line)).await;
    assert_eq!(printed.stderr, "Error response from daemon: No such container: ndt-nosuch\n");
    assert_eq!(ended, Ended::Exited(1));

    let name = corner.name("a");
    let create = Run { image: "alpine".to_owned(), name: Some(name.clone()), ..Run::default() };
    let (made, _) = corner.run(Invocation::Create(create)).await;
    let id = made.stdout.trim();
    let (printed, ended) = corner.run(Invocation::Exec(exec(&name, words("true")))).await;
    let said = printed.stderr.replace(id, "ID").replace(&name, "ID");
    assert!(said.starts_with("Error response from daemon: ") && said.contains("ID is not running"), "{said}");
    assert_eq!(ended, Ended::Exited(1));
}

#[tokio::test]
async fn a_command_that_is_not_there_has_dockers_exit_code() {
    let (corner, name) = corner_with("a").await;
    let (printed, ended) = corner.run(Invocation::Exec(exec(&name, words("nosuch")))).await;
    let said = format!("{}{}", printed.stdout, printed.stderr);
    assert!(said.contains("\"nosuch\": executable file not found in $PATH"), "{printed:?}");
    assert!(matches!(ended, Ended::Exited(126 | 127)), "{ended:?}");
}

#[tokio::test]
async fn detached_it_goes_on_by_itself() {
    let (corner, name) = corner_with("a").await;
    let line = Exec { detach: true, ..exec(&name, sh("echo done > /tmp/done")) };
    let (printed, ended) = corner.run(Invocation::Exec(line)).await;
    assert_eq!((printed.stdout.as_str(), ended), ("", Ended::Exited(0)));
    let wait = exec(&name, sh("until cat /tmp/done 2>/dev/null; do :; done"));
    let (printed, _) = corner.run(Invocation::Exec(wait)).await;
    assert_eq!(printed.stdout, "done\n");
}

#[tokio::test]
async fn a_dropped_line_leaves_nothing_behind() {
    let (corner, name) = corner_with("a").await;
    let before = std::fs::read_dir("/proc/self/fd").map(Iterator::count);
    for _ in 0..20 {
        let mut line = corner.begin(Invocation::Exec(exec(&name, words("yes"))), false);
        line.until("y").await;
        line.abort().await;
    }
    // Connections close as their tasks end, which is soon.
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while let (Ok(before), Ok(now)) = (&before, std::fs::read_dir("/proc/self/fd").map(Iterator::count)) {
        // Tests beside this one hold connections of their own.
        if now < before + 20 {
            break;
        }
        assert!(std::time::Instant::now() < deadline, "{now} open files, {before} before");
        tokio::task::yield_now().await;
    }
}
