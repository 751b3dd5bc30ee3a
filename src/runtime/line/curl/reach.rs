//! What `curl` and `open` may speak to.

use std::net::IpAddr;
use std::time::Duration;

use super::Trouble;
use crate::engine::Engine;
use crate::i18n::{Phrase, phrase};
use crate::lesson::Subject;
use crate::network::Snapshot;
use crate::shell::docker::lies_in;
use crate::shell::{Url, UrlError};

/// How long `open` waits for a page before it shows it all the same.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Whether the page may be asked for: one of this machine, or of an address of the engine's networks. A name that no
/// host knows is nobody's, and curl says so.
///
/// # Errors
/// Why not, and what to do.
pub async fn allow(url: &Url, engine: Option<&Engine>) -> Result<(), Phrase> {
    if url.is_loopback() {
        return match engine {
            Some(engine) if !engine.info().local => Err(phrase("runtime-curl-remote")),
            _ => Ok(()),
        };
    }
    let Some(address) = url.address() else {
        // The name of a container, as a container would use it.
        return if url.host.contains('.') { Err(outside(&url.host)) } else { Ok(()) };
    };
    // Seen from here, an address of another machine's networks is anybody's.
    let Some(engine) = engine.filter(|engine| engine.info().local) else { return Err(outside(&url.host)) };
    let networks = [Subject::Network(String::new())];
    let snapshot = engine.fresh(&Snapshot::default(), &networks).await.map_err(|error| error.phrase())?;
    if is_inside(address, &snapshot) { Ok(()) } else { Err(outside(&url.host)) }
}

/// A redirect that leads nowhere we go.
pub fn elsewhere(location: &str, why: UrlError) -> Trouble {
    match why {
        UrlError::Malformed => Trouble::said(3, "URL using bad/illegal format or missing URL"),
        UrlError::Scheme | UrlError::User => Trouble::Refused(outside(location)),
    }
}

fn outside(host: &str) -> Phrase {
    phrase("runtime-curl-outside").with("host", host)
}

/// Whether the address belongs to a bridge of the engine.
fn is_inside(address: IpAddr, snapshot: &Snapshot) -> bool {
    let bridges = snapshot.networks.values().filter(|network| network.driver == "bridge");
    bridges.flat_map(|network| &network.subnets).any(|subnet| lies_in(address, subnet))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::speakable;
    use crate::network::Network;

    #[test]
    fn addresses_of_bridges_are_inside_and_others_are_not() {
        let network = |driver: &str, subnet: &str| Network {
            driver: driver.into(),
            subnets: vec![subnet.into()],
            ..Network::default()
        };
        let networks = [
            network("bridge", "172.18.0.0/16"),
            network("macvlan", "192.168.1.0/24"),
            network("bridge", "x"),
        ];
        let networks =
            networks.into_iter().enumerate().map(|(at, network)| (at.to_string(), network)).collect();
        let snapshot = Snapshot { networks, ..Snapshot::default() };
        for (address, inside) in
            [("172.18.3.4", true), ("172.19.0.1", false), ("192.168.1.9", false), ("fd00::1", false)]
        {
            assert_eq!(is_inside(address.parse().expect("an address"), &snapshot), inside, "{address}");
        }
    }

    #[tokio::test]
    async fn without_an_engine_only_this_machine_is_spoken_to() {
        let asked = |text: &str| Url::parse(text).expect("an address");
        assert_eq!(allow(&asked("http://localhost:1/"), None).await, Ok(()));
        assert_eq!(allow(&asked("http://web/"), None).await, Ok(()), "curl says that it is unknown");
        for text in ["http://example.com/", "http://192.0.2.1/", "http://[fd00::1]/"] {
            let refused = allow(&asked(text), None).await.expect_err(text);
            assert_eq!(speakable(&refused).key, "runtime-curl-outside");
        }
    }
}
