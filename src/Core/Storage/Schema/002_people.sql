-- Passports that the node holds for people without scripting: the seed, wrapped under a passphrase that is not here.
CREATE TABLE held_passports (
    did           TEXT    NOT NULL PRIMARY KEY,
    salt          BLOB    NOT NULL,
    passes        INTEGER NOT NULL,
    memory_kib    INTEGER NOT NULL,
    box           BLOB    NOT NULL,
    created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE challenges (
    nonce_hash BLOB    NOT NULL PRIMARY KEY,
    purpose    TEXT    NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX challenges_expiry ON challenges (expires_at);

CREATE TABLE members (
    id           TEXT    NOT NULL PRIMARY KEY,
    did          TEXT    NOT NULL,
    handle       TEXT    NOT NULL,
    display_name TEXT    NOT NULL,
    custody      TEXT    NOT NULL CHECK (custody IN ('member', 'node')),
    state        TEXT    NOT NULL CHECK (state IN ('pending', 'active', 'refused', 'suspended', 'left')),
    application  TEXT    NOT NULL,
    theme        TEXT,
    scheme       TEXT,
    joined_at    INTEGER NOT NULL,
    decided_at   INTEGER,
    decided_by   TEXT
) STRICT;
CREATE UNIQUE INDEX members_did ON members (did);
CREATE UNIQUE INDEX members_handle ON members (handle COLLATE NOCASE);

CREATE TABLE sessions (
    id_hash      BLOB    NOT NULL PRIMARY KEY,
    member_id    TEXT    NOT NULL REFERENCES members (id),
    created_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    device       TEXT    NOT NULL,
    unlocked     BLOB
) STRICT;
CREATE INDEX sessions_member ON sessions (member_id);

CREATE TABLE invitations (
    id         TEXT    NOT NULL PRIMARY KEY,
    code_hash  BLOB    NOT NULL,
    created_by TEXT    NOT NULL REFERENCES members (id),
    note       TEXT    NOT NULL,
    uses_left  INTEGER NOT NULL CHECK (uses_left >= 0),
    expires_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX invitations_code ON invitations (code_hash);

CREATE TABLE groups (
    id         TEXT    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    summary    TEXT    NOT NULL,
    did        TEXT    NOT NULL,
    joining    TEXT    NOT NULL CHECK (joining IN ('open', 'asked')),
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX groups_name ON groups (name COLLATE NOCASE);

-- Who stands in what relation to what, from when until when. The only source of rights.
CREATE TABLE relations (
    id          TEXT    NOT NULL PRIMARY KEY,
    subject_id  TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    object_type TEXT    NOT NULL,
    object_id   TEXT    NOT NULL,
    from_at     INTEGER NOT NULL,
    to_at       INTEGER,
    granted_by  TEXT,
    created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX relations_subject ON relations (subject_id, name, object_type, object_id);
CREATE INDEX relations_object ON relations (object_type, object_id, name);

CREATE TABLE notifications (
    id           TEXT    NOT NULL PRIMARY KEY,
    member_id    TEXT    NOT NULL REFERENCES members (id),
    kind         TEXT    NOT NULL,
    subject_type TEXT    NOT NULL,
    subject_id   TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    read_at      INTEGER
) STRICT;
CREATE INDEX notifications_member ON notifications (member_id, id);
