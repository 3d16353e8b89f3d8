import type { Migration } from './migration';

const tables = `
  CREATE TABLE staff_passkey (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL REFERENCES staff (name),
    label      TEXT NOT NULL,
    public_key TEXT NOT NULL,
    counter    BIGINT NOT NULL,
    made_at    TEXT NOT NULL,
    used_at    TEXT
  );
  CREATE INDEX staff_passkey_of ON staff_passkey (name);
  ALTER TABLE staff_session ADD COLUMN passkey INTEGER NOT NULL DEFAULT 0;`;

/** Passkeys of staff, and whether a session showed one; an authenticator counts to 2³² − 1. */
export const staffPasskeys: Migration = {
  sqlite: tables,
  postgres: `${tables}
  ALTER TABLE account_passkey ALTER COLUMN counter TYPE BIGINT;`
};
