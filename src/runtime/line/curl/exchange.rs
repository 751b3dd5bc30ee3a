//! One request and its answer.

use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::Instant;

use super::body::{Chunks, Framing};
use super::{Trouble, Writer};
use crate::shell::{Curl, Url};

/// The longest head of an answer, as curl has it.
const LONGEST_HEAD: usize = 300 * 1024;

/// The most header lines of an answer.
const HEADERS: usize = 256;

/// What an answer's head says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// 200, 404, …
    pub status: u16,
    /// `Location`
    pub location: Option<String>,
    /// `Content-Type`
    pub content_type: Option<String>,
}

/// A request under way.
pub struct Exchange<'a> {
    curl: &'a Curl,
    url: &'a Url,
    began: Instant,
    stream: TcpStream,
    buffer: BytesMut,
}

impl<'a> Exchange<'a> {
    /// Connects to the page's host and sends the request.
    pub async fn begin(
        curl: &'a Curl,
        url: &'a Url,
        began: Instant,
        writer: &mut Writer<'_>,
    ) -> Result<Self, Trouble> {
        let connecting = Instant::now();
        let stream = connect(curl, url, began, connecting).await?;
        if curl.verbose {
            let to = stream.peer_addr().map_or(String::new(), |to| to.ip().to_string());
            writer.aside(&format!("* Connected to {} ({to}) port {}\n", url.host, url.port)).await?;
        }
        let mut exchange = Self { curl, url, began, stream, buffer: BytesMut::new() };
        let request = exchange.request();
        if curl.verbose {
            let told = marked('>', &request);
            writer.aside(&told.replace('\r', "")).await?;
        }
        // What came back before the request was taken in is told by reading.
        let _ = exchange.stream.write_all(request.as_bytes()).await;
        Ok(exchange)
    }

    fn request(&self) -> String {
        let method = if self.curl.head { "HEAD" } else { "GET" };
        let mut request = format!("{method} {} HTTP/1.1\r\n", self.url.path);
        let own = [
            ("Host", self.url.authority(false)),
            ("User-Agent", format!("netdojo/{}", env!("CARGO_PKG_VERSION"))),
            ("Accept", "*/*".to_owned()),
        ];
        let named = |header: &str| header.split([':', ';']).next().unwrap_or_default().trim().to_lowercase();
        for (name, value) in own {
            if !self.curl.headers.iter().any(|header| named(header) == name.to_lowercase()) {
                request.extend([name, ": ", value.as_str(), "\r\n"]);
            }
        }
        for header in &self.curl.headers {
            // As curl has it: `Name:` leaves a header out, `Name;` sends it empty.
            match header.split_once(':') {
                Some((_, value)) if value.trim().is_empty() => {}
                Some(_) => request.extend([header.as_str(), "\r\n"]),
                None => {
                    if let Some(name) = header.strip_suffix(';') {
                        request.extend([name, ":\r\n"]);
                    }
                }
            }
        }
        request + "\r\n"
    }

    /// Reads the answer's head, which is printed where it is asked for.
    pub async fn head(&mut self, writer: &mut Writer<'_>) -> Result<(Answer, Framing), Trouble> {
        loop {
            let mut headers = [httparse::EMPTY_HEADER; HEADERS];
            let mut response = httparse::Response::new(&mut headers);
            match response.parse(&self.buffer) {
                Ok(httparse::Status::Complete(length)) => {
                    let (answer, framing) = said(&response, self.curl.head);
                    let head = self.buffer.split_to(length).freeze();
                    self.show(&head, writer).await?;
                    // 100 Continue and its kin announce the answer.
                    if (100..200).contains(&answer.status) && answer.status != 101 {
                        continue;
                    }
                    return Ok((answer, framing));
                }
                Ok(httparse::Status::Partial) if self.buffer.len() < LONGEST_HEAD => {}
                Ok(httparse::Status::Partial) => return Err(Trouble::said(56, "Too large response headers")),
                Err(_) if self.buffer.starts_with(b"HTTP/") => {
                    return Err(Trouble::said(8, "Weird server reply"));
                }
                Err(_) => return Err(Trouble::said(1, "Received HTTP/0.9 when not allowed")),
            }
            if !self.more(0, None).await? {
                return Err(Trouble::said(52, "Empty reply from server"));
            }
        }
    }

    async fn show(&self, head: &Bytes, writer: &mut Writer<'_>) -> Result<(), Trouble> {
        if self.curl.verbose {
            let text = String::from_utf8_lossy(head).replace('\r', "");
            let told = marked('<', &text);
            writer.aside(&told).await?;
        }
        if self.curl.include || self.curl.head {
            writer.page(head.clone()).await?;
        }
        Ok(())
    }

