//! What is done in a lesson on the real engine stands in the report that is made of it.

mod pty;
mod stage;

use pty::{Pty, key, say};
use stage::Stage;

fn report(stage: &Stage, args: &[&str]) -> String {
    let output = stage.netdojo(&[&["report"][..], args].concat()).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_report_tells_what_was_done() {
    let stage = Stage::new();
    let nothing = report(&stage, &[]);
    assert!(nothing.contains(&say("en", "report-empty")), "{nothing}");
    let mut pty = Pty::start(120, 40, &stage.home(), &[("NETDOJO_LANG", "en")], &[]);
    pty.see("API");
    pty.keys(key::ENTER);
    pty.see("--name alpine_01 alpine");
    // Something that is not asked for, something that goes wrong, and then the step itself.
    pty.line("docker ps -a | wc -l");
    pty.see("$ docker ps -a | wc -l");
    pty.idle();
    pty.line("docker start 'no-such&one'");
    pty.see("No such container");
    pty.idle();
    pty.see(&say("en", "ui-verdict-failed"));
    pty.line("docker run -it -d --name alpine_01 alpine");
    pty.see(&say("en", "ui-verdict-passed"));
    pty.leave();

    let text = report(&stage, &["link"]);
    let order = [
        "$ docker ps -a | wc -l",
        "$ docker start 'no-such&one'",
        "No such container",
        "--name alpine_01 alpine",
    ];
    let places: Vec<_> =
        order.iter().map(|part| text.find(part).unwrap_or_else(|| panic!("{part} in {text}"))).collect();
    assert!(places.is_sorted(), "{text}");
    for key in ["report-passed", "report-not-yet"] {
        assert!(text.contains(&say("en", key)), "{text}");
    }
    let page = stage.home().join("report.html");
    report(&stage, &["--lang", "ja", "-o", page.to_str().expect("a path")]);
    let page = std::fs::read_to_string(page).expect("the page");
    assert!(page.contains("<html lang=\"ja\">") && page.contains(&say("ja", "report-title")), "{page}");
    assert!(page.contains("no-such&amp;one"), "{page}");

    // A slip names what there is.
    let slip = stage.netdojo(&["report", "lnik"]).output().expect("it runs");
    assert_eq!(slip.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&slip.stderr).contains("link"));
}
