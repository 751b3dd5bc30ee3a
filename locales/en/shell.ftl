## en: a line at the prompt that cannot be run as it stands

shell-braces = A shell would make several words of these braces. This prompt does not; write the words out, or put them into '…' if the braces are meant.
shell-glob = A shell would look for files that fit “{ $sign }”. This prompt does not; write the names out, or put the word into '…' if the sign itself is meant.
shell-tilde = “~” stands for your home folder in a shell. This prompt knows only the lesson's folder; write the path out.
shell-open-quote = A { $quote } is opened here and never closed. Add the closing one.
shell-open-escape = A “\” at the very end waits for one more line. Go on with the line, or take it away.
shell-substitution = “$( … )” puts the output of one command into another. This prompt does not do that: run “{ $command }” first, then type what it printed.
shell-substitution-empty = “$( … )” puts the output of one command into another. This prompt does not do that: run the inner command first, then type what it printed.
shell-variable = This prompt has no variables, so { $name } stands for nothing. Write the value itself. For the container's own variables, use single quotes: sh -c 'echo $HOME'.
shell-ansi-quote = $'…' and $"…" are not done here. Use '…' or "…".
shell-op-sequence = “{ $op }” joins several commands. This prompt runs one at a time; press Enter after each.
shell-op-newline = There is more than one line here. This prompt runs one command at a time; a line goes on in the next one only after “\”.
shell-op-background = “&” runs a command in the background. Use “docker run -d” or “docker exec -d” for that. An “&” in a URL needs quotes.
shell-op-subshell = Brackets group commands in a shell. This prompt does not have that; put them into quotes if they are part of a word.
shell-op-heredoc = “{ $op }” feeds text to a command. This prompt does not do that; use sh -c '…' inside the container.
shell-op-input = “{ $op }” reads from a file. This prompt does not do that; begin with “cat FILE |” to look at a file.
shell-pipe-nothing-before = There is nothing before this “|”. Write a command there.
shell-pipe-nothing-after = There is nothing after this “|”. Write a filter there, such as “grep WORD”, or take the “|” away.
shell-redirect-nowhere = “{ $op }” wants the name of a file after it.
shell-redirect-alone = A command is missing here.
shell-redirect-early = Output that goes into a file never reaches the next “|”. Move the redirection to the end of the line.
shell-redirect-order = “2>&1” stands before “>”, so errors would stay on the screen. Write “> FILE 2>&1” for both to go into the file, or leave “2>&1” out.
shell-redirect-other = This redirection is not done here. What works: > FILE, >> FILE, 2> FILE, 2>/dev/null, 2>&1.
shell-redirect-filter-err = Errors of a filter cannot go into { $path } here; leave “2>” out.
shell-pasted-prompt = “{ $sign }” is the sign of a prompt, shown before a command and never typed. Leave it out.
shell-sudo = “{ $name }” is not needed: this program talks to the engine itself. Begin with “docker”.
shell-wrapper = “{ $name }” is not done here. Begin with “docker”.
shell-exit = To leave, press Ctrl-D on the empty line, or type /quit.
shell-help = Type /help for what can be done here, or “docker --help” for docker's commands.
shell-other-engine = Write “docker” instead of “{ $name }”: the commands are the same, and they run on the engine you see above, whichever it is.
shell-compose = “{ $name }” cannot be run here; the lessons use “docker” alone.
shell-editor = “{ $name }” cannot be run here. Open the file with “edit FILE”; it uses the editor in EDITOR or VISUAL, or else a built-in one.
shell-inside = “{ $name }” would run on the host, and this prompt does not start programs there. To ask from inside a container: docker exec -it CONTAINER { $name } …
shell-keyword = “{ $name }” belongs to a shell's own language, which this prompt does not have. Inside a container: docker exec CONTAINER sh -c '…'
shell-filter-first = “{ $name }” reads the output of another command. Put it after one: docker ps | { $name } …
shell-assignment = Variables are not set here ({ $name }). For a variable in the container: docker run -e NAME=VALUE …
shell-unknown = “{ $name }” is no command of this prompt. It knows docker, and { $commands }. /help shows everything.
shell-unknown-near = “{ $name }” is no command of this prompt. Did you mean “{ $near }”?
shell-missing-docker = “{ $name }” is a command of docker's. Write “docker { $name }”.
shell-unknown-filter = “{ $name }” cannot stand after a “|” here. What can: { $filters }.
shell-unknown-filter-near = “{ $name }” cannot stand after a “|” here. Did you mean “{ $near }”?
shell-edit-nothing = Write a file's name after “edit”. “ls” lists what is there.
shell-edit-piped = “edit” takes the whole screen, so “|” and “>” cannot be used with it.
shell-builtin-flag = “{ $name }” takes no options here ({ $flag }).
shell-builtin-extra = { $most ->
    [0] “{ $name }” takes nothing after it here.
   *[other] “{ $name }” takes one name here.
}
shell-docker-absent = docker has “{ $command }”; this prompt does not have it yet. It works in a terminal of your own.
shell-docker-flag-absent = “{ $verb }” has { $flag } in docker; this prompt does not carry it out. Leave it out, or use a terminal of your own.
shell-docker-global-absent = docker has { $flag }, to choose another engine or how to reach it. This program chooses when it starts: set DOCKER_HOST or DOCKER_CONTEXT, and start it again.

