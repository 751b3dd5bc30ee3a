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
teach-steps-keys = ↑ ↓: choose   Enter: go there   Esc: stay
teach-begins = from minute { $minutes }
