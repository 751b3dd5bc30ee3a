//! From the flags of `run` and `create` to what the engine is asked to make.

use std::collections::{BTreeMap, HashMap};

use super::Context;
use crate::engine::models::{
    ContainerCreateBody, EndpointIpamConfig, EndpointSettings, HostConfig, NetworkingConfig, PortBinding,
    RestartPolicy, RestartPolicyNameEnum,
};
use crate::shell::docker::{NetworkSpec, PortSpec, Run, VolumeSpec, exposed};
use crate::text::Size;

/// What is to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What the container is made from.
    pub body: ContainerCreateBody,
    /// Its networks, the first of them first. More than one where the line names more.
    pub networks: Vec<(String, EndpointSettings)>,
}

/// What `run` asks for; `attached` where its streams are ours.
///
/// # Errors
/// What docker says about a flag's value.
pub fn plan(run: &Run, attached: bool, context: &Context, terminal: Option<Size>) -> Result<Plan, String> {
    let networks = networks(run)?;
    let restart_policy = restart(run.restart.as_deref().unwrap_or_default())?;
    let (port_bindings, exposed_ports) = ports(run)?;
    let (binds, volumes) = volumes(run, context);
    let mode = run.networks.first().map(|text| NetworkSpec::parse(text)).transpose()?;
    let host_config = HostConfig {
        auto_remove: Some(run.rm),
        binds: some(binds),
        cap_add: some(run.cap_add.clone()),
        cap_drop: some(run.cap_drop.clone()),
        console_size: terminal.map(|size| vec![size.rows.into(), size.cols.into()]),
        dns: Some(run.dns.clone()),
        extra_hosts: some(run.add_hosts.iter().map(|host| host.replacen('=', ":", 1)).collect()),
        init: run.init.then_some(true),
        links: some(run.links.clone()),
        network_mode: Some(mode.map_or_else(|| "default".to_owned(), |spec| spec.name)),
        port_bindings: Some(port_bindings),
        publish_all_ports: Some(run.publish_all),
        readonly_rootfs: Some(run.read_only),
        restart_policy: Some(restart_policy),
        ..unset()
    };
    let body = ContainerCreateBody {
        attach_stderr: Some(attached),
        attach_stdin: Some(attached && run.interactive),
        attach_stdout: Some(attached),
        cmd: some(run.command.clone()),
        entrypoint: run.entrypoint.clone().map(|entrypoint| vec![entrypoint]),
        env: some(run.env.iter().map(|text| variable(text)).collect()),
        exposed_ports: some(exposed_ports),
        host_config: Some(host_config),
        hostname: run.hostname.clone(),
        image: Some(run.image.clone()),
        labels: Some(labels(run, context)),
        open_stdin: Some(run.interactive),
        stdin_once: Some(attached && run.interactive),
        tty: Some(run.tty),
        user: run.user.clone(),
        volumes: some(volumes),
        working_dir: run.workdir.clone(),
        ..ContainerCreateBody::default()
    };
    Ok(Plan { body, networks })
}

impl Plan {
    /// The body with the networks that this engine takes at once, and those to be connected afterwards.
    /// Engines before API 1.44 take one.
    pub fn for_engine(mut self, many: bool) -> (ContainerCreateBody, Vec<(String, EndpointSettings)>) {
        let later = if many { Vec::new() } else { self.networks.split_off(self.networks.len().min(1)) };
        let endpoints: HashMap<_, _> = self.networks.into_iter().collect();
        if !endpoints.is_empty() {
            self.body.networking_config = Some(NetworkingConfig { endpoints_config: Some(endpoints) });
        }
        (self.body, later)
    }
}

/// What docker sends for settings that the line does not name, so that an inspect shows the same.
fn unset() -> HostConfig {
    HostConfig {
        blkio_weight_device: Some(Vec::new()),
        blkio_device_read_bps: Some(Vec::new()),
        blkio_device_write_bps: Some(Vec::new()),
        blkio_device_read_iops: Some(Vec::new()),
        blkio_device_write_iops: Some(Vec::new()),
        devices: Some(Vec::new()),
        dns_options: Some(Vec::new()),
        dns_search: Some(Vec::new()),
        memory_swappiness: Some(-1),
        oom_kill_disable: Some(false),
        pids_limit: Some(0),
        ulimits: Some(Vec::new()),
        ..HostConfig::default()
    }
}

/// A list as the engine takes it: nothing rather than an empty one.
fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

/// A variable; one without a value has that of our own environment, if it is set there.
pub fn variable(text: &str) -> String {
    match std::env::var(text) {
        Ok(value) if !text.contains('=') => format!("{text}={value}"),
        _ => text.to_owned(),
    }
}

