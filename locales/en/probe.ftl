## Attempts to reach something.

probe-target-malformed = { $to } is not something that netdojo can try to reach: write a name, name:port or http://name:port/path.
probe-target-https = netdojo cannot try { $to }: it supports only HTTP without TLS.
probe-asker-missing = There is no container called { $name } to ask from. Start it first.
probe-asker-stopped = { $name } is not running, so nothing can be reached from it. Start it with “docker start { $name }”.
probe-asker-restarting = { $name } ends again and again, and is restarted each time, so nothing can be reached from it. docker logs { $name } shows why.
probe-asker-paused = { $name } is paused, and this engine does not let netdojo into the network of a paused container. Run “docker unpause { $name }”.
probe-no-image = There is no image for a helper container. Pull a small one that has busybox, for example with “docker pull alpine”.
probe-image-unfit = netdojo could not create a helper container from { $image } ({ $detail }). Pull an image that has busybox, for example with “docker pull alpine”.
probe-ping-forbidden = This engine does not let containers send pings, so netdojo cannot see whether one would be answered.
probe-failed = The attempt itself failed: { $detail }
