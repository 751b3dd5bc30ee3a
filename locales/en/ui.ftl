## Header and engine

ui-language = English
ui-recording = REC
ui-lessons = Lessons
ui-step = Step { $number }/{ $count }
ui-engine-connecting = Connecting to the engine…
ui-engine-lost = { $engine } lost
ui-engine-absent = no engine
ui-separator = {", "}
ui-too-small = This terminal is too small: netdojo needs at least { $columns } columns and { $rows } rows (it has { $width } × { $height }). Please make it larger.

## Start screen

ui-start-tagline = Learn how containers talk to each other, by doing it.
ui-start-minutes = about { $minutes } min
ui-start-steps = { $done }/{ $count }
ui-start-next = Next step: { $title }
ui-start-finished = Finished. You can go through it again at any time.
ui-start-images = Images still missing: { $images } (get one with docker pull { $first })
ui-start-broken = The lesson “{ $lesson }” cannot be read (problems: { $count }). See netdojo lint for what is wrong.
ui-start-engine = { $engine } (API { $api })  { $endpoint }

## Panes

ui-pane-lesson = Lesson
ui-pane-network = Network
ui-pane-output = Output
ui-pane-check = Check
ui-rows-more = PgDn: read on
ui-rows = rows { $first }–{ $last } of { $count }
ui-find-word = “{ $word }” { $number }/{ $count }  n N: go on  Esc: end
ui-find-keys = { $number }/{ $count }  n N  Esc
ui-find-number = { $number }/{ $count }
ui-output-attached = Ctrl-] returns to the prompt

## Text

ui-lesson-more-hints = { $shown ->
    [0] { $count ->
        [one] There is one hint: /hint shows it.
       *[other] There are { $count } hints: /hint shows one at a time.
    }
   *[other] { $count ->
        [one] There is one more hint: /hint shows it.
       *[other] There are { $count } more hints: /hint shows one at a time.
    }
}
ui-alert-tip = Hint
ui-alert-note = Explanation
ui-alert-important = Important
ui-alert-warning = Warning
ui-alert-caution = Caution

## Questions and challenges

ui-question-open = What do you expect? Press 1–{ $last }.
ui-question-chosen = Your prediction: { $number }. 1–{ $last } changes it until the answer is known.
ui-question-kept = Your prediction: { $number }.
ui-question-none = You made no prediction
ui-question-well = Your prediction was right
ui-question-otherwise = Your prediction: it came out differently
ui-question-happened = What happened
ui-question-kind = Good: you will remember what surprised you.
ui-challenge-judged = Do it your way: only the result counts.
ui-challenge-goals = What must hold:
ui-challenge-hidden = The commands are yours to find. /hint helps, /solve runs one solution.
ui-challenge-solution = One way to do it:

## Glossary

ui-word-title = Glossary
ui-word-list = Type /word and one of these to see its explanation; Tab completes it.
ui-word-untold = This word has no explanation in your language.

## Network

ui-network-empty = There are no containers yet.
ui-network-none-of-own = There are no containers of this lesson yet.
ui-network-others = { $count ->
    [one] 1 other container
   *[other] { $count } other containers
}
ui-network-containers = { $count ->
    [one] 1 container
   *[other] { $count } containers
}
ui-network-others-changed = { $count } of them changed
ui-network-unused = Networks without containers: { $networks }
ui-network-ways = Who reaches whom, by which name
ui-network-grid = from ↓  to →
ui-network-grid-named = by name
ui-network-grid-nameless = by address only
ui-network-grid-unknown = not known
ui-network-confirmed = tried for real
ui-network-nameless = no name (by address { $addresses })
ui-network-broken = not reachable
ui-network-same-reason = For the same reason as above.
ui-network-tried-answer = Tried for real, { $to } did answer. The real attempt counts.
ui-network-tried-silence = Tried for real, { $to } did not answer. The real attempt counts.
ui-network-more-ways = { $count } more pairs
ui-network-stale = Below is what there was before the connection was lost.
ui-network-default = default bridge
ui-network-internal = internal
ui-network-no-icc = containers cannot talk
ui-network-apart = Containers without a network of their own
ui-network-shares = shares the network of { $container }
ui-network-aliases = also called: { $names }
ui-network-link = link
ui-network-nowhere = its network { $network } does not exist
ui-network-port = published on the host
ui-state-created = created
ui-state-running = running
ui-state-paused = paused
ui-state-restarting = restarting
ui-state-exited = exited ({ $code })
ui-state-dead = dead
ui-change-new = new
ui-change-gone = gone
ui-change-other = changed

