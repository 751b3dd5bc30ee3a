## What a line may not touch

session-foreign = { $name } was not made here, so netdojo leaves it alone. If it is yours, run docker { $verb } { $name } in a shell of your own.
session-others = { $name } belongs to another netdojo on this engine, so it is left alone here. Its owner can run docker { $verb } there.
session-network-foreign = The network { $name } was not made here, so netdojo leaves it alone. If it is yours, run docker network { $verb } in a shell of your own.
session-network-others = The network { $name } belongs to another netdojo on this engine, so it is left alone here. Its owner can run docker network { $verb } there.
session-taken = The name { $name } is needed here, but a container that was not made here has it. Rename or remove that container in a shell of your own. Once the name is free, the lesson can go on.
session-taken-by-others = The name { $name } is needed here, but another netdojo on this engine uses it. Wait until it is done there, or use another engine. If a “netdojo verify” was broken off here, “netdojo clean” removes what it left.
session-taken-network = The name { $name } is needed here, but a network that was not made here has it. Remove that network in a shell of your own. Once the name is free, the lesson can go on.
session-taken-network-by-others = The name { $name } is needed here, but a network of another netdojo on this engine has it. Wait until it is done there, or use another engine. If a “netdojo verify” was broken off here, “netdojo clean” removes what it left.
session-taken-image = The name { $name } is needed here, but an image that was not built here has it. Remove that name in a shell of your own (docker rmi { $name }). Once the name is free, the lesson can go on. If a “netdojo verify” was broken off here, “netdojo clean” removes what it left.
session-image-taken = The name { $name } belongs to an image that was not built here, and building would take it away, so nothing was built. Give -t another name, or remove that name in a shell of your own. If a “netdojo verify” was broken off here, “netdojo clean” removes what it left.
session-image-foreign = The image { $name } was not built or fetched here, so netdojo leaves it alone. If it is yours, run docker rmi { $name } in a shell of your own.

## What is kept

session-no-home = There is no home folder to keep anything in. Set NETDOJO_HOME to a folder.
session-cannot-make-folder = The folder { $path } cannot be made ({ $detail }). Check its rights, or set NETDOJO_HOME to another folder.
session-cannot-read = { $path } cannot be read ({ $detail }). Check its rights.
session-cannot-write = { $path } cannot be written ({ $detail }). Check its rights and the space left.
session-newer = { $path } was written by a newer netdojo and is left as it is. Update netdojo to go on with it.
session-outside = { $path } lies outside the lesson's folder, which netdojo does not leave.
session-is-folder = { $path } is a folder. Name a file in it.
session-no-text = { $path } is no text, so it cannot be edited.
session-too-large = { $path } is larger than 1 MB, too large to be edited here.
session-progress-broken = Your progress could not be read and begins anew. The old file is kept at { $path }.

## What clean leaves

session-clean-others = made by another netdojo
session-clean-image = an image that was fetched for a lesson; images are kept
session-clean-image-used = an image that { $name } uses
session-edit-fails = The edit of “{ $path }” does not apply: { $reason }
