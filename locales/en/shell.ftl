## en: a line at the prompt that cannot be run as it stands

shell-braces = A shell would turn these braces into several words. This prompt does not. Write the words out, or put them into '…' if you mean the braces themselves.
shell-glob = A shell would look for files that match “{ $sign }”. This prompt does not. Write the names out, or put the word into '…' if you mean the character itself.
shell-tilde = In a shell, “~” means your home folder. This prompt knows only the lesson's folder. Write the path out.
shell-open-quote = There is an opening { $quote } without a closing one. Add the closing one.
shell-open-escape = A “\” at the very end means that one more line follows. Continue the line, or remove the “\”.
shell-substitution = “$( … )” puts the output of one command into another. This prompt does not do that: run “{ $command }” first, then type what it printed.
shell-substitution-empty = “$( … )” puts the output of one command into another. This prompt does not do that: run the inner command first, then type what it printed.
shell-variable = This prompt has no variables, so { $name } has no value here. Write the value itself. For variables inside the container, use single quotes: sh -c 'echo $HOME'.
shell-ansi-quote = This prompt does not support $'…' and $"…". Use '…' or "…".
shell-op-sequence = “{ $op }” joins several commands. This prompt runs one at a time; press Enter after each.
shell-op-newline = There is more than one line here. This prompt runs one command at a time. A command continues on the next line only after “\”.
shell-op-background = “&” runs a command in the background. Use “docker run -d” or “docker exec -d” for that. An “&” in a URL needs quotes.
shell-op-subshell = In a shell, parentheses group commands. This prompt does not do that. Put them into quotes if they are part of a word.
shell-op-heredoc = “{ $op }” sends text to a command. This prompt does not do that. Use sh -c '…' inside the container.
shell-op-input = “{ $op }” reads from a file. This prompt does not do that. To send a file through a filter, begin with “cat FILE |”.
shell-pipe-nothing-before = There is nothing before this “|”. Write a command there.
shell-pipe-nothing-after = There is nothing after this “|”. Write a filter there, such as “grep WORD”, or remove the “|”.
shell-redirect-nowhere = “{ $op }” needs the name of a file after it.
shell-redirect-alone = A command is missing here.
shell-redirect-early = Output that goes into a file never reaches the next “|”. Move the redirection to the end of the line.
shell-redirect-order = “2>&1” comes before “>”, so errors would stay on the screen. Write “> FILE 2>&1” for both to go into the file, or leave “2>&1” out.
shell-redirect-other = This prompt does not support this redirection. It supports: > FILE, >> FILE, 2> FILE, 2>/dev/null, 2>&1.
shell-redirect-filter-err = The error messages of a filter cannot go into { $path } here. Remove “2>”.
shell-pasted-prompt = “{ $sign }” is the sign of a prompt. It appears before a command, and you do not type it. Remove it.
shell-sudo = You do not need “{ $name }”: this program talks to the engine itself. Begin with “docker”.
shell-wrapper = This prompt does not support “{ $name }”. Begin with “docker”.
shell-exit = To leave, press Ctrl-D on the empty line, or type /quit.
shell-help = /help shows what you can do here. “docker --help” shows docker's commands.
shell-other-engine = Write “docker” instead of “{ $name }”: the commands are the same. They run on the engine that you see at the top.
shell-compose = “{ $name }” does not run here. The lessons use only “docker”.
shell-editor = “{ $name }” cannot be run here. Open the file with “edit FILE”; it uses the editor in EDITOR or VISUAL, or else a built-in one.
shell-inside = “{ $name }” would run on the host, and this prompt does not start programs there. To run it inside a container: docker exec -it CONTAINER { $name } …
shell-keyword = “{ $name }” belongs to a shell's own language, which this prompt does not have. Inside a container: docker exec CONTAINER sh -c '…'
shell-filter-first = “{ $name }” reads the output of another command. Put it after one: docker ps | { $name } …
shell-assignment = Variables are not set here ({ $name }). For a variable in the container: docker run -e NAME=VALUE …
shell-unknown = “{ $name }” is not a command of this prompt. It knows docker, and { $commands }. /help shows everything.
shell-unknown-near = “{ $name }” is not a command of this prompt. Did you mean “{ $near }”?
shell-missing-docker = “{ $name }” is a docker command. Write “docker { $name }”.
shell-unknown-filter = You cannot use “{ $name }” after a “|” here. You can use: { $filters }.
shell-unknown-filter-near = You cannot use “{ $name }” after a “|” here. Did you mean “{ $near }”?
shell-edit-nothing = Write a file's name after “edit”. “ls” lists what is there.
shell-edit-piped = “edit” uses the whole screen, so you cannot combine it with “|” or “>”.
shell-builtin-flag = “{ $name }” takes no options here ({ $flag }).
shell-builtin-extra = { $most ->
    [0] “{ $name }” takes nothing after it here.
   *[other] “{ $name }” takes one name here.
}
shell-docker-absent = docker has “{ $command }”, but this prompt does not support it yet. Use it in your own terminal.
shell-docker-flag-absent = In docker, “{ $verb }” has { $flag }, but this prompt does not support it. Leave it out, or use your own terminal.
shell-docker-global-absent = docker has { $flag }, which chooses another engine or how to reach it. netdojo chooses the engine when it starts: set DOCKER_HOST or DOCKER_CONTEXT, and start it again.

## en: the filters after a “|”

