# What is wrong with a lesson, said to its author: problem, then `-help` with what to do.

## Files
lesson-no-key = The answer key lesson.toml is missing
lesson-no-key-help = Add a lesson.toml with at least format, images and minutes.
lesson-no-prose = The lesson has no prose
lesson-no-prose-help = Add a file for each language, such as ja.md and en.md.
lesson-not-utf8 = The file is not UTF-8 from here on
lesson-not-utf8-help = Save it as UTF-8.
lesson-file-unknown = This file belongs to no part of a lesson
lesson-file-unknown-help = A lesson holds lesson.toml, one LANGUAGE.md per language, and its files below workspace/.
lesson-no-course = course.toml is missing, so lessons come in the order of their names
lesson-no-course-help = Add a course.toml with format = 1 and lessons = ["…"].
lesson-course-twice = The lesson “{ $id }” is listed twice
lesson-course-twice-help = Keep one of the two.
lesson-course-no-folder = There is no folder for the lesson “{ $id }”
lesson-course-no-folder-help = Add { $id }/lesson.toml and its prose, or take it off the list.
lesson-course-unlisted = The lesson “{ $id }” is not in the course
lesson-course-unlisted-help = Add it to lessons in course.toml, or learners will not see it.
lesson-language-missing = The lesson has no { $lang }.md
lesson-language-missing-help = Translate the prose; commands and expected output stay as they are.

## The answer key
lesson-toml = This is not TOML: { $message }
lesson-toml-help = Fix the line at the mark.
lesson-format = The lesson has format { $format }, which this netdojo does not know
lesson-format-help = Use a newer netdojo, or write the lesson in format 1.
lesson-key-missing = “{ $key }” is missing here
lesson-key-missing-help = Add { $key } = …
lesson-key-unknown = There is no key “{ $key }” here
lesson-key-unknown-help = Known here: { $known }.
lesson-known-help = Known: { $known }.
lesson-key-type = A value of another kind is needed here
lesson-key-type-text = Write a text between quotes that is not empty.
lesson-key-type-texts = Write a list of texts: ["…", "…"].
lesson-key-type-number = Write a whole number without quotes.
lesson-key-type-truth = Write true or false.
lesson-key-type-table = Write a table: a [section], or { "{" } name = … { "}" }.
lesson-key-type-tables = Write sections with two brackets: [[step.ID.goal]].
lesson-key-range = { $number } is out of range
lesson-key-range-help = Write a number from { $least } to { $most }.
lesson-name = “{ $name }” cannot be a name
lesson-name-help = Use ASCII letters, digits, - and _.
lesson-need-unknown = “{ $need }” is not a known need
lesson-port-twice = Port { $port } has two names
lesson-port-twice-help = Give each port one name.
lesson-value-source = “{ $source }” says nothing that can be read from the engine
lesson-value-source-help = Write "ip CONTAINER NETWORK", "gateway NETWORK", "subnet NETWORK" or "id CONTAINER".
lesson-goal-subject = A goal is about one container, network, image or file
lesson-goal-subject-help = Write exactly one of container = …, network = …, image = …, file = …
lesson-goal-absent = A goal that something is absent says nothing else of it
lesson-goal-absent-help = Take out the other keys, or absent.
lesson-goal-lacks = What the file must contain holds what it must not contain
lesson-goal-lacks-help = Fix contains or lacks: as they are, no file can meet this goal.
lesson-state-unknown = There is no state “{ $state }”
lesson-path-outside = “{ $path }” is not in the workspace
lesson-path-outside-help = Write a path below workspace/, without .. and without a leading /.
lesson-expect-unknown = “{ $expect }” is not an outcome
lesson-expect-help = Known: { $known }, or an HTTP status such as 200.
lesson-within = “{ $within }” is not a length of time
lesson-within-help = Write a number with ms, s or m, such as "30s"; ten minutes at most.
lesson-reach-scheme = “{ $to }” cannot be tried
lesson-reach-scheme-help = Write a name (ping), name:port (TCP) or a URL that begins with http://
lesson-reach-not-url = A status or a body needs a URL, and “{ $to }” is none
lesson-reach-by = “by” needs expect = "reply": only an answer comes from somebody
lesson-reach-by-help = Remove “by”, or expect a reply.
lesson-reach-not-url-help = Write http://NAME:PORT/PATH, or expect = "reply" without body.
lesson-reach-to = “{ $to }” is neither a name nor name:port
lesson-reach-to-help = Write a name (ping), name:port (TCP) or a URL that begins with http://
lesson-step-unknown = The prose has no step “{ $id }”
lesson-step-unknown-help = Steps of the prose: { $known }.
lesson-task-unknown = There is no command { $task } in this step
lesson-task-unknown-help = Commands are counted from 1, over all console blocks of the step.

