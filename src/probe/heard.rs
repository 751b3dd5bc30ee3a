//! What a helper printed, and what that means.

use std::net::IpAddr;

use super::http;
use super::script::{CUT_CODE, END, OPEN};
use super::target::Target;
use crate::i18n::phrase;
use crate::network::Observation;

/// The most that is kept of a helper's standard error.
const ERROR_LIMIT: usize = 16 * 1024;

/// Everything that a helper has printed so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// Standard output: the answer of a server, and the mark of its end.
    pub answer: Vec<u8>,
    /// Standard error: the tools' own words and our marks.
    pub words: String,
}

impl Heard {
    /// Takes more of the server's answer.
    pub fn answered(&mut self, bytes: &[u8]) {
        let room = http::ANSWER_LIMIT.saturating_sub(self.answer.len());
        self.answer.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    /// Takes more of the tools' words.
    pub fn said(&mut self, bytes: &[u8]) {
        if self.words.len() < ERROR_LIMIT {
            self.words.push_str(&String::from_utf8_lossy(bytes));
        }
    }

    /// Whether the connection has been opened.
    pub fn is_open(&self) -> bool {
        self.words.lines().any(|line| line == OPEN)
    }

    /// Whether as much has been read as is kept.
    pub fn is_full(&self) -> bool {
        self.answer.len() >= http::ANSWER_LIMIT
    }

    /// The attempt's exit code, once it is over and all of its answer has been heard.
    pub fn end(&self) -> Option<i64> {
        let line = self.words.lines().rev().find(|line| line.starts_with(END))?;
        let code = line[END.len()..].trim().parse().ok()?;
        (self.page().len() < self.answer.len() || self.is_full()).then_some(code)
    }

    /// The server's answer without our mark behind it.
    fn page(&self) -> &[u8] {
        let mark = [END.as_bytes(), b"\n"].concat();
        self.answer.strip_suffix(mark.as_slice()).unwrap_or(&self.answer)
    }

    /// What was seen when `target` was attempted and no more is to come.
    pub fn observation(&self, target: &Target) -> Observation {
        let words = self.words.to_lowercase();
        let says = |word: &str| words.contains(word);
        if says("bad address") || says("bad host") {
            return Observation::UnknownName;
        }
        match target {
            Target::Ping { .. } if says("bytes from") => Observation::Reply(self.address()),
            Target::Ping { .. } if says("permission denied") || says("not permitted") => {
                Observation::Impossible(phrase("probe-ping-forbidden"))
            }
            Target::Ping { .. } if says("packet loss") || says("unreachable") || says("no route") => {
                Observation::Unreachable
            }
            Target::Ping { .. } => self.not_understood(),
            Target::Tcp { .. } | Target::Http { .. } if !self.is_open() => self.not_open(&words),
            Target::Tcp { .. } if self.end() == Some(CUT_CODE) => Observation::Reset,
            Target::Tcp { .. } => Observation::Reply(self.address()),
            Target::Http { .. } => match http::read(self.page(), self.address()) {
                Some(observation) => observation,
                None if self.end().is_some_and(|code| code != KILLED) => Observation::Reset,
                None => Observation::Unreachable,
            },
        }
    }

    /// What it means that no connection was opened.
    fn not_open(&self, words: &str) -> Observation {
        let says = |word: &str| words.contains(word);
        if says("refused") {
            Observation::Refused
        } else if says("reset") {
            Observation::Reset
        } else if says("timed out") || says("unreachable") || says("no route") || self.end().is_none() {
            Observation::Unreachable
        } else {
            self.not_understood()
        }
    }

    /// The address that the look-up found: `PING name (172.17.0.2): 56 data bytes`.
    fn address(&self) -> Option<IpAddr> {
        let line = self.words.lines().find(|line| line.starts_with("PING "))?;
        let (_, rest) = line.split_once('(')?;
        rest.split_once(')')?.0.parse().ok()
    }

    /// The tools said something else.
    fn not_understood(&self) -> Observation {
        let mut lines = self.words.lines().filter(|line| !line.starts_with("netdojo:"));
        let detail = lines.rfind(|line| !line.trim().is_empty()).unwrap_or_default();
        Observation::Impossible(phrase("probe-failed").with("detail", detail.trim()))
    }
}

/// The exit code of an attempt that was ended when its time was up.
const KILLED: i64 = 137;

#[cfg(test)]
mod tests {
    use super::*;

