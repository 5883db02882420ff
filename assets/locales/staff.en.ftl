# Words for staff.
fault-title = The visitors' book cannot be used yet
fault-lead = We are sorry. Please go to the service desk.
fault-full = For staff: the disk is full. Free some space, for example old downloads or backups.
fault-read-only = For staff: the data folder cannot be written. Check the rights of the folder and its disk, or call IT.
fault-missing = For staff: the data folder or the book's file is not there. Connect its disk again, or call IT.
fault-corrupt = For staff: the book's file is damaged. Delete nothing; ask IT to restore a backup.
fault-other = For staff: the book cannot be written. Call IT; details are in the program's log (folder logs).
fault-recovers = This screen goes away by itself once the fault is mended.
config-notice-title = The kiosk's settings need to be corrected
config-notice-reload = Reload

# The PIN pad.
staff-title = Staff panel
staff-pin-title = Enter staff PIN
staff-pin-lead = For library staff only.
staff-pin-dots = { $n } of 6 digits
staff-pin-left = { $n } attempts left
staff-pin-left-one = 1 attempt left
staff-pin-wrong = Wrong PIN.
staff-pin-checking = Checking…
staff-pin-closed-seconds = Locked. Try again in { $n } seconds.
staff-pin-closed-minutes = Locked. Try again in { $n } minutes.
staff-pin-failed = The PIN cannot be checked yet, because the visitors' book has a fault. Try again, or call IT.
staff-pin-clear = Clear all
staff-pin-backspace = Delete
staff-pin-back = Back to visitor screen
staff-permission-title = Ask for staff permission
staff-permission-lead-internet = A staff PIN allows the internet room this one time only.
staff-new-pin-title = Make a new PIN
staff-new-pin-lead = 6 digits that nobody guesses, for the first administrator.
staff-new-pin-again-title = Type the PIN once more
staff-new-pin-again-lead = The same digits as before.
staff-new-pin-run = Digits in a row are easy to guess. Choose another PIN.
staff-new-pin-repeat = Repeated digits are easy to guess. Choose another PIN.
staff-new-pin-differs = The two PINs differ. Make the new PIN once more.
staff-new-pin-taken = Another member of staff has this PIN. Choose another one.
staff-new-pin-not-first = There is an administrator already. Use their PIN.
staff-first-name = Administrator

# The panel is shown in Indonesian only; these words are for whoever reads the two files side by side.
staff-tab-statistics = Statistics
staff-tab-visits = Visits
staff-tab-room = Internet room
staff-tab-members = Members
staff-tab-reports = Reports
staff-tab-settings = Settings
staff-tab-health = System health
staff-lock = Lock panel
staff-locks-in = The panel locks in { $n } seconds
staff-health-well = System is well
staff-health-attention = Needs attention
staff-health-fault = There is a fault
staff-health-reader = Card reader connected
staff-health-no-reader = Card reader disconnected
staff-health-backup-today = Backup { $time }
staff-health-backup = Backup { $date }
staff-health-no-backup = No backup yet

# System health.
health-title = System health
health-sub = { $date } · { $time }
health-book = Visitors' book
health-book-well = { $visits } records, { $size } MB
health-book-read-only = It cannot be written. Check the disk and the rights of the data folder, or call IT.
health-book-unreadable = It cannot be read. Delete nothing; call IT.
health-check = Full check
health-check-never = Never checked from the panel
health-check-runs = Checking…
health-check-well = The book is whole · { $date } at { $time }
health-check-failed = Does not match ({ $date } at { $time }): { $checks }. Delete nothing; call IT.
health-check-impossible = Cannot be checked now. Try again in a moment.
health-verify = Check now
health-disk = Disk
health-disk-free = { $size } GB free
health-disk-little = Only { $size } GB left. Free some space.
health-disk-unknown = Free space is not known
health-backup = Backup
health-backup-at = Last on { $date } at { $time }
health-backup-never = Never yet. A copy is made every day by itself.
health-reader = Card reader
health-reader-well = Connected
health-reader-missing = Not connected. Check its cable.
health-version = Version
health-exit = Leave the kiosk
health-exit-title = Leave the kiosk?
health-exit-text = The program closes, and visitors cannot sign the book until it is opened again.
health-exit-yes = Yes, leave
health-exit-no = Stay here

# The system's own file dialogs.
system-pick = Choose in the system’s window
system-waits = Waiting for the system’s window…
system-folder-title = Save to which folder?
system-list-title = Choose the membership list
system-list-filter = Membership lists
system-second-title = Keep the second copies in which folder?
system-unchosen = Nothing was chosen. If the system’s window did not appear, choose from the list above.
