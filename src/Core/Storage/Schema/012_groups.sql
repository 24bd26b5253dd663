-- How far a group is known on the fediverse. Groups whose stewards add people ask whoever wants to follow them, too.
ALTER TABLE groups ADD COLUMN reach TEXT NOT NULL DEFAULT 'open' CHECK (reach IN ('open', 'asked', 'hidden'));
UPDATE groups SET reach = 'asked' WHERE joining = 'asked';

-- What a group has passed on to those who follow it (FEP-1b12), and which of its stewards took it out again.
CREATE TABLE group_posts (
    actor_id   TEXT    NOT NULL REFERENCES actors (id),
    post_id    TEXT    NOT NULL REFERENCES posts (id),
    wrapped    TEXT    NOT NULL,
    shared     TEXT,
    at         INTEGER NOT NULL,
    removed_at INTEGER,
    removed_by TEXT    REFERENCES members (id),
    PRIMARY KEY (actor_id, post_id)
) STRICT;
CREATE INDEX group_posts_post ON group_posts (post_id);

-- What somebody elsewhere says of themselves in lines: a list of pairs, name and clean HTML.
ALTER TABLE actors ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';
