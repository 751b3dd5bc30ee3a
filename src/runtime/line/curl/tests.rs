//! `curl` against servers of the test's own on 127.0.0.1.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;
use crate::shell::{Builtin, Command, parse};

/// A server that answers every request with `answer`, and what it was last asked.
async fn server(answer: &'static str) -> (u16, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("it has one").port();
    let (asked, requests) = mpsc::channel(16);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = vec![0; 4096];
            let read = stream.read(&mut request).await.unwrap_or_default();
            let _ = asked.try_send(String::from_utf8_lossy(&request[..read]).into_owned());
            if answer == "RESET" {
                let _ = stream.set_zero_linger();
            } else if answer == "HANG" {
                std::future::pending::<()>().await;
            } else {
                let _ = stream.write_all(answer.as_bytes()).await;
            }
        }
    });
    (port, requests)
}

/// Runs a line; its exit code, standard output and standard error.
async fn curl(line: &str) -> (Result<i64, Phrase>, String, String) {
    let temp = tempfile::tempdir().expect("a folder");
    curl_in(temp.path(), line).await
}

/// Runs a line in a folder.
async fn curl_in(folder: &std::path::Path, line: &str) -> (Result<i64, Phrase>, String, String) {
    let Command::Builtin(Builtin::Curl(curl)) = parse(line).expect(line).command else { panic!("{line}") };
    let folder = Folder::new(folder).expect("it is there");
    let (out, mut events) = mpsc::channel(1024);
    let code = run(&curl, None, &folder, &out).await;
    drop(out);
    let (mut stdout, mut stderr) = (String::new(), String::new());
    while let Some(event) = events.recv().await {
        if let Event::Output(chunk) = event {
            let text = String::from_utf8_lossy(&chunk.bytes).into_owned();
            *(if chunk.stream == Stream::Stdout { &mut stdout } else { &mut stderr }) += &text;
        }
    }
    (code, stdout, stderr)
}

const PAGE: &str = "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 6\r\n\r\nhello\n";

#[tokio::test]
async fn a_page_its_head_and_what_is_written_out() {
    let (port, mut requests) = server(PAGE).await;
    // Unquoted, a shell would take the sign for a pattern.
    let page = format!("'http://127.0.0.1:{port}/a?b'");
    assert_eq!(curl(&format!("curl {page}")).await, (Ok(0), "hello\n".into(), String::new()));
    let request = requests.recv().await.expect("it was asked");
    let expected = format!("GET /a?b HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUser-Agent: netdojo/");
    assert!(request.starts_with(&expected), "{request}");
    assert!(request.ends_with("\r\nAccept: */*\r\n\r\n"), "{request}");
    let (_, stdout, _) = curl(&format!("curl -i localhost:{port}")).await;
    assert_eq!(stdout, PAGE);
    let line = format!("curl -s -o /dev/null -w '%{{http_code}} %{{size_download}}\\n' {page}");
    assert_eq!(curl(&line).await.1, "200 6\n");
    let line = format!("curl -o page.txt -H 'Host: web' -H 'Accept:' {page}");
    assert_eq!(curl(&line).await, (Ok(0), String::new(), String::new()));
    let requests: Vec<String> = std::iter::from_fn(|| requests.try_recv().ok()).collect();
    let last = requests.last().expect("it was asked");
    assert!(last.contains("\r\nHost: web\r\n") && !last.contains("Accept"), "{last}");
}

#[tokio::test]
async fn a_file_is_kept_until_a_page_comes() {
    let free = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let closed = free.local_addr().expect("it has one").port();
    drop(free);
    let temp = tempfile::tempdir().expect("a folder");
    let file = temp.path().join("page");
    std::fs::write(&file, "mine").expect("written");
    let (code, ..) = curl_in(temp.path(), &format!("curl -s -o page http://127.0.0.1:{closed}/")).await;
    assert_eq!(code, Ok(7));
    assert_eq!(std::fs::read_to_string(&file).expect("it is there"), "mine");
    assert!(curl_in(temp.path(), "curl -o ../page http://127.0.0.1:1/").await.0.is_err(), "nothing outside");
    let (port, _requests) = server(PAGE).await;
    let (code, ..) = curl_in(temp.path(), &format!("curl -s -o page http://127.0.0.1:{port}/")).await;
    assert_eq!(code, Ok(0));
    assert_eq!(std::fs::read_to_string(&file).expect("it is there"), "hello\n");
}

