-- Room that is given up when there is none left, so that a refusal and the end of what runs can still be recorded.
CREATE TABLE reserve (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  room BLOB NOT NULL
) STRICT;
