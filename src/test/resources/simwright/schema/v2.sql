-- A log as schema 2 wrote it: six records of a probe of the simulated bench, with nobody registered, without checkpoints, as no key is kept here.
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
INSERT INTO record VALUES (1, '{"actor":"root","at":"2026-11-21T07:23:37.646553953Z","clock":114,"fields":{"act":"device.probe","device":"sim:ec25","job":"mwq30aat-1","with":{}},"kind":"job.asked","prev":"0000000000000000000000000000000000000000000000000000000000000000","role":"admin","seq":1}');
INSERT INTO record VALUES (2, '{"actor":"root","at":"2026-11-21T07:23:40.900102523Z","clock":3367,"fields":{"device":"sim:ec25","link":"sim:ec25","simulated":true,"what":"connected"},"kind":"device.presence","prev":"35b4a39082c6a9f0df246f763cdd52991919ba898329416fefcc7ddfe5c6c5a3","role":"admin","seq":2}');
INSERT INTO record VALUES (3, '{"actor":"root","at":"2026-11-21T07:23:40.903093096Z","clock":3370,"fields":{"device":"sim:ec25","identities":[{"check":"right","commitment":"50fb579cbe7b87fe757d6eedd20ceaa52af32cd82a976d12bc9b29568562704a","kind":"imei","pseudonym":"6dd6f5319b77914b664069b553a32fe9"},{"check":"right","commitment":"cd30cb98c62c4d9dcd3b1cd956453faa533621abc30426e89b00c73ca183d849","kind":"iccid","pseudonym":"be310bc90e844c88dea8903188a18e61"},{"check":"none","commitment":"6e7e23b2edb4400005ca2552f2213948e548b769825757c52d04538966105b55","kind":"imsi","pseudonym":"49e2e2507e60c482011540c85bc5e007"}],"maker":"Quectel","model":"EC25","simulated":true},"kind":"identity.seen","prev":"d4cec8a7d2aa310c2edbd660f16243f5cffb7d3513d77666f6564ab1e699920a","role":"admin","seq":3}');
INSERT INTO record VALUES (4, '{"actor":"root","at":"2026-11-21T07:23:40.919908227Z","clock":3387,"fields":{"act":"device.probe","device":"sim:ec25","fault":"","job":"mwq30aat-1","note":"","outcome":"done"},"kind":"job.done","prev":"b7455d246c8aec8640bea20f0e9f334f50d803b6f7fa42598c0cf370bf055e50","role":"admin","seq":4}');
INSERT INTO record VALUES (5, '{"actor":"root","at":"2026-11-21T07:23:41.426930924Z","clock":3894,"fields":{"act":"device.refresh","device":"sim:ec25","job":"mwq30aat-2","with":{}},"kind":"job.asked","prev":"5d9fce050527a85d7d285b696ebebbec69c871e87763de188ca81b34c08c843f","role":"admin","seq":5}');
INSERT INTO record VALUES (6, '{"actor":"root","at":"2026-11-21T07:23:41.441193491Z","clock":3908,"fields":{"act":"device.refresh","device":"sim:ec25","fault":"","job":"mwq30aat-2","note":"","outcome":"done"},"kind":"job.done","prev":"d21cbbb0c257d564ff353af5a241a4d501bc283b984a0b1d04e7e6fe5bfd96ef","role":"admin","seq":6}');
INSERT INTO record_text (rowid, line) SELECT seq, line FROM record;
INSERT INTO head VALUES (1, 6, '8fb674aa05b5b5a828668529731b0677debbdb0487757db540cd84c6af9665ed', x'0a000000000000010000000000000869fa5dd269ccbf269b7e5f6ace339d82898af7515f98e828b3df82936379b5b4360000000a346537653666653562666439366566222c22726f6c65223a2261646d696e222c22736571223a367d09');
INSERT INTO subject VALUES ('6dd6f5319b77914b664069b553a32fe9', 'imei', x'2a6dc09d9892f801faa16aef647e252264e2be32fa19861c2564e56ddb50eac00a6a3899e0524d4aa275eb', '2026-11-21T07:23:40.903093096Z');
INSERT INTO subject VALUES ('be310bc90e844c88dea8903188a18e61', 'iccid', x'91360b98e69833f62687334cbea46f53f395feb90c07e58a1844f31ae82dbb8142c58d2d51d4bc96759addaaebbef6', '2026-11-21T07:23:40.903093096Z');
INSERT INTO subject VALUES ('49e2e2507e60c482011540c85bc5e007', 'imsi', x'6e229ae63aafb59cc535ccb0011b595b9c61a631d2571cd35caf9ceee88cf6680671f83fb9cda3b906f3b4', '2026-11-21T07:23:40.903093096Z');
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
PRAGMA user_version = 2;
