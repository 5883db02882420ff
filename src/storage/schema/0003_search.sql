-- The book as staff leaf through it: the words by which its rows are found, and how many rows each day has of each kind.

-- Every word of a row's name and institution, and its card number, as domain/search.rs compares them. Erased with the row's
-- personal data. By month first: what is written today lies together, and a search reads the months of its period alone.
CREATE TABLE visit_word (
  month INTEGER NOT NULL CHECK (month BETWEEN 197001 AND 999912 AND month % 100 BETWEEN 1 AND 12),
  word  TEXT    NOT NULL CHECK (word <> ''),
  at_ms INTEGER NOT NULL,
  n     INTEGER NOT NULL,
  PRIMARY KEY (month, word, at_ms, n)
) STRICT, WITHOUT ROWID;

-- Rows and people of each day by everything that the list can be filtered by, voided rows as well; kept by the transaction of
-- the visit. From these the number of a page is told, and the day on which a page begins is found, without counting rows.
CREATE TABLE day_listed (
  local_date TEXT    NOT NULL,
  voided     INTEGER NOT NULL CHECK (voided IN (0, 1)),
  type       TEXT    NOT NULL CHECK (type IN ('member', 'non_member', 'group')),
  purpose    TEXT    NOT NULL,
  entry      TEXT    NOT NULL CHECK (entry IN ('scanned', 'typed', 'nfc', 'form', 'manual')),
  -- More than sixty seconds ('over'), at most so long ('within'), or not measured ('none').
  pace       TEXT    NOT NULL CHECK (pace IN ('within', 'over', 'none')),
  entries    INTEGER NOT NULL CHECK (entries >= 0),
  people     INTEGER NOT NULL CHECK (people >= 0),
  PRIMARY KEY (local_date, voided, type, purpose, entry, pace)
) STRICT, WITHOUT ROWID;

-- The same without telling kinds apart, and what the quick filters count: one row a day, so that ten years are read at once.
-- Kept by triggers, whatever writes the counts above.
CREATE TABLE day_rows (
  local_date TEXT    NOT NULL PRIMARY KEY,
  listed     INTEGER NOT NULL CHECK (listed >= 0),
  voided     INTEGER NOT NULL CHECK (voided >= 0),
  people     INTEGER NOT NULL CHECK (people >= 0),
  slow       INTEGER NOT NULL CHECK (slow >= 0),
  parties    INTEGER NOT NULL CHECK (parties >= 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER day_listed_new AFTER INSERT ON day_listed
BEGIN
  INSERT INTO day_rows (local_date, listed, voided, people, slow, parties)
  VALUES (NEW.local_date, NEW.entries, NEW.entries * NEW.voided, NEW.people * (1 - NEW.voided), NEW.entries * (NEW.pace = 'over'),
    NEW.entries * (NEW.type = 'group'))
  ON CONFLICT DO UPDATE SET listed = listed + excluded.listed, voided = voided + excluded.voided,
    people = people + excluded.people, slow = slow + excluded.slow, parties = parties + excluded.parties;
END;
CREATE TRIGGER day_listed_changed AFTER UPDATE OF entries, people ON day_listed
BEGIN
  UPDATE day_rows SET
    listed = listed + NEW.entries - OLD.entries,
    voided = voided + (NEW.entries - OLD.entries) * NEW.voided,
    people = people + (NEW.people - OLD.people) * (1 - NEW.voided),
    slow = slow + (NEW.entries - OLD.entries) * (NEW.pace = 'over'),
    parties = parties + (NEW.entries - OLD.entries) * (NEW.type = 'group')
  WHERE local_date = NEW.local_date;
END;
CREATE TRIGGER day_listed_gone AFTER DELETE ON day_listed
BEGIN
  UPDATE day_rows SET
    listed = listed - OLD.entries,
    voided = voided - OLD.entries * OLD.voided,
    people = people - OLD.people * (1 - OLD.voided),
    slow = slow - OLD.entries * (OLD.pace = 'over'),
    parties = parties - OLD.entries * (OLD.type = 'group')
  WHERE local_date = OLD.local_date;
  DELETE FROM day_rows WHERE local_date = OLD.local_date AND listed = 0;
END;

-- What happened to a row, for its details.
CREATE INDEX audit_subject ON audit_entry (subject, n) WHERE subject <> '';

-- Rows whose person asked to be erased; replayed after a restore of an older copy. Nothing but the id.
CREATE TABLE erasure_request (
  visit_id BLOB    NOT NULL PRIMARY KEY CHECK (length(visit_id) = 16),
  at_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
