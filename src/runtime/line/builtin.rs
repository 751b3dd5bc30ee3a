//! The prompt's own commands: `clear cd pwd ls cat echo edit`, and `curl` and `open`, which have files of their own.

use std::fs::File;
use std::io::Read;

use bytes::Bytes;

use super::folder::{Folder, Problem};
use super::{Ended, INTERRUPTED, curl, open};
use crate::docker::{Chunk, Event, Input, Io, Stream};
use crate::engine::Engine;
use crate::i18n::{Phrase, phrase};
use crate::runtime::browser::Browser;
use crate::shell::Builtin;

/// The most that `cat` reads at once.
const PIECE: usize = 64 * 1024;

/// Where a built-in's output goes.
pub type Sender = tokio::sync::mpsc::Sender<Event>;

/// What built-ins work with.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The engine, where one answers.
    pub engine: Option<&'a Engine>,
    /// Where files are.
    pub folder: &'a Folder,
    /// What shows pages.
    pub browser: &'a Browser,
}

/// Runs a built-in to its end.
pub async fn run(builtin: &Builtin, around: Around<'_>, mut io: Io) -> Ended {
    let Around { engine, folder, browser } = around;
    let out = &io.out;
    let done = match builtin {
        Builtin::Clear => {
            let _ = out.send(Event::Cleared).await;
            Ok(0)
        }
        Builtin::Cd(dir) => settle(folder.enter(dir.as_deref()), out).await,
        Builtin::Pwd => print(out, &format!("{}\n", folder.here().display())).await,
        // The terminal program and `netdojo run` open editors; a line that is played has nobody to type.
        Builtin::Edit(path) => Err(phrase("runtime-edit-nowhere").with("path", path.as_str())),
        Builtin::Echo(words) => print(out, &format!("{}\n", words.join(" "))).await,
        Builtin::Ls(dir) => match list(folder, dir.as_deref().unwrap_or(".")) {
            Ok(text) => print(out, &text).await,
            Err(problem) => settle(Err(problem), out).await,
        },
        Builtin::Cat(files) => cat_all(folder, files, out).await,
        Builtin::Curl(curl) => {
            let page = curl::run(curl, engine, folder, out);
            until_interrupted(page, &mut io.input).await.unwrap_or(Ok(INTERRUPTED))
        }
        Builtin::Open(url) => {
            let shown = open::run(url, engine, browser, out);
            return until_interrupted(shown, &mut io.input).await.unwrap_or(Ended::Exited(INTERRUPTED));
        }
    };
    match done {
        Ok(code) => Ended::Exited(code),
        Err(phrase) => Ended::Refused(phrase, 1),
    }
}

async fn cat_all(folder: &Folder, files: &[String], out: &Sender) -> Result<i64, Phrase> {
    let mut code = 0;
    for file in files {
        code = code.max(settle(cat(folder, file, out).await, out).await?);
    }
    Ok(code)
}

/// What `work` gives; none where an interrupt comes first.
async fn until_interrupted<T>(
    work: impl Future<Output = T>,
    input: &mut tokio::sync::mpsc::Receiver<Input>,
) -> Option<T> {
    let interrupted = async {
        loop {
            match input.recv().await {
                Some(Input::Interrupt) => return,
                Some(_) => {}
                None => std::future::pending().await,
            }
        }
    };
    tokio::select! {
        done = work => Some(done),
        () = interrupted => None,
    }
}

async fn print(out: &Sender, text: &str) -> Result<i64, Phrase> {
    send(out, Stream::Stdout, text.to_owned().into()).await;
    Ok(0)
}

async fn send(out: &Sender, stream: Stream, bytes: Bytes) -> bool {
    bytes.is_empty() || out.send(Event::Output(Chunk { stream, bytes })).await.is_ok()
}

async fn settle(done: Result<(), Problem>, out: &Sender) -> Result<i64, Phrase> {
    match done {
        Ok(()) => Ok(0),
        Err(Problem::Said(text)) => {
            send(out, Stream::Stderr, format!("{text}\n").into()).await;
            Ok(1)
        }
        Err(Problem::Refused(phrase)) => Err(phrase),
    }
}

