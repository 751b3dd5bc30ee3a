//! What an engine cannot do for a lesson.

use super::{EngineInfo, Product, Snapshot};
use crate::i18n::{Phrase, phrase};
use crate::lesson::Need;

/// The needs that this engine does not meet, each with why, in the order asked.
pub fn lacking(info: &EngineInfo, snapshot: &Snapshot, needs: &[Need]) -> Vec<(Need, Phrase)> {
    let engine = format!("{} {}", info.product.name(), info.version);
    let unmet = needs.iter().filter_map(|need| Some((*need, why(*need, info, snapshot)?)));
    unmet.map(|(need, key)| (need, phrase(key).with("engine", engine.as_str()))).collect()
}

fn why(need: Need, info: &EngineInfo, snapshot: &Snapshot) -> Option<&'static str> {
    let podman = info.product == Product::Podman;
    match need {
        Need::Links => podman.then_some("network-lacks-links"),
        // Podman's containers have no CAP_NET_RAW, and busybox's ping asks for it.
        Need::Ping => podman.then_some("network-lacks-ping"),
        Need::DefaultBridge => {
            let there = snapshot.networks.values().any(|net| net.name == "bridge" && net.default_bridge);
            (!there).then_some("network-lacks-default-bridge")
        }
        Need::HostNetwork => {
            let there = podman || snapshot.networks.values().any(|network| network.driver == "host");
            (!there).then_some("network-lacks-host-network")
        }
        Need::LocalPorts => (!info.local).then_some("network-lacks-local-ports"),
    }
}

impl Product {
    /// Its name as its makers write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Docker => "Docker",
            Self::Podman => "Podman",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Network;
    use super::*;
    use crate::i18n::speakable;

    fn info(product: Product, local: bool) -> EngineInfo {
        EngineInfo { product, version: "1".into(), local, ..EngineInfo::sample() }
    }

    #[test]
    fn docker_lacks_nothing_and_podman_says_what_it_lacks() {
        let needs: Vec<Need> = Need::ALL.iter().map(|(_, need)| *need).collect();
        let network = |name: &str, driver: &str, default_bridge| {
            let (id, name, driver) = (name.to_owned(), name.to_owned(), driver.to_owned());
            (id.clone(), Network { id, name, driver, default_bridge, ..Network::default() })
        };
        let docker = Snapshot {
            networks: [network("bridge", "bridge", true), network("host", "host", false)].into(),
            ..Snapshot::default()
        };
        assert_eq!(lacking(&info(Product::Docker, true), &docker, &needs), []);
        let podman = Snapshot { networks: [network("podman", "bridge", true)].into(), ..Snapshot::default() };
        let lacks = lacking(&info(Product::Podman, false), &podman, &needs);
        assert!(lacks.iter().all(|(_, why)| speakable(why) == why));
        let lacks: Vec<Need> = lacks.into_iter().map(|(need, _)| need).collect();
        assert_eq!(lacks, [Need::Links, Need::Ping, Need::DefaultBridge, Need::LocalPorts]);
    }
}
