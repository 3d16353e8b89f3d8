import type { Migration } from './migration';

/**
 * Pictures that the farm finishes: each once for each way to finish it, under the name each campaign gave it. The queue
 * itself is the driver's.
 */
export const farm: Migration = `
  CREATE TABLE farm_options (
    id      TEXT PRIMARY KEY,
    options TEXT NOT NULL
  );
  CREATE TABLE farm_picture (
    key      TEXT PRIMARY KEY,
    picture  TEXT NOT NULL,
    options  TEXT NOT NULL REFERENCES farm_options (id),
    state    TEXT NOT NULL,
    made_at  TEXT NOT NULL,
    ended_at TEXT,
    answer   TEXT,
    photo    TEXT,
    code     TEXT NOT NULL DEFAULT ''
  );
  CREATE INDEX farm_picture_open ON farm_picture (state, code) WHERE state <> 'done';
  CREATE INDEX farm_picture_ended ON farm_picture (ended_at);
  CREATE INDEX farm_picture_source ON farm_picture (picture);
  CREATE INDEX farm_picture_photo ON farm_picture (photo);
  CREATE TABLE farm_entry (
    campaign TEXT NOT NULL,
    name     TEXT NOT NULL,
    key      TEXT NOT NULL REFERENCES farm_picture (key),
    at       TEXT NOT NULL,
    place    INTEGER NOT NULL,
    PRIMARY KEY (campaign, name)
  );
  CREATE INDEX farm_entry_order ON farm_entry (campaign, at, place);
  CREATE INDEX farm_entry_at ON farm_entry (at);
  CREATE INDEX farm_entry_of ON farm_entry (key);`;
