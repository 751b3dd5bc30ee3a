## What a line may not touch

session-foreign = { $name } was not made here, so netdojo does not change it. If it is yours, run docker { $verb } { $name } in your own shell.
session-others = { $name } belongs to another netdojo on this engine, so netdojo does not change it here. Its owner can run docker { $verb } there.
session-network-foreign = The network { $name } was not made here, so netdojo does not change it. If it is yours, run docker network { $verb } in your own shell.
session-network-others = The network { $name } belongs to another netdojo on this engine, so netdojo does not change it here. Its owner can run docker network { $verb } there.
session-taken = The lesson needs the name { $name }, but a container that was not made here has it. Rename or remove that container in your own shell. When the name is free, the lesson can continue.
session-taken-by-others = The lesson needs the name { $name }, but another netdojo on this engine uses it. Wait until the other one has finished, or use another engine. If a “netdojo verify” was interrupted here, “netdojo clean” removes what it left.
session-taken-network = The lesson needs the name { $name }, but a network that was not made here has it. Remove that network in your own shell. When the name is free, the lesson can continue.
session-taken-network-by-others = The lesson needs the name { $name }, but a network of another netdojo on this engine has it. Wait until the other one has finished, or use another engine. If a “netdojo verify” was interrupted here, “netdojo clean” removes what it left.
session-taken-image = The lesson needs the name { $name }, but an image that was not built here has it. Remove that name in your own shell (docker rmi { $name }). When the name is free, the lesson can continue. If a “netdojo verify” was interrupted here, “netdojo clean” removes what it left.
session-image-taken = The name { $name } belongs to an image that was not built here. Building would take the name away from that image, so nothing was built. Give -t another name, or remove that name in your own shell. If a “netdojo verify” was interrupted here, “netdojo clean” removes what it left.
session-image-foreign = The image { $name } was not built or downloaded here, so netdojo does not change it. If it is yours, run docker rmi { $name } in your own shell.

## What is kept

session-no-home = There is no home folder, so netdojo has no place to keep its files. Set NETDOJO_HOME to a folder.
session-cannot-make-folder = netdojo cannot create the folder { $path } ({ $detail }). Check its permissions, or set NETDOJO_HOME to another folder.
session-cannot-read = { $path } cannot be read ({ $detail }). Check its rights.
session-cannot-write = netdojo cannot write { $path } ({ $detail }). Check its permissions and the free disk space.
session-no-folder = netdojo cannot write { $path }: the folder for it does not exist. Create the folder, or choose another place.
session-because-missing = there is nothing of that name
session-because-denied = permission denied
session-because-no-folder = part of the path is a file, not a folder
session-because-folder = it is a folder
session-because-read-only = it is on a read-only file system
session-because-full = the disk is full
session-because-other = the system says: { $detail }
session-exists = The file { $path } exists already, so netdojo did not write it. Choose another name.
session-newer = A newer netdojo wrote { $path }, so this one does not change it. Update netdojo to use it.
session-outside = { $path } is outside the lesson's folder. netdojo works only inside that folder.
session-is-folder = { $path } is a folder. Give the name of a file in it.
session-no-text = { $path } is not a text file, so you cannot edit it here.
session-too-large = { $path } is larger than 1 MB, which is too large to edit here.
session-progress-broken = netdojo could not read your progress, so it starts from the beginning. The old file is kept at { $path }.

## What clean leaves

session-clean-others = made by another netdojo
session-clean-image = an image that was downloaded for a lesson; images are kept
session-clean-image-used = an image that { $name } uses
session-edit-fails = The edit of “{ $path }” does not apply: { $reason }
