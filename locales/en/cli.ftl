cli-about = A terminal dojo: learn how containers talk to each other, live on your own engine.
    Without a command, the lessons open in the terminal.
cli-after-help = Environment: DOCKER_HOST, DOCKER_CONTEXT, NETDOJO_LANG, NETDOJO_HOME, NETDOJO_LESSONS, NETDOJO_LOG, NO_COLOR.
    Exit codes: 0 success, 1 a check failed, 2 a mistake in the command line, 3 no engine.
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-value-command = COMMAND
cli-run-about = Run one line as at the program's prompt
cli-run-after-help = Example: netdojo run 'docker ps -a | grep alpine'
    The exit code is that of the line.
cli-teach-about = Open the instructor’s view: notes, time against plan, jump to any step
cli-arg-lesson = Id or number of the lesson to begin with
cli-arg-notes = Show the notes alone, following netdojo teach on another terminal
cli-no-such-lesson = There is no lesson “{ $lesson }”.
cli-verify-about = Play lessons on the engine and check every step
cli-report-about = Write down what you did: commands, outputs, verdicts
cli-lint-about = Check a folder of lessons, with file, line and column
cli-doctor-about = Say what netdojo finds on this machine, and what to do about problems
cli-clean-about = Remove what netdojo made on the engine, and nothing else
cli-completions-about = Print the completion script for a shell
cli-arg-lang = The language of the program: ja, en
cli-arg-plain = Print the lessons line by line (for screen readers, simple terminals and pipes)
cli-arg-screen = Use the full screen, also where TERM=dumb
cli-arg-ascii = Draw with ASCII instead of lines, ticks and arrows
cli-arg-line = The line, in quotes
cli-arg-lessons = Ids of lessons; all lessons if you name none
cli-arg-html = Write one HTML file that needs nothing else
cli-arg-md = Write Markdown (the default)
cli-arg-output = Write to this file and replace it if it exists; a name that ends in .html means HTML
cli-arg-record = Record the session to this file (asciicast), with everything that is on the screen, also what you type
cli-arg-told = Ids of lessons; if you name none, all lessons in which you did something
cli-arg-json = Print one JSON document
cli-arg-dir = A folder with course.toml; the built-in lessons if you name none
cli-arg-dry-run = Only list what would be removed
cli-arg-yes = Remove without asking
cli-arg-shell = The shell
cli-arg-help = Show this help
cli-arg-version = Show the version

cli-error-subcommand = There is no command “{ $name }”.
cli-error-extra = “{ $name }” is one word too many. Put words that belong together, such as a docker line, in quotes: netdojo run 'docker ps'.
cli-error-argument = There is no option “{ $name }” here.
cli-error-missing = { $name } is missing.
cli-error-value = “{ $value }” is not a valid value for { $name }.
cli-error-value-missing = { $name } needs a value.
cli-error-conflict = You cannot use { $name } here, or you used it twice.
cli-error-other = netdojo cannot understand this command line ({ $detail }).
cli-error-lang = netdojo does not have the language “{ $lang }”.
cli-error-io = Reading or writing failed: { $detail }
cli-error-no-engine = No container engine answers, so nothing can be run.
    { $detail }
cli-hint-help = “netdojo --help” shows the commands and options.
cli-hint-suggested = Did you mean “{ $name }”?
cli-hint-values = Possible values: { $values }
cli-hint-doctor = “netdojo doctor” says where netdojo looked for an engine and what to do.

cli-lint-folder = The folder “{ $folder }” cannot be read: { $detail }
cli-lint-folder-hint = Give the folder that contains course.toml.
cli-lint-well = Nothing is wrong in { $files } files.
cli-lint-problems = { $problems ->
    [one] One problem found.
   *[other] { $problems } problems found.
}

