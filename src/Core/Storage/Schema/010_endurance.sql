-- What came in long ago: the rows of inbox_items are cleared away, the hashes of the ids stay, so that nothing is done twice.
CREATE TABLE seen_activities (
    uri_hash BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What went out and is cleared away in time: not what everybody may read, nor likes.
CREATE INDEX outbox_activities_passing ON outbox_activities (id) WHERE NOT is_public AND type <> 'Like';

-- How many have answered a post, as each card says.
CREATE INDEX posts_answers ON posts (reply_to_id) WHERE reply_to_id IS NOT NULL AND deleted_at IS NULL;
