//! `--network`: a name, or `name=…,alias=…,ip=…`.

use std::collections::BTreeMap;

use crate::shell::docker::Run;

/// A network that a container is to be on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NetworkOption {
    /// The network's name, or a mode: `host`, `none`, `container:NAME`.
    pub target: String,
    /// More names for the container there.
    pub aliases: Vec<String>,
    /// Links there.
    pub links: Vec<String>,
    /// The IPv4 address wanted.
    pub ip: Option<String>,
    /// The IPv6 address wanted.
    pub ip6: Option<String>,
    /// The hardware address wanted.
    pub mac_address: Option<String>,
    /// Which network's gateway is the default one: the highest.
    pub gw_priority: Option<i64>,
    /// For the driver.
    pub driver_opts: BTreeMap<String, String>,
}

impl NetworkOption {
    /// Reads one `--network`.
    ///
    /// # Errors
    /// What docker says about it.
    pub fn parse(text: &str) -> Result<Self, String> {
        if !text.contains('=') {
            return Ok(Self { target: text.to_owned(), ..Self::default() });
        }
        let mut option = Self::default();
        for field in text.split(',') {
            let (key, value) = field
                .split_once('=')
                .filter(|(key, value)| !key.is_empty() && !value.is_empty())
                .ok_or_else(|| format!("invalid field {field}"))?;
            let value = value.trim().to_owned();
            match key.trim().to_lowercase().as_str() {
                "name" => option.target = value,
                "alias" => option.aliases.push(value),
                "ip" => option.ip = Some(value),
                "ip6" => option.ip6 = Some(value),
                "mac-address" => option.mac_address = Some(value),
                "gw-priority" => {
                    let priority = value.parse();
                    option.gw_priority = Some(priority.map_err(|_| format!("invalid gw-priority: {value}"))?);
                }
                "driver-opt" => {
                    let (key, value) = value.split_once('=').unwrap_or((&value, ""));
                    option.driver_opts.insert(key.to_lowercase(), value.to_owned());
                }
                key => return Err(format!("invalid field key {key}")),
            }
        }
        if option.target.is_empty() {
            return Err("network name/id is not specified".to_owned());
        }
        Ok(option)
    }

    /// Adds the flags of the line that speak of its first network: `--network-alias`, `--link`, `--ip`.
    ///
    /// # Errors
    /// What docker says where both speak of the same.
    pub fn add_flags(&mut self, run: &Run) -> Result<(), String> {
        if !self.aliases.is_empty() && !run.network_aliases.is_empty() {
            return Err(
                "conflicting options: cannot specify both --network-alias and per-network alias".to_owned()
            );
        }
        if self.ip.is_some() && run.ip.is_some() {
            return Err(
                "conflicting options: cannot specify both --ip and per-network IPv4 address".to_owned()
            );
        }
        self.aliases.extend(run.network_aliases.iter().cloned());
        if self.is_user_defined() {
            self.links.extend(run.links.iter().cloned());
        }
        if run.ip.is_some() {
            self.ip.clone_from(&run.ip);
        }
        Ok(())
    }

    /// Whether somebody made it, rather than the engine.
    pub fn is_user_defined(&self) -> bool {
        !matches!(self.target.as_str(), "default" | "bridge" | "host" | "none")
            && !self.target.starts_with("container:")
    }

    /// # Errors
    /// What docker says about settings that only a network of one's own takes.
    pub fn validate(&self) -> Result<(), String> {
        if self.target.trim().is_empty() {
            return Err("no name set for network".to_owned());
        }
        if self.is_user_defined() {
            return Ok(());
        }
        if !self.aliases.is_empty() {
            return Err("network-scoped aliases are only supported for user-defined networks".to_owned());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::NetworkOption;

    #[test]
    fn a_name_alone_or_with_more_to_say() {
        assert_eq!(NetworkOption::parse("web").unwrap().target, "web");
        let option = NetworkOption::parse("name=web,alias=a,alias=b,ip=172.20.0.9,gw-priority=1").unwrap();
        assert_eq!((option.target.as_str(), option.aliases.len()), ("web", 2));
        assert_eq!((option.ip.as_deref(), option.gw_priority), (Some("172.20.0.9"), Some(1)));
        assert_eq!(NetworkOption::parse("alias=a").unwrap_err(), "network name/id is not specified");
        assert_eq!(NetworkOption::parse("name=web,x=y").unwrap_err(), "invalid field key x");
    }

    #[test]
    fn modes_are_not_networks_of_ones_own() {
        for mode in ["bridge", "host", "none", "default", "container:x"] {
            assert!(!NetworkOption::parse(mode).unwrap().is_user_defined(), "{mode}");
        }
        assert!(NetworkOption::parse("web").unwrap().is_user_defined());
    }
}