cli-verify-taken = Not played, and nothing was changed: names or ports that the lesson needs are in use.
cli-verify-lacking = Skipped: this engine cannot do what the lesson needs.
cli-verify-not-run = It was not checked.
cli-verify-timeout = It did not end by itself within { $seconds } s, so netdojo stopped it.
cli-verify-exit = Exit code { $actual } instead of { $expected }.
cli-verify-legend = Expected (-) and printed (+):
cli-verify-summary = Lessons: { $passed } passed, { $failed } failed, { $left } skipped.

cli-teach-plain = netdojo teach needs the full screen: notes and layout have no line-by-line form.
cli-teach-plain-hint = Start it without --plain. If TERM=dumb is not true of your terminal: netdojo --screen teach
cli-start-no-terminal = The lessons need a terminal, but the input or the output of netdojo is not a terminal.
cli-start-no-terminal-hint = Start netdojo directly in a terminal. In scripts, use “netdojo run” and “netdojo verify”.
cli-start-no-lessons = netdojo cannot read any lesson.
cli-start-no-lessons-hint = “netdojo lint” says what is wrong. NETDOJO_LESSONS names the folder with the lessons; without it, netdojo opens the built-in lessons.
cli-verify-broken = The lesson “{ $id }” cannot be read: “netdojo lint” says what is wrong with it.
cli-verify-no-lesson = There is no lesson “{ $id }”.

cli-clean-nothing = netdojo has made nothing on this engine.
cli-clean-these = Made by netdojo, will be removed:
cli-clean-left = Not removed:
cli-clean-item = { $kind } { $name }
cli-clean-container = container
cli-clean-network = network
cli-clean-volume = volume
cli-clean-image = image
cli-clean-outdated = earlier build { $id } of
cli-clean-ask = Remove them?
cli-clean-ask-nobody = netdojo cannot ask without a terminal, so it removed nothing.
cli-clean-ask-nobody-hint = --yes removes them without asking, --dry-run only lists them.
cli-clean-kept = Nothing was removed.
cli-clean-removed = { $kind } { $name } removed
cli-clean-failed = { $kind } { $name } could not be removed. { $reason }

cli-doctor-engine = Engine
cli-doctor-folders = Folders
cli-doctor-lessons = Lessons
cli-doctor-terminal = Terminal
cli-doctor-answers = { $endpoint } ({ $origin }): { $engine }, API { $api }
cli-doctor-refuses = { $endpoint } ({ $origin }): { $reason }
cli-doctor-origin-host = from DOCKER_HOST
cli-doctor-origin-context = from the docker context “{ $name }”
cli-doctor-origin-usual = the usual place
cli-doctor-state = Progress and ledger: { $folder }
cli-doctor-data = Lesson files: { $folder }
cli-doctor-lessons-from = Lessons from { $folder } (NETDOJO_LESSONS)
cli-doctor-lessons-built-in = The built-in lessons
cli-doctor-lesson = { $id }
cli-doctor-broken = { $id }: { $problems ->
    [one] one problem
   *[other] { $problems } problems
}; “netdojo lint” shows them
cli-doctor-image = The image { $image } is missing: docker pull { $image }
cli-doctor-no-terminal = The output is not a terminal, so it was not checked.
cli-doctor-size = { $cols } columns × { $rows } rows
cli-doctor-too-small = The lessons need at least { $cols } × { $rows }. Please make the window larger.
cli-doctor-colours-full = All colours
cli-doctor-colours-16 = 16 colours (COLORTERM=truecolor shows all, if the terminal can)
cli-doctor-colours-none = No colours (NO_COLOR)
cli-doctor-utf8 = UTF-8
cli-doctor-no-utf8 = The locale is not UTF-8, so lines and Japanese may look wrong. Set LANG=C.UTF-8 or LANG=ja_JP.UTF-8.
cli-doctor-no-engine = No engine answers, so no lesson can run. Start Docker (or Podman, Colima, …) or set DOCKER_HOST, then try again.
cli-doctor-todo = You have to do something first: see the lines marked above.
cli-doctor-lacking = This engine cannot run the lessons that have a reason below them; the others are ready. Another engine, such as Docker, may run them all.
cli-doctor-well = Everything is ready. “netdojo” opens the lessons.

