//! Probes between real containers.

use std::collections::HashMap;
use std::net::IpAddr;
use std::time::{Duration, Instant};

use bollard::models::{ContainerCreateBody, ContainerStateStatusEnum, HostConfig, PortBinding};
use bollard::query_parameters::ListContainersOptions;
use netdojo::engine::Engine;
use netdojo::network::{Observation, Product, Snapshot};
use netdojo::probe::{HOST, Prober, Target};

use crate::objects::{Objects, unique, waiting};
use crate::{engine, socket};

const LIMIT: Duration = Duration::from_secs(10);

/// A prober with what it needs.
struct Bench {
    engine: Engine,
    snapshot: Snapshot,
    prober: Prober,
    objects: Objects,
}

impl Bench {
    async fn new() -> Self {
        let engine = engine().await;
        let snapshot = engine.snapshot().await.unwrap();
        let objects = Objects::at(&socket().await);
        Self { engine, snapshot, prober: Prober::default(), objects }
    }

    async fn probe(&self, from: &str, to: &str) -> Observation {
        let target = Target::parse(to).unwrap();
        let began = Instant::now();
        let wanted = ["alpine".to_owned()];
        let seen = self.prober.probe(&self.engine, &self.snapshot, from, &target, &wanted, LIMIT).await;
        println!("{from} -> {to}: {seen:?} in {:?}", began.elapsed());
        seen
    }

    async fn address(&self, name: &str) -> String {
        let inspected = self.objects.docker.inspect_container(name, None).await.unwrap();
        let networks = inspected.network_settings.unwrap().networks.unwrap();
        networks.into_values().find_map(|it| it.ip_address.filter(|ip| !ip.is_empty())).unwrap()
    }

    /// Nothing of what probes use is in an image.
    async fn has_no_tools(&mut self, image: &str) {
        for tool in ["busybox", "nslookup", "ping", "nc", "wget"] {
            let name = unique(tool);
            let entrypoint = Some(vec![tool.to_owned()]);
            let body = ContainerCreateBody {
                image: Some(image.into()),
                entrypoint,
                ..ContainerCreateBody::default()
            };
            self.objects.create(&name, body).await;
            let refused = self.objects.docker.start_container(&name, None).await.unwrap_err().to_string();
            assert!(refused.contains("not found"), "{tool}: {refused}");
        }
    }

    /// Once the prober has settled, no helper is left.
    async fn nothing_stays(&self) {
        self.prober.settle().await;
        assert_eq!(self.helpers().await, Vec::<String>::new());
    }

    /// Whom helpers join now, of those that this test has made, or the host.
    async fn helpers(&self) -> Vec<String> {
        let filters = HashMap::from([("label".to_owned(), vec!["netdojo.helper".to_owned()])]);
        let options =
            ListContainersOptions { all: true, filters: Some(filters), ..ListContainersOptions::default() };
        let listed = self.objects.docker.list_containers(Some(options)).await.unwrap();
        let mut joined = Vec::new();
        for id in listed.into_iter().filter_map(|it| it.id) {
            // Those of other tests may be gone by now.
            let Ok(helper) = self.objects.docker.inspect_container(&id, None).await else { continue };
            let network = helper.host_config.and_then(|it| it.network_mode).unwrap_or_default();
            if self.objects.ids.iter().any(|id| network.ends_with(id.as_str())) {
                joined.push(network);
            }
        }
        joined
    }
}

fn status(seen: &Observation) -> Option<u16> {
    if let Observation::Http { status, .. } = seen { Some(*status) } else { None }
}

