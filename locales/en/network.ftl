## Why something is not reached: the first broken layer, and what to do

network-why-missing = There is no container called { $name }. Start it first.
network-why-created = { $name } was created but never started. Start it with docker start { $name }.
network-why-exited = { $name } has ended (exit code { $code }). A stopped container has no address; start it again.
network-why-paused = { $name } is paused. docker unpause { $name } lets it continue.
network-why-restarting = { $name } ends again and again, and is restarted each time. docker logs { $name } shows why.
network-why-dead = { $name } was only partly removed. Remove it with docker rm -f { $name }.
network-why-no-network = { $name } is on no network (--network none). It reaches only itself.
network-why-stranded = { $name } used the network of { $owner }, which has restarted since then or no longer exists. Restart { $name }.
network-why-on-host = { $to } uses the host's own network, so { $from } cannot find it by name.
network-why-shares = { $to } shares the network of { $owner } and has no name of its own. Use { $owner } instead.
network-why-apart = { $from } ({ $from_networks }) and { $to } ({ $to_networks }) have no network in common.
network-why-no-such-name = No container here is called { $name }.
network-why-own-name = On the default bridge a container does not know its own name { $name }; localhost always works.
network-why-other-name = { $from } and { $to } share a network, but { $to } is not called { $name } there.
network-why-one-way = The link goes one way: { $to } knows { $from }, but { $from } does not know { $to }.
network-why-default-bridge = On the default bridge, Docker does not resolve names: { $from } finds { $to } there only by a link (--link) or by its address. On a user-defined network, names work.
network-why-icc = The network { $network } does not let its containers talk to each other (icc is off).
network-why-internal = { $name } is only on internal networks, and they have no way out.
network-why-host-names = The host does not know containers by name. Use { $name }'s address or a published port.

## What the engine does not tell

network-unknown-outside = { $name } is not a container here. Another DNS server may know it; only an attempt can show that.
network-unknown-case = A link has the name { $name } with different upper-case or lower-case letters. Only an attempt can show whether it works.
network-unknown-gateway = { $address } is the gateway, which is the host. Only an attempt can show what listens there.
network-unknown-address = { $address } belongs to no container here. Only an attempt can show whether it answers.

## What an engine cannot do

network-lacks-links = { $engine } does not support --link.
network-lacks-ping = On { $engine }, containers are not allowed to send pings without extra rights.
network-lacks-default-bridge = { $engine } has no default network called bridge.
network-lacks-host-network = { $engine } has no host network.
network-lacks-local-ports = { $engine } is not on this machine, so published ports are not at 127.0.0.1 here.
