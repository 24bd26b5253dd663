-- What the stewards of this node have decided about somebody; what it was and why stands with the decision.
ALTER TABLE actors ADD COLUMN standing TEXT NOT NULL DEFAULT 'good' CHECK (standing IN ('good', 'limited', 'suspended'));
CREATE INDEX actors_standing ON actors (standing);

-- Whom somebody does not want to meet. That of somebody elsewhere is here because their server has said so.
CREATE TABLE blocks (
    id           TEXT    NOT NULL PRIMARY KEY,
    actor_id     TEXT    NOT NULL REFERENCES actors (id),
    target_id    TEXT    NOT NULL REFERENCES actors (id),
    kind         TEXT    NOT NULL CHECK (kind IN ('mute', 'block')),
    activity_uri TEXT    NOT NULL,
    at           INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX blocks_once ON blocks (actor_id, target_id);
CREATE INDEX blocks_target ON blocks (target_id, kind);
CREATE INDEX blocks_activity ON blocks (activity_uri);

-- Servers of which somebody wants to see nothing.
CREATE TABLE blocked_hosts (
    actor_id TEXT    NOT NULL REFERENCES actors (id),
    host     TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (actor_id, host)
) STRICT;

-- What somebody has told the stewards about somebody. One of the two who told it is known, and never both.
CREATE TABLE reports (
    id           TEXT    NOT NULL PRIMARY KEY,
    about_id     TEXT    NOT NULL REFERENCES actors (id),
    reporter_id  TEXT    REFERENCES members (id),
    from_id      TEXT    REFERENCES actors (id),
    category     TEXT    NOT NULL CHECK (category IN ('spam', 'unkind', 'unsafe', 'unlawful', 'rules', 'other')),
    comment      TEXT    NOT NULL,
    item_id      TEXT,
    forwarded_at INTEGER,
    at           INTEGER NOT NULL,
    taken_by     TEXT    REFERENCES members (id),
    outcome      TEXT    CHECK (outcome IN ('nothing', 'removed', 'warned', 'limited', 'suspended')),
    answer       TEXT    NOT NULL,
    closed_by    TEXT    REFERENCES members (id),
    closed_at    INTEGER,
    CHECK (reporter_id IS NULL OR from_id IS NULL)
) STRICT;
CREATE INDEX reports_open ON reports (id) WHERE closed_at IS NULL;
CREATE INDEX reports_about ON reports (about_id);
CREATE INDEX reports_reporter ON reports (reporter_id) WHERE reporter_id IS NOT NULL;

CREATE TABLE reported_posts (
    report_id TEXT NOT NULL REFERENCES reports (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    PRIMARY KEY (report_id, post_id)
) STRICT;

CREATE TABLE report_notes (
    id        TEXT    NOT NULL PRIMARY KEY,
    report_id TEXT    NOT NULL REFERENCES reports (id),
    author_id TEXT    NOT NULL REFERENCES members (id),
    text      TEXT    NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX report_notes_report ON report_notes (report_id, id);

-- What stewards decided about somebody, why, until when, and what came of an appeal.
CREATE TABLE sanctions (
    id          TEXT    NOT NULL PRIMARY KEY,
    actor_id    TEXT    NOT NULL REFERENCES actors (id),
    kind        TEXT    NOT NULL CHECK (kind IN ('warning', 'limit', 'suspension')),
    reason      TEXT    NOT NULL,
    decided_by  TEXT    NOT NULL REFERENCES members (id),
    decided_at  INTEGER NOT NULL,
    report_id   TEXT    REFERENCES reports (id),
    ends_at     INTEGER,
    ended_at    INTEGER,
    appeal      TEXT,
    appealed_at INTEGER,
    answer      TEXT,
    answered_by TEXT    REFERENCES members (id),
    answered_at INTEGER,
    is_granted  INTEGER NOT NULL CHECK (is_granted IN (0, 1))
) STRICT;
CREATE INDEX sanctions_actor ON sanctions (actor_id, id);
CREATE INDEX sanctions_appeals ON sanctions (id) WHERE appealed_at IS NOT NULL AND answered_at IS NULL;
