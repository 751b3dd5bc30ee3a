//! `netdojo run` on the real engine: byte for byte, with the exit code of the line.

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

mod pty;

/// What is kept between the lines of these tests: one owner for all of them.
const HOME: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/cli-run-home");

fn netdojo(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_netdojo"));
    command.args(args).env("NETDOJO_LANG", "en").env("NETDOJO_HOME", HOME).stdin(Stdio::null());
    command
}

fn run(line: &str) -> Output {
    netdojo(&["run", line]).output().expect("the program starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A container of this test alone; gone when dropped.
struct Container(String);

impl Container {
    fn start() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("cli-run-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let container = Self(name);
        let started = run(&format!("docker run -d --init --name {container} alpine sleep 600"));
        assert!(started.status.success(), "{}", stderr(&started));
        assert_eq!(stdout(&started).trim_end().len(), 64, "the id: {}", stdout(&started));
        container
    }
}

impl std::fmt::Display for Container {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Drop for Container {
    fn drop(&mut self) {
        run(&format!("docker rm -f {}", self.0));
    }
}

#[test]
fn streams_and_exit_code_are_the_lines_own() {
    let container = Container::start();
    let line = format!("docker exec {container} sh -c 'echo out; echo err >&2; exit 7'");
    let output = run(&line);
    assert_eq!(output.status.code(), Some(7));
    assert_eq!(stdout(&output), "out\n");
    assert_eq!(stderr(&output), "err\n");
}

#[test]
fn bytes_pass_as_they_are() {
    let container = Container::start();
    let output = run(&format!("docker exec {container} sh -c \"printf '\\\\000\\\\377\\\\033[31m\\\\r'\""));
    assert_eq!(output.stdout, b"\0\xff\x1b[31m\r");
}

#[test]
fn standard_input_is_forwarded_with_i_and_only_then() {
    let container = Container::start();
    let sent: Vec<u8> = (0..300_000_u32).map(|n| (n % 251) as u8).collect();
    let mut child = netdojo(&["run", &format!("docker exec -i {container} cat")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    let bytes = sent.clone();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes).expect("taken in"));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("written");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout == sent, "{} of {} bytes came back", output.stdout.len(), sent.len());

    let output = run(&format!("docker exec {container} cat"));
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
}

#[test]
fn a_terminal_is_refused_without_one() {
    let container = Container::start();
    let output = run(&format!("docker exec -it {container} sh"));
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("the input device is not a TTY"), "{}", stderr(&output));
}

#[test]
fn pipes_end_as_a_shells_do() {
    let container = Container::start();
    let output = run(&format!("docker ps -a | grep {container} | wc -l"));
    assert_eq!((stdout(&output).trim(), output.status.code()), ("1", Some(0)));
    let output = run(&format!("docker ps | grep no-such-thing-as-{container}"));
    assert_eq!(output.status.code(), Some(1), "grep found nothing");
    let output = run(&format!("docker exec {container} yes | head -n 2"));
    assert_eq!((stdout(&output).as_str(), output.status.code()), ("y\ny\n", Some(0)), "an endless line ends");
    let output = run(&format!("docker exec {container} sh -c 'echo a; echo b >&2' 2>&1 | wc -l"));
    assert_eq!(stdout(&output).trim(), "2");
}

#[test]
fn files_are_written_here_and_nowhere_else() {
    let temp = tempfile::tempdir().expect("a folder");
    let here = temp.path().join("here");
    std::fs::create_dir(&here).expect("a folder");
    let in_here = |line: &str| netdojo(&["run", line]).current_dir(&here).output().expect("it starts");
    assert!(in_here("echo one > list.txt").status.success());
    assert!(in_here("echo two >> list.txt").status.success());
    assert_eq!(stdout(&in_here("cat list.txt")), "one\ntwo\n");
    assert!(in_here("echo gone > /dev/null").status.success());
    let refused = in_here("echo no > ../out.txt");
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("../out.txt"), "{}", stderr(&refused));
    assert!(!temp.path().join("out.txt").exists());
}

#[test]
fn docker_s_own_slips_are_said_as_docker_says_them() {
    let output = run("docker run --nosuch alpine");
    assert_eq!(output.status.code(), Some(125));
    assert!(stderr(&output).starts_with("unknown flag: --nosuch"), "{}", stderr(&output));
    let output = run("docker rm -f cli-run-nobody-has-this-name");
    assert!(stderr(&output).contains("No such container"), "{}", stderr(&output));
}

