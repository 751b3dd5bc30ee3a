//! `docker version`.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::failure::Failure;
use super::output::Output;
use super::template::{self, Methods, Template};
use crate::engine::Engine;
use crate::shell::docker::Version;

/// Runs `docker version`. The client is this program, and says so.
pub async fn version(engine: &Engine, output: &Output, version: &Version) -> Result<i64, Failure> {
    let template = match version.format.as_deref() {
        None | Some("json") => None,
        Some(format) => Some(
            Template::parse(format)
                .map_err(|why| Failure::message(format!("template parsing error: {why}"), 64))?,
        ),
    };
    let server = engine.version_json().await?;
    let server: Value = serde_json::from_slice(&server)
        .map_err(|error| crate::engine::EngineError::Answer(error.to_string()))?;
    let both = json!({ "Client": client(engine), "Server": server });
    let text = match (template, version.format.is_some()) {
        (Some(template), _) => template
            .render(&both, &Methods::default())
            .map_err(|why| Failure::message(format!("template parsing error: {why}"), 1))?,
        (None, true) => template::json(&both),
        (None, false) => {
            output.stdout(text(&both)).await?;
            return Ok(0);
        }
    };
    output.stdout(text + "\n").await?;
    Ok(0)
}

fn client(engine: &Engine) -> Value {
    let arch = match std::env::consts::ARCH {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        other => other,
    };
    json!({
        "Platform": { "Name": "netdojo" },
        "Version": env!("CARGO_PKG_VERSION"),
        "ApiVersion": engine.info().api,
        "Os": std::env::consts::OS,
        "Arch": arch,
        "Context": "default",
    })
}

/// Docker's layout of it.
fn text(both: &Value) -> String {
    let get = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let mut text = String::new();
    let (client, server) = (&both["Client"], &both["Server"]);
    let _ = writeln!(text, "Client: {}", get(&client["Platform"], "Name"));
    let platform = format!("{}/{}", get(client, "Os"), get(client, "Arch"));
    for (name, value) in [
        ("Version:", get(client, "Version")),
        ("API version:", get(client, "ApiVersion")),
        ("OS/Arch:", platform),
    ] {
        let _ = writeln!(text, " {name:<18} {value}");
    }
    let name = get(&server["Platform"], "Name");
    let _ = writeln!(text, "\nServer:{}{name}", if name.is_empty() { "" } else { " " });
    for component in server["Components"].as_array().into_iter().flatten() {
        let _ = writeln!(text, " {}:", get(component, "Name"));
        let _ = writeln!(text, "  {:<17} {}", "Version:", get(component, "Version"));
        let details = &component["Details"];
        let detail = |name: &str| get(details, name);
        if component["Name"] == "Engine" {
            let api = format!("{} (minimum version {})", detail("ApiVersion"), detail("MinAPIVersion"));
            let lines = [
                ("API version:", api),
                ("Go version:", detail("GoVersion")),
                ("Git commit:", detail("GitCommit")),
                ("Built:", built(&detail("BuildTime"))),
                ("OS/Arch:", format!("{}/{}", detail("Os"), detail("Arch"))),
                ("Experimental:", detail("Experimental")),
            ];
            for (name, value) in lines {
                let _ = writeln!(text, "  {name:<17} {value}");
            }
        } else {
            let _ = writeln!(text, "  {:<17} {}", "GitCommit:", detail("GitCommit"));
        }
    }
    text
}

/// A time as docker prints it here: `Thu May  7 21:09:36 2026`.
fn built(text: &str) -> String {
    use time::format_description::well_known::Rfc3339;
    use time::macros::format_description;
    let format = format_description!(
        "[weekday repr:short] [month repr:short] [day padding:space] [hour]:[minute]:[second] [year]"
    );
    time::OffsetDateTime::parse(text, &Rfc3339)
        .ok()
        .and_then(|time| time.format(&format).ok())
        .unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::built;

    #[test]
    fn a_build_time_is_as_docker_prints_it() {
        assert_eq!(built("2026-05-07T21:09:36.000000000+00:00"), "Thu May  7 21:09:36 2026");
        assert_eq!(built("unknown"), "unknown");
    }
}
