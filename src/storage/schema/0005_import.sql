-- The membership list as staff see it: found by any word of a name, counted, and its last import undone.

-- Whether member_before holds what this import replaced: at most one row has it, the last import.
ALTER TABLE member_import ADD COLUMN can_undo INTEGER NOT NULL DEFAULT 0 CHECK (can_undo IN (0, 1));

-- One row for each word of a name: the name's words in small letters, turned so that this word stands first. A search
-- for the beginning of any word reads a stretch of it, by name; the rows with whole = 1 are the list by name.
CREATE TABLE member_word (
  turned      TEXT    NOT NULL,
  card_number TEXT    NOT NULL,
  whole       INTEGER NOT NULL CHECK (whole IN (0, 1)),
  PRIMARY KEY (turned, card_number)
) STRICT, WITHOUT ROWID;

-- How many members have which status; kept by every transaction that changes the list.
CREATE TABLE member_total (
  status TEXT    NOT NULL PRIMARY KEY CHECK (status IN ('active', 'inactive', 'blocked')),
  n      INTEGER NOT NULL CHECK (n >= 0)
) STRICT, WITHOUT ROWID;

-- The rows that the last import replaced, as they were. Whom it added stands in member alone, with its number.
CREATE TABLE member_before (
  card_number TEXT NOT NULL PRIMARY KEY,
  name        TEXT NOT NULL,
  sex         TEXT,
  birth_date  TEXT,
  education   TEXT,
  occupation  TEXT,
  address     TEXT,
  valid_until TEXT,
  status      TEXT NOT NULL,
  import_n    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
