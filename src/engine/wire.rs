//! Calls that bollard cannot carry, each on a connection of its own.
//!
//! Three things need the wire itself: a terminal's bytes (bollard guesses their framing from the first
//! byte, and a program may print any byte), the engine's own JSON as it stands, and answers whose head
//! matters before their body (`wait` must be known to the engine before `start`).

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::header::{CONNECTION, CONTENT_TYPE, HOST, UPGRADE};
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, UnixStream};

use super::endpoint::Address;
use super::{Engine, EngineError};

/// What stays as it is in a part of a path: what names and image references are made of.
const PART: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'/').remove(b':').remove(b'@');

/// The newest API of the docker CLI whose output is the reference.
const REFERENCE_API: (u32, u32) = (1, 50);

/// `text` as a part of a path or a query.
pub(super) fn encoded(text: &str) -> String {
    // A part of dots alone would climb in the path.
    if text.split('/').any(|part| part == ".." || part == ".") {
        return utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    }
    // A container's name may be written with the slash that an inspect shows.
    let rest = text.trim_start_matches('/');
    utf8_percent_encode(if rest.is_empty() { text } else { rest }, PART).to_string()
}

/// A connection that became the two ends of a container's streams.
pub(super) type Upgraded = TokioIo<hyper::upgrade::Upgraded>;

impl Engine {
    /// The answer to a GET as the engine wrote it.
    pub(super) async fn raw(&self, path: &str) -> Result<Bytes, EngineError> {
        let response = self.send(Method::GET, path, None, false).await?;
        self.body(response).await
    }

    /// The head of the answer to a call; an error status is an error. `path` begins with `/` and has no
    /// version; `body` is JSON.
    pub(super) async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<String>,
        upgrade: bool,
    ) -> Result<Response<Incoming>, EngineError> {
        let endpoint = &self.info().endpoint;
        let lost = |error: std::io::Error| EngineError::from_io(&error, endpoint);
        let request = self.request(method, path, body, upgrade)?;
        let response = match &self.address {
            Address::Unix(socket) => {
                self.exchange(UnixStream::connect(socket).await.map_err(lost)?, request).await?
            }
            Address::Tcp { authority, tls: None } => {
                self.exchange(TcpStream::connect(authority).await.map_err(lost)?, request).await?
            }
            Address::Tcp { authority, tls: Some(tls) } => {
                let stream = TcpStream::connect(authority).await.map_err(lost)?;
                self.exchange(tls.secure(stream, authority).await.map_err(lost)?, request).await?
            }
        };
        let status = response.status();
        if status.is_success() || status == StatusCode::SWITCHING_PROTOCOLS {
            return Ok(response);
        }
        let body = self.body(response).await?;
        Err(EngineError::Response { status: status.as_u16(), message: message(&body) })
    }

    /// A call whose connection becomes the streams of a container.
    pub(super) async fn hijack(&self, path: &str, body: Option<String>) -> Result<Upgraded, EngineError> {
        let response = self.send(Method::POST, path, body, true).await?;
        if response.status() != StatusCode::SWITCHING_PROTOCOLS {
            return Err(EngineError::Answer(format!("HTTP {} instead of a stream", response.status())));
        }
        let upgraded = hyper::upgrade::on(response).await;
        Ok(TokioIo::new(upgraded.map_err(|error| EngineError::from_hyper(&error, &self.info().endpoint))?))
    }

    fn request(
        &self,
        method: Method,
        path: &str,
        body: Option<String>,
        upgrade: bool,
    ) -> Result<Request<Full<Bytes>>, EngineError> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/v{}{path}", self.reference_api()))
            .header(HOST, "localhost")
            .header(CONTENT_TYPE, "application/json");
        if upgrade {
            request = request.header(CONNECTION, "Upgrade").header(UPGRADE, "tcp");
        }
        request
            .body(Full::new(Bytes::from(body.unwrap_or_default())))
            .map_err(|error| EngineError::Answer(error.to_string()))
    }

    /// The API to speak: the engine's, but no newer than the reference CLI's, so that what comes back is
    /// what that CLI would get.
    fn reference_api(&self) -> String {
        let theirs = self.info().api.split_once('.');
        let theirs = theirs.and_then(|(major, minor)| Some((major.parse().ok()?, minor.parse().ok()?)));
        let (major, minor) = theirs.map_or(REFERENCE_API, |theirs: (u32, u32)| theirs.min(REFERENCE_API));
        format!("{major}.{minor}")
    }

    async fn exchange<S>(
        &self,
        stream: S,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Incoming>, EngineError>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let lost = |error: hyper::Error| EngineError::from_hyper(&error, &self.info().endpoint);
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(lost)?;
        // Ends with the answer's body, or when both ends of it are dropped: nothing is left behind.
        tokio::spawn(connection.with_upgrades());
        sender.send_request(request).await.map_err(lost)
    }

    /// The whole of an answer.
    pub(super) async fn body(&self, response: Response<Incoming>) -> Result<Bytes, EngineError> {
        let body = response.into_body().collect().await;
        Ok(body.map_err(|error| EngineError::from_hyper(&error, &self.info().endpoint))?.to_bytes())
    }
}

/// The engine's words in the body of an error.
fn message(body: &[u8]) -> String {
    serde_json::from_slice::<serde_json::Value>(body)
        .ok()
        .and_then(|value| Some(value.get("message")?.as_str()?.to_owned()))
        .unwrap_or_else(|| String::from_utf8_lossy(body).into_owned())
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::{encoded, message};

    #[test]
    fn names_stay_and_everything_else_is_escaped() {
        assert_eq!(encoded("alpine_01"), "alpine_01");
        assert_eq!(encoded("/alpine_01"), "alpine_01");
        assert_eq!(encoded("/web/db"), "web/db");
        assert_eq!(encoded("/"), "/");
        assert_eq!(encoded("registry:5000/a/b@sha256:0"), "registry:5000/a/b@sha256:0");
        assert_eq!(encoded("x?force=1#y z"), "x%3Fforce%3D1%23y%20z");
    }

    #[test]
    fn a_name_cannot_climb() {
        assert!(!encoded("../images").contains('/'));
        assert!(!encoded("a/..").contains('.'));
    }

    #[test]
    fn an_error_is_the_engines_words_whatever_its_form() {
        assert_eq!(message(br#"{"message":"no such thing\n"}"#), "no such thing");
        assert_eq!(message(b"page not found\n"), "page not found");
    }
}
