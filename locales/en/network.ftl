## Why something is not reached: the first broken layer, and what to do

network-why-missing = There is no container called { $name }. Start it first.
network-why-created = { $name } was created but never started. Start it with docker start { $name }.
network-why-exited = { $name } has ended (exit code { $code }). A stopped container has no address; start it again.
network-why-paused = { $name } is paused. Let it go on with docker unpause { $name }.
network-why-restarting = { $name } keeps ending and being restarted. docker logs { $name } shows why.
network-why-dead = { $name } is half removed. Remove it with docker rm -f { $name }.
network-why-no-network = { $name } is on no network (--network none). It reaches only itself.
network-why-stranded = { $name } used the network of { $owner }, which has restarted or is gone since. Restart { $name }.
network-why-on-host = { $to } uses the host's own network, so { $from } cannot find it by name.
network-why-shares = { $to } shares the network of { $owner } and has no name of its own. Ask for { $owner }.
network-why-apart = { $from } ({ $from_networks }) and { $to } ({ $to_networks }) are on no common network.
network-why-no-such-name = No container here is called { $name }.
network-why-own-name = On the default network a container does not know its own name { $name }; localhost always works.
network-why-other-name = { $from } and { $to } share a network, but { $to } is not called { $name } there.
network-why-one-way = The link goes one way: { $to } knows { $from }, but { $from } does not know { $to }.
network-why-default-bridge = The default network gives out no names: { $from } finds { $to } there only by a link (--link) or its address. A network of your own knows names.
network-why-icc = The network { $network } keeps its containers apart (icc is off).
network-why-internal = { $name } is on internal networks only, and nothing leads out of those.
network-why-host-names = The host does not know containers by name. Use { $name }'s address or a published port.

## What the engine does not tell

network-unknown-outside = { $name } is no container here; whether another name server knows it, only an attempt can tell.
network-unknown-case = A link has this name in other letters, large or small, than { $name }; whether that is the same, only an attempt can tell.
network-unknown-gateway = { $address } is the gateway, that is the host; who listens there, only an attempt can tell.
network-unknown-address = { $address } belongs to no container here; only an attempt can tell.

## What an engine cannot do

network-lacks-links = { $engine } does not support --link.
network-lacks-ping = On { $engine }, containers may not send pings without further rights.
network-lacks-default-bridge = { $engine } has no default network called bridge.
network-lacks-host-network = { $engine } has no host network.
network-lacks-local-ports = { $engine } is not on this machine, so published ports are not at 127.0.0.1 here.