## en: the filters after a “|”

shell-filter-option = “{ $name }” here does not have { $option }. It has: { $options }.
shell-filter-option-value = { $option } of “{ $name }” wants a value after it.
shell-filter-number = “{ $value }” is no number. “{ $name }” wants one here, as in “-n 5”.
shell-filter-file = “{ $name }” here reads only what comes through the “|”, no files ({ $file }). Write “cat { $file } | { $name } …” instead.
shell-filter-list = “{ $list }” is no list of positions. Write numbers from 1 on, as in “1”, “2,4”, “3-5” or “2-”.
shell-filter-long-line = “{ $name }”: a line was longer than { $bytes } bytes; only its beginning was looked at.
shell-filter-too-much = “{ $name }” cannot hold more than { $bytes } bytes here; part of the output is missing.
shell-grep-pattern = “grep” wants to know what to look for: grep WORD
shell-grep-bracket = A “[” in “{ $pattern }” is never closed. Add the “]”, or write “\[” for the sign itself (or use grep -F).
shell-grep-group = The brackets of “{ $pattern }” do not match. Add the missing one, or use grep -F to look for the text as it is.
shell-grep-interval = A repetition in “{ $pattern }” is not right: it is written {"{"}2{"}"}, {"{"}2,{"}"} or {"{"}2,5{"}"}, up to 1000.
shell-grep-range = A range in “{ $pattern }” ends before it begins, as [z-a] does.
shell-grep-class = “{ $class }” is no class of characters. Classes are written as [[:digit:]], [[:alpha:]], [[:space:]], …
shell-grep-back-reference = “{ $pattern }” refers back to a group (\1). This grep does not do that.
shell-grep-backslash = “{ $pattern }” ends in a “\”. Take it away, or double it.
shell-grep-too-big = “{ $pattern }” is too large a pattern for this grep.
shell-cut-what = “cut” wants to know which part: -f FIELDS (with -d SIGN) or -c CHARACTERS.
shell-cut-one = “cut” takes one of -f, -c and -b, not two.
shell-cut-delimiter = -d of “cut” takes one character, and goes with -f.
shell-sort-separator = -t of “sort” takes one character, and only one of them.
shell-sort-key = “{ $key }” is no sort key. Write -k2 for from the second field on, -k2,2 for that field alone, -k2,2n for it as a number.
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
shell-tr-class = “{ $class }” is no class that “tr” knows: [:digit:], [:alpha:], [:upper:], [:lower:], [:space:], …

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
shell-about-it = Give the container a terminal and keep standard input open: -i and -t
shell-about-running = runs
shell-about-stopped = does not run

## en: curl and open

shell-curl-one = Here “curl” takes one address at a time.
shell-curl-scheme = Here “curl” speaks http alone, to your own containers. Write the address as http://127.0.0.1:PORT/
shell-curl-user = An address with a user or a password in it is not taken here. Write it as http://127.0.0.1:PORT/
shell-curl-flag = “curl” has no { $flag } here. It has -s -S -i -I -f -L -v -o -w -m -H and --connect-timeout. To use more of it, run curl in a container or in a shell of your own.
shell-open-missing = Name the page to open: open http://127.0.0.1:PORT/
shell-open-where = “open” shows pages of your own machine only, and { $url } is none. Write it as http://127.0.0.1:PORT/
