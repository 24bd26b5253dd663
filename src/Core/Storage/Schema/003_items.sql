CREATE TABLE categories (
    id         TEXT    NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL CHECK (kind IN ('need', 'offer')),
    topic      TEXT    NOT NULL,
    version    INTEGER NOT NULL CHECK (version > 0),
    title      TEXT    NOT NULL,
    schema     TEXT    NOT NULL,
    added_by   TEXT,
    added_at   INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;

-- Needs and offers: the typed view of the newest signed version.
CREATE TABLE items (
    id            TEXT    NOT NULL PRIMARY KEY,
    kind          TEXT    NOT NULL CHECK (kind IN ('need', 'offer')),
    author_id     TEXT    NOT NULL,
    issuer        TEXT    NOT NULL,
    category      TEXT    NOT NULL REFERENCES categories (id),
    topic         TEXT    NOT NULL,
    version       INTEGER NOT NULL CHECK (version > 0),
    state         TEXT    NOT NULL CHECK (state IN ('open', 'met', 'withdrawn', 'expired')),
    title         TEXT    NOT NULL,
    summary       TEXT    NOT NULL,
    window_from   INTEGER NOT NULL,
    window_to     INTEGER NOT NULL,
    sections      TEXT    NOT NULL,
    visibility    TEXT    NOT NULL CHECK (visibility IN ('public', 'node', 'group', 'direct')),
    group_id      TEXT    REFERENCES groups (id),
    discoverable  INTEGER NOT NULL CHECK (discoverable IN (0, 1)),
    sealed_names  TEXT    NOT NULL,
    published_at  INTEGER NOT NULL,
    revised_at    INTEGER NOT NULL,
    ended_at      INTEGER,
    priority      TEXT    CHECK (priority IN ('normal', 'urgent')),
    asked_offer_id TEXT   REFERENCES items (id),
    units         INTEGER CHECK (units BETWEEN 1 AND 10000),
    CHECK (window_from < window_to),
    CHECK ((kind = 'offer') = (units IS NOT NULL)),
    CHECK ((kind = 'need') = (priority IS NOT NULL)),
    CHECK ((visibility = 'group') <= (group_id IS NOT NULL))
) STRICT;
CREATE INDEX items_newest ON items (id DESC) WHERE state = 'open';
CREATE INDEX items_author ON items (author_id, id DESC);
CREATE INDEX items_topic ON items (topic, kind, state, id DESC);
CREATE INDEX items_group ON items (group_id, id DESC) WHERE group_id IS NOT NULL;
CREATE INDEX items_ending ON items (window_to) WHERE state = 'open';

-- What was signed, byte for byte; a tombstone is a version too.
CREATE TABLE item_versions (
    item_id TEXT    NOT NULL REFERENCES items (id),
    version INTEGER NOT NULL,
    record  BLOB    NOT NULL,
    digest  BLOB    NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (item_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed_parts (
    item_id    TEXT    NOT NULL REFERENCES items (id),
    version    INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    key_id     TEXT    NOT NULL,
    ciphertext BLOB    NOT NULL,
    PRIMARY KEY (item_id, version, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE data_keys (
    id         TEXT    NOT NULL PRIMARY KEY,
    item_id    TEXT    NOT NULL REFERENCES items (id),
    version    INTEGER NOT NULL,
    wrapped    BLOB    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX data_keys_item ON data_keys (item_id);

-- One index over projections. Nothing private ever enters it.
CREATE TABLE search_entries (
    id      INTEGER NOT NULL PRIMARY KEY,
    item_id TEXT    NOT NULL REFERENCES items (id),
    title   TEXT    NOT NULL,
    summary TEXT    NOT NULL,
    words   TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_entries_item ON search_entries (item_id);
CREATE VIRTUAL TABLE search_index USING fts5 (
    title, summary, words, content = 'search_entries', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN
    INSERT INTO search_index (rowid, title, summary, words) VALUES (new.id, new.title, new.summary, new.words);
END;
CREATE TRIGGER search_entries_removed AFTER DELETE ON search_entries BEGIN
    INSERT INTO search_index (search_index, rowid, title, summary, words)
    VALUES ('delete', old.id, old.title, old.summary, old.words);
END;
CREATE TRIGGER search_entries_changed AFTER UPDATE ON search_entries BEGIN
    INSERT INTO search_index (search_index, rowid, title, summary, words)
    VALUES ('delete', old.id, old.title, old.summary, old.words);
    INSERT INTO search_index (rowid, title, summary, words) VALUES (new.id, new.title, new.summary, new.words);
END;

-- Time on one unit of an offer: a use that was promised, or a repair. Two that live never overlap.
CREATE TABLE unit_uses (
    id          TEXT    NOT NULL PRIMARY KEY,
    offer_id    TEXT    NOT NULL REFERENCES items (id),
    unit        INTEGER NOT NULL CHECK (unit > 0),
    purpose     TEXT    NOT NULL CHECK (purpose IN ('use', 'repair')),
    member_id   TEXT,
    topic       TEXT    NOT NULL,
    from_at     INTEGER NOT NULL,
    to_at       INTEGER NOT NULL,
    released_at INTEGER,
    CHECK (from_at < to_at)
) STRICT;
CREATE INDEX unit_uses_live ON unit_uses (offer_id, unit, from_at) WHERE released_at IS NULL;
CREATE INDEX unit_uses_member ON unit_uses (member_id, topic, from_at) WHERE member_id IS NOT NULL;
CREATE TRIGGER unit_uses_never_twice BEFORE INSERT ON unit_uses
WHEN new.released_at IS NULL AND EXISTS (
    SELECT 1 FROM unit_uses AS other
    WHERE other.offer_id = new.offer_id AND other.unit = new.unit AND other.released_at IS NULL
      AND other.from_at < new.to_at AND new.from_at < other.to_at)
BEGIN SELECT RAISE(ABORT, 'unit promised twice'); END;
CREATE TRIGGER unit_uses_never_moved_onto BEFORE UPDATE ON unit_uses
WHEN new.released_at IS NULL AND EXISTS (
    SELECT 1 FROM unit_uses AS other
    WHERE other.id <> new.id AND other.offer_id = new.offer_id AND other.unit = new.unit AND other.released_at IS NULL
      AND other.from_at < new.to_at AND new.from_at < other.to_at)
BEGIN SELECT RAISE(ABORT, 'unit promised twice'); END;
