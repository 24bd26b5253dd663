-- Other windows that would do for a need, the better ones first. Not signed, and told to no other server.
CREATE TABLE need_wishes (
    need_id     TEXT    NOT NULL REFERENCES items (id),
    place       INTEGER NOT NULL CHECK (place BETWEEN 1 AND 4),
    window_from INTEGER NOT NULL,
    window_to   INTEGER NOT NULL,
    PRIMARY KEY (need_id, place),
    CHECK (window_from < window_to)
) STRICT, WITHOUT ROWID;