## The prose
lesson-title-missing = The lesson's heading is missing
lesson-title-missing-help = Begin the file with one line “# Title”.
lesson-title-late = There is something above the lesson's heading
lesson-title-second = This is a second heading with one #
lesson-title-second-help = Steps have ##, headings within a step ###.
lesson-heading-inside = A heading with # or ## is not allowed in a list or a quotation
lesson-heading-inside-help = Move it to the left margin, or use ###.
lesson-no-steps = The lesson has no steps
lesson-no-steps-help = Each section that begins with ## is a step.
lesson-step-id-missing = The step has no id
lesson-step-id-missing-help = Write <!-- step: some-id --> on the line below the heading. It never changes later.
lesson-step-id = “{ $id }” cannot be a step's id
lesson-step-id-help = Use lower-case letters, digits and -, beginning with a letter or digit.
lesson-step-id-twice = Another step has the id “{ $id }” already
lesson-step-id-twice-help = Give each step its own id.
lesson-step-misplaced = A step's id belongs on the line below its heading
lesson-step-misplaced-help = Move the comment below a heading with ##, or take it out.
lesson-html = HTML is not shown: { $html }
lesson-html-help = Use Markdown. For a placeholder, write it as code: `<name>`.
lesson-html-comment-help = Put a comment on lines of its own, with nothing after its -->.
lesson-picture = Pictures are not shown
lesson-picture-help = Say it in words, or draw it in a code block.
lesson-too-deep = Blocks are nested too deep here
lesson-too-deep-help = Use fewer levels of lists and quotations.
lesson-alert-unknown = There is no alert { $alert }
lesson-alert-unknown-help = Known: [!TIP], [!NOTE], [!IMPORTANT], [!WARNING], [!CAUTION].
lesson-console-misplaced = Commands to run are not allowed here
lesson-console-misplaced-help = Put them in a step, and not in a quotation or an alert. To show a line only, use ```sh.
lesson-edit-misplaced = An edit is not allowed here
lesson-console-empty = The console block has no command
lesson-console-empty-help = Begin commands with “$ ”. To show text only, use a block without “console”.
lesson-output-before-command = This comes before the first command
lesson-output-before-command-help = Begin commands with “$ ”; a comment belongs directly above its command.
lesson-command-empty = There is no command after the $
lesson-command-empty-help = Write the command, or take the line out. Where it is output, write \$.
lesson-continued-nothing = The command goes on, and nothing follows
lesson-continued-nothing-help = Take out the \, or add the next line.
lesson-continued-prompt = The command above goes on here, and this looks like another one
lesson-continued-prompt-help = Take out the \ at the end of the line above.
lesson-continued-quotes = A command cannot go on to the next line within quotes
lesson-continued-quotes-help = Break the line outside of the quotes.
lesson-second-interrupt = The interrupt is sent once
lesson-second-interrupt-help = Keep one ^C; where it is output, write \^C.
lesson-exit-not-last = There is output after the exit code
lesson-exit-not-last-help = Put it on the last line of the output; where it is output, write \?.
lesson-exit-range = { $code } is not an exit code
lesson-exit-range-help = Write a number from 0 to 255.
lesson-value-unknown = The key has no value “{ $name }”
lesson-value-kind = The value “{ $name }” cannot be written as [{ $kind }:…]
lesson-value-unknown-help = Say in lesson.toml, under [values], where { $name } comes from: ip, gateway and subnet are written as [IP:…], id as [ID:…].

## Questions and challenges
lesson-fence-word = “{ $word }” says nothing here
lesson-fence-word-help = Allowed after console: solution; after diff: path=… and solution.
lesson-question-misplaced = A question is not allowed here
lesson-question-misplaced-help = A question is a task list at the left margin of a step, with nothing to do in its items. A list without [x] is a plain checklist anywhere.
lesson-question-two-right = A second answer is ticked
lesson-question-two-right-help = Tick the one that is right with [x], the others with [ ].
lesson-question-count = A question has 2 to 9 answers, not { $count }
lesson-question-count-help = Each answer has a key of its own, 1 to 9.
lesson-question-no-box = This answer has no box
lesson-question-no-box-help = Begin each answer with - [ ], and the right one with - [x].
lesson-question-no-text = The answer says nothing
lesson-question-no-text-help = Begin it with a line of text; the reason comes below, indented.
lesson-question-unasked = Nothing asks above these answers
lesson-question-unasked-help = Put the paragraph that asks directly above. Where no question is meant, use [ ] throughout.
lesson-question-two = There is a second question before the same console block
lesson-question-two-help = Each console block answers one question. Put a console block between them, or take one out.
lesson-solution-mixed = Solutions and other commands are mixed in one step
lesson-solution-mixed-help = Write solution after console and diff in all blocks of the step, or in none.
lesson-looks-nothing = A step that only looks has nothing to show it: it needs commands of its own
lesson-looks-nothing-help = Add a console block to the step, or remove looks.
lesson-challenge-no-goals = Nothing decides whether this challenge is met
lesson-challenge-no-goals-help = Add a [[step.{ $id }.goal]] or a [[step.{ $id }.reach]] to lesson.toml.

## The glossary
lesson-no-words = The glossary has no words
lesson-no-words-help = Each section that begins with ## is a word.
lesson-word-file-help = The glossary holds one LANGUAGE.md per language.
lesson-word-id = “{ $id }” cannot be a word's id
lesson-word-id-missing = The word has no id
lesson-word-id-missing-help = Write <!-- word: some-id --> on the line below the heading, the same in every language.
lesson-word-id-twice = Another word has the id “{ $id }” already
lesson-word-id-twice-help = Give each word its own id.
lesson-word-empty = “{ $term }” is not explained
lesson-word-empty-help = Add one or two short paragraphs.
lesson-word-misplaced = A word's id belongs on the line below its heading, in the glossary
lesson-word-misplaced-help = Move the comment below a heading with ## in the glossary, or take it out.
lesson-word-missing = The word “{ $id }” is missing
lesson-word-more = Only this language has the word “{ $id }”
lesson-word-order = The word “{ $id }” is where “{ $wanted }” should be
lesson-word-differs-help = Compare { $first }, line { $line }, with { $other }: ids and their order are the same in every language.
lesson-word-link-dead = The link { $link } leads to no word
lesson-word-link-language = The link leads to the glossary in another language: { $lang }
lesson-word-link-help = Write { $right }.
lesson-word-like-help = Did you mean { $known }?
lesson-word-unknown-help = Add the word “{ $id }” to the glossary, or link to one that is there: { $known }.

## Languages in step
lesson-differs-help = Compare { $first }, line { $line }, with { $other }: commands, output, edits, ids and kinds of blocks are the same in every language.
lesson-differs-step-missing = The step “{ $id }” is missing
lesson-differs-step-more = Only this language has the step “{ $id }”
lesson-differs-order = The step “{ $id }” is where “{ $wanted }” should be
lesson-differs-command = The command differs; elsewhere it is: { $wanted }
lesson-differs-command-more = Only this language has this command
lesson-differs-command-missing = A command is missing: { $wanted }
lesson-differs-output = The expected output differs; elsewhere it is: { $wanted }
lesson-differs-output-more = Only this language expects this output
lesson-differs-exit = The exit code differs: { $found }, elsewhere { $wanted }
lesson-differs-edit = The edit differs from that of { $wanted } elsewhere
lesson-differs-edit-more = Only this language has this edit
lesson-differs-edit-missing = An edit is missing: { $wanted }
lesson-differs-solution = Only one of the languages calls this block a solution
lesson-differs-options = The question has { $found } answers, elsewhere { $wanted }
lesson-differs-right = Answer { $found } is ticked, elsewhere answer { $wanted }
lesson-differs-block = Here is { $found }, elsewhere { $wanted }
lesson-differs-block-missing = After this, { $wanted } is missing
lesson-differs-block-more = Only this language has { $found } here

## What lint finds besides
lesson-emphasis-open = { $sign } is shown as text: this emphasis does not open or close
lesson-emphasis-open-help = Beside brackets and Japanese letters, move the signs inside the brackets or put a space outside them. For the sign itself, write { $escaped }.
lesson-tab = There is a tab here
lesson-tab-help = Use spaces: a tab is as wide as each terminal likes.
lesson-wildcard-unknown = “{ $wildcard }” is no wildcard
lesson-wildcard-unknown-help = Known: { $known }, and [..] for any text. If the brackets are output, write \[.
lesson-value-unused = Nothing uses the value “{ $name }”
lesson-value-unused-help = Write [IP:{ $name }] (or [ID:{ $name }]) in the prose, or take it out of the key.
lesson-port-unused = Nothing uses port { $port }
lesson-port-unused-help = Write it in a command or a URL, or take it out of the key.
lesson-image-unlisted = The image “{ $image }” is used and not listed
lesson-image-unlisted-help = Add it to images in lesson.toml, so that it is there before the lesson starts.
lesson-command-refused = This line cannot be run: { $reason }
lesson-command-refused-help = Every line must run in netdojo as it does in a shell.
lesson-edit-fails = The edit does not apply: { $reason }
lesson-edit-fails-help = Compare the block with the file as it is at that point, after all edits before.
lesson-edit-no-file = There is no { $path } in the workspace
lesson-edit-binary = { $path } is not a text
lesson-edit-empty = The block changes nothing
lesson-edit-no-match = No lines in { $path } are as line { $line } of the block and those after it say
lesson-edit-bad-line = Line { $line } of the block begins with none of space, -, +, @@
lesson-edit-as-command = “edit” cannot be a command of a lesson
lesson-edit-as-command-help = Write the edit as a block that begins with ```diff path=FILE, so that verify and /solve can make it.
lesson-need-unsaid = This line needs “{ $need }”, and the lesson does not say so
lesson-need-unsaid-help = Add it to needs in lesson.toml, so that engines without it are told beforehand.
lesson-container-unnamed = The step “{ $id }” asks about “{ $name }”, which no command names
lesson-container-unknown = A value is read from “{ $name }”, which no command names
lesson-container-unnamed-help = Compare the name with those in the commands.
lesson-help = help:
