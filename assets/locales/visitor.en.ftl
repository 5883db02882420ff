# Words of the visitors' screens.

## On every screen
app-name = Visitor Book
language-id = ID, Bahasa Indonesia
language-en = EN, English
contrast = Aa, large text
step = Step { $n } of { $m }
cancel = Cancel
back = Back
next = Next
save = Save
retry = Try again
call-staff = Call staff
card-header = KARTU TANDA ANGGOTA
card-name = Your name

## 1 Welcome
welcome-scan = Scan your KTA
welcome-scan-help-below = Hold the card to the reader below the screen.
welcome-scan-help-right = Hold the card to the reader right of the screen.
welcome-scan-help-left = Hold the card to the reader left of the screen.
welcome-type = Type your KTA number
reader-ready = Reader is ready
reader-reading = Reading card…
reader-missing = Reader not connected. Please type the number.
welcome-title = Welcome
welcome-sub = Have a KTA? Just scan your card. Or choose one:
welcome-sub-short = Or choose one:
welcome-sub-no-reader = Choose one:
tile-member = Member
tile-member-text = Have a KTA, type its number
tile-member-short = Type your KTA number
tile-non-member = Non-member
tile-non-member-text = No KTA yet, enter your name
tile-non-member-short = No KTA yet
tile-group = Group
tile-group-text = Visiting with a group
tile-group-short = Visiting with a group

## 2 KTA number
card-title = Type your KTA number
card-sub = The number is on the front of the card.
card-field = KTA number
card-look-before = See the
card-look-mark = coloured number
card-look-after = on the sample card.
card-scan-now = You can still scan the card now
card-incomplete = The number is not complete yet
key-clear = Clear all
key-delete = Delete
key-space = space
key-shift = Capital letter
searching = Searching…
unknown-title = KTA number not found
unknown-text = Please check the digits. If your card is new, it may not be in our data yet.
unknown-correct = Correct the number
unknown-without = Continue without KTA

## Is this you?
identity-title = Is this you?
identity-yes = Yes, this is me
identity-no = Not me

## Expired and blocked cards
expired-title = Your KTA has expired
expired-until = Valid until { $date }
expired-text = { $name }, you can still visit today. Renew your KTA at the service desk.
blocked-title = Staff need to check this KTA.
blocked-text = { $name }, you can still visit today.
internet-needs-valid = Free internet needs a valid KTA.
continue-visit = Continue visit

## Already recorded
repeated-title = Already recorded at { $time }
repeated-text = Your visit today is already in the visitors' book.
repeated-again = Record again
finish = Finish

## 7 Done
done-title = Thank you, { $name }!
done-recorded = Your visit is recorded.
done-time = Time in
done-purpose = Purpose
done-enjoy = Enjoy your visit.
done-closes = This screen closes in { $n } seconds.
done-undo = Wrong? Undo
done-undoing = Undoing…
done-undo-failed = It could not be undone. Please go to the service desk.

## 9 Idle warning
idle-title = Are you still there?
idle-text = The screen will return to the start and your entries will be erased to protect your data.
idle-seconds = seconds
idle-restart = Start over
idle-stay = Yes, continue

## Dialogs
cancel-title = Cancel this entry?
cancel-text = What you entered will be erased.
cancel-keep = Keep going
cancel-yes = Yes, cancel
staff-text = Please go to the service desk.
understood = OK
use-card-title = Card read. Use this KTA?
use-card-yes = Yes, use it
use-card-no = No
people-title = Really { $n } people?
people-yes = Yes, correct
people-no = Change the number
undo-title = Undo this visit?
undo-text = The visit that was just recorded will be cancelled.
undo-yes = Yes, undo
undo-no = No, keep it

## Strips
strip-unreadable = Card not read. Try again and hold it still.
strip-keypad = Card not read. Please type the number.
strip-keypad-button = Type your KTA number
strip-lookup = The card cannot be checked right now. Please try again shortly.
strip-undone = The visit is undone.
strip-purpose = That purpose is not available now. Please choose another one.

## Days and months
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
