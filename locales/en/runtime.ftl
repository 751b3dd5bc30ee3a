runtime-line-outside = “{ $path }” lies outside the lesson's folder, which this prompt does not leave.
runtime-line-no-engine = No container engine answers now, so the line was not run. { $reason }
runtime-line-file = “{ $path }” cannot be written, so the line was not run to its end: { $reason }
runtime-judge-unknown = The step could not be judged. { $reason }
runtime-line-filter = The line was not run: { $detail }
runtime-folder = The folder “{ $folder }” cannot be used: { $detail }
runtime-judge-no-engine = No container engine answers now.
runtime-reset-left = “{ $name }” could not be removed. { $reason }
runtime-task-panicked = Something went wrong inside netdojo itself; nothing of yours was touched. Please try again. NETDOJO_LOG=FILE writes down what happened.
runtime-edit-nowhere = There is no screen here to edit “{ $path }” on. Use “edit” in netdojo's own screen, or, on a terminal, set EDITOR or VISUAL to your editor.
runtime-editor-failed = The editor “{ $editor }” did not end well ({ $detail }). Check EDITOR or VISUAL, or use the built-in editor with NETDOJO_EDITOR=builtin.
runtime-player-left = What was made could not be removed. { $reason }
    “netdojo clean” removes it once the engine answers.
runtime-player-missing = A value that the line needs is not known ({ $names }), so it was not run.
runtime-approach-failed = Step { $step }: “{ $line }” did not work, so nothing after it was done. { $reason }
runtime-approach-exit = It ended with exit code { $code }.
runtime-player-replace = The file “{ $path }” does not contain “{ $text }”, so nothing was replaced.
runtime-player-no-step = There is no such step.
runtime-build-input = This prompt has nothing to send to “-”. Give docker build a folder, “.” for this one.
runtime-build-remote = “{ $path }” lies on another machine, and this prompt builds from the lesson's folder only. Give docker build a folder, “.” for this one.
runtime-build-newer = Line { $line } of { $file } says “{ $construct }”, which only BuildKit knows, docker's newer builder. netdojo builds with the classic one, so the build was not begun. Write the line without it, or build in a shell of your own.

## curl and open

runtime-curl-outside = netdojo makes no connection to the world outside: { $host } is neither this machine nor an address of your engine's networks. Use http://127.0.0.1:PORT/ for a published port, or a container's own address.
runtime-curl-remote = Your engine is on another machine, and its published ports are there, not on this machine's 127.0.0.1. Ask from inside a container instead: docker exec CONTAINER wget -qO- http://NAME/
runtime-open-shown = The page is open in your browser.
runtime-open-absent = There is no browser to start here. The page answers: open the address above in a browser on this machine.
