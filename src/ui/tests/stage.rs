//! The model in states worth looking at.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use bytes::Bytes;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use crate::app::teach::Teach;
use crate::app::{
    LessonModel, Measured, Model, Msg, Pane, Progress, Running, Scheme, Screen, Speed, TaskState, update,
};
use crate::check::{Comparison, Evidence, TaskRun, judge};
use crate::i18n::{Lang, phrase};
use crate::lesson::{Course, Files, Values, parse};
use crate::network::{
    Connection, Container, ContainerState, Endpoint, EngineInfo, Link, Mode, Network, Observation, Product,
    PublishedPort, Snapshot,
};
use crate::text::{self, Amount, Size};
use crate::ui::{Frames, Look, Theme, view};

/// The languages of the snapshots.
pub fn langs() -> [Lang; 2] {
    ["ja", "en"].map(|lang| lang.parse().unwrap())
}

/// The lesson written for these tests, twice; read once.
pub fn course() -> Arc<Course> {
    static COURSE: LazyLock<Arc<Course>> = LazyLock::new(read_course);
    Arc::clone(&COURSE)
}

fn read_course() -> Arc<Course> {
    let files: Files = [
        ("lesson.toml", include_str!("lesson/lesson.toml")),
        ("ja.md", include_str!("lesson/ja.md")),
        ("en.md", include_str!("lesson/en.md")),
    ]
    .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
    .into();
    let lesson = parse("talk", &files).unwrap();
    let mut other = lesson.clone();
    other.id = "other".to_owned();
    for prose in other.prose.values_mut() {
        prose.title = match prose.title.as_str() {
            "コンテナを「名前」で呼ぶ" => "nginx から tomcat へつなぐ".to_owned(),
            _ => "From nginx to tomcat".to_owned(),
        };
    }
    Arc::new(Course { lessons: vec![lesson, other], ..Course::default() })
}

/// The program just started.
pub fn fresh(lang: &Lang, size: (u16, u16)) -> Model {
    let mut model = Model::new(course(), Progress::default(), langs().to_vec(), lang.clone(), size);
    model.clock = "10:42".to_owned();
    model
}

/// The program with an engine that answers.
pub fn ready(lang: &Lang, size: (u16, u16)) -> Model {
    let mut model = fresh(lang, size);
    model.connection = Connection::Ready(engine());
    model.snapshot = Some(Arc::new(snapshot(&[])));
    model
}

/// The generation under which the engine is being looked at for the lesson.
pub fn opening(model: &mut Model) -> u64 {
    lesson(model).opening.expect("a lesson that is being opened")
}

/// The first step of the lesson, nothing done yet.
pub fn begun(lang: &Lang, size: (u16, u16)) -> Model {
    // On a terminal that is too small no lesson can be opened.
    let mut model = ready(lang, (80, 24));
    let first = container("alpine_01", 2);
    model.snapshot = Some(Arc::new(snapshot(&[first])));
    let enter = crossterm::event::KeyEvent::from(crossterm::event::KeyCode::Enter);
    update(&mut model, Msg::Key(enter));
    let values = Values {
        named: [("first".to_owned(), "172.17.0.2".to_owned())].into(),
        ports: [(10080, 10081)].into(),
    };
    let generation = opening(&mut model);
    update(&mut model, Msg::Opened { generation, taken: Vec::new(), lacking: Vec::new(), values });
    let lesson = lesson(&mut model);
    (lesson.opening, lesson.judging) = (None, false);
    lesson.result = crate::check::StepResult::default();
    model.notice = None;
    update(&mut model, Msg::Resized(size.0, size.1));
    model
}

/// Both commands have run; the link is there, the ping has been answered.
pub fn passed(lang: &Lang, size: (u16, u16)) -> Model {
    let mut model = begun(lang, size);
    let now = snapshot(&[container("alpine_01", 2), linked(container("alpine_02", 3))]);
    model.snapshot = Some(Arc::new(now.clone()));
    let ping = [
        "PING other_container (172.17.0.2): 56 data bytes",
        "64 bytes from 172.17.0.2: seq=0 ttl=64 time=0.067 ms",
        "64 bytes from 172.17.0.2: seq=1 ttl=64 time=0.060 ms",
        "",
        "--- other_container ping statistics ---",
        "2 packets transmitted, 2 packets received, 0% packet loss",
    ];
    let evidence = Evidence {
        snapshot: Some(now),
        reaches: vec![Some(Observation::Reply(None))],
        tasks: vec![
            Some(run(&["dd57496e7899c792e1d2d711d8982db45bbd7a060c113c27c9c97c9cace8412d"], 0)),
            Some(run(&ping, 0)),
        ],
        ..Evidence::default()
    };
    settle(&mut model, &evidence);
    print(&mut model, "\u{1b}[1m$ docker exec -it alpine_02 ping -c 2 other_container\u{1b}[0m\r\n");
    print(&mut model, &(ping.join("\r\n") + "\r\n"));
    print(&mut model, "\u{1b}[31m赤い文字\u{1b}[0m と \u{1b}[7m反転\u{1b}[0m\r\n");
    lesson(&mut model).hints = 1;
    model
}

