-- The runs with what they are searched, split and compared by: the network, what else the device told, the limits in force at every value, and the code of what went wrong. The registry's entries that came from elsewhere, and the alarms.
DROP TABLE run;
DROP TABLE run_part;
DROP TABLE run_step;
DROP TABLE run_value;
DROP TABLE run_verdict;
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
  network TEXT NOT NULL,
  facts TEXT NOT NULL,
  said TEXT NOT NULL,
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
CREATE INDEX run_model ON run (model, plan);
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
  code TEXT NOT NULL,
  at_millis INTEGER NOT NULL,
  millis INTEGER NOT NULL
) STRICT;
CREATE INDEX run_step_run ON run_step (run, seq);
-- Every value that was taken, with the limits in force; a bound that is NULL is none.
CREATE TABLE run_value (
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  value REAL NOT NULL,
  least REAL,
  most REAL,
  marginal REAL NOT NULL,
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
-- Entries of the registry of devices that came from elsewhere, each a canonical JSON object; a view of the book.
CREATE TABLE registry_import (
  key TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  origin TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  entry TEXT NOT NULL
) STRICT;
INSERT INTO reader VALUES ('registry', 0);
-- Alarms; times are '' while they did not come. A view of the book.
CREATE TABLE alarm (
  id TEXT PRIMARY KEY,
  device TEXT NOT NULL,
  text TEXT NOT NULL,
  raised TEXT NOT NULL,
  acknowledged TEXT NOT NULL,
  cleared TEXT NOT NULL
) STRICT;
INSERT INTO reader VALUES ('alarm', 0);
