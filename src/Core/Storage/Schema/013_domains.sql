-- The names under which a server falls, its own first: with a port and without, and every domain above it. What stewards have decided
-- about any of them holds for it, and is found by looking up a few names, however many servers were decided about. Kept by the
-- database itself: a row that was missing here would show what is suspended.
CREATE TABLE host_domains (
    host   TEXT NOT NULL,
    domain TEXT NOT NULL,
    PRIMARY KEY (host, domain)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER actors_arrive AFTER INSERT ON actors BEGIN
    INSERT OR IGNORE INTO host_domains (host, domain)
    SELECT NEW.host, name FROM (
        WITH RECURSIVE names (name) AS (
            SELECT NEW.host
            UNION SELECT substr(NEW.host, 1, instr(NEW.host || ':', ':') - 1)
            UNION SELECT substr(name, instr(name, '.') + 1) FROM names WHERE instr(name, '.') > 0)
        SELECT name FROM names)
    WHERE NOT EXISTS (SELECT 1 FROM host_domains WHERE host = NEW.host);
END;

CREATE TRIGGER actors_change_hosts AFTER UPDATE OF host ON actors WHEN NEW.host <> OLD.host BEGIN
    INSERT OR IGNORE INTO host_domains (host, domain)
    SELECT NEW.host, name FROM (
        WITH RECURSIVE names (name) AS (
            SELECT NEW.host
            UNION SELECT substr(NEW.host, 1, instr(NEW.host || ':', ':') - 1)
            UNION SELECT substr(name, instr(name, '.') + 1) FROM names WHERE instr(name, '.') > 0)
        SELECT name FROM names);
END;

WITH RECURSIVE names (host, name) AS (
    SELECT DISTINCT host, host FROM actors
    UNION SELECT host, substr(host, 1, instr(host || ':', ':') - 1) FROM actors
    UNION SELECT host, substr(name, instr(name, '.') + 1) FROM names WHERE instr(name, '.') > 0)
INSERT INTO host_domains (host, domain) SELECT host, name FROM names;
