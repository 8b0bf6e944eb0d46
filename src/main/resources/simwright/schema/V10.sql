-- What was decided about profiles and what came of it: the records of the book about it, by device, so that nobody has to read the whole book for them. A view of the book that can be made again from it. Times are ISO 8601 in UTC.
CREATE TABLE selection (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  device TEXT NOT NULL,
  kind TEXT NOT NULL,
  line TEXT NOT NULL
) STRICT;
CREATE INDEX selection_by_device ON selection (device, seq);
INSERT INTO reader VALUES ('selection', 0);