## Check

ui-check-nothing = This step is for reading: there is nothing to check.
ui-network-guarded = Shown when the commands that answer the question have run.
ui-check-guarded = The expected result is shown after you have run the command.
ui-check-expected = Expected output
ui-check-actual = Actual output
ui-check-exit = The exit code differs (expected { $expected }, got { $actual })
ui-check-not-judged = Different output is only shown; the conditions above decide.
ui-goal = { $subject }: { $facts }
ui-goal-container = container { $name }
ui-goal-network = network { $name }
ui-goal-image = image { $name }
ui-goal-file = file { $name }
ui-goal-present = exists
ui-goal-absent = does not exist
ui-goal-created = created, not started
ui-goal-running = running
ui-goal-paused = paused
ui-goal-exited = exited
ui-goal-exit = exit code { $code }
ui-goal-from-image = image { $image }
ui-goal-networks = on { $networks }
ui-goal-only-networks = only on { $networks }
ui-goal-aliases = also called { $aliases }
ui-goal-link = link { $alias } → { $target }
ui-goal-only-publishes = publishes only { $ports }
ui-goal-publishes = publishes { $ports }
ui-goal-contains = contains “{ $text }”
ui-goal-lacks = does not contain “{ $text }”
ui-goal-driver = driver { $driver }
ui-goal-internal = internal
ui-goal-not-internal = not internal
ui-reach = { $from } → { $to }: { $expect }
ui-reach-by = { $reach }, and it is { $name } that answers
ui-reach-body = { $reach } with “{ $text }” in it
ui-reach-host = host
ui-reach-reply = answers
ui-reach-unknown-name = the name is unknown
ui-reach-unreachable = cannot be reached
ui-reach-refused = refuses the connection
ui-reach-reset = resets the connection
ui-reach-status = answers HTTP { $status }

## Verdict line and prompt

ui-verdict-running = Running
ui-verdict-waited = { $seconds } s
ui-progress-all = All
ui-progress-seconds = about { $seconds } s left
ui-progress-minutes = about { $minutes } min left
ui-finished-title = The whole course is complete. Well done!
ui-finished-done = All { $lessons } lessons, { $steps } steps.
ui-finished-predictions = { $right } of your { $answered } predictions were right.
ui-finished-report = /report writes down what you did, with commands, outputs and results, to take home.
ui-finished-again = You can open any lesson again. What you did before stays done.
ui-finished-own = This prompt also works with containers of your own: /network shows who reaches whom.
ui-verdict-preparing = Preparing
ui-verdict-judging = Checking
ui-verdict-not-run = Not run yet
ui-verdict-under-way = In progress
ui-verdict-passed = Passed
ui-verdict-read = Read
ui-verdict-failed = Not passed
ui-verdict-unknown = Unknown
ui-verdict-skipped = Not for this engine
ui-enter-open = Enter: open the lesson
ui-enter-run = Enter: run the command
ui-enter-edit = Enter: edit the file
ui-enter-waiting = Waiting for a value
ui-enter-check = Enter: check again
ui-enter-read = Enter: read, go on
ui-enter-next = Enter: next step
ui-enter-finish = Enter: finish the lesson
ui-enter-running = Ctrl-C: interrupt
ui-enter-leaving = Ctrl-C: leave it running
ui-enter-attached = Ctrl-]: back to the prompt
ui-enter-return = Ctrl-]: return to it
ui-enter-clear = Ctrl-C: clear the prompt
ui-prompt-select = arrows: move  Space: begin  V: line  y: copy  Esc: back
ui-prompt-attached = Keys go to the container (Ctrl-] comes back here)
ui-prompt-search = History:
ui-prompt-search-failed = History (not found):

## Overlays

