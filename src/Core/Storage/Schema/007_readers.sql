-- The conversation that a post says it is part of, as its first author's server names it (FEP-7888).
ALTER TABLE posts ADD COLUMN context TEXT;

-- Conversations of which more may lie elsewhere: whether somebody waits for it, and when it was last looked for.
CREATE TABLE thread_readings (
    post_id TEXT    NOT NULL PRIMARY KEY REFERENCES posts (id),
    due_at  INTEGER,
    read_at INTEGER
) STRICT;
CREATE INDEX thread_readings_due ON thread_readings (due_at) WHERE due_at IS NOT NULL;
