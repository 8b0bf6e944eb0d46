-- The catalog of profiles: a view of the book. An entry is the JSON object of its record, with pseudonyms; the state is the one it came to since.
CREATE TABLE catalog_profile (
  key TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  state TEXT NOT NULL,
  entry TEXT NOT NULL
) STRICT;
CREATE INDEX catalog_profile_seq ON catalog_profile (seq);
CREATE TABLE catalog_move (
  key TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (key, seq)
) STRICT;
-- Parts of imports that have not ended.
CREATE TABLE catalog_part (
  seq INTEGER PRIMARY KEY,
  batch TEXT NOT NULL,
  profiles TEXT NOT NULL
) STRICT;
INSERT INTO reader VALUES ('catalog', 0);
-- Identifiers that a view still needs, by whom and for what: they are not forgotten because of their age alone.
CREATE TABLE in_use (
  pseudonym TEXT NOT NULL,
  reader TEXT NOT NULL,
  owner TEXT NOT NULL,
  PRIMARY KEY (reader, owner, pseudonym)
) STRICT;
CREATE INDEX in_use_pseudonym ON in_use (pseudonym);
