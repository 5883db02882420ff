-- The visitors' book. Migrations are appended, never edited: a book in the field has run this text as it stands.
-- Moments are UTC milliseconds; utc_offset_s is the library's offset at that moment, and local_date the day that it gives.

CREATE TABLE visit (
  n               INTEGER PRIMARY KEY,
  id              BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  at_ms           INTEGER NOT NULL CHECK (at_ms BETWEEN 0 AND 253402214400000),
  utc_offset_s    INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -86399 AND 86399),
  local_date      TEXT    NOT NULL CHECK (local_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kiosk           TEXT    NOT NULL,
  membership_type TEXT    NOT NULL CHECK (membership_type IN ('member', 'non_member', 'group')),
  card_number     TEXT    CHECK (card_number <> ''),
  name            TEXT    CHECK (name <> ''),
  sex             TEXT    CHECK (sex IN ('male', 'female')),
  age_group       TEXT    CHECK (age_group IN ('child', 'teen', 'adult', 'senior')),
  education       TEXT    CHECK (education IN ('none', 'kindergarten', 'sd', 'smp', 'sma', 'd1', 'd2', 'd3', 's1', 's2', 's3')),
  occupation      TEXT    CHECK (occupation IN ('pupil', 'student', 'civil_servant', 'private_employee', 'teacher', 'lecturer',
                                                'researcher', 'military_police', 'self_employed', 'retired', 'other')),
  origin          TEXT,
  institution     TEXT,
  -- People by sex; both unknown (NULL) for one person whose sex is not known.
  male            INTEGER CHECK (male >= 0),
  female          INTEGER CHECK (female >= 0),
  headcount       INTEGER NOT NULL CHECK (headcount >= 1),
  purpose         TEXT    NOT NULL CHECK (length(purpose) BETWEEN 1 AND 40 AND purpose NOT GLOB '*[^a-z0-9_]*'),
  purpose_note    TEXT,
  entry           TEXT    NOT NULL CHECK (entry IN ('scanned', 'typed', 'nfc', 'form', 'manual')),
  -- Tenths of a second from the first touch or scan to just before COMMIT; NULL when entered by hand afterwards.
  checkin_ds      INTEGER CHECK (checkin_ds >= 0),
  card_expired    INTEGER NOT NULL DEFAULT 0 CHECK (card_expired IN (0, 1)),
  card_unverified INTEGER NOT NULL DEFAULT 0 CHECK (card_unverified IN (0, 1)),
  clock_suspect   INTEGER NOT NULL DEFAULT 0 CHECK (clock_suspect IN (0, 1)),
  voided          INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  void_reason     TEXT    CHECK (length(void_reason) BETWEEN 1 AND 40 AND void_reason NOT GLOB '*[^a-z0-9_]*'),
  voided_at_ms    INTEGER,
  corrects_n      INTEGER REFERENCES visit (n),
  -- When the personal data of the row was erased; its counted facts stay.
  erased_at_ms    INTEGER,
  CHECK ((male IS NULL) = (female IS NULL)),
  CHECK (male IS NULL OR male + female = headcount),
  CHECK (membership_type <> 'group' OR (male IS NOT NULL AND headcount >= 2 AND sex IS NULL)),
  CHECK (membership_type = 'group' OR headcount = 1),
  CHECK (membership_type = 'group' OR (sex IS NULL) = (male IS NULL)),
  CHECK (sex IS NULL OR male = (sex = 'male')),
  CHECK (membership_type = 'group' OR institution IS NULL),
  CHECK (membership_type = 'member' OR card_number IS NULL),
  CHECK (erased_at_ms IS NOT NULL OR name IS NOT NULL),
  CHECK (erased_at_ms IS NOT NULL OR membership_type <> 'member' OR card_number IS NOT NULL),
  CHECK (erased_at_ms IS NOT NULL OR membership_type <> 'group' OR institution IS NOT NULL),
  CHECK ((voided = 1) = (void_reason IS NOT NULL) AND (voided = 1) = (voided_at_ms IS NOT NULL))
) STRICT;

CREATE INDEX visit_at ON visit (at_ms);
CREATE INDEX visit_card ON visit (card_number, at_ms) WHERE card_number IS NOT NULL AND voided = 0;
CREATE INDEX visit_corrects ON visit (corrects_n) WHERE corrects_n IS NOT NULL;

