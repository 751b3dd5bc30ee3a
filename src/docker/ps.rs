//! `docker ps`.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;

use super::failure::Failure;
use super::listing::{Column, Listing, Row};
use super::output::Output;
use super::ports::ports;
use super::text::{ellipsis, go_quoted, short_id, timestamp};
use super::{filters, units};
use crate::engine::models::ContainerSummary;
use crate::engine::{Engine, HELPER_LABEL, Listed};
use crate::shell::docker::{Ps, Reference};

/// The columns of a table, in docker's order.
const COLUMNS: [Column; 7] = [
    Column::new("ID", "CONTAINER ID"),
    Column::new("Image", "IMAGE"),
    Column::new("Command", "COMMAND"),
    Column::new("RunningFor", "CREATED"),
    Column::new("Status", "STATUS"),
    Column::new("Ports", "PORTS"),
    Column::new("Names", "NAMES"),
];

/// More columns that a format may ask for.
const MORE: [Column; 9] = [
    Column::new("Size", "SIZE"),
    Column::new("CreatedAt", "CREATED AT"),
    Column::new("Labels", "LABELS"),
    Column::new("LocalVolumes", "LOCAL VOLUMES"),
    Column::new("Mounts", "MOUNTS"),
    Column::new("Networks", "NETWORKS"),
    Column::new("Platform", "PLATFORM"),
    Column::new("State", "STATE"),
    Column::new("Label", "LABEL"),
];

/// Runs `docker ps`.
pub async fn ps(engine: &Engine, output: &Output, ps: &Ps) -> Result<i64, Failure> {
    let listing = Listing {
        context: "*formatter.ContainerContext",
        columns: &COLUMNS,
        extra: if ps.size { &MORE[..1] } else { &[] },
        more: &MORE,
        format: ps.format.as_deref(),
        quiet: ps.quiet,
        tried_first: true,
    };
    let last = last(ps);
    let size = ps.size || ps.format.as_deref().is_some_and(shows_size);
    // The engine counts our helpers among the last ones, so they are counted here. Those that do not run count too.
    let which = Listed { all: ps.all || last.is_some(), size, filters: filters(&ps.filters) };
    let template = listing.template()?;
    let containers = engine.list_containers(which).await?;
    let now = now();
    let rows = shown(&containers, last).map(|container| row(container, !ps.no_trunc, now));
    output.stdout(listing.render(&template, rows)?).await?;
    Ok(0)
}

/// Whether a format needs sizes, which the engine is not asked for otherwise: it takes its time over them.
fn shows_size(format: &str) -> bool {
    let bare: String = format.split_whitespace().collect();
    bare.contains(".Size") || bare.contains("json.}}")
}

/// So many of the last ones, as `-l` or `-n` asks; all without them, and for the numbers that docker takes for all.
fn last(ps: &Ps) -> Option<usize> {
    if ps.latest {
        return Some(1);
    }
    ps.last.and_then(|last| usize::try_from(last).ok()).filter(|last| *last > 0)
}

/// The containers to show, newest first: no helpers, and only the `last` so many.
fn shown(containers: &[ContainerSummary], last: Option<usize>) -> impl Iterator<Item = &ContainerSummary> {
    containers.iter().filter(|container| !is_helper(container)).take(last.unwrap_or(usize::MAX))
}

/// Whether a container only serves a probe of ours.
fn is_helper(container: &ContainerSummary) -> bool {
    container.labels.as_ref().is_some_and(|labels| labels.contains_key(HELPER_LABEL))
}

/// What a format can say about a container.
fn row(container: &ContainerSummary, truncate: bool, now: i64) -> Row {
    let id = container.id.clone().unwrap_or_default();
    let created = container.created.unwrap_or_default();
    let command = container.command.clone().unwrap_or_default();
    let labels: std::collections::BTreeMap<String, String> =
        container.labels.clone().unwrap_or_default().into_iter().collect();
    let mut networks: Vec<String> = container
        .network_settings
        .as_ref()
        .and_then(|settings| settings.networks.as_ref())
        .map(|networks| networks.keys().cloned().collect())
        .unwrap_or_default();
    networks.sort();
    let mounts = container.mounts.as_deref().unwrap_or_default();
    let mount_names = mounts.iter().map(|mount| {
        let name = mount.name.clone().filter(|name| !name.is_empty()).or_else(|| mount.source.clone());
        let name = name.unwrap_or_default();
        if truncate { ellipsis(&name, 15) } else { name }
    });
    let local = mounts.iter().filter(|mount| mount.driver.as_deref() == Some("local")).count();
    Row {
        id: if truncate { short_id(&id) } else { id.clone() },
        fields: [
            ("Command", go_quoted(&if truncate { ellipsis(&command, 20) } else { command })),
            ("CreatedAt", timestamp(created)),
            ("ID", if truncate { short_id(&id) } else { id }),
            ("Image", image(container, truncate)),
            (
                "Labels",
                labels.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(","),
            ),
            ("LocalVolumes", local.to_string()),
            ("Mounts", mount_names.collect::<Vec<_>>().join(",")),
            ("Names", names(container.names.as_deref().unwrap_or_default(), truncate)),
            ("Networks", networks.join(",")),
            ("Ports", ports(container.ports.as_deref().unwrap_or_default())),
            ("RunningFor", format!("{} ago", units::age(now - created))),
            ("Size", size(container)),
            ("State", container.state.map(|state| state.to_string()).unwrap_or_default()),
            ("Status", container.status.clone().unwrap_or_default()),
        ]
        .map(|(name, text)| (name, Value::from(text)))
        .into_iter()
        // Known to engines that keep images for several platforms, and then only for those.
        .chain([("Platform", Value::Null)])
        .collect(),
        labels,
    }
}

