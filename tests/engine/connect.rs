//! Connecting to the engine of this machine, and to what is no engine.

use std::collections::BTreeMap;
use std::path::PathBuf;

use netdojo::engine::endpoint::{Address, Origin};
use netdojo::engine::{Cause, Endpoint, EngineError, Surroundings, candidates, connect, connect_first, open};
use netdojo::network::Product;

fn unix(path: PathBuf) -> Endpoint {
    Endpoint { address: Address::Unix(path), origin: Origin::Usual }
}

#[tokio::test]
async fn the_engine_of_this_machine_says_what_it_is() {
    let engine = crate::engine().await;
    let info = engine.info();
    assert!(info.version.starts_with(|c: char| c.is_ascii_digit()), "{info:?}");
    assert!(info.api.starts_with("1."), "{info:?}");
    // Podman has none that stays.
    assert_eq!(info.id.is_empty(), info.product == Product::Podman, "{info:?}");
    assert!(info.endpoint.contains("://"), "{info:?}");
    if info.product == Product::Podman {
        assert!(!info.version.starts_with("1."), "Podman's version, not the API's: {info:?}");
    }
    let endpoint = candidates(&Surroundings::of_process())
        .unwrap()
        .into_iter()
        .find(|endpoint| endpoint.to_string() == info.endpoint)
        .unwrap();
    let quick = open(&endpoint).await.unwrap();
    assert_eq!(quick.info().version, info.version);
    assert_eq!(quick.info().api, info.api);
}

#[tokio::test]
async fn no_socket() {
    let folder = tempfile::tempdir().unwrap();
    let error = connect(&unix(folder.path().join("none.sock"))).await.unwrap_err();
    assert!(matches!(error, EngineError::Connection { cause: Cause::NoSocket, .. }), "{error:?}");
    assert!(error.is_lost());
}

#[tokio::test]
async fn a_socket_that_nobody_listens_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("left.sock");
    drop(std::os::unix::net::UnixListener::bind(&path).unwrap());
    let error = connect(&unix(path)).await.unwrap_err();
    assert!(matches!(error, EngineError::Connection { cause: Cause::Refused, .. }), "{error:?}");
}

#[tokio::test]
async fn something_that_is_no_engine() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let authority = listener.local_addr().unwrap().to_string();
    for answer in ["SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"] {
        let serve = async {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = [0; 512];
            let _ = stream.read(&mut request).await.unwrap();
            stream.write_all(answer.as_bytes()).await.unwrap();
            stream.shutdown().await.unwrap();
        };
        let endpoint = Endpoint {
            address: Address::Tcp { authority: authority.clone(), tls: None },
            origin: Origin::Host,
        };
        let (error, ()) = tokio::join!(connect(&endpoint), serve);
        let error = error.unwrap_err();
        assert!(matches!(error, EngineError::Answer(_)), "{answer:?}: {error:?}");
    }
}

#[tokio::test]
async fn a_chosen_engine_is_not_replaced_by_another() {
    let vars = BTreeMap::from([("DOCKER_HOST".to_owned(), "unix:///nowhere/docker.sock".to_owned())]);
    let found = candidates(&Surroundings { vars, root: PathBuf::from("/") }).unwrap();
    let error = connect_first(&found).await.unwrap_err();
    assert!(error.to_string().contains("unix:///nowhere/docker.sock"), "{error}");
}