fn list(folder: &Folder, dir: &str) -> Result<String, Problem> {
    let path = folder.resolve(dir).map_err(Problem::Refused)?;
    if path.is_file() {
        return Ok(format!("{dir}\n"));
    }
    let said = |error: std::io::Error| Problem::Said(format!("ls: {dir}: {}", reason(&error)));
    let mut names = Vec::new();
    for entry in std::fs::read_dir(path).map_err(said)? {
        let name = entry.map_err(said)?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            names.push(name + "\n");
        }
    }
    names.sort();
    Ok(names.concat())
}

async fn cat(folder: &Folder, name: &str, out: &Sender) -> Result<(), Problem> {
    let path = folder.resolve(name).map_err(Problem::Refused)?;
    let said = |error: std::io::Error| Problem::Said(format!("cat: {name}: {}", reason(&error)));
    // Only regular files: a pipe or a device would hold the program up for good.
    if path.is_dir() {
        return Err(Problem::Said(format!("cat: {name}: Is a directory")));
    }
    if path.exists() && !path.is_file() {
        return Err(Problem::Said(format!("cat: {name}: Not a regular file")));
    }
    let mut file = File::open(path).map_err(said)?;
    let mut buffer = vec![0; PIECE];
    loop {
        let read = file.read(&mut buffer).map_err(said)?;
        if read == 0 || !send(out, Stream::Stdout, Bytes::copy_from_slice(&buffer[..read])).await {
            return Ok(());
        }
    }
}

/// What went wrong, in the words that every shell's tools use.
pub fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "No such file or directory".to_owned(),
        std::io::ErrorKind::PermissionDenied => "Permission denied".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn said(builtin: Builtin, folder: &Folder) -> (Ended, String) {
        let (out, mut events) = tokio::sync::mpsc::channel(64);
        let (_keys, input) = tokio::sync::mpsc::channel(1);
        let around = Around { engine: None, folder, browser: &Browser::Unwanted };
        let code = run(&builtin, around, Io { out, input, terminal: None }).await;
        let mut text = String::new();
        while let Some(event) = events.recv().await {
            match event {
                Event::Output(chunk) => text += &String::from_utf8_lossy(&chunk.bytes),
                Event::Cleared => text += "<cleared>",
                Event::Progress(_) => {}
            }
        }
        (code, text)
    }

    #[tokio::test]
    async fn they_do_what_their_names_say() {
        let temp = tempfile::tempdir().expect("a folder");
        std::fs::write(temp.path().join("b.txt"), "two\n").expect("written");
        std::fs::write(temp.path().join("a.txt"), "one\n").expect("written");
        std::fs::write(temp.path().join(".hidden"), "").expect("written");
        let folder = Folder::new(temp.path()).expect("it is there");
        assert_eq!(said(Builtin::Ls(None), &folder).await, (Ended::Exited(0), "a.txt\nb.txt\n".into()));
        let both = Builtin::Cat(vec!["a.txt".into(), "none".into(), "b.txt".into()]);
        let text = "one\ncat: none: No such file or directory\ntwo\n";
        assert_eq!(said(both, &folder).await, (Ended::Exited(1), text.into()));
        assert_eq!(
            said(Builtin::Echo(vec!["a".into(), "b".into()]), &folder).await,
            (Ended::Exited(0), "a b\n".into())
        );
        assert_eq!(said(Builtin::Clear, &folder).await, (Ended::Exited(0), "<cleared>".into()));
        let refused = said(Builtin::Cat(vec!["/etc/passwd".into()]), &folder).await.0;
        assert!(matches!(refused, Ended::Refused(..)));
    }

    #[tokio::test]
    async fn an_interrupt_ends_what_waits() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it has one").port();
        let temp = tempfile::tempdir().expect("a folder");
        let folder = Folder::new(temp.path()).expect("it is there");
        for line in [format!("curl http://127.0.0.1:{port}/"), format!("open http://127.0.0.1:{port}/")] {
            let Ok(crate::shell::Command::Builtin(builtin)) = crate::shell::parse(&line).map(|s| s.command)
            else {
                panic!("{line}");
            };
            let (out, _events) = tokio::sync::mpsc::channel(64);
            let (keys, input) = tokio::sync::mpsc::channel(1);
            keys.send(Input::Interrupt).await.expect("there is room");
            let around = Around { engine: None, folder: &folder, browser: &Browser::Unwanted };
            let ended = run(&builtin, around, Io { out, input, terminal: None }).await;
            assert_eq!(ended, Ended::Exited(130), "{line}");
        }
    }
}
