-- What came in long ago: the rows of inbox_items are cleared away, the hashes of the ids stay, so that nothing is done twice.
CREATE TABLE seen_activities (
    uri_hash BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
