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