/// The link was forgotten, and the ping failed.
pub fn failed(lang: &Lang, size: (u16, u16)) -> Model {
    let mut model = begun(lang, size);
    let mut second = container("alpine_02", 3);
    second.ports = vec![PublishedPort {
        host_ip: None,
        host_port: Some(10081),
        container_port: 80,
        protocol: "tcp".to_owned(),
    }];
    let before = snapshot(&[container("alpine_01", 2), container("test_container", 9)]);
    lesson(&mut model).baseline = Some(Arc::new(before));
    let now = snapshot(&[second, stopped(container("alpine_01", 2))]);
    model.snapshot = Some(Arc::new(now.clone()));
    let evidence = Evidence {
        snapshot: Some(now),
        reaches: vec![Some(Observation::UnknownName)],
        tasks: vec![
            Some(run(&["dd57496e7899c792e1d2d711d8982db45bbd7a060c113c27c9c97c9cace8412d"], 0)),
            Some(run(&["ping: bad address 'other_container'"], 1)),
        ],
        ..Evidence::default()
    };
    settle(&mut model, &evidence);
    print(&mut model, "ping: bad address 'other_container'\r\n");
    let lesson = lesson(&mut model);
    lesson.focus = Pane::Check;
    lesson.tab = Pane::Check;
    model
}

/// A shell in a container: keys go there.
pub fn attached(lang: &Lang, size: (u16, u16)) -> Model {
    let mut model = begun(lang, size);
    let lesson = lesson(&mut model);
    lesson.focus = Pane::Output;
    lesson.tab = Pane::Output;
    update(&mut model, Msg::Resized(size.0, size.1));
    print(
        &mut model,
        "/ # ls -a\r\n\u{1b}[1;34mbin\u{1b}[m   \u{1b}[1;34metc\u{1b}[m   日本語.txt\r\n/ # ec",
    );
    model.running = Some(Running {
        terminal: true,
        interactive: true,
        attached: true,
        raw: true,
        ..running("docker exec -it alpine_01 sh")
    });
    model
}

/// An image is being pulled.
pub fn pulling(lang: &Lang, size: (u16, u16)) -> Model {
    let mut model = begun(lang, size);
    let lesson = lesson(&mut model);
    lesson.tab = Pane::Output;
    print(&mut model, "1.27: Pulling from library/nginx\r\n");
    let mut running = running("docker pull nginx:1.27");
    running.progress = [
        ("a2abf6c4d29d", "Downloading", Some((3_145_728, Some(31_357_000)))),
        ("589b7251471a", "Extracting", Some((20_000_000, Some(25_350_000)))),
        ("186b1aaa4aa6", "Waiting", None),
        ("b4df32aa5a72", "Pull complete", Some((602, Some(602)))),
    ]
    .map(|(id, action, bytes)| {
        (id.to_owned(), (action.to_owned(), bytes.map(|(done, all)| Amount::Bytes(done, all))))
    })
    .into();
    running.speed =
        Some(Speed { done: 3_146_330, all: Some(31_357_602), per_second: 2_400_000, left: Some(11) });
    model.running = Some(running);
    model
}

/// The engine has gone away in the middle.
pub fn lost(lang: &Lang, size: (u16, u16)) -> Model {
    let mut model = passed(lang, size);
    let reason = phrase("engine-closed").with("endpoint", engine().endpoint);
    model.connection = Connection::Lost { info: engine(), reason: reason.clone() };
    lesson(&mut model).result.verdict = crate::check::Verdict::Unknown(reason);
    model
}

/// The model with an instructor's means, some minutes into the lesson.
pub fn teaching(mut model: Model) -> Model {
    model.teach = Some(Box::new(Teach::default()));
    for clock in ["10:40", "10:47"] {
        update(&mut model, Msg::Minute(clock.to_owned()));
    }
    model
}

/// The lesson shown.
pub fn lesson(model: &mut Model) -> &mut LessonModel {
    match &mut model.screen {
        Screen::Lesson(lesson) => lesson,
        Screen::Start(_) => panic!("no lesson is open"),
    }
}

/// Draws the model with a look.
pub fn draw_with(model: &Model, look: &Look) -> (Buffer, Option<(u16, u16)>, Measured) {
    let mut terminal = Terminal::new(TestBackend::new(model.size.0, model.size.1)).unwrap();
    let mut measured = Measured::default();
    terminal.draw(|frame| measured = view(frame, model, look)).unwrap();
    // Hidden unless the view asked for it.
    let cursor = terminal.backend().cursor_visible().then(|| terminal.backend().cursor_position());
    (terminal.backend().buffer().clone(), cursor.map(|at| (at.x, at.y)), measured)
}

