//! `docker build` and `docker rmi` on a real engine, with the classic builder's own words.

use std::path::Path;

use netdojo::docker::{Context, Ended, Input};
use netdojo::network::Product;
use netdojo::shell::docker::{Build, Invocation, Rmi};

use super::rig::{Corner, Line, Printed};

/// Names of images that are removed when the test ends, however it ends.
struct Images<'a> {
    corner: &'a Corner,
    folder: tempfile::TempDir,
}

impl<'a> Images<'a> {
    fn new(corner: &'a Corner, files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            std::fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        Self { corner, folder }
    }

    /// Begins a build of the folder, its tags named as the corner names things.
    fn begin(&self, build: Build) -> Line {
        let tags = build.tags.iter().map(|tag| self.corner.name(tag)).collect();
        let build = Build { path: ".".into(), tags, ..build };
        let context = Context { directory: self.folder.path().to_owned(), ..self.corner.context() };
        self.corner.begin_in(Invocation::Build(build), context, false)
    }

    async fn build(&self, build: Build) -> (Printed, Ended) {
        self.begin(build).end().await
    }

    /// What `docker image inspect` says, of the image with that tag.
    async fn inspect(&self, tag: &str, format: &str) -> String {
        let line = format!("docker image inspect -f '{format}' {}", self.corner.name(tag));
        self.corner.line(&line).await.0.stdout.trim_end().to_owned()
    }

    async fn rmi(&self, tags: &[&str]) -> (Printed, Ended) {
        let names = tags.iter().map(|tag| self.corner.name(tag)).collect();
        self.corner.run(Invocation::Rmi(Rmi { names, ..Rmi::default() })).await
    }
}

fn tagged(tag: &str) -> Build {
    Build { tags: vec![tag.into()], ..Build::default() }
}

/// Without what each run has for itself: ids.
fn masked(text: &str) -> String {
    let id = regex::Regex::new("[0-9a-f]{64}|[0-9a-f]{12}").unwrap();
    id.replace_all(text, "ID").into_owned()
}

#[tokio::test]
async fn a_build_says_what_dockers_says() {
    let corner = Corner::new().await;
    // A step of its own, so that no other build's cache answers.
    let run = format!("FROM alpine\nRUN echo {}\nCOPY a /a\n", corner.name("x"));
    let images = Images::new(&corner, &[("Dockerfile", &run), ("a", "hello\n")]);
    let (printed, ended) =
        images.build(Build { tags: vec!["a:1".into(), "b".into()], ..Build::default() }).await;
    assert_eq!(ended, Ended::Exited(0), "{printed:?}");
    let (a, b) = (corner.name("a:1"), corner.name("b:latest"));
    if corner.engine.info().product == Product::Podman {
        assert!(printed.stdout.contains("STEP 1/3: FROM alpine"), "{printed:?}");
    } else {
        let removed = if corner.engine.info().version.starts_with("20.") {
            "Removing intermediate container ID"
        } else {
            " ---> Removed intermediate container ID"
        };
        assert_eq!(
            masked(&printed.stdout),
            format!(
                "Sending build context to Docker daemon  3.072kB\n\
                 Step 1/3 : FROM alpine\n ---> ID\n\
                 Step 2/3 : RUN echo {}\n ---> Running in ID\n{}\n{removed}\n ---> ID\n\
                 Step 3/3 : COPY a /a\n ---> ID\n\
                 Successfully built ID\nSuccessfully tagged {a}\nSuccessfully tagged {b}\n",
                corner.name("x"),
                corner.name("x"),
            )
        );
    }
    assert_eq!(printed.stderr, "");
    assert_eq!(images.inspect("a:1", "{{.Id}}").await, images.inspect("b", "{{.Id}}").await);
    let (quiet, ended) = images.build(Build { quiet: true, ..tagged("a:1") }).await;
    assert_eq!((masked(&quiet.stdout).trim_start_matches("sha256:"), ended), ("ID\n", Ended::Exited(0)));

    let (gone, ended) = images.rmi(&["a:1", "nosuch", "b"]).await;
    assert_eq!(ended, Ended::Exited(1), "{gone:?}");
    assert!(gone.stdout.starts_with("Untagged: ") && gone.stdout.contains("\nDeleted: "), "{gone:?}");
    assert_eq!(gone.stderr.lines().count(), 1, "{gone:?}");
    assert_eq!(images.inspect("a:1", "{{.Id}}").await, "");
}