#[tokio::test]
async fn only_the_head_is_asked_for() {
    let (port, mut requests) = server("HTTP/1.1 200 OK\r\nContent-Length: 600\r\n\r\n").await;
    let (code, stdout, _) = curl(&format!("curl -I http://127.0.0.1:{port}/")).await;
    assert_eq!((code, stdout.as_str()), (Ok(0), "HTTP/1.1 200 OK\r\nContent-Length: 600\r\n\r\n"));
    assert!(requests.recv().await.expect("it was asked").starts_with("HEAD / "));
}

#[tokio::test]
async fn what_goes_wrong_is_said_as_curl_says_it() {
    let free = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let closed = free.local_addr().expect("it has one").port();
    drop(free);
    let (code, _, stderr) = curl(&format!("curl http://127.0.0.1:{closed}/")).await;
    assert_eq!(code, Ok(7));
    let beginning = format!("curl: (7) Failed to connect to 127.0.0.1 port {closed} after ");
    assert!(
        stderr.starts_with(&beginning) && stderr.ends_with(" ms: Couldn't connect to server\n"),
        "{stderr}"
    );
    for (answer, flags, code, stdout, stderr) in [
        ("", "", 52, "", "curl: (52) Empty reply from server\n"),
        ("RESET", "", 56, "", "curl: (56) Recv failure: Connection reset by peer\n"),
        ("SSH-2.0-x\r\n", "", 1, "", "curl: (1) Received HTTP/0.9 when not allowed\n"),
        (
            "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno",
            "-f",
            22,
            "",
            "curl: (22) The requested URL returned error: 404\n",
        ),
        ("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno", "-sf", 22, "", ""),
        ("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno", "", 0, "no", ""),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello",
            "-sS",
            18,
            "hello",
            "curl: (18) transfer closed with 45 bytes remaining to read\n",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
            "",
            18,
            "hello",
            "curl: (18) transfer closed with outstanding read data remaining\n",
        ),
        ("HTTP/1.0 200 OK\r\n\r\nto the end", "", 0, "to the end", ""),
    ] {
        let (port, _requests) = server(answer).await;
        let seen = curl(&format!("curl {flags} http://127.0.0.1:{port}/")).await;
        assert_eq!(seen, (Ok(code), stdout.into(), stderr.into()), "{answer:?} {flags}");
    }
    let seen = curl("curl -w '%{http_code} %{exitcode} %{nosuch}\\n' http://web/").await;
    let said = "curl: (6) Could not resolve host: web\ncurl: unknown --write-out variable: 'nosuch'\n";
    assert_eq!(seen, (Ok(6), "000 6 \n".into(), said.into()));
    let said = "curl: (3) URL using bad/illegal format or missing URL\n";
    assert_eq!(curl("curl http://127.0.0.1:99999/").await, (Ok(3), String::new(), said.into()));
}

#[tokio::test]
async fn a_slow_page_has_its_limit() {
    let (port, _requests) = server("HANG").await;
    let began = std::time::Instant::now();
    let (code, _, stderr) = curl(&format!("curl -m 0.2 http://127.0.0.1:{port}/")).await;
    assert_eq!(code, Ok(28));
    assert!(stderr.starts_with("curl: (28) Operation timed out after "), "{stderr}");
    assert!(stderr.ends_with(" milliseconds with 0 bytes received\n"), "{stderr}");
    assert!(began.elapsed() >= Duration::from_millis(200));
}

#[tokio::test]
async fn redirects_are_followed_when_asked_and_never_outside() {
    let (port, _requests) = server("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n").await;
    let line = format!("curl -s -w '%{{redirect_url}}' http://localhost:{port}/");
    assert_eq!(curl(&line).await.1, format!("http://localhost:{port}/x"));
    let (code, _, stderr) = curl(&format!("curl -L http://localhost:{port}/")).await;
    assert_eq!((code, stderr.as_str()), (Ok(47), "curl: (47) Maximum (50) redirects followed\n"));
    for location in ["http://example.com/", "https://127.0.0.1/", "//192.0.2.1/"] {
        let answer = format!("HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
        let (port, _requests) = server(answer.leak()).await;
        assert!(curl(&format!("curl -L http://localhost:{port}/")).await.0.is_err(), "{location}");
    }
}
