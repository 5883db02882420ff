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
