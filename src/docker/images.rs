//! `docker images`.

use serde_json::Value;

use super::failure::Failure;
use super::listing::{Column, Listing, Row};
use super::output::Output;
use super::text::{short_id, timestamp};
use super::{filters, ps, units};
use crate::engine::Engine;
use crate::engine::models::ImageSummary;
use crate::shell::docker::{Images, Reference};

/// What stands where there is nothing.
const NONE: &str = "<none>";

const COLUMNS: [Column; 5] = [
    Column::new("Repository", "REPOSITORY"),
    Column::new("Tag", "TAG"),
    Column::new("ID", "IMAGE ID"),
    Column::new("CreatedSince", "CREATED"),
    Column::new("Size", "SIZE"),
];

const WITH_DIGESTS: [Column; 6] = [
    Column::new("Repository", "REPOSITORY"),
    Column::new("Tag", "TAG"),
    Column::new("Digest", "DIGEST"),
    Column::new("ID", "IMAGE ID"),
    Column::new("CreatedSince", "CREATED"),
    Column::new("Size", "SIZE"),
];

/// More columns that a format may ask for.
const MORE: [Column; 6] = [
    Column::new("Digest", "DIGEST"),
    Column::new("CreatedAt", "CREATED AT"),
    Column::new("Containers", "CONTAINERS"),
    Column::new("SharedSize", "SHARED SIZE"),
    Column::new("UniqueSize", "UNIQUE SIZE"),
    Column::new("VirtualSize", "VIRTUAL SIZE"),
];

/// Runs `docker images`.
pub async fn images(engine: &Engine, output: &Output, images: &Images) -> Result<i64, Failure> {
    let listing = Listing {
        context: "*formatter.imageContext",
        columns: if images.digests { &WITH_DIGESTS } else { &COLUMNS },
        extra: &[],
        more: &MORE,
        format: images.format.as_deref(),
        quiet: images.quiet,
        tried_first: false,
    };
    let template = listing.template()?;
    let digests = images.digests || images.format.as_deref().is_some_and(|format| format.contains(".Digest"));
    let mut filters = filters(&images.filters);
    if let Some(reference) = &images.reference {
        filters.entry("reference".to_owned()).or_default().push(reference.clone());
    }
    let found = engine.list_images(images.all, &filters).await?;
    let now = ps::now();
    let rows = found.iter().flat_map(|image| rows(image, !images.no_trunc, digests, now));
    output.stdout(listing.render(&template, rows)?).await?;
    Ok(0)
}

/// A row for each name that an image has.
fn rows(image: &ImageSummary, truncate: bool, digests: bool, now: i64) -> Vec<Row> {
    names(image, digests)
        .into_iter()
        .map(|(repository, tag, digest)| {
            let id = if truncate { short_id(&image.id) } else { image.id.clone() };
            Row {
                id: id.clone(),
                fields: [
                    ("Containers", counted(image.containers)),
                    ("CreatedAt", timestamp(image.created)),
                    ("CreatedSince", format!("{} ago", units::age(now - image.created))),
                    ("Digest", digest),
                    ("ID", id),
                    ("Repository", repository),
                    ("SharedSize", "N/A".to_owned()),
                    ("Size", units::size(image.size)),
                    ("Tag", tag),
                    ("UniqueSize", "N/A".to_owned()),
                    ("VirtualSize", units::long_size(image.size)),
                ]
                .map(|(name, text)| (name, Value::from(text)))
                .into(),
                labels: image.labels.clone().into_iter().collect(),
            }
        })
        .collect()
}

/// A number that only some engines know.
fn counted(number: i64) -> String {
    if number < 0 { "N/A".to_owned() } else { number.to_string() }
}

/// A repository as people write it; some engines write its registry out.
fn familiar(repository: &str) -> String {
    Reference::parse(repository).map_or_else(|_| repository.to_owned(), |name| name.familiar_name())
}

/// Repository, tag and digest: every tag, with every digest of its repository where they are wanted; then
/// repositories that have only a digest; where there is neither, a row of nothing.
fn names(image: &ImageSummary, wanted: bool) -> Vec<(String, String, String)> {
    let none = || NONE.to_owned();
    let split =
        |text: &str, sign: char| text.rsplit_once(sign).map(|(name, rest)| (familiar(name), rest.to_owned()));
    let tags: Vec<_> =
        image.repo_tags.iter().filter_map(|text| split(text, ':')).filter(|(_, tag)| tag != NONE).collect();
    let digests: Vec<_> = image
        .repo_digests
        .iter()
        .filter_map(|text| split(text, '@'))
        .filter(|(_, digest)| digest != NONE)
        .collect();
    let mut names = Vec::new();
    for (repository, tag) in &tags {
        let own: Vec<_> = digests.iter().filter(|(of, _)| wanted && of == repository).collect();
        if own.is_empty() {
            names.push((repository.clone(), tag.clone(), none()));
        }
        names.extend(own.into_iter().map(|(_, digest)| (repository.clone(), tag.clone(), digest.clone())));
    }
    let mut bare: Vec<_> =
        digests.iter().filter(|(of, _)| !tags.iter().any(|(repository, _)| repository == of)).collect();
    if !wanted {
        bare.dedup_by(|one, other| one.0 == other.0);
    }
    names.extend(
        bare.into_iter()
            .map(|(of, digest)| (of.clone(), none(), if wanted { digest.clone() } else { none() })),
    );
    if names.is_empty() {
        names.push((none(), none(), none()));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(tags: &[&str], digests: &[&str]) -> ImageSummary {
        let list = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        ImageSummary { repo_tags: list(tags), repo_digests: list(digests), ..ImageSummary::default() }
    }

    fn shown(image: &ImageSummary, digests: bool) -> Vec<String> {
        names(image, digests).into_iter().map(|(a, b, c)| format!("{a} {b} {c}")).collect()
    }

    #[test]
    fn a_row_for_every_name() {
        let two = image(&["registry:5000/a:1", "b:2"], &["b@sha256:0"]);
        assert_eq!(shown(&two, false), ["registry:5000/a 1 <none>", "b 2 <none>"]);
        assert_eq!(shown(&two, true), ["registry:5000/a 1 <none>", "b 2 sha256:0"]);
        assert_eq!(shown(&image(&[], &["b@sha256:0"]), false), ["b <none> <none>"]);
        assert_eq!(shown(&image(&[], &["b@sha256:0"]), true), ["b <none> sha256:0"]);
        assert_eq!(shown(&image(&["docker.io/library/alpine:latest"], &[]), false), ["alpine latest <none>"]);
        assert_eq!(shown(&image(&["<none>:<none>"], &["<none>@<none>"]), true), ["<none> <none> <none>"]);
    }
}
