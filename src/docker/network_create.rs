//! `docker network create`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Context;
use super::failure::Failure;
use super::output::Output;
use crate::engine::Engine;
use crate::shell::docker::{NetworkCreate, Subnet};

/// Runs `docker network create`.
pub async fn create(
    engine: &Engine,
    context: &Context,
    output: &Output,
    create: &NetworkCreate,
) -> Result<i64, Failure> {
    let id = engine.create_network(body(create, context)).await?;
    output.stdout(format!("{id}\n")).await?;
    Ok(0)
}

/// What the docker CLI sends.
fn body(create: &NetworkCreate, context: &Context) -> Value {
    let mut body = json!({
        "Name": create.name,
        "Driver": create.driver.as_deref().unwrap_or("bridge"),
        "Scope": "",
        "IPAM": {
            "Driver": "default",
            "Options": {},
            "Config": create.subnets.iter().map(subnet).collect::<Vec<_>>(),
        },
        "Internal": create.internal,
        "Attachable": create.attachable,
        "Ingress": false,
        "ConfigOnly": false,
        "Options": pairs(&create.options),
        "Labels": labels(create, context),
    });
    if let Some(ipv6) = create.ipv6 {
        body["EnableIPv6"] = Value::Bool(ipv6);
    }
    body
}

fn subnet(subnet: &Subnet) -> Value {
    let mut config = json!({ "Subnet": subnet.subnet });
    for (key, value) in [("IPRange", &subnet.range), ("Gateway", &subnet.gateway)] {
        if let Some(value) = value {
            config[key] = Value::from(value.as_str());
        }
    }
    config
}

/// The line's own labels, then ours, which win.
fn labels<'a>(create: &'a NetworkCreate, context: &'a Context) -> BTreeMap<&'a str, &'a str> {
    let ours = context.labels.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    pairs(&create.labels).into_iter().chain(ours).collect()
}

fn pairs(texts: &[String]) -> BTreeMap<&str, &str> {
    texts.iter().map(|text| text.split_once('=').unwrap_or((text, ""))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_labels_win_and_nothing_is_said_that_was_not_asked() {
        let create = NetworkCreate {
            name: "net".into(),
            labels: vec!["netdojo=no".into(), "own=kept".into()],
            options: vec!["a=b".into(), "c".into()],
            subnets: vec![Subnet { subnet: "10.0.0.0/8".into(), ..Subnet::default() }],
            ..NetworkCreate::default()
        };
        let context =
            Context { labels: [("netdojo".to_owned(), "1".to_owned())].into(), ..Context::default() };
        let body = body(&create, &context);
        assert_eq!(body["Labels"], json!({ "netdojo": "1", "own": "kept" }));
        assert_eq!(body["Options"], json!({ "a": "b", "c": "" }));
        assert_eq!(body["IPAM"]["Config"], json!([{ "Subnet": "10.0.0.0/8" }]));
        assert_eq!(body["Driver"], "bridge");
        assert!(body.get("EnableIPv6").is_none());
    }
}
