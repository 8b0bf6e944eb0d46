-- A log as schema 9 wrote it: the one that schema 6 wrote, migrated; six records of a probe of the simulated bench and of a port that was not there, with nobody registered, without checkpoints, as no key is kept here.
-- The book: every record is one canonical JSON line, stored as it is hashed.
CREATE TABLE record (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  line TEXT NOT NULL
) STRICT;
CREATE TRIGGER record_no_update BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
CREATE TRIGGER record_no_delete BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
-- Where the chain ends: how many records, the hash of the last line, and the running SHA-256 over all lines.
CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  size INTEGER NOT NULL,
  hash TEXT NOT NULL,
  running BLOB NOT NULL
) STRICT;
CREATE TABLE checkpoint (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoints are never changed'); END;
CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoints are never deleted'); END;
-- The values behind the pseudonyms, encrypted with a key per subject that lies outside this file.
CREATE TABLE subject (
  pseudonym TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  sealed BLOB NOT NULL,
  seen TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE record_text USING fts5(line, content='', contentless_delete=0, tokenize='unicode61');
INSERT INTO record VALUES (1, '{"actor":"root","at":"2026-11-21T21:06:20.852810880Z","clock":225,"fields":{"act":"device.probe","device":"sim:ec25","job":"mwqweb6m-1","with":{}},"kind":"job.asked","prev":"0000000000000000000000000000000000000000000000000000000000000000","role":"admin","seq":1}');
INSERT INTO record VALUES (2, '{"actor":"root","at":"2026-11-21T21:06:21.291349368Z","clock":663,"fields":{"device":"sim:ec25","link":"sim:ec25","simulated":true,"what":"connected"},"kind":"device.presence","prev":"a76e6123a15caf793fbdea7ea4da2be21fecafe2333163abd401efce4df22be4","role":"admin","seq":2}');
INSERT INTO record VALUES (3, '{"actor":"root","at":"2026-11-21T21:06:21.292915790Z","clock":665,"fields":{"device":"sim:ec25","identities":[{"check":"right","commitment":"98d3b33b08b3dc4b8d8311d52eebbaf063aa1fe2b7498ee1df47c926830d25e9","kind":"imei","pseudonym":"a7e0b4596452a4562572e8ed3af2cb54"},{"check":"right","commitment":"f76c8afbbc0e6968aa57e84ed9136062fb5b70b02e42d2a769ee57a719190d8f","kind":"iccid","pseudonym":"cf0704c77988bbe4ea89e92eb51f018f"},{"check":"none","commitment":"8562dfbdb423e12b3173dce6cae35a88d741a1ed39c0b2867b2b314d795487a0","kind":"imsi","pseudonym":"4fadf204c2036d990dd6887720651aaa"}],"maker":"Quectel","model":"EC25","simulated":true},"kind":"identity.seen","prev":"58bc1cdae3e37b203a22538f79ac672fe05639c40d44ea6a68e1845a5a667f80","role":"admin","seq":3}');
INSERT INTO record VALUES (4, '{"actor":"root","at":"2026-11-21T21:06:21.324094598Z","clock":696,"fields":{"act":"device.probe","device":"sim:ec25","fault":"","job":"mwqweb6m-1","note":"","outcome":"done"},"kind":"job.done","prev":"b269f386da32a31fc5c42e9cdd479a765d6417e13dd98ae178811e2b06b5c2ec","role":"admin","seq":4}');
INSERT INTO record VALUES (5, '{"actor":"root","at":"2026-11-21T21:06:22.573066754Z","clock":246,"fields":{"act":"device.at","device":"serial:/dev/nothing","job":"mwqwecii-1","with":{"line":"AT"}},"kind":"job.asked","prev":"09ce7f48c8ee1b69940dfa49d05acb8c3a45d371d1d746794792b669f79575a1","role":"admin","seq":5}');
INSERT INTO record VALUES (6, '{"actor":"root","at":"2026-11-21T21:06:22.600865288Z","clock":274,"fields":{"act":"device.at","device":"serial:/dev/nothing","fault":"link/absent","job":"mwqwecii-1","note":"","outcome":"failed"},"kind":"job.done","prev":"7d415d17b5ff306a12b2a37b51197d08766ef5dc6796a1d33882e0cadcfbd50e","role":"admin","seq":6}');
INSERT INTO record_text (rowid, line) SELECT seq, line FROM record;
INSERT INTO head VALUES (1, 6, 'd4d2dd73af04e29055549be6b420d11068c9c4715623ec30e6fc82541a1d4e4a', x'000000000000000000000000000008884835ed4703cc9f8ed698cb7d535e5a13be0fa941183a5acc46b313d7e83eb5ea00000002736571223a367d0a09');
INSERT INTO subject VALUES ('a7e0b4596452a4562572e8ed3af2cb54', 'imei', x'419ae3304e577773b88eb31821661152bd46a9d8b313087a77be785fff758a22aefed00c24a32683aeb374', '2026-11-21T21:06:21.292915790Z');
INSERT INTO subject VALUES ('cf0704c77988bbe4ea89e92eb51f018f', 'iccid', x'2220325b1421acae9a781d12c324b02198c9ddb0f5579a5a6682301ed175e4d4d4dd8a7a242979f24735eb0bee0ffb', '2026-11-21T21:06:21.292915790Z');
INSERT INTO subject VALUES ('4fadf204c2036d990dd6887720651aaa', 'imsi', x'36d9874023aa4968f7ab5fe2d345e88fafa74cb3a0f24cb4ea6a449e441be605a4873245a2997a478b4e3a', '2026-11-21T21:06:21.292915790Z');
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
-- Room that is given up when there is none left, so that a refusal and the end of what runs can still be recorded.
CREATE TABLE reserve (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  room BLOB NOT NULL
) STRICT;
INSERT INTO reserve VALUES (1, zeroblob(131072));
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
-- What devices counted of data: where each counter stood last, the use between readings, and what operators told of quotas. A view of the book that can be made again from it. Times are ISO 8601 in UTC; an app of '' is the device as a whole.
CREATE TABLE data_counter (
  device TEXT NOT NULL,
  app TEXT NOT NULL,
  at TEXT NOT NULL,
  profile TEXT NOT NULL,
  sent INTEGER NOT NULL,
  received INTEGER NOT NULL,
  from_zero INTEGER NOT NULL,
  roaming INTEGER NOT NULL,
  PRIMARY KEY (device, app)
) STRICT;
CREATE TABLE data_use (
  seq INTEGER NOT NULL,
  begun TEXT NOT NULL,
  ended TEXT NOT NULL,
  device TEXT NOT NULL,
  before TEXT NOT NULL,
  now TEXT NOT NULL,
  app TEXT NOT NULL,
  sent INTEGER NOT NULL,
  received INTEGER NOT NULL,
  certainty TEXT NOT NULL,
  roaming INTEGER NOT NULL,
  PRIMARY KEY (device, app, ended)
) STRICT;
CREATE INDEX data_use_ended ON data_use (ended);
CREATE TABLE data_account (
  seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  at TEXT NOT NULL,
  device TEXT NOT NULL,
  profile TEXT NOT NULL,
  way TEXT NOT NULL,
  used INTEGER NOT NULL,
  cap INTEGER NOT NULL,
  reset INTEGER NOT NULL,
  PRIMARY KEY (seq, place)
) STRICT;
INSERT INTO reader VALUES ('data', 0);
PRAGMA user_version = 9;
PRAGMA application_id = 1398210569;
