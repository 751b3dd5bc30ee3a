runtime-line-outside = “{ $path }” is outside the lesson's folder. This prompt works only inside that folder.
runtime-line-no-engine = No container engine answers now, so the line was not run. { $reason }
runtime-line-file = netdojo cannot write “{ $path }”, so it stopped the line: { $reason }
runtime-judge-unknown = netdojo could not check the step. { $reason }
runtime-line-filter = The line was not run: { $detail }
runtime-folder = The folder “{ $folder }” cannot be used: { $detail }
runtime-judge-no-engine = No container engine answers now.
runtime-reset-left = “{ $name }” could not be removed. { $reason }
runtime-task-panicked = Something went wrong inside netdojo. Nothing of yours was changed. Please try again. With NETDOJO_LOG=FILE, netdojo writes down what happens.
runtime-edit-nowhere = There is no screen here for editing “{ $path }”. Use “edit” in netdojo's own screen. On a terminal, you can also set EDITOR or VISUAL to your editor.
runtime-exit = exit code { $code }
runtime-editor-failed = The editor “{ $editor }” ended with an error ({ $detail }). Check EDITOR or VISUAL, or use the built-in editor with NETDOJO_EDITOR=builtin.
runtime-player-left = netdojo could not remove what it had made. { $reason }
    “netdojo clean” removes it when the engine answers again.
runtime-player-missing = A value that the line needs is not known ({ $names }), so it was not run.
runtime-approach-failed = Step { $step }: “{ $line }” did not work, so netdojo did nothing after it. { $reason }
runtime-approach-exit = It ended with exit code { $code }.
runtime-player-replace = The file “{ $path }” does not contain “{ $text }”, so nothing was replaced.
runtime-player-no-step = There is no such step.
runtime-build-input = This prompt cannot send anything to “-”. Give docker build a folder, or “.” for the current folder.
runtime-build-remote = “{ $path }” is on another machine, and this prompt builds only from the lesson's folder. Give docker build a folder, or “.” for the current folder.
runtime-build-newer = Line { $line } of { $file } says “{ $construct }”. Only BuildKit, docker's newer builder, understands it. netdojo uses the classic builder, so the build was not started. Change the line, or build in your own shell.

## curl and open

runtime-curl-outside = netdojo makes no connections to the outside: { $host } is neither this machine nor an address on your engine's networks. Use http://127.0.0.1:PORT/ for a published port, or a container's own address.
runtime-curl-remote = Your engine is on another machine, so its published ports are there and not on this machine's 127.0.0.1. Send the request from inside a container instead: docker exec CONTAINER wget -qO- http://NAME/
runtime-open-shown = The page is open in your browser.
runtime-open-relayed = The page is open in your browser. Browsers refuse port { $port }, so netdojo leads yours through another one for as long as it runs.
runtime-open-relay = netdojo found no browser to start here. Browsers refuse port { $port }: open the address above instead, which leads to the same page for as long as netdojo runs.
runtime-open-refused-port = The page answers, but browsers refuse port { $port }, which belongs to another protocol. Publish it on another one as well, for example -p 8080:80, or use “open” in the terminal program, which leads the browser around it.
runtime-open-absent = netdojo found no browser to start here. The page answers: open the address above in a browser on this machine.
runtime-recording-failed = netdojo cannot write the recording { $path } any more ({ $detail }), so it stopped. What was recorded before is still there.
