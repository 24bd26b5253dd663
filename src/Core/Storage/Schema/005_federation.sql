-- Anyone who acts, here or elsewhere, as they said of themselves last. Every text of theirs is hostile until it is shown as text.
CREATE TABLE actors (
    id            TEXT    NOT NULL PRIMARY KEY,
    uri           TEXT    NOT NULL,
    host          TEXT    NOT NULL,
    kind          TEXT    NOT NULL CHECK (kind IN ('person', 'group', 'application', 'service', 'organization')),
    local_id      TEXT,
    handle        TEXT    NOT NULL,
    name          TEXT    NOT NULL,
    summary       TEXT    NOT NULL,
    page          TEXT    NOT NULL,
    inbox         TEXT    NOT NULL,
    shared_inbox  TEXT,
    outbox        TEXT    NOT NULL,
    followers     TEXT,
    also_known_as TEXT    NOT NULL,
    moved_to      TEXT,
    keys          TEXT    NOT NULL,
    state         TEXT    NOT NULL CHECK (state IN ('active', 'gone')),
    fetched_at    INTEGER NOT NULL,
    created_at    INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX actors_uri ON actors (uri);
CREATE UNIQUE INDEX actors_local ON actors (local_id) WHERE local_id IS NOT NULL;
CREATE INDEX actors_handle ON actors (handle COLLATE NOCASE, host);

CREATE TABLE follows (
    id           TEXT    NOT NULL PRIMARY KEY,
    follower_id  TEXT    NOT NULL REFERENCES actors (id),
    followed_id  TEXT    NOT NULL REFERENCES actors (id),
    activity_uri TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('asked', 'accepted')),
    at           INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX follows_once ON follows (follower_id, followed_id);
CREATE INDEX follows_followed ON follows (followed_id, state);
CREATE INDEX follows_activity ON follows (activity_uri);

-- What stewards have decided about other servers.
CREATE TABLE host_rules (
    host       TEXT    NOT NULL PRIMARY KEY,
    severity   TEXT    NOT NULL CHECK (severity IN ('allow', 'limit', 'suspend')),
    reason     TEXT    NOT NULL,
    decided_by TEXT    NOT NULL,
    decided_at INTEGER NOT NULL,
    ends_at    INTEGER
) STRICT;

-- What is known of other servers: how they sign, and whether they answer.
CREATE TABLE remote_hosts (
    host          TEXT    NOT NULL PRIMARY KEY,
    scheme        TEXT    NOT NULL CHECK (scheme IN ('cavage', 'rfc9421')),
    failures      INTEGER NOT NULL CHECK (failures >= 0),
    paused_until  INTEGER,
    answered_at   INTEGER,
    first_seen_at INTEGER NOT NULL
) STRICT;

-- What came in. The hash of the id stays for ever, so that nothing is done twice; the body goes once it was done.
CREATE TABLE inbox_items (
    id          TEXT    NOT NULL PRIMARY KEY,
    uri_hash    BLOB    NOT NULL,
    actor_id    TEXT    NOT NULL REFERENCES actors (id),
    type        TEXT    NOT NULL,
    body        BLOB,
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'done', 'refused', 'dead')),
    attempts    INTEGER NOT NULL CHECK (attempts >= 0),
    due_at      INTEGER NOT NULL,
    problem     TEXT,
    received_at INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
CREATE UNIQUE INDEX inbox_items_once ON inbox_items (uri_hash);
CREATE INDEX inbox_items_due ON inbox_items (due_at) WHERE state = 'waiting';

-- What goes out: once as a document, and a line for each inbox.
CREATE TABLE outbox_activities (
    id        TEXT    NOT NULL PRIMARY KEY,
    actor_id  TEXT    NOT NULL REFERENCES actors (id),
    uri       TEXT    NOT NULL,
    type      TEXT    NOT NULL,
    subject   TEXT,
    document  BLOB    NOT NULL,
    is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
    at        INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX outbox_activities_uri ON outbox_activities (uri);
CREATE INDEX outbox_activities_actor ON outbox_activities (actor_id, id);
CREATE INDEX outbox_activities_subject ON outbox_activities (subject, id) WHERE subject IS NOT NULL;

CREATE TABLE deliveries (
    id          TEXT    NOT NULL PRIMARY KEY,
    activity_id TEXT    NOT NULL REFERENCES outbox_activities (id),
    inbox       TEXT    NOT NULL,
    host        TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'delivered', 'refused', 'dead')),
    attempts    INTEGER NOT NULL CHECK (attempts >= 0),
    due_at      INTEGER NOT NULL,
    problem     TEXT,
    created_at  INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
CREATE UNIQUE INDEX deliveries_once ON deliveries (activity_id, inbox);
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE state = 'waiting';
CREATE INDEX deliveries_host ON deliveries (host, state);
