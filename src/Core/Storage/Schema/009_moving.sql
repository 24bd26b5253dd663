-- Accounts that move: when they did, which passports are shown to be behind an account, and what shows it for one of this node.
ALTER TABLE actors ADD COLUMN moved_at INTEGER;
ALTER TABLE actors ADD COLUMN passports TEXT NOT NULL DEFAULT '';
ALTER TABLE actors ADD COLUMN statement TEXT;
