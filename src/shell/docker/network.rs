//! `--network`: which network, and how the container is known there.

use std::sync::LazyLock;

use regex::Regex;

use super::go;

/// A `--network` value, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NetworkSpec {
    /// The network's name or id, `host`, `none`, or `container:NAME`.
    pub name: String,
    /// `alias=`, each
    pub aliases: Vec<String>,
    /// `ip=`
    pub ip: Option<String>,
    /// `ip6=`
    pub ip6: Option<String>,
    /// `mac-address=`
    pub mac_address: Option<String>,
    /// `link-local-ip=`, each
    pub link_local_ips: Vec<String>,
    /// `driver-opt=KEY=VALUE`, each
    pub driver_opts: Vec<(String, String)>,
    /// `gw-priority=`
    pub gw_priority: Option<i64>,
}

/// What makes docker read a value as a list of `key=value`.
static LONG: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[0-9A-Za-z_]=[0-9A-Za-z_]").ok());

impl NetworkSpec {
    /// Reads a name, or `name=NET,alias=NAME,…` (which docker turns to small letters).
    ///
    /// # Errors
    /// Docker's message.
    pub fn parse(text: &str) -> Result<Self, String> {
        if !LONG.as_ref().is_some_and(|long| long.is_match(text)) {
            return Ok(Self { name: text.to_owned(), ..Self::default() });
        }
        let mut spec = Self::default();
        for field in text.split(',') {
            let field = field.to_lowercase();
            match field.split_once('=') {
                Some((key, value)) if !key.is_empty() => spec.set(key.trim(), value.trim())?,
                _ => return Err(format!("invalid field {field}")),
            }
        }
        if spec.name.is_empty() {
            return Err("network name/id is not specified".to_owned());
        }
        Ok(spec)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), String> {
        let text = value.to_owned();
        match key {
            "name" => self.name = text,
            "alias" => self.aliases.push(text),
            "ip" => self.ip = Some(text),
            "ip6" => self.ip6 = Some(text),
            "mac-address" => self.mac_address = Some(text),
            "link-local-ip" => self.link_local_ips.push(text),
            "driver-opt" => match value.split_once('=') {
                Some((key, value)) if !key.is_empty() => {
                    self.driver_opts.push((key.trim().to_owned(), value.trim().to_owned()));
                }
                _ => return Err("invalid key value pair format in driver options".to_owned()),
            },
            "gw-priority" => {
                let number = go::parse_int(value).map_err(|why| {
                    let what = why.rsplit(": ").next().unwrap_or("invalid syntax");
                    format!("invalid gw-priority ({value}): {what}")
                })?;
                self.gw_priority = Some(number);
            }
            _ => return Err(format!("invalid field key {key}")),
        }
        Ok(())
    }

    /// Whether the network is one that a learner made: not the engine's own, not another container's.
    pub fn is_user_defined(&self) -> bool {
        !matches!(self.name.as_str(), "default" | "bridge" | "host" | "none")
            && self.name != "container"
            && !self.name.starts_with("container:")
    }

    /// The container whose network is shared, in `container:NAME`.
    pub fn shared_container(&self) -> Option<&str> {
        self.name.strip_prefix("container:")
    }
}
