## Goals about containers

check-container-missing = There is no container called { $name } yet.
check-container-similar = There is no container called { $name }, but there is one called { $similar }.
check-container-unnamed = There is no container called { $name } yet, but there is one called { $other }. Did you forget --name?
check-container-there = { $name } still exists; it should be gone. docker rm -f { $name } removes it.
check-container-there-ended = { $name } still exists, although it has ended; docker rm { $name } removes it.
check-container-exited = { $name } has ended with exit code { $code }. docker logs { $name } shows what it printed.
check-container-no-input = { $name } has ended with exit code 0 because its shell had nothing to read. Did you forget -it? Remove it (docker rm { $name }) and run it again.
check-container-stopped = { $name } was stopped and has ended with exit code { $code }. docker start { $name } starts it again.
check-container-lost-network = { $name } was created for the network { $network }, which does not exist, so it cannot start.
check-container-created = { $name } was created but has not been started. docker start { $name } starts it.
check-container-paused = { $name } is paused. docker unpause { $name } lets it continue.
check-container-restarting = { $name } ends again and again, and is restarted each time. docker logs { $name } shows why.
check-container-dead = { $name } was only partly removed. docker rm -f { $name } removes the rest.
check-container-still-runs = { $name } is still running; it should have ended. docker stop { $name } stops it.
check-container-not-paused = { $name } is running; it should be paused. docker pause { $name } pauses it.
check-container-started = { $name } has been started; it should only have been created.
check-container-exit = { $name } ended with exit code { $actual } instead of { $expected }.
check-container-image = { $name } was created from { $actual } instead of { $expected }.
check-container-network = { $name } is not on the network { $network }, but on: { $actual }.
check-container-no-network = { $name } is on no network; it should be on { $network }.
check-container-on-host = { $name } uses the host's network; it should be on { $network }.
check-container-shares = { $name } shares the network of { $owner }; it should be on { $network } itself.
check-container-extra-network = { $name } is also on the network { $network }, where it should not be.
check-container-alias = { $name } cannot be called { $alias } on its network (--network-alias { $alias }).
check-link-missing = { $name } has no link to { $target } (--link { $target }:{ $alias }).
check-link-alias = { $name } is linked to { $target }, but calls it { $actual } instead of { $alias }.
check-link-elsewhere = In { $name }, the link { $alias } leads to { $actual } instead of { $target }.
check-port-missing = { $name } does not publish the port (-p { $expected }).
check-port-down = { $name } should publish { $expected }, but a container does that only while it runs.
check-port-extra = { $name } also publishes { $port }, which it should not.
check-port-elsewhere = { $name } publishes { $actual } instead of { $expected }.

## Goals about networks, images and files

check-network-missing = There is no network called { $name } yet.
check-network-similar = There is no network called { $name }, but there is one called { $similar }.
check-network-there = The network { $name } still exists; it should be gone. docker network rm { $name } removes it.
check-network-there-used = The network { $name } still exists; it should be gone. It cannot be removed while a container is on it: { $containers }. Take it off first (docker network disconnect { $name }) or remove it (docker rm -f) if nobody needs it, then run docker network rm { $name }.
check-network-driver = The network { $name } uses the driver { $actual } instead of { $expected }.
check-network-internal = The network { $name } is internal; it should not be. This cannot be changed later: remove it and create it again without --internal.
check-network-not-internal = The network { $name } is not internal (--internal). This cannot be changed later: remove it and create it again with --internal.
check-network-internal-used = The network { $name } is internal; it should not be. This cannot be changed later: take what is on it off it ({ $containers }; docker network disconnect), remove it and create it again without --internal.
check-network-not-internal-used = The network { $name } is not internal (--internal). This cannot be changed later: take what is on it off it ({ $containers }; docker network disconnect), remove it and create it again with --internal.
check-image-missing = There is no image { $name } yet.
check-image-similar = There is no image { $name }, but there is { $similar }.
check-image-there = The image { $name } still exists; it should be gone. docker rmi { $name } removes it.
check-file-missing = There is no file { $path }.
check-file-there = The file { $path } still exists; it should be gone.
check-file-lacks = The file { $path } does not contain: { $text }
check-file-still = The file { $path } still contains: { $text }
check-edit-undone = The edit of { $path } has not been made yet. Open it with “edit { $path }”.
check-file-unread = The file { $path } could not be read.

## Reaching

check-host = the host
check-reach-differs = From { $from } to { $to }: expected { $expected }, got { $seen }.
check-reach-because = { $what } { $why }
check-reach-body = From { $from }, { $to } answered, but the answer does not contain: { $text }
check-reach-by = From { $from }, { $to } leads to { $actual }; it should lead to { $expected }.
check-reach-untried = netdojo has not tried yet whether { $from } reaches { $to }.
check-seen-reply = an answer
check-seen-unknown-name = an unknown name
check-seen-unreachable = no answer
check-seen-refused = a refused connection
check-seen-reset = a connection that was closed at once
check-seen-status = HTTP { $status }

## Tasks

check-task-not-run = Not run yet: { $line }
check-task-exit = Exit code { $actual } instead of { $expected }: { $line }
check-task-exit-saying = Exit code { $actual } instead of { $expected }; the last line was “{ $said }”: { $line }
check-task-differs = Printed “{ $actual }” instead of “{ $expected }”: { $line }
check-task-missing = “{ $expected }” was not printed: { $line }
check-task-silent = It printed nothing instead of “{ $expected }”: { $line }
check-task-extra = “{ $actual }” was printed as well: { $line }
check-task-other = The output is not as expected: { $line }

## The engine

check-engine-lost = The engine does not answer now. The check continues when it answers again.
