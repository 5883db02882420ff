# Kalender. The calendar of the panel.
calendar-month-before = Bulan sebelumnya
calendar-month-after = Bulan berikutnya
calendar-year-before = Tahun sebelumnya
calendar-year-after = Tahun berikutnya