#[tokio::test]
async fn a_link_is_a_name_in_one_direction() {
    let mut bench = Bench::new().await;
    if bench.engine.info().product == Product::Podman {
        // Podman refuses links; that it does is what the lesson's `needs` say.
        let (one, two) = (unique("one"), unique("two"));
        bench.objects.linked(&one, &[]).await;
        let mut body = waiting("alpine");
        let links = Some(vec![format!("{one}:other")]);
        body.host_config = Some(HostConfig { links, ..HostConfig::default() });
        let refused = bench.objects.docker.create_container(
            Some(bollard::query_parameters::CreateContainerOptions {
                name: Some(two.clone()),
                ..bollard::query_parameters::CreateContainerOptions::default()
            }),
            body,
        );
        assert!(refused.await.is_err());
        return;
    }
    let (one, two) = (unique("one"), unique("two"));
    bench.objects.linked(&one, &[]).await;
    bench.objects.linked(&two, &[format!("{one}:other_container")]).await;
    let address = bench.address(&one).await;

    let expected = Observation::Reply(Some(address.parse().unwrap()));
    assert_eq!(bench.probe(&two, "other_container").await, expected);
    assert_eq!(bench.probe(&two, &one).await, expected);
    assert_eq!(bench.probe(&one, &two).await, Observation::UnknownName);
    assert_eq!(bench.probe(&two, "other_container:81").await, Observation::Refused);
    bench.nothing_stays().await;
}

/// Serves one page at `listen`, with what the image's busybox has: httpd in Debian's, nc in Alpine's.
fn page_server(listen: &str) -> Vec<String> {
    let (address, port) = listen.split_once(':').unwrap();
    let script = format!(
        r#"
mkdir -p /www && echo '<html></html>' >/www/index.html
busybox | grep -qw httpd && exec busybox httpd -f -p {listen} -h /www
printf '%s\n' '#!/bin/sh' 'read -r method path rest' \
    'while read -r line && [ ${{#line}} -gt 1 ]; do :; done' \
    'if [ "$path" = / ]; then printf "HTTP/1.0 200 OK\r\n\r\n<html></html>"' \
    'else printf "HTTP/1.0 404 Not Found\r\n\r\n"; fi' >/serve
chmod +x /serve
exec nc -lk -s {address} -p {port} -e /serve"#
    );
    vec!["/bin/sh".into(), "-c".into(), script]
}

#[tokio::test]
async fn a_server_is_reached_by_its_alias() {
    let mut bench = Bench::new().await;
    let (network, asker, server) = (unique("net"), unique("asker"), unique("server"));
    bench.objects.network(&network).await;
    bench.objects.on_network(&asker, waiting("alpine"), &network, &[]).await;
    let nginx = ContainerCreateBody { image: Some("nginx".into()), ..ContainerCreateBody::default() };
    bench.objects.on_network(&server, nginx, &network, &["web"]).await;

    let target = Target::parse("http://web/").unwrap();
    let wanted = ["alpine".to_owned()];
    let seen = bench
        .prober
        .reach_until(&bench.engine, &bench.snapshot, &asker, &target, &wanted, LIMIT, |seen| {
            status(seen) == Some(200)
        })
        .await;
    let Observation::Http { status: 200, body } = &seen else { panic!("{seen:?}") };
    assert!(body.contains("<html"), "{body}");
    assert_eq!(status(&bench.probe(&asker, "http://web/nosuch").await), Some(404));
    let address: IpAddr = bench.address(&server).await.parse().unwrap();
    assert_eq!(bench.probe(&asker, "web:80").await, Observation::Reply(Some(address)));
    assert_eq!(bench.probe(&asker, "http://web:81/").await, Observation::Refused);
    assert_eq!(bench.probe(&asker, "http://nosuch/").await, Observation::UnknownName);
    // A server's own image has no tools; its helper does.
    bench.has_no_tools("nginx").await;
    assert_eq!(
        bench.probe(&server, "127.0.0.1:80").await,
        Observation::Reply(Some("127.0.0.1".parse().unwrap()))
    );

    bench.objects.docker.kill_container(&server, None).await.unwrap();
    assert_eq!(bench.probe(&asker, "web").await, Observation::UnknownName);
    assert_eq!(bench.probe(&asker, &address.to_string()).await, Observation::Unreachable);
    assert_eq!(bench.probe(&asker, &format!("{address}:80")).await, Observation::Unreachable);
    bench.nothing_stays().await;
}

