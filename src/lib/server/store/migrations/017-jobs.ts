import type { Migration } from './migration';

/** How each of the things that go on by themselves went last; the queue itself is the driver's. */
export const jobs: Migration = `
  CREATE TABLE job (
    name      TEXT PRIMARY KEY,
    began_at  TEXT NOT NULL,
    ended_at  TEXT,
    ms        INTEGER,
    failures  INTEGER NOT NULL DEFAULT 0,
    given_up  INTEGER NOT NULL DEFAULT 0,
    code      TEXT NOT NULL DEFAULT ''
  );`;
