//! `docker port`.

use super::each::named;
use super::failure::Failure;
use super::inspected::Inspected;
use super::natural;
use super::output::Output;
use super::ports::host_port;
use crate::engine::Engine;

/// Runs `docker port`.
pub async fn port(
    engine: &Engine,
    output: &Output,
    container: &str,
    private: Option<&str>,
) -> Result<i64, Failure> {
    let ports = Inspected::of(engine, named(container)?).await?.ports();
    let lines = match private {
        None => all(&ports),
        Some(private) => of(&ports, private).ok_or_else(|| {
            Failure::message(format!("Error: No public port '{private}' published for {container}"), 1)
        })?,
    };
    output.stdout(lines).await?;
    Ok(0)
}

type Ports = Vec<(String, Vec<(String, String)>)>;

fn all(ports: &Ports) -> String {
    lines(ports.iter().flat_map(|(port, places)| {
        places.iter().map(move |(ip, host)| format!("{port} -> {}", host_port(ip, host)))
    }))
}

/// Where one port is published; none where it is not.
fn of(ports: &Ports, private: &str) -> Option<String> {
    let wanted = if private.contains('/') { private.to_owned() } else { format!("{private}/tcp") };
    let places =
        ports.iter().find(|(port, places)| *port == wanted && !places.is_empty()).map(|(_, at)| at)?;
    Some(lines(places.iter().map(|(ip, host)| host_port(ip, host))))
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    let mut lines: Vec<String> = lines.map(|line| line + "\n").collect();
    lines.sort_by(|one, other| natural::order(one, other));
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::{Ports, all, of};

    fn ports() -> Ports {
        let at = |ip: &str, port: &str| (ip.to_owned(), port.to_owned());
        vec![
            ("81/udp".to_owned(), vec![at("0.0.0.0", "18991"), at("::", "18991")]),
            ("80/tcp".to_owned(), vec![at("127.0.0.1", "18990")]),
            ("90/tcp".to_owned(), Vec::new()),
        ]
    }

    #[test]
    fn every_place_has_a_line_in_order() {
        assert_eq!(
            all(&ports()),
            "80/tcp -> 127.0.0.1:18990\n81/udp -> 0.0.0.0:18991\n81/udp -> [::]:18991\n"
        );
    }

    #[test]
    fn one_port_is_tcp_where_nothing_is_said() {
        assert_eq!(of(&ports(), "80").as_deref(), Some("127.0.0.1:18990\n"));
        assert_eq!(of(&ports(), "81/udp").as_deref(), Some("0.0.0.0:18991\n[::]:18991\n"));
        assert_eq!((of(&ports(), "81"), of(&ports(), "90"), of(&ports(), "99")), (None, None, None));
    }
}
