## Attempts to reach something.

probe-target-malformed = { $to } is nothing that can be reached: write a name, name:port or http://name:port/path.
probe-target-https = { $to } cannot be tried: netdojo speaks HTTP without TLS only.
probe-asker-missing = There is no container called { $name } to ask from. Start it first.
probe-asker-stopped = { $name } is not running, so nothing can be reached from it. Start it with “docker start { $name }”.
probe-asker-restarting = { $name } keeps ending and being restarted, so nothing can be reached from it. docker logs { $name } shows why.
probe-asker-paused = { $name } is paused, and this engine lets nobody into a paused container's network. Wake it with “docker unpause { $name }”.
probe-no-image = No image is present from which a helper could be made. Pull a small one that has busybox, for example with “docker pull alpine”.
probe-image-unfit = No helper could be made from { $image } ({ $detail }). Pull an image that has busybox, for example with “docker pull alpine”.
probe-ping-forbidden = This engine does not let containers send pings, so it cannot be seen whether one would be answered.
probe-failed = The attempt itself failed: { $detail }
