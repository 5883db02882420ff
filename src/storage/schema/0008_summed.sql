-- What a visit need not wait for: the sums of its month, the row of its day among ten years, and the words by which it is
-- found. They are made from what its own transaction keeps, once the visitor has gone: words within seconds, sums when the
-- month is over. Until then whoever asks reads the days, and the rows, themselves.

-- The months whose sums stand in month_total, month_histogram and day_rows; those tables hold nothing of other months.
-- Whatever changes a day of such a month takes the month out again, in the same transaction.
CREATE TABLE month_summed (
  month TEXT NOT NULL PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

-- The words of visits up to this number stand in visit_word, those of later ones do not.
CREATE TABLE visit_word_upto (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  n        INTEGER NOT NULL CHECK (n >= 0)
) STRICT;
INSERT INTO visit_word_upto SELECT 1, coalesce(max(n), 0) FROM visit;

DROP TRIGGER day_total_comes;
DROP TRIGGER day_total_comes_on_weekday;
DROP TRIGGER day_total_changes;
DROP TRIGGER day_total_changes_on_weekday;
DROP TRIGGER day_total_goes;
DROP TRIGGER day_total_goes_on_weekday;
DROP TRIGGER day_histogram_comes;
DROP TRIGGER day_histogram_changes;
DROP TRIGGER day_histogram_goes;
DROP TRIGGER day_listed_new;
DROP TRIGGER day_listed_changed;
DROP TRIGGER day_listed_gone;

-- The newest month may still be running. A month whose visits were all taken back has no totals to stand for it.
INSERT INTO month_summed
  SELECT DISTINCT month FROM month_total WHERE dimension = 'total' AND month < (SELECT max(month) FROM month_total);
DELETE FROM month_total WHERE month NOT IN (SELECT month FROM month_summed);
DELETE FROM month_histogram WHERE month NOT IN (SELECT month FROM month_summed);
DELETE FROM day_rows WHERE substr(local_date, 1, 7) NOT IN (SELECT month FROM month_summed);