/// The line's own labels, then ours, which win: what is made here must be found again and never be somebody else's.
fn labels(run: &Run, context: &Context) -> HashMap<String, String> {
    let own = run.labels.iter().map(|text| text.split_once('=').unwrap_or((text, "")));
    let ours = context.labels.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    own.chain(ours).map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// Port bindings by container port.
type Bindings = HashMap<String, Option<Vec<PortBinding>>>;

/// Bindings and exposed ports.
fn ports(run: &Run) -> Result<(Bindings, Vec<String>), String> {
    let mut bindings: BTreeMap<String, Vec<PortBinding>> = BTreeMap::new();
    for text in &run.publish {
        for port in PortSpec::parse(text)?.bindings() {
            let binding = PortBinding { host_ip: Some(port.host_ip), host_port: Some(port.host_port) };
            bindings.entry(port.container).or_default().push(binding);
        }
    }
    let mut all: Vec<String> = bindings.keys().cloned().collect();
    for text in &run.expose {
        all.extend(exposed(text)?);
    }
    all.sort();
    all.dedup();
    Ok((bindings.into_iter().map(|(port, bound)| (port, Some(bound))).collect(), all))
}

/// Folders and named volumes to mount, and folders that get a volume without a name.
fn volumes(run: &Run, context: &Context) -> (Vec<String>, Vec<String>) {
    let (mut binds, mut anonymous) = (Vec::new(), Vec::new());
    for text in &run.volumes {
        match VolumeSpec::parse(text) {
            Ok(VolumeSpec { source: None, target, .. }) => anonymous.push(target),
            Ok(VolumeSpec { source: Some(source), .. }) if source.starts_with('.') => {
                let rest = &text[source.len()..];
                binds.push(format!("{}{rest}", join(&context.directory, &source)));
            }
            // What cannot be read is the engine's to refuse.
            _ => binds.push(text.clone()),
        }
    }
    (binds, anonymous)
}

/// `path` below `directory`, without `.` and with `..` gone up.
fn join(directory: &std::path::Path, path: &str) -> String {
    let mut joined = directory.to_path_buf();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                joined.pop();
            }
            part => joined.push(part),
        }
    }
    joined.to_string_lossy().into_owned()
}

/// A restart policy, `on-failure:3`.
fn restart(text: &str) -> Result<RestartPolicy, String> {
    let (name, count) = text.split_once(':').map_or((text, None), |(name, count)| (name, Some(count)));
    let count = count.map(|count| {
        count
            .parse()
            .map_err(|_| "invalid restart policy format: maximum retry count must be an integer".to_owned())
    });
    let name = match name {
        "" if count.is_some() => {
            return Err("invalid restart policy format: no policy provided before colon".to_owned());
        }
        "" | "no" => RestartPolicyNameEnum::NO,
        "always" => RestartPolicyNameEnum::ALWAYS,
        "unless-stopped" => RestartPolicyNameEnum::UNLESS_STOPPED,
        "on-failure" => RestartPolicyNameEnum::ON_FAILURE,
        unknown => {
            return Err(format!(
                "Error response from daemon: invalid restart policy: unknown policy '{unknown}'; use one of \
                 'no', 'always', 'on-failure', or 'unless-stopped'"
            ));
        }
    };
    Ok(RestartPolicy { name: Some(name), maximum_retry_count: count.transpose()? })
}

/// The networks of the line, with what it says about the container's place on each. That they go together
/// has been checked when the line was read.
fn networks(run: &Run) -> Result<Vec<(String, EndpointSettings)>, String> {
    let mut specs: Vec<NetworkSpec> =
        run.networks.iter().map(|text| NetworkSpec::parse(text)).collect::<Result<_, _>>()?;
    if specs.is_empty() {
        specs.push(NetworkSpec { name: "default".to_owned(), ..NetworkSpec::default() });
    }
    let alone = specs.len() == 1;
    let mut places = Vec::with_capacity(specs.len());
    for (number, spec) in specs.into_iter().enumerate() {
        let name = spec.name.clone();
        let settings = if number == 0 { first_endpoint(spec, run)? } else { endpoint(spec, Vec::new()) };
        // A place about which nothing is said is the engine's own business.
        if !alone || settings != EndpointSettings::default() {
            places.push((name, settings));
        }
    }
    Ok(places)
}

/// The container's place on the first network, of which `--network-alias`, `--ip` and `--link` speak.
fn first_endpoint(mut spec: NetworkSpec, run: &Run) -> Result<EndpointSettings, String> {
    if !spec.aliases.is_empty() && !run.network_aliases.is_empty() {
        return Err(
            "conflicting options: cannot specify both --network-alias and per-network alias".to_owned()
        );
    }
    if spec.ip.is_some() && run.ip.is_some() {
        return Err("conflicting options: cannot specify both --ip and per-network IPv4 address".to_owned());
    }
    spec.aliases.extend(run.network_aliases.iter().cloned());
    spec.ip = spec.ip.or_else(|| run.ip.clone());
    let links = if spec.is_user_defined() { run.links.clone() } else { Vec::new() };
    Ok(endpoint(spec, links))
}

