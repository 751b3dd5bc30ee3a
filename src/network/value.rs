//! Values that a lesson reads from the engine.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::Snapshot;
use crate::lesson::Source;

/// The value of one source, as it is printed; none while there is none.
pub fn value(snapshot: &Snapshot, source: &Source) -> Option<String> {
    match source {
        Source::Ip { container, network } => {
            let container = snapshot.container(container)?;
            let endpoint = container.endpoints.iter().find(|endpoint| endpoint.network == *network)?;
            endpoint.ipv4.or(endpoint.ipv6).map(|address| address.to_string())
        }
        Source::Gateway(network) => {
            let gateways = &snapshot.network(network)?.gateways;
            gateways.iter().find(|address| address.is_ipv4()).or(gateways.first()).map(IpAddr::to_string)
        }
        Source::Subnet(network) => {
            let subnets = &snapshot.network(network)?.subnets;
            subnets.iter().find(|subnet| subnet.contains('.')).or(subnets.first()).cloned()
        }
        Source::Id(container) => snapshot.container(container).map(|found| found.short_id().to_owned()),
    }
}

/// All values that are known now, by name.
pub fn values(snapshot: &Snapshot, sources: &BTreeMap<String, Source>) -> BTreeMap<String, String> {
    sources.iter().filter_map(|(name, source)| Some((name.clone(), value(snapshot, source)?))).collect()
}
