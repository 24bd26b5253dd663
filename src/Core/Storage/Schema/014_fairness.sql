-- Pools in which people take turns: everybody's lasting place, and the place that is first in the next round.
ALTER TABLE pools ADD COLUMN turn_first INTEGER NOT NULL DEFAULT 0;

CREATE TABLE pool_places (
    pool_id   TEXT    NOT NULL REFERENCES pools (id),
    member_id TEXT    NOT NULL REFERENCES members (id),
    position  INTEGER NOT NULL CHECK (position >= 0),
    PRIMARY KEY (pool_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX pool_places_position ON pool_places (pool_id, position);

-- What a steward has attested about a need or a member. The newest that has not ended holds.
CREATE TABLE attestations (
    id         TEXT    NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL CHECK (kind IN ('needclass', 'cohort', 'share')),
    subject_id TEXT    NOT NULL,
    value      INTEGER NOT NULL CHECK (value BETWEEN 0 AND 8),
    reason     TEXT    NOT NULL CHECK (length(reason) > 0),
    steward_id TEXT    NOT NULL REFERENCES members (id),
    at         INTEGER NOT NULL,
    ended_at   INTEGER
) STRICT;
CREATE UNIQUE INDEX attestations_holding ON attestations (subject_id, kind) WHERE ended_at IS NULL;
