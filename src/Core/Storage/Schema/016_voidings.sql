-- A drawn round that two stewards declare void. The round and its transcript stay as they are.
CREATE TABLE round_voidings (
    round_id     TEXT    NOT NULL PRIMARY KEY REFERENCES rounds (id),
    reason       TEXT    NOT NULL,
    proposed_by  TEXT    NOT NULL REFERENCES members (id),
    proposed_at  INTEGER NOT NULL,
    confirmed_by TEXT    REFERENCES members (id),
    confirmed_at INTEGER,
    CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
) STRICT, WITHOUT ROWID;