#[test]
fn what_this_prompt_does_not_do_is_said_in_both_languages() {
    let english = run("vim file");
    assert_eq!(english.status.code(), Some(127));
    let japanese = netdojo(&["run", "vim file", "--lang", "ja"]).output().expect("it starts");
    assert_eq!(japanese.status.code(), Some(127));
    assert!(stderr(&english).contains("vim") && stderr(&japanese).contains("vim"));
    assert_ne!(stderr(&english), stderr(&japanese));
}

#[test]
fn without_an_engine_it_says_so_and_ends_with_3() {
    for lang in ["ja", "en"] {
        let output = netdojo(&["run", "docker ps", "--lang", lang])
            .env("DOCKER_HOST", "unix:///nowhere/engine.sock")
            .output()
            .expect("it starts");
        assert_eq!(output.status.code(), Some(3));
        let said = stderr(&output);
        assert!(said.contains("/nowhere/engine.sock") && said.contains("netdojo doctor"), "{said}");
        assert!(!said.contains("cli-") && !said.contains("engine-"), "{said}");
    }
    let output = netdojo(&["run", "echo hello"])
        .env("DOCKER_HOST", "unix:///nowhere/engine.sock")
        .output()
        .expect("it starts");
    assert_eq!(stdout(&output), "hello\n", "what needs no engine asks for none");
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let container = Container::start();
    let mut child = netdojo(&["run", &format!("docker exec {container} yes")])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut first = [0; 2];
    child.stdout.take().expect("piped").read_exact(&mut first).expect("it prints");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(&first, b"y\n");
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(141));
}

#[test]
fn on_a_terminal_a_shell_in_a_container_is_a_shell() {
    let container = Container::start();
    let temp = tempfile::tempdir().expect("a folder");
    let line = format!("docker exec -it {container} sh");
    let mut pty = pty::Pty::start(80, 24, temp.path(), &[("NETDOJO_HOME", HOME)], &["run", &line]);
    pty.see("#");
    pty.line("echo $((40+2))-$(stty size | tr ' ' x)");
    pty.see("42-24x80");
    pty.resize(100, 30);
    pty.line("stty size");
    pty.see("30 100");
    pty.line("echo beg''un; sleep 600");
    pty.see("begun");
    pty.keys(pty::key::CTRL_C);
    pty.see("^C");
    pty.line("exit 5");
    let ended = pty.ended();
    assert_eq!(ended.code, 5);
    assert!(ended.modes_restored, "raw mode is left");
}

#[test]
fn what_is_made_stays_ours_whatever_labels_the_line_names_and_answers_to_its_name_with_a_slash() {
    let name = format!("cli-run-label-{}", std::process::id());
    let labels = "--label netdojo.owner=somebody --label netdojo=no --label own=kept";
    let made = run(&format!("docker run -d --name {name} {labels} alpine sleep 600"));
    let container = Container(name);
    assert!(made.status.success(), "{}", stderr(&made));
    let shown = run(&format!("docker inspect -f '{{{{json .Config.Labels}}}}' /{container}"));
    let shown = stdout(&shown);
    assert!(shown.contains("\"netdojo\":\"1\"") && shown.contains("\"own\":\"kept\""), "{shown}");
    let removed = run(&format!("docker rm -f /{container}"));
    assert!(removed.status.success(), "{}", stderr(&removed));
    assert_eq!(stdout(&removed), format!("/{container}\n"));
}

/// A network of this test alone; gone when dropped.
struct Network(String);

impl Drop for Network {
    fn drop(&mut self) {
        run(&format!("docker network rm -f {}", self.0));
    }
}

#[test]
fn networks_are_ours_and_those_of_others_are_left_alone() {
    let container = Container::start();
    let network = Network(format!("cli-run-net-{}", std::process::id()));
    let name = &network.0;
    let made = run(&format!("docker network create --label own=kept {name}"));
    assert_eq!((made.status.code(), stdout(&made).len()), (Some(0), 65), "{}", stderr(&made));
    let shown = stdout(&run(&format!("docker network inspect -f '{{{{json .Labels}}}}' {name}")));
    assert!(shown.contains("\"netdojo\":\"1\"") && shown.contains("\"own\":\"kept\""), "{shown}");
    let connected = run(&format!("docker network connect --alias web {name} {container}"));
    assert_eq!((connected.status.code(), stderr(&connected).as_str()), (Some(0), ""));

    // Somebody else, with a home of their own.
    let temp = tempfile::tempdir().expect("a folder");
    let theirs = |line: &str| {
        netdojo(&["run", line]).env("NETDOJO_HOME", temp.path()).output().expect("the program starts")
    };
    for line in [
        format!("docker network rm {name}"),
        format!("docker network disconnect {name} {container}"),
        format!("docker network connect bridge {container}"),
    ] {
        let refused = theirs(&line);
        assert_eq!(refused.status.code(), Some(1), "{line}");
        assert!(stderr(&refused).contains("another netdojo"), "{line}: {}", stderr(&refused));
    }
    // Even what nothing uses is left by another's prune.
    let left = run(&format!("docker network disconnect {name} {container}"));
    assert!(left.status.success(), "{}", stderr(&left));
    let pruned = theirs("docker network prune -f");
    assert_eq!((pruned.status.code(), stdout(&pruned).as_str()), (Some(0), ""));
    let removed = run(&format!("docker network rm {name}"));
    assert_eq!(stdout(&removed), format!("{name}\n"), "{}", stderr(&removed));
}

