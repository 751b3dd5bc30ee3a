//! The terminal program when things are not as they should be: it says so, lives, and loses nothing.

mod proxy;
mod pty;
mod stage;

use std::path::Path;

use proxy::Proxy;
use pty::{Pty, key, say};
use stage::Stage;

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn at(socket: &Path) -> String {
    format!("unix://{}", socket.display())
}

#[test]
fn without_an_engine_it_says_so_and_lives() {
    for lang in ["ja", "en"] {
        let home = home();
        let nowhere = at(&home.path().join("nowhere.sock"));
        let env = [("DOCKER_HOST", nowhere.as_str()), ("NETDOJO_LANG", lang)];
        let mut pty = Pty::start(80, 24, home.path(), &env, &[]);
        pty.see(&say(lang, "ui-engine-absent"));
        // The lesson can be read all the same.
        pty.keys(key::ENTER);
        pty.see("1/13");
        pty.keys("/lang\r");
        let other = if lang == "ja" { "en" } else { "ja" };
        pty.see(&say(other, "ui-engine-absent"));
        pty.leave();
    }
}

#[test]
fn an_engine_that_goes_and_comes_back_is_noticed() {
    let home = home();
    let socket = home.path().join("engine.sock");
    let address = at(&socket);
    let mut pty = Pty::start(120, 30, home.path(), &[("DOCKER_HOST", &address)], &[]);
    pty.see(&say("en", "ui-engine-absent"));
    let proxy = Proxy::open(&socket);
    pty.see("API");
    pty.keys(key::ENTER);
    pty.see("Step 1/13");
    proxy.cut();
    pty.wait("the loss", |screen| screen.contains(" lost"));
    pty.line("docker ps");
    pty.wait("a line that cannot be run", |screen| !screen.contains("❯ docker ps"));
    let proxy = Proxy::open(&socket);
    pty.wait("the engine's return", |screen| !screen.contains(" lost") && screen.contains("Docker"));
    // Containers of others would take the heading out of sight.
    pty.line(&format!("docker ps -f name=nobody-{}", std::process::id()));
    pty.see("CONTAINER ID");
    pty.idle();
    pty.leave();
    proxy.cut();
}

#[test]
fn progress_that_cannot_be_read_is_put_aside_and_said() {
    let home = home();
    let state = home.path().join("netdojo/state");
    std::fs::create_dir_all(&state).expect("a folder");
    std::fs::write(state.join("progress.json"), b"{ not json \xff").expect("written");
    let pty = Pty::start(80, 24, home.path(), &[], &[]);
    pty.see("progress.json.broken-1");
    pty.leave();
    let kept = std::fs::read(state.join("progress.json.broken-1")).expect("it is kept");
    assert_eq!(kept, b"{ not json \xff");
}

#[test]
fn signals_give_the_terminal_back() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let home = home();
        let pty = Pty::start(80, 24, home.path(), &[], &[]);
        pty.see("1.");
        pty.signal(signal);
        let ended = pty.ended();
        assert_eq!(ended.code, code, "{signal}");
        assert!(ended.modes_restored, "{signal}: raw mode is left");
        assert!(!ended.alternate, "{signal}: the alternate screen is left");
        for off in ["\x1b[?2004l", "\x1b[?1000l", "\x1b[?1049l", "\x1b[?25h"] {
            assert!(ended.raw.contains(off), "{signal}: {off:?}");
        }
    }
}

#[test]
fn a_stop_gives_the_terminal_to_the_shell_and_fg_draws_anew() {
    let home = home();
    let mut pty = Pty::spawn(80, 24, home.path(), &[("PS1", "shell>")], "bash", &["--norc", "-i", "-b"]);
    pty.see("shell>");
    let pid = home.path().join("pid");
    pty.line(&format!("sh -c 'echo $$ >{}; exec {}'", pid.display(), env!("CARGO_BIN_EXE_netdojo")));
    let signal = |name: &str| {
        let pid = std::fs::read_to_string(&pid).unwrap();
        assert!(
            std::process::Command::new("kill").args(["-s", name, pid.trim()]).status().unwrap().success()
        );
    };
    for (name, go_on) in [("TSTP", "fg"), ("STOP", "fg"), ("TSTP", "fg; exit")] {
        pty.see("1.");
        signal(name);
        pty.see("Stopped");
        if name == "STOP" {
            // Woken behind the shell, it stops itself rather than take the terminal from it.
            signal("CONT");
            pty.wait("it stops again", |screen| screen.matches("Stopped").count() == 2);
        } else {
            assert!(!pty.drawn(netdojo::text::Terminal::is_alternate_screen));
        }
        pty.line("echo its $((40 + 2))");
        pty.see("its 42");
        pty.resize(70, 20);
        pty.line(go_on);
        // Keys arrive one by one, and are not echoed.
        pty.see("1.");
        pty.keys(key::F2);
        pty.see("レッスン");
        pty.keys(key::F2);
        pty.see("esson");
    }
    assert!(pty.drawn(netdojo::text::Terminal::is_alternate_screen));
    pty.keys(key::CTRL_D);
    let ended = pty.ended();
    assert_eq!((ended.code, ended.alternate), (0, false));
}