#[tokio::test]
async fn the_host_reaches_what_is_published() {
    let mut bench = Bench::new().await;
    let (open, closed) = (unique("open"), unique("closed"));
    let published = |image: &str, cmd: Option<Vec<String>>| ContainerCreateBody {
        image: Some(image.into()),
        cmd,
        // Docker publishes no port that is not exposed too.
        exposed_ports: Some(vec!["80/tcp".to_owned()]),
        host_config: Some(HostConfig {
            port_bindings: Some(HashMap::from([(
                "80/tcp".to_owned(),
                Some(vec![PortBinding { host_ip: None, host_port: None }]),
            )])),
            ..HostConfig::default()
        }),
        ..ContainerCreateBody::default()
    };
    bench.objects.run(&open, published("nginx", None)).await;
    // Listens where nobody from outside the container comes.
    bench.objects.run(&closed, published("alpine", Some(page_server("127.0.0.1:80")))).await;
    bench.snapshot = bench.engine.snapshot().await.unwrap();
    let port = |name: &str| bench.snapshot.container(name).unwrap().ports[0].host_port.unwrap();

    let url = format!("http://127.0.0.1:{}/", port(&open));
    let target = Target::parse(&url).unwrap();
    let wanted = ["alpine".to_owned()];
    let seen = bench
        .prober
        .reach_until(&bench.engine, &bench.snapshot, HOST, &target, &wanted, LIMIT, |seen| {
            status(seen) == Some(200)
        })
        .await;
    assert_eq!(status(&seen), Some(200), "{seen:?}; {:?}", bench.engine.info());
    let cut = bench.probe(HOST, &format!("http://127.0.0.1:{}/", port(&closed))).await;
    let refused = bench.probe(HOST, "127.0.0.1:1").await;
    // Docker's proxy takes the connection and drops it; Podman forwards without one.
    let expected = if bench.engine.info().product == Product::Podman {
        [Observation::Refused, Observation::Reset]
    } else {
        [Observation::Reset, Observation::Reset]
    };
    assert!(expected.contains(&cut), "{cut:?}");
    assert_eq!(refused, Observation::Refused);
    assert_eq!(bench.probe(HOST, "127.0.0.1").await, Observation::Reply(Some("127.0.0.1".parse().unwrap())));
    bench.nothing_stays().await;
}

#[tokio::test]
async fn an_asker_that_cannot_ask_is_named() {
    let mut bench = Bench::new().await;
    let stopped = unique("stopped");
    bench.objects.create(&stopped, waiting("alpine")).await;
    let key = |seen: Observation| match seen {
        Observation::Impossible(why) => why.key,
        other => panic!("{other:?}"),
    };
    assert_eq!(key(bench.probe(&stopped, "127.0.0.1").await), "probe-asker-stopped");
    assert_eq!(key(bench.probe(&unique("nosuch"), "127.0.0.1").await), "probe-asker-missing");
    bench.snapshot.images = vec!["nginx:latest".into()];
    let running = unique("running");
    bench.objects.run(&running, waiting("alpine")).await;
    let seen = bench
        .prober
        .probe(&bench.engine, &bench.snapshot, &running, &Target::parse("127.0.0.1").unwrap(), &[], LIMIT)
        .await;
    assert_eq!(key(seen), "probe-image-unfit", "no busybox in nginx");
    bench.nothing_stays().await;
}

#[tokio::test]
async fn an_attempt_that_is_given_up_leaves_nothing() {
    let mut bench = Bench::new().await;
    let asker = unique("asker");
    let id = bench.objects.run(&asker, waiting("alpine")).await;
    let target = Target::parse("192.0.2.99:80").unwrap();
    // Given up at different moments: while the helper is made, and when it runs.
    for _ in 0..4 {
        let attempt = bench.prober.probe(&bench.engine, &bench.snapshot, &asker, &target, &[], LIMIT);
        let mut attempt = Box::pin(attempt);
        tokio::select! {
            seen = &mut attempt => panic!("nothing answers at a documentation address: {seen:?}"),
            () = helper_is_there(&bench) => {}
        }
        drop(attempt);
        bench.nothing_stays().await;
    }
    let attempt = bench.prober.probe(&bench.engine, &bench.snapshot, &asker, &target, &[], LIMIT);
    assert!(futures_util::FutureExt::now_or_never(attempt).is_none());
    bench.nothing_stays().await;
    let after = bench.objects.docker.inspect_container(&id, None).await.unwrap();
    assert_eq!(after.state.unwrap().status, Some(ContainerStateStatusEnum::RUNNING));
}

async fn helper_is_there(bench: &Bench) {
    while bench.helpers().await.is_empty() {
        tokio::task::yield_now().await;
    }
}