/// A container of this test alone that serves `hello` on a port published on 127.0.0.1; the port.
fn serving() -> (Container, String) {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("cli-run-web-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let script =
        "while true; do printf \"HTTP/1.0 200 OK\\r\\nX-From: here\\r\\n\\r\\nhello\\n\" | nc -l -p 80; done";
    let started =
        run(&format!("docker run -d --init --name {name} -p 127.0.0.1::80 alpine sh -c '{script}'"));
    let container = Container(name);
    assert!(started.status.success(), "{}", stderr(&started));
    let port = stdout(&run(&format!("docker port {container} 80 | cut -d : -f 2"))).trim().to_owned();
    (container, port)
}

/// Runs a line until it ends well, which takes less than a minute: the server listens anew for each request.
fn until_well(run: impl Fn() -> Output) -> Output {
    let began = std::time::Instant::now();
    loop {
        let output = run();
        if output.status.success() {
            return output;
        }
        assert!(began.elapsed().as_secs() < 60, "{}{}", stdout(&output), stderr(&output));
    }
}

#[test]
fn curl_speaks_to_published_ports_and_containers_and_to_nobody_else() {
    let (container, port) = serving();
    let page = until_well(|| run(&format!("curl -sSi http://localhost:{port}/ | grep -v ^HTTP")));
    assert_eq!(stdout(&page), "X-From: here\r\n\r\nhello\n");
    let networks = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}";
    let address = stdout(&run(&format!("docker inspect -f '{networks}' {container}")));
    let page = until_well(|| run(&format!("curl -s {}", address.trim())));
    assert_eq!(stdout(&page), "hello\n");
    let unknown = run(&format!("curl http://{container}/"));
    assert_eq!(unknown.status.code(), Some(6));
    assert_eq!(stderr(&unknown), format!("curl: (6) Could not resolve host: {container}\n"));
    for line in ["curl http://192.0.2.1/", "curl http://example.com/"] {
        let refused = run(line);
        assert_eq!(refused.status.code(), Some(1), "{line}");
        assert!(stderr(&refused).contains("connections to the outside"), "{}", stderr(&refused));
    }
    assert_eq!(run("curl https://127.0.0.1/").status.code(), Some(2));
}

#[test]
fn open_starts_the_browser_where_there_is_one_and_something_answers() {
    use std::os::unix::fs::PermissionsExt;

    let (_container, port) = serving();
    let temp = tempfile::tempdir().expect("a folder");
    let program = temp.path().join("xdg-open");
    std::fs::write(&program, "#!/bin/sh\nprintf %s \"$1\" > \"$0.url\"\n").expect("written");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("it may run");
    let open = |line: &str, display: &str, ssh: &str| {
        netdojo(&["run", line])
            .env("PATH", temp.path())
            .env("DISPLAY", display)
            .env("SSH_CONNECTION", ssh)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("SSH_TTY")
            .output()
            .expect("the program starts")
    };
    let url = format!("http://127.0.0.1:{port}/a");
    let line = format!("open {url}");
    let absent = until_well(|| open(&line, ":0", "1.2.3.4"));
    assert_eq!(stdout(&absent), format!("{url}\n"));
    assert!(stderr(&absent).contains("no browser"), "{}", stderr(&absent));
    assert!(!temp.path().join("xdg-open.url").exists(), "none is started over SSH");
    let shown = until_well(|| open(&line, ":0", ""));
    assert_eq!(stdout(&shown), format!("{url}\n"));
    assert_eq!(std::fs::read_to_string(temp.path().join("xdg-open.url")).expect("it was started"), url);

    let closed = open("open http://127.0.0.1:9/", ":0", "");
    assert_eq!(closed.status.code(), Some(1));
    assert!(
        stderr(&closed).starts_with("open: Failed to connect to 127.0.0.1 port 9 "),
        "{}",
        stderr(&closed)
    );
    assert_eq!(open("open http://example.com/", ":0", "").status.code(), Some(2));
}
