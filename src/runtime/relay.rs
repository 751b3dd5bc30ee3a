//! Another way to a page of this machine, for browsers, which refuse to connect to some ports.

use std::io;
use std::net::Ipv4Addr;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};

use crate::shell::Url;

/// The ports that browsers refuse, in order: those of other protocols, which pages could be made to speak.
/// From the Fetch standard, "port blocking", <https://fetch.spec.whatwg.org/#port-blocking>.
const REFUSED: [u16; 83] = [
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103,
    104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514,
    515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723,
    2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];

/// Whether browsers refuse to connect to a port.
pub fn is_refused(port: u16) -> bool {
    REFUSED.binary_search(&port).is_ok()
}

/// Opens a free port of 127.0.0.1 that leads to where `url` does, for as long as this process runs; gives the address
/// of the same page through it.
///
/// # Errors
/// That no port could be opened.
pub async fn open(url: &Url) -> io::Result<Url> {
    // The system chooses among high ports, above all that are refused.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let way = Url {
        host: Ipv4Addr::LOCALHOST.to_string(),
        port: listener.local_addr()?.port(),
        path: url.path.clone(),
    };
    // Names below `localhost` are this machine, whether or not anybody resolves them.
    let host = url.address().map_or_else(|| "localhost".to_owned(), |address| address.to_string());
    tokio::spawn(pass_on(listener, host, url.port));
    Ok(way)
}

/// Passes on what visitors and the page's server say to each other.
async fn pass_on(listener: TcpListener, host: String, port: u16) {
    while let Ok((mut visitor, _)) = listener.accept().await {
        let host = host.clone();
        tokio::spawn(async move {
            // A server that is gone closes the visitor's connection, as it would have done itself.
            if let Ok(mut server) = TcpStream::connect((host.as_str(), port)).await {
                let _ = copy_bidirectional(&mut visitor, &mut server).await;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    #[test]
    fn ports_of_other_protocols_are_refused() {
        assert!(REFUSED.is_sorted());
        assert!(is_refused(10080) && is_refused(6000) && is_refused(0));
        assert!(!is_refused(80) && !is_refused(8080) && !is_refused(10081));
    }

    #[tokio::test]
    async fn what_is_said_reaches_the_other_side_and_back() {
        let server = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let port = server.local_addr().expect("it has one").port();
        let url = Url { host: "a.localhost".into(), port, path: "/tomcat/".into() };
        let way = open(&url).await.expect("a free port");
        assert_eq!((way.host.as_str(), way.path.as_str()), ("127.0.0.1", "/tomcat/"));
        assert!(way.port != port && !is_refused(way.port));
        for _ in 0..2 {
            let mut visitor =
                TcpStream::connect((way.host.as_str(), way.port)).await.expect("the way is open");
            visitor.write_all(b"ask").await.expect("it is taken");
            let (mut page, _) = server.accept().await.expect("a visitor");
            let mut asked = [0; 3];
            page.read_exact(&mut asked).await.expect("the question");
            page.write_all(b"answer").await.expect("it is taken");
            drop(page);
            let mut answer = String::new();
            visitor.read_to_string(&mut answer).await.expect("the answer, to its end");
            assert_eq!((&asked, answer.as_str()), (b"ask", "answer"));
        }
    }

    #[tokio::test]
    async fn a_server_that_is_gone_ends_the_connection() {
        let server = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let port = server.local_addr().expect("it has one").port();
        drop(server);
        let way = open(&Url { host: "127.0.0.1".into(), port, path: "/".into() }).await.expect("a free port");
        let mut visitor = TcpStream::connect((way.host.as_str(), way.port)).await.expect("the way is open");
        let mut nothing = String::new();
        assert_eq!(visitor.read_to_string(&mut nothing).await.expect("its end"), 0);
    }
}
