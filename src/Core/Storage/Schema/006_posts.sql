-- What people say, here and elsewhere. Content is clean HTML; what its author wrote is kept beside it, for posts of this node.
CREATE TABLE posts (
    id           TEXT    NOT NULL PRIMARY KEY,
    uri          TEXT    NOT NULL,
    author_id    TEXT    NOT NULL REFERENCES actors (id),
    kind         TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    warning      TEXT    NOT NULL,
    content      TEXT    NOT NULL,
    source       TEXT,
    language     TEXT,
    visibility   TEXT    NOT NULL CHECK (visibility IN ('public', 'unlisted', 'followers', 'node', 'group', 'direct')),
    group_id     TEXT,
    item_id      TEXT,
    reply_to_uri TEXT,
    reply_to_id  TEXT,
    thread_id    TEXT    NOT NULL,
    page         TEXT    NOT NULL,
    version      INTEGER NOT NULL CHECK (version > 0),
    is_local     INTEGER NOT NULL CHECK (is_local IN (0, 1)),
    published_at INTEGER NOT NULL,
    received_at  INTEGER NOT NULL,
    edited_at    INTEGER,
    deleted_at   INTEGER
) STRICT;
CREATE UNIQUE INDEX posts_uri ON posts (uri);
CREATE INDEX posts_author ON posts (author_id, id);
CREATE INDEX posts_thread ON posts (thread_id, id);
CREATE INDEX posts_reply ON posts (reply_to_uri) WHERE reply_to_uri IS NOT NULL;
CREATE INDEX posts_community ON posts (id) WHERE is_local = 1 AND deleted_at IS NULL;

CREATE TABLE post_versions (
    post_id TEXT    NOT NULL REFERENCES posts (id),
    version INTEGER NOT NULL,
    warning TEXT    NOT NULL,
    content TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (post_id, version)
) STRICT;

-- Who is mentioned, or addressed alone.
CREATE TABLE post_readers (
    post_id  TEXT NOT NULL REFERENCES posts (id),
    actor_id TEXT NOT NULL REFERENCES actors (id),
    PRIMARY KEY (post_id, actor_id)
) STRICT;
CREATE INDEX post_readers_actor ON post_readers (actor_id, post_id);

CREATE TABLE post_tags (
    tag     TEXT NOT NULL,
    post_id TEXT NOT NULL REFERENCES posts (id),
    PRIMARY KEY (tag, post_id)
) STRICT;
CREATE INDEX post_tags_post ON post_tags (post_id);

CREATE TABLE reactions (
    id           TEXT    NOT NULL PRIMARY KEY,
    post_id      TEXT    NOT NULL REFERENCES posts (id),
    actor_id     TEXT    NOT NULL REFERENCES actors (id),
    kind         TEXT    NOT NULL CHECK (kind IN ('like', 'boost')),
    activity_uri TEXT    NOT NULL,
    at           INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX reactions_once ON reactions (post_id, kind, actor_id);
CREATE INDEX reactions_actor ON reactions (actor_id, kind, id);
CREATE INDEX reactions_activity ON reactions (activity_uri);

CREATE TABLE bookmarks (
    member_id TEXT    NOT NULL REFERENCES members (id),
    post_id   TEXT    NOT NULL REFERENCES posts (id),
    at        INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;

-- Needs and offers of other nodes: their projections, as their authors have signed them. They are decided about elsewhere.
CREATE TABLE mirrored_items (
    id           TEXT    NOT NULL PRIMARY KEY,
    uri          TEXT    NOT NULL,
    author_id    TEXT    NOT NULL REFERENCES actors (id),
    kind         TEXT    NOT NULL CHECK (kind IN ('need', 'offer')),
    issuer       TEXT    NOT NULL,
    authority    TEXT    NOT NULL,
    category     TEXT    NOT NULL,
    topic        TEXT    NOT NULL,
    version      INTEGER NOT NULL CHECK (version > 0),
    title        TEXT    NOT NULL,
    summary      TEXT    NOT NULL,
    window_from  INTEGER NOT NULL,
    window_to    INTEGER NOT NULL,
    page         TEXT    NOT NULL,
    record       BLOB    NOT NULL,
    received_at  INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;
CREATE UNIQUE INDEX mirrored_items_uri ON mirrored_items (uri);
