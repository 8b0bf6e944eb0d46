-- What was begun on cards, and what is known of its end: a view of the book that can be made again from it. Cards and profiles stand as pseudonyms; what is not known is ''.
CREATE TABLE intent (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  device TEXT NOT NULL,
  card TEXT NOT NULL,
  subject TEXT NOT NULL,
  profile TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  begun TEXT NOT NULL,
  stage TEXT NOT NULL,
  verdict TEXT NOT NULL,
  process TEXT NOT NULL
) STRICT;
CREATE INDEX intent_device ON intent (device, verdict);
CREATE INDEX intent_subject ON intent (subject, card);
INSERT INTO reader VALUES ('intent', 0);