/// The image as the container's line named it; a digest is cut off, an id shortened.
fn image(container: &ContainerSummary, truncate: bool) -> String {
    let image = container.image.clone().unwrap_or_default();
    if image.is_empty() {
        return "<no image>".to_owned();
    }
    if !truncate {
        return image;
    }
    let id = short_id(container.image_id.as_deref().unwrap_or_default());
    if !id.is_empty() && id == short_id(&image) {
        return id;
    }
    match Reference::parse(&image) {
        Ok(reference) => {
            let tag = reference.tag.as_ref().map(|tag| format!(":{tag}")).unwrap_or_default();
            reference.familiar_name() + &tag
        }
        Err(_) => image,
    }
}

/// The container's own name; with `--no-trunc` also those that it has as a link.
fn names(names: &[String], truncate: bool) -> String {
    let mut names: Vec<&str> = names.iter().map(|name| name.strip_prefix('/').unwrap_or(name)).collect();
    if truncate && let Some(own) = names.iter().find(|name| !name.contains('/')) {
        names = vec![own];
    }
    names.join(",")
}

fn size(container: &ContainerSummary) -> String {
    let written = units::size(container.size_rw.unwrap_or_default());
    match container.size_root_fs {
        Some(all) if all > 0 => format!("{written} (virtual {})", units::size(all)),
        _ => written,
    }
}

/// Seconds since 1970.
pub fn now() -> i64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(elapsed.as_secs()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_a_name_only_where_nothing_is_cut() {
        let both = ["/alpine_01".to_owned(), "/alpine_02/other_container".to_owned()];
        assert_eq!(names(&both, true), "alpine_01");
        assert_eq!(names(&both, false), "alpine_01,alpine_02/other_container");
    }

    #[test]
    fn a_row_says_what_docker_says() {
        let container = ContainerSummary {
            id: Some("0123456789abcdef".repeat(4)),
            image: Some("alpine@sha256:".to_owned() + &"0".repeat(64)),
            command: Some("/docker-entrypoint.sh nginx".to_owned()),
            created: Some(1_000),
            names: Some(vec!["/a".to_owned()]),
            ..ContainerSummary::default()
        };
        let row = row(&container, true, 1_120);
        let field = |name| row.fields.iter().find(|(key, _)| *key == name).unwrap().1.as_str().unwrap();
        assert_eq!(field("ID"), "0123456789ab");
        assert_eq!(field("Image"), "alpine");
        assert_eq!(field("Command"), "\"/docker-entrypoint.…\"");
        assert_eq!(field("RunningFor"), "2 minutes ago");
        assert_eq!(field("CreatedAt"), "1970-01-01 00:16:40 +0000 UTC");
        assert_eq!(field("Size"), "0B");
    }

    #[test]
    fn helpers_of_a_probe_are_not_listed() {
        let labels = Some([(HELPER_LABEL.to_owned(), "1".to_owned())].into());
        let helper = ContainerSummary { labels, ..ContainerSummary::default() };
        assert!(is_helper(&helper));
        assert!(!is_helper(&ContainerSummary::default()));
        let named = |id: &str| ContainerSummary { id: Some(id.to_owned()), ..ContainerSummary::default() };
        let containers = [helper.clone(), named("b"), helper, named("a")];
        let ids = |last| shown(&containers, last).filter_map(|it| it.id.as_deref()).collect::<Vec<_>>();
        assert_eq!(ids(Some(1)), ["b"], "a helper is not the last container");
        assert_eq!(ids(Some(2)), ["b", "a"]);
        assert_eq!(ids(None), ["b", "a"]);
    }
}
