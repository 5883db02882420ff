-- The internet room: who allowed a session and how it is left, the queue, broken computers, ratings, notes for staff.

ALTER TABLE internet_session ADD COLUMN allowed_by INTEGER REFERENCES staff (id);
-- Of an open session without a KTA. Plain: three figures have no secret that a hash could keep, and it goes with the end.
ALTER TABLE internet_session ADD COLUMN exit_code TEXT CHECK (exit_code GLOB '[0-9][0-9][0-9]');
ALTER TABLE internet_session ADD COLUMN wrong_proofs INTEGER NOT NULL DEFAULT 0 CHECK (wrong_proofs BETWEEN 0 AND 3);
-- The first "Selesai internet" of a visitor who went back to tidy up.
ALTER TABLE internet_session ADD COLUMN leaving_since_ms INTEGER;
-- From the first "Selesai internet" to done; unknown where the clock was turned between them, or staff ended it.
ALTER TABLE internet_session ADD COLUMN checkout_s INTEGER CHECK (checkout_s >= 0);

CREATE INDEX session_seat_used ON internet_session (seat, ended_at_ms);

CREATE TABLE queue_ticket (
  n             INTEGER PRIMARY KEY,
  visit_n       INTEGER NOT NULL UNIQUE REFERENCES visit (n),
  local_date    TEXT    NOT NULL CHECK (local_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  number        INTEGER NOT NULL CHECK (number >= 1),
  card_number   TEXT    CHECK (card_number <> ''),
  taken_at_ms   INTEGER NOT NULL,
  allowed_by    INTEGER REFERENCES staff (id),
  state         TEXT    NOT NULL CHECK (state IN ('waiting', 'called', 'seated', 'missed', 'cleared', 'voided')),
  -- The computer that is held while it is called, and since when.
  seat          TEXT    CHECK (seat <> ''),
  called_at_ms  INTEGER,
  UNIQUE (local_date, number),
  CHECK ((state = 'called') = (seat IS NOT NULL) AND (state = 'called') = (called_at_ms IS NOT NULL))
) STRICT;

-- A computer is held for one number, and a card has one number.
CREATE UNIQUE INDEX ticket_seat ON queue_ticket (seat) WHERE state = 'called';
CREATE UNIQUE INDEX ticket_card ON queue_ticket (card_number) WHERE state IN ('waiting', 'called') AND card_number IS NOT NULL;
CREATE INDEX ticket_live ON queue_ticket (local_date, number) WHERE state IN ('waiting', 'called', 'missed');

CREATE TABLE broken_seat (
  seat     TEXT    NOT NULL PRIMARY KEY CHECK (seat <> ''),
  reason   TEXT    NOT NULL CHECK (reason IN ('dead', 'part', 'network', 'software', 'other')),
  since_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT, WITHOUT ROWID;

-- Nobody can join a rating to a person: counts by day alone, and words under a key of chance that keeps no order.
CREATE TABLE rating_count (
  local_date TEXT    NOT NULL,
  purpose    TEXT    NOT NULL,
  score      INTEGER NOT NULL CHECK (score BETWEEN 1 AND 4),
  n          INTEGER NOT NULL CHECK (n >= 1),
  PRIMARY KEY (local_date, purpose, score)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating_words (
  key        BLOB NOT NULL PRIMARY KEY CHECK (length(key) = 16),
  local_date TEXT NOT NULL,
  purpose    TEXT NOT NULL,
  words      TEXT NOT NULL CHECK (words <> '')
) STRICT, WITHOUT ROWID;

-- Visitors who were told that the service needs a valid KTA. They leave no row, so nothing else holds this.
CREATE TABLE turned_away (
  local_date TEXT    NOT NULL,
  reason     TEXT    NOT NULL CHECK (reason IN ('no_card', 'expired', 'blocked', 'unlisted')),
  n          INTEGER NOT NULL CHECK (n >= 1),
  PRIMARY KEY (local_date, reason)
) STRICT, WITHOUT ROWID;

-- What a visitor reported when leaving, until staff have seen to it.
CREATE TABLE room_note (
  n          INTEGER PRIMARY KEY,
  at_ms      INTEGER NOT NULL,
  visit_n    INTEGER NOT NULL REFERENCES visit (n),
  seat       TEXT    NOT NULL CHECK (seat <> ''),
  -- Ids of the points that were not ticked.
  points     TEXT    NOT NULL CHECK (points NOT GLOB '*[^a-z_ ]*' AND points <> ''),
  reason     TEXT    NOT NULL CHECK (reason IN ('broken', 'forgotten', 'other')),
  done_at_ms INTEGER,
  done_by    INTEGER REFERENCES staff (id),
  CHECK ((done_at_ms IS NULL) = (done_by IS NULL))
) STRICT;

CREATE INDEX room_note_open ON room_note (n) WHERE done_at_ms IS NULL;
