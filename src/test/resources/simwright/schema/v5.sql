-- A log as schema 5 wrote it: six records of a probe of the simulated bench and of a port that was not there, with nobody registered, without checkpoints, as no key is kept here.
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
INSERT INTO record VALUES (1, '{"actor":"root","at":"2026-11-21T13:16:27.691521675Z","clock":1481,"fields":{"act":"device.probe","device":"sim:ec25","job":"mwqfm16b-1","with":{}},"kind":"job.asked","prev":"0000000000000000000000000000000000000000000000000000000000000000","role":"admin","seq":1}');
INSERT INTO record VALUES (2, '{"actor":"root","at":"2026-11-21T13:16:30.523606219Z","clock":4313,"fields":{"device":"sim:ec25","link":"sim:ec25","simulated":true,"what":"connected"},"kind":"device.presence","prev":"c4eee6b6b0fc05557ceb2ca8168e6b81cfca1fd155aa507f59981a1ae706c977","role":"admin","seq":2}');
INSERT INTO record VALUES (3, '{"actor":"root","at":"2026-11-21T13:16:30.537068014Z","clock":4327,"fields":{"device":"sim:ec25","identities":[{"check":"right","commitment":"f5e9538c67cc7095bd9a97165921ae919663980805e2df5872740b741f71586d","kind":"imei","pseudonym":"e69c688b683dec489fb82625961d55d3"},{"check":"right","commitment":"a63807c0bdec7eb0f2d6d87e346c3575b8c02c427920eb780bc178b647135d8c","kind":"iccid","pseudonym":"35e93e5f5faa050a95ead0759452e44b"},{"check":"none","commitment":"6cc17fafab8208d693c64bac669d9e9555f4738b02682ac64eceb3b85edcf57e","kind":"imsi","pseudonym":"9a48251d343710dba5e81d2d36c7269c"}],"maker":"Quectel","model":"EC25","simulated":true},"kind":"identity.seen","prev":"3ef5a816f89c0a8e614b4fbd5d79fb69d95e02348787e4f2908df6d4b5d8e377","role":"admin","seq":3}');
INSERT INTO record VALUES (4, '{"actor":"root","at":"2026-11-21T13:16:30.792634509Z","clock":4582,"fields":{"act":"device.probe","device":"sim:ec25","fault":"","job":"mwqfm16b-1","note":"","outcome":"done"},"kind":"job.done","prev":"86a83c28bb7fd3f2e9e1682802413a892ed806380caa339a350d517147473bbf","role":"admin","seq":4}');
INSERT INTO record VALUES (5, '{"actor":"root","at":"2026-11-21T13:16:36.058951767Z","clock":1160,"fields":{"act":"device.at","device":"serial:/dev/nothing","job":"mwqfm7ma-1","with":{"line":"AT"}},"kind":"job.asked","prev":"46ced099994122220b49b22c2c031d448868eb8c094174cc94edf22f4e31a662","role":"admin","seq":5}');
INSERT INTO record VALUES (6, '{"actor":"root","at":"2026-11-21T13:16:36.184297486Z","clock":1286,"fields":{"act":"device.at","device":"serial:/dev/nothing","fault":"link/absent","job":"mwqfm7ma-1","note":"","outcome":"failed"},"kind":"job.done","prev":"cbca5d74740723773cd7a1eb03e7a7b095b6ca1eac8e5ca886818c6fcd960b08","role":"admin","seq":6}');
INSERT INTO record_text (rowid, line) SELECT seq, line FROM record;
INSERT INTO head VALUES (1, 6, '67a07113943db9f76d8c2ed16bc0b078567597cefcfb992054ce1e7d1fec9741', x'7d0a000000000002000000000000088ece2ed9f5245f647f2bd68c4f16f4cce55f97c9df5a55d252867140cc381316ef000000036d696e222c22736571223a3609');
INSERT INTO subject VALUES ('e69c688b683dec489fb82625961d55d3', 'imei', x'a6b8df568e71bb1a10bd864911050a5fdfc18090a05dcb0fda37ac3936f3eca4a5be66c8e56c3e57b7cd02', '2026-11-21T13:16:30.537068014Z');
INSERT INTO subject VALUES ('35e93e5f5faa050a95ead0759452e44b', 'iccid', x'24e0af0e5631d8a2220183e8f036324f48065d1520d0eeec689f1501268e52e7af2706d6c0cc84a6b61f4478bb96f5', '2026-11-21T13:16:30.537068014Z');
INSERT INTO subject VALUES ('9a48251d343710dba5e81d2d36c7269c', 'imsi', x'4e8a14426f8051921400b81cc31871e604e0585657f2ddc73a5e555da4a38660c214e93f0690e8de7c44ba', '2026-11-21T13:16:30.537068014Z');
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
PRAGMA user_version = 5;
PRAGMA application_id = 1398210565;
