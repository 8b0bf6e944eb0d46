-- How far each reader of the book has come: 'text' is the full-text index, 'sighting' the identity map. They catch up before they are asked, so that an append is one small commit.
CREATE TABLE reader (
  name TEXT PRIMARY KEY,
  upto INTEGER NOT NULL
) STRICT;
INSERT INTO reader SELECT 'text', coalesce(max(seq), 0) FROM record;
INSERT INTO reader VALUES ('sighting', 0);
-- Which identity was seen in which device, when: a view of the book that can be made again from it.
CREATE TABLE sighting (
  pseudonym TEXT NOT NULL,
  kind TEXT NOT NULL,
  device TEXT NOT NULL,
  model TEXT NOT NULL,
  digits TEXT NOT NULL,
  simulated INTEGER NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (pseudonym, device)
) STRICT;
-- Who may sign in here; who changed it, and when, stands in the book.
CREATE TABLE person (
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  salt BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
-- For how many days after it was last seen a value is kept, by kind of identifier.
CREATE TABLE retention (
  kind TEXT PRIMARY KEY,
  days INTEGER NOT NULL CHECK (days > 0)
) STRICT;
