-- What came in long ago: the rows of inbox_items are cleared away, the hashes of the ids stay, so that nothing is done twice.
CREATE TABLE seen_activities (
    uri_hash BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What went out and is cleared away in time: not what everybody may read, nor likes.
CREATE INDEX outbox_activities_passing ON outbox_activities (id) WHERE NOT is_public AND type <> 'Like';
