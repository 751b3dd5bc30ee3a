## Slash commands

app-command-next = Go to the next step
app-command-back = Go back one step
app-command-goto = Go to any step (alone: choose from the list)
app-command-hint = Show one more hint
app-command-solve = Run the rest of this step for me: the answer
app-command-predict = Answer the question before the command runs
app-command-check = Check this step again
app-command-why = Show everything that keeps this step from passing
app-command-reset = Undo what was made in this lesson and start it over
app-command-catchup = Make the engine right for this step (or another one): play the steps before it
app-command-jump = Go to any step, with the engine as it is where the step begins
app-command-notes = Show the instructor’s notes
app-command-blank = Show nothing until a key is pressed
app-command-point = Point at a line of a pane
app-command-projector = One pane at a time with air around it, for a projector
app-command-lessons = Back to the list of lessons
app-command-lang = Switch the language: English, Japanese
app-command-theme = Choose other colours
app-command-text = Read the text of this step from its beginning
app-command-network = See the networks and containers, and who reaches whom; all of them, the lesson’s own, or those with a word
app-command-fold = Fold and unfold the network pane with keys
app-command-pane = Move to the next pane
app-command-zoom = Show the pane full screen, or shrink it again
app-command-find = Search the focused pane for a word (alone: the last one again)
app-command-clear = Clear the output
app-command-copy = Copy the next command (or the output) to the clipboard
app-command-select = Select text in the pane with the keyboard, to copy it
app-command-mouse = Use the mouse here, or leave it to the terminal for selecting text
app-command-detach = Stop watching the running command; it continues to run
app-command-report = Write a report of what you did (as HTML; FILE.md as Markdown)
app-command-shot = Save a screenshot: the screen as a picture (SVG)
app-command-record = Record the session, or stop the recording
app-command-word = Explain a word (alone: list all words)
app-command-links = Follow a link of the text
app-command-help = Keys and commands
app-command-quit = Leave netdojo

## Other words that commands are found by in the palette

app-words-next = skip forward continue
app-words-back = previous return before
app-words-goto = jump menu choose
app-words-hint = tip clue stuck
app-words-solve = answer solution automatic
app-words-predict = guess quiz question
app-words-check = verify test judge
app-words-why = reason wrong failed error
app-words-reset = restart start over begin again clean up remove
app-words-catchup = prepare repair late state
app-words-lessons = menu list course overview other
app-words-lang = english japanese translate
app-words-theme = dark light contrast scheme color
app-words-clear = empty clean
app-words-copy = clipboard
app-words-detach = background keep running
app-words-report = summary export save results log
app-words-shot = image capture
app-words-record = video film movie asciicast
app-words-word = glossary term meaning dictionary
app-words-help = keys usage manual shortcuts
app-words-quit = leave exit close end

## What the verdict line says

