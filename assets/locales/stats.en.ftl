# Kalender. The calendar of the panel.
calendar-month-before = Previous month
calendar-month-after = Next month
calendar-year-before = Previous year
calendar-year-after = Next year