CREATE TABLE internet_session (
  n             INTEGER PRIMARY KEY,
  visit_n       INTEGER NOT NULL UNIQUE REFERENCES visit (n),
  seat          TEXT    NOT NULL CHECK (seat <> ''),
  card_number   TEXT    CHECK (card_number <> ''),
  started_at_ms INTEGER NOT NULL,
  utc_offset_s  INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -86399 AND 86399),
  -- The last sign of life while the session was open, for a kiosk that was off over night.
  seen_at_ms    INTEGER NOT NULL,
  ended_at_ms   INTEGER,
  end_kind      TEXT    CHECK (end_kind IN ('self', 'staff', 'automatic')),
  shut_down     INTEGER CHECK (shut_down IN (0, 1)),
  tidied        INTEGER CHECK (tidied IN (0, 1)),
  clean         INTEGER CHECK (clean IN (0, 1)),
  CHECK ((ended_at_ms IS NULL) = (end_kind IS NULL)),
  CHECK (ended_at_ms IS NULL OR ended_at_ms >= started_at_ms)
) STRICT;

-- At most one open session a seat and a card.
CREATE UNIQUE INDEX session_open_seat ON internet_session (seat) WHERE ended_at_ms IS NULL;
CREATE UNIQUE INDEX session_open_card ON internet_session (card_number) WHERE ended_at_ms IS NULL AND card_number IS NOT NULL;
CREATE INDEX session_started ON internet_session (started_at_ms);

CREATE TABLE member_import (
  n           INTEGER PRIMARY KEY,
  at_ms       INTEGER NOT NULL,
  source      TEXT    NOT NULL,
  whole_list  INTEGER NOT NULL CHECK (whole_list IN (0, 1)),
  added       INTEGER NOT NULL,
  updated     INTEGER NOT NULL,
  unchanged   INTEGER NOT NULL,
  deactivated INTEGER NOT NULL,
  rejected    INTEGER NOT NULL,
  undone_at_ms INTEGER
) STRICT;

CREATE TABLE member (
  card_number TEXT NOT NULL PRIMARY KEY CHECK (card_number <> ''),
  name        TEXT NOT NULL CHECK (name <> ''),
  sex         TEXT CHECK (sex IN ('male', 'female')),
  birth_date  TEXT CHECK (birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  education   TEXT CHECK (education IN ('none', 'kindergarten', 'sd', 'smp', 'sma', 'd1', 'd2', 'd3', 's1', 's2', 's3')),
  occupation  TEXT CHECK (occupation IN ('pupil', 'student', 'civil_servant', 'private_employee', 'teacher', 'lecturer',
                                         'researcher', 'military_police', 'self_employed', 'retired', 'other')),
  address     TEXT,
  valid_until TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  status      TEXT NOT NULL CHECK (status IN ('active', 'inactive', 'blocked')),
  -- The import that gave the row its present content.
  import_n    INTEGER NOT NULL REFERENCES member_import (n)
) STRICT, WITHOUT ROWID;

-- The words of every purpose that was ever on the screen, so that old statistics keep them.
CREATE TABLE purpose_label (
  id       TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9_]*'),
  label_id TEXT NOT NULL,
  label_en TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Kept by the transaction of the visit itself. A day's rows lie together, so that a visit touches one page of it.
-- Keys are the ids of the dimension, 'unknown' where the visit does not say; of type_purpose 'type/purpose'.
-- sex: an entry counts once under every sex that has people in it, its people by sex.
-- seat and session: only visits with a session; the key of session is how it ended, or 'open'.
CREATE TABLE day_total (
  local_date TEXT    NOT NULL,
  dimension  TEXT    NOT NULL CHECK (dimension IN ('total', 'hour', 'type', 'purpose', 'type_purpose', 'sex', 'age', 'education',
                                                   'occupation', 'seat', 'session')),
  key        TEXT    NOT NULL,
  entries    INTEGER NOT NULL CHECK (entries >= 0),
  people     INTEGER NOT NULL CHECK (people >= 0),
  PRIMARY KEY (local_date, dimension, key)
) STRICT, WITHOUT ROWID;

-- checkin: seconds, bucket b holds (b-1, b], 600 is "more than 599". session and wait: minutes in the same way.
CREATE TABLE day_histogram (
  local_date TEXT    NOT NULL,
  measure    TEXT    NOT NULL CHECK (measure IN ('checkin', 'session', 'wait')),
  type       TEXT    NOT NULL CHECK (type IN ('member', 'non_member', 'group')),
  bucket     INTEGER NOT NULL CHECK (bucket BETWEEN 0 AND 600),
  n          INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (local_date, measure, type, bucket)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
