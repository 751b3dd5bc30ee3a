//! The first word with an engine: `/_ping`, whose headers say what it is in under a millisecond.
//!
//! `/version` and `/info` say more and take the engine 10 to 100 ms (it runs programs to answer).
//! bollard hides the headers of an answer, so this one call is made on a connection of its own.

use bytes::Bytes;
use http_body_util::Empty;
use hyper::header::{HOST, HeaderMap, SERVER};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, UnixStream};

use super::endpoint::Address;
use super::error::{Cause, EngineError};
use crate::network::Product;

/// What an engine says of itself first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Greeting {
    /// Whose it is.
    pub product: Product,
    /// Its version.
    pub version: String,
    /// The newest API that it speaks.
    pub api: String,
}

/// Asks the engine at `address` what it is. None where it answers without saying so, or speaks TLS.
///
/// # Errors
/// [`EngineError::Connection`], [`EngineError::Permission`], or [`EngineError::Answer`] when something
/// that is no engine answers.
pub async fn greet(address: &Address) -> Result<Option<Greeting>, EngineError> {
    let name = address.to_string();
    match address {
        Address::Unix(path) => {
            let stream =
                UnixStream::connect(path).await.map_err(|error| EngineError::from_io(&error, &name))?;
            ask(stream, "localhost", &name).await
        }
        Address::Tcp { authority, tls: None } => {
            let addresses: Vec<_> = tokio::net::lookup_host(authority)
                .await
                .map_err(|error| EngineError::Connection {
                    endpoint: name.clone(),
                    cause: Cause::NoHost,
                    detail: error.to_string(),
                })?
                .collect();
            let stream = TcpStream::connect(addresses.as_slice())
                .await
                .map_err(|error| EngineError::from_io(&error, &name))?;
            ask(stream, authority, &name).await
        }
        Address::Tcp { tls: Some(_), .. } => Ok(None),
    }
}

/// Sends the ping over `stream` and reads the headers of the answer.
async fn ask<S>(stream: S, host: &str, endpoint: &str) -> Result<Option<Greeting>, EngineError>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let failed = |error: hyper::Error| EngineError::from_hyper(&error, endpoint);
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(failed)?;
    let request = Request::get("/_ping")
        .header(HOST, host)
        .body(Empty::<Bytes>::new())
        .map_err(|error| EngineError::Answer(error.to_string()))?;
    let call = sender.send_request(request);
    tokio::pin!(call);
    let response = tokio::select! {
        response = &mut call => response,
        // Whatever ended the connection, the call has been told.
        _ = connection => call.await,
    };
    let response = response.map_err(failed)?;
    let status = response.status();
    if !status.is_success() && status != StatusCode::INTERNAL_SERVER_ERROR {
        return Err(EngineError::Answer(format!("HTTP {status}")));
    }
    Ok(read(response.headers()))
}

/// What the headers of a ping's answer say.
fn read(headers: &HeaderMap) -> Option<Greeting> {
    let text = |name: &str| headers.get(name)?.to_str().ok();
    let api = text("api-version")?.to_owned();
    let (name, rest) = text(SERVER.as_str())?.split_once('/')?;
    let product = match name {
        "Docker" => Product::Docker,
        "Libpod" => Product::Podman,
        _ => return None,
    };
    let version = rest.split_whitespace().next()?.to_owned();
    Some(Greeting { product, version, api })
}