app-engine-connecting = Looking for the engine…
app-lesson-opening = Looking at what is on the engine before the lesson begins…
app-lesson-resetting = Removing this lesson’s containers, networks and images…
app-lesson-reset = What the lesson made is gone, and its files are back to their first state. It starts again at the first step.
app-names-free = The names this lesson needs are free now. You can go on.
app-lesson-finished = “{ $title }” is complete. Well done!
app-lesson-left = You have reached the end of “{ $title }”. { $count ->
    [one] One step is
   *[other] { $count } steps are
} still open; Enter takes you to the first of them.
app-lesson-skipped = You have read “{ $title }” to the end. This engine cannot run its commands, but another engine may.
app-first-step = This is the first step. /lessons takes you back to the list.
app-until-interrupt = This continues until you press Ctrl-C.
app-exited = The command ended with exit code { $code }.
app-exited-expected = Exit code { $code }, as this step expects.
app-detached-exec = You left the command. It goes on inside the container until it ends by itself, or the container stops.
app-detached-goes-on = You have left the command, but what it started continues to run in the container. To end it, stop the container: docker ps shows its name, and docker stop stops it.
app-detached-stopped = Stopped before its end. Run the line again to start over.
app-detached = You have left the command.
app-line-lost = The connection to the engine broke while the command ran. What the command did before that is still there. Run it again when the engine is back.
app-busy = A command is running. Ctrl-C on the empty prompt stops it or leaves it; then Enter works again.
app-busy-left = A command is running. Ctrl-] returns to it, Ctrl-C on the empty prompt interrupts it.
app-busy-shell = Still running: Ctrl-] returns to it (exit ends it), /detach leaves it running.
app-detached-keys = Your keys go to the prompt again, and the command continues. Ctrl-] returns to it, Ctrl-C interrupts it.
app-detached-shell = Back at the prompt. Ctrl-] returns (exit ends it), /detach leaves it running.
app-waiting-values = This command needs a value that the engine has not given yet ({ $names }). The value appears when its container is running.
app-judging = Checking this step…
app-trying = Trying to reach { $to } from { $from }, for up to { $seconds } s.
app-confirm-paste = { $kilobytes } KB ({ $lines } lines) are about to be pasted into the container. Enter sends them, any other key drops them.
app-paste-dropped = Nothing was pasted.
app-paste-too-large = This paste is too large ({ $kilobytes } KB; at most { $most } KB go into a container). Nothing was sent.
app-folded = Full-width characters were read as half-width ones.
app-pasted = You pasted { $count } commands. None of them runs by itself: each one waits here for Enter. Ctrl-C removes them.
app-pasted-cut = Only a part was pasted: the prompt takes at most { $kilobytes } KB and { $lines } commands at a time. Each waits here for Enter; Ctrl-C removes them.
app-quote-open = The quote { $quote } is still open, so the line continues in the next row. Close it, or press Enter on an empty row to end the line as it is.
app-report-written = The report is in { $path }.
app-shot-written = The picture of the screen is in { $path }.
app-recording = Recording to { $path }. Everything on the screen is recorded, also what you type at the prompt. /record stops it.
app-recorded = The recording is in { $path }.
app-no-such-lesson = There is no such lesson. Choose a number from 1 to { $count }.
app-no-such-command-but = There is no command /{ $name }. Did you mean /{ $meant }?
app-no-such-command = There is no command /{ $name }. /help lists them all.
app-no-such-language = There is no language “{ $name }”. Available languages: { $known }.
app-no-such-theme = There is no colour scheme “{ $name }”. Available: { $known }.
app-theme = Colours: { $about }
app-theme-auto = As suits the terminal
app-theme-dark = Light text on a dark background
app-theme-light = Dark text on a light background
app-theme-contrast = High contrast: white and bright colours on black
app-theme-sixteen = The terminal’s own 16 colours
app-theme-none = No colours
app-only-in-lesson = /{ $name } works only inside a lesson. Open one with Enter.
app-no-argument = /{ $name } takes nothing after its name.
app-only-on-screen = /{ $name } works only on the full screen.
app-hint = Hint { $number } of { $count } is now in the lesson.
app-no-hints = This step has no hints. /solve runs it for you.
app-no-more-hints = Those were all the hints. /solve runs the step for you.
app-predict-fixed = Something of the answer has been seen already, so your prediction stays as it is. You get the answer when all commands below the question have run.
app-predict-nothing = No question is waiting for an answer.
app-predict-which = Choose an answer: 1–{ $last }, or /predict and the number.
app-predict-first = What do you expect? Predict with 1–{ $last } first. Enter again runs the command anyway.
app-answer-first = There is a question to answer: 1–{ $last }. Press Enter again to continue without an answer.
app-predicted = Your prediction is { $number }. Now see what happens: Enter runs the command.
app-no-glossary = These lessons have no glossary.
app-no-such-word = The glossary has no “{ $word }”. /word lists what it explains.
app-word-id = { $id }
app-nothing-to-solve = There is nothing left to run in this step.
app-nothing-to-check = There is nothing to check in this step; it is for reading.
app-confirm-reset = This removes the containers, networks and images that this lesson made and puts its files back. Enter does it, anything else keeps them.
app-confirm-quit = A command is still running. Press Enter or Ctrl-D to leave netdojo anyway; the containers stay as they are.
app-how-to-leave = Ctrl-D or /quit leaves netdojo.
app-copied-command = The command is in the clipboard.
app-copied-characters = { $count ->
    [one] One character was
   *[other] { $count } characters were
} sent to the clipboard.
app-copied-lines = { $lines } lines ({ $count } characters) were sent to the clipboard.
app-copied-output = The output is in the clipboard.
app-nothing-to-copy = There is nothing to copy.
app-mouse-on = The wheel scrolls and a click chooses a pane.
app-mouse-off = The mouse belongs to your terminal again: drag to select text. /mouse takes it back.
app-nothing-runs = No command is running.
app-edit-only-in-lesson = “edit” changes a lesson's files. Open a lesson with Enter first.
app-solve-stopped = /solve stopped, because this command failed. Something that you made may be in the way: /catchup brings you to the beginning of this step, and then /solve works.
app-edit-open = { $path } is not yet what this step asks for. /check says what is missing, /hint helps.
app-edit-anew = “{ $path }” was written as the lesson has it, since the edit did not fit into it. Your own version is kept as { $kept }.
app-edit-saved = { $path } is saved.
app-edit-how-to-leave = Ctrl-Q or Esc leaves the editor; Ctrl-S saves.

