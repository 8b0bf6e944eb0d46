-- A log as schema 4 wrote it: six records of a probe of the simulated bench and of a port that was not there, with nobody registered, without checkpoints, as no key is kept here.
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
INSERT INTO record VALUES (1, '{"actor":"root","at":"2026-11-21T13:15:00.674749597Z","clock":1774,"fields":{"act":"device.probe","device":"sim:ec25","job":"mwqfk5z2-1","with":{}},"kind":"job.asked","prev":"0000000000000000000000000000000000000000000000000000000000000000","role":"admin","seq":1}');
INSERT INTO record VALUES (2, '{"actor":"root","at":"2026-11-21T13:15:02.549676346Z","clock":3649,"fields":{"device":"sim:ec25","link":"sim:ec25","simulated":true,"what":"connected"},"kind":"device.presence","prev":"421676a2fe89de809ca959430542a7ecee1c9c7f08cf41c25df445d785733ac0","role":"admin","seq":2}');
INSERT INTO record VALUES (3, '{"actor":"root","at":"2026-11-21T13:15:02.557128142Z","clock":3656,"fields":{"device":"sim:ec25","identities":[{"check":"right","commitment":"a409b6fbfd092b73f9dd158dda7dae321c0f6761c9b2ce30e0afde0169849e96","kind":"imei","pseudonym":"e774984dd7165ba9b4522f003c74cf2c"},{"check":"right","commitment":"0aa58930b81799b7d2d407404141ff58efb0242c79427c2398d3e45d2489119a","kind":"iccid","pseudonym":"e71293fdb800064227892e68041a04c3"},{"check":"none","commitment":"9d4e6ccf3acdfa618e2856d61cb8651d7a252ebc3f308cd769bb1ffdbb3ffa29","kind":"imsi","pseudonym":"efb6672e1c0d7c4436a0285764fc23e4"}],"maker":"Quectel","model":"EC25","simulated":true},"kind":"identity.seen","prev":"813d24c8281432214055cdc120aa21c1493d38a20c13f45590ae63afa5719ca3","role":"admin","seq":3}');
INSERT INTO record VALUES (4, '{"actor":"root","at":"2026-11-21T13:15:02.576368193Z","clock":3675,"fields":{"act":"device.probe","device":"sim:ec25","fault":"","job":"mwqfk5z2-1","note":"","outcome":"done"},"kind":"job.done","prev":"795a831dfaed7f7750da70ad4dbac344e928dc407a705f51934159a4e3e610cf","role":"admin","seq":4}');
INSERT INTO record VALUES (5, '{"actor":"root","at":"2026-11-21T13:15:07.600053585Z","clock":1219,"fields":{"act":"device.at","device":"serial:/dev/nothing","job":"mwqfkbdi-1","with":{"line":"AT"}},"kind":"job.asked","prev":"7bced65c2ad3471b8ee7797265663696238b5ec0dc561f4850af24d4f6938627","role":"admin","seq":5}');
INSERT INTO record VALUES (6, '{"actor":"root","at":"2026-11-21T13:15:07.786864338Z","clock":1406,"fields":{"act":"device.at","device":"serial:/dev/nothing","fault":"link/absent","job":"mwqfkbdi-1","note":"","outcome":"failed"},"kind":"job.done","prev":"391ca5702cbabb335b22c0b71433ca6cb76e583f0e978e32be574ed39666646a","role":"admin","seq":6}');
INSERT INTO record_text (rowid, line) SELECT seq, line FROM record;
INSERT INTO head VALUES (1, 6, '59467e445d131fa7abee9f5e1066e1450ee1eaff63b0aaea05cf355d1ea509e6', x'7d0a000000000002000000000000088e7d7433cf66f6aa9a8c494b93f8504f086f8432b55b21cbccab91e3c2cc9737ea000000036d696e222c22736571223a3609');
INSERT INTO subject VALUES ('e774984dd7165ba9b4522f003c74cf2c', 'imei', x'ed994d60cd609caccdc4f536b75c607dae963cfa7eb35c2d74c53028cf4f9ba3b7b66fec45854dfa58743e', '2026-11-21T13:15:02.557128142Z');
INSERT INTO subject VALUES ('e71293fdb800064227892e68041a04c3', 'iccid', x'dd869e737e52e017ab88002c3da91267abc4689c4e2ad6cc26f6ec69f8432ea0cc7e777070f77e4abbc1b6f4e8e9f9', '2026-11-21T13:15:02.557128142Z');
INSERT INTO subject VALUES ('efb6672e1c0d7c4436a0285764fc23e4', 'imsi', x'9db06e1f4c3fb30dde8e9cf7bec740a542e510833baf986b06fbb765ef87b2c2c8c0a5e72645fa0dae4ad0', '2026-11-21T13:15:02.557128142Z');
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
PRAGMA user_version = 4;
PRAGMA application_id = 1398210564;