    /// What a helper printed; the answer's end is marked where the attempt is over.
    fn heard(words: &str, answer: &str) -> Heard {
        let mark = if words.contains(END) { format!("{END}\n") } else { String::new() };
        Heard { answer: (answer.to_owned() + &mark).into_bytes(), words: words.to_owned() }
    }

    fn ping(words: &str) -> Observation {
        heard(words, "").observation(&Target::Ping { host: "other".into() })
    }

    fn tcp(words: &str) -> Observation {
        heard(words, "").observation(&Target::Tcp { host: "other".into(), port: 81 })
    }

    fn http(words: &str, answer: &str) -> Observation {
        let target = Target::Http { host: "web".into(), port: 80, path: "/".into() };
        heard(words, answer).observation(&target)
    }

    #[test]
    fn pings() {
        let reply =
            "PING other (172.17.0.2): 56 data bytes\n64 bytes from 172.17.0.2: seq=0 ttl=64 time=0.5 ms\n";
        assert_eq!(ping(reply), Observation::Reply(Some("172.17.0.2".parse().unwrap())));
        assert_eq!(ping("ping: bad address 'other'\nnetdojo:end 1\n"), Observation::UnknownName);
        let lost = "PING other (172.17.0.2): 56 data bytes\n\n1 packets transmitted, 0 packets received, 100% packet loss\n";
        assert_eq!(ping(lost), Observation::Unreachable);
        assert_eq!(
            ping("PING 10.0.0.1 (10.0.0.1): 56 data bytes\nping: sendto: Network is unreachable\n"),
            Observation::Unreachable
        );
        let forbidden =
            ping("PING other (10.88.0.2): 56 data bytes\nping: permission denied (are you root?)\n");
        assert!(matches!(forbidden, Observation::Impossible(_)));
        assert!(matches!(ping("ping: applet not found\n"), Observation::Impossible(_)));
    }

    #[test]
    fn connections() {
        let found = "PING other (172.17.0.2): 56 data bytes\n";
        let with = |words: &str| tcp(&format!("{found}{words}"));
        assert_eq!(
            with("nc: can't connect to remote host (172.17.0.2): Connection refused\nnetdojo:end 1\n"),
            Observation::Refused
        );
        assert_eq!(
            with("nc: 172.17.0.2 (172.17.0.2:81): Connection refused\nnetdojo:end 1\n"),
            Observation::Refused
        );
        assert_eq!(
            with("nc: can't connect to remote host (172.17.0.9): No route to host\nnetdojo:end 1\n"),
            Observation::Unreachable
        );
        assert_eq!(with("nc: timed out\nnetdojo:end 1\n"), Observation::Unreachable);
        assert_eq!(with("netdojo:open\n"), Observation::Reply(Some("172.17.0.2".parse().unwrap())));
        assert_eq!(
            with("netdojo:open\nnetdojo:end 0\n"),
            Observation::Reply(Some("172.17.0.2".parse().unwrap()))
        );
        assert_eq!(with("netdojo:open\nnetdojo:end 99\n"), Observation::Reset);
        assert_eq!(tcp("ping: bad address 'other'\nnetdojo:end 1\n"), Observation::UnknownName);
        assert!(matches!(with("nc: invalid option -- 'e'\nnetdojo:end 1\n"), Observation::Impossible(_)));
    }

    #[test]
    fn an_attempt_is_over_once_both_streams_are() {
        let mut heard = Heard {
            words: "PING web (172.17.0.2): 56 data bytes\nnetdojo:open\n".into(),
            ..Heard::default()
        };
        heard.said(b"netdojo:end 0\n");
        assert_eq!(heard.end(), None, "the answer may still be on its way");
        heard.answered(b"HTTP/1.1 404 Not Found\r\n\r\nno");
        assert_eq!(heard.end(), None);
        heard.answered(b"netdojo:end\n");
        assert_eq!(heard.end(), Some(0));
        let target = Target::Http { host: "web".into(), port: 80, path: "/".into() };
        assert_eq!(heard.observation(&target), Observation::Http { status: 404, body: "no".into() });
    }

    #[test]
    fn requests() {
        let open = "PING web (172.17.0.2): 56 data bytes\nnetdojo:open\n";
        let ended = format!("{open}netdojo:end 0\n");
        let answer = "HTTP/1.1 404 Not Found\r\n\r\nno";
        assert_eq!(http(&ended, answer), Observation::Http { status: 404, body: "no".into() });
        assert_eq!(http(&ended, ""), Observation::Reset);
        assert_eq!(http(open, ""), Observation::Unreachable, "connected, and not a word in time");
        assert_eq!(http(&format!("{open}netdojo:end 137\n"), ""), Observation::Unreachable);
    }
}
