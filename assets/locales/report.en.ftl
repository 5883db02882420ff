# Words of the official reports.

## Spans of days
span-quarter = Quarter { $quarter } { $year }
span-year = Year { $year }
span-not-a-date = “{ $text }” is not a date. Write year-month-day, as in 2026-11-24.
span-not-a-month = “{ $text }” is not a month. Write year-month, as in 2026-11.
span-not-a-year = “{ $text }” is not a year from 1900 to 2999. Write it as in 2026.
span-no-such-day = There is no { $day } { $month }. That month ends on day { $last }.
span-backwards = The period ends on { $to }, before it begins on { $from }. Exchange the two dates.

## Heads
report-visits = Report on Visits { $span }
report-internet = Report on the Internet Service { $span }
report-sop = Report on SOP Compliance { $span }
report-groups = Report on Groups { $span }
report-summed = { $days } · { $people } people in { $entries } entries
report-summed-sessions = { $days } · { $sessions } internet sessions
report-page = Page { $page } of { $pages }
report-continued = { $title } (continued)
report-see-sheet = { $title }: see sheet “{ $sheet }”.

## Nothing to report
report-empty = No visits yet in this period.
report-empty-groups = No groups yet in this period.
report-empty-sop = No check-in time has been measured yet in this period.
report-empty-internet = The internet has not been used yet in this period.

## Columns
report-entries = Entries
report-people = People
report-share = Share of people
report-total = Total
report-all = All
report-item = Item
report-amount = Value
report-unknown = Not known
report-date = Date
report-month = Month
report-hour = Hour
report-change = Change in people
report-type = Membership type
report-purpose = Purpose of visit
report-sex = Sex
report-age = Age group
report-education = Education
report-occupation = Occupation

## Summary
report-summary = Summary
report-sum-entries = Entries
report-sum-people = People
report-sum-days = Days with visits
report-sum-mean-open = Mean people a day with visits
report-sum-mean-calendar = Mean people a calendar day
report-sum-before = People in { $span }
report-sum-before-entries = Entries in { $span }
report-sum-change = Change in people from { $span }

## Tables of visits
report-by-type = By membership type
report-by-date = By date
report-by-month = By month
report-by-hour = By hour of arrival
report-by-purpose = By purpose of visit
report-by-sex = By sex
report-by-age = By age group
report-by-education = By education
report-by-occupation = By occupation
report-chart-date = People by date
report-chart-month = People by month
report-chart-hour = People by hour of arrival

## SOP
report-sop-table = SOP compliance: recorded within { $seconds } seconds
report-sop-measured = Entries measured
report-sop-within = Within { $seconds } seconds
report-sop-share = Share of entries
report-sop-median = Median (seconds)
report-sop-p95 = 95% recorded within (seconds)
report-sop-by-date = SOP compliance by date
report-sop-by-month = SOP compliance by month
report-sop-chart-date = Entries within { $seconds } seconds by date
report-sop-chart-month = Entries within { $seconds } seconds by month
report-sop-spread = Spread of check-in times
report-sop-time = Time (seconds)
report-sop-up-to = up to { $to }
report-sop-from-to = { $from }–{ $to }
report-sop-over = over { $from }
report-over = > { $limit }

## Groups
report-groups-list = List of groups
report-groups-institution = School or organisation
report-groups-leader = Leader
report-groups-male = Male
report-groups-female = Female
report-groups-erased = (erased)
report-groups-mean = Mean people a group
report-groups-chart-date = People in groups by date
report-groups-chart-month = People in groups by month

## Internet
report-net-sessions = Sessions
report-net-share = Share of sessions
report-net-days = Days with sessions
report-net-mean = Mean sessions a day with sessions
report-net-refused = Refused for want of a valid KTA
report-net-refused-why = Reason
report-net-refused-count = Refused
report-net-refused-no_card = No KTA
report-net-refused-expired = KTA expired
report-net-refused-blocked = KTA to be checked by staff
report-net-refused-unlisted = KTA not in the membership list
report-net-length-median = Length of use, median (minutes)
report-net-length-p90 = Length of use, 90% at most (minutes)
report-net-wait-median = Waiting time, median (minutes)
report-net-wait-p90 = Waiting time, 90% at most (minutes)
report-net-by-date = Sessions by date
report-net-by-month = Sessions by month
report-net-chart-date = Sessions by date
report-net-chart-month = Sessions by month
report-net-by-hour = Sessions by the hour they began
report-net-by-seat = Sessions by computer
report-net-seat = Computer
report-net-by-end = How sessions ended
report-net-end = Session
report-net-end-open = Still open
report-net-end-self = Checked out by the visitor
report-net-end-staff = Closed by staff
report-net-end-automatic = Closed automatically
report-net-tidy = Tidiness at the end
report-net-tidy-point = Point reported
report-net-tidy-shut-down = Computer switched off
report-net-tidy-tidied = Equipment in order
report-net-tidy-clean = Room clean and tidy
report-net-tidy-all = All three
report-net-tidy-asked = All sessions asked
report-net-out = Checked out within { $minutes } minutes
report-net-out-measured = Check-outs measured
report-net-out-within = Within { $minutes } minutes
report-net-out-share = Share
report-net-ratings = Satisfaction
report-net-rating = Rating
report-net-rating-count = Ratings received
report-net-rating-share = Share of ratings
report-net-rating-1 = Dissatisfied
report-net-rating-2 = Not quite satisfied
report-net-rating-3 = Satisfied
report-net-rating-4 = Very satisfied
report-net-index = Satisfaction index (25–100)
report-net-grade = Grade of service

## Notes
report-notes = Notes
report-note-words = An entry is one line of the visitors' book; people are all those behind it. A group is one entry.
report-note-voided = Voided entries are not counted.
report-note-running = This period has not ended yet: figures up to { $date }.
report-note-sex = A group counts as one entry under each sex that is in it, so the entries do not always add up.
report-note-unknown = Groups are not asked for age, education and occupation; their people count as not known.
report-note-sop = Time runs from the first touch or scan until the visit is stored. Entries made by staff afterwards are not measured.
report-note-sessions = A session counts on the date on which it began.
report-note-refused = A refusal counts when a visitor is told that the service needs a valid KTA, once a walk, also when staff give permission afterwards.
report-note-out = Check-out time runs from the first touch on “Finish internet” to the end; the tidying itself is not observed.
report-note-grade = Index and grade by PermenPANRB 14/2017: the mean of ratings 1 to 4 times 25.
report-note-masked = Names of group leaders are masked.

## End
report-place-date = { $place }, { $date }
report-known = Acknowledged by,
report-staff = Staff,
report-audit = End of the audit log: { $count } records, { $hash }

## Sheets of the workbook
report-sheet = Report

## Rows of the book
report-raw-visits = Rows of the visitors’ book { $span }
report-raw-internet = Rows of internet use { $span }
report-raw-sop = Rows of the visitors’ book { $span }
report-raw-groups = Rows of groups { $span }
report-raw-book = Rows of the visitors’ book { $span }
report-raw-sifted = Filtered rows { $span }
report-raw-rows = One row for each record. This period has { $entries } records; voided ones are written too and marked “voided”.
report-raw-columns = Columns of the file
report-raw-column = Column
report-raw-first = The first row
report-raw-none = No row in this period yet