#[test]
fn it_ends_with_its_terminal() {
    let home = home();
    assert_eq!(pty::hang_up_after("netdojo", home.path()), 129);
}

#[test]
fn a_terminal_too_small_says_what_it_needs_and_grows_back() {
    let home = home();
    let mut pty = Pty::start(40, 10, home.path(), &[], &[]);
    pty.see("60");
    pty.resize(100, 30);
    pty.see(&say("en", "ui-start-tagline"));
    pty.resize(30, 8);
    pty.see("60");
    pty.resize(80, 24);
    pty.see(&say("en", "ui-start-tagline"));
    pty.leave();
}

#[test]
fn a_wrong_line_is_explained_and_nothing_is_lost() {
    let home = home();
    let mut pty = Pty::start(100, 30, home.path(), &[], &[]);
    pty.see("API");
    pty.line("vim file");
    pty.see("netdojo: “vim”");
    pty.line("docker run --nosuch alpine");
    let screen = pty.see("unknown flag: --nosuch");
    assert!(screen.contains("netdojo: “vim”"), "it stays below its line: {screen}");
    pty.idle();
    pty.line("docker frobnicate");
    pty.see("unknown command: docker frobnicate");
    pty.idle();
    pty.line("/nosuch");
    pty.see("/nosuch");
    // History is still there.
    pty.keys("\x10\x10");
    pty.wait("history", |screen| screen.lines().any(|line| line.starts_with("❯ docker run --nosuch")));
    pty.keys(key::CTRL_U);
    pty.leave();
}

#[test]
fn a_flood_keeps_the_screen_alive_and_can_be_stopped() {
    let stage = Stage::new();
    let mut pty = Pty::start(100, 30, &stage.home(), &[], &[]);
    pty.see("API");
    let name = format!("tui-flood-{}", std::process::id());
    pty.line(&format!("docker run -d --init --name {name} alpine sleep 600"));
    pty.wait("an id", |screen| screen.lines().any(|line| line.trim().len() == 64));
    pty.idle();
    pty.line(&format!("docker exec -it {name} yes flooding"));
    pty.see("flooding");
    // Keys are taken in meanwhile: the language changes at once.
    pty.keys(key::CTRL_CLOSE);
    pty.keys(key::F2);
    pty.see(&say("ja", "ui-enter-return"));
    pty.keys(key::CTRL_C);
    pty.idle();
    pty.line(&format!("docker rm -f {name}"));
    pty.wait("its removal", |screen| screen.lines().any(|line| line.trim() == name));
    pty.idle();
    pty.leave();
}

#[test]
fn one_resumes_where_one_left() {
    let home = home();
    let mut pty = Pty::start(100, 30, home.path(), &[], &[]);
    pty.see("1.");
    pty.keys(key::ENTER);
    pty.see("Step 1/13");
    pty.line("/next");
    pty.see("Step 2/13");
    pty.line("/next");
    pty.see("Step 3/13");
    pty.keys(key::F2);
    pty.see("ステップ 3/13");
    pty.leave();
    // The language chosen in the program is kept; `NETDOJO_LANG` would stand above it.
    let mut pty = Pty::start(100, 30, home.path(), &[("NETDOJO_LANG", "")], &[]);
    pty.see(&say("ja", "ui-start-tagline"));
    pty.keys(key::ENTER);
    pty.see("ステップ 3/13");
    pty.leave();
}

#[test]
fn without_a_terminal_it_says_what_to_do() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_netdojo"))
        .env("NETDOJO_LANG", "en")
        .output()
        .expect("it starts");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("terminal") && said.contains("netdojo run"), "{said}");
}