    /// Passes on the body; its length in bytes.
    pub async fn body(mut self, mut framing: Framing, writer: &mut Writer<'_>) -> Result<u64, Trouble> {
        let whole = if let Framing::Length(length) = framing { Some(length) } else { None };
        let mut size = 0;
        loop {
            let taken = framing.take(&mut self.buffer);
            match taken.map_err(|_| Trouble::said(56, "Malformed encoding found in chunked-encoding"))? {
                Some(piece) => {
                    size += piece.len() as u64;
                    writer.page(piece).await?;
                }
                None if framing.is_whole() => return Ok(size),
                None if self.more(size, whole).await? => {}
                None => return ended(&framing, size),
            }
        }
    }

    /// Reads on; false at the end.
    async fn more(&mut self, size: u64, whole: Option<u64>) -> Result<bool, Trouble> {
        let read = self.stream.read_buf(&mut self.buffer);
        match within(left(self.curl.max_time, self.began), read).await {
            Some(Ok(read)) => Ok(read > 0),
            Some(Err(error)) => Err(Trouble::said(56, format!("Recv failure: {}", reason(&error)))),
            None => {
                let of = whole.map_or(String::new(), |whole| format!(" out of {whole}"));
                let after = self.began.elapsed().as_millis();
                let text =
                    format!("Operation timed out after {after} milliseconds with {size}{of} bytes received");
                Err(Trouble::said(28, text))
            }
        }
    }
}

/// A body whose connection has ended.
fn ended(framing: &Framing, size: u64) -> Result<u64, Trouble> {
    match framing {
        Framing::Close => Ok(size),
        Framing::Length(left) => {
            Err(Trouble::said(18, format!("transfer closed with {left} bytes remaining to read")))
        }
        Framing::Chunked(_) => Err(Trouble::said(18, "transfer closed with outstanding read data remaining")),
    }
}

async fn connect(curl: &Curl, url: &Url, began: Instant, connecting: Instant) -> Result<TcpStream, Trouble> {
    let (host, port) = (&url.host, url.port);
    let addresses: Vec<IpAddr> = match url.address() {
        Some(address) => vec![address],
        None if url.is_loopback() => vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
        // Nobody is asked: no name of a container is known on its host, and others are no business of ours.
        None => return Err(Trouble::said(6, format!("Could not resolve host: {host}"))),
    };
    for address in addresses {
        let limit = match (left(curl.max_time, began), left(curl.connect_timeout, connecting)) {
            (Some(all), Some(own)) => Some(all.min(own)),
            (all, own) => all.or(own),
        };
        match within(limit, TcpStream::connect(SocketAddr::new(address, port))).await {
            Some(Ok(stream)) => return Ok(stream),
            Some(Err(_)) => {}
            None => {
                let after = connecting.elapsed().as_millis();
                return Err(Trouble::said(28, format!("Connection timed out after {after} milliseconds")));
            }
        }
    }
    let after = connecting.elapsed().as_millis();
    let text =
        format!("Failed to connect to {host} port {port} after {after} ms: Couldn't connect to server");
    Err(Trouble::said(7, text))
}

/// What is left of a limit that began then.
fn left(limit: Option<Duration>, began: Instant) -> Option<Duration> {
    limit.map(|limit| limit.saturating_sub(began.elapsed()))
}

/// The outcome of `work`; none where it takes longer than `limit`.
async fn within<T>(limit: Option<Duration>, work: impl Future<Output = T>) -> Option<T> {
    match limit {
        Some(limit) => tokio::time::timeout(limit, work).await.ok(),
        None => Some(work.await),
    }
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::ConnectionReset => "Connection reset by peer".to_owned(),
        _ => error.to_string(),
    }
}

fn said(response: &httparse::Response<'_, '_>, head: bool) -> (Answer, Framing) {
    let header = |name: &str| {
        let found = response.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.map(|header| String::from_utf8_lossy(header.value).trim().to_owned())
    };
    let status = response.code.unwrap_or_default();
    let length = header("Content-Length").and_then(|length| length.parse().ok());
    let chunked = header("Transfer-Encoding").is_some_and(|coding| coding.to_lowercase().contains("chunked"));
    let framing = match length {
        _ if head || matches!(status, 100..200 | 204 | 304) => Framing::Length(0),
        _ if chunked => Framing::Chunked(Chunks::default()),
        Some(length) => Framing::Length(length),
        None => Framing::Close,
    };
    (Answer { status, location: header("Location"), content_type: header("Content-Type") }, framing)
}
/// The text with a mark before each line, as curl's `-v` shows what goes out and comes in.
fn marked(mark: char, text: &str) -> String {
    text.split_inclusive('\n').flat_map(|line| [mark, ' '].into_iter().chain(line.chars())).collect()
}