/// A container's place on a network, as the engine is told of it.
pub fn endpoint(spec: NetworkSpec, links: Vec<String>) -> EndpointSettings {
    let local = some(spec.link_local_ips);
    let ipam = (spec.ip.is_some() || spec.ip6.is_some() || local.is_some()).then_some(EndpointIpamConfig {
        ipv4_address: spec.ip,
        ipv6_address: spec.ip6,
        link_local_ips: local,
    });
    EndpointSettings {
        aliases: some(spec.aliases),
        driver_opts: (!spec.driver_opts.is_empty()).then(|| spec.driver_opts.into_iter().collect()),
        ipam_config: ipam,
        links: some(links),
        mac_address: spec.mac_address,
        gw_priority: spec.gw_priority,
        ..EndpointSettings::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(run: Run) -> Plan {
        let context = Context { directory: "/home/me/link".into(), ..Context::default() };
        plan(&Run { image: "alpine".to_owned(), ..run }, true, &context, None).unwrap()
    }

    fn strings(list: &[&str]) -> Vec<String> {
        list.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn a_link_goes_to_the_container_and_on_a_named_network_to_its_place_there() {
        let links = strings(&["alpine_01:other"]);
        let plain = planned(Run { links: links.clone(), ..Run::default() });
        assert_eq!(plain.body.host_config.as_ref().unwrap().links, Some(links.clone()));
        assert_eq!(plain.networks, []);
        let named = planned(Run { links: links.clone(), networks: strings(&["web"]), ..Run::default() });
        assert_eq!(named.networks[0].1.links, Some(links));
    }

    #[test]
    fn an_engine_that_takes_one_network_gets_the_rest_afterwards() {
        let two = planned(Run { networks: strings(&["a", "b"]), ..Run::default() });
        let (body, later) = two.clone().for_engine(false);
        assert!(body.networking_config.unwrap().endpoints_config.unwrap().contains_key("a"));
        assert_eq!(later.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["b"]);
        let (body, later) = two.for_engine(true);
        assert_eq!(body.networking_config.unwrap().endpoints_config.unwrap().len(), 2);
        assert!(later.is_empty());
    }

    #[test]
    fn our_labels_win_over_those_of_the_line() {
        let context = Context {
            labels: BTreeMap::from([
                ("netdojo".to_owned(), "1".to_owned()),
                ("a".to_owned(), "ours".to_owned()),
            ]),
            ..Context::default()
        };
        let run = Run { labels: strings(&["a=mine", "b", "netdojo=no"]), ..Run::default() };
        let labels = labels(&run, &context);
        assert_eq!(
            (labels["a"].as_str(), labels["b"].as_str(), labels["netdojo"].as_str()),
            ("ours", "", "1")
        );
    }

    #[test]
    fn a_relative_folder_lies_in_the_workspace() {
        let run = Run { volumes: strings(&["./a/../b:/b:ro", "/c:/c", "data:/d", "/e"]), ..Run::default() };
        let body = planned(run).body;
        let binds = body.host_config.unwrap().binds.unwrap();
        assert_eq!(binds, ["/home/me/link/b:/b:ro", "/c:/c", "data:/d"]);
        assert_eq!(body.volumes.unwrap(), ["/e"]);
    }

    #[test]
    fn the_flags_of_the_line_speak_of_its_first_network() {
        let run = Run {
            networks: strings(&["name=a,gw-priority=1", "b"]),
            network_aliases: strings(&["x"]),
            ip: Some("172.20.0.9".to_owned()),
            ..Run::default()
        };
        let networks = planned(run).networks;
        assert_eq!(networks[0].1.aliases, Some(strings(&["x"])));
        assert_eq!(networks[0].1.ipam_config.as_ref().unwrap().ipv4_address.as_deref(), Some("172.20.0.9"));
        assert_eq!(networks[0].1.gw_priority, Some(1));
        assert_eq!(networks[1].1, EndpointSettings::default());
    }

    #[test]
    fn streams_are_asked_for_only_where_we_hold_them() {
        let run = Run { interactive: true, tty: true, ..Run::default() };
        let body = plan(&run, false, &Context::default(), None).unwrap().body;
        assert_eq!(
            (body.attach_stdin, body.attach_stdout, body.open_stdin, body.stdin_once, body.tty),
            (Some(false), Some(false), Some(true), Some(false), Some(true))
        );
    }
}