#[tokio::test]
async fn args_labels_and_stages_count() {
    let corner = Corner::new().await;
    let text = "FROM alpine AS base\nARG COLOUR=red\nENV COLOUR=$COLOUR\nFROM base\nENV LATER=1\n";
    let images = Images::new(&corner, &[("web/My.Dockerfile", text)]);
    let build = Build {
        file: Some("web/My.Dockerfile".into()),
        args: vec!["COLOUR=blue".into()],
        labels: vec!["a=b=c".into()],
        target: Some("base".into()),
        no_cache: true,
        ..tagged("args")
    };
    let (printed, ended) = images.build(build).await;
    assert_eq!(ended, Ended::Exited(0), "{printed:?}");
    let env = images.inspect("args", "{{.Config.Env}} {{index .Config.Labels \"a\"}}").await;
    assert!(env.contains("COLOUR=blue") && !env.contains("LATER") && env.ends_with(" b=c"), "{env}");
}

#[tokio::test]
async fn what_fails_is_said_and_ends_as_docker_ends() {
    let corner = Corner::new().await;
    let images = Images::new(
        &corner,
        &[
            ("fails", "FROM alpine\nRUN exit 7\n"),
            ("unknown", "FROM alpine\nFOO bar\n"),
            ("missing", "FROM alpine\nCOPY nosuch /x\n"),
        ],
    );
    let build = |file: &str| images.build(Build { file: Some(file.into()), ..tagged("f") });
    let (printed, ended) = build("fails").await;
    assert_ne!(ended.code(), 0, "{printed:?}");
    if corner.engine.info().product == Product::Docker {
        assert_eq!(ended, Ended::Exited(7));
        assert_eq!(printed.stderr, "The command '/bin/sh -c exit 7' returned a non-zero code: 7\n");
    }
    let (printed, ended) = build("unknown").await;
    assert_eq!(ended, Ended::Exited(1), "{printed:?}");
    if corner.engine.info().product == Product::Docker {
        assert!(printed.stderr.contains("line 2") && printed.stderr.contains("FOO"), "{printed:?}");
    }
    let (printed, ended) = build("missing").await;
    assert!(ended.code() != 0 && printed.stderr.contains("nosuch"), "{printed:?}");
    let (printed, ended) = build("nofile").await;
    assert_eq!(ended, Ended::Exited(1));
    assert!(
        printed
            .stderr
            .starts_with("unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat ")
    );
    assert_eq!(images.inspect("f", "{{.Id}}").await, "");
}

#[tokio::test]
async fn an_interrupt_ends_the_build_on_the_engine() {
    let corner = Corner::new().await;
    let mark = corner.name("sleeps");
    let text = format!("FROM alpine\nRUN : {mark}; echo begun; sleep 600\n");
    let images = Images::new(&corner, &[("Dockerfile", &text)]);
    let mut line = images.begin(tagged("never"));
    line.until("begun").await;
    line.send(Input::Interrupt).await;
    let (_, ended) = line.end().await;
    assert_eq!(ended, Ended::Left(130));
    // Its container ends with it; the engine says so as soon as it has.
    let deadline = tokio::time::Instant::now() + std::time::Duration::from_secs(60);
    loop {
        let (ps, _) = corner.line("docker ps --no-trunc --format '{{.Command}}'").await;
        if !ps.stdout.contains(&mark) {
            break;
        }
        assert!(tokio::time::Instant::now() < deadline, "it still runs: {ps:?}");
    }
    assert_eq!(images.inspect("never", "{{.Id}}").await, "");
}

impl Drop for Images<'_> {
    fn drop(&mut self) {
        self.corner.remove_images(&["a:1", "b", "args", "f", "never"]);
    }
}

/// A folder is where the line runs, whatever the process's own is.
#[tokio::test]
async fn nothing_is_built_without_a_folder() {
    let corner = Corner::new().await;
    let directory = Path::new("/").to_owned();
    let build = Build { path: "nosuch".into(), ..tagged("f") };
    let line = corner.begin_in(Invocation::Build(build), Context { directory, ..corner.context() }, false);
    let (printed, ended) = line.end().await;
    assert_eq!(printed.stderr, "unable to prepare context: path \"nosuch\" not found\n");
    assert_eq!(ended, Ended::Exited(1));
}
