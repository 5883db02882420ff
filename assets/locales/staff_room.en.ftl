# The panel is shown in Indonesian only; these words are for whoever reads the two files side by side.
room-title = Internet room
room-sub = Free { $free } · In use { $taken } · Out of order { $broken }
room-loading = Reading…
room-unreadable = The internet room cannot be read now. Try again in a moment.
room-changed = The room has changed. Look at the map, then try again.
room-none = This library has no internet room.
room-minutes = { $m } min
room-hours = { $h } h { $m } min
room-seat-free = Free
room-seat-held = For number { $n }
room-seat-broken = Out of order
room-seat-taken = In use
room-seat-over-long = Over time
room-entrance = Entrance

## The computer that was touched
room-used-for = In use for { $time }
room-over-long = Longer than allowed
room-show-name = Show name
room-name-erased = The name was erased
room-allowed-by = Allowed by { $name }
room-free-text = Anybody may use it.
room-held-text = Held for queue number { $n }.
room-broken-config = Closed by the configuration. Change it in the configuration file.
room-closes-after = Closed once this visitor has finished.
room-end = End session
room-move = Move
room-close = Mark as broken
room-reopen = Mark as working
room-why = Why is { $seat } closed?
room-repair-dead = Does not start
room-repair-part = A part is broken
room-repair-network = No internet
room-repair-software = Trouble with a program
room-repair-other = Other
room-moving = Touch a free computer on the map to move the session.
room-assigning = Touch a computer on the map for number { $n }.
room-cancel = Cancel

## Queue and reports
room-queue = Queue
room-queue-empty = Nobody waits.
room-queue-hint = Touch a number to give it a computer.
room-ticket = Number { $n }
room-ticket-waiting = Waiting for { $time }
room-ticket-called = Called to { $seat }
room-ticket-missed = Missed its turn
room-clear = Clear the queue
room-notes = Visitors' reports
room-notes-empty = No reports.
room-note-at = { $reason } · { $date } at { $time }
room-point-shut_down = computer still on
room-point-tidied = equipment not in order
room-point-clean = room not clean
room-reason-broken = Broken
room-reason-forgotten = Forgotten
room-reason-other = Other
room-more = and { $n } more
room-before = Previous
room-turn-after = { $list }, next
room-turn-before = { $list }, previous

## Questions
room-end-title = End the session at { $seat }?
room-end-text = The use is recorded as ended now, by staff.
room-end-yes = Yes, end it
room-clear-title = Clear the queue?
room-clear-text = All queue numbers are ended. Their visits stay recorded.
room-clear-yes = Yes, clear it
room-note-title = Seen to?
room-note-yes = Yes, it is
room-no = Back
