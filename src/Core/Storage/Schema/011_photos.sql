-- Photos of posts, as they were made anew from what a member sent. Their bytes lie apart, so that a list reads none of them.
CREATE TABLE photos (
    id          TEXT    NOT NULL PRIMARY KEY,
    member_id   TEXT    NOT NULL REFERENCES members (id),
    post_id     TEXT    NOT NULL REFERENCES posts (id),
    position    INTEGER NOT NULL CHECK (position BETWEEN 1 AND 4),
    description TEXT    NOT NULL,
    width       INTEGER NOT NULL CHECK (width > 0),
    height      INTEGER NOT NULL CHECK (height > 0),
    size        INTEGER NOT NULL CHECK (size > 0)
) STRICT;
CREATE UNIQUE INDEX photos_post ON photos (post_id, position);
CREATE INDEX photos_member ON photos (member_id, size);

-- The photo in each size that is shown. Last in its row: what stands before it is read without it.
CREATE TABLE photo_files (
    photo_id TEXT    NOT NULL REFERENCES photos (id),
    width    INTEGER NOT NULL CHECK (width > 0),
    bytes    BLOB    NOT NULL,
    PRIMARY KEY (photo_id, width)
) STRICT;

-- What posts of others have with them: where it is and what it shows. Nothing of it is fetched.
CREATE TABLE post_attachments (
    post_id  TEXT    NOT NULL REFERENCES posts (id),
    position INTEGER NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('picture', 'video', 'sound', 'file')),
    address  TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    PRIMARY KEY (post_id, position)
) STRICT;
