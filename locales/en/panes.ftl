## The network pane: folds and filters

panes-title-words = only “{ $words }”
panes-title-lesson = this lesson only
panes-title-everything = everything
panes-scope-usual = The lesson’s own containers and networks are shown in full, the others folded.
panes-scope-lesson = Only what belongs to this lesson is shown.
panes-scope-everything = Everything on the engine is shown.
panes-fold-keys = ↑ ↓: move  Space ← →: fold  a: scope  /: filter  Esc: back
panes-nothing-to-fold = There is nothing to fold: the engine has not answered yet.
panes-nothing-found = Nothing here matches “{ $words }”. /network shows the usual again.
panes-left-out = { $count ->
    [one] 1 container is left out. /network shows the usual again.
   *[other] { $count } containers are left out. /network shows the usual again.
}
panes-candidate-all = everything on the engine
panes-candidate-lesson = only what belongs to this lesson
panes-candidate-container = container
panes-candidate-network = network

## The check pane

panes-held = { $held } of { $count } conditions hold
panes-turned-held = holds now
panes-turned-failed = no longer holds
panes-next-enter = Next, at the prompt: Enter runs { $line }
panes-next-line = Try this: { $line }
panes-next-anew = Try this: { $removal } and then { $line }
panes-next-earlier = An earlier step makes { $name }: /catchup plays the steps before this one for you.
panes-next-hint = { $count ->
    [one] Next: /hint shows the last hint.
   *[other] Next: /hint shows a hint ({ $count } are left).
}
panes-next-solve = Next: /solve runs the step’s commands for you.
panes-next-solution = Next: /solve shows and runs one solution.

## What changed

panes-was = before: { $was }
panes-restarted = started again in this step
