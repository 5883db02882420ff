# The internet room: the visitors' screens.

## Welcome
tile-leave = Finish internet
tile-leave-text = Check out of the room
tile-leave-short = Check out
turn = Now: { $called }

## The tile on the purpose screen
purpose-full = Full
purpose-closed = Closed
purpose-in-use = In use

## Gate: who may use the room
gate-title-card = Free internet needs a valid KTA.
gate-title-blocked = Staff need to check this KTA.
gate-expired-text = Renew your KTA at the service desk, choose another purpose, or ask for staff permission.
gate-blocked-text = Please go to the service desk, choose another purpose, or ask for staff permission.
gate-scan-now = You can scan a KTA now.
gate-group = Please ask staff.
gate-scan = Scan KTA
gate-ask-staff = Ask for staff permission
gate-other = Choose another purpose

## Outside of the opening hours
closed-title = The internet room is closed.
closed-today = It opens again today at { $time }.
closed-tomorrow = It opens again tomorrow at { $time }.
closed-on = It opens again on { $day } at { $time }.
closed-other = Please choose another purpose.

## 6 Seat
seat-title = Internet room
seat-free-count = Free { $n }
seat-in-use-count = In use { $n }
seat-broken-count = Out of order { $n }
seat-free = Free
seat-free-child = Free · children
seat-free-accessible = Free · accessible
seat-in-use = In use
seat-broken = Out of order
seat-broken-short = Broken
seat-yours-short = Yours
seat-yours = For you
seat-lead = { $name }, your computer
seat-lead-group = A computer for { $name }
seat-starts = Starts at { $time }
seat-longest = { $n } minutes at most
seat-card-valid = KTA is valid
seat-permitted = Allowed by staff
seat-other = Prefer another seat? Touch one marked Free.
seat-entrance = Entrance
seat-use = Use { $seat }
seat-move = Move to { $seat }
seat-saving = Saving…
strip-seat-taken = { $taken } was just taken. We chose { $seat }.
strip-room-full = All computers are in use.
strip-room-failed = Not saved yet. Please try again in a moment.
strip-still-seated = You are still checked in at { $seat }.
strip-turn-over = That number is not being called.
strip-left-already = This internet session has ended already.

## Queue
queue-title = All computers are in use.
queue-estimate = Likely free at { $time }
queue-ahead = { $n } waiting before you.
queue-text = Take a queue number. When it is your turn, the number is shown on this screen.
queue-take = Take a queue number
queue-waiting-title = Your queue number is { $ticket }
queue-waiting-text = Please wait. When it is your turn, the number is shown on this screen.
queue-missed-title = Queue number { $ticket } was missed
queue-missed-text = All computers are in use again. Take a new number to wait again.
queue-anew = Take a new number
queue-other-visit = Another visit

## Claiming a called number
turn-title = Type your queue number
turn-sub = The number being called is on the first screen.
turn-field = Queue number
turn-incomplete = No number yet

## An open session
open-title = You are still checked in at { $seat }. What would you like?
open-text = Started at { $time }.
open-finish = Finish internet
open-move = Move to another computer
open-visit = Another visit

## 8 Check-out
leave-step = Finish internet · step { $n } of { $m }
leave-who-title = Who is leaving?
leave-who-sub = Scan your KTA or touch your computer number.
leave-none = No computer is in use.
leave-none-here = No internet session under this card.
leave-home = Back to start
leave-code-title = Are you { $initial }?
leave-code-sub-card = Type the last three letters or digits of your KTA.
leave-code-sub-exit = Type your exit code, three digits.
leave-code-field = Last three letters or digits
leave-code-field-exit = Exit code
leave-code-where = { $seat }
leave-code-incomplete = Not complete yet
leave-code-wrong = That does not match. Please check.
leave-code-left = { $n } attempts left
leave-code-staff-title = Please go to the service desk.
leave-code-staff-text = Staff will help you check out of { $seat }.
leave-title = All tidy, { $name }?
leave-sub = Touch each thing you have done.
leave-shut-down = Computer is switched off
leave-tidied = Equipment is in order
leave-clean = Room is clean and tidy
leave-rate = How was our service?
leave-rate-text = Optional. Your name is not attached.
rate-1 = Dissatisfied
rate-2 = Not quite satisfied
rate-3 = Satisfied
rate-4 = Very satisfied
rate-words = Add a message
rate-words-change = Change the message
rate-words-title = A message for us
rate-words-field = Message
rate-words-example = For example: the internet is fast
leave-seat = Seat
leave-time = Time
leave-span = { $from } – { $to }
leave-length = Duration
leave-minute = { $n } minute
leave-minutes = { $n } minutes
leave-hours = { $h } h { $m } min
leave-finish = Finish and leave
leave-remaining = { $n } thing left
leave-remaining-many = { $n } things left
leave-saving = Saving…
leave-again = Not saved yet. Trying again…
leave-failed = Not saved yet
leave-failed-text = Try again, or please go to the service desk.
untidy-title = Something not tidy yet?
untidy-text = Tidy it first, or report it to staff.
untidy-back = Go back and tidy
untidy-broken = Report: Broken
untidy-forgotten = Report: Forgotten
untidy-other = Report: Other
other-card-title = Another card was read. Use that card?
other-card-text = The check-out of { $seat } is not finished.
other-card-no = Go on with the check-out
other-card-yes = Yes, use it

## 7 Done
done-seat = Your seat
done-ticket = Queue number
done-exit-code = Exit code
done-time-out = Time out
done-length = Duration
done-estimate = Estimate
done-go-room = Please go to the internet room.
done-go-back = When you leave, come back and touch "Finish internet".
done-go-back-code = When you leave, come back, touch "Finish internet" and type the exit code.
done-wait = Please wait for your turn.
done-wait-text = When it is your turn, the number is shown on the first screen.
done-moved = You have another computer now.
done-title-bare = Thank you!
done-bye-bare = Thank you! See you again.
done-bye = Thank you, { $name }! See you again.
done-left = You have checked out.
done-thanks-tidy = Thank you for tidying up.
done-reported = Your report goes to the staff.
undo-seat-text = The visit you just recorded will be taken back, and the computer is freed.
undo-ticket-text = The visit you just recorded will be taken back, and the queue number removed.
