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

-- What happened to a row, for its details.
CREATE INDEX audit_subject ON audit_entry (subject, n) WHERE subject <> '';

-- Rows whose person asked to be erased; replayed after a restore of an older copy. Nothing but the id.
CREATE TABLE erasure_request (
  visit_id BLOB    NOT NULL PRIMARY KEY CHECK (length(visit_id) = 16),
  at_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
