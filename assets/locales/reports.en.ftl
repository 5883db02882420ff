# Words of the panel's page of reports. The panel is shown in Indonesian only; these are for whoever reads both files.

reports-title = Reports
reports-sub = Choose content, period and kind of file, then save.

## 1 What
reports-content = 1. Content
reports-daily = Daily summary
reports-daily-text = Counts and details of one day
reports-monthly = Monthly summary
reports-monthly-text = Types, purposes and hours
reports-yearly = Yearly summary
reports-yearly-text = Months compared
reports-other = Summary of another period
reports-other-text = A quarter or any range of days
reports-internet = Internet service
reports-internet-text = Sessions, tidiness, satisfaction
reports-sop = SOP compliance
reports-sop-text = Records made in time
reports-groups = Groups
reports-groups-text = Organisations and people
reports-book = Visitors’ book
reports-book-text = Every record, row by row

## 2 When
reports-period = 2. Period
reports-period-back = Previous period
reports-period-forward = Next period
reports-pick-period = Choose a period
reports-kind-day = Day
reports-kind-month = Month
reports-kind-quarter = Quarter
reports-kind-year = Year
reports-kind-range = Range
reports-quarter = Quarter { $n }
reports-from = From { $date }
reports-to = To { $date }
reports-range-hint = Touch the first day, then the last.
reports-range-take = Use this range
reports-earlier = Earlier
reports-later = Later
reports-back = Back

## 3 Form
reports-form = 3. Kind of file
reports-form-xlsx = XLSX
reports-form-xlsx-text = Workbook
reports-form-pdf = PDF
reports-form-pdf-text = Ready to print
reports-form-csv = CSV
reports-form-csv-text = Raw rows

## 4 Choices
reports-options = 4. Options
reports-chart = Include a chart
reports-mask = Mask names of visitors
reports-sign = Place to sign
reports-names-refused = Only an administrator may show names.
reports-names-logged = Names are written in full, and this is logged.
reports-no-names = This holds no names.
reports-masked-rows = Origin, institution and notes too.
reports-masked-groups = Origin and notes too.

## 5 Whither
reports-place = 5. Save to
reports-pick-place = Save where?
reports-drive = Flash drive { $name }
reports-drive-gone = Flash drive not found
reports-drive-gone-text = Plug the flash drive in and try again.
reports-drive-read-only = It can only be read, not written
reports-drive-none = A flash drive that is plugged in appears here.
reports-folder = Report folder
reports-free = { $size } free
reports-free-here = On this computer, { $size } free
reports-free-unknown = Free space is not known
reports-gigabytes = { $n } GB
reports-megabytes = { $n } MB
reports-kilobytes = { $n } KB
reports-into = Choose a folder
reports-into-name = Choose a folder on { $name }
reports-up = Up
reports-here = Save in this folder
reports-reading = Reading the folder…
reports-no-folders = There is no other folder here.
reports-unreadable = This folder cannot be read. Choose another, or plug the flash drive in again.
reports-part = Part { $n } of { $all }

## Making
reports-make = Make report { $form }
reports-make-rows = Make file { $form }
reports-making = Preparing… { $percent }%
reports-cancel = Cancel
reports-cancelling = Cancelling…
reports-releasing = Releasing the flash drive…

## Preview
reports-preview = Preview
reports-preview-large = Enlarge
reports-preview-wait = Preparing the preview…
reports-preview-failed = The book cannot be read now. Try again in a moment, or call IT.
reports-preview-sheet = Preview, page { $page } of { $pages }
reports-sheet-back = Previous page
reports-sheet-forward = Next page
reports-close = Close

## Last files
reports-recent = Last files
reports-recent-none = No file was made yet.
reports-recent-what = { $what }, { $span }
reports-sifted = Filtered visits

## What became of it
reports-saved-drive = Saved on the flash drive.
reports-saved-folder = Saved in the report folder.
reports-at-text = A folder of this computer, chosen in the system’s window
reports-saved-at = Saved in the folder that was chosen.
reports-at-gone = That folder is not there.
reports-at-gone-text = Choose another folder and try again.
reports-at-read-only = That folder cannot be written.
reports-at-read-only-text = Choose another folder and try again.
reports-saved-until = { $name }. This file holds data of visitors and is removed from the report folder on { $date }.
reports-release = Release safely
reports-gone = Flash drive not found. Plug the flash drive in and try again.
reports-full = There is not enough room on the flash drive.
reports-full-text = This file needs { $needed }, { $free } are free. Delete old files on the flash drive, or use another one.
reports-full-text-unknown = Delete old files on the flash drive, or use another one.
reports-read-only = The flash drive can only be read.
reports-read-only-text = Slide the lock on the flash drive, or use another one, and try again.
reports-kept = Could not be saved. The file is in the report folder.
reports-kept-too = The file is in the report folder: { $name }
reports-failed = Could not be saved.
reports-failed-text = Try again. If it fails again, call IT.
reports-disk-full = There is not enough room on this computer.
reports-disk-full-text = Save to a flash drive, or call IT.
reports-book-failed = The book cannot be read now.
reports-book-failed-text = No file was made. Try again in a moment, or call IT.
reports-too-many = Too many rows for XLSX.
reports-too-many-text = Choose a shorter period, or CSV.
reports-released = The flash drive can be taken out.
reports-released-text = Take the flash drive out now.
reports-held-no-program = This computer cannot release the flash drive itself.
reports-held-busy = The flash drive is still in use.
reports-held-refused = The flash drive cannot be released yet.
reports-held-text = The file is saved. Wait until the light of the flash drive stops blinking, then take it out.
reports-held-not-written = The flash drive did not take everything.
reports-held-not-written-text = Check the file on another computer. If it is damaged, make it again on another flash drive.