/// A look, and what it was asked for by.
type Dressed = (Lang, Scheme, Frames, Rc<Look>);

thread_local! {
    /// Looks that were asked for before: reading all messages anew for each screen would take most of the time.
    static LOOKS: RefCell<Vec<Dressed>> = const { RefCell::new(Vec::new()) };
}

/// How most people see it.
pub fn look(lang: &Lang) -> Rc<Look> {
    dressed(lang, Scheme::Auto, Frames::Unicode)
}

/// How it looks on a dark terminal with those colours and signs.
pub fn dressed(lang: &Lang, scheme: Scheme, frames: Frames) -> Rc<Look> {
    LOOKS.with_borrow_mut(|looks| {
        let asked = |known: &Dressed| (&known.0, known.1, known.2) == (lang, scheme, frames);
        if let Some((.., look)) = looks.iter().find(|known| asked(known)) {
            return Rc::clone(look);
        }
        let mut look = Look::new(lang, Theme::dark(), frames);
        look.wear(scheme);
        let look = Rc::new(look);
        looks.push((lang.clone(), scheme, frames, Rc::clone(&look)));
        look
    })
}

/// Draws the model as most people see it.
pub fn draw(model: &Model) -> (Buffer, Option<(u16, u16)>, Measured) {
    draw_with(model, &look(&model.lang))
}

fn print(model: &mut Model, text: &str) {
    model.output.feed(&Bytes::copy_from_slice(text.as_bytes()));
}

/// All tasks have run, and the step was judged by that.
fn settle(model: &mut Model, evidence: &Evidence) {
    let course = Arc::clone(&model.course);
    let lesson = lesson(model);
    let step = &course.lessons[lesson.lesson].steps[lesson.step];
    lesson.result = judge(step, evidence, &lesson.values);
    let matches = |index: usize| lesson.result.tasks[index].as_ref().is_some_and(Comparison::matches);
    lesson.tasks = (evidence.tasks.iter().enumerate())
        .map(|(index, run)| TaskState { run: run.clone(), as_expected: matches(index) })
        .collect();
    lesson.task = step.tasks.len();
}

fn run(lines: &[&str], exit: i64) -> TaskRun {
    TaskRun {
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
        exit: Some(exit),
        interrupted: false,
    }
}

fn running(line: &str) -> Running {
    Running {
        generation: 1,
        line: line.to_owned(),
        task: None,
        terminal: false,
        interactive: false,
        capture: text::Terminal::with_scrollback(Size { cols: 80, rows: 24 }, 10),
        progress: std::collections::BTreeMap::new(),
        speed: None,
        interrupted: false,
        attached: false,
        pasted: None,
        held: false,
        detaching: false,
        captured: 0,
        cut: false,
        raw: false,
        goes_on: true,
        watch: None,
        watched: 0,
    }
}

pub fn engine() -> EngineInfo {
    EngineInfo {
        product: Product::Docker,
        version: "28.5.2".to_owned(),
        api: "1.51".to_owned(),
        endpoint: "unix:///var/run/docker.sock".to_owned(),
        id: "x".to_owned(),
        local: true,
    }
}

/// The default bridge, a network of the learner's own, and the engine's two others.
pub fn snapshot(containers: &[Container]) -> Snapshot {
    let network = |id: &str, name: &str, driver: &str, subnet: &str| Network {
        id: id.to_owned(),
        name: name.to_owned(),
        driver: driver.to_owned(),
        subnets: if subnet.is_empty() { Vec::new() } else { vec![subnet.to_owned()] },
        icc: true,
        default_bridge: name == "bridge",
        ..Network::default()
    };
    let networks = [
        network("n1", "bridge", "bridge", "172.17.0.0/16"),
        network("n2", "host", "host", ""),
        network("n3", "none", "null", ""),
        Network { internal: true, ..network("n4", "tomcat-network", "bridge", "172.18.0.0/16") },
    ];
    Snapshot {
        containers: containers.iter().map(|c| (c.id.clone(), c.clone())).collect(),
        networks: networks.into_iter().map(|n| (n.id.clone(), n)).collect(),
        images: vec!["alpine:latest".to_owned()],
    }
}

pub fn container(name: &str, last: u8) -> Container {
    Container {
        id: format!("{name:0<64}"),
        name: name.to_owned(),
        image: "alpine".to_owned(),
        state: ContainerState::Running,
        mode: Mode::Own,
        endpoints: vec![Endpoint {
            network: "bridge".to_owned(),
            network_id: "n1".to_owned(),
            ipv4: Some([172, 17, 0, last].into()),
            ..Endpoint::default()
        }],
        ..Container::default()
    }
}

pub fn linked(container: Container) -> Container {
    let link = Link { target: "alpine_01".to_owned(), alias: "other_container".to_owned() };
    Container { links: vec![link], ..container }
}

pub fn stopped(mut container: Container) -> Container {
    container.state = ContainerState::Exited(137);
    container.endpoints[0].ipv4 = None;
    container
}
