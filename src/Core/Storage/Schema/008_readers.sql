-- The conversation that a post says it is part of, as its first author's server names it (FEP-7888).
ALTER TABLE posts ADD COLUMN context TEXT;

-- Conversations of which more may lie elsewhere: whether somebody waits for it, and when it was last looked for.
CREATE TABLE thread_readings (
    post_id TEXT    NOT NULL PRIMARY KEY REFERENCES posts (id),
    due_at  INTEGER,
    read_at INTEGER
) STRICT;
CREATE INDEX thread_readings_due ON thread_readings (due_at) WHERE due_at IS NOT NULL;

-- A reaction may be an emoji. One may react with several, so that the emoji counts among what is unique.
CREATE TABLE reactions_anew (
    id           TEXT    NOT NULL PRIMARY KEY,
    post_id      TEXT    NOT NULL REFERENCES posts (id),
    actor_id     TEXT    NOT NULL REFERENCES actors (id),
    kind         TEXT    NOT NULL CHECK (kind IN ('like', 'boost', 'emoji')),
    emoji        TEXT    NOT NULL CHECK ((kind = 'emoji') = (emoji <> '')),
    activity_uri TEXT    NOT NULL,
    at           INTEGER NOT NULL
) STRICT;
INSERT INTO reactions_anew SELECT id, post_id, actor_id, kind, '', activity_uri, at FROM reactions;
DROP TABLE reactions;
ALTER TABLE reactions_anew RENAME TO reactions;
CREATE UNIQUE INDEX reactions_once ON reactions (post_id, kind, actor_id, emoji);
CREATE INDEX reactions_actor ON reactions (actor_id, kind, id);
CREATE INDEX reactions_activity ON reactions (activity_uri);

-- Where somebody elsewhere has what they have pinned, and which posts people have pinned, here and elsewhere.
ALTER TABLE actors ADD COLUMN featured TEXT;
CREATE TABLE pinned_posts (
    actor_id TEXT    NOT NULL REFERENCES actors (id),
    post_id  TEXT    NOT NULL REFERENCES posts (id),
    at       INTEGER NOT NULL,
    PRIMARY KEY (actor_id, post_id)
) STRICT;
CREATE INDEX pinned_posts_post ON pinned_posts (post_id);

-- What members say of themselves.
ALTER TABLE members ADD COLUMN biography TEXT NOT NULL DEFAULT '';
CREATE TABLE profile_fields (
    member_id   TEXT    NOT NULL REFERENCES members (id),
    position    INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    value       TEXT    NOT NULL,
    checked_at  INTEGER,
    verified_at INTEGER,
    PRIMARY KEY (member_id, position)
) STRICT;
CREATE INDEX profile_fields_unchecked ON profile_fields (member_id) WHERE checked_at IS NULL;
