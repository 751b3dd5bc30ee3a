//! `docker network ls`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::failure::Failure;
use super::listing::{Column, Listing, Row};
use super::output::Output;
use super::text::short_id;
use super::{filters, natural};
use crate::engine::Engine;
use crate::engine::models::Network;
use crate::shell::docker::NetworkLs;

const COLUMNS: [Column; 4] = [
    Column::new("ID", "NETWORK ID"),
    Column::new("Name", "NAME"),
    Column::new("Driver", "DRIVER"),
    Column::new("Scope", "SCOPE"),
];

/// More columns that a format may ask for.
const MORE: [Column; 5] = [
    Column::new("CreatedAt", "CREATED AT"),
    Column::new("IPv4", "IPV4"),
    Column::new("IPv6", "IPV6"),
    Column::new("Internal", "INTERNAL"),
    Column::new("Labels", "LABELS"),
];

/// Runs `docker network ls`.
pub async fn ls(engine: &Engine, output: &Output, ls: &NetworkLs) -> Result<i64, Failure> {
    let listing = Listing {
        context: "*network.networkContext",
        columns: &COLUMNS,
        extra: &[],
        more: &MORE,
        format: ls.format.as_deref(),
        quiet: ls.quiet,
        tried_first: false,
    };
    let template = listing.template()?;
    let mut networks = engine.list_networks(&filters(&ls.filters)).await?;
    networks.sort_by(|one, other| {
        let name = |network: &Network| network.name.clone().unwrap_or_default();
        natural::order(&name(one), &name(other))
    });
    let rows = networks.into_iter().map(|network| row(network, !ls.no_trunc));
    output.stdout(listing.render(&template, rows)?).await?;
    Ok(0)
}

fn row(network: Network, truncate: bool) -> Row {
    let id = network.id.unwrap_or_default();
    let id = if truncate { short_id(&id) } else { id };
    let labels: BTreeMap<String, String> = network.labels.unwrap_or_default().into_iter().collect();
    let flag = |flag: Option<bool>| flag.unwrap_or_default().to_string();
    Row {
        id: id.clone(),
        fields: [
            ("CreatedAt", created(&network.created.unwrap_or_default())),
            ("Driver", network.driver.unwrap_or_default()),
            ("ID", id),
            ("IPv4", flag(network.enable_ipv4)),
            ("IPv6", flag(network.enable_ipv6)),
            ("Internal", flag(network.internal)),
            (
                "Labels",
                labels.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(","),
            ),
            ("Name", network.name.unwrap_or_default()),
            ("Scope", network.scope.unwrap_or_default()),
        ]
        .map(|(name, text)| (name, Value::from(text)))
        .into(),
        labels,
    }
}

/// A time of the engine's as Go prints it; one in another zone than UTC stays as it is.
fn created(time: &str) -> String {
    time.strip_suffix('Z').map_or_else(|| time.to_owned(), |time| time.replacen('T', " ", 1) + " +0000 UTC")
}

#[cfg(test)]
mod tests {
    use super::created;

    #[test]
    fn times_are_as_go_prints_them() {
        assert_eq!(created("2026-11-24T03:36:31.795281718Z"), "2026-11-24 03:36:31.795281718 +0000 UTC");
    }
}
