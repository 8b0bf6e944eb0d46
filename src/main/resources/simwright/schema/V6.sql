-- The runs once more, with what history, trends, flaky tests and the registry are made from: views of the book that can be made again from it. Times are ISO 8601 in UTC; what is not known yet is ''.
DROP TABLE run;
DROP TABLE run_part;
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  plan_sha256 TEXT NOT NULL,
  limits TEXT NOT NULL,
  limits_version TEXT NOT NULL,
  limits_sha256 TEXT NOT NULL,
  batch TEXT NOT NULL,
  device TEXT NOT NULL,
  model TEXT NOT NULL,
  revision TEXT NOT NULL,
  hardware_profile TEXT NOT NULL,
  imei TEXT NOT NULL,
  eid TEXT NOT NULL,
  simulated INTEGER NOT NULL,
  lab INTEGER NOT NULL,
  operator TEXT NOT NULL,
  bench TEXT NOT NULL,
  site TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT NOT NULL,
  outcome TEXT NOT NULL,
  first_outcome TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  reason TEXT NOT NULL,
  safety TEXT NOT NULL,
  by_hand TEXT NOT NULL,
  process TEXT NOT NULL
) STRICT;
CREATE INDEX run_started ON run (started);
CREATE INDEX run_plan ON run (plan, started);
CREATE INDEX run_device ON run (device, ended);
CREATE TABLE run_part (
  seq INTEGER PRIMARY KEY,
  run TEXT NOT NULL
) STRICT;
CREATE INDEX run_part_run ON run_part (run, seq);
-- Every try of every step; 'step' is its id, or its title where it has none.
CREATE TABLE run_step (
  seq INTEGER PRIMARY KEY,
  run TEXT NOT NULL,
  slot TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  step TEXT NOT NULL,
  kind TEXT NOT NULL,
  phase TEXT NOT NULL,
  outcome TEXT NOT NULL,
  at_millis INTEGER NOT NULL,
  millis INTEGER NOT NULL
) STRICT;
CREATE INDEX run_step_run ON run_step (run, seq);
CREATE INDEX run_step_step ON run_step (step, outcome);
-- Every value that was taken.
CREATE TABLE run_value (
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  value REAL NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (seq, name)
) STRICT;
-- Verdicts under other limits than those of the run.
CREATE TABLE run_verdict (
  seq INTEGER PRIMARY KEY,
  run TEXT NOT NULL,
  limits TEXT NOT NULL,
  limits_version TEXT NOT NULL,
  limits_sha256 TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
CREATE INDEX run_verdict_run ON run_verdict (run, seq);
UPDATE reader SET upto = 0 WHERE name = 'run';
