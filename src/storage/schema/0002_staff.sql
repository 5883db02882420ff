-- Staff with their PINs, the lock of the PIN pad, and the audit log.

CREATE TABLE staff (
  -- Never given twice, since rows are never deleted: the audit log names it.
  id            INTEGER PRIMARY KEY CHECK (id >= 1),
  name          TEXT    NOT NULL CHECK (name <> ''),
  -- The name in small letters: two members of staff differ by more than that.
  name_key      TEXT    NOT NULL CHECK (name_key <> ''),
  role          TEXT    NOT NULL CHECK (role IN ('librarian', 'administrator')),
  -- argon2id in PHC form; gone with the person.
  pin_hash      TEXT    CHECK (pin_hash GLOB '$argon2id$*'),
  added_at_ms   INTEGER NOT NULL,
  pin_set_at_ms INTEGER NOT NULL,
  removed_at_ms INTEGER,
  CHECK ((removed_at_ms IS NULL) = (pin_hash IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX staff_name ON staff (name_key) WHERE removed_at_ms IS NULL;

-- One row. What remains of a lock runs only while the program runs.
CREATE TABLE staff_lock (
  only_row     INTEGER PRIMARY KEY CHECK (only_row = 1),
  wrong        INTEGER NOT NULL CHECK (wrong BETWEEN 0 AND 4),
  closed       INTEGER NOT NULL CHECK (closed BETWEEN 0 AND 4),
  remaining_ms INTEGER NOT NULL CHECK (remaining_ms BETWEEN 0 AND 3600000)
) STRICT;

-- Ids, names of fields and reason codes, never values. Each hash depends on all entries before it.
CREATE TABLE audit_entry (
  n         INTEGER PRIMARY KEY CHECK (n >= 1),
  at_ms     INTEGER NOT NULL,
  actor     TEXT    NOT NULL CHECK (actor IN ('staff', 'console', 'kiosk')),
  staff_id  INTEGER REFERENCES staff (id),
  act       TEXT    NOT NULL CHECK (length(act) BETWEEN 1 AND 40 AND act NOT GLOB '*[^a-z0-9_]*'),
  subject   TEXT    NOT NULL CHECK (length(subject) <= 60 AND subject NOT GLOB '*[^a-z0-9_:-]*'),
  fields    TEXT    NOT NULL CHECK (fields NOT GLOB '*[^a-z0-9_. ]*'),
  reason    TEXT    NOT NULL CHECK (length(reason) <= 40 AND reason NOT GLOB '*[^a-z0-9_]*'),
  text_hash BLOB    CHECK (length(text_hash) = 32),
  hash      BLOB    NOT NULL CHECK (length(hash) = 32),
  CHECK ((actor = 'staff') = (staff_id IS NOT NULL))
) STRICT;

CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'an entry of the audit log is never changed'); END;
CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'an entry of the audit log is never removed'); END;

-- A person's own words, erased after their time; the chain holds only their salted hash.
CREATE TABLE audit_text (
  entry_n INTEGER PRIMARY KEY REFERENCES audit_entry (n),
  salt    BLOB NOT NULL CHECK (length(salt) = 16),
  text    TEXT NOT NULL
) STRICT;
