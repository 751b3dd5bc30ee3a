## Slash commands

app-command-next = Go to the next step
app-command-back = Go back one step
app-command-hint = Show one more hint
app-command-solve = Run the rest of this step for me
app-command-check = Check this step again
app-command-why = Show everything that keeps this step from passing
app-command-reset = Remove this lesson’s containers and networks and start it over
app-command-lessons = Back to the list of lessons
app-command-lang = Switch the language
app-command-pane = Move to the next pane
app-command-zoom = Give the pane the whole screen, or shrink it again
app-command-clear = Clear the output
app-command-copy = Copy the next command (or the output) to the clipboard
app-command-mouse = Use the mouse here, or leave it to the terminal for selecting text
app-command-detach = Stop watching the running command; it goes on
app-command-help = Keys and commands
app-command-quit = Leave netdojo

## What the verdict line says

app-engine-connecting = Looking for the engine…
app-lesson-opening = Looking at what is on the engine before the lesson begins…
app-lesson-resetting = Removing this lesson’s containers and networks…
app-lesson-reset = The lesson’s containers and networks are gone. It starts over at the first step.
app-names-free = The names this lesson needs are free now. You can go on.
app-lesson-finished = “{ $title }” is complete. Well done!
app-lesson-left = You have reached the end of “{ $title }”. { $count ->
    [one] One step is
   *[other] { $count } steps are
} still open; Enter takes you to the first of them.
app-lesson-skipped = You have read “{ $title }” to the end. This engine cannot run its commands; another one can.
app-first-step = This is the first step. /lessons takes you back to the list.
app-until-interrupt = This goes on until you press Ctrl-C.
app-exited = The command ended with exit code { $code }.
app-exited-expected = Exit code { $code }, as this step expects.
app-detached-goes-on = You have left the command. What it started goes on in the container.
app-detached = You have left the command.
app-line-lost = The engine went away while the command ran. What it did until then is still in place; run it again once the engine is back.
app-busy = A command is running. Ctrl-C stops it or leaves it; then Enter works again.
app-detached-keys = Your keys go to the prompt again; the command goes on. Ctrl-] returns to it, Ctrl-C interrupts it.
app-waiting-values = This command needs a value that the engine has not given yet ({ $names }). It appears once the container it belongs to is running.
app-judging = Checking this step…
app-folded = Full-width characters were read as half-width ones.
app-pasted = { $count } commands were pasted. None runs by itself: each waits here for Enter. Ctrl-C drops them.
app-no-such-lesson = There is no such lesson. Choose a number from 1 to { $count }.
app-no-such-command = There is no command /{ $name }. Press Esc to see them all.
app-no-such-language = There is no language “{ $name }”. These are there: { $known }.
app-only-in-lesson = /{ $name } has a meaning inside a lesson. Open one with Enter.
app-hint = Hint { $number } of { $count } stands in the lesson now.
app-no-hints = This step has no hints. /solve runs it for you.
app-no-more-hints = Those were all the hints. /solve runs the step for you.
app-nothing-to-solve = Nothing is left to run in this step.
app-nothing-to-check = There is nothing to check in this step; it is for reading.
app-confirm-reset = This removes the containers and networks that this lesson made. Enter removes them, any other key keeps them.
app-confirm-quit = A command is still running. Enter or Ctrl-D leaves netdojo all the same; containers stay as they are.
app-how-to-leave = Ctrl-D or /quit leaves netdojo.
app-copied-command = The command is in the clipboard.
app-copied-output = The output is in the clipboard.
app-nothing-to-copy = There is nothing to copy.
app-mouse-on = The wheel scrolls and a click chooses a pane.
app-mouse-off = The mouse belongs to your terminal again: drag to select text. /mouse takes it back.
app-nothing-runs = No command is running.
