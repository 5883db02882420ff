# Words of the area: config.

# The file as a whole. { $file } is its path.
config-missing = the configuration file { $file } does not exist; copy the shipped kiosk-config.toml there, or name another file with --config
config-not-allowed = the configuration file { $file } may not be read by this user; give this user the right to read it
config-is-folder = { $file } is a folder, not a configuration file; name the file itself with --config
config-too-large = the configuration file { $file } is larger than 1 MB, so it is not a kiosk-config.toml
config-unreadable = the configuration file { $file } cannot be read: { $reason }
config-one-problem = { $file } has one problem; correct it and try again
config-many-problems = { $file } has { $count } problems; correct them and try again
config-place = line { $line }, column { $column }
config-did-you-mean = { $sentence }; did you mean "{ $meant }"?

# One problem. The place stands in front, so that the sentence begins in lower case and has no full stop.
config-syntax = this is not TOML: { $reason }
config-not-utf8 = the file is not saved as UTF-8; save it again with the encoding UTF-8
config-key-twice = "{ $key }" stands twice; remove one
config-unknown-key = unknown key "{ $key }"
config-unknown-section = unknown section [{ $section }]
config-missing-section = the section [{ $section }] is missing
config-missing-key = "{ $key }" is missing in [{ $section }]
config-wanted-text = "{ $key }" must be text in quotation marks
config-wanted-whole = "{ $key }" must be a whole number without quotation marks
config-wanted-flag = "{ $key }" must be true or false, without quotation marks
config-wanted-list = "{ $key }" must be a list
config-wanted-section = "{ $key }" must be a section with keys of its own
config-empty = "{ $key }" must not be empty
config-empty-list = "{ $key }" must have at least one item
config-too-long = "{ $key }" may have at most { $most } characters
config-too-many = "{ $key }" may have at most { $most } items
config-control = "{ $key }" must be one line without tabs or other control characters
config-out-of-range = "{ $key }" must be from { $least } to { $most }, not { $found }
config-not-one-of = "{ $key }" cannot be "{ $found }"; allowed are { $allowed }
config-shape-purpose-id = the id "{ $found }" must be 1 to 40 small letters a-z, digits or underscores
config-shape-kiosk-id = the id "{ $found }" must be 1 to 40 letters a-z, digits, hyphens or underscores
config-shape-hours = the hours "{ $found }" of "{ $key }" must look like "08:00-15:30", or be "closed"
config-shape-time = "{ $key }" must be a time such as "13:00", not "{ $found }"
config-shape-website = "{ $key }" must be an address such as "https://www.example.org/", not "{ $found }"
config-shape-instagram = "{ $key }" must be the account's name alone, without @, not "{ $found }"
config-shape-phone = "{ $key }" must be a telephone number such as "(0333) 421197", not "{ $found }"
config-shape-chord = "{ $key }" must be keys such as "ctrl+alt+p", with ctrl or alt and one letter, digit or F key, not "{ $found }"
config-shape-suffix = "{ $key }" must be "enter", "tab", "none", "f1" to "f12" or one punctuation mark, not "{ $found }"
config-shape-folder = "{ $key }" must be a full path from the root of the disk, not "{ $found }"
config-shape-position = "{ $key }" must be [column, row], the column from 1 to 8 and the row from 1 to 6
config-hours-backwards = the hours of "{ $key }" end before they begin
config-never-open = the internet room is closed on all seven days; open it on one, or set "purpose" to "" if there is none
config-unknown-icon = there is no icon "{ $found }"
config-unknown-timezone = there is no time zone "{ $found }"; Indonesia's are "Asia/Jakarta", "Asia/Makassar" and "Asia/Jayapura"
config-bad-pattern = "pattern" is not a regular expression: { $reason }
config-sample-unfit = the sample number "{ $sample }" does not match "pattern"; write a "sample" that does
config-sample-too-short = the sample number has { $length } characters but scan.min_length is { $least }, so the reader would never take such a card
config-suffix-in-sample = the suffix "{ $suffix }" of [scan] stands in the sample number, so a scan would end too early
config-warning-too-long = "idle_warning_seconds" must not be above "idle_seconds", which is { $idle }
config-confirm-above-most = "confirm_above" must not be above "max_people", which is { $most }
config-duplicate = "{ $key }" has "{ $found }" twice; the first is on line { $first }
config-same-position = this place on the map is taken by "{ $other }" on line { $first }
config-no-such-purpose = no purpose has the id "{ $found }"
config-no-purpose-for = no active purpose is left for { $who }; name "{ $id }" in the "for" of one
config-too-many-purposes = more than { $most } active purposes for { $who } do not fit the screen; set "active = false" in some, or leave "{ $id }" out of their "for"
config-backup-in-data = "second_folder" must not lie in "data_dir"; choose a folder on another disk
config-column-member = members
config-column-non-member = non-members
config-column-group = groups

# What a file without [[purposes]] offers.
config-purpose-read = Read here
config-purpose-borrow-return = Borrow or return books
config-purpose-internet = Free internet
config-purpose-reference = Reference or research
config-purpose-children = Children's services
config-purpose-archive = Archive services
config-purpose-education-visit = Educational visit or tour
config-purpose-other = Other

# What a file without texts in [service_standard] shows.
config-standard-title = Service standard: Free internet
config-standard-requirement = A valid library card (KTA).
config-standard-getting-card = You can get a KTA at the service desk.
config-standard-time = 6 minutes
config-standard-time-note = service time
config-standard-cost = Rp0
config-standard-cost-note = free of charge
config-standard-step-1-title = Sign the visitor book
config-standard-step-1-text = Scan your KTA here and choose free internet.
config-standard-step-1-time = 1 minute
config-standard-step-2-title = Use the computer
config-standard-step-2-text = Sit at the computer shown on screen.
config-standard-step-2-time = as long as needed
config-standard-step-3-title = Tidy and check out
config-standard-step-3-text = Switch off, tidy up, then touch Finish internet.
config-standard-step-3-time = 5 minutes
config-standard-product = free internet access in the library's internet room.
config-standard-complaints = We follow up your suggestions and complaints.
