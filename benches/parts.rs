//! The pure parts, in the process: what a key or an event costs before anything reaches a terminal.
//!
//!     cargo bench --bench parts

#[path = "../tests/app_driver/mod.rs"]
mod app_driver;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

use app_driver::Driver;
use criterion::{Criterion, criterion_group, criterion_main};
use crossterm::event::KeyCode;
use netdojo::app::Msg;
use netdojo::network::{Endpoint, Snapshot, matrix};
use netdojo::shell;
use netdojo::text::{Size, Terminal};
use netdojo::ui::{Frames, Look, Theme, view};
use ratatui::backend::TestBackend;

/// `count` running containers on the default bridge.
fn crowd(count: usize) -> Arc<Snapshot> {
    let containers: BTreeMap<_, _> = (0..count)
        .map(|n| {
            let mut container = app_driver::container(&format!("container-{n}"));
            container.endpoints = vec![Endpoint {
                network: "bridge".into(),
                ipv4: format!("172.17.{}.{}", n / 250, n % 250 + 2).parse().ok(),
                ..Endpoint::default()
            }];
            (container.id.clone(), container)
        })
        .collect();
    Arc::new(Snapshot { containers, ..Snapshot::default() })
}

fn frames(bench: &mut Criterion) {
    for (count, cols, rows) in [(20, 80, 24), (20, 160, 45), (200, 160, 45)] {
        let mut driver = Driver::new();
        driver.send(Msg::Resized(cols, rows));
        driver.enter();
        driver.opened();
        driver.send(Msg::Snapshot(crowd(count)));
        let look = Look::new(&driver.model.lang, Theme::dark(), Frames::Unicode);
        let mut terminal = ratatui::Terminal::new(TestBackend::new(cols, rows)).expect("a terminal");
        bench.bench_function(&format!("key to frame, {count} containers, {cols}×{rows}"), |b| {
            b.iter(|| {
                driver.press(KeyCode::Char('a'));
                driver.press(KeyCode::Backspace);
                terminal.draw(|frame| _ = black_box(view(frame, &driver.model, &look))).expect("a frame");
            });
        });
    }
}

fn lines(bench: &mut Criterion) {
    let line =
        "docker run -itd --name web --network front -p 127.0.0.1:8080:80 -e 'A=b c' nginx:1.27 | grep -i id";
    bench.bench_function("parse a docker line", |b| b.iter(|| shell::parse(black_box(line))));
    let bytes: Vec<u8> =
        (0..10_000).flat_map(|n| format!("line {n} of the output\r\n").into_bytes()).collect();
    bench.bench_function("10,000 lines into the emulated terminal", |b| {
        b.iter(|| Terminal::new(Size { cols: 80, rows: 24 }).feed(black_box(&bytes)));
    });
}

fn model(bench: &mut Criterion) {
    let (before, after) = (crowd(200), crowd(201));
    bench.bench_function("what changed among 200 containers", |b| {
        b.iter(|| black_box(&after).changes_since(&before));
    });
    bench.bench_function("reach matrix of 20 containers", |b| {
        let few = crowd(20);
        b.iter(|| matrix(black_box(&few)));
    });
}

criterion_group!(parts, frames, lines, model);
criterion_main!(parts);
