import type { Migration } from './migration';

/** Where students want to hear the outcome, and what is on its way to them. */
export const messages: Migration = `
  CREATE TABLE message_channel (
    id            TEXT PRIMARY KEY,
    submission_id TEXT NOT NULL REFERENCES submission (id),
    kind          TEXT NOT NULL,
    address       TEXT NOT NULL,
    locale        TEXT NOT NULL,
    token         TEXT NOT NULL,
    made_at       TEXT NOT NULL,
    told          INTEGER NOT NULL DEFAULT 0
  );
  CREATE UNIQUE INDEX message_channel_once ON message_channel (submission_id, kind, address);
  CREATE UNIQUE INDEX message_channel_token ON message_channel (token);
  CREATE INDEX message_channel_waiting ON message_channel (told);
  CREATE TABLE message (
    key        TEXT PRIMARY KEY,
    channel_id TEXT NOT NULL,
    template   TEXT NOT NULL,
    parameters TEXT NOT NULL,
    state      TEXT NOT NULL,
    tries      INTEGER NOT NULL,
    next_at    TEXT NOT NULL,
    made_at    TEXT NOT NULL,
    ended_at   TEXT,
    why        TEXT NOT NULL DEFAULT ''
  );
  CREATE INDEX message_due ON message (state, next_at);`;
