//! A story to be told, for tests.

use time::macros::datetime;

use super::document::Document;
use super::{End, Entry, Event, Judged, Printed, Told};
use crate::i18n::{Lang, SavedPhrase, Translator, phrase};
use crate::lesson::{self, Files, Lesson};
use crate::text::{Size, Terminal};

const KEY: &str = r#"
format = 1
images = ["alpine"]
minutes = 10
[values]
first = "ip alpine_01 bridge"
[[step.first.goal]]
container = "alpine_01"
state = "running"
"#;

const EN: &str = "# Links & names

Text.

## Start the first one
<!-- step: first -->

```console
$ docker run -it -d --name alpine_01 alpine
[ID]
```

## Look into a file
<!-- step: hosts -->

How does it know [IP:first]?

- [x] From a *file*
- [ ] From `DNS`

```console
$ docker exec alpine_01 cat /etc/hosts
...
```

## What to remember
<!-- step: remember -->

- Addresses change: yours was [IP:first].
- Use **names**, see [the docs](https://docs.docker.com/) and [the glossary](../glossary/en.md#link).

> [!WARNING]
> Links are old.

| a | b |
| --- | --- |
| 1 | `2` |
";

const JA: &str = "# リンクと名前

文章です。

## 1 つ目を起動する
<!-- step: first -->

```console
$ docker run -it -d --name alpine_01 alpine
[ID]
```

## ファイルを見る
<!-- step: hosts -->

[IP:first] は、どこでわかったのでしょうか。

- [x] *ファイル* から
- [ ] `DNS` から

```console
$ docker exec alpine_01 cat /etc/hosts
...
```

## 覚えておくこと
<!-- step: remember -->

- アドレスは変わります。今回は [IP:first] でした。
- **名前** を使います。[ドキュメント](https://docs.docker.com/) と [用語集](../glossary/ja.md#link) を見てください。

> [!WARNING]
> リンクは古い仕組みです。

| あ | い |
| --- | --- |
| 1 | `2` |
";

fn lesson(id: &str) -> Lesson {
    let files: Files = [("lesson.toml", KEY), ("en.md", EN), ("ja.md", JA)]
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .into();
    lesson::parse(id, &files).expect("a lesson")
}

fn printed(text: &str) -> Printed {
    let mut terminal = Terminal::new(Size { cols: 80, rows: 10 });
    terminal.feed_lines(text.as_bytes());
    Printed::on(&terminal, false)
}

fn events() -> Vec<Event> {
    let step = |step: &str| Event::Step { step: step.into() };
    let line = |step: &str, line: &str| Event::Line { step: step.into(), line: line.into() };
    let ended = |code, text: &str| Event::Ended { end: End::Exited { code }, printed: printed(text) };
    let judged = |step: &str, judged| Event::Judged { step: step.into(), judged };
    let missing = phrase("check-container-exited").with("name", "alpine_01").with("code", 0_i64);
    vec![
        step("first"),
        Event::Values { named: [("first".into(), "172.17.0.2".into())].into(), ports: Vec::new() },
        line("first", "docker run -d --name alpine_01 alpine"),
        ended(0, "0123456789ab\n"),
        judged("first", Judged::Failed { reasons: vec![SavedPhrase::from(&missing)] }),
        line("first", "docker run -it -d --name alpine_01 alpine # <b> & | `"),
        ended(125, "docker: Error response from daemon: \x1b[31mConflict\x1b[0m.\n"),
        line("first", "docker rm -f alpine_01"),
        Event::Ended { end: End::Detached, printed: printed("") },
        judged("first", Judged::Passed),
        Event::Predicted { step: "hosts".into(), question: 0, answer: 1 },
        judged("hosts", Judged::Passed),
        Event::Reset,
        step("first"),
        Event::Values { named: [("first".into(), "172.17.0.5".into())].into(), ports: Vec::new() },
        Event::Solved { step: "first".into() },
        line("first", "docker run -it -d --name alpine_01 alpine"),
        ended(0, "コンテナ \x1b[1;42mok\x1b[0m\n"),
        judged("first", Judged::Passed),
        step("remember"),
        judged("remember", Judged::Read),
        Event::Left,
    ]
}

/// The report on a lesson that was played twice.
pub fn document(lang: &Lang) -> Document {
    let entry =
        |(minute, event)| Entry { at: format!("2026-01-02T03:{minute:02}:30Z"), by: "x".into(), event };
    let entries: Vec<Entry> = (10..).zip(events()).map(entry).collect();
    let (played, other) = (lesson("links"), lesson("other"));
    let told = [
        Told { lesson: &played, story: super::tell(&entries), done: 3, chapter: true },
        Told { lesson: &other, story: super::tell(&[]), done: 0, chapter: false },
    ];
    super::document(&told, &Translator::new(lang), datetime!(2026-01-02 13:00 +9))
}
