//! `netdojo run 'docker build …'` on the real engine: what is ours by name and id, and what `clean` takes with it.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// An installation of its own in a folder with a Dockerfile, and the names that are removed in the end.
struct Bench {
    folder: tempfile::TempDir,
    prefix: String,
}

impl Bench {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let prefix = format!("cli-build-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("web")).expect("a folder");
        let text = format!("FROM alpine\nENV MARK={prefix}\n");
        std::fs::write(folder.path().join("web/Dockerfile"), text).expect("written");
        Self { folder, prefix }
    }

    fn name(&self, tag: &str) -> String {
        format!("{}-{tag}", self.prefix)
    }

    /// Runs the program as the installation `home`.
    fn as_of(&self, home: &str, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_netdojo"))
            .args(args)
            .current_dir(self.folder.path().join("web"))
            .env("NETDOJO_LANG", "en")
            .env("NETDOJO_HOME", self.folder.path().join(home))
            .stdin(Stdio::null())
            .output()
            .expect("the program starts")
    }

    fn line(&self, home: &str, line: &str) -> (Option<i32>, String) {
        let output = self.as_of(home, &["run", line]);
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8_lossy(&said).into_owned())
    }

    /// The id that the name means now; empty for none.
    fn id(&self, name: &str) -> String {
        let output = self.as_of("other", &["run", &format!("docker image inspect -f '{{{{.Id}}}}' {name}")]);
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    fn dockerfile(&self, text: &str) {
        std::fs::write(Path::new(self.folder.path()).join("web/Dockerfile"), text).expect("written");
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        for home in ["two", "one"] {
            self.as_of(home, &["clean", "--yes"]);
        }
    }
}

#[test]
fn a_name_of_somebody_else_is_not_taken_over_and_not_removed() {
    let bench = Bench::new();
    let name = bench.name("app:1");
    let (code, said) = bench.line("one", &format!("docker build -t {name} ."));
    assert_eq!(code, Some(0), "{said}");
    let first = bench.id(&name);

    bench.dockerfile("FROM alpine\nENV MARK=other\n");
    let (code, said) = bench.line("two", &format!("docker build -t {name} ."));
    assert_eq!(code, Some(1));
    assert!(said.contains(&name) && said.contains("was not built here"), "{said}");
    let (code, said) = bench.line("two", &format!("docker rmi {name}"));
    assert_eq!(code, Some(1));
    assert!(said.contains("was not built or downloaded here"), "{said}");
    assert_eq!(bench.id(&name), first);

    // Whoever built it may build it anew, and clean takes it with it.
    let (code, said) = bench.line("one", &format!("docker build -t {name} ."));
    assert_eq!(code, Some(0), "{said}");
    assert_ne!(bench.id(&name), first);
    let cleaned = bench.as_of("one", &["clean", "--yes"]);
    assert!(String::from_utf8_lossy(&cleaned.stdout).contains(&name), "{cleaned:?}");
    assert_eq!((bench.id(&name), bench.id(&first)), (String::new(), String::new()));
}

#[test]
fn clean_takes_earlier_builds_with_it_once_nothing_uses_them() {
    let bench = Bench::new();
    let name = bench.name("again:1");
    let mut ids = Vec::new();
    for build in 1..=3 {
        bench.dockerfile(&format!("FROM alpine\nENV MARK={name}-{build}\n"));
        let (code, said) = bench.line("one", &format!("docker build -t {name} ."));
        assert_eq!(code, Some(0), "{said}");
        ids.push(bench.id(&name));
        if build == 1 {
            let (code, said) =
                bench.line("two", &format!("docker create --name {} {name}", bench.name("user")));
            assert_eq!(code, Some(0), "{said}");
        }
    }
    let cleaned = bench.as_of("one", &["clean", "--yes"]);
    let said = String::from_utf8_lossy(&cleaned.stdout);
    let (used, removed) = (&ids[0]["sha256:".len()..][..12], &ids[1]["sha256:".len()..][..12]);
    assert_eq!(cleaned.status.code(), Some(0), "{said}");
    assert!(said.contains(&format!("earlier build {removed} of {name} removed")), "{said}");
    assert!(said.contains(&format!("earlier build {used} of {name}\n    an image that")), "{said}");
    assert_eq!(ids.iter().map(|id| bench.id(id)).collect::<Vec<_>>(), [ids[0].as_str(), "", ""]);

    bench.as_of("two", &["clean", "--yes"]);
    bench.as_of("one", &["clean", "--yes"]);
    assert_eq!(bench.id(&ids[0]), "");
    let nothing = bench.as_of("one", &["clean", "--yes"]);
    assert!(String::from_utf8_lossy(&nothing.stdout).contains("has made nothing"), "{nothing:?}");
}

