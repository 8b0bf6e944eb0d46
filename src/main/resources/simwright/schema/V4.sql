-- The runs of acceptance plans, and which records of the book belong to each: a view of the book that can be made again from it. Times are ISO 8601 in UTC; what is not known yet is ''.
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  device TEXT NOT NULL,
  simulated INTEGER NOT NULL,
  operator TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  safety TEXT NOT NULL,
  by_hand TEXT NOT NULL,
  process TEXT NOT NULL
) STRICT;
CREATE INDEX run_started ON run (started);
CREATE INDEX run_plan ON run (plan, started);
CREATE TABLE run_part (
  seq INTEGER PRIMARY KEY,
  run TEXT NOT NULL
) STRICT;
CREATE INDEX run_part_run ON run_part (run, seq);
INSERT INTO reader VALUES ('run', 0);
