//! Attempts by this process itself, where it stands on the engine's own host.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::http;
use super::script::{CONNECT, CUT};
use crate::network::Observation;

/// Opens a TCP connection and sees whether it is cut at once.
pub async fn tcp(host: &str, port: u16) -> Observation {
    let (mut stream, from) = match connect(host, port).await {
        Ok(connected) => connected,
        Err(observation) => return observation,
    };
    let mut byte = [0; 1];
    match tokio::time::timeout(CUT, stream.read(&mut byte)).await {
        // Closed, by either way, before a word was said.
        Ok(Ok(0) | Err(_)) => Observation::Reset,
        Ok(Ok(_)) | Err(_) => Observation::Reply(Some(from)),
    }
}

/// Sends a request and waits up to `limit` for the whole answer.
pub async fn http(host: &str, port: u16, path: &str, limit: Duration) -> Observation {
    let (mut stream, from) = match connect(host, port).await {
        Ok(connected) => connected,
        Err(observation) => return observation,
    };
    let mut answer = Vec::new();
    let exchange = async {
        stream.write_all(http::request(host, port, path).as_bytes()).await?;
        let most = u64::try_from(http::ANSWER_LIMIT).unwrap_or(u64::MAX);
        (&mut stream).take(most).read_to_end(&mut answer).await
    };
    let outcome = tokio::time::timeout(limit, exchange).await;
    if let Some(observation) = http::read(&answer, Some(from)) {
        return observation;
    }
    match outcome {
        Err(_) => Observation::Unreachable,
        Ok(_) => Observation::Reset,
    }
}

/// A connection and the address that it goes to; what was seen instead where there is none.
async fn connect(host: &str, port: u16) -> Result<(TcpStream, IpAddr), Observation> {
    let addresses: Vec<SocketAddr> = match tokio::net::lookup_host((host, port)).await {
        Ok(found) => found.collect(),
        Err(_) => return Err(Observation::UnknownName),
    };
    if addresses.is_empty() {
        return Err(Observation::UnknownName);
    }
    match tokio::time::timeout(CONNECT, TcpStream::connect(addresses.as_slice())).await {
        Ok(Ok(stream)) => {
            let from = stream.peer_addr().map_or(addresses[0].ip(), |address| address.ip());
            Ok((stream, from))
        }
        Ok(Err(error)) => Err(refusal(&error)),
        Err(_) => Err(Observation::Unreachable),
    }
}

/// What a failed connection means.
fn refusal(error: &io::Error) -> Observation {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => Observation::Refused,
        io::ErrorKind::ConnectionReset => Observation::Reset,
        _ => Observation::Unreachable,
    }
}
