//! `netdojo verify`, `doctor` and `clean` on the real engine.

mod stage;

use std::process::Output;

use stage::Stage;

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn well(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn the_lessons_hold_in_both_languages() {
    let stage = Stage::new();
    for lang in ["ja", "en"] {
        let report = well(&stage.netdojo(&["verify", "--lang", lang]).output().expect("it runs"));
        assert!(report.contains("(ping)") && report.contains('✓') && !report.contains('✗'), "{report}");
    }
    let left = stage.netdojo(&["run", "docker ps -a"]).output().expect("it runs");
    assert!(!text(&left.stdout).contains("alpine_0"), "everything is removed: {}", text(&left.stdout));
}

#[test]
fn the_report_can_be_read_by_machines() {
    let stage = Stage::new();
    let report = well(&stage.netdojo(&["verify", "link", "--json"]).output().expect("it runs"));
    let report: serde_json::Value = serde_json::from_str(&report).expect("one JSON document");
    assert_eq!(report["passed"], true);
    assert_eq!(report["counts"]["failed"], 0);
    let steps = report["lessons"][0]["steps"].as_array().expect("steps");
    let ping = steps.iter().find(|step| step["id"] == "ping").expect("the step");
    assert_eq!(ping["verdict"], "passed");
    assert_eq!(ping["tasks"][0]["interrupted"], true);
    assert_eq!(ping["tasks"][0]["exit"], 0);
}

#[test]
fn a_lesson_that_cannot_be_read_takes_no_other_one_away() {
    let stage = Stage::new();
    let temp = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = temp.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        std::fs::write(path, text).expect("written");
    };
    write("course.toml", "format = 1\nlessons = [\"bad\", \"good\"]\n");
    write("bad/lesson.toml", "format = 2\n");
    write("good/lesson.toml", "format = 1\nimages = []\nminutes = 1\n");
    for lang in ["ja", "en"] {
        write(&format!("bad/{lang}.md"), "# Bad\n");
        write(&format!("good/{lang}.md"), "# Good\n\nText.\n\n## Read\n<!-- step: read -->\n\nText.\n");
    }
    let mut verify = stage.netdojo(&["verify", "--json"]);
    let output = verify.env("NETDOJO_LESSONS", temp.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    let outcomes = |id: &str| {
        let lessons = report["lessons"].as_array().expect("lessons");
        lessons.iter().find(|lesson| lesson["id"] == id).map(|lesson| lesson["outcome"].clone())
    };
    assert_eq!(outcomes("bad"), Some("broken".into()));
    assert_eq!(outcomes("good"), Some("passed".into()));
}

#[test]
fn names_that_are_somebody_else_s_are_left_alone() {
    let stage = Stage::new();
    let other = Stage::somebody_else();
    well(
        &other
            .netdojo(&["run", "docker run -d --init --name alpine_02 alpine sleep 600"])
            .output()
            .expect("it runs"),
    );
    let output = stage.netdojo(&["verify", "link"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("alpine_02"), "{}", text(&output.stdout));
    // Neither does `clean` touch it.
    let cleaned = well(&stage.netdojo(&["clean", "--yes"]).output().expect("it runs"));
    assert!(cleaned.contains("alpine_02"), "it is said: {cleaned}");
    let running = well(&other.netdojo(&["run", "docker ps"]).output().expect("it runs"));
    assert!(running.contains("alpine_02"), "{running}");
}

#[test]
fn what_fails_is_shown_beside_what_was_expected() {
    let stage = Stage::new();
    let lessons = stage.home().join("lessons");
    std::fs::create_dir_all(lessons.join("wrong")).expect("a folder");
    std::fs::write(lessons.join("course.toml"), "format = 1\nlessons = [\"wrong\"]\n").expect("written");
    let key = "format = 1\nimages = [\"alpine\"]\nminutes = 1\n\n[[step.one.goal]]\ncontainer = \"nobody\"\nstate = \"running\"\n";
    std::fs::write(lessons.join("wrong/lesson.toml"), key).expect("written");
    for (lang, title) in [("ja", "まちがい"), ("en", "Wrong")] {
        let prose =
            format!("# {title}\n\n## {title}\n<!-- step: one -->\n\n```console\n$ echo right\nwrong\n```\n");
        std::fs::write(lessons.join(format!("wrong/{lang}.md")), prose).expect("written");
    }
    let output = stage.netdojo(&["verify"]).env("NETDOJO_LESSONS", &lessons).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let report = text(&output.stdout);
    for part in ["✗ Wrong (one)", "nobody", "- wrong", "+ right"] {
        assert!(report.contains(part), "{part} in {report}");
    }
}

#[test]
fn a_signal_ends_it_and_removes_what_it_made() {
    let stage = Stage::new();
    let mut child = stage.netdojo(&["verify"]).stdout(std::process::Stdio::piped()).spawn().expect("it runs");
    // Wait until the first container is there, by the engine's own events.
    let mut waiting = stage.netdojo(&["run", "docker ps -q --filter name=^alpine_01$"]);
    while well(&waiting.output().expect("it runs")).is_empty() {
        assert!(child.try_wait().expect("it can be asked").is_none(), "it ended before");
    }
    let killed = std::process::Command::new("kill").args(["-s", "TERM", &child.id().to_string()]).status();
    assert!(killed.expect("kill is there").success());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(143));
    assert_eq!(well(&waiting.output().expect("it runs")), "");
}

#[test]
fn without_an_engine_all_say_so() {
    let stage = Stage::new();
    for args in [&["verify"][..], &["clean", "--yes"], &["doctor"]] {
        for lang in ["ja", "en"] {
            let mut command = stage.netdojo(args);
            command.env("DOCKER_HOST", "unix:///nowhere/engine.sock").env("NETDOJO_LANG", lang);
            let output = command.output().expect("it runs");
            assert_eq!(output.status.code(), Some(3), "{args:?}");
            let said = text(&output.stdout) + &text(&output.stderr);
            assert!(said.contains("/nowhere/engine.sock"), "{said}");
            assert!(!said.contains("cli-") && !said.contains("engine-"), "{said}");
        }
    }
}

#[test]
fn doctor_says_what_is_there() {
    let stage = Stage::new();
    let said = well(&stage.netdojo(&["doctor"]).output().expect("it runs"));
    for part in ["API 1.", "link", "netdojo"] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn clean_asks_lists_and_removes_only_what_is_ours() {
    let stage = Stage::new();
    let name = format!("cli-clean-{}", std::process::id());
    well(
        &stage
            .netdojo(&["run", &format!("docker run -d --init --name {name} alpine sleep 600")])
            .output()
            .expect("runs"),
    );
    let listed = well(&stage.netdojo(&["clean", "--dry-run"]).output().expect("it runs"));
    assert!(listed.contains(&name), "{listed}");
    let asked = stage.netdojo(&["clean"]).stdin(std::process::Stdio::null()).output().expect("it runs");
    assert_eq!(asked.status.code(), Some(2), "nobody can be asked");
    let there = format!("docker ps -q --filter name=^{name}$");
    assert!(!well(&stage.netdojo(&["run", &there]).output().expect("it runs")).is_empty());
    let cleaned = well(&stage.netdojo(&["clean", "--yes"]).output().expect("it runs"));
    assert!(cleaned.contains(&name), "{cleaned}");
    assert_eq!(well(&stage.netdojo(&["run", &there]).output().expect("it runs")), "");
}
