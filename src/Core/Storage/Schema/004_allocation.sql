CREATE TABLE policies (
    id           TEXT    NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    version      INTEGER NOT NULL CHECK (version > 0),
    kind         TEXT    NOT NULL,
    parameters   TEXT    NOT NULL,
    hash         BLOB    NOT NULL,
    author_id    TEXT,
    effective_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX policies_version ON policies (name, version);

-- Where needs gather: everything of a topic, or one offer alone.
CREATE TABLE pools (
    id             TEXT    NOT NULL PRIMARY KEY,
    name           TEXT    NOT NULL,
    topic          TEXT    NOT NULL,
    offer_id       TEXT    REFERENCES items (id),
    group_id       TEXT    REFERENCES groups (id),
    policy_name    TEXT    NOT NULL,
    round_hours    INTEGER NOT NULL CHECK (round_hours BETWEEN 1 AND 2160),
    created_at     INTEGER NOT NULL,
    closed_at      INTEGER
) STRICT;
CREATE UNIQUE INDEX pools_topic ON pools (topic) WHERE offer_id IS NULL AND closed_at IS NULL;
CREATE UNIQUE INDEX pools_offer ON pools (offer_id) WHERE offer_id IS NOT NULL AND closed_at IS NULL;

CREATE TABLE rounds (
    id              TEXT    NOT NULL PRIMARY KEY,
    pool_id         TEXT    NOT NULL REFERENCES pools (id),
    number          INTEGER NOT NULL CHECK (number > 0),
    policy_id       TEXT    NOT NULL REFERENCES policies (id),
    state           TEXT    NOT NULL CHECK (state IN ('collecting', 'drawn', 'failed')),
    opens_at        INTEGER NOT NULL,
    closes_at       INTEGER NOT NULL,
    seed_commitment BLOB    NOT NULL,
    sealed_seed     BLOB    NOT NULL,
    transcript      BLOB,
    transcript_hash BLOB,
    signature       TEXT,
    drawn_at        INTEGER,
    problem         TEXT,
    CHECK (opens_at < closes_at)
) STRICT;
CREATE UNIQUE INDEX rounds_number ON rounds (pool_id, number);
CREATE UNIQUE INDEX rounds_one_collecting ON rounds (pool_id) WHERE state = 'collecting';

-- Each need's own line of a drawn round; its pseudonym is the name it bears in the public transcript.
CREATE TABLE drawn_lines (
    round_id    TEXT    NOT NULL REFERENCES rounds (id),
    need_id     TEXT    NOT NULL REFERENCES items (id),
    pseudonym   TEXT    NOT NULL,
    place       INTEGER,
    outcome     TEXT    NOT NULL,
    explanation TEXT    NOT NULL,
    PRIMARY KEY (round_id, need_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX drawn_lines_need ON drawn_lines (need_id);

CREATE TABLE assignments (
    id            TEXT    NOT NULL PRIMARY KEY,
    need_id       TEXT    NOT NULL REFERENCES items (id),
    offer_id      TEXT    NOT NULL REFERENCES items (id),
    offer_version INTEGER NOT NULL,
    use_id        TEXT    NOT NULL REFERENCES unit_uses (id),
    unit          INTEGER NOT NULL CHECK (unit > 0),
    assignee_id   TEXT    NOT NULL REFERENCES members (id),
    state         TEXT    NOT NULL CHECK (state IN ('held', 'active', 'ended', 'completed', 'declined', 'lapsed', 'released', 'revoked')),
    window_from   INTEGER NOT NULL,
    window_to     INTEGER NOT NULL,
    hold_until    INTEGER NOT NULL,
    round_id      TEXT    REFERENCES rounds (id),
    reason        TEXT    NOT NULL,
    issued_by     TEXT    NOT NULL,
    conditions    TEXT    NOT NULL,
    record        BLOB    NOT NULL,
    digest        BLOB    NOT NULL,
    renewals      INTEGER NOT NULL,
    issued_at     INTEGER NOT NULL,
    ended_at      INTEGER,
    CHECK (window_from < window_to),
    CHECK (round_id IS NOT NULL OR length(reason) > 0)
) STRICT;
CREATE UNIQUE INDEX assignments_one_live ON assignments (need_id) WHERE state IN ('held', 'active');
CREATE INDEX assignments_assignee ON assignments (assignee_id, id DESC);
CREATE INDEX assignments_offer ON assignments (offer_id, state);

CREATE TABLE assignment_steps (
    id            TEXT    NOT NULL PRIMARY KEY,
    assignment_id TEXT    NOT NULL REFERENCES assignments (id),
    state         TEXT    NOT NULL,
    actor         TEXT    NOT NULL,
    note          TEXT    NOT NULL,
    record        BLOB    NOT NULL,
    at            INTEGER NOT NULL
) STRICT;
CREATE INDEX assignment_steps_assignment ON assignment_steps (assignment_id, id);

CREATE TABLE key_grants (
    id         TEXT    NOT NULL PRIMARY KEY,
    holder_id  TEXT    NOT NULL,
    item_id    TEXT    NOT NULL REFERENCES items (id),
    version    INTEGER NOT NULL,
    key_id     TEXT    NOT NULL,
    statement  BLOB    NOT NULL,
    issued_at  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX key_grants_item ON key_grants (item_id, id);

-- Written before the answer leaves; a refusal is an entry too.
CREATE TABLE grant_attempts (
    id         TEXT    NOT NULL PRIMARY KEY,
    at         INTEGER NOT NULL,
    member_id  TEXT    NOT NULL,
    item_id    TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    allowed    INTEGER NOT NULL CHECK (allowed IN (0, 1)),
    rule       TEXT    NOT NULL,
    grant_id   TEXT
) STRICT;
CREATE INDEX grant_attempts_item ON grant_attempts (item_id, id);
CREATE INDEX grant_attempts_member ON grant_attempts (member_id, id);

CREATE TABLE outcomes (
    id                 TEXT    NOT NULL PRIMARY KEY,
    assignment_id      TEXT    NOT NULL REFERENCES assignments (id),
    author_id          TEXT    NOT NULL,
    issuer             TEXT    NOT NULL,
    result             TEXT    NOT NULL CHECK (result IN ('completed', 'partial', 'failed')),
    notes              TEXT    NOT NULL,
    condition          TEXT    NOT NULL,
    maintenance_needed INTEGER NOT NULL CHECK (maintenance_needed IN (0, 1)),
    on_time            INTEGER NOT NULL CHECK (on_time IN (0, 1)),
    record             BLOB    NOT NULL,
    digest             BLOB    NOT NULL,
    recorded_at        INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX outcomes_one_a_side ON outcomes (assignment_id, author_id);

CREATE TABLE maintenance_tickets (
    id          TEXT    NOT NULL PRIMARY KEY,
    number      INTEGER NOT NULL,
    offer_id    TEXT    NOT NULL REFERENCES items (id),
    unit        INTEGER NOT NULL CHECK (unit > 0),
    use_id      TEXT    NOT NULL REFERENCES unit_uses (id),
    outcome_id  TEXT    REFERENCES outcomes (id),
    state       TEXT    NOT NULL CHECK (state IN ('assess', 'repair', 'resolved', 'retired')),
    problem     TEXT    NOT NULL,
    note        TEXT    NOT NULL,
    opened_by   TEXT    NOT NULL,
    opened_at   INTEGER NOT NULL,
    resolved_by TEXT,
    resolved_at INTEGER
) STRICT;
CREATE UNIQUE INDEX maintenance_tickets_number ON maintenance_tickets (number);
CREATE INDEX maintenance_tickets_open ON maintenance_tickets (offer_id) WHERE resolved_at IS NULL;
