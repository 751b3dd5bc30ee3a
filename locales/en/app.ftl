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