## What an engine's refusal means

app-refusal-no-container = There is no container called { $name }. docker ps -a lists the names. If an earlier step creates it, /catchup makes everything that this step needs.
app-refusal-link-stopped = The target of the link, { $name }, is not running. Start it with docker start { $name }. The container that you just created is still there, but it was not started: remove it with docker rm, then try again.
app-refusal-no-network = There is no network called { $name }. docker network ls lists the names. If an earlier step creates it, /catchup makes everything that this step needs.
app-refusal-no-network-created = There is no network called { $name }. docker network ls lists the names. The container that you just created is still there, but it was not started (docker ps -a).
app-refusal-unknown-near = docker does not know “{ $word }”. Did you mean “{ $near }”?
app-refusal-no-container-near = There is no container called { $name }. Did you mean { $near }?
app-refusal-no-network-near = There is no network called { $name }. Did you mean { $near }?
app-refusal-no-network-created-near = There is no network called { $name }. Did you mean { $near }? The container that you just created is still there, but it was not started (docker ps -a).
app-refusal-no-object-near = There is nothing called { $name }. Did you mean { $near }?
app-refusal-swapped = It is the other way round: the network comes first, then the container: docker network { $verb } { $network } { $container }
app-refusal-lowercase = Names of images have small letters only: { $name }.
app-refusal-no-folder = There is no folder { $path } here. ls lists what there is, and pwd says where you are.
app-refusal-no-program = There is no command “{ $command }” in the container. Check the spelling, and whether the image has that command.
app-refusal-stopped = The container is not running. docker ps -a shows its state; docker start and its name start it.
app-refusal-name-taken = A container called { $name } already exists (docker ps -a). If you do not need it, remove it with docker rm -f { $name }. Otherwise choose another name.
app-refusal-port-taken = Another program or container already uses that port. Choose another number on the left side of -p. The container that you just created is still there, but it was not started (docker ps -a).
app-refusal-still-running = The engine refused this because the container is running. Stop it first with docker stop, or remove it by force with docker rm -f.
app-refusal-no-image = The registry has no such image. Check the name and the tag. docker images lists the images on this engine.
app-refusal-no-image-near = There is no image called { $name }. Did you mean { $near }?
app-refusal-image-unreachable-near = This engine does not have { $name }, and it cannot reach a registry to download it. It has { $near }: did you mean that?
app-refusal-image-unreachable = This engine does not have { $image }, and it cannot reach a registry to download it. If the name is right, check the network or the proxy settings. docker images lists the images on this engine.
app-refusal-registry-unreachable = The engine cannot reach the registry, so it downloaded nothing. Check the network or the proxy settings. docker images lists the images on this engine.

## /find, /goto, /links

app-find-what = Type what to look for: /find WORD. Then n and N go to the next and the previous match.
app-find-nothing = “{ $word }” is not in this pane. F3 goes to the next pane, where /find without a word looks for it again.
app-find-nothing-here = “{ $word }” is not in the output.
app-find-nowhere = There is nothing to search here yet. Open a lesson or run a command first.
app-find-around = The search continues from the other end.
app-step-done = step { $number }, done
app-step-open = step { $number }
app-no-links = This text has no links.
app-link-copied = netdojo goes nowhere outside this machine, so the address was copied for your browser: { $url }

## The engine is brought to where a step begins

app-bringing = netdojo is preparing the engine for this step. You can read meanwhile; Ctrl-C stops it.
app-bringing-removing = Removing what this lesson had made…
app-bringing-working = { $done }/{ $count } · step { $step } · { $line }
app-bringing-waiting = Waiting until netdojo can reach what step { $step } made…
app-bringing-stopping = Stopping…
app-bringing-stopped = Stopped. The engine is in the middle of step { $step }, which is open now. /catchup makes it right for the beginning of a step.
app-bringing-stopped-before = Stopped. Nothing on the engine was changed.
app-bringing-stopped-early = Stopped before any step was played. Some of what this lesson had made may be gone. /catchup makes the engine right for the step you are at.
app-brought = The engine is now as it is at the beginning of step { $step }.
app-confirm-catchup = Your containers and networks of this lesson will be removed, and the steps before step { $step } played for you. Files that you changed are kept in a folder beside the lesson’s. Enter does it, any other key does not.
app-no-such-step = There is no step “{ $step }”. Give a number from 1 to { $count }, or a step’s id.
app-only-teaching = /{ $name } is for instructors: start the program with netdojo teach.
