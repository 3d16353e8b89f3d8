import type { Migration } from './migration';

/**
 * Until when a one-time password may be used; the campaigns a reviewer is kept to, none named meaning all; browsers that
 * staff have signed in with before.
 */
export const staffSignIn: Migration = `
  ALTER TABLE staff ADD COLUMN one_time_until TEXT;
  ALTER TABLE staff ADD COLUMN campaigns TEXT;
  CREATE TABLE staff_device (
    token_hash TEXT PRIMARY KEY,
    name       TEXT NOT NULL REFERENCES staff (name),
    seen_at    TEXT NOT NULL
  );
  CREATE INDEX staff_device_of ON staff_device (name);
  DELETE FROM staff_attempt;`;