#[test]
fn clean_leaves_a_name_that_means_another_image_now() {
    let bench = Bench::new();
    let name = bench.name("moved:1");
    let (code, said) = bench.line("one", &format!("docker build -t {name} ."));
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = bench.line("one", &format!("docker rmi {name}"));
    assert_eq!(code, Some(0), "{said}");
    bench.dockerfile("FROM alpine\nENV MARK=moved\n");
    let (code, said) = bench.line("two", &format!("docker build -t {name} ."));
    assert_eq!(code, Some(0), "{said}");
    bench.as_of("one", &["clean", "--yes"]);
    assert_ne!(bench.id(&name), "");
    let (code, _) = bench.line("one", &format!("docker rmi {name}"));
    assert_eq!(code, Some(1));
}

#[test]
fn clean_leaves_an_image_that_a_build_found_in_the_cache() {
    let bench = Bench::new();
    let (theirs, ours) = (bench.name("theirs:1"), bench.name("ours:1"));
    let build = |home: &str, name: &str, mark: &str| {
        bench.dockerfile(&format!("FROM alpine\nENV MARK={theirs}-{mark}\n"));
        let (code, said) = bench.line(home, &format!("docker build -t {name} ."));
        assert_eq!(code, Some(0), "{said}");
        bench.id(name)
    };
    let first = build("two", &theirs, "first");
    assert_eq!(build("one", &ours, "first"), first);
    for (home, name) in [("two", &theirs), ("one", &ours)] {
        build(home, name, home);
    }
    bench.as_of("one", &["clean", "--yes"]);
    assert_eq!((bench.id(&ours), bench.id(&first)), (String::new(), first.clone()));
    bench.as_of("two", &["clean", "--yes"]);
    assert_eq!(bench.id(&first), "");
}

#[test]
fn nothing_from_outside_is_sent_and_newer_words_are_named() {
    let bench = Bench::new();
    std::fs::write(bench.folder.path().join("Dockerfile"), "FROM alpine\n").expect("written");
    for line in [
        "docker build ..",
        "docker build -f ../Dockerfile .",
        "docker build -",
        "docker build https://example.org/x",
    ] {
        let (code, said) = bench.line("one", line);
        assert!(code == Some(1) && said.starts_with("netdojo: "), "{line}: {said}");
        assert!(!said.contains("Sending build context"), "{line}: {said}");
    }
    bench.dockerfile("FROM alpine\n\nRUN --mount=type=cache,target=/c true\n");
    let (code, said) = bench.line("one", "docker build .");
    // Podman's builder knows it and builds.
    if code != Some(0) {
        assert!(said.contains("Line 3 of Dockerfile") && said.contains("RUN --mount"), "{said}");
    }
}

#[test]
fn a_name_with_signs_of_a_path_is_no_way_around_whose_it_is() {
    let bench = Bench::new();
    let image = bench.name("theirs:1");
    let container = bench.name("box");
    let (code, said) = bench.line("one", &format!("docker build -t {image} ."));
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = bench.line("one", &format!("docker create --name {container} {image} true"));
    assert_eq!(code, Some(0), "{said}");
    for name in [
        format!("{image}?"),
        format!("{image}#x"),
        format!("./{image}"),
        format!("../containers/{container}?"),
        format!("../images/{image}"),
    ] {
        let (code, said) = bench.line("two", &format!("docker rmi -f '{name}'"));
        assert_ne!(code, Some(0), "{name}: {said}");
        let (_, there) = bench.line("two", &format!("docker ps -aq --filter name=^{container}$"));
        assert!(!there.trim().is_empty(), "{name} removed a container: {said}");
        assert!(!bench.id(&image).is_empty(), "{name} removed an image: {said}");
    }
}

#[test]
fn what_a_played_lesson_built_goes_with_it() {
    let bench = Bench::new();
    let name = bench.name("lesson:1");
    let lessons = bench.folder.path().join("lessons");
    let write = |path: &str, text: &str| {
        let path = lessons.join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        std::fs::write(path, text).expect("written");
    };
    write("course.toml", "format = 1\nlessons = [\"built\"]\n");
    let key = format!(
        "format = 1\nimages = [\"alpine\"]\nminutes = 1\n[[step.build.goal]]\nimage = \"{name}\"\n\
         [[step.more.goal]]\nimage = \"{name}\"\n"
    );
    write("built/lesson.toml", &key);
    write("built/workspace/web/Dockerfile", "FROM alpine\nENV A=1\n");
    for lang in ["en", "ja"] {
        // The lesson ends without removing the image, as one does that is broken off.
        let prose = format!(
            "# Built\n\nText.\n\n## Build\n<!-- step: build -->\n\nText.\n\n```console\n\
             $ docker build -t {name} web\n```\n\n## More\n<!-- step: more -->\n\nText.\n"
        );
        write(&format!("built/{lang}.md"), &prose);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_netdojo"))
        .args(["verify", "built"])
        .env("NETDOJO_LANG", "en")
        .env("NETDOJO_HOME", bench.folder.path().join("one"))
        .env("NETDOJO_LESSONS", &lessons)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(bench.id(&name), "", "{said}");
}
