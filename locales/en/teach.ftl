## What an instructor reads

teach-lessons = All lessons
teach-step = Step { $number }/{ $count }: { $title }
teach-next = Next: { $title }
teach-last-step = This is the last step.
teach-no-notes = There are no notes for this step.
teach-pace = Step { $step }/{ $of-step } min · Lesson { $lesson }/{ $of-lesson } min
teach-pace-late = Step { $step }/{ $of-step } min · Lesson { $lesson }/{ $of-lesson } min · { $late } min behind
teach-pace-course = { $spent }/{ $planned } min in all
teach-passed = ✓ Passed
teach-read = ✓ Read
teach-not-run = ○ Not yet run
teach-failed = ✗ { $reason }
teach-notes = Instructor’s notes
teach-more = { $count } more: /notes
teach-steps-title = Jump to a step
teach-begins = from minute { $minutes }
teach-nobody = No netdojo teach is running here. This page fills by itself as soon as one starts.
teach-follow-keys = ↑ ↓: scroll   F2: language   q: leave
teach-another = Another netdojo teach is running here already, so netdojo teach --notes follows that one.
teach-no-board = netdojo teach --notes cannot follow this program: { $detail }
teach-projector-on = Laid out for a projector: one pane at a time, F3 goes to the next. /projector brings the other layout back.
teach-projector-off = The usual layout. /projector brings back the one for a projector.
teach-pointing = ↑ ↓ or a click moves the pointer, F3 takes it to the next pane, Esc puts it away.
