## Line by line

plain-chosen = TERM={ $term }: netdojo prints line by line. For the full screen: netdojo --screen
plain-title = { $text }:
plain-warning = Note: { $text }
plain-bad = Failed: { $text }
plain-engine = Engine: { $engine }
plain-lesson = { $title } (id { $id }): about { $minutes } min, { $done } of { $count } steps done.
plain-lesson-title = Lesson: { $title }
plain-step = { $step }: { $title }
plain-heading = Heading: { $text }
plain-quote = Quotation:
plain-table = Table ({ $count ->
    [one] 1 row
   *[other] { $count } rows
}):
plain-cell = { $name }: { $text }
plain-edit = Change in the file { $path } (lines with - go, lines with + come):
plain-words = Explained by /word: { $words }
plain-goto = Type /goto and a number to go there.
plain-word-list = /word and one of these explains it:
plain-network = Network { $text }
plain-network-empty = Network { $text }, no containers
plain-container = Container { $text }
plain-question = What do you expect? Type 1–{ $last } and Enter.
plain-judging = Checking…
plain-verdict = { $verdict }.
plain-under-way = { $verdict }: { $done } of { $count } commands run.
plain-because = { $verdict }: { $reason }
plain-standing = { $text }: { $standing }
plain-open = not checked yet
plain-holds = holds
plain-fails = does not hold
plain-as-expected = printed as expected
plain-otherwise = printed something else
plain-progress = { $action }: { $percent } % ({ $done } of { $all })
plain-progress-left = { $progress }, { $left }
plain-attached = What you type goes to the container, line by line. Ctrl-] comes back here.
plain-full-screen = This program uses the whole screen, which cannot be shown here. Ctrl-C interrupts it, Ctrl-] comes back to the prompt.
plain-no-editor = No editor can be started here for { $path }. Change the file { $file } in another window (or name an editor in EDITOR before starting netdojo), then press Enter; /solve makes the change for you.
plain-offer-open = Enter opens lesson { $number }. Any number or id opens that lesson; /help lists what else can be typed.
plain-offer-run = Enter runs: { $line }
plain-help = Enter does what was said last. A line of your own runs as in a shell; a line that ends with \ goes on in the next. A number answers a question. Ctrl-C interrupts what runs. Ctrl-] comes back from a container’s shell. Ctrl-D leaves.
