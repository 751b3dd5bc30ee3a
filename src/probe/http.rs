//! A request and what comes back, as text on a connection: the same for helpers and for this process.

use std::net::IpAddr;

use crate::network::Observation;

/// The most of a body that is kept.
pub const BODY_LIMIT: usize = 64 * 1024;

/// The most of an answer that is read: its head and the body that is kept.
pub const ANSWER_LIMIT: usize = BODY_LIMIT + 16 * 1024;

/// The most header lines of an answer.
const HEADERS: usize = 100;

/// A request for `path`. HTTP/1.0, so that the answer comes unchunked and ends with the connection.
pub fn request(host: &str, port: u16, path: &str) -> String {
    let host = if host.contains(':') { format!("[{host}]") } else { host.to_owned() };
    let authority = if port == 80 { host } else { format!("{host}:{port}") };
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "GET {path} HTTP/1.0\r\nHost: {authority}\r\nUser-Agent: netdojo/{version}\r\nAccept: */*\r\nConnection: close\r\n\r\n"
    )
}

/// What an answer says. None while its head is not complete; no HTTP at all is a reply of some kind.
pub fn read(answer: &[u8], from: Option<IpAddr>) -> Option<Observation> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut response = httparse::Response::new(&mut headers);
    match response.parse(answer) {
        Ok(httparse::Status::Complete(head)) => {
            let body = &answer[head..];
            let body = &body[..body.len().min(BODY_LIMIT)];
            let body = String::from_utf8_lossy(body).into_owned();
            Some(Observation::Http { status: response.code.unwrap_or_default(), body })
        }
        Ok(httparse::Status::Partial) => None,
        Err(_) => Some(Observation::Reply(from)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_host_line_names_the_port_unless_it_is_80() {
        assert!(request("web", 80, "/").contains("\r\nHost: web\r\n"));
        assert!(request("web", 8080, "/a").starts_with("GET /a HTTP/1.0\r\nHost: web:8080\r\n"));
        assert!(request("::1", 8080, "/").contains("\r\nHost: [::1]:8080\r\n"));
    }

    #[test]
    fn status_and_body() {
        let answer = b"HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\n\r\n<html>502</html>";
        let expected = Observation::Http { status: 502, body: "<html>502</html>".into() };
        assert_eq!(read(answer, None), Some(expected));
        assert_eq!(read(b"HTTP/1.1 200 OK\r\nServer:", None), None);
        assert_eq!(read(b"", None), None);
        assert_eq!(read(b"SSH-2.0-OpenSSH_9.2\r\n", None), Some(Observation::Reply(None)));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(answer in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Some(Observation::Http { body, .. }) = read(&answer, None) {
                prop_assert!(body.len() <= 3 * BODY_LIMIT);
            }
        }
    }
}
