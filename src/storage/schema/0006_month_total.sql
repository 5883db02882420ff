-- The totals of days summed by month, so that a look at ten years reads 120 months and not 3,650 days. Triggers keep
-- them: whatever writes a day's totals, inside whichever transaction, moves the month's with them.

-- days: on how many days of the month the key occurred.
-- Every dimension of day_total, and two that only months need: 'weekday' with the keys 0 (Sunday) to 6, and
-- 'weekday_hour' with keys such as '1/09'.
CREATE TABLE month_total (
  month     TEXT    NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  dimension TEXT    NOT NULL CHECK (dimension <> ''),
  key       TEXT    NOT NULL,
  days      INTEGER NOT NULL CHECK (days >= 0),
  entries   INTEGER NOT NULL CHECK (entries >= 0),
  people    INTEGER NOT NULL CHECK (people >= 0),
  PRIMARY KEY (month, dimension, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE month_histogram (
  month   TEXT    NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  measure TEXT    NOT NULL CHECK (measure <> ''),
  type    TEXT    NOT NULL CHECK (type <> ''),
  bucket  INTEGER NOT NULL CHECK (bucket >= 0),
  n       INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (month, measure, type, bucket)
) STRICT, WITHOUT ROWID;

INSERT INTO month_total
  SELECT substr(local_date, 1, 7), dimension, key, count(*), sum(entries), sum(people)
  FROM day_total GROUP BY 1, 2, 3
  UNION ALL
  SELECT substr(local_date, 1, 7), 'weekday', strftime('%w', local_date), count(*), sum(entries), sum(people)
  FROM day_total WHERE dimension = 'total' GROUP BY 1, 2, 3
  UNION ALL
  SELECT substr(local_date, 1, 7), 'weekday_hour', strftime('%w', local_date) || '/' || key, count(*), sum(entries),
    sum(people)
  FROM day_total WHERE dimension = 'hour' GROUP BY 1, 2, 3;

INSERT INTO month_histogram
  SELECT substr(local_date, 1, 7), measure, type, bucket, sum(n) FROM day_histogram GROUP BY 1, 2, 3, 4;

CREATE TRIGGER day_total_comes AFTER INSERT ON day_total BEGIN
  INSERT INTO month_total VALUES
    (substr(new.local_date, 1, 7), new.dimension, new.key, 1, new.entries, new.people)
  ON CONFLICT DO UPDATE SET days = days + 1, entries = entries + excluded.entries, people = people + excluded.people;
END;

CREATE TRIGGER day_total_comes_on_weekday AFTER INSERT ON day_total WHEN new.dimension IN ('total', 'hour') BEGIN
  INSERT INTO month_total VALUES
    (substr(new.local_date, 1, 7), iif(new.dimension = 'total', 'weekday', 'weekday_hour'),
     strftime('%w', new.local_date) || iif(new.dimension = 'total', '', '/' || new.key), 1, new.entries, new.people)
  ON CONFLICT DO UPDATE SET days = days + 1, entries = entries + excluded.entries, people = people + excluded.people;
END;

CREATE TRIGGER day_total_changes AFTER UPDATE OF entries, people ON day_total BEGIN
  UPDATE month_total SET entries = entries + new.entries - old.entries, people = people + new.people - old.people
  WHERE month = substr(new.local_date, 1, 7) AND dimension = new.dimension AND key = new.key;
END;

CREATE TRIGGER day_total_changes_on_weekday AFTER UPDATE OF entries, people ON day_total
WHEN new.dimension IN ('total', 'hour') BEGIN
  UPDATE month_total SET entries = entries + new.entries - old.entries, people = people + new.people - old.people
  WHERE month = substr(new.local_date, 1, 7) AND dimension = iif(new.dimension = 'total', 'weekday', 'weekday_hour')
    AND key = strftime('%w', new.local_date) || iif(new.dimension = 'total', '', '/' || new.key);
END;

CREATE TRIGGER day_total_goes AFTER DELETE ON day_total BEGIN
  UPDATE month_total SET days = days - 1, entries = entries - old.entries, people = people - old.people
  WHERE month = substr(old.local_date, 1, 7) AND dimension = old.dimension AND key = old.key;
  DELETE FROM month_total
  WHERE month = substr(old.local_date, 1, 7) AND dimension = old.dimension AND key = old.key AND days = 0;
END;

CREATE TRIGGER day_total_goes_on_weekday AFTER DELETE ON day_total WHEN old.dimension IN ('total', 'hour') BEGIN
  UPDATE month_total SET days = days - 1, entries = entries - old.entries, people = people - old.people
  WHERE month = substr(old.local_date, 1, 7) AND dimension = iif(old.dimension = 'total', 'weekday', 'weekday_hour')
    AND key = strftime('%w', old.local_date) || iif(old.dimension = 'total', '', '/' || old.key);
  DELETE FROM month_total
  WHERE month = substr(old.local_date, 1, 7) AND dimension = iif(old.dimension = 'total', 'weekday', 'weekday_hour')
    AND key = strftime('%w', old.local_date) || iif(old.dimension = 'total', '', '/' || old.key) AND days = 0;
END;

CREATE TRIGGER day_histogram_comes AFTER INSERT ON day_histogram BEGIN
  INSERT INTO month_histogram VALUES (substr(new.local_date, 1, 7), new.measure, new.type, new.bucket, new.n)
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;

CREATE TRIGGER day_histogram_changes AFTER UPDATE OF bucket, n ON day_histogram BEGIN
  UPDATE month_histogram SET n = n - old.n
  WHERE month = substr(old.local_date, 1, 7) AND measure = old.measure AND type = old.type AND bucket = old.bucket;
  INSERT INTO month_histogram VALUES (substr(new.local_date, 1, 7), new.measure, new.type, new.bucket, new.n)
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
  DELETE FROM month_histogram
  WHERE month = substr(old.local_date, 1, 7) AND measure = old.measure AND type = old.type AND bucket = old.bucket
    AND n = 0;
END;

CREATE TRIGGER day_histogram_goes AFTER DELETE ON day_histogram BEGIN
  UPDATE month_histogram SET n = n - old.n
  WHERE month = substr(old.local_date, 1, 7) AND measure = old.measure AND type = old.type AND bucket = old.bucket;
  DELETE FROM month_histogram
  WHERE month = substr(old.local_date, 1, 7) AND measure = old.measure AND type = old.type AND bucket = old.bucket
    AND n = 0;
END;
