//! Connecting: from an endpoint to an [`Engine`] that has answered.

use std::time::Duration;

use bollard::{API_DEFAULT_VERSION, ClientVersion, Docker};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::Engine;
use super::endpoint::{Address, Endpoint};
use super::error::{Cause, EngineError};
use super::greeting::{Greeting, greet};
use super::locality;
use crate::network::{EngineInfo, Product};

/// The longest that an engine may take for its first word.
const GREETING_LIMIT: Duration = Duration::from_secs(5);

/// The longest that an engine may take to say who it is (Podman: 60 ms, a busy one far longer).
const IDENTITY_LIMIT: Duration = Duration::from_secs(10);

/// Seconds until a call's headers must have come, for bollard. Long, because `docker stop -t` may ask
/// the engine to take its time; calls that must be short are bounded where they are made.
const CALL_LIMIT: u64 = 3600;

/// A connection to the engine at `endpoint` whose identity is not known yet: `info().id` is empty, and
/// `info().local` goes by the socket alone. Costs the engine one ping; enough for a single docker line.
///
/// # Errors
/// [`EngineError::Connection`], [`EngineError::Permission`], or [`EngineError::Answer`] when something
/// that is no engine answers.
pub async fn open(endpoint: &Endpoint) -> Result<Engine, EngineError> {
    let name = endpoint.to_string();
    let greeting = tokio::time::timeout(GREETING_LIMIT, greeting(endpoint))
        .await
        .map_err(|_| EngineError::timed_out(&name))??;
    let api = agreed(&greeting.api)
        .ok_or_else(|| EngineError::Answer(format!("API version {:?}", greeting.api)))?;
    let client = client(&endpoint.address, &api).map_err(|e| EngineError::from_bollard(e, &name))?;
    let listener = locality::listener(&endpoint.address).await;
    let info = EngineInfo {
        product: greeting.product,
        version: greeting.version,
        api: api.to_string(),
        endpoint: name,
        id: String::new(),
        local: locality::is_local(listener, None, None, false),
    };
    Ok(Engine { client, address: endpoint.address.clone(), info, since: None })
}

/// A connection to the engine at `endpoint`, with its id and whether its published ports are here.
///
/// # Errors
/// As [`open`], and [`EngineError::Response`] when the engine will not say who it is.
pub async fn connect(endpoint: &Endpoint) -> Result<Engine, EngineError> {
    let mut engine = open(endpoint).await?;
    let said = engine.within(IDENTITY_LIMIT, engine.client.info()).await?;
    let rootless = said.security_options.unwrap_or_default().iter().any(|o| o.starts_with("name=rootless"));
    let listener = locality::listener(&endpoint.address).await;
    engine.since = said.system_time.as_deref().and_then(seconds);
    // Podman makes up another one for every answer: its endpoint has to do.
    engine.info.id = match engine.info.product {
        Product::Docker => said.id.unwrap_or_default(),
        Product::Podman => String::new(),
    };
    engine.info.local =
        locality::is_local(listener, said.name.as_deref(), locality::our_host().as_deref(), rootless);
    Ok(engine)
}

/// A time of the engine's, RFC 3339, as its event stream takes it: `1795493093.448931615`.
fn seconds(time: &str) -> Option<String> {
    let time = OffsetDateTime::parse(time, &Rfc3339).ok()?;
    Some(format!("{}.{:09}", time.unix_timestamp(), time.nanosecond()))
}

impl Engine {
    /// Finds out whether the engine is alive.
    pub(super) async fn ping(&self) -> Result<(), EngineError> {
        self.within(GREETING_LIMIT, self.client.ping()).await.map(|_| ())
    }
}

/// The first of `candidates` that answers, in their order.
///
/// # Errors
/// What the first of them said, when none answers; candidates are never empty, see
/// [`super::endpoint::candidates`].
pub async fn connect_first(candidates: &[Endpoint]) -> Result<Engine, EngineError> {
    let mut first = None;
    for endpoint in candidates {
        match connect(endpoint).await {
            Ok(engine) => return Ok(engine),
            Err(error) => first = first.or(Some(error)),
        }
    }
    Err(first.unwrap_or_else(|| EngineError::Connection {
        endpoint: String::new(),
        cause: Cause::NoSocket,
        detail: String::new(),
    }))
}

/// What the engine is: from the ping's headers where they say it, else from its version.
async fn greeting(endpoint: &Endpoint) -> Result<Greeting, EngineError> {
    if let Some(greeting) = greet(&endpoint.address).await? {
        return Ok(greeting);
    }
    let name = endpoint.to_string();
    let client = client(&endpoint.address, API_DEFAULT_VERSION)
        .map_err(|error| EngineError::from_bollard(error, &name))?;
    let version = client.version().await.map_err(|error| match EngineError::from_bollard(error, &name) {
        EngineError::Response { status, .. } => EngineError::Answer(format!("HTTP {status}")),
        other => other,
    })?;
    let podman = version.components.iter().flatten().any(|part| part.name.contains("Podman"));
    Ok(Greeting {
        product: if podman { Product::Podman } else { Product::Docker },
        version: version.version.unwrap_or_default(),
        api: version.api_version.unwrap_or_default(),
    })
}

/// The newest API that both sides speak; none where `theirs` is no version.
fn agreed(theirs: &str) -> Option<ClientVersion> {
    let (major, minor) = theirs.split_once('.')?;
    let theirs = ClientVersion { major_version: major.parse().ok()?, minor_version: minor.parse().ok()? };
    let ours = ClientVersion {
        major_version: API_DEFAULT_VERSION.major_version,
        minor_version: API_DEFAULT_VERSION.minor_version,
    };
    Some(if theirs < ours { theirs } else { ours })
}

/// bollard's client for `address`. Opens no connection yet.
fn client(address: &Address, api: &ClientVersion) -> Result<Docker, bollard::errors::Error> {
    match address {
        Address::Unix(path) => Docker::connect_with_unix(&path.to_string_lossy(), CALL_LIMIT, api),
        Address::Tcp { authority, tls: None } => Docker::connect_with_http(authority, CALL_LIMIT, api),
        Address::Tcp { authority, tls: Some(tls) } => Docker::connect_with_ssl(
            authority,
            &tls.folder.join("key.pem"),
            &tls.folder.join("cert.pem"),
            &tls.folder.join("ca.pem"),
            CALL_LIMIT,
            api,
        ),
    }
}