shell-filter-option = “{ $name }” here does not have { $option }. It has: { $options }.
shell-filter-option-value = { $option } of “{ $name }” needs a value after it.
shell-filter-number = “{ $value }” is not a number. “{ $name }” needs one here, as in “-n 5”.
shell-filter-file = Here “{ $name }” reads only what comes through the “|”, not files ({ $file }). Write “cat { $file } | { $name } …” instead.
shell-filter-list = “{ $list }” is not a list of positions. Write numbers from 1 upwards, as in “1”, “2,4”, “3-5” or “2-”.
shell-filter-long-line = “{ $name }”: a line was longer than { $bytes } bytes, so only its beginning was read.
shell-filter-too-much = “{ $name }” cannot hold more than { $bytes } bytes here, so part of the output is missing.
shell-grep-pattern = “grep” needs the text to look for: grep WORD
shell-grep-bracket = A “[” in “{ $pattern }” has no closing “]”. Add it, or write “\[” for the character itself (or use grep -F).
shell-grep-group = The parentheses in “{ $pattern }” do not match. Add the missing one, or use grep -F to look for the text as it is.
shell-grep-interval = A repetition in “{ $pattern }” is not valid. Write {"{"}2{"}"}, {"{"}2,{"}"} or {"{"}2,5{"}"}, up to 1000.
shell-grep-range = A range in “{ $pattern }” ends before it begins, as [z-a] does.
shell-grep-class = “{ $class }” is not a character class. Write classes as [[:digit:]], [[:alpha:]], [[:space:]], …
shell-grep-back-reference = “{ $pattern }” refers back to a group (\1). This grep does not do that.
shell-grep-backslash = “{ $pattern }” ends with a “\”. Remove it, or double it.
shell-grep-too-big = “{ $pattern }” is too large a pattern for this grep.
shell-cut-what = “cut” needs to know which part to keep: -f FIELDS (with -d CHARACTER) or -c CHARACTERS.
shell-cut-one = “cut” takes one of -f, -c and -b, not two.
shell-cut-delimiter = -d of “cut” takes one character, and works only with -f.
shell-sort-separator = -t of “sort” takes exactly one character.
shell-sort-key = “{ $key }” is not a sort key. Write -k2 for everything from the second field on, -k2,2 for that field only, -k2,2n to sort it as a number.
shell-tr-missing = { $least ->
    [1] “tr” wants the characters: tr -d SET
   *[other] “tr” wants two sets of characters: tr FROM TO
}
shell-tr-extra = { $most ->
    [1] “tr” with -d takes one set of characters.
   *[other] “tr” takes two sets of characters. It reads only what comes through the “|”.
}
shell-tr-empty = The second set of “tr” is empty. To drop characters, use tr -d SET.
shell-tr-range = The range { $range } of “tr” ends before it begins.
shell-tr-class = “{ $class }” is not a class that “tr” knows: [:digit:], [:alpha:], [:upper:], [:lower:], [:space:], …

## en: what completion says of what it offers

shell-about-docker = docker's commands, run on your engine
shell-about-builtin = { $name ->
    [cat] show a file
    [cd] go to a folder
    [clear] empty the output
    [curl] fetch a page
    [echo] print words
    [edit] change a file
    [ls] list files
    [open] show a page in the browser
    [pwd] say which folder this is
   *[other] { $name }
}
shell-about-filter = { $name ->
    [cut] take columns out of each line
    [grep] keep the lines that match
    [head] keep the first lines
    [sort] put the lines in order
    [tail] keep the last lines
    [tr] change or drop characters
    [uniq] drop lines that repeat
    [wc] count lines, words, bytes
   *[other] { $name }
}
shell-about-verb = { $verb ->
   *[other] { $text }
}
shell-about-flag = { $full ->
   *[other] { $flag ->
       *[other] { $text }
    }
}
shell-about-it = Give the container a terminal and keep its standard input open: -i and -t
shell-about-host = the host’s own network
shell-about-none = no network at all
shell-about-shared = the network of another container
shell-about-network = { $count ->
    [0] network, no containers
    [one] network, { $count } container
   *[other] network, { $count } containers
}
shell-about-subnet = { $count ->
    [0] { $subnet }, no containers
    [one] { $subnet }, { $count } container
   *[other] { $subnet }, { $count } containers
}
shell-about-image = { $count ->
    [0] image, not used yet
    [one] image, used by { $count } container
   *[other] image, used by { $count } containers
}
shell-about-file = file
shell-about-folder = folder
shell-about-here = the folder that commands run in
shell-about-context = folder with a Dockerfile
shell-about-dockerfile = what docker build does, step by step
shell-about-dockerignore = what docker build leaves out
shell-about-conf = configuration
shell-about-running = running
shell-about-stopped = not running

## en: nothing to complete

shell-nothing = Nothing can be completed here.
shell-nothing-begins = Nothing here begins with “{ $typed }”.
shell-nothing-running = No container is running.
shell-nothing-stopped = No container is stopped.
shell-nothing-containers = There are no containers yet.
shell-nothing-images = There are no images yet.
shell-nothing-files = There are no files here.

## en: curl and open

shell-curl-one = Here “curl” takes one address at a time.
shell-curl-scheme = Here “curl” uses only http, and only to your own containers. Write the address as http://127.0.0.1:PORT/
shell-curl-user = An address with a user name or a password does not work here. Write it as http://127.0.0.1:PORT/
shell-curl-flag = “curl” has no { $flag } here. It has -s -S -i -I -f -L -v -o -w -m -H and --connect-timeout. To use more of it, run curl in a container or in a shell of your own.
shell-open-missing = Give the page to open: open http://127.0.0.1:PORT/
shell-open-where = “open” shows only pages of your own machine, and { $url } is not one. Write it as http://127.0.0.1:PORT/
