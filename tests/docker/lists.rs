//! `ps` and its formats.

use netdojo::docker::Ended;
use netdojo::shell::docker::{Invocation, Ps, Run};

use super::rig::{Corner, words};

#[tokio::test]
async fn ps_has_dockers_table() {
    let corner = Corner::new().await;
    let name = corner.name("a");
    let run = Run {
        image: "alpine".to_owned(),
        name: Some(name.clone()),
        detach: true,
        publish: words("127.0.0.1::80"),
        command: words("sleep 1000000000000"),
        ..Run::default()
    };
    let (made, ended) = corner.run(Invocation::Run(run)).await;
    assert_eq!(ended, Ended::Exited(0), "{made:?}");
    let id = &made.stdout[..12];
    let ps = |format: Option<&str>, quiet| {
        Invocation::Ps(Ps {
            filters: vec![format!("name={name}")],
            format: format.map(ToOwned::to_owned),
            quiet,
            ..Ps::default()
        })
    };
    let (printed, ended) = corner.run(ps(None, false)).await;
    let lines: Vec<&str> = printed.stdout.lines().collect();
    assert_eq!(ended, Ended::Exited(0));
    let [head, row] = lines[..] else { panic!("{printed:?}") };
    let cells: Vec<&str> = row.split("   ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(cells[..3], [id, "alpine", "\"sleep 1000000000000\""]);
    assert!(cells[3].ends_with(" ago") && cells[4].starts_with("Up "), "{cells:?}");
    assert!(cells[5].starts_with("127.0.0.1:") && cells[5].ends_with("->80/tcp"), "{cells:?}");
    assert_eq!(cells[6], name);
    for heading in ["CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES"] {
        let at = head.find(heading).unwrap();
        let column = row.char_indices().nth(at).unwrap().0;
        assert!(
            at == 0 || row[..column].ends_with("  "),
            "{heading} does not stand over its column\n{head}\n{row}"
        );
    }

    let (printed, _) = corner.run(ps(None, true)).await;
    assert_eq!(printed.stdout, format!("{id}\n"));
    let (printed, _) = corner.run(ps(Some("{{.Names}} {{.Image}} {{.State}}"), false)).await;
    assert_eq!(printed.stdout, format!("{name} alpine running\n"));
    let (printed, _) = corner.run(ps(Some("table {{.Names}}\\t{{.Image}}"), false)).await;
    let width = name.len() + 3;
    assert_eq!(printed.stdout, format!("{:width$}IMAGE\n{:width$}alpine\n", "NAMES", name));
    let (printed, _) = corner.run(ps(Some("json"), false)).await;
    let value: serde_json::Value = serde_json::from_str(&printed.stdout).unwrap();
    assert_eq!(value["Names"], name.as_str());
    let (printed, ended) = corner.run(ps(Some("{{.Nope}}"), false)).await;
    assert_eq!(
        printed.stderr,
        "failed to execute template: template: :1:2: executing \"\" at <.Nope>: can't evaluate field Nope in type *formatter.ContainerContext\n"
    );
    assert_eq!(ended, Ended::Exited(1));
}

#[tokio::test]
async fn a_filter_that_the_engine_does_not_know_is_told() {
    let corner = Corner::new().await;
    let ps = Invocation::Ps(Ps { filters: words("foo=bar"), ..Ps::default() });
    let (printed, ended) = corner.run(ps).await;
    assert!(printed.stderr.starts_with("Error response from daemon: "), "{printed:?}");
    assert_eq!(ended, Ended::Exited(1));
}
