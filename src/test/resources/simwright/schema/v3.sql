-- A log as schema 3 wrote it: six records of a probe of the simulated bench and of a port that was not there, with nobody registered, without checkpoints, as no key is kept here.
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
INSERT INTO record VALUES (1, '{"actor":"root","at":"2026-11-21T08:13:24.065070528Z","clock":284,"fields":{"act":"device.probe","device":"sim:ec25","job":"mwq4samr-1","with":{}},"kind":"job.asked","prev":"0000000000000000000000000000000000000000000000000000000000000000","role":"admin","seq":1}');
INSERT INTO record VALUES (2, '{"actor":"root","at":"2026-11-21T08:13:24.310130198Z","clock":529,"fields":{"device":"sim:ec25","link":"sim:ec25","simulated":true,"what":"connected"},"kind":"device.presence","prev":"1aed8eb68c224a1134e2cf8197f058648cfed0168a4c0bcc588b85087eadcb52","role":"admin","seq":2}');
INSERT INTO record VALUES (3, '{"actor":"root","at":"2026-11-21T08:13:24.312838092Z","clock":532,"fields":{"device":"sim:ec25","identities":[{"check":"right","commitment":"12d16e1806a205a4e73c5ba98be45e30c5478614bec5523c4b1c44340c2c468c","kind":"imei","pseudonym":"2b23366a7e232950bb159fbef4bd401c"},{"check":"right","commitment":"8f9d4c14c005ce6afaa5480b63a1e8ede3b41666210f2aef3c762faf4361c1b3","kind":"iccid","pseudonym":"01fc7c84024f9a0703961d16fe8d5d69"},{"check":"none","commitment":"9019923ca814e3383cd98a6eefe7ce41aaefb319ceff22cc9489fb8192c835e0","kind":"imsi","pseudonym":"6eb8a4505b65a22d6bbade2a18aad534"}],"maker":"Quectel","model":"EC25","simulated":true},"kind":"identity.seen","prev":"2651bee61a4e52ed62ee2e3853aad454c00c3c42e98d555838a7a47843acb30c","role":"admin","seq":3}');
INSERT INTO record VALUES (4, '{"actor":"root","at":"2026-11-21T08:13:24.319916826Z","clock":539,"fields":{"act":"device.probe","device":"sim:ec25","fault":"","job":"mwq4samr-1","note":"","outcome":"done"},"kind":"job.done","prev":"04ce47d33aa2546ad91674cadab577f6e68f3dcb497b100e61ad1cd416bcba5b","role":"admin","seq":4}');
INSERT INTO record VALUES (5, '{"actor":"root","at":"2026-11-21T08:13:25.452688650Z","clock":256,"fields":{"act":"device.at","device":"serial:/dev/nothing","job":"mwq4sbpa-1","with":{"line":"AT"}},"kind":"job.asked","prev":"4a3e9b53d1dfb88315e8348e9a4b9c0fe05cd48562cefaff551d8f257ad6ea60","role":"admin","seq":5}');
INSERT INTO record VALUES (6, '{"actor":"root","at":"2026-11-21T08:13:25.471357654Z","clock":275,"fields":{"act":"device.at","device":"serial:/dev/nothing","fault":"link/absent","job":"mwq4sbpa-1","note":"","outcome":"failed"},"kind":"job.done","prev":"b4304f804a03b39b7436aeaca329d45a88fd660f1be18cc4568bba67d0c9c336","role":"admin","seq":6}');
INSERT INTO record_text (rowid, line) SELECT seq, line FROM record;
INSERT INTO head VALUES (1, 6, 'd99dfae8efa503a69cdfcc05646944fab7549eab0c03e6574f2fc0e10ea9b27c', x'00000000000000000000000000000888c20e078af57c18be486be507f05e1d08c035089661bc4be21b0b321148ed53d000000002736571223a367d0a09');
INSERT INTO subject VALUES ('2b23366a7e232950bb159fbef4bd401c', 'imei', x'fce516bcaabc7f35f6cad6e2840a4f4bfb54e2bb5845fa3249c77b9d3444ae134d367402a2d9b7941fba9e', '2026-11-21T08:13:24.312838092Z');
INSERT INTO subject VALUES ('01fc7c84024f9a0703961d16fe8d5d69', 'iccid', x'108bb10295a2cf37f437b1d0631bf2a1c3689d9e172691aa1b2c71fcd051f37eb7ae15aee2a1ae4fecd869268ef7e0', '2026-11-21T08:13:24.312838092Z');
INSERT INTO subject VALUES ('6eb8a4505b65a22d6bbade2a18aad534', 'imsi', x'7a2b24c85b6bcfc1b94388969246bc516203c312f16b8516954a5c04473809a5a2e75378f30dc510221df5', '2026-11-21T08:13:24.312838092Z');
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
PRAGMA user_version = 3;
PRAGMA application_id = 1398210563;
