-- The node itself: what it is called, what it has promised to do, what has happened.
CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Secrets of the node (its passport, its groups' passports), each wrapped by the key that lives outside this file.
CREATE TABLE node_secrets (
    name       TEXT    NOT NULL PRIMARY KEY,
    box        BLOB    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE jobs (
    id          TEXT    NOT NULL PRIMARY KEY,
    kind        TEXT    NOT NULL,
    subject_id  TEXT    NOT NULL,
    due_at      INTEGER NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'dead')),
    attempts    INTEGER NOT NULL CHECK (attempts >= 0),
    leased_until INTEGER,
    problem     TEXT,
    created_at  INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
CREATE INDEX jobs_due ON jobs (due_at) WHERE state IN ('waiting', 'running');
CREATE UNIQUE INDEX jobs_promised_once ON jobs (kind, subject_id) WHERE state = 'waiting';

-- Append-only and hash-chained: entry n's hash covers entry n-1's.
CREATE TABLE log_entries (
    position   INTEGER NOT NULL PRIMARY KEY,
    at         INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    actor      TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    digest     BLOB,
    hash       BLOB    NOT NULL
) STRICT;
CREATE INDEX log_entries_subject ON log_entries (subject, position);
CREATE TRIGGER log_entries_stay BEFORE UPDATE ON log_entries BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_entries_remain BEFORE DELETE ON log_entries BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