ui-overlay-close = Esc: close
ui-overlay-scroll = ↑ ↓ PgUp PgDn: scroll   /: find   Esc: close
ui-overlay-links = ↑ ↓: scroll   Tab: links   /: find   Esc: close
ui-list-keys = ↑ ↓ 1 … 9: choose   Enter: go   Esc: close
ui-steps-title = Steps of this lesson
ui-steps-here = (you are here)
ui-themes-title = Colours
ui-links-title = Links
ui-why-title = How this step stands
ui-why-nothing = Nothing keeps this step from passing.
ui-why-passed = The step has passed: nothing is in the way.
ui-why-midway = Everything that must be true is true already. Some of the step's commands are still to run.
ui-why-reading = There is nothing to run in this step: read it and go on.
ui-why-not-run = Nothing has gone wrong: the step's commands are still to run.
ui-palette-title = Commands
ui-palette-keys = ↑ ↓: choose   Enter: run   Esc: close
ui-palette-nothing = No command matches.
ui-help-title = Help
ui-help-keys = Keys
ui-help-commands = Commands (typed at the prompt)
ui-help-shell = Besides docker, the prompt knows cd, ls, cat, curl, edit, echo, open, pwd and clear; output can be piped into grep, head, tail, wc and the like.
ui-help-words = /word explains the underlined words in the lesson; /links lists all its links.
ui-key-enter = Run the greyed command, or the line you typed
ui-key-predict = Answer the question in the lesson, at an empty prompt
ui-key-take = Take the greyed command over for editing
ui-key-complete = Complete commands, flags, container names, …
ui-key-history = Go through the history
ui-key-search = Search the history for older, newer lines
ui-key-palette = Find a command by name
ui-key-interrupt = Clear the prompt; when empty, interrupt or leave what runs
ui-key-detach = Come back from a container’s terminal, or return to it
ui-key-page = Scroll the focused pane page by page
ui-key-scroll = Scroll the focused pane line by line
ui-key-drag = Select a pane’s text and copy it (double click: a word, triple click: a line)
ui-key-find = After /find: the next match, the one before (Esc ends it)
ui-key-functions = Help, language, next pane, zoom, folding the network
ui-key-quit = Leave, at an empty prompt
ui-prompt-find = n N: go on  Esc: end
ui-editor-help = keys
ui-help-line = Editing the line, as in a shell
ui-help-editor = The built-in editor (edit FILE)
ui-key-take-word = Take over one word of it
ui-key-newline = Open one more row (so does Enter after “\”, after “|” and inside quotes)
ui-key-ends = To the beginning, to the end of the line
ui-key-letters = One character back, forward
ui-key-words = One word back, forward
ui-key-cut-line = Cut everything before, behind the cursor
ui-key-cut-word = Cut the word before, behind the cursor
ui-key-put-back = Put back what was cut last; then what was cut before it
ui-key-transpose = Swap two characters, two words
ui-key-case = Make a word upper case, lower case, capitalized
ui-key-last-word = Put in the last word of the line before
ui-key-blanks = Remove the blanks around the cursor
ui-key-undo = Undo
ui-key-redo = Redo
ui-key-revert = Undo all changes to the line
ui-key-rows = One row up, down; then through the history
ui-key-oldest = To the oldest line of the history, back to what you typed
ui-key-editor-save = Save
ui-key-editor-leave = Leave the editor
ui-key-editor-find = Find
ui-key-editor-next = The next match, the one before
ui-key-editor-undo = Undo, redo
ui-key-editor-delete = Delete the rest of the line, the word before the cursor
ui-key-editor-ends = To the beginning, to the end of the file

## en: the built-in editor

ui-editor-save = save
ui-editor-leave = leave
ui-editor-find = find
ui-editor-undo = undo
ui-editor-redo = redo
ui-editor-saving = saving…
ui-editor-new = new file
ui-editor-changed = not saved
ui-editor-unchanged = unchanged
ui-editor-place = line { $line }/{ $count }  col { $column }
ui-editor-search = Find:
ui-editor-not-found = Not found:
ui-editor-search-keys = Enter: next   ↑: previous   Esc: end the search
ui-editor-ask-unsaved = Some changes are not saved.
ui-editor-unsaved-keys = s: save and leave   d: leave without saving   Esc: back
ui-editor-ask-changed = Another program has changed the file since you opened it.
ui-editor-changed-keys = o: overwrite it   r: read it again and lose your changes   Esc: back
