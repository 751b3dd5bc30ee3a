//! From the flags of `run` and `create` to what the engine is asked to make.

use std::collections::{BTreeMap, HashMap};

use super::Context;
use super::network_option::NetworkOption;
use super::publish::{expose, publish};
use crate::engine::models::{
    ContainerCreateBody, EndpointIpamConfig, EndpointSettings, HostConfig, NetworkingConfig, PortBinding,
    RestartPolicy, RestartPolicyNameEnum,
};
use crate::shell::docker::Run;
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
    let restart_policy = run.restart.as_deref().map(restart).transpose()?;
    let restarts =
        restart_policy.as_ref().is_some_and(|policy| policy.name != Some(RestartPolicyNameEnum::NO));
    if run.rm && restarts {
        return Err("conflicting options: cannot specify both --restart and --rm".to_owned());
    }
    let (port_bindings, exposed) = ports(run)?;
    let (binds, volumes) = volumes(run, context);
    let mode = run.networks.first().map(|text| NetworkOption::parse(text)).transpose()?;
    let host_config = HostConfig {
        auto_remove: Some(run.rm),
        binds: some(binds),
        cap_add: some(run.cap_add.clone()),
        cap_drop: some(run.cap_drop.clone()),
        console_size: terminal.map(|size| vec![size.rows.into(), size.cols.into()]),
        dns: some(run.dns.clone()),
        extra_hosts: some(run.add_hosts.iter().map(|host| host.replacen('=', ":", 1)).collect()),
        init: run.init.then_some(true),
        links: some(run.links.clone()),
        network_mode: Some(mode.map_or_else(|| "default".to_owned(), |option| option.target)),
        port_bindings: (!port_bindings.is_empty()).then_some(port_bindings),
        publish_all_ports: Some(run.publish_all),
        readonly_rootfs: Some(run.read_only),
        restart_policy,
        ..HostConfig::default()
    };
    let body = ContainerCreateBody {
        attach_stderr: Some(attached),
        attach_stdin: Some(attached && run.interactive),
        attach_stdout: Some(attached),
        cmd: some(run.command.clone()),
        entrypoint: run.entrypoint.clone().map(|entrypoint| vec![entrypoint]),
        env: some(run.env.iter().map(|text| variable(text)).collect()),
        exposed_ports: some(exposed),
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

/// Our labels, then the line's own, which win.
fn labels(run: &Run, context: &Context) -> HashMap<String, String> {
    let own = run.labels.iter().map(|text| text.split_once('=').unwrap_or((text, "")));
    let ours = context.labels.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    ours.chain(own).map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// Port bindings by container port.
type Bindings = HashMap<String, Option<Vec<PortBinding>>>;

/// Bindings and exposed ports.
fn ports(run: &Run) -> Result<(Bindings, Vec<String>), String> {
    let mut bindings: BTreeMap<String, Vec<PortBinding>> = BTreeMap::new();
    for text in &run.publish {
        for port in publish(text)? {
            let binding = PortBinding { host_ip: Some(port.host_ip), host_port: Some(port.host_port) };
            bindings.entry(port.container).or_default().push(binding);
        }
    }
    let mut exposed: Vec<String> = bindings.keys().cloned().collect();
    for text in &run.expose {
        exposed.extend(expose(text)?);
    }
    exposed.sort();
    exposed.dedup();
    Ok((bindings.into_iter().map(|(port, bound)| (port, Some(bound))).collect(), exposed))
}

/// Folders and named volumes to mount, and folders that get a volume without a name.
fn volumes(run: &Run, context: &Context) -> (Vec<String>, Vec<String>) {
    let (binds, anonymous): (Vec<&String>, Vec<&String>) =
        run.volumes.iter().partition(|text| text.contains(':'));
    let absolute = |text: &String| match text.split_once(':') {
        Some((source, rest)) if source.starts_with('.') => {
            format!("{}:{rest}", join(&context.directory, source))
        }
        _ => text.clone(),
    };
    (binds.into_iter().map(absolute).collect(), anonymous.into_iter().cloned().collect())
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

/// The networks of the line, with what it says about the container's place on each.
fn networks(run: &Run) -> Result<Vec<(String, EndpointSettings)>, String> {
    let mut options: Vec<NetworkOption> =
        run.networks.iter().map(|text| NetworkOption::parse(text)).collect::<Result<_, _>>()?;
    if options.is_empty() {
        options.push(NetworkOption { target: "default".to_owned(), ..NetworkOption::default() });
    }
    if let Some(first) = options.first_mut() {
        first.add_flags(run)?;
    }
    let mut seen: Vec<&str> = Vec::new();
    for option in &options {
        option.validate()?;
        if seen.contains(&option.target.as_str()) {
            return Err(format!("network {:?} is specified multiple times", option.target));
        }
        seen.push(&option.target);
    }
    if options.iter().any(NetworkOption::is_user_defined)
        && !options.iter().all(NetworkOption::is_user_defined)
    {
        return Err("conflicting options: cannot attach both user-defined and non-user-defined \
                    network-modes"
            .to_owned());
    }
    let alone = options.len() == 1;
    Ok(options
        .into_iter()
        .map(|option| (option.target.clone(), endpoint(option)))
        // An endpoint about which nothing is said is the engine's own business.
        .filter(|(_, settings)| !alone || *settings != EndpointSettings::default())
        .collect())
}

fn endpoint(option: NetworkOption) -> EndpointSettings {
    let ipam = (option.ip.is_some() || option.ip6.is_some()).then(|| EndpointIpamConfig {
        ipv4_address: option.ip,
        ipv6_address: option.ip6,
        ..EndpointIpamConfig::default()
    });
    EndpointSettings {
        aliases: some(option.aliases),
        driver_opts: (!option.driver_opts.is_empty()).then(|| option.driver_opts.into_iter().collect()),
        ipam_config: ipam,
        links: some(option.links),
        mac_address: option.mac_address,
        gw_priority: option.gw_priority,
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
    fn labels_of_the_line_win_over_ours() {
        let context = Context {
            labels: BTreeMap::from([
                ("netdojo".to_owned(), "1".to_owned()),
                ("a".to_owned(), "ours".to_owned()),
            ]),
            ..Context::default()
        };
        let run = Run { labels: strings(&["a=mine", "b"]), ..Run::default() };
        let labels = labels(&run, &context);
        assert_eq!(
            (labels["a"].as_str(), labels["b"].as_str(), labels["netdojo"].as_str()),
            ("mine", "", "1")
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
    fn what_does_not_go_together_is_refused_in_dockers_words() {
        let refused = |run: Run| plan(&run, true, &Context::default(), None).unwrap_err();
        assert_eq!(
            refused(Run { networks: strings(&["a", "a"]), ..Run::default() }),
            "network \"a\" is specified multiple times"
        );
        assert_eq!(
            refused(Run { networks: strings(&["a", "bridge"]), ..Run::default() }),
            "conflicting options: cannot attach both user-defined and non-user-defined network-modes"
        );
        assert_eq!(
            refused(Run { network_aliases: strings(&["x"]), ..Run::default() }),
            "network-scoped aliases are only supported for user-defined networks"
        );
        assert_eq!(
            refused(Run { rm: true, restart: Some("always".to_owned()), ..Run::default() }),
            "conflicting options: cannot specify both --restart and --rm"
        );
        assert_eq!(
            refused(Run { restart: Some("on-failure:x".to_owned()), ..Run::default() }),
            "invalid restart policy format: maximum retry count must be an integer"
        );
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
