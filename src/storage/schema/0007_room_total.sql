-- What the room's figures need of each day, so that they are read from totals as everything else is, and no session is read:
-- the hours in which sessions began, the points that were ticked, and how long leaving took.
-- SQLite changes no CHECK in place, so both tables are made anew, and with them the triggers that keep the months.

-- session_hour: visits with a session, by the hour in which it began, `00` to `23`.
-- tidy: visits whose visitor was asked, with the keys asked, shut_down, tidied, clean, and all (the three points together).
CREATE TABLE day_total_anew (
  local_date TEXT    NOT NULL,
  dimension  TEXT    NOT NULL CHECK (dimension IN ('total', 'hour', 'type', 'purpose', 'type_purpose', 'sex', 'age', 'education',
                                                   'occupation', 'seat', 'session', 'session_hour', 'tidy')),
  key        TEXT    NOT NULL,
  entries    INTEGER NOT NULL CHECK (entries >= 0),
  people     INTEGER NOT NULL CHECK (people >= 0),
  PRIMARY KEY (local_date, dimension, key)
) STRICT, WITHOUT ROWID;
INSERT INTO day_total_anew SELECT local_date, dimension, key, entries, people FROM day_total;
DROP TABLE day_total;
ALTER TABLE day_total_anew RENAME TO day_total;

-- checkout: whole seconds from the first "Selesai internet" to done; 7201 is "more than two hours", which no standard allows.
CREATE TABLE day_histogram_anew (
  local_date TEXT    NOT NULL,
  measure    TEXT    NOT NULL CHECK (measure IN ('checkin', 'session', 'wait', 'checkout')),
  type       TEXT    NOT NULL CHECK (type IN ('member', 'non_member', 'group')),
  bucket     INTEGER NOT NULL CHECK (bucket BETWEEN 0 AND iif(measure = 'checkout', 7201, 600)),
  n          INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (local_date, measure, type, bucket)
) STRICT, WITHOUT ROWID;
INSERT INTO day_histogram_anew SELECT local_date, measure, type, bucket, n FROM day_histogram;
DROP TABLE day_histogram;
ALTER TABLE day_histogram_anew RENAME TO day_histogram;

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

INSERT INTO day_total
  SELECT v.local_date, 'session_hour', printf('%02d', ((s.started_at_ms / 1000 + s.utc_offset_s + 86400) / 3600) % 24),
    count(*), sum(v.headcount)
  FROM internet_session s JOIN visit v ON v.n = s.visit_n WHERE v.voided = 0 GROUP BY 1, 3;

INSERT INTO day_total
  WITH asked AS (
    SELECT v.local_date, v.headcount, s.shut_down, s.tidied, s.clean
    FROM internet_session s JOIN visit v ON v.n = s.visit_n
    WHERE v.voided = 0 AND s.shut_down IS NOT NULL AND s.tidied IS NOT NULL AND s.clean IS NOT NULL),
  ticked AS (
    SELECT local_date, 'asked' AS key, headcount FROM asked
    UNION ALL SELECT local_date, 'shut_down', headcount FROM asked WHERE shut_down
    UNION ALL SELECT local_date, 'tidied', headcount FROM asked WHERE tidied
    UNION ALL SELECT local_date, 'clean', headcount FROM asked WHERE clean
    UNION ALL SELECT local_date, 'all', headcount FROM asked WHERE shut_down AND tidied AND clean)
  SELECT local_date, 'tidy', key, count(*), sum(headcount) FROM ticked GROUP BY local_date, key;

INSERT INTO day_histogram
  SELECT v.local_date, 'checkout', v.membership_type, min(s.checkout_s, 7201), count(*)
  FROM internet_session s JOIN visit v ON v.n = s.visit_n
  WHERE v.voided = 0 AND s.checkout_s IS NOT NULL GROUP BY 1, 3, 4;
